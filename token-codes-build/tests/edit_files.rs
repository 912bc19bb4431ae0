//! Edits of catalogs in several files: which file they change, and that the others stay as they are.

use token_codes_build::{
    Source,
    edit::{EditError, Edited, Editor, NewEntry, changes},
    read,
};

/// Line breaks of Windows, a byte order mark, and a last line that does not end.
const FILES: [(&str, &str); 3] = [
    ("c/a.yaml", "\u{FEFF}codes:\r\n  A2: {message: two}\r\n  B7: {message: seven}"),
    ("c/b.yaml", "locales: [en]\ncodes:\n  B12:\n    message: twelve\n"),
    ("c/z.yaml", "retired: [A11]\n"),
];

fn source(files: &[(&str, &str)]) -> Source {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    Source::from_files("c", files).unwrap()
}

fn entry(code: &str, file: Option<&str>) -> NewEntry {
    let mut entry = NewEntry::new(code);
    entry.messages = vec![("en".to_owned(), format!("new {code}"))];
    entry.file = file.map(str::to_owned);
    entry
}

fn insert_entry(source: &Source, entry: &NewEntry) -> Result<Edited, EditError> {
    Editor::open(source)?.insert(entry)
}

fn next_code(source: &Source, family: &str) -> Result<String, EditError> {
    Editor::open(source)?.next_code(family)
}

/// Asserts that adding the code changes this file alone, to this text.
#[track_caller]
fn assert_adds(source: &Source, entry: &NewEntry, path: &str, text: &str) {
    let edited = Editor::open(source).unwrap().insert(entry).unwrap();
    assert_eq!(changes(source, &edited.source).collect::<Vec<_>>(), [(path, text)]);
    assert_eq!(edited.source.file_at(edited.added.start).path, path);
    assert!(edited.text().trim_start().starts_with(&entry.code), "{:?}", edited.text());
    read(&edited.source).unwrap();
}

#[test]
fn a_code_goes_behind_its_family() {
    let source = source(&FILES);
    let added =
        "\u{FEFF}codes:\r\n  A2: {message: two}\r\n  A12:\r\n    message: new A12\r\n  B7: {message: seven}";
    assert_adds(&source, &entry("A12", None), "c/a.yaml", added);
    // The file with the highest number, and not with the first.
    let added = format!("{}\n  B13:\n    message: new B13\n", FILES[1].1);
    assert_adds(&source, &entry("B13", None), "c/b.yaml", &added);
    assert_eq!(Editor::open(&source).unwrap().file_of("B8").unwrap().path, "c/b.yaml");
    assert_eq!(Editor::open(&source).unwrap().file_of("C1"), None);
    // A code that is the only one of its kind goes after all of them.
    let added = format!("{}\n  C1:\n    message: new C1\n", FILES[1].1);
    assert_adds(&source, &entry("C1", None), "c/b.yaml", &added);
}

#[test]
fn the_file_can_be_chosen_or_be_new() {
    let source = source(&FILES);
    let added = "retired: [A11]\n\ncodes:\n  B13:\n    message: new B13\n";
    assert_adds(&source, &entry("B13", Some("c/z.yaml")), "c/z.yaml", added);
    let added = "codes:\n  C1:\n    message: new C1\n";
    assert_adds(&source, &entry("C1", Some("c/c.yaml")), "c/c.yaml", added);
}

#[test]
fn numbers_are_counted_through_all_files() {
    let source = source(&FILES);
    assert_eq!(next_code(&source, "A").unwrap(), "A12");
    assert_eq!(next_code(&source, "B").unwrap(), "B13");
    let refused =
        next_code(&source.with_file("c/y.yaml", "codes: {Z18446744073709551615: {message: x}}\n"), "Z");
    assert!(refused.unwrap_err().to_string().contains("`Z` has no number behind its highest"));
}

#[test]
fn a_place_that_is_refused_is_in_its_file() {
    let source = source(&[FILES[1], ("c/c.yaml", "title: Braces\ncodes: {C1: {message: one}}\n")]);
    let refused = insert_entry(&source, &entry("C2", None)).unwrap_err();
    assert!(matches!(refused, EditError::Before(_)), "{refused}");
    assert!(refused.to_string().contains("--> c/c.yaml:2:1\n"), "{refused}");
}

#[test]
fn the_first_code_of_all() {
    let files = [("c/a.yaml", "locales: [en]\n"), ("c/b.yaml", "retired: [B1]\n")];
    let added = "locales: [en]\n\ncodes:\n  A1:\n    message: new A1\n";
    assert_adds(&source(&files), &entry("A1", Some("c/a.yaml")), "c/a.yaml", added);
    let added = "codes:\n  A1:\n    message: new A1\n";
    assert_adds(&source(&files), &entry("A1", Some("c/c.yaml")), "c/c.yaml", added);
    assert_eq!(next_code(&source(&files), "B").unwrap(), "B2");
    // Whatever else is wrong with such a catalog is mended first.
    for text in ["locales: []\n", "code:\nlocales: [en]\n", "locales: [en]\ncodes: []\n", "codes:\n", ""] {
        let refused = insert_entry(&Source::new("c.yaml", text), &entry("A1", None)).unwrap_err();
        assert!(matches!(refused, EditError::Before(_)), "{text:?}: {refused}");
    }
}

#[test]
fn a_text_that_ends_with_the_file_is_not_changed() {
    let source = Source::new("c.yaml", "locales: [en]\ndescription: |\n  all of them");
    let refused = insert_entry(&source, &entry("A1", None)).unwrap_err().to_string();
    assert!(
        refused.contains("the text of `description` ends with the file; in the midst of it"),
        "{refused}"
    );
    for text in ["locales: [en]\ndescription: |-\n  all", "locales: [en]\ndescription: |+\n  all\n\n"] {
        let source = Source::new("c.yaml", text);
        let edited = insert_entry(&source, &entry("A1", None)).unwrap().source;
        assert_eq!(
            read(&edited).unwrap().catalog.description,
            if text.contains('+') { "all\n\n" } else { "all" }
        );
    }
}

#[test]
fn translations_change_the_files_that_they_are_for() {
    let source = source(&FILES);
    let stub = Source::new("fr.yaml", "locale: fr\ncodes: {B7: {message: sept}}\n");
    let merged = Editor::open(&source).unwrap().merge(&stub).unwrap();
    let changed: Vec<_> = changes(&source, &merged.source).collect();
    let a = "\u{FEFF}codes:\r\n  A2: {message: {en: two}}\r\n  B7: {message: {en: seven, fr: sept}}";
    let b = "locales: [en, fr]\ncodes:\n  B12:\n    message:\n      en: twelve\n";
    assert_eq!(changed, [("c/a.yaml", a), ("c/b.yaml", b)]);
}
