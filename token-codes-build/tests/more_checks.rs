//! The matters of taste, the settings, and what entries leave out: what is reported, where, and what removes it.
//!
//! The inputs are in `golden/`, since their reports are kept there too, as a person reads them.

use std::{collections::HashSet, fmt::Write as _, fs, path::PathBuf};

use token_codes_build::{Diagnostics, Kind, Source, read};

struct Case {
    /// The input, without its folder and `.yaml`.
    file: &'static str,
    /// Each report: where, its level, what stands there, its kind; its message; its help.
    reports: &'static str,
    /// What is to be written for what, each once, so that nothing is reported any more: what the helps say.
    fixes: &'static [(&'static str, &'static str)],
}

fn input(file: &str) -> String {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(file).with_extension("yaml");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn found(text: &str) -> Diagnostics {
    read(&Source::new("catalog.yaml", text)).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

fn shown(found: &Diagnostics) -> String {
    let mut shown = String::new();
    for diagnostic in found {
        let (start, end) =
            (found.source().position(diagnostic.span.start), found.source().position(diagnostic.span.end));
        let end = if end.line == start.line {
            end.column.to_string()
        } else {
            format!("{}:{}", end.line, end.column)
        };
        let there = &found.source().text()[diagnostic.span.clone()];
        let (level, kind) = (diagnostic.level(), diagnostic.kind);
        write!(shown, "\n{}:{}-{end} {level} {there:?} [{kind}]", start.line, start.column).unwrap();
        write!(shown, "\n    {}\n    {}", diagnostic.message, diagnostic.help.as_deref().unwrap()).unwrap();
    }
    shown
}

#[test]
fn every_mistake_is_reported_at_its_place() {
    for case in CASES {
        assert_eq!(shown(&found(&input(case.file))), case.reports, "{}", case.file);
    }
}

#[test]
fn labels_point_at_what_belongs_to_the_mistake() {
    for (file, kind, there, message) in [
        ("duplicate-message", Kind::DuplicateMessage, "the same", "the first"),
        ("untranslated", Kind::Untranslated, "期限は{0}時間", "the source text"),
        ("retired-code", Kind::RetiredCode, "TOK003", "retired here"),
        ("needless-omission", Kind::NeedlessOmission, "\"{hours} hours\"", "the message"),
    ] {
        let found = found(&input(file));
        let first = found.iter().find(|diagnostic| diagnostic.kind == kind).unwrap();
        let label = &first.labels[0];
        assert_eq!((&found.source().text()[label.span.clone()], &*label.message), (there, message), "{file}");
        assert_ne!(label.span, first.span);
    }
}

#[test]
fn what_the_helps_say_removes_every_report() {
    for case in CASES {
        let mut text = input(case.file);
        for (wrong, right) in case.fixes {
            let fixed = text.replacen(wrong, right, 1);
            assert_ne!(fixed, text, "{}: `{wrong}` is not there", case.file);
            text = fixed;
        }
        assert_eq!(found(&text).to_string(), "", "{}:\n{text}", case.file);
    }
}

#[test]
fn every_check_that_can_be_set_has_a_case() {
    for kind in Kind::ALL.iter().filter(|kind| kind.is_settable()) {
        let is_here = CASES.iter().any(|case| case.reports.contains(&format!("[{kind}]")));
        // This one has its case in `check.rs`.
        assert!(is_here || *kind == Kind::MissingTranslation, "no case for {kind}");
    }
}

#[test]
fn twenty_different_mistakes_are_reported_at_once() {
    let found = found(&input("twenty-mistakes"));
    let kinds: HashSet<Kind> = found.iter().map(|diagnostic| diagnostic.kind).collect();
    assert!(kinds.len() >= 20, "{} of {} kinds", found.len(), kinds.len());
}

/// What can be allowed is gone once it is, at each place.
#[test]
fn an_allowed_check_reports_nothing() {
    for kind in Kind::ALL.iter().filter(|kind| kind.is_settable()) {
        for case in CASES.iter().filter(|case| !input(case.file).contains("checks:")) {
            let (first, rest) = (format!("checks: {{{kind}: allow}}\n"), input(case.file));
            let text = match rest.split_once('\n') {
                // The title stays where it is, since `locales` may come first or not.
                Some((line, rest)) => format!("{line}\n{first}{rest}"),
                None => rest,
            };
            assert!(found(&text).iter().all(|diagnostic| diagnostic.kind != *kind), "{kind}: {}", case.file);
        }
    }
}

#[test]
fn messages_keep_the_voice() {
    for diagnostic in
        CASES.iter().flat_map(|case| found(&input(case.file)).iter().cloned().collect::<Vec<_>>())
    {
        for text in [&diagnostic.message, diagnostic.help.as_ref().expect("every mistake has a help")] {
            assert!(!text.ends_with('.') && !text.is_empty(), "{text}");
            assert!(text.starts_with("YAML") || !text.starts_with(char::is_uppercase), "{text}");
        }
    }
}

/// Whatever is cut off or left out, there is a catalog or a report, and its places are in the text.
#[test]
fn nothing_panics() {
    for case in CASES {
        let text = input(case.file);
        for (at, character) in text.char_indices() {
            let without = format!("{}{}", &text[..at], &text[at + character.len_utf8()..]);
            for broken in [&text[..at], &without] {
                assert!(found(broken).iter().all(|diagnostic| broken.get(diagnostic.span.clone()).is_some()));
            }
        }
    }
}

const CASES: &[Case] = &[
    Case {
        file: "adjacent-placeholders",
        reports: r#"
5:16-31 warning "{0}{minutes}{2}" [adjacent-placeholders]
    the message has nothing between the placeholders `{0}{minutes}`
    put a space or a sign between them: `{0} {minutes}`; if they are to touch, set `adjacent-placeholders: allow` in `checks` at the top
7:19-25 warning "{1}{0}" [adjacent-placeholders]
    the description has nothing between the placeholders `{1}{0}`
    put a space or a sign between them: `{1} {0}`; if they are to touch, set `adjacent-placeholders: allow` in `checks` at the top"#,
        fixes: &[("{0}{minutes}{2}", "{0}:{minutes} {2}"), (r#""{1}{0}""#, r#""{1} {0}""#)],
    },
    Case {
        file: "unused-column",
        reports: r#"
3:3-7 warning "team" [unused-column]
    no code has a value in the column `team`
    give a code one, as `team: …` in its entry, or remove the column"#,
        fixes: &[("    message: one", "    message: one\n    team: support")],
    },
    Case {
        file: "bidi-override",
        reports: r#"
4:23-29 error "\\u202E" [bidi-override]
    the `en` message has a character that changes the direction of text (U+202E)
    remove it; if texts need it, set `bidi-override: allow` in `checks` at the top
4:34-40 error "\\u202C" [bidi-override]
    the `en` message has a character that changes the direction of text (U+202C)
    remove it; if texts need it, set `bidi-override: allow` in `checks` at the top
5:16-17 error "\u{2066}" [bidi-override]
    the summary has a character that changes the direction of text (U+2066)
    remove it; if texts need it, set `bidi-override: allow` in `checks` at the top
5:20-21 error "\u{2069}" [bidi-override]
    the summary has a character that changes the direction of text (U+2069)
    remove it; if texts need it, set `bidi-override: allow` in `checks` at the top"#,
        fixes: &[(r"\u202E", ""), (r"\u202C", ""), ("\u{2066}", ""), ("\u{2069}", "")],
    },
    Case {
        file: "checks-in-unknown-locales",
        reports: r#"
3:44-46 error "fr" [unknown-locale]
    the catalog has no locale `fr`
    the locales are `ja` and `en`; add it to `locales` at the top, or remove it
3:48-51 error "eng" [unknown-locale]
    the catalog has no locale `eng`
    did you mean `en`? the locales are `ja` and `en`
4:16-21 error "levle" [unknown-key]
    the check `empty-text` has no key `levle`
    did you mean `level`? the keys are `level` and `locales`
5:25-27 error "en" [wrong-shape]
    `locales` is not a list
    list them: `locales: [fr]`, or leave `locales` out"#,
        fixes: &[("[fr, eng]", "[en]"), ("levle", "level"), ("locales: en}", "locales: [en]}")],
    },
    Case {
        file: "checks-of-wrong-shape",
        reports: r#"
2:9-23 error "[untranslated]" [wrong-shape]
    `checks` is not a mapping
    name the check and its level: `checks: {untranslated: allow}`, or leave `checks` out"#,
        fixes: &[("[untranslated]", "{untranslated: allow}")],
    },
    Case {
        file: "checks-that-are-set",
        reports: r#"
8:5-12 error "message" [missing-translation]
    `message` lacks the locale `fr`; `ja` stands in
    add `fr: …` below `message`
9:27-29 error "要約" [untranslated]
    the `en` text in `summary` is the same as the `ja` one
    translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top"#,
        fixes: &[("{ja: 一つ}", "{ja: 一つ, fr: un}"), ("en: 要約", "en: summary")],
    },
    Case {
        file: "checks-without-a-value",
        reports: r#"
2:1-7 error "checks" [empty-value]
    `checks` has no value
    name the check and its level: `checks: {untranslated: allow}`, or leave `checks` out"#,
        fixes: &[("checks:\n", "")],
    },
    Case {
        file: "codes-that-differ-in-case",
        reports: r#"
5:3-6 error "a-b" [colliding-identifier]
    `a-b` becomes the Rust identifier `a_b`, as `a_b` on line 6 does
    give `a-b` a `name`, such as `name: expiry-too-far`
6:3-6 error "a_b" [colliding-identifier]
    `a_b` becomes the Rust identifier `a_b`, as `a-b` on line 5 does
    give `a_b` a `name`, such as `name: expiry-too-far`
8:28-31 error "a-c" [colliding-identifier]
    `AC1` becomes the Rust identifier `AC`, as `AC` on line 7 does
    give `AC1` another `name`"#,
        fixes: &[("三つ}", "三つ, name: expiry-too-far}"), ("四つ}", "四つ, name: closed}"), ("a-c", "a-e")],
    },
    Case {
        file: "control-character-in-a-text",
        reports: r#"
4:33-35 error "\\a" [control-character]
    the `en` message has a control character (U+0007)
    remove it
4:39-45 error "\\u0085" [control-character]
    the `en` message has an unusual line break (U+0085)
    remove it
4:46-50 error "\\x7f" [control-character]
    the `en` message has a control character (U+007F)
    remove it
6:26-28 error "\\e" [control-character]
    the description has a control character (U+001B)
    remove it
6:34-40 error "\\u2028" [control-character]
    the description has an unusual line break (U+2028)
    remove it
6:45-47 error "\\r" [control-character]
    the description has a control character (U+000D)
    remove it"#,
        fixes: &[(r"\a and\u0085 \x7f", "and"), (r"\e[31m, \u2028 and \r", "[31m")],
    },
    Case {
        file: "doubled-space",
        reports: r#"
4:16-18 warning "  " [doubled-space]
    the message has 2 spaces in a row
    write one space
4:20-22 warning "\u{3000}\u{3000}" [doubled-space]
    the message has 2 spaces in a row
    write one space
5:18-21 warning "   " [doubled-space]
    the summary has 3 spaces in a row
    write one space
5:24-26 warning "  " [doubled-space]
    the summary has 2 spaces in a row
    write one space
8:26-28 warning "  " [doubled-space]
    the description has 2 spaces in a row
    write one space
11:9-14 warning " \\x20" [doubled-space]
    the cause has 2 spaces in a row
    write one space
13:13-15 warning "  " [doubled-space]
    the cause has 2 spaces in a row
    write one space
15:12-16:8 warning "  \\\n       " [doubled-space]
    the cause has 2 spaces in a row
    write one space"#,
        fixes: &[
            ("期限  切れ\u{3000}\u{3000}", "期限 切れ\u{3000}"),
            ("one   two  three", "one two three"),
            ("indented,  and", "indented, and"),
            (r"a \x20b", "a b"),
            ("folded  and", "folded and"),
            ("line  \\\n       two", "line two"),
        ],
    },
    Case {
        file: "duplicate-item",
        reports: r#"
3:32-34 error "en" [duplicate-item]
    the locale `en` stands twice in this list
    remove one of the two
4:19-23 error "'A8'" [duplicate-item]
    the code `A8` stands twice in this list
    remove one of the two
9:23-26 error "day" [duplicate-item]
    the param `day` stands twice in this list
    remove one of the two"#,
        fixes: &[("[en, en]", "[en]"), (", 'A8'", ""), ("[day, day]", "[day]")],
    },
    Case {
        file: "duplicate-message",
        reports: r#"
6:27-37 warning "\"the same\"" [duplicate-message]
    `A2` has the same message as `A1` on line 4
    say what is different, or remove one of the two codes; if they are to be the same, set `duplicate-message: allow` in `checks` at the top
8:19-21 warning "一つ" [duplicate-message]
    `A3` has the same message as `A1` on line 4
    say what is different, or remove one of the two codes; if they are to be the same, set `duplicate-message: allow` in `checks` at the top
8:27-35 warning "the same" [duplicate-message]
    `A3` has the same message as `A1` on line 4
    say what is different, or remove one of the two codes; if they are to be the same, set `duplicate-message: allow` in `checks` at the top"#,
        fixes: &[
            (r#""the same""#, "two"),
            ("{ja: 一つ, en: the same}\n  A2", "{ja: 一つ, en: one}\n  A2"),
            ("{ja: 一つ, en: the same}", "{ja: 三つ, en: three}"),
        ],
    },
    Case {
        file: "edge-space",
        reports: r#"
1:14-15 warning " " [edge-space]
    the title ends with a space
    remove it
5:20-21 warning " " [edge-space]
    the `ja` message starts with a space
    remove it
5:36-41 warning "\\x20 " [edge-space]
    the `en` message ends with a space
    remove it
6:15-21 warning "\\u3000" [edge-space]
    the summary starts with a space
    remove it
8:7-10 warning "   " [edge-space]
    the description starts with a space
    remove it
9:17-18 warning " " [edge-space]
    the description ends with a space
    remove it
12:13-14 warning "\u{3000}" [edge-space]
    the cause ends with a space
    remove it"#,
        fixes: &[
            ("'Codes '", "Codes"),
            (r#"" 期限""#, "期限"),
            (r"limit\x20 ", "limit"),
            (r"\u3000", ""),
            ("     Indented", "  Indented"),
            ("more. ", "more."),
            ("\u{3000}\n", "\n"),
        ],
    },
    Case {
        file: "empty-text",
        reports: r#"
4:19-21 warning "\"\"" [empty-text]
    the `ja` message is empty
    write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top
4:27-31 warning "'  '" [empty-text]
    the `en` message is empty
    write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top
5:5-12 warning "summary" [empty-text]
    the summary is empty
    write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top
6:19-21 warning "\"\"" [empty-text]
    the cause is empty
    write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top"#,
        fixes: &[(r#"ja: """#, "ja: 一つ"), ("'  '", "one"), ("summary: |", "summary: a"), (r#", """#, "")],
    },
    Case {
        file: "invalid-value",
        reports: r#"
2:9-12 error "yes" [invalid-value]
    `strict` is `yes`, not `true` or `false`
    write `strict: true` to make an error of every warning, or leave `strict` out
4:17-21 error "warn" [invalid-value]
    there is no level `warn`
    write `warning`; the levels are `allow`, `warning` and `error`
5:15-19 error "loud" [invalid-value]
    there is no level `loud`
    the levels are `allow`, `warning` and `error`
6:23-26 error "off" [invalid-value]
    there is no level `off`
    write `allow`; the levels are `allow`, `warning` and `error`
7:3-16 error "doubled-space" [empty-value]
    the level is missing
    the levels are `allow`, `warning` and `error`"#,
        fixes: &[
            ("yes", "true"),
            ("warn\n", "warning\n"),
            ("loud", "error"),
            ("off", "allow"),
            ("doubled-space:", "doubled-space: allow"),
        ],
    },
    Case {
        file: "message-break",
        reports: r#"
5:14-16 warning "\\n" [message-break]
    the `ja` message has a line break (U+000A)
    write the message on one line, or its lines below `|`, indented
6:24-8:9 warning "\n\n        " [message-break]
    the `en` message has a line break (U+000A)
    write the message on one line, or its lines below `|`, indented
11:13-14 warning "\t" [message-break]
    the `ja` message has a tab (U+0009)
    write a space in its place"#,
        fixes: &[
            (r"一行\n二行", "一行 二行"),
            ("en: one paragraph\n\n        and another", "en: |\n        one paragraph\n        and another"),
            ("タブ\tで", "タブ で"),
        ],
    },
    Case {
        file: "missing-placeholder-beside-omits",
        reports: r#"
7:11-21 error "for {user}" [missing-placeholder]
    the `en` message of `A1` leaves out `{0}` (`hours`)
    put `{0}` or `{hours}` into it; if it is left out on purpose, say so in the entry: `omits: {en: [hours, day], fr: [hours, day]}`
7:11-21 error "for {user}" [missing-placeholder]
    the `en` message of `A1` leaves out `{1}` (`day`)
    put `{1}` or `{day}` into it; if it is left out on purpose, say so in the entry: `omits: {en: [hours, day], fr: [hours, day]}`"#,
        fixes: &[("omits:\n      fr: [hours, day]", "omits: {en: [hours, day], fr: [hours, day]}")],
    },
    Case {
        file: "needless-omission",
        reports: r#"
6:23-28 error "hours" [needless-omission]
    the `en` message does not leave out `{0}` (`hours`)
    remove `hours` from `omits`, or the placeholder from the message"#,
        fixes: &[("[day, hours]", "[day]")],
    },
    Case {
        file: "omits-in-unknown-locales",
        reports: r#"
6:13-16 error "eng" [unknown-locale]
    the catalog has no locale `eng`
    did you mean `en`? the locales are `ja` and `en`
6:25-27 error "fr" [unknown-locale]
    the catalog has no locale `fr`
    the locales are `ja` and `en`; add it to `locales` at the top, or remove it"#,
        fixes: &[("eng:", "en:"), (", fr: [day]", "")],
    },
    Case {
        file: "omits-of-wrong-shape",
        reports: r#"
6:12-17 error "[day]" [wrong-shape]
    `omits` is not a mapping
    name the locale and the params: `omits: {en: [expires_at]}`, or leave `omits` out
10:5-10 error "omits" [empty-value]
    `omits` has no value
    name the locale and the params: `omits: {en: [expires_at]}`, or leave `omits` out
14:17-20 error "day" [wrong-shape]
    `en` is not a list
    name the locale and the params: `omits: {en: [expires_at]}`, or leave `omits` out"#,
        fixes: &[
            ("omits: [day]", "omits: {en: [day]}"),
            ("omits:\n", "omits: {en: [day]}\n"),
            (": day}\n", ": [day]}\n"),
            (r#""y {0}", en: "{0}""#, r#""y {0}", en: today"#),
        ],
    },
    Case {
        file: "retired-code",
        reports: r#"
6:3-9 error "TOK003" [retired-code]
    the code `TOK003` was retired on line 3
    give the entry a code that was never used, since the old one still means what it meant
8:3-9 error "000012" [retired-code]
    the code `000012` was retired on line 4
    give the entry a code that was never used, since the old one still means what it meant"#,
        fixes: &[("TOK003:", "TOK005:"), ("000012:", "000013:")],
    },
    Case {
        file: "retired-codes-that-cannot-be",
        reports: r#"
2:14-15 error " " [invalid-code]
    the code `TOK 3` contains ` `
    write `TOK-3`: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`
2:18-22 error "[A1]" [wrong-shape]
    the retired code is a list, not a word
    list the codes: `retired: [TOK003]`, or leave `retired` out
2:24-25 error "~" [empty-value]
    the retired code is missing
    list the codes: `retired: [TOK003]`, or leave `retired` out"#,
        fixes: &[("[TOK 3, [A1], ~]", "[TOK3]")],
    },
    Case {
        file: "retired-of-wrong-shape",
        reports: r#"
2:10-16 error "TOK003" [wrong-shape]
    `retired` is not a list
    list the codes: `retired: [TOK003]`, or leave `retired` out"#,
        fixes: &[("TOK003", "[TOK003]")],
    },
    Case {
        file: "strict-that-is-no-truth",
        reports: r#"
2:9-15 error "[true]" [wrong-shape]
    the value of `strict` is a list, not a word
    write `strict: true` to make an error of every warning, or leave `strict` out"#,
        fixes: &[("[true]", "true")],
    },
    Case {
        file: "strict-without-a-value",
        reports: r#"
2:1-7 error "strict" [empty-value]
    the value of `strict` is missing
    write `strict: true` to make an error of every warning, or leave `strict` out"#,
        fixes: &[("strict:\n", "")],
    },
    Case {
        file: "strict",
        reports: r#"
7:5-12 error "message" [missing-translation]
    `message` lacks the locale `en`; `ja` stands in
    add `en: …` below `message`
8:22-23 error " " [edge-space]
    the `ja` summary ends with a space
    remove it
8:30-35 warning "\"要約 \"" [untranslated]
    the `en` text in `summary` is the same as the `ja` one
    translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top
8:33-34 error " " [edge-space]
    the `en` summary ends with a space
    remove it"#,
        fixes: &[
            ("{ja: 一つ}", "{ja: 一つ, en: one}"),
            (r#"ja: "要約 ""#, r#"ja: "要約""#),
            (r#"en: "要約 ""#, "en: summary"),
        ],
    },
    Case {
        file: "twenty-mistakes",
        reports: r#"
1:1-6 error "titel" [unknown-key]
    the catalog has no key `titel`
    did you mean `title`? the keys are `title`, `description`, `locales`, `headings`, `checks`, `strict`, `retired`, `columns` and `codes`
3:9-14 error "maybe" [invalid-value]
    `strict` is `maybe`, not `true` or `false`
    write `strict: true` to make an error of every warning, or leave `strict` out
4:10-18 error "spelling" [unknown-check]
    there is no check `spelling`
    remove it; the checks that can be set are `missing-translation`, `untranslated`, `adjacent-placeholders`, `unused-column`, `duplicate-message`, `empty-text`, `edge-space`, `doubled-space`, `message-break` and `bidi-override`
5:17-21 error "TOK9" [duplicate-item]
    the code `TOK9` stands twice in this list
    remove one of the two
7:6-7 error " " [invalid-code]
    the code `TOK 1` contains ` `
    write `TOK-1`: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`
9:11-14 error "Two" [invalid-name]
    the name `Two` is not in kebab case
    write `two`: lower-case ASCII letters and digits, a letter first, with single hyphens between words
10:21-24 error "u32" [unknown-type]
    there is no type `u32`
    write `integer`; the types are `text`, `integer` and `any`
11:36-39 error "{1}" [unknown-placeholder]
    the `en` message uses `{1}`, but `TOK2` has 1 param
    the placeholder is `{0}` (`limit`); for the text itself, write `{{1}}`
13:14-20 error "unused" [unused-param]
    no message of `TOK3` uses the param `unused`
    put `{0}` or `{unused}` into the message in each locale, or remove the param
16:26-27 warning "四" [untranslated]
    the `en` text in `message` is the same as the `ja` one
    translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top
18:26-31 warning "three" [duplicate-message]
    `TOK5` has the same message as `TOK3` on line 14
    say what is different, or remove one of the two codes; if they are to be the same, set `duplicate-message: allow` in `checks` at the top
20:5-12 warning "message" [missing-translation]
    `message` lacks the locale `en`; `ja` stands in
    add `en: …` below `message`
23:21-27 warning "{a}{b}" [adjacent-placeholders]
    the `ja` message has nothing between the placeholders `{a}{b}`
    put a space or a sign between them: `{a} {b}`; if they are to touch, set `adjacent-placeholders: allow` in `checks` at the top
25:21-22 warning " " [edge-space]
    the `ja` message ends with a space
    remove it
25:35-37 warning "  " [doubled-space]
    the `en` message has 2 spaces in a row
    write one space
26:3-7 error "TOK9" [retired-code]
    the code `TOK9` was retired on line 5
    give the entry a code that was never used, since the old one still means what it meant
29:30-36 error "\\u202E" [bidi-override]
    the `en` message has a character that changes the direction of text (U+202E)
    remove it; if texts need it, set `bidi-override: allow` in `checks` at the top
30:14-16 warning "\"\"" [empty-text]
    the summary is empty
    write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top
32:22-24 error "\\a" [control-character]
    the `ja` message has a control character (U+0007)
    remove it
32:31-35 error "null" [empty-value]
    YAML takes `null` for no text at all
    put it in quotes: "null"
35:5-11 error "colour" [unknown-key]
    the entry `TOK12` has no key `colour`
    remove it, or declare it in `columns` at the top; the keys are `name`, `params`, `message`, `omits`, `summary`, `description`, `causes` and `resolution`
36:3-8 error "TOK12" [duplicate-code]
    the code `TOK12` is already defined on line 33
    remove one of the two, or give one of them another code"#,
        fixes: &[
            ("titel", "title"),
            ("maybe", "true"),
            ("{spelling: allow}", "{untranslated: allow}"),
            (", TOK9]", "]"),
            ("TOK 1", "TOK1"),
            ("Two\n", "two\n"),
            ("u32", "integer"),
            ("{1}", "{0}"),
            ("    params: {unused: any}\n", ""),
            ("en: 四", "en: four"),
            ("五, en: three", "五, en: five"),
            ("{ja: 六}", "{ja: 六, en: six}"),
            ("{a}{b}", "{a} {b}"),
            ("八 ", "八"),
            ("eight  times", "eight times"),
            ("  TOK9:\n", "  TOK14:\n"),
            (r"\u202E", ""),
            (r#"summary: """#, "summary: a text"),
            (r"\a", ""),
            ("en: null", r#"en: "null""#),
            ("    colour: red\n", ""),
            ("  TOK12:\n    message: {ja: 十三", "  TOK13:\n    message: {ja: 十三"),
        ],
    },
    Case {
        file: "unknown-check",
        reports: r#"
3:3-15 error "untransalted" [unknown-check]
    there is no check `untransalted`
    did you mean `untranslated`? the checks that can be set are `missing-translation`, `untranslated`, `adjacent-placeholders`, `unused-column`, `duplicate-message`, `empty-text`, `edge-space`, `doubled-space`, `message-break` and `bidi-override`
4:3-17 error "duplicate-code" [unknown-check]
    the level of `duplicate-code` cannot be set
    remove it; the checks that can be set are `missing-translation`, `untranslated`, `adjacent-placeholders`, `unused-column`, `duplicate-message`, `empty-text`, `edge-space`, `doubled-space`, `message-break` and `bidi-override`
5:3-11 error "spelling" [unknown-check]
    there is no check `spelling`
    remove it; the checks that can be set are `missing-translation`, `untranslated`, `adjacent-placeholders`, `unused-column`, `duplicate-message`, `empty-text`, `edge-space`, `doubled-space`, `message-break` and `bidi-override`"#,
        fixes: &[
            ("untransalted", "untranslated"),
            ("  duplicate-code: allow\n", ""),
            ("  spelling: warning\n", ""),
        ],
    },
    Case {
        file: "unknown-param",
        reports: r#"
6:18-21 error "dya" [unknown-param]
    `A1` has no param `dya`
    did you mean `day`? the params are `hours` and `day`
6:23-27 error "user" [unknown-param]
    `A1` has no param `user`
    remove it; the params are `hours` and `day`
9:18-21 error "day" [unknown-param]
    `A2` has no param `day`
    remove it"#,
        fixes: &[("one}\n    omits: {en: [day]}", "one}"), ("[dya, user]", "[day]")],
    },
    Case {
        file: "untranslated",
        reports: r#"
7:11-19 warning "期限は{0}時間" [untranslated]
    the `en` text in `message` is the same as the `ja` one
    translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top
12:17-19 warning "二つ" [untranslated]
    the `en` text in `causes` is the same as the `ja` one
    translate it; if it is right as it is, set `untranslated: allow` in `checks` at the top"#,
        fixes: &[("en: 期限は{0}時間", r#"en: "up to {0} hours""#), ("[one, 二つ]", "[one, two]")],
    },
    Case {
        file: "unused-param-but-in-details",
        reports: r#"
4:14-23 error "max_hours" [unused-param]
    no message of `A1` uses the param `max_hours`
    put `{0}` or `{max_hours}` into the message in each locale; if only details are to show it, write `omits: {ja: [max_hours], en: [max_hours]}` in the entry"#,
        fixes: &[("    resolution", "    omits: {ja: [max_hours], en: [max_hours]}\n    resolution")],
    },
    Case {
        file: "unused-param-that-is-omitted",
        reports: r#"
4:14-23 error "max_hours" [unused-param]
    no message of `A1` uses the param `max_hours`
    put `{0}` or `{max_hours}` into the message in each locale, or remove the param, here and in `omits`"#,
        fixes: &[
            ("    params: {max_hours: integer}\n", ""),
            ("    omits: {ja: [max_hours], en: [max_hours]}\n", ""),
        ],
    },
    Case {
        file: "unused-param",
        reports: r#"
5:7-16 error "max_hours" [unused-param]
    no message of `A1` uses the param `max_hours`
    put `{0}` or `{max_hours}` into the message in each locale, or remove the param; `{1}` is then `{0}`"#,
        fixes: &[("      max_hours: integer\n", ""), ("{1}", "{0}")],
    },
];
