//! The TypeScript module and the JSON export show the same numbers as Rust: this writes both, and what Rust shows;
//! `typescript/plurals.js` compares them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Value, json};
use token_codes_build::Source;
use token_codes_build::catalog::{Catalog, Entry, Template, Text};
use token_codes_build::cldr::{Language, PluralKind};
use token_codes_docs::{json, typescript};

/// Of each way to choose and to group, some that have it; `tlh` is unknown to CLDR.
const LOCALES: [&str; 31] = [
    "en", "ru", "ar", "fr", "pl", "hi", "ja", "cy", "es", "it", "pt", "pt-PT", "de", "de-CH", "en-IN", "lt",
    "lv", "sl", "he", "ga", "gv", "mt", "br", "bn", "fa", "my", "mr", "kw", "uk", "zh-Hant", "tlh",
];

/// The locales whose numbers are in the digits of their script.
const NATIVE: [&str; 4] = ["bn", "fa", "my", "mr"];

fn catalog(yaml: &str) -> Catalog {
    let source = Source::new("catalog.yaml", yaml);
    token_codes_build::read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}\n{yaml}")).catalog
}

/// A plural with a branch for every category of a locale, and for two numbers.
fn plural(tag: &str, param: &str, kind: PluralKind) -> String {
    let branch = |category: &str| format!("{category} {{{category} # '{{'{{other}}'}}'}}");
    let categories = Language::of(tag).categories(kind);
    let branches: Vec<_> = categories.iter().map(|category| branch(category.as_str())).collect();
    format!(
        "{{{param}, {}, =0 {{none {{other}}}} =-1 {{minus one: # {{other}}}} {}}}",
        kind.as_str(),
        branches.join(" ")
    )
}

/// A text in each locale, as YAML.
fn texts(text: impl Fn(&str) -> String) -> String {
    let texts = LOCALES.map(|tag| format!("{tag}: {}", json!(text(tag))));
    format!("{{{}}}", texts.join(", "))
}

fn yaml() -> String {
    let of = |kind| texts(|tag| format!("{tag}: {}", plural(tag, "n", kind)));
    let both = |tag: &str| {
        let [n, other] = [("n", PluralKind::Ordinal), ("other", PluralKind::Cardinal)]
            .map(|(param, kind)| plural(tag, param, kind));
        format!("{n}, {other}; it's {{n, number}} ({{n}})")
    };
    let list = LOCALES.map(|tag| format!("{tag}: [{}, plain]", json!(both(tag))));
    format!(
        "locales: {}\nnative_digits: {}\nfallback: {{uk: ru, ja: pl}}\nchecks: {{untranslated: allow, missing-translation: allow}}\ncodes:\n  \
         CARDINAL: {{params: {{n: integer, other: integer}}, message: {}}}\n  \
         ORDINAL: {{params: {{n: integer, other: integer}}, message: {}}}\n  \
         BOTH: {{params: {{n: integer, other: integer}}, message: {}}}\n  \
         DETAILS:\n    params: {{n: integer, other: integer}}\n    message: {{en: '{{n}}{{other, number}}'}}\n    \
         summary: {}\n    description: {{en: {}, ru: {}, pl: {}}}\n    causes: {{{}}}\n    resolution: [{}]\n",
        json!(LOCALES),
        json!(NATIVE),
        of(PluralKind::Cardinal),
        of(PluralKind::Ordinal),
        texts(both),
        texts(both),
        json!(both("en")),
        json!(both("ru")),
        json!(both("pl")),
        list.join(", "),
        // One text for every locale, in the source locale.
        json!(both("en")),
    )
}

fn numbers() -> Vec<i128> {
    let powers = (2..=12).map(|power| 10_i128.pow(power));
    let near_powers = powers.flat_map(|power| [power - 1, power, power + 1, 2 * power, 12 * power + 345]);
    let edges = [u64::MAX.into(), i64::MAX.into(), i128::MAX, 9_007_199_254_740_993, 7_654_321];
    let below_zero = (1..=30).chain([100, 999, 1_000, 1_000_000, 1 << 63, i128::MAX]).map(|number| -number);
    (0..=200).chain(near_powers).chain(edges).chain(below_zero).collect()
}

