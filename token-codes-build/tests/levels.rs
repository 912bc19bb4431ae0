//! Levels as the catalog and the caller set them, and what messages leave out on purpose.

#[path = "support/accept.rs"]
mod accept;

use accept::accepted;
use token_codes_build::{Kind, Level, Options, Source, generate, read_with};

/// The level, the kind and the line of each report.
fn levels(text: &str, options: Options) -> Vec<(Level, Kind, usize)> {
    let found = read_with(&Source::new("catalog.yaml", text), options)
        .map_or_else(|mistakes| mistakes, |checked| checked.warnings);
    let line = |span: &std::ops::Range<usize>| found.source().position(span.start).line;
    found.iter().map(|found| (found.level(), found.kind, line(&found.span))).collect()
}

fn levels_with(checks: &str) -> Vec<(Level, Kind, usize)> {
    levels(&format!("{checks}\n{BODY}"), Options::default())
}

/// A catalog that lacks translations and has others that are none.
const BODY: &str = "\
locales: [ja, en, fr]
codes:
  A1:
    message: {ja: 一つ, fr: 一つ}
  A2:
    message: {ja: 二つ, en: 二つ}
";

#[test]
fn a_kind_has_its_default_level() {
    let warning = Level::Warning;
    let expected = [
        (warning, Kind::MissingTranslation, 5),
        (warning, Kind::Untranslated, 5),
        (warning, Kind::MissingTranslation, 7),
        (warning, Kind::Untranslated, 7),
    ];
    assert_eq!(levels_with("title: T"), expected);
    assert_eq!(levels_with("strict: false"), expected);
}

#[test]
fn the_catalog_sets_levels() {
    assert_eq!(
        levels_with("checks: {untranslated: allow, missing-translation: error}"),
        [(Level::Error, Kind::MissingTranslation, 5), (Level::Error, Kind::MissingTranslation, 7)]
    );
    assert_eq!(levels_with("checks: {untranslated: allow, missing-translation: allow}"), []);
    assert_eq!(
        levels_with("checks: {untranslated: {level: error}, missing-translation: {level: allow}}"),
        [(Level::Error, Kind::Untranslated, 5), (Level::Error, Kind::Untranslated, 7)]
    );
}

#[test]
fn a_check_is_restricted_to_locales() {
    assert_eq!(
        levels_with(
            "checks: {untranslated: {locales: [en]}, missing-translation: {level: error, locales: [fr]}}"
        ),
        [(Level::Error, Kind::MissingTranslation, 7), (Level::Warning, Kind::Untranslated, 7)]
    );
    assert_eq!(
        levels_with("checks: {untranslated: {locales: []}, missing-translation: {locales: [ja]}}"),
        []
    );
}

#[test]
fn strict_makes_errors_of_what_is_not_set() {
    let expected = [
        (Level::Error, Kind::MissingTranslation, 5),
        (Level::Warning, Kind::Untranslated, 5),
        (Level::Error, Kind::MissingTranslation, 7),
        (Level::Warning, Kind::Untranslated, 7),
    ];
    assert_eq!(levels_with("strict: true\nchecks: {untranslated: warning}").len(), 4);
    let body = format!("checks: {{untranslated: warning}}\n{BODY}");
    assert_eq!(levels(&body, Options::default().strict(true)), expected);
    // What the catalog says does not soften what the caller wants.
    let text = format!("strict: false\nchecks: {{untranslated: {{locales: [fr]}}}}\n{BODY}");
    let found = levels(&text, Options::default().strict(true));
    assert!(found.len() == 3 && found.iter().all(|(level, ..)| *level == Level::Error));
}

#[test]
fn levels_are_ordered_and_have_words() {
    assert!(Level::Allow < Level::Warning && Level::Warning < Level::Error);
    assert_eq!(Level::ALL.map(|level| level.to_string()), ["allow", "warning", "error"]);
    assert!(Kind::ALL.iter().all(|kind| kind.level() != Level::Allow));
}

