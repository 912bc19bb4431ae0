//! Catalogs that are too large, too deep, or wrong in every entry: what is reported has an end, and takes no time out of
//! proportion.

use std::{fmt::Write as _, time::Instant};

use token_codes_build::{Diagnostics, Kind, Level, Source, read};

fn report(text: impl Into<String>) -> Diagnostics {
    read(&Source::new("catalog.yaml", text)).unwrap_err()
}

/// Ten thousand codes, each made by `entry`.
fn large(entry: impl Fn(&mut String, usize)) -> String {
    let mut text = "locales: [ja, en]\ncodes:\n".to_owned();
    (0..10_000).for_each(|number| entry(&mut text, number));
    text
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
        let text = large(|text, number| text.push_str(&entry.replace("{}", &number.to_string())));
        let mistakes = report(text);
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
    let mistakes = report(text);
    let found: Vec<_> = mistakes.iter().map(|mistake| mistake.kind).collect();
    assert_eq!(found[..33], [Kind::Syntax; 33]);
    assert_eq!(found[33..], [Kind::UnknownPlaceholder]);
    assert!(mistakes.iter().nth(32).unwrap().message.starts_with("the search for mistakes ends here"));
}

#[test]
fn control_characters_are_reported_and_then_counted() {
    let text = format!("locales: [ja]\ncodes:\n  A1:\n    message: {}\n", "\u{1}".repeat(1000));
    let mistakes = report(text);
    assert!(mistakes.iter().all(|mistake| mistake.kind == Kind::ControlCharacter));
    assert_eq!(mistakes.len(), 101);
    assert!(mistakes.iter().last().unwrap().message.starts_with("900 more"));
}

#[test]
fn bombs_are_refused() {
    let deep = 10_000;
    let block: String = (0..deep).fold(String::new(), |mut text, depth| {
        writeln!(text, "{}a:", " ".repeat(depth)).unwrap();
        text
    });
    for text in ["[".repeat(deep), "{a: ".repeat(deep), "- ".repeat(deep), "? ".repeat(deep), block] {
        let kinds: Vec<_> = report(text).iter().map(|diagnostic| diagnostic.kind).collect();
        assert_eq!(kinds, [Kind::TooDeep]);
    }
    let mut bomb = "a0: &a0 [x, x]\n".to_owned();
    (1..30).for_each(|n| writeln!(bomb, "a{n}: &a{n} [*a{0}, *a{0}]", n - 1).unwrap());
    let mistakes = report(bomb);
    let anchors = mistakes.iter().filter(|diagnostic| diagnostic.kind == Kind::Anchor).count();
    assert_eq!(anchors, 30 + 2 * 29);
    let braces = format!("locales: [ja]\ncodes:\n  A1:\n    message: \"{}\"\n", "{}".repeat(100_000));
    assert_eq!(report(braces).len(), 32);
}

/// Quadratic effort anywhere would make this take minutes.
#[test]
fn a_hundred_mistakes_among_ten_thousand_codes_are_found() {
    let text = large(|text, code| {
        let placeholder = if code % 100 == 0 { "{1}" } else { "{0}" };
        writeln!(text, "  TOK{code:05}:\n    name: a-{code}\n    params: {{max_hours: integer}}").unwrap();
        writeln!(
            text,
            "    message:\n      ja: {code}の期限は{placeholder}時間\n      en: {code} up to {{max_hours}}"
        )
        .unwrap();
    });
    let mistakes = report(text);
    assert_eq!(mistakes.len(), 100);
    assert!(mistakes.iter().all(|mistake| mistakes.source().text()[mistake.span.clone()] == *"{1}"));
    assert_eq!(mistakes.to_string().matches("^^^ no such param").count(), 100);
}

/// Whatever a text has a hundred thousand of, it is read, or a report says what is wrong with it.
#[test]
fn plurals_without_end_are_read_or_reported() {
    const MANY: usize = 100_000;
    let plural = |one: &str, other: &str| format!("{{n, plural, one {{{one}}} other {{{other}}}}}");
    let mut exactly = String::new();
    (0..MANY).for_each(|number| write!(exactly, "={number} {{a}} ").unwrap());
    for (text, expected) in [
        (plural("#", &"# ".repeat(10 * MANY)), None),
        (plural(&"one ".repeat(3 * MANY), &"other ".repeat(2 * MANY)), None),
        (format!("{{n, plural, {exactly} one {{b}} other {{c}}}}"), None),
        (format!("{{n, number}}{}", " '{'".repeat(MANY)), None),
        (format!("{} ", plural("#", "# ")).repeat(MANY), Some(Kind::RepeatedPlural)),
        ("{n, plural, one {#} other {# ".repeat(MANY), Some(Kind::InvalidPlural)),
        (format!("{{n, number}} {}", "{ ".repeat(MANY)), Some(Kind::InvalidPlaceholder)),
        (format!("{}{}", "{n, plural, other {".repeat(MANY), "}}".repeat(MANY)), Some(Kind::InvalidPlural)),
        (format!("{{n, number}}{}", " '{n}'".repeat(MANY)), Some(Kind::InvalidQuote)),
    ] {
        let start = Instant::now();
        let entry = format!("params: {{n: integer}}\n    message: \"{text}\"");
        let source = Source::new("catalog.yaml", format!("locales: [en]\ncodes:\n  A1:\n    {entry}\n"));
        let found = read(&source).map_or_else(|mistakes| mistakes, |checked| checked.warnings);
        let begin = &text[..text.len().min(60)];
        match expected {
            Some(kind) => assert!(found.iter().any(|mistake| mistake.kind == kind), "{begin}: {found}"),
            None => assert!(!found.has_errors(), "{begin}: {found}"),
        }
        assert!(found.len() < 200 && found.to_string().len() < 1_000_000, "{begin}: {}", found.len());
        assert!(start.elapsed().as_secs() < 20, "{begin}");
    }
}
