//! `docs/evolution.md`, held to the table of rules: each is there with all that is known of it.

#[path = "../../tests/support/markdown.rs"]
mod markdown;

use markdown::{blocks, code_words, read, rows, section};
use token_codes_build::diff::{Rule, Severity, Who};
use token_codes_build::{Source, read as check};

fn page() -> String {
    read("docs/evolution.md")
}

#[test]
fn every_rule_is_described() {
    let page = page();
    let documented = rows(section(&page, "## Rules"));
    let known: Vec<Vec<String>> = Rule::ALL
        .iter()
        .map(|rule| {
            let who: Vec<_> = rule.who().iter().map(|who| who.as_str()).collect();
            let (name, level) = (format!("`{rule}`"), rule.severity().to_string());
            vec![name, level, who.join(", "), rule.about().into(), rule.instead().into()]
        })
        .collect();
    for (documented, known) in documented.iter().zip(&known) {
        assert_eq!(documented, known);
    }
    assert_eq!(documented.len(), known.len());
}

#[test]
fn every_level_and_everybody_is_described() {
    let page = page();
    let rows = rows(section(&page, "## Levels"));
    let words: Vec<_> = rows.iter().map(|row| &*row[0]).collect();
    let known = Severity::ALL.map(Severity::as_str).into_iter().chain(Who::ALL.map(Who::as_str));
    assert_eq!(words, known.collect::<Vec<_>>());
    for (row, severity) in rows.iter().zip(Severity::ALL) {
        let rule = Rule::ALL.iter().find(|rule| rule.severity() == severity).expect("each has a rule");
        assert_eq!(row[2], rule.bump().as_str(), "{severity}");
    }
}

#[test]
fn every_catalog_on_the_page_is_one() {
    let page = page();
    let catalogs: Vec<_> = blocks(&page).into_iter().filter(|block| block.language == "yaml").collect();
    assert_eq!(catalogs.len(), 2);
    for block in catalogs {
        let found = check(&Source::new("catalog.yaml", block.text));
        assert_eq!(found.map(|checked| checked.warnings.to_string()), Ok(String::new()), "{}", block.text);
    }
}

/// The rules that the prose names are rules.
#[test]
fn every_rule_that_is_named_is_one() {
    let page = page();
    let (_, after) = page.split_once("\n## Renames").expect("the page has the section");
    let named: Vec<_> =
        code_words(after).into_iter().filter(|word| word.contains('-') && !word.contains(' ')).collect();
    assert!(named.contains(&"unused-acceptance"));
    for word in named.iter().filter(|word| !word.starts_with("--")) {
        assert!(Rule::named(word).is_some(), "{word}");
    }
}
