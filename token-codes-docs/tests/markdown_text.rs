//! Whatever a text holds, the pages show it as it is.

mod support;

use proptest::prelude::*;
use support::texts::{HOSTILE, text, yaml};
use support::{page, pages, shown};

/// The lines of a text that a renderer shows: the spaces at their edges are not seen, and neither are empty lines.
fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(|line| line.trim_matches([' ', '\t'])).filter(|line| !line.is_empty()).collect()
}

/// What the page of all codes shows.
fn expected(text: &str) -> Vec<String> {
    let lines = lines(text);
    let mut all = Vec::new();
    let mut add = |before: &str, after: &str| {
        let joined = format!("{before}{}{after}", lines.join("\n"));
        all.extend(joined.split('\n').map(str::to_owned));
    };
    add("", "");
    add("", "");
    add("", "\nCodeMessageDescription");
    let row = lines.join("\n");
    add("A1", &format!("{row}\nError Code Details\nA1\nMessage"));
    add("", "\nDescription");
    add("", "\nRoot Cause");
    add("  • ", "");
    add("  • ", "\nResolution");
    add("  1. ", "");
    add("  2. ", "");
    all
}

fn assert_shown(text: &str) {
    let files = pages(&yaml(text));
    let markdown = page(&files, "en/index.md");
    assert_eq!(shown(markdown), expected(text), "{text:?} is written as\n{markdown}");
    // The same blocks, so it is enough that nothing in it is taken for markup.
    assert!(shown(page(&files, "en/codes/a1.md")).len() > 8);
}

#[test]
fn hostile_texts_are_shown() {
    for text in HOSTILE {
        assert_shown(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_shown(text in text()) {
        prop_assume!(!lines(&text).is_empty());
        assert_shown(&text);
    }
}
