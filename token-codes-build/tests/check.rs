//! What the checks accept, and what they say of everything else.

#[path = "support/accept.rs"]
mod accept;

use std::{collections::HashSet, fmt::Write as _, path::Path};

use accept::{accepted, check};
use token_codes_build::{
    Diagnostics, Kind, Level, MAX_BYTES, Source,
    catalog::{ColumnType, IntegerType, ParamType, Template, Text, Value},
    cldr::Language,
    read,
};

/// What is reported on a catalog: its mistakes, or its warnings if there are none.
fn report(text: &str) -> Diagnostics {
    check(text).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
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
    let diagnostics = report(include_str!("golden/places-in-all-styles.yaml"));
    let placed: Vec<_> =
        diagnostics.iter().map(|diagnostic| &diagnostics.source().text()[diagnostic.span.clone()]).collect();
    assert_eq!(placed, ["{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}", "{10}"]);
}

#[test]
fn a_file_that_cannot_be_read_is_reported() {
    let mistakes = Source::read(Path::new("no/such/catalog.yaml")).unwrap_err();
    assert_eq!(
        mistakes.to_string(),
        "error[unreadable-file]: the catalog cannot be read: No such file or directory (os error 2)\n\
         --> no/such/catalog.yaml\n \
         = help: the catalog is a YAML file with `locales` and `codes`, or a folder of them; check the path and the permissions"
    );
    let mistakes = Source::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap_err();
    assert!(mistakes.iter().all(|diagnostic| diagnostic.kind == Kind::UnreadableFile));
}

#[test]
fn a_file_that_is_too_large_is_reported() {
    let expected = "error[file-too-large]: the catalog is larger than 64 MiB\n--> big.yaml\n \
                    = help: divide it into several catalogs";
    let mistakes = Source::from_bytes("big.yaml", vec![b' '; MAX_BYTES + 1]).unwrap_err();
    assert_eq!(mistakes.to_string(), expected);
    let mistakes = read(&Source::new("big.yaml", " ".repeat(MAX_BYTES + 1))).unwrap_err();
    assert_eq!(mistakes.to_string(), expected);
}

#[test]
fn other_encodings_are_reported() {
    let help = "\n  = help: save the catalog in the encoding UTF-8; every editor's \"save as\" offers it";
    let utf16: Vec<u8> = "\u{FEFF}codes:".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, place, message) in [
        // "title: トーク" in Shift_JIS.
        (b"title:\n  \x83g\x81[\x83N".to_vec(), "2:3", "the byte 0x83 is not UTF-8"),
        ("title: あ".as_bytes()[..9].to_vec(), "1:8", "the byte 0xE3 is not UTF-8"),
        (utf16, "1:1", "the catalog is in UTF-16, not in UTF-8"),
    ] {
        let mistakes = Source::from_bytes("c.yaml", bytes).unwrap_err();
        let shown = mistakes.to_string();
        assert!(shown.starts_with(&format!("error[not-utf8]: {message}\n --> c.yaml:{place}\n")), "{shown}");
        assert!(shown.ends_with(help), "{shown}");
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
    let mistakes = report(&with_params(256));
    assert_eq!(
        mistakes.to_string(),
        "\
error[too-many-params]: `A1` has 256 params
   --> catalog.yaml:260:7
    |
260 |       p255: any
    |       ^^^^
    |
    = help: an entry has no more than 255"
    );
}

/// What a template shows, with the index of each param in angle brackets.
fn shown(template: &Template) -> String {
    template.fill(Language::of("en"), |param| format!("<{param}>"))
}

fn list_shown(list: &[Template]) -> Vec<String> {
    list.iter().map(shown).collect()
}

#[test]
fn a_catalog_comes_out_as_it_is_written() {
    let text = r#"
title: Token Related Messages
description: |
  Introduction.
locales: [ja, zh-Hant]
checks: {uneven-details: allow}
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
    let params: Vec<_> = entry.params.iter().map(|param| (&*param.name, param.ty)).collect();
    assert_eq!(params, [("max_hours", ParamType::Integer), ("expires_at", ParamType::Any)]);
    assert!(entry.messages.iter().all(|message| message.translated));
    let [ja, zh] = [0, 1].map(|locale: usize| &entry.messages[locale].template);
    assert_eq!(ja.text, "期限は{0}時間。{{指定}}:{expires_at}");
    assert_eq!((shown(ja), shown(zh)), ("期限は<0>時間。{指定}:<1>".into(), "<1> <0>".into()));
    assert!(matches!(&entry.summary, Text::Same(summary) if shown(summary) == "too far"));
    assert!(matches!(&entry.description, Text::PerLocale(texts) if texts.own().iter().all(Option::is_some)));
    assert_eq!([0, 1].map(|locale| shown(entry.description.get(locale))), ["<0> a", "b"]);
    assert!(matches!(&entry.causes, Text::Same(causes) if list_shown(causes) == ["one", "<1>"]));
    assert!(matches!(&entry.resolution, Text::PerLocale(texts) if texts.own().iter().all(Option::is_some)));
    let resolution = [0, 1].map(|locale| list_shown(entry.resolution.get(locale)));
    assert_eq!(resolution, [vec!["step".to_owned()], vec![]]);
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
    assert_eq!(shown.join("\n\n"), checked.warnings.to_string());
    let entry = &checked.catalog.entries[0];
    assert_eq!(entry.messages[1].template.text, "text");
    assert!(entry.messages[0].translated && !entry.messages[1].translated);
    assert_eq!(entry.summary.get(1).text, "short");
}

