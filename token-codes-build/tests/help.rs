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

/// Mistakes in columns and their values.
const COLUMNS: &str = "\
locales: [en]
columns:
  httpStatus: integer
  message: text
  type_name: string
  severity: [Info, error, error]
  unused: boolean
  code: [a]
  level: u8
codes:
  A1:
    message: one
    type_name: a
    severity: error
    level: 256
  A2: {message: two, severty: error, level: 007}
  level: {message: three}
";

const EDITS_OF_COLUMNS: &[(Kind, &str, &str)] = &[
    (Kind::InvalidColumn, "  httpStatus: integer\n", ""),
    (Kind::InvalidColumn, "  message: text\n", ""),
    (Kind::UnknownType, "type_name: string", "type_name: text"),
    (Kind::InvalidColumn, "Info,", "info,"),
    (Kind::DuplicateItem, "error, error", "error"),
    (Kind::UnusedColumn, "  unused: boolean\n", ""),
    (Kind::CollidingIdentifier, "  code: [a]\n", ""),
    (Kind::MismatchedValue, "256", "255"),
    (Kind::UnknownKey, "severty", "severity"),
    (Kind::MismatchedValue, "007", "7"),
    (Kind::CollidingIdentifier, "  level: {", "  level-1: {"),
];

#[test]
fn each_mistake_is_one_report_and_each_help_removes_its_own() {
    follow(CATALOG, EDITS);
}

#[test]
fn the_same_holds_for_columns() {
    follow(COLUMNS, EDITS_OF_COLUMNS);
}

fn follow(catalog: &str, edits: &[(Kind, &str, &str)]) {
    let mut text = catalog.to_owned();
    for (done, (_, before, after)) in edits.iter().enumerate() {
        assert_eq!(kinds(&report(&text)), edits[done..].iter().map(|(kind, ..)| *kind).collect::<Vec<_>>());
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
