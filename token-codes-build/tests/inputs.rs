//! Every input that a catalog has gone wrong with: what is reported, and on which characters.
//!
//! The inputs are in `tests/golden`, one a file; the wording of the reports is not asserted here.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::PathBuf, time::Instant};

use token_codes_build::{Checked, Diagnostics, Kind, Level, Source, read};

/// An error: its name, what is marked, its line and its column.
type Report = (&'static str, &'static str, usize, usize);

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn check(name: &str) -> Result<Checked, Diagnostics> {
    let path = folder().join(name).with_added_extension("yaml");
    Source::read(&path).and_then(|source| read(&source))
}

fn errors(diagnostics: &Diagnostics) -> Vec<(&'static str, &str, usize, usize)> {
    let source = diagnostics.source();
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level() == Level::Error);
    errors
        .map(|error| {
            let place = source.position(error.span.start);
            (error.kind.name(), &source.text()[error.span.clone()], place.line, place.column)
        })
        .collect()
}

#[test]
fn every_mistake_is_reported_at_its_place() {
    assert!(!INPUTS.is_empty());
    for (name, expected) in INPUTS {
        let found = check(name).map_or_else(|mistakes| mistakes, |checked| checked.warnings);
        assert_eq!(errors(&found), *expected, "{name}");
    }
}

/// The folder also holds the cases of single kinds, some of which are called `caret-…` too.
const GROUPS: [&str; 7] = ["bytes-", "limit-", "loss-", "real-", "recovery-", "scalar-", "shape-"];

#[test]
fn every_input_is_listed() {
    let files =
        fs::read_dir(folder()).expect("the inputs are there").map(|file| file.expect("a file").path());
    let inputs = files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    let names = inputs.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
    let is_in_group = |name: &str| GROUPS.iter().any(|group| name.starts_with(group));
    let names: BTreeSet<_> = names.filter(|name| is_in_group(name)).collect();
    let listed = INPUTS.iter().map(|(name, _)| (*name).to_owned());
    assert_eq!(names, listed.filter(|name| is_in_group(name)).collect());
}

#[test]
fn what_real_catalogs_have_is_kept_as_written() {
    let codes = |name| -> Vec<String> {
        check(name).unwrap().catalog.entries.into_iter().map(|entry| entry.code).collect()
    };
    let odd = ["000001", "123456", "0E0001", "0x10AB", "on", "1e3", "1.5", "NO", "true", ".inf"];
    assert_eq!(codes("scalar-codes"), odd);
    assert_eq!(
        codes("real-codes"),
        [
            "08000.S.1",
            "CDC:ErrMixedCase",
            "DM-load-unit-34019",
            "ROLE-1",
            "000012",
            "0",
            "XJ001.U",
            "TOK001",
            "TOK013"
        ]
    );
    let texts = |name| -> Vec<String> {
        let entries = check(name).unwrap().catalog.entries;
        let messages = entries.into_iter().flat_map(|entry| entry.messages);
        messages.map(|message| message.template.text).collect()
    };
    assert_eq!(texts("real-long"), ["長い文".repeat(250)]);
    assert_eq!(texts("real-empty"), [""]);
    assert_eq!(texts("real-equal"), ["OK"; 4]);
    assert_eq!(texts("real-placeholders")[2..], ["a.{0}", "b ({0}).", "0x{0}", "'{0}'"]);
}

/// Ten thousand codes, each made by `entry`.
fn large(entry: impl Fn(&mut String, usize)) -> Source {
    let mut text = "locales: [ja, en]\ncodes:\n".to_owned();
    (0..10_000).for_each(|number| entry(&mut text, number));
    Source::new("catalog.yaml", text)
}

