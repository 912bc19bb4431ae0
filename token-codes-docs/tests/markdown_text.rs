//! Whatever a text holds, the pages show it as it is.

mod support;

use proptest::prelude::*;
use support::texts::{HOSTILE, text, yaml, yaml_with_plurals};
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

/// What a page shows where the text is that of both branches of a plural.
fn expected_of_plural(text: &str) -> Vec<String> {
    let text = text.replace('\'', "");
    let own = |before: &str, text: &str| {
        let joined = lines(text).join("\n");
        format!("{before}{joined}").split('\n').map(str::to_owned).collect::<Vec<_>>()
    };
    let text_or_dash = if text.trim().is_empty() { "—" } else { &text };
    let choices =
        ["1", "0, 2, 3, 4, …"].map(|numbers| own("  • ", &format!("{{n}} = {numbers}: {text_or_dash}")));
    let choices = choices.concat();
    let all = own("", &text).into_iter().filter(|line| !line.is_empty()).chain(choices.clone());
    let all: Vec<_> = all.collect();
    let item = |mark: &str| [own(mark, &text), choices.clone()].concat();
    let word = |word: &str| vec![word.to_owned()];
    let row = own("A1", &format!("[{text} | {text}][{text} | {text}]"));
    [
        ["catalog", "Overview", "CodeMessageDescription"].map(str::to_owned).to_vec(),
        row,
        ["Error Code Details", "A1", "Message"].map(str::to_owned).to_vec(),
        all.clone(),
        word("Description"),
        all,
        word("Root Cause"),
        item("  • "),
        item("  • "),
        word("Resolution"),
        item("  1. "),
        item("  2. "),
    ]
    .concat()
}

#[track_caller]
fn assert_plural_is_shown(text: &str) {
    let files = pages(&yaml_with_plurals(text));
    let markdown = page(&files, "en/index.md");
    assert_eq!(shown(markdown), expected_of_plural(text), "{text:?} is written as\n{markdown}");
}

#[test]
fn hostile_texts_are_shown() {
    for text in HOSTILE {
        assert_shown(text);
        assert_plural_is_shown(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_shown(text in text()) {
        prop_assume!(!lines(&text).is_empty());
        assert_shown(&text);
        assert_plural_is_shown(&text);
    }
}
