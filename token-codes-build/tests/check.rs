//! What the checks accept, and what they say of everything else.

use std::{collections::HashSet, fmt::Write as _, fs, path::Path};

use token_codes_build::{
    Checked, Diagnostics, Kind, Level, MAX_BYTES, Source,
    catalog::{Catalog, Cut, Param, ParamType, Template, Text},
    read,
};

fn check(text: &str) -> Result<Checked, Diagnostics> {
    read(&Source::new("catalog.yaml", text))
}

/// What is reported on a catalog: its mistakes, or its warnings if there are none.
fn report(text: &str) -> Diagnostics {
    check(text).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

#[track_caller]
fn accepted(text: &str) -> Catalog {
    let checked = check(text).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert_eq!(checked.warnings.to_string(), "");
    checked.catalog
}

struct Case {
    about: &'static str,
    input: &'static str,
    report: &'static str,
}

impl Case {
    /// Without the line break that a raw string starts with.
    fn input(&self) -> &'static str {
        self.input.strip_prefix('\n').unwrap_or(self.input)
    }
}

#[test]
fn every_mistake_is_reported_as_written_here() {
    for case in CASES {
        let expected = case.report.strip_prefix('\n').unwrap_or(case.report);
        assert_eq!(report(case.input()).to_string(), expected, "{}", case.about);
    }
}