/// All that Rust shows of an entry in a locale.
fn explained(catalog: &Catalog, entry: &Entry, locale: usize, arguments: [&str; 2]) -> Value {
    let language = |text: usize| catalog.locales[text].language;
    let fill = |text: &Template, locale| text.fill(language(locale), |param| arguments[param].to_owned());
    let one = |text: &Text<Template>| fill(text.get(locale), text.locale(locale).unwrap_or(0));
    let list = |texts: &Text<Vec<Template>>| {
        let of = texts.locale(locale).unwrap_or(0);
        texts.get(locale).iter().map(|text| fill(text, of)).collect::<Vec<_>>()
    };
    let message = &entry.messages[locale];
    json!({
        "message": fill(&message.template, message.locale),
        "summary": one(&entry.summary),
        "description": one(&entry.description),
        "causes": list(&entry.causes),
        "resolution": list(&entry.resolution),
    })
}

#[test]
#[ignore = "needs node and tsc: `token-codes-docs/tests/typescript/run` installs them"]
fn write_a_module_and_what_it_should_show() {
    let work = PathBuf::from(env::var_os("WORK").expect("`token-codes-docs/tests/typescript/run` sets it"));
    let catalog = catalog(&yaml());
    for file in json::files(&catalog).into_iter().chain(typescript::files(&catalog)) {
        write(&work.join(file.path), &file.text);
    }
    let mut expected = Vec::new();
    for entry in &catalog.entries {
        for (locale, tag) in LOCALES.iter().enumerate() {
            for (number, other) in numbers().into_iter().map(|number| number.to_string()).zip((0..3).cycle())
            {
                let explained = explained(&catalog, entry, locale, [&number, &other.to_string()]);
                expected.push(json!([entry.code, tag, number, other, explained]));
            }
        }
    }
    write(&work.join("expected.json"), &json!(expected).to_string());
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

#[track_caller]
fn module(yaml: &str) -> String {
    let [file] = &typescript::files(&catalog(yaml))[..] else { panic!("one file") };
    file.text.clone()
}

#[test]
fn only_a_module_with_numbers_has_what_they_need() {
    let with = |message: &str| {
        module(&format!("locales: [en]\ncodes: {{A: {{params: {{n: integer}}, message: \"{message}\"}}}}\n"))
    };
    let plain = with("{n} {{n, plural, other {{}}}}");
    assert!(!plain.contains("Plural") && !plain.contains("separator"), "{plain}");
    for message in
        ["{n, number}", "{n, plural, one {#} other {}}", "{n, selectordinal, one {} two {} few {} other {}}"]
    {
        let module = with(message);
        assert!(module.contains("type NumbersLocale = \"en\";"), "{module}");
        assert_eq!(module.matches("function fill(").count(), 1, "{module}");
        assert_eq!(module.matches("type Template ").count(), 1, "{module}");
    }
}

#[test]
fn a_module_has_the_rules_of_the_locales_that_texts_are_in() {
    let module = module(
        "locales: [en, ru, ja]\nchecks: {missing-translation: allow, untranslated: allow}\ncodes:\n  A:\n    \
         params: {n: integer}\n    message: {en: '{n}', ru: '{n, plural, =0 {\"} one {#} few {#} many {# ''{''} other {#}}'}\n",
    );
    assert!(module.contains("type NumbersLocale = \"ru\";"), "{module}");
    let branches = concat!(
        r#""=0": ["\""], "one": [{ kind: "number", param: 0, locale: "ru" }], "few": [{ kind: "number", "#,
        r#"param: 0, locale: "ru" }], "many": [{ kind: "number", param: 0, locale: "ru" }, " {"], "#,
    );
    let plural = format!(r#""ru": [{{ kind: "plural", param: 0, locale: "ru", branches: {{ {branches}"#);
    assert!(module.contains(&plural), "{module}");
}
