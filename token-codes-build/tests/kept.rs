//! What stands in a catalog is kept as it is written, or refused: nothing is lost, overwritten or taken for something else.

#[path = "support/accept.rs"]
mod accept;

use std::fmt::Write as _;

use accept::{accepted, check};
use token_codes_build::{
    Diagnostic, Kind, Level,
    catalog::{Template, Text},
};

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
fn what_real_catalogs_have_is_kept_as_written() {
    let codes =
        |text| -> Vec<String> { accepted(text).entries.into_iter().map(|entry| entry.code).collect() };
    let odd = ["000001", "123456", "0E0001", "0x10AB", "on", "1e3", "1.5", "NO", "true", ".inf"];
    assert_eq!(codes(include_str!("golden/codes-that-are-no-numbers.yaml")), odd);
    assert_eq!(
        codes(include_str!("golden/real-codes.yaml")),
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
    let texts = |text| -> Vec<String> {
        let entries = check(text).unwrap().catalog.entries;
        let messages = entries.into_iter().flat_map(|entry| entry.messages);
        messages.map(|message| message.template.text).collect()
    };
    assert_eq!(texts(include_str!("golden/real-long.yaml")), ["長い文".repeat(250)]);
    assert_eq!(texts(include_str!("golden/real-empty.yaml")), [""]);
    assert_eq!(texts(include_str!("golden/real-equal.yaml")), ["OK"; 4]);
    let placeholders = texts(include_str!("golden/real-placeholders.yaml"));
    assert_eq!(placeholders[2..], ["a.{0}", "b ({0}).", "0x{0}", "'{0}'"]);
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
fn retired_codes_are_texts() {
    let text = "locales: [ja]\nretired: [000012, 1e3, NO]\ncodes:\n  12: {message: a}\n  1000: {message: b}\n  no: {message: c}\n";
    assert_eq!(accepted(text).entries.len(), 3);
    let text = text.replace("  12:", "  000012:").replace("  no:", "  \"NO\":");
    let mistakes = check(&text).unwrap_err();
    let line = |mistake: &Diagnostic| mistakes.source().position(mistake.span.start).line;
    let found: Vec<_> =
        mistakes.iter().map(|mistake| (mistake.level(), mistake.kind, line(mistake))).collect();
    assert_eq!(found, [(Level::Error, Kind::RetiredCode, 4), (Level::Error, Kind::RetiredCode, 6)]);
}

/// What other YAML readers lose or change: kept as it is written, or refused with the fix.
#[test]
fn nothing_is_lost() {
    let kept = [
        "a#b",
        "a & b",
        "a * b",
        "a ! b",
        "a&b*c!d",
        "no",
        "NO",
        "on",
        "true",
        "1e3",
        "0x10",
        "000012",
        "1_000",
        "12:30:45",
        "2026-12-01",
        ".inf",
        ".nan",
        "0o17",
        "'# not a comment'",
        "'& amp'",
        "'null'",
        "\"~\"",
        "nullable",
        "-x",
    ];
    for written in kept {
        let catalog = accepted(&format!("locales: [ja]\ncodes:\n  A1:\n    message: {written}\n"));
        assert_eq!(catalog.entries[0].messages[0].template.text, written.trim_matches(['\'', '"']));
        let catalog = accepted(&format!(
            "locales: [ja]\ncodes:\n  A1:\n    message: x\n    causes:\n    - {written}\n"
        ));
        let Text::Same(causes) = &catalog.entries[0].causes else { panic!("one list for all") };
        assert_eq!(causes[0].text, written.trim_matches(['\'', '"']));
    }
    let refused = [
        ("number #1", Kind::LostText, "\"number #1\""),
        ("&amp text", Kind::Anchor, "\"&amp text\""),
        ("*star* text", Kind::Anchor, "\"*star* text\""),
        ("!bang text", Kind::Tag, "\"!bang text\""),
        ("!!str text", Kind::Tag, "\"!!str text\""),
        ("null", Kind::EmptyValue, "\"null\""),
        ("~", Kind::EmptyValue, "\"~\""),
        ("Null", Kind::EmptyValue, "\"Null\""),
        ("{0}", Kind::WrongShape, "\"{0}\""),
        ("[a]", Kind::WrongShape, "\"[a]\""),
        ("@here", Kind::Syntax, "\"@here\""),
        ("%share", Kind::Syntax, "\"%share\""),
        ("a: b", Kind::Syntax, "\"a: b\""),
    ];
    for (written, kind, fixed) in refused {
        let text = |text: &str| {
            format!(
                "locales: [ja]\ncodes:\n  A1:\n    params: {{a: any}}\n    message: \"{{0}}\"\n    summary: {text}\n"
            )
        };
        let mistakes = check(&text(written)).unwrap_err();
        let kinds: Vec<_> = mistakes.iter().map(|mistake| mistake.kind).collect();
        assert_eq!(kinds, [kind], "{written}");
        let help = mistakes.iter().next().unwrap().help.clone().unwrap();
        assert!(help.contains(fixed), "{written}: {help}");
        let Text::Same(summary) = &accepted(&text(fixed)).entries[0].summary else {
            panic!("one text for all")
        };
        assert_eq!(summary.text, fixed.trim_matches('"'));
    }
}

/// Keys that stand twice, merge keys and further documents, in every mapping there is.
#[test]
fn nothing_is_overwritten() {
    for (text, kind) in [
        ("title: a\ntitle: b\nlocales: [ja]\ncodes: {A1: {message: x}}\n", Kind::DuplicateKey),
        (
            "locales: [ja]\nchecks: {edge-space: allow, edge-space: error}\ncodes: {A1: {message: x}}\n",
            Kind::DuplicateKey,
        ),
        (
            "locales: [ja]\nchecks: {edge-space: {level: allow, level: error}}\ncodes: {A1: {message: x}}\n",
            Kind::DuplicateKey,
        ),
        ("locales: [ja]\ncodes: {A1: {message: x}, A1: {message: y}}\n", Kind::DuplicateCode),
        ("locales: [ja]\ncodes: {A1: {message: x, message: y}}\n", Kind::DuplicateKey),
        ("locales: [ja]\ncodes: {A1: {message: {ja: x, ja: y}}}\n", Kind::DuplicateKey),
        ("locales: [ja]\ncodes: {A1: {message: '{a}', params: {a: any, 'a': text}}}\n", Kind::DuplicateKey),
        (
            "locales: [ja]\ncodes: {A1: {params: {a: any}, message: x, summary: '{a}', omits: {ja: [a], ja: []}}}\n",
            Kind::DuplicateKey,
        ),
        ("<<: {title: a}\nlocales: [ja]\ncodes: {A1: {message: x}}\n", Kind::MergeKey),
        ("locales: [ja]\ncodes: {<<: {A2: {message: y}}, A1: {message: x}}\n", Kind::MergeKey),
        ("locales: [ja]\ncodes: {A1: {<<: {name: a}, message: x}}\n", Kind::MergeKey),
        ("locales: [ja]\nchecks: {<<: {edge-space: allow}}\ncodes: {A1: {message: x}}\n", Kind::MergeKey),
        (
            "locales: [ja]\ncodes: {A1: {message: x}}\n---\ncodes: {A2: {message: y}}\n",
            Kind::SeveralDocuments,
        ),
        (
            "locales: [ja]\ncodes: {A1: {message: x}}\n...\n---\ncodes: {A2: {message: y}}\n",
            Kind::SeveralDocuments,
        ),
    ] {
        let kinds: Vec<_> = check(text).unwrap_err().iter().map(|mistake| mistake.kind).collect();
        assert_eq!(kinds, [kind], "{text}");
    }
}

/// Where YAML wants them, the report is `lookalike`; see the catalogs of this name in `tests/golden`.
#[test]
fn what_only_looks_like_a_sign_of_yaml_is_kept_in_texts() {
    let catalog = accepted(
        "locales: [ja]\ncodes:\n  A1:\n    message: Token：無効\u{A0}です\n    summary: “引用”\n    description: |\n      一：\n      ＃二\n    causes: [一，二, －三]\n    resolution:\n      - ・四\n",
    );
    let entry = &catalog.entries[0];
    let texts = |list: &Text<Vec<Template>>| match list {
        Text::Same(list) => list.iter().map(|template| template.text.clone()).collect::<Vec<_>>(),
        Text::PerLocale(_) => panic!("one list for all"),
    };
    assert_eq!(entry.messages[0].template.text, "Token：無効\u{A0}です");
    assert_eq!(texts(&entry.causes), ["一，二", "－三"]);
    assert_eq!(texts(&entry.resolution), ["・四"]);
}