/// What is read of a text is read once more for each mistake in an entry, never the whole text.
#[test]
fn ten_thousand_broken_entries_are_reported_in_seconds() {
    // In brackets, the first mistake hides the others.
    let broken: [(&str, usize, Kind); 7] = [
        ("  A{}:\n    message: {ja: x, en: y}\n    summary: a: b\n", 1, Kind::Syntax),
        ("  A{}:\n    message: {ja: x, en: y}\n    summary: \"open\n", 1, Kind::Syntax),
        ("  A{}:\n    message: {ja: x, en: y\n", 1, Kind::Syntax),
        ("  @A{}: {message: x}\n", 1, Kind::Syntax),
        ("  A{}\n    message: x\n", 1, Kind::Syntax),
        ("  A{}:\n\tmessage: {ja: x, en: y}\n", 1, Kind::Syntax),
        (
            "  A{}:\n    message: {ja: \"a\u{85}b\", en: c\u{85}d}\n    summary: \"\\ud83d\\ude00\"\n",
            2,
            Kind::AmbiguousYaml,
        ),
    ];
    for (entry, each, kind) in broken {
        let start = Instant::now();
        let source = large(|text, number| text.push_str(&entry.replace("{}", &number.to_string())));
        let mistakes = read(&source).unwrap_err();
        // That they all say the same is worth a warning too.
        let errors: Vec<_> = mistakes.iter().filter(|mistake| mistake.level() == Level::Error).collect();
        assert!(errors.iter().all(|mistake| mistake.kind == kind), "{entry}");
        assert_eq!(errors.len(), 10_000 * each, "{entry}");
        // A quadratic effort would take minutes.
        assert!(start.elapsed().as_secs() < 20, "{entry}");
    }
}

/// The search is given up in an entry, and says so; it goes on with the next.
#[test]
fn an_entry_that_is_no_yaml_at_all_has_an_end() {
    let mut text = "locales: [ja]\ncodes:\n  A1:\n".to_owned();
    (0..10_000).for_each(|number| writeln!(text, "    key{number}: @x").unwrap());
    text.push_str("  A2:\n    message: '{0}'\n");
    let mistakes = read(&Source::new("catalog.yaml", text)).unwrap_err();
    let found: Vec<_> = mistakes.iter().map(|mistake| mistake.kind).collect();
    assert_eq!(found[..33], [Kind::Syntax; 33]);
    assert_eq!(found[33..], [Kind::UnknownPlaceholder]);
    assert!(mistakes.iter().nth(32).unwrap().message.starts_with("the search for mistakes ends here"));
}

#[test]
fn control_characters_are_reported_and_then_counted() {
    let text = format!("locales: [ja]\ncodes:\n  A1:\n    message: {}\n", "\u{1}".repeat(1000));
    let mistakes = read(&Source::new("catalog.yaml", text)).unwrap_err();
    assert!(mistakes.iter().all(|mistake| mistake.kind == Kind::ControlCharacter));
    assert_eq!(mistakes.len(), 101);
    assert!(mistakes.iter().last().unwrap().message.starts_with("900 more"));
}