/// The locales that stand in for each, by their tags.
fn stand_ins(header: &str) -> Vec<String> {
    let catalog = accepted(&format!(
        "{header}\nchecks: {{missing-translation: allow}}\ncodes: {{A1: {{message: {{ja: a}}}}}}\n"
    ));
    let tags = |locales: &[usize]| -> Vec<_> {
        locales.iter().map(|locale| catalog.locales[*locale].tag.clone()).collect()
    };
    catalog.locales.iter().map(|locale| tags(&locale.fallback).join(" ")).collect()
}

#[test]
fn the_first_subtags_say_what_stands_in() {
    let of = |locales: &str| stand_ins(&format!("locales: [ja, {locales}]"));
    assert_eq!(of("zh, zh-Hant, zh-Hant-TW"), ["", "ja", "zh ja", "zh-Hant zh ja"]);
    // In whatever order, and with one missing between.
    assert_eq!(of("zh-Hant-TW, zh"), ["", "zh ja", "ja"]);
    assert_eq!(of("EN-gb, en"), ["", "en ja", "ja"]);
    // The same letters are not the same subtags, and of the same language is not enough.
    assert_eq!(of("e, en, en-GB, en-US, eng, fr-CA"), ["", "ja", "ja", "en ja", "en ja", "ja", "ja"]);
    assert_eq!(of("ja-Hira"), ["", "ja"]);
}

#[test]
fn the_catalog_says_what_stands_in() {
    let of = |fallback: &str| stand_ins(&format!("locales: [ja, en, fr, fr-CA, de]\nfallback: {fallback}"));
    assert_eq!(of("{fr: en}"), ["", "ja", "en ja", "fr en ja", "ja"]);
    assert_eq!(of("{fr-CA: de, de: en, fr: ja}"), ["", "ja", "ja", "de en ja", "en ja"]);
    // A tag leads nowhere that comes back.
    assert_eq!(of("{fr: fr-CA}"), ["", "ja", "fr-CA ja", "ja", "ja"]);
    assert_eq!(of("{fr: de, de: fr-CA}"), ["", "ja", "de fr-CA ja", "ja", "fr-CA ja"]);
}

#[test]
fn every_text_has_the_nearest_that_there_is() {
    let text = "\
locales: [ja, en, fr, fr-CA]
fallback: {fr: en}
checks: {missing-translation: allow}
codes:
  A1:
    message: {ja: 一, en: one}
    summary: {ja: あ, fr: a}
    causes: {ja: [か]}
    resolution: [same]
";
    let catalog = accepted(text);
    let entry = &catalog.entries[0];
    let messages: Vec<_> =
        entry.messages.iter().map(|message| (&*message.template.text, message.locale)).collect();
    assert_eq!(messages, [("一", 0), ("one", 1), ("one", 1), ("one", 1)]);
    assert!(entry.messages.iter().map(|message| message.translated).eq([true, true, false, false]));
    let summaries =
        [0, 1, 2, 3].map(|locale| (&*entry.summary.get(locale).text, entry.summary.locale(locale)));
    assert_eq!(summaries, [("あ", Some(0)), ("あ", Some(0)), ("a", Some(2)), ("a", Some(2))]);
    assert_eq!((entry.causes.locale(3), entry.resolution.locale(3)), (Some(0), None));
    assert!(entry.summary.written(3).is_none() && entry.summary.written(2).is_some());
}

#[test]
fn a_code_without_a_value_has_the_default() {
    let text = "\
locales: [en]
columns:
  http_status: {type: integer, required: true, default: 70000, contract: true}
  severity: {type: [info, error], required: true, default: error}
  team: text
codes:
  A1: {message: one, http_status: 404}
  A2: {message: two, team: shop}
";
    let catalog = accepted(text);
    let [status, severity, team] = &*catalog.columns else { panic!("there are three") };
    assert!(status.required && status.contract && !severity.contract && !team.required);
    // The default counts for the type.
    assert_eq!(status.ty, ColumnType::Integer(IntegerType::U32));
    let error = Value::Listed { index: 1, text: "error".into() };
    let defaults = [Some(Value::Integer(70_000)), Some(error.clone()), None];
    assert_eq!([&status.default, &severity.default, &team.default], [&defaults[0], &defaults[1], &None]);
    assert_eq!(catalog.entries[0].values, [Some(Value::Integer(404)), Some(error), None]);
    let team = Some(Value::Text("shop".into()));
    assert_eq!(catalog.entries[1].values, [defaults[0].clone(), defaults[1].clone(), team]);
}

#[test]
fn numbers_are_in_the_digits_that_the_catalog_asks_for() {
    let text = "\
locales: [en, hi, ar]
native_digits: [ar]
codes:
  A1:
    params: {left: integer}
    message:
      en: '{left, number} left'
      hi: '{left, number} शेष'
      ar: 'بقي {left, number}'
";
    let catalog = accepted(text);
    let shown = |locale: usize| {
        let message = &catalog.entries[0].messages[locale].template;
        message.fill(catalog.locales[locale].language, |_| "1234567".to_owned())
    };
    assert_eq!([shown(0), shown(1), shown(2)], ["1,234,567 left", "12,34,567 शेष", "بقي ١٬٢٣٤٬٥٦٧"]);
}
