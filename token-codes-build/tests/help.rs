//! Each help, followed to the letter, removes its report, and no other.

use token_codes_build::{Diagnostics, Kind, Source, read};

/// Twenty-two different mistakes in one catalog.
const CATALOG: &str = include_str!("golden/twenty-mistakes.yaml");

/// For each report, in their order: its kind, and the edit that its help asks for.
const EDITS: &[(Kind, &str, &str)] = &[
    (Kind::UnknownKey, "titel:", "title:"),
    (Kind::InvalidValue, "strict: maybe\n", ""),
    (Kind::UnknownCheck, "{spelling: allow}", "{}"),
    (Kind::DuplicateItem, "[TOK9, TOK9]", "[TOK9]"),
    (Kind::InvalidCode, "TOK 1:", "TOK-1:"),
    (Kind::InvalidName, "name: Two", "name: two"),
    (Kind::UnknownType, "limit: u32", "limit: integer"),
    (Kind::UnknownPlaceholder, "two {1}", "two {0}"),
    (Kind::UnusedParam, "    params: {unused: any}\n", ""),
    (Kind::Untranslated, "en: 四", "en: four"),
    (Kind::DuplicateMessage, "{ja: 五, en: three}", "{ja: 五, en: five}"),
    (Kind::MissingTranslation, "{ja: 六}", "{ja: 六, en: six}"),
    (Kind::AdjacentPlaceholders, "{a}{b}", "{a} {b}"),
    (Kind::EdgeSpace, "\"八 \"", "\"八\""),
    (Kind::DoubledSpace, "eight  times", "eight times"),
    (Kind::RetiredCode, "  TOK9:\n", "  TOK99:\n"),
    (Kind::BidiOverride, "ten\\u202E", "ten"),
    (Kind::EmptyText, "summary: \"\"", "summary: text"),
    (Kind::ControlCharacter, "十一\\a", "十一"),
    (Kind::EmptyValue, "en: null", "en: \"null\""),
    (Kind::UnknownKey, "    colour: red\n", ""),
    (Kind::DuplicateCode, "  TOK12:\n    message: {ja: 十三", "  TOK13:\n    message: {ja: 十三"),
];

#[test]
fn each_mistake_is_one_report_and_each_help_removes_its_own() {
    let mut text = CATALOG.to_owned();
    for (done, (_, before, after)) in EDITS.iter().enumerate() {
        assert_eq!(kinds(&report(&text)), EDITS[done..].iter().map(|(kind, ..)| *kind).collect::<Vec<_>>());
        assert_eq!(text.matches(before).count(), 1, "`{before}` is to be there once");
        text = text.replace(before, after);
    }
    assert!(report(&text).is_empty(), "{}", report(&text));
}

fn report(text: &str) -> Diagnostics {
    read(&Source::new("catalog.yaml", text)).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

fn kinds(diagnostics: &Diagnostics) -> Vec<Kind> {
    diagnostics.iter().map(|diagnostic| diagnostic.kind).collect()
}
