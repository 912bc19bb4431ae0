//! What the README and the pages say of catalogs, held to the compiler: each example, each report, each table.

#[path = "../../tests/support/markdown.rs"]
mod markdown;

use std::collections::BTreeSet;

use markdown::{blocks, code_words, nth_block, read as text, rows, section};
use serde_json::Value;
use token_codes_build::catalog::{IntegerType, ParamType, Privacy};
use token_codes_build::{Diagnostics, Kind, Source, read};

fn found(catalog: &str) -> Diagnostics {
    read(&Source::new("catalog.yaml", catalog)).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

fn page() -> String {
    text("docs/catalog.md")
}

fn schema() -> Value {
    serde_json::from_str(&text("catalog.schema.json")).expect("the schema is JSON")
}

fn is_report(text: &str) -> bool {
    text.starts_with("error[") || text.starts_with("warning[")
}

/// A report is that of the catalog before it, which has mistakes; every other catalog has none.
#[test]
fn every_catalog_is_read_and_every_report_is_the_compilers() {
    for (path, catalogs, reports) in [("docs/catalog.md", 14, 2), ("token-codes-build/README.md", 1, 1)] {
        let page = text(path);
        let blocks = blocks(&page);
        let shown: Vec<_> =
            blocks.iter().filter(|block| block.language == "yaml" || is_report(block.text)).collect();
        let mut seen = (0, 0);
        for (index, block) in shown.iter().enumerate().filter(|(_, block)| block.language == "yaml") {
            let report =
                shown.get(index + 1).map_or("", |next| if is_report(next.text) { next.text } else { "" });
            assert_eq!(found(block.text).to_string(), report.trim_end(), "{path}:\n{}", block.text);
            seen = (seen.0 + 1, seen.1 + usize::from(!report.is_empty()));
        }
        assert_eq!(seen, (catalogs, reports), "{path}");
    }
}

#[test]
fn the_readme_adds_a_code_to_the_real_catalog() {
    let readme = text("README.md");
    let add = section(&readme, "## Add a code");
    let catalog = format!("{}\n{}", text("catalog.yaml"), nth_block(add, "yaml", 0));
    let checked = read(&Source::new("catalog.yaml", &catalog)).expect("the entry has no mistakes");
    assert_eq!(checked.warnings.to_string(), "");
    let added = checked.catalog.entries.last().expect("it has entries");
    assert_eq!((&*added.code, &*added.constant, &*added.variant), ("TOK014", "TOK014", "TooManySessions"));

    let mistaken = catalog.replace("plural, one {# session} other", "plural, other");
    assert_eq!(found(&mistaken).to_string() + "\n", nth_block(add, "text", 0));
}

/// The keys in a table, and the properties that the schema has there.
#[track_caller]
fn assert_keys(heading: &str, properties: &Value) {
    let page = page();
    let rows = rows(section(&page, heading));
    let documented: Vec<String> = rows.iter().map(|row| row[0].trim_matches('`').to_owned()).collect();
    let known: Vec<_> = properties.as_object().expect("it has properties").keys().cloned().collect();
    let sorted = |keys: &[String]| -> BTreeSet<String> { keys.iter().cloned().collect() };
    assert_eq!(sorted(&documented), sorted(&known), "{heading}");
    assert_eq!(documented.len(), known.len(), "{heading}: a key stands twice");
}

#[test]
fn every_key_is_described() {
    let schema = schema();
    assert_keys("## Keys of a file", &schema["properties"]);
    assert_keys("## Keys of an entry", &schema["definitions"]["entry"]["properties"]);
    assert_keys("## Keys of a column", &schema["definitions"]["column"]["properties"]);
    assert_keys("## Headings", &schema["definitions"]["headings"]["properties"]);
}

/// An optional key is called optional, and one that is required is not.
#[test]
fn what_is_optional_is_said() {
    let page = page();
    let without = "locales: [en]\ncodes: {A1: {message: a}}\n";
    assert_eq!(found(without).to_string(), "");
    for heading in ["## Keys of a file", "## Keys of an entry"] {
        for row in rows(section(&page, heading)) {
            let is_required = ["`locales`", "`codes`", "`message`"].contains(&&*row[0]);
            assert_eq!(row[1].ends_with("; optional"), !is_required, "{row:?}");
        }
    }
}

#[test]
fn every_heading_has_the_default_that_is_said() {
    let page = page();
    let schema = schema();
    for row in rows(section(&page, "## Headings")) {
        let description =
            &schema["definitions"]["headings"]["properties"][row[0].trim_matches('`')]["description"];
        let default = format!(": `{}`.", row[2]);
        assert!(description.as_str().is_some_and(|text| text.ends_with(&default)), "{row:?}: {description}");
    }
}

#[test]
fn every_type_of_a_param_is_described() {
    let page = page();
    let rows = rows(section(&page, "## Params and placeholders"));
    let documented: Vec<_> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(documented, ParamType::ALL.map(ParamType::as_str));
}

#[test]
fn every_privacy_is_described() {
    let page = page();
    let rows = rows(section(&page, "## Privacy"));
    let documented: Vec<_> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(documented, Privacy::ALL.map(Privacy::as_str));
}

#[test]
fn every_role_is_described_with_its_words_and_its_default() {
    let schema = &schema()["properties"]["roles"]["properties"];
    assert_keys("## Roles", schema);
    let page = page();
    for row in rows(section(&page, "## Roles")) {
        let (role, default) = (row[0].trim_matches('`'), row[2].trim_matches('`'));
        let description = schema[role]["description"].as_str().expect("it is described");
        assert!(description.ends_with(&format!("; `{default}` by default.")), "{description}");
        // The words are those that the compiler takes: each is accepted, and its help on another has no more.
        let words: Vec<_> = code_words(&row[1]);
        let catalog = |value: &str| {
            let head = format!("locales: [en]\ncolumns: {{{default}: text}}\nroles: {{{role}: {default}}}\n");
            format!("{head}codes: {{A1: {{message: a, {default}: {value}}}}}\n")
        };
        for word in &words {
            assert_eq!(found(&catalog(word)).to_string(), "", "{role}");
        }
        if role == "level" {
            let help = found(&catalog("xyzxyz")).iter().next().and_then(|mistake| mistake.help.clone());
            assert_eq!(code_words(&help.expect("every mistake has a help")), words);
        }
    }
}

#[test]
fn every_type_of_a_column_is_described() {
    let page = page();
    let rows = rows(section(&page, "## Columns"));
    let documented: BTreeSet<_> = rows.iter().flat_map(|row| code_words(&row[0])).collect();
    let integers = IntegerType::ALL.map(IntegerType::as_str);
    let types: BTreeSet<_> = ["integer", "text", "boolean"].into_iter().chain(integers).collect();
    assert_eq!(documented, types);
    let schema = schema();
    let in_schema =
        schema["definitions"]["columnType"]["anyOf"][0]["enum"].as_array().expect("a list of words");
    assert_eq!(documented, in_schema.iter().filter_map(Value::as_str).collect());
    assert!(rows.iter().any(|row| row[0] == "a list of values"));
}

#[test]
fn every_check_is_described() {
    let page = page();
    let documented: Vec<String> =
        rows(section(&page, "## Checks")).iter().map(|row| row.join(" | ")).collect();
    let settable = Kind::ALL.iter().filter(|kind| kind.is_settable());
    // Within a table, a bar is escaped.
    let row = |kind: &Kind| format!("`{kind}` | {} | {}", kind.about().replace('|', "\\|"), kind.level());
    assert_eq!(documented, settable.map(row).collect::<Vec<_>>());
}

#[test]
fn the_limits_are_those_of_the_compiler() {
    let page = page();
    let limits = section(&page, "## Limits");
    assert_eq!(
        limits.trim().split(", ").next(),
        Some(&*format!("{} MiB a catalog", token_codes_build::MAX_BYTES >> 20))
    );
    let params = |count| {
        let of_each = |text: fn(usize) -> String, between: &str| -> String {
            (0..count).map(text).collect::<Vec<_>>().join(between)
        };
        let params = of_each(|param| format!("p{param}: any"), ", ");
        let message = of_each(|param| format!("{{{param}}}"), " ");
        found(&format!("locales: [en]\ncodes: {{A1: {{params: {{{params}}}, message: '{message}'}}}}\n"))
    };
    assert_eq!(
        (params(255).len(), params(256).iter().next().map(|mistake| mistake.kind)),
        (0, Some(Kind::TooManyParams))
    );
    let values = |count| {
        let values: Vec<_> = (0..count).map(|value| format!("v{value}")).collect();
        let values = values.join(", ");
        found(&format!("locales: [en]\ncolumns: {{a: [{values}]}}\ncodes: {{A1: {{message: a, a: v1}}}}\n"))
    };
    assert_eq!((values(256).len(), values(257).len()), (0, 1));
    // The catalog, its codes and the entry are three of the levels.
    let is_too_deep = |levels: usize| {
        let nested = format!("{}a{}", "[".repeat(levels - 3), "]".repeat(levels - 3));
        let found = found(&format!("locales: [en]\ncodes:\n  A1:\n    message: {nested}\n"));
        found.iter().any(|mistake| mistake.kind == Kind::TooDeep)
    };
    assert_eq!((is_too_deep(32), is_too_deep(33)), (false, true));
    for limit in ["32 levels of nesting", "255 params an entry", "256 values in the list of a column"] {
        assert!(limits.contains(limit), "{limit}");
    }
}