#[rustfmt::skip]
const INPUTS: &[(&str, &[Report])] = &[
    ("bytes-bom", &[("unknown-placeholder", "{0}", 4, 15)]),
    ("bytes-control", &[("control-character", "\u{1}", 3, 4), ("control-character", "\u{7}", 6, 19), ("control-character", "\u{1b}", 6, 25), ("control-character", "\u{7f}", 7, 18), ("control-character", "\u{9b}", 9, 17), ("unknown-placeholder", "{0}", 10, 15)]),
    ("bytes-crlf", &[("unknown-placeholder", "{0}", 4, 15)]),
    ("bytes-invalid-utf8", &[("not-utf8", "�", 4, 15)]),
    ("bytes-line-separator", &[("ambiguous-yaml", "\u{2028}", 4, 15), ("control-character", "\u{2029}", 6, 16)]),
    ("bytes-lone-cr", &[("unknown-placeholder", "{0}", 4, 15)]),
    ("bytes-next-line", &[("ambiguous-yaml", "\u{85}", 4, 15), ("ambiguous-yaml", "\u{85}", 6, 15)]),
    ("bytes-nul", &[("control-character", "\0", 4, 15), ("syntax", "{0}時間", 5, 14)]),
    ("bytes-shift-jis", &[("not-utf8", "�", 4, 14)]),
    ("bytes-utf16-be", &[("not-utf8", "�", 1, 1)]),
    ("bytes-utf16-le", &[("not-utf8", "�", 1, 1)]),
    ("caret-combining", &[("unknown-placeholder", "{2}", 5, 22)]),
    ("caret-double-quoted", &[("unknown-placeholder", "{2}", 6, 7)]),
    ("caret-emoji", &[("unknown-placeholder", "{2}", 5, 26)]),
    ("caret-folded", &[("unknown-placeholder", "{2}", 9, 8)]),
    ("caret-half-width", &[("unknown-placeholder", "{2}", 5, 24)]),
    ("caret-literal", &[("unknown-placeholder", "{2}", 9, 7)]),
    ("caret-long-line", &[("unknown-placeholder", "{2}", 5, 480)]),
    ("caret-multi-line-plain", &[("unknown-placeholder", "{2}", 7, 8)]),
    ("caret-plain", &[("unknown-placeholder", "{2}", 5, 27)]),
    ("caret-single-quoted", &[("unknown-placeholder", "{2}", 5, 33)]),
    ("caret-tab", &[("unknown-placeholder", "{2}", 5, 24)]),
    ("limit-nesting", &[("too-deep", "[", 4, 46)]),
    ("limit-params", &[("too-many-params", "p255", 4, 2709)]),
    ("loss-ampersand", &[("anchor", "&amp", 4, 14)]),
    ("loss-asterisk", &[("anchor", "*重要*", 4, 14)]),
    ("loss-comment", &[("lost-text", "#1 は", 5, 14), ("lost-text", "#1", 6, 18)]),
    ("loss-exclamation", &[("tag", "!bang", 4, 14)]),
    ("loss-no-codes", &[("empty-value", "codes", 2, 1)]),
    ("loss-null-codes", &[("empty-value", "null", 2, 8)]),
    ("loss-null", &[("empty-value", "null", 4, 14), ("empty-value", "~", 6, 14), ("empty-value", "message", 8, 5), ("empty-value", "A4", 9, 3), ("empty-value", "NULL", 12, 14), ("empty-value", "causes", 13, 5), ("empty-value", "~", 14, 13)]),
    ("real-codes", &[]),
    ("real-empty", &[]),
    ("real-equal", &[]),
    ("real-locale-lacks", &[("missing-placeholder", "one {0}", 7, 11)]),
    ("real-locale-too-many", &[("unknown-placeholder", "{1}", 7, 24)]),
    ("real-long", &[]),
    ("real-missing-translation", &[]),
    ("real-placeholders", &[]),
    ("recovery-block-scalar", &[("syntax", "|", 5, 11), ("syntax", ">", 6, 11), ("unknown-placeholder", "{0}", 9, 12)]),
    ("recovery-brace-first", &[("syntax", "{0}時間", 6, 11), ("unknown-placeholder", "{0}", 10, 12)]),
    ("recovery-codes-key", &[("syntax", "codes", 2, 1), ("unknown-placeholder", "{0}", 9, 12)]),
    ("recovery-colon", &[("syntax", ":", 5, 13), ("syntax", ":", 6, 15), ("syntax", ":", 8, 16), ("unknown-placeholder", "{0}", 12, 12)]),
    ("recovery-disagreements", &[("ambiguous-yaml", "\u{85}", 5, 12), ("ambiguous-yaml", "\u{2028}", 6, 12), ("ambiguous-yaml", "d", 9, 14), ("unknown-placeholder", "{0}", 13, 12)]),
    ("recovery-escape", &[("syntax", "\"", 5, 11), ("syntax", "\"", 6, 11), ("syntax", "\"", 7, 14), ("unknown-placeholder", "{0}", 10, 12)]),
    ("recovery-every-entry", &[("syntax", "{0}時間", 5, 11), ("syntax", ":", 9, 13), ("syntax", "`", 13, 11), ("syntax", "%", 14, 11), ("syntax", "@", 15, 3), ("syntax", "A5", 17, 3), ("syntax", "{", 20, 14), ("syntax", "-", 22, 13)]),
    ("recovery-indentation", &[("syntax", ":", 5, 13), ("syntax", "e", 11, 6), ("syntax", "A", 12, 4), ("syntax", "A", 14, 2), ("unknown-placeholder", "{0}", 18, 12)]),
    ("recovery-locales", &[("syntax", "[", 1, 10), ("syntax", "@", 2, 8), ("unknown-placeholder", "{0}", 10, 12)]),
    ("recovery-missing-colon", &[("syntax", "A1", 3, 3), ("syntax", "message", 6, 5), ("unknown-placeholder", "{0}", 11, 12)]),
    ("recovery-second-document", &[("syntax", "@", 5, 11), ("several-documents", "---", 7, 1)]),
    ("recovery-signs", &[("syntax", "@", 5, 11), ("syntax", "`", 6, 11), ("syntax", "%", 7, 14), ("syntax", ",", 8, 18), ("syntax", "@", 11, 9), ("unknown-placeholder", "{0}", 14, 12)]),
    ("recovery-syntax-and-others", &[("unknown-key", "titel", 1, 1), ("unknown-placeholder", "{0}", 6, 12), ("invalid-name", "Bad Name", 9, 11), ("syntax", "@", 11, 11), ("unknown-placeholder", "{1}", 12, 12), ("unknown-placeholder", "{0}", 15, 12), ("duplicate-code", "A1", 17, 3)]),
    ("recovery-tab", &[("syntax", "m", 5, 2), ("syntax", "m", 7, 2), ("unknown-placeholder", "{0}", 12, 12)]),
    ("recovery-unclosed-bracket", &[("syntax", "{", 4, 13), ("syntax", "[", 10, 13), ("unknown-placeholder", "{0}", 13, 12)]),
    ("recovery-unterminated-quote", &[("syntax", "\"", 9, 11), ("unknown-placeholder", "{0}", 18, 12)]),
    ("recovery-unterminated-single-quote", &[("syntax", "'", 6, 11), ("unknown-placeholder", "{0}", 13, 12)]),
    ("scalar-at", &[("syntax", "@", 4, 14)]),
    ("scalar-backtick", &[("syntax", "`", 4, 14)]),
    ("scalar-brace-first", &[("syntax", "{0}時間より未来", 5, 14)]),
    ("scalar-brace-in-flow", &[("wrong-shape", "{0}", 5, 19)]),
    ("scalar-brace-whole", &[("wrong-shape", "{0}", 5, 14)]),
    ("scalar-codes", &[]),
    ("scalar-colon", &[("syntax", ":", 4, 16)]),
    ("scalar-escape", &[("syntax", "\"", 4, 14)]),
    ("scalar-greater", &[("syntax", ">", 4, 14)]),
    ("scalar-percent", &[("syntax", "%", 4, 14)]),
    ("scalar-pipe", &[("syntax", "|", 4, 14)]),
    ("shape-complex-key", &[("wrong-shape", "[A1]", 3, 5), ("unknown-placeholder", "{0}", 6, 15)]),
    ("shape-document-end", &[("several-documents", "", 6, 1)]),
    ("shape-duplicate-code", &[("duplicate-code", "A1", 7, 3)]),
    ("shape-duplicate-field", &[("duplicate-key", "message", 5, 5)]),
    ("shape-empty-file", &[("empty-catalog", "", 1, 1)]),
    ("shape-list-at-root", &[("wrong-shape", "- locales\n- codes", 1, 1)]),
    ("shape-merge-key", &[("merge-key", "<<", 4, 5)]),
    ("shape-only-comments", &[("empty-catalog", "", 1, 1)]),
    ("shape-scalar-at-root", &[("wrong-shape", "locales", 1, 1)]),
    ("shape-several-documents", &[("several-documents", "---", 5, 1)]),
    ("shape-tag", &[("tag", "!!str", 4, 14), ("tag", "!entry", 5, 7)]),
];
