//! What an export says is all that a diff compares: read back, it is the catalog that it was written of.

use std::path::Path;

use token_codes_build::catalog::Catalog;
use token_codes_build::diff::diff;
use token_codes_build::{Source, read};
use token_codes_docs::json;

fn again(catalog: &Catalog) -> Catalog {
    let [_, export] = &json::files(catalog)[..] else { panic!("two files") };
    let source = json::source("catalog.json", &export.text).unwrap_or_else(|error| panic!("{error}"));
    read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog
}

fn assert_is_the_same(name: &str, catalog: &Catalog) {
    let (mut catalog, again) = (catalog.clone(), again(catalog));
    // What is accepted is said of edits to come, and no export has it.
    catalog.accepted.clear();
    assert_eq!(diff(&catalog, &again), [], "{name}");
    assert_eq!(diff(&again, &catalog), [], "{name}");
}

#[test]
fn every_catalog_of_this_project_comes_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let golden = root.join("token-codes-build/tests/golden");
    let goldens = golden.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let others = [
        "catalog.yaml",
        "tests/crates/own-catalog/catalog.yaml",
        "tests/crates/contract-catalog/catalog.yaml",
        "token-codes-docs/tests/typescript/hard.yaml",
    ];
    let mut seen = 0;
    for path in goldens.chain(others.map(|path| root.join(path))) {
        let Ok(checked) = Source::read(&path).and_then(|source| read(&source)) else { continue };
        assert_is_the_same(&path.display().to_string(), &checked.catalog);
        seen += 1;
    }
    assert!(seen > 20, "only {seen} catalogs have no errors");
}

#[test]
fn what_only_some_catalogs_have_comes_back() {
    let files = [
        (
            "catalog/a.yaml",
            "title: Family\ndescription: |\n  Of its own.\nretired: [A0]\ncodes:\n  A1: {message: {ja: 一}}\n",
        ),
        (
            "catalog/b.yaml",
            "title: All\nlocales: [ja, zh, zh-Hant, en]\nfallback: {zh: en, zh-Hant: en}\nlog_locale: en\n\
             headings: {ja: {overview: 概要}, en: {causes: \"Why?\"}}\nroles: {http_status: state, level: on}\n\
             columns:\n  state: {type: u16, required: true, default: 500, contract: true}\n  on: [error, warning]\n  \
             id: u64\n  note: text\n  is_odd: boolean\ncodes:\n  B1:\n    name: one\n    on: warning\n    \
             id: 18446744073709551615\n    note: '18'\n    is_odd: true\n    params: {z: any, a: {type: float, privacy: personal}, k: {type: text, privacy: secret}}\n    \
             message: {ja: '{a}と{z}', en: '{z} {{0}}', zh-Hant: \"{1}\\t{0}\"}\n    omits: {en: [a]}\n    \
             summary: {ja: '{z}', en: same}\n    causes: [\"a\\u00A0b\"]\n  B2:\n    params: {n: integer, m: integer, user: text}\n    \
             message: {ja: '{n, plural, other {#: {user}}}', en: \"{n, plural, =0 {it's '{' '#'} one {{user}: #} other {{user}: #}}\", \
             zh: '{n, number} {user}', zh-Hant: '{{n}} {user}'}\n    omits: {ja: [m], en: [m, user], zh: [m], zh-Hant: [n, m]}\n    \
             causes: ['{m, selectordinal, other {#.}}']\n",
        ),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let source = Source::from_files("catalog", files).unwrap();
    let catalog = read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog;
    assert_is_the_same("this test", &catalog);
    assert_eq!(again(&catalog).roles, catalog.roles);
}

#[test]
fn the_locales_with_native_digits_come_back() {
    let yaml = "locales: [en, ar, hi]\nnative_digits: [hi]\ncodes:\n  A1: {params: {n: integer}, message: {en: '{n}', ar: \
                '{n}', hi: '{n, number}'}}\n";
    let catalog = read(&Source::new("catalog.yaml", yaml)).unwrap().catalog;
    let zeros = |catalog: &Catalog| -> Vec<_> {
        catalog.locales.iter().map(|locale| locale.language.numbers().zero).collect()
    };
    assert_eq!(zeros(&again(&catalog)), ['0', '0', '०']);
    assert_is_the_same("this test", &catalog);
}

#[test]
fn what_is_no_export_of_this_version_is_refused() {
    let refused = |text: &str| json::source("catalog.json", text).unwrap_err().to_string();
    assert!(refused("").starts_with("EOF"));
    assert!(refused("[]").contains("expected struct"));
    assert!(refused(r#"{"version": 2}"#).starts_with("missing field `title`"));
    let yaml = "locales: [en]\ncodes: {A1: {message: one}}\n";
    let catalog = read(&Source::new("catalog.yaml", yaml)).unwrap().catalog;
    let export = &json::files(&catalog)[1].text;
    let other = refused(&export.replace("\"version\": 2", "\"version\": 3"));
    assert_eq!(other, "it is of version 3 of the format, and this is version 2");
}