#[test]
fn a_message_leaves_a_param_out_on_purpose() {
    let catalog = accepted(
        "\
locales: [ja, en]
codes:
  TOK005:
    params: {max_hours: integer, expires_at: any}
    message:
      ja: 期限は{0}時間、指定は{1}
      en: at most {max_hours} hours
    omits: {en: [expires_at]}
",
    );
    let shown =
        |locale: usize| catalog.entries[0].messages[locale].template.shown(|param| format!("<{param}>"));
    assert_eq!((&*shown(0), &*shown(1)), ("期限は<0>時間、指定は<1>", "at most <0> hours"));
    assert!(generate(&catalog).unwrap().contains("at most {max_hours} hours"));
}

#[test]
fn a_source_message_can_leave_a_param_out_too() {
    accepted(
        "\
locales: [ja, en]
codes:
  A1:
    params: {hours: integer, day: any}
    message: {ja: '{0}時間', en: '{1}: {0} hours'}
    omits: {ja: [day]}
  A2:
    params: {hours: integer}
    message: {ja: 期限切れ, en: expired}
    omits: {ja: [hours], en: [hours]}
    resolution: {ja: ['{0}時間待つ'], en: ['wait {0} hours']}
",
    );
    // Where only one locale is, its tag is that of `locales`.
    accepted(
        "locales: [ja]\ncodes:\n  A1:\n    params: {a: any}\n    message: x\n    omits: {ja: [a]}\n    \
         summary: '{a}'\n",
    );
}

/// What is said of a locale that has no message at all is neither true nor false.
#[test]
fn an_omission_in_a_missing_message_is_no_mistake() {
    let text = "locales: [ja, en]\ncodes:\n  A1:\n    params: {a: any}\n    message: {ja: 'x{0}'}\n    omits: {en: [a]}\n";
    assert_eq!(levels(text, Options::default()), [(Level::Warning, Kind::MissingTranslation, 5)]);
}

/// A placeholder that is wrong was probably meant to be the one that is missing.
#[test]
fn one_mistake_is_one_report() {
    for message in ["'{b}', en: '{b}'", "'{1}', en: 'x {1}'", "null, en: two", "'{ 0 }', en: '{0}'"] {
        let text = format!(
            "locales: [ja, en]\ncodes:\n  A1:\n    params: {{a: any}}\n    message: {{ja: {message}}}\n"
        );
        let found = levels(&text, Options::default());
        assert!(found.iter().all(|(_, kind, _)| *kind != Kind::UnusedParam), "{message}: {found:?}");
    }
    let misspelt =
        "locales: [ja]\ncodes:\n  A1:\n    params: {a: any}\n    message: x\n    omit: {ja: [a]}\n";
    assert_eq!(levels(misspelt, Options::default()), [(Level::Error, Kind::UnknownKey, 6)]);
    for omits in ["{en: a}", "[a]", "{en: [zzzzzz]}", "{en: [[a]]}", "{en: }"] {
        let text = format!(
            "locales: [ja, en]\ncodes:\n  A1:\n    params: {{a: any}}\n    message: {{ja: 'x{{0}}', en: y}}\n    omits: {omits}\n"
        );
        assert_eq!(levels(&text, Options::default()).len(), 1, "{omits}");
    }
    let misspelt = "chekcs: {edge-space: allow}\nlocales: [ja]\ncodes:\n  A1:\n    message: x\n";
    assert_eq!(levels(misspelt, Options::default()), [(Level::Error, Kind::UnknownKey, 1)]);
    // What was meant to be allowed is not reported beside the mistake in its name.
    let misspelt = "checks: {egde-space: allow}\nlocales: [ja]\ncodes:\n  A1:\n    message: 'x '\n";
    assert_eq!(levels(misspelt, Options::default()), [(Level::Error, Kind::UnknownCheck, 1)]);
}