#[test]
fn every_kind_has_a_case() {
    let mut seen: HashSet<Kind> = HashSet::new();
    let mut see =
        |diagnostics: &Diagnostics| seen.extend(diagnostics.iter().map(|diagnostic| diagnostic.kind));
    for case in CASES {
        see(&report(case.input()));
    }
    // Those of `more_checks.rs`.
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            see(&report(&fs::read_to_string(path).unwrap()));
        }
    }
    // Those below have tests of their own.
    see(&Source::read(Path::new("no/such/catalog.yaml")).unwrap_err());
    see(&Source::from_bytes("", vec![b' '; MAX_BYTES + 1]).unwrap_err());
    see(&Source::from_bytes("", vec![0xFF]).unwrap_err());
    see(&report(&with_params(256)));
    let missing: Vec<_> = Kind::ALL.iter().filter(|kind| !seen.contains(kind)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

#[test]
fn kinds_have_names_of_their_own() {
    let names: HashSet<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(names.len(), Kind::ALL.len());
    for kind in Kind::ALL {
        assert!(
            kind.name()
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        );
        assert!(kind.about().ends_with('.'));
    }
    // What is a matter of taste can be set, and is a warning unless it is a danger.
    for kind in Kind::ALL {
        let is_warning = kind.level() == Level::Warning;
        assert_eq!(is_warning || *kind == Kind::BidiOverride, kind.is_settable(), "{kind}");
    }
}

#[test]
fn places_are_exact_in_every_style() {
    let case = CASES.iter().find(|case| case.about == "places in all styles").unwrap();
    let diagnostics = report(case.input());
    let placed: Vec<_> =
        diagnostics.iter().map(|diagnostic| &diagnostics.source().text[diagnostic.span.clone()]).collect();
    assert_eq!(placed, ["{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}", "{10}"]);
}

#[test]
fn messages_keep_the_voice() {
    for diagnostic in CASES.iter().flat_map(|case| report(case.input()).iter().cloned().collect::<Vec<_>>()) {
        let help = diagnostic.help.expect("every mistake has a help");
        for text in [&diagnostic.message, &help] {
            assert!(!text.ends_with('.') && !text.is_empty(), "{text}");
            let first = text.split(' ').next().unwrap_or_default();
            let is_name = ["YAML", "`"].iter().any(|name| first.starts_with(name));
            assert!(is_name || !first.starts_with(char::is_uppercase), "{text}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_reported() {
    let mistakes = Source::read(Path::new("no/such/catalog.yaml")).unwrap_err();
    assert_eq!(
        mistakes.to_string(),
        "no/such/catalog.yaml: error: the catalog cannot be read: No such file or directory (os error 2) \
         [unreadable-file]\n  \
         help: the catalog is a YAML file with `locales` and `codes`; check the path and the permissions"
    );
    let mistakes = Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_err();
    assert!(mistakes.iter().all(|diagnostic| diagnostic.kind == Kind::UnreadableFile));
}

#[test]
fn a_file_that_is_too_large_is_reported() {
    let expected = "big.yaml: error: the catalog is larger than 64 MiB [file-too-large]\n  \
                    help: divide it into several catalogs";
    let mistakes = Source::from_bytes("big.yaml", vec![b' '; MAX_BYTES + 1]).unwrap_err();
    assert_eq!(mistakes.to_string(), expected);
    let mistakes = read(&Source::new("big.yaml", " ".repeat(MAX_BYTES + 1))).unwrap_err();
    assert_eq!(mistakes.to_string(), expected);
}

#[test]
fn other_encodings_are_reported() {
    let help = "\n  help: save the catalog in the encoding UTF-8; every editor's \"save as\" offers it";
    let utf16: Vec<u8> = "\u{FEFF}codes:".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, expected) in [
        // "title: トーク" in Shift_JIS.
        (b"title:\n  \x83g\x81[\x83N".to_vec(), "c.yaml:2:3: error: the byte 0x83 is not UTF-8 [not-utf8]"),
        ("title: あ".as_bytes()[..9].to_vec(), "c.yaml:1:8: error: the byte 0xE3 is not UTF-8 [not-utf8]"),
        (utf16, "c.yaml:1:1: error: the catalog is in UTF-16, not in UTF-8 [not-utf8]"),
    ] {
        let mistakes = Source::from_bytes("c.yaml", bytes).unwrap_err();
        assert_eq!(mistakes.to_string(), format!("{expected}{help}"));
    }
}

fn with_params(count: usize) -> String {
    let mut text = "locales: [ja]\ncodes:\n  A1:\n    params:\n".to_owned();
    (0..count).for_each(|index| writeln!(text, "      p{index}: any").unwrap());
    text.push_str("    message: \"all:");
    (0..count).for_each(|index| write!(text, " {{{index}}}").unwrap());
    text + "\"\n"
}

#[test]
fn an_entry_has_up_to_255_params() {
    assert_eq!(accepted(&with_params(255)).entries[0].params.len(), 255);
    assert_eq!(
        report(&with_params(256)).to_string(),
        "catalog.yaml:260:7: error: `A1` has 256 params [too-many-params]\n  help: an entry has no more than 255"
    );
}

fn template(text: &str, cuts: &[(usize, usize, Option<usize>)]) -> Template {
    let cuts = cuts.iter().map(|&(start, end, param)| Cut { start, end, param }).collect();
    Template { text: text.into(), cuts }
}

#[test]
fn a_catalog_comes_out_as_it_is_written() {
    let text = r#"
title: Token Related Messages
description: |
  Introduction.
locales: [ja, zh-Hant]
codes:
  TOK005:
    name: expiry-too-far # so is this
    params:
      max_hours: integer
      expires_at: any   # a comment that hides no text
    message:
      ja: 期限は{0}時間。{{指定}}:{expires_at}
      zh-Hant: "{1} {0}"
    summary: too far
    description: {zh-Hant: b, ja: "{0} a"}
    causes: [one, "{1}"]
    resolution:
      ja: [step]
      zh-Hant: []
"#;
    let catalog = accepted(text);
    assert_eq!(catalog.title, "Token Related Messages");
    assert_eq!(catalog.description, "Introduction.\n");
    let locales: Vec<_> = catalog.locales.iter().map(|locale| (&*locale.tag, &*locale.variant)).collect();
    assert_eq!(locales, [("ja", "Ja"), ("zh-Hant", "ZhHant")]);
    let entry = catalog.entry("TOK005").unwrap();
    assert_eq!(
        (&*entry.constant, &*entry.name, &*entry.variant),
        ("TOK005", "expiry-too-far", "ExpiryTooFar")
    );
    let param = |name: &str, kind| Param { name: name.into(), kind };
    assert_eq!(entry.params, [param("max_hours", ParamType::Integer), param("expires_at", ParamType::Any)]);
    assert!(entry.messages.iter().all(|message| message.translated));
    assert_eq!(
        entry.messages[0].template,
        template(
            "期限は{0}時間。{{指定}}:{expires_at}",
            &[(9, 12, Some(0)), (22, 23, None), (30, 31, None), (32, 44, Some(1))]
        )
    );
    assert_eq!(entry.messages[1].template, template("{1} {0}", &[(0, 3, Some(1)), (4, 7, Some(0))]));
    assert_eq!(entry.summary, Text::Same(template("too far", &[])));
    let description = vec![template("{0} a", &[(0, 3, Some(0))]), template("b", &[])];
    assert_eq!(entry.description, Text::PerLocale(description));
    assert_eq!(entry.causes, Text::Same(vec![template("one", &[]), template("{1}", &[(0, 3, Some(1))])]));
    assert_eq!(entry.resolution, Text::PerLocale(vec![vec![template("step", &[])], vec![]]));
}

#[test]
fn the_source_locale_stands_in_with_a_warning() {
    let text = "locales: [ja, en]\ncodes:\n  A1:\n    message: {ja: text}\n    summary: {ja: short}\n";
    let checked = check(text).unwrap();
    let kinds: Vec<_> = checked.warnings.iter().map(|warning| warning.kind).collect();
    assert_eq!(kinds, [Kind::MissingTranslation; 2]);
    let shown: Vec<_> = checked
        .warnings
        .iter()
        .map(|warning| warning.display(checked.warnings.source()).to_string())
        .collect();
    assert_eq!(shown.join("\n"), checked.warnings.to_string());
    let entry = &checked.catalog.entries[0];
    assert_eq!(entry.messages[1].template.text, "text");
    assert!(entry.messages[0].translated && !entry.messages[1].translated);
    assert_eq!(entry.summary.get(1).text, "short");
}

#[test]
fn codes_and_texts_are_never_numbers() {
    let codes = [
        "000001",
        "000012",
        "123456",
        "0E0001",
        "0x10AB",
        "1e3",
        "1.5",
        "on",
        "NO",
        "null",
        "true",
        ".inf",
        "08000.S.1",
        "CDC:ErrMixedCase",
        "DM-load-unit-34019",
        "ROLE-1",
        "2026-12-01",
        "12:30:45",
        "a/b",
        "self",
        "_1",
    ];
    let mut text = "locales: [no]\ncodes:\n".to_owned();
    for code in codes {
        writeln!(text, "  {code}:\n    message: {}", code.replace("null", "'null'")).unwrap();
    }
    let catalog = accepted(&text);
    assert_eq!(catalog.locales[0].tag, "no");
    let found: Vec<_> = catalog.entries.iter().map(|entry| &*entry.code).collect();
    assert_eq!(found, codes);
    let texts: Vec<_> = catalog.entries.iter().map(|entry| &*entry.messages[0].template.text).collect();
    assert_eq!(texts, codes);
}

#[test]
fn texts_are_kept_byte_for_byte() {
    let long = "長い".repeat(2000);
    for (written, expected) in [
        ("'it''s #1: \"a\" & *b* !c @d %e `f`'", "it's #1: \"a\" & *b* !c @d %e `f`"),
        ("it's 'quoted' a#b a:b &x *y", "it's 'quoted' a#b a:b &x *y"),
        ("\"  \\u3042\\n\\t  \"", "  あ\n\t  "),
        ("|\n      a\n        b\n\n      c\n", "a\n  b\n\nc\n"),
        ("|", ""),
        ("|-\n      text", "text"),
        ("|\n      text", "text"),
        (">-\n      a\n      b\n\n      c", "a b\nc"),
        ("one\n      two", "one two"),
        ("\"\"", ""),
        ("か\u{3099} ﾊﾝｶｸ 😀 \u{200D}", "か\u{3099} ﾊﾝｶｸ 😀 \u{200D}"),
        (&long, &long),
    ] {
        // A detail, since a message has fewer characters.
        let text = format!(
            "locales: [ja]\nchecks: {{edge-space: allow, empty-text: allow}}\ncodes:\n  A1:\n    message: x\n    \
             summary: {written}"
        );
        let Text::Same(summary) = &accepted(&text).entries[0].summary else { panic!("one summary for all") };
        assert_eq!(summary.text, expected);
    }
}

#[test]
fn line_endings_and_byte_order_marks_change_nothing() {
    let text = "locales: [ja, en]\ncodes:\n  A1:\n    message:\n      ja: |\n        a\n        b\n      en: c\n      \
                \x20 d\n";
    let expected = accepted(text);
    assert_eq!(accepted(&text.replace('\n', "\r\n")), expected);
    assert_eq!(accepted(&text.replace('\n', "\r")), expected);
    assert_eq!(accepted(&format!("\u{FEFF}{text}")), expected);
    assert_eq!(accepted(&format!("# comment\n---\n{text}...\n# comment\n")), expected);
    assert_eq!(accepted(&format!("%YAML 1.2\n---\n{text}")), expected);
    assert_eq!(accepted(&format!("{}{text}", "# comment\n".repeat(500))), expected);
}

#[test]
fn bombs_are_refused() {
    let deep = 10_000;
    let block: String = (0..deep).fold(String::new(), |mut text, depth| {
        writeln!(text, "{}a:", " ".repeat(depth)).unwrap();
        text
    });
    for text in ["[".repeat(deep), "{a: ".repeat(deep), "- ".repeat(deep), "? ".repeat(deep), block] {
        let kinds: Vec<_> = report(&text).iter().map(|diagnostic| diagnostic.kind).collect();
        assert_eq!(kinds, [Kind::TooDeep]);
    }
    let mut bomb = "a0: &a0 [x, x]\n".to_owned();
    (1..30).for_each(|n| writeln!(bomb, "a{n}: &a{n} [*a{0}, *a{0}]", n - 1).unwrap());
    let mistakes = check(&bomb).unwrap_err();
    let anchors = mistakes.iter().filter(|diagnostic| diagnostic.kind == Kind::Anchor).count();
    assert_eq!(anchors, 30 + 2 * 29);
    let braces = format!("locales: [ja]\ncodes:\n  A1:\n    message: \"{}\"\n", "{}".repeat(100_000));
    assert_eq!(report(&braces).len(), 32);
}

/// Quadratic effort anywhere would make this take minutes.
#[test]
fn a_hundred_mistakes_among_ten_thousand_codes_are_found() {
    let mut text = "locales: [ja, en]\ncodes:\n".to_owned();
    for code in 0..10_000 {
        let placeholder = if code % 100 == 0 { "{1}" } else { "{0}" };
        writeln!(text, "  TOK{code:05}:\n    name: a-{code}\n    params: {{max_hours: integer}}").unwrap();
        writeln!(
            text,
            "    message:\n      ja: {code}の期限は{placeholder}時間\n      en: {code} up to {{max_hours}}"
        )
        .unwrap();
    }
    let mistakes = check(&text).unwrap_err();
    assert_eq!(mistakes.len(), 100);
    assert!(mistakes.iter().all(|mistake| mistakes.source().text[mistake.span.clone()] == *"{1}"));
}

/// Whatever is cut off or left out, there is a catalog or a report, and its places are in the text.
#[test]
fn nothing_panics() {
    for case in CASES {
        let text = case.input();
        for (at, character) in text.char_indices() {
            for broken in
                [text[..at].to_owned(), format!("{}{}", &text[..at], &text[at + character.len_utf8()..])]
            {
                let diagnostics = report(&broken);
                assert!(diagnostics.iter().all(|diagnostic| broken.get(diagnostic.span.clone()).is_some()));
                let _ = diagnostics.to_string();
            }
        }
    }
}

const CASES: &[Case] = &[
    Case {
        about: "a control character",
        input: "locales: [ja]\ncodes:\n  A1:\n    message: a\u{1}b\n",
        report: r"
catalog.yaml:4:15: error: the character U+0001 cannot stand in a catalog as it is [control-character]
  help: remove it, or write it as `\u0001` in a text in double quotes",
    },
    Case {
        about: "a NUL",
        input: "locales: [ja]\ncodes:\n  A1:\n    message: a\u{0}b\n",
        report: r"
catalog.yaml:4:15: error: the character U+0000 cannot stand in a catalog as it is [control-character]
  help: remove it, or write it as `\u0000` in a text in double quotes",
    },
    Case {
        about: "a tab for indentation",
        input: "locales: [ja]\ncodes:\n  A1:\n\tmessage: text\n",
        report: r"
catalog.yaml:4:2: error: a tab stands where YAML wants spaces [syntax]
  help: indent with spaces",
    },
    Case {
        about: "a quote that is never closed",
        input: r#"
locales: [ja]
codes:
  A1:
    message: "text
  A2:
    message: text
"#,
        report: r#"
catalog.yaml:4:14: error: this quote is never closed [syntax]
  help: end the text with `"`"#,
    },
    Case {
        about: "`@` at the start of a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: @here は
",
        report: r#"
catalog.yaml:4:14: error: a text that starts with `@` is not in quotes [syntax]
  help: put it in quotes: "@here は""#,
    },
    Case {
        about: "`%` at the start of a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: %d items
",
        report: r#"
catalog.yaml:4:14: error: a text that starts with `%` is not in quotes [syntax]
  help: put it in quotes: "%d items""#,
    },
    Case {
        about: "a backtick at the start of a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: `code` is wrong
",
        report: r#"
catalog.yaml:4:14: error: a text that starts with a backtick is not in quotes [syntax]
  help: put it in quotes: "`code` is wrong""#,
    },
    Case {
        about: "`: ` inside a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: 注意: 期限切れ
",
        report: r#"
catalog.yaml:4:16: error: YAML takes `: ` in a text without quotes for the end of a key [syntax]
  help: put the text in quotes: "注意: 期限切れ""#,
    },
    Case {
        about: "a placeholder at the start of a text",
        input: r"
locales: [ja]
codes:
  A1:
    params: {hours: integer}
    message: {0}時間より未来
",
        report: r#"
catalog.yaml:5:14: error: a text that starts with `{` is not in quotes [syntax]
  help: put it in quotes: "{0}時間より未来""#,
    },
    Case {
        about: "a placeholder that is the whole text",
        input: r"
locales: [ja]
codes:
  A1:
    params: {hours: integer}
    message: {0}
",
        report: r#"
catalog.yaml:5:14: error: a text that starts with `{` is not in quotes [wrong-shape]
  help: put it in quotes: "{0}""#,
    },
    Case {
        about: "a placeholder that is the whole text of a locale",
        input: r#"
locales: [ja, en]
codes:
  A1:
    params: {hours: integer}
    message: {ja: {0}, en: "{0}"}
"#,
        report: r#"
catalog.yaml:5:19: error: a text that starts with `{` is not in quotes [wrong-shape]
  help: put it in quotes: "{0}""#,
    },
    Case {
        about: "a bracket that is never closed",
        input: r"
locales: [ja]
codes:
  A1:
    message: {0
",
        report: r"
catalog.yaml:4:14: error: this `{` is never closed [syntax]
  help: close it with `}`; a text that starts with `{` must be in quotes",
    },
    Case {
        about: "text behind a closing quote",
        input: r#"
locales: [ja]
codes:
  A1:
    message: "quoted" text
"#,
        report: r#"
catalog.yaml:4:23: error: the text goes on behind its closing quote [syntax]
  help: write `\"` for a quote inside double quotes, or put the whole text in single quotes"#,
    },
    Case {
        about: "an apostrophe in single quotes",
        input: r"
locales: [ja]
codes:
  A1:
    message: 'it's'
",
        report: r"
catalog.yaml:4:18: error: the text goes on behind its closing quote [syntax]
  help: write `''` for an apostrophe inside single quotes, or put the whole text in quotes",
    },
    Case {
        about: "an escape that does not exist",
        input: r#"
locales: [ja]
codes:
  A1:
    message: "C:\dir"
"#,
        report: r"
catalog.yaml:4:14: error: a text in double quotes has an escape that YAML does not know [syntax]
  help: write `\\` for a backslash, or put the text in single quotes",
    },
    Case {
        about: "`|` at the start of a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: | text
",
        report: r"
catalog.yaml:4:14: error: a text that starts with `|` or `>` is not in quotes [syntax]
  help: put it in quotes, or begin the text on the next line, indented",
    },
    Case {
        about: "a list in a line",
        input: r"
locales: [ja]
codes:
  A1:
    causes: - one
    message: text
",
        report: r"
catalog.yaml:4:13: error: a list cannot start here [syntax]
  help: put each `- ` on a line of its own, or the text in quotes",
    },
    Case {
        about: "a line that is indented too little",
        input: r"
locales: [ja]
codes:
  A1:
      name: a
    message: text
",
        report: r"
catalog.yaml:5:5: error: YAML expects a key here [syntax]
  help: indent the line like the keys beside it",
    },
    Case {
        about: "a line that is no key",
        input: r"
locales: [ja]
codes:
  A1:
    message: text
rest
",
        report: r"
catalog.yaml:5:1: error: this line is neither a key nor part of a text [syntax]
  help: write `key: value`, or indent the line",
    },
    Case {
        about: "brackets that do not match",
        input: r"
locales: [ja}
",
        report: r"
catalog.yaml:1:10: error: the brackets of a list or mapping do not match [syntax]
  help: close each `[` with `]` and each `{` with `}`; put a text with brackets in quotes",
    },
    Case {
        about: "a comment amid a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: eins #1
      zwei
",
        report: r"
catalog.yaml:4:19: error: YAML takes what follows ` #` for a comment, in the midst of a text [syntax]
  help: put the whole text in quotes",
    },
    Case {
        about: "lists too deep",
        input: r"
locales: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
",
        report: r"
catalog.yaml:1:42: error: lists and mappings are nested deeper than 32 levels [too-deep]
  help: a catalog needs no more than five levels; a text that starts with `{` or `[` must be in quotes",
    },
    Case {
        about: "an unusual line break, which YAML 1.1 folds",
        input: "locales: [ja]\ncodes:\n  A1:\n    message: a\u{85}b\n",
        report: r"
catalog.yaml:4:15: error: YAML readers do not agree on what is written here [ambiguous-yaml]
  help: remove U+0085, or write it as `\u0085` in a text in double quotes",
    },
    Case {
        about: "a line indented too far",
        input: r"
locales: [ja]
codes:
  A1:
    name: a
      message: text
",
        report: r"
catalog.yaml:5:14: error: YAML expects no key here [syntax]
  help: indent the line like the keys beside it",
    },
    Case {
        about: "half a character, which one reader refuses",
        input: r#"
locales: [ja]
codes:
  A1:
    message: "\ud83d\ude00"
"#,
        report: r"
catalog.yaml:4:17: error: some YAML readers do not accept this: found invalid Unicode character escape code [ambiguous-yaml]
  help: put the text in quotes; indent with spaces, and what is in brackets too",
    },
    Case {
        about: "an empty file",
        input: r"
",
        report: r"
catalog.yaml:1:1: error: the catalog is empty [empty-catalog]
  help: a catalog has at least `locales: [en]` and `codes:`",
    },
    Case {
        about: "a file of comments",
        input: r"
# nothing

---
",
        report: r"
catalog.yaml:1:1: error: the catalog is empty [empty-catalog]
  help: a catalog has at least `locales: [en]` and `codes:`",
    },
    Case {
        about: "several documents",
        input: r"
locales: [ja]
codes:
  A1: {message: text}
---
locales: [ja]
codes:
",
        report: r"
catalog.yaml:4:1: error: the catalog is a single YAML document, but another one starts here [several-documents]
  help: remove this line, or put what follows into a catalog of its own",
    },
    Case {
        about: "an alias",
        input: r"
locales: [ja]
codes:
  A1:
    message: *star* text
",
        report: r#"
catalog.yaml:4:14: error: YAML takes `*star*` for an alias, which a catalog has no use for [anchor]
  help: put a text that starts with `*` in quotes: "*star* text""#,
    },
    Case {
        about: "an alias that is known, and its anchor",
        input: r"
locales: [ja]
codes:
  A1: &first
    message: text
  A2: *first
",
        report: r#"
catalog.yaml:3:7: error: YAML takes `&first` for an anchor, which a catalog has no use for [anchor]
  help: put a text that starts with `&` in quotes: "&first"
catalog.yaml:5:7: error: YAML takes `*first` for an alias, which a catalog has no use for [anchor]
  help: put a text that starts with `*` in quotes: "*first""#,
    },
    Case {
        about: "an anchor instead of a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: &amp は
",
        report: r#"
catalog.yaml:4:14: error: YAML takes `&amp` for an anchor, which a catalog has no use for [anchor]
  help: put a text that starts with `&` in quotes: "&amp は""#,
    },
    Case {
        about: "a tag instead of a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: !bang text
",
        report: r#"
catalog.yaml:4:14: error: YAML takes `!bang` for a tag, which a catalog has no use for [tag]
  help: put a text that starts with `!` in quotes: "!bang text""#,
    },
    Case {
        about: "a merge key",
        input: r"
locales: [ja]
codes:
  A1:
    <<: {message: text}
    message: text
",
        report: r"
catalog.yaml:4:5: error: a catalog has no merge keys [merge-key]
  help: write the keys of the other mapping out",
    },
    Case {
        about: "text lost in a comment",
        input: r"
locales: [ja, en]
codes:
  A1:
    message:
      ja: 番号 #1 は
      en: text # a comment
",
        report: r#"
catalog.yaml:5:14: error: YAML takes the rest of this text for a comment [lost-text]
  help: put the text in quotes: "番号 #1 は"; a comment goes on a line of its own
catalog.yaml:6:16: error: YAML takes the rest of this text for a comment [lost-text]
  help: put the text in quotes: "text # a comment"; a comment goes on a line of its own"#,
    },
    Case {
        about: "a duplicate key",
        input: r"
locales: [ja]
codes:
  A1:
    message: text
    message: again
",
        report: r"
catalog.yaml:5:5: error: the key `message` already stands on line 4 [duplicate-key]
  help: remove one of the two",
    },
    Case {
        about: "a list at the root",
        input: r"
- locales
- codes
",
        report: r"
catalog.yaml:1:1: error: the catalog is a list, not a mapping [wrong-shape]
  help: start the file with the keys `locales:` and `codes:`",
    },
    Case {
        about: "a text at the root",
        input: r"
locales
",
        report: r"
catalog.yaml:1:1: error: the catalog is a text, not a mapping [wrong-shape]
  help: start the file with the keys `locales:` and `codes:`",
    },
    Case {
        about: "a key that is a list",
        input: r"
locales: [ja]
codes:
  ? [A1]
  : message: text
  A2: {message: text}
",
        report: r"
catalog.yaml:3:5: error: a key must be a text [wrong-shape]
  help: a text that starts with `{`, `[` or `?` must be in quotes",
    },
    Case {
        about: "codes without a value",
        input: r"
locales: [ja]
codes:
",
        report: r"
catalog.yaml:2:1: error: the catalog has no codes [empty-value]
  help: write the codes as keys, each with a message:
        codes:
          TOK001:
            message: …",
    },
    Case {
        about: "codes that are a list",
        input: r"
locales: [ja]
codes:
- A1
",
        report: r"
catalog.yaml:3:3: error: the codes are not a mapping [wrong-shape]
  help: write the codes as keys, each with a message:
        codes:
          TOK001:
            message: …",
    },
    Case {
        about: "codes that are empty",
        input: r"
locales: [ja]
codes: {}
",
        report: r"
catalog.yaml:2:8: error: the catalog has no codes [empty-value]
  help: write the codes as keys, each with a message:
        codes:
          TOK001:
            message: …",
    },
    Case {
        about: "an entry without a value",
        input: r"
locales: [ja, en]
codes:
  A1:
",
        report: r"
catalog.yaml:3:3: error: the entry `A1` is empty [empty-value]
  help: write its message below it:
        message:
          ja: …
          en: …",
    },
    Case {
        about: "an entry that is a text",
        input: r"
locales: [ja]
codes:
  A1: text
",
        report: r"
catalog.yaml:3:7: error: the entry `A1` is not a mapping [wrong-shape]
  help: write its message below it:
        message: …",
    },
    Case {
        about: "null for a text",
        input: r"
title: null
locales: [ja]
codes:
  A1:
    message: ~
    summary:
",
        report: r#"
catalog.yaml:1:8: error: YAML takes `null` for no text at all [empty-value]
  help: put it in quotes: "null"
catalog.yaml:5:14: error: YAML takes `~` for no text at all [empty-value]
  help: put it in quotes: "~"
catalog.yaml:6:5: error: the summary has no text [empty-value]
  help: write a text, or leave the key out if it is not required"#,
    },
    Case {
        about: "a list for a text",
        input: r"
locales: [ja]
codes:
  A1:
    message: [a]
    summary:
    - a
",
        report: r#"
catalog.yaml:4:14: error: a text that starts with `[` is not in quotes [wrong-shape]
  help: put it in quotes: "[a]"
catalog.yaml:6:7: error: the summary is a list, not a text [wrong-shape]
  help: write one text; a long one can go on the lines below `|`, indented"#,
    },
    Case {
        about: "a text for a list",
        input: r"
locales: [ja]
codes:
  A1:
    message: text
    causes: text
    resolution:
",
        report: r"
catalog.yaml:5:13: error: `causes` is not a list [wrong-shape]
  help: write each text on a line of its own behind `- `, or leave the key out
catalog.yaml:6:5: error: `resolution` has no texts [empty-value]
  help: write each text on a line of its own behind `- `, or leave the key out",
    },
    Case {
        about: "unknown keys",
        input: r"
titel: text
locales: [ja]
codes:
  A1:
    mesage: text
    colour: red
",
        report: r"
catalog.yaml:1:1: error: the catalog has no key `titel` [unknown-key]
  help: did you mean `title`? the keys are `title`, `description`, `locales`, `checks`, `strict`, `retired` and `codes`
catalog.yaml:5:5: error: the entry `A1` has no key `mesage` [unknown-key]
  help: did you mean `message`? the keys are `name`, `params`, `message`, `omits`, `summary`, `description`, `causes` and `resolution`
catalog.yaml:6:5: error: the entry `A1` has no key `colour` [unknown-key]
  help: the keys are `name`, `params`, `message`, `omits`, `summary`, `description`, `causes` and `resolution`",
    },
    Case {
        about: "no locales",
        input: r"
codes:
  A1: {message: text}
",
        report: r"
catalog.yaml:1:1: error: the catalog has no `locales` [missing-key]
  help: list them, the source locale first: `locales: [ja, en]`",
    },
    Case {
        about: "no codes",
        input: r"
locales: [ja]
",
        report: r"
catalog.yaml:1:1: error: the catalog has no `codes` [missing-key]
  help: write the codes as keys, each with a message:
        codes:
          TOK001:
            message: …",
    },
    Case {
        about: "no message",
        input: r"
locales: [ja, en]
codes:
  A1: {name: a}
",
        report: r"
catalog.yaml:3:3: error: `A1` has no message [missing-key]
  help: add it below the code:
        message:
          ja: …
          en: …",
    },
    Case {
        about: "locales that are none",
        input: r"
locales: [ja, e_n, 1a, [x]]
codes:
  A1: {message: {ja: text, e_n: text}}
",
        report: r"
catalog.yaml:1:15: error: `e_n` is not a locale [invalid-locale]
  help: write a language tag, such as `ja`, `en-GB` or `zh-Hant`: letters and digits, with `-` between
catalog.yaml:1:20: error: `1a` is not a locale [invalid-locale]
  help: write a language tag, such as `ja`, `en-GB` or `zh-Hant`: letters and digits, with `-` between
catalog.yaml:1:24: error: a locale must be a text [invalid-locale]
  help: write a language tag, such as `ja`, `en-GB` or `zh-Hant`: letters and digits, with `-` between",
    },
    Case {
        about: "a locale twice",
        input: r"
locales: [ja, ja]
codes:
  A1: {message: text}
",
        report: r"
catalog.yaml:1:15: error: the locale `ja` is listed twice [duplicate-locale]
  help: remove one of the two",
    },
    Case {
        about: "locales that differ in case",
        input: r"
locales: [zh-Hant, zh-hant]
codes:
  A1: {message: text}
",
        report: r"
catalog.yaml:1:20: error: the locales `zh-Hant` and `zh-hant` both become the Rust identifier `ZhHant` [colliding-locale]
  help: locales must differ by more than case and `-`: remove one of the two",
    },
    Case {
        about: "locales that are a text",
        input: r"
locales: ja
codes:
  A1: {message: text}
",
        report: r"
catalog.yaml:1:10: error: the locales are not a list [wrong-shape]
  help: list them, the source locale first: `locales: [ja, en]`",
    },
    Case {
        about: "no locale in the list",
        input: r"
locales: []
codes:
  A1: {message: text}
",
        report: r"
catalog.yaml:1:10: error: the catalog has no locales [empty-value]
  help: list them, the source locale first: `locales: [ja, en]`",
    },
    Case {
        about: "an unknown locale",
        input: r"
locales: [ja, en]
codes:
  A1:
    message: {ja: text, en: then, fr: text}
    summary: {ja: text, en: then, EN: text}
",
        report: r"
catalog.yaml:4:35: error: the catalog has no locale `fr` [unknown-locale]
  help: the locales are `ja` and `en`; add it to `locales` at the top, or remove it
catalog.yaml:5:35: error: the catalog has no locale `EN` [unknown-locale]
  help: did you mean `en`? the locales are `ja` and `en`",
    },
    Case {
        about: "a misspelt locale",
        input: r"
locales: [ja, en]
codes:
  A1:
    message: {ja: text, eng: text}
",
        report: r"
catalog.yaml:4:25: error: the catalog has no locale `eng` [unknown-locale]
  help: did you mean `en`? the locales are `ja` and `en`",
    },
    Case {
        about: "a message in no locale",
        input: r"
locales: [ja, en]
codes:
  A1:
    message: text
",
        report: r"
catalog.yaml:4:14: error: the message does not say in which locale it is [text-without-locale]
  help: write it in each locale:
        message:
          ja: …
          en: …",
    },
    Case {
        about: "no source text",
        input: r"
locales: [ja, en]
codes:
  A1:
    message: {en: text}
",
        report: r"
catalog.yaml:4:5: error: `message` lacks the source locale `ja` [missing-source-text]
  help: add `ja: …` below `message`",
    },
    Case {
        about: "no translation",
        input: r"
locales: [ja, en]
codes:
  A1:
    message: {ja: text}
    causes: {ja: [text]}
",
        report: r"
catalog.yaml:4:5: warning: `message` lacks the locale `en`; `ja` stands in [missing-translation]
  help: add `en: …` below `message`
catalog.yaml:5:5: warning: `causes` lacks the locale `en`; `ja` stands in [missing-translation]
  help: add `en: …` below `causes`",
    },
    Case {
        about: "codes with wrong characters",
        input: r#"
locales: [ja]
codes:
  TOK 1: {message: text}
  "TOKé": {message: text}
  '---': {message: text}
  "": {message: text}
"#,
        report: r"
catalog.yaml:3:3: error: the code `TOK 1` contains ` ` [invalid-code]
  help: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`
catalog.yaml:4:7: error: the code `TOKé` contains `é` [invalid-code]
  help: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`
catalog.yaml:5:3: error: the code `---` has neither a letter nor a digit [invalid-code]
  help: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`
catalog.yaml:6:3: error: the code `` has neither a letter nor a digit [invalid-code]
  help: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`",
    },
    Case {
        about: "a duplicate code",
        input: r"
locales: [ja]
codes:
  A1: {message: text}
  A2: {message: then}
  'A1': {message: text, name: x}
",
        report: r"
catalog.yaml:5:3: error: the code `A1` is already defined on line 3 [duplicate-code]
  help: remove one of the two, or give one of them another code",
    },
    Case {
        about: "names not in kebab case",
        input: r"
locales: [ja]
codes:
  A1: {message: text, name: TooFar}
  A2: {message: then, name: '-'}
",
        report: r"
catalog.yaml:3:29: error: the name `TooFar` is not in kebab case [invalid-name]
  help: write `too-far`: lower-case ASCII letters and digits, a letter first, with single hyphens between words
catalog.yaml:4:29: error: the name `-` is not in kebab case [invalid-name]
  help: use lower-case ASCII letters and digits, a letter first, with single hyphens between words",
    },
    Case {
        about: "a duplicate name",
        input: r"
locales: [ja]
codes:
  A1: {message: text, name: far}
  A2: {message: then, name: far}
",
        report: r"
catalog.yaml:4:29: error: the name `far` already belongs to `A1` on line 3 [duplicate-name]
  help: give each code a name of its own",
    },
    Case {
        about: "constants that are the same",
        input: r"
locales: [ja]
codes:
  A.1: {message: text}
  A-1: {message: then}
",
        report: r"
catalog.yaml:4:3: error: `A-1` becomes the Rust identifier `A_1`, as `A.1` on line 3 does [colliding-identifier]
  help: change one of the codes: as a Rust constant, each character but letters and digits becomes `_`",
    },
    Case {
        about: "variants that are the same",
        input: r"
locales: [ja]
codes:
  Foo: {message: text}
  foo: {message: then}
  FOO: {message: last, name: foo}
",
        report: r"
catalog.yaml:4:3: error: `foo` becomes the Rust identifier `Foo`, as `Foo` on line 3 does [colliding-identifier]
  help: give `foo` a `name`, such as `name: expiry-too-far`
catalog.yaml:5:30: error: `FOO` becomes the Rust identifier `Foo`, as `Foo` on line 3 does [colliding-identifier]
  help: give `FOO` another `name`",
    },
    Case {
        about: "a variant that is the constant of another code",
        input: r"
locales: [ja]
codes:
  A1: {message: text, name: expiry}
  Expiry: {message: then}
",
        report: r"
catalog.yaml:4:3: error: `Expiry` becomes the Rust identifier `Expiry`, as `A1` on line 3 does [colliding-identifier]
  help: give `A1` another `name`",
    },
    Case {
        about: "params that cannot be",
        input: r#"
locales: [ja]
codes:
  A1:
    params: {maxHours: integer, type: text, _x: any, 時: any}
    message: "{0}{1}{2}{3}{4}"
"#,
        report: r"
catalog.yaml:4:14: error: a param cannot be named `maxHours` [invalid-param]
  help: write `max_hours`; a param is a Rust identifier in snake case, no keyword, and starts with a letter
catalog.yaml:4:33: error: a param cannot be named `type` [invalid-param]
  help: write `type_`; a param is a Rust identifier in snake case, no keyword, and starts with a letter
catalog.yaml:4:45: error: a param cannot be named `_x` [invalid-param]
  help: write `x`; a param is a Rust identifier in snake case, no keyword, and starts with a letter
catalog.yaml:4:54: error: a param cannot be named `時` [invalid-param]
  help: a param is a Rust identifier in snake case, no keyword, and starts with a letter",
    },
    Case {
        about: "params that are a list",
        input: r#"
locales: [ja]
codes:
  A1:
    params: [max_hours]
    message: "{0}"
"#,
        report: r"
catalog.yaml:4:13: error: `params` is not a mapping [wrong-shape]
  help: write each with its type: `params: {max_hours: integer}`, or leave `params` out",
    },
    Case {
        about: "params without a value",
        input: r#"
locales: [ja]
codes:
  A1:
    params:
    message: "{0}"
"#,
        report: r"
catalog.yaml:4:5: error: `params` has no value [empty-value]
  help: write each with its type: `params: {max_hours: integer}`, or leave `params` out",
    },
    Case {
        about: "a param twice",
        input: r#"
locales: [ja]
codes:
  A1:
    params: {a: any, a: text}
    message: "{0}"
"#,
        report: r"
catalog.yaml:4:22: error: the key `a` already stands on line 4 [duplicate-key]
  help: remove one of the two",
    },
    Case {
        about: "types that do not exist",
        input: r#"
locales: [ja]
codes:
  A1:
    params: {a: string, b: u32, c: datetime, d: txt, e: colour, f: }
    message: "{0} {1} {2} {3} {4} {5}"
"#,
        report: r"
catalog.yaml:4:17: error: there is no type `string` [unknown-type]
  help: write `text`; the types are `text`, `integer` and `any`
catalog.yaml:4:28: error: there is no type `u32` [unknown-type]
  help: write `integer`; the types are `text`, `integer` and `any`
catalog.yaml:4:36: error: there is no type `datetime` [unknown-type]
  help: write `any`; the types are `text`, `integer` and `any`
catalog.yaml:4:49: error: there is no type `txt` [unknown-type]
  help: write `text`; the types are `text`, `integer` and `any`
catalog.yaml:4:57: error: there is no type `colour` [unknown-type]
  help: the types are `text`, `integer` and `any`
catalog.yaml:4:65: error: the param `f` has no type [unknown-type]
  help: write `f: any`; the types are `text`, `integer` and `any`",
    },
    Case {
        about: "braces that are no placeholders",
        input: r#"
locales: [ja]
codes:
  A1:
    params: {a: any}
    message: "{0} {} { 0 } {0:>5} {00} {"
"#,
        report: r"
catalog.yaml:5:19: error: `{}` is not a placeholder [invalid-placeholder]
  help: write `{0}` or `{max_hours}`; for the text itself, `{{}}`
catalog.yaml:5:22: error: `{ 0 }` is not a placeholder [invalid-placeholder]
  help: write `{0}`; for the text itself, `{{ 0 }}`
catalog.yaml:5:28: error: `{0:>5}` is not a placeholder [invalid-placeholder]
  help: write `{0}`; for the text itself, `{{0:>5}}`
catalog.yaml:5:35: error: `{00}` is not a placeholder [invalid-placeholder]
  help: write `{0}`; for the text itself, `{{00}}`
catalog.yaml:5:40: error: a `{` without its partner [invalid-placeholder]
  help: write `{{` for a brace; a placeholder is `{0}` or `{max_hours}`",
    },
    Case {
        about: "a closing brace without an opening one",
        input: r"
locales: [ja]
codes:
  A1:
    message: a } b
",
        report: r"
catalog.yaml:4:16: error: a `}` without its partner [invalid-placeholder]
  help: write `}}` for a brace; a placeholder is `{0}` or `{max_hours}`",
    },
    Case {
        about: "an unknown number",
        input: r#"
locales: [ja, en]
codes:
  TOK005:
    params: {max_hours: integer, expires_at: any}
    message:
      ja: 有効期限は{0}時間。指定:{2}。
      en: "{0} {1}"
"#,
        report: r"
catalog.yaml:6:25: error: the `ja` message uses `{2}`, but `TOK005` has 2 params [unknown-placeholder]
  help: the placeholders are `{0}` (`max_hours`) and `{1}` (`expires_at`); for the text itself, write `{{2}}`",
    },
    Case {
        about: "an unknown name",
        input: r"
locales: [ja]
codes:
  A1:
    params: {max_hours: integer}
    message: up to {max_hour}
    summary: up to {what}
",
        report: r"
catalog.yaml:5:20: error: the message uses `{max_hour}`, but `A1` has no param `max_hour` [unknown-placeholder]
  help: did you mean `{max_hours}`? the placeholder is `{0}` (`max_hours`); for the text itself, write `{{max_hour}}`
catalog.yaml:6:20: error: the summary uses `{what}`, but `A1` has no param `what` [unknown-placeholder]
  help: the placeholder is `{0}` (`max_hours`); for the text itself, write `{{what}}`",
    },
    Case {
        about: "placeholders without params",
        input: r"
locales: [ja, en]
codes:
  A1:
    message:
      ja: 有効期限は{1}、{when}
      en: up to {0} {1}
    resolution:
    - wait {1}
",
        report: r"
catalog.yaml:5:16: error: the `ja` message uses `{1}`, but `A1` has no params [unknown-placeholder]
  help: declare it: `params: {param_0: any, param_1: any, when: any}`; for the text itself, write `{{1}}`",
    },
    Case {
        about: "a placeholder that is left out",
        input: r"
locales: [ja, en]
codes:
  A1:
    params: {max_hours: integer, expires_at: any}
    message:
      ja: まで{0}
      en: until {expires_at}
",
        report: r"
catalog.yaml:6:11: error: the `ja` message of `A1` leaves out `{1}` (`expires_at`) [missing-placeholder]
  help: put `{1}` or `{expires_at}` into it; if it is left out on purpose, say so in the entry: `omits: {ja: [expires_at]}`
catalog.yaml:7:11: error: the `en` message of `A1` leaves out `{0}` (`max_hours`) [missing-placeholder]
  help: put `{0}` or `{max_hours}` into it; if it is left out on purpose, say so in the entry: `omits: {en: [max_hours]}`",
    },
    Case {
        about: "a param that is not used",
        input: r"
locales: [ja]
codes:
  A1:
    params: {max_hours: integer}
    message: text
",
        report: r"
catalog.yaml:4:14: error: no message of `A1` uses the param `max_hours` [unused-param]
  help: put `{0}` or `{max_hours}` into the message, or remove the param",
    },
    Case {
        about: "places in all styles",
        input: "locales: [ja, en]\ncodes:\n  A1:\n    params: {a: any}\n    message:\n      ja: plain {0} 😀か\u{3099}ﾊﾝ {2} end\n      en: 'it''s {0} {3} end'\n    summary: \"esc \\u3042 \\\" \\n \\t {4} end\"\n    description: |\n      literal {0}\n        more {5} end\n    causes:\n    - >-\n      folded\n      {6} end\n    - plain on\n      two lines {7} end\n    - \"double \\\n      on two\n      lines {8} \\U0001F600{9}\"\n    resolution:\n    - |2-\n\n         indented {10}\n",
        report: r"
catalog.yaml:6:27: error: the `ja` message uses `{2}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{2}}`
catalog.yaml:7:22: error: the `en` message uses `{3}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{3}}`
catalog.yaml:8:35: error: the summary uses `{4}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{4}}`
catalog.yaml:11:14: error: the description uses `{5}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{5}}`
catalog.yaml:15:7: error: the cause uses `{6}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{6}}`
catalog.yaml:17:17: error: the cause uses `{7}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{7}}`
catalog.yaml:20:13: error: the cause uses `{8}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{8}}`
catalog.yaml:20:27: error: the cause uses `{9}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{9}}`
catalog.yaml:24:19: error: the resolution step uses `{10}`, but `A1` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{10}}`",
    },
    Case {
        about: "places after a byte order mark",
        input: "\u{FEFF}titel: x\nlocales: [ja]\ncodes:\n  A1: {message: \"あ{0}\"}\n",
        report: r"
catalog.yaml:1:1: error: the catalog has no key `titel` [unknown-key]
  help: did you mean `title`? the keys are `title`, `description`, `locales`, `checks`, `strict`, `retired` and `codes`
catalog.yaml:4:19: error: the message uses `{0}`, but `A1` has no params [unknown-placeholder]
  help: declare it: `params: {param_0: any}`; for the text itself, write `{{0}}`",
    },
    Case {
        about: "places after CRLF",
        input: "locales: [ja]\r\ncodes:\r\n  A1:\r\n    message: あ{0}\r\n",
        report: r"
catalog.yaml:4:15: error: the message uses `{0}`, but `A1` has no params [unknown-placeholder]
  help: declare it: `params: {param_0: any}`; for the text itself, write `{{0}}`",
    },
    Case {
        about: "many mistakes at once",
        input: r#"
titel: Tokens
locales: [ja, en]
codes:
  TOK 1:
    message: {ja: text, en: then}
  TOK2:
    name: Two
    params: {a: str}
    message: {ja: "{0}", en: "{1}"}
  TOK2:
    message: null
"#,
        report: r#"
catalog.yaml:1:1: error: the catalog has no key `titel` [unknown-key]
  help: did you mean `title`? the keys are `title`, `description`, `locales`, `checks`, `strict`, `retired` and `codes`
catalog.yaml:4:3: error: the code `TOK 1` contains ` ` [invalid-code]
  help: a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`
catalog.yaml:7:11: error: the name `Two` is not in kebab case [invalid-name]
  help: write `two`: lower-case ASCII letters and digits, a letter first, with single hyphens between words
catalog.yaml:8:17: error: there is no type `str` [unknown-type]
  help: write `text`; the types are `text`, `integer` and `any`
catalog.yaml:9:31: error: the `en` message uses `{1}`, but `TOK2` has 1 param [unknown-placeholder]
  help: the placeholder is `{0}` (`a`); for the text itself, write `{{1}}`
catalog.yaml:10:3: error: the code `TOK2` is already defined on line 6 [duplicate-code]
  help: remove one of the two, or give one of them another code
catalog.yaml:11:14: error: YAML takes `null` for no text at all [empty-value]
  help: put it in quotes: "null""#,
    },
];
