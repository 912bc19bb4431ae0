//! A retired code: which lines move, and what stays as it is.

use token_codes_build::{
    Kind, Source,
    edit::{EditError, Edited, Editor, Retirement, changes},
};

fn retirement(code: &str) -> Retirement {
    let mut retirement = Retirement::new(code);
    retirement.since = Some("2026-11".into());
    retirement
}

fn retire(source: &Source, retirement: &Retirement) -> Result<Edited, EditError> {
    Editor::open(source).expect("the catalog is right").retire(retirement)
}

/// The catalog after `A2` has been retired.
#[track_caller]
fn assert_retired(before: &str, after: &str) {
    for line_break in ["\n", "\r\n"] {
        let [before, after] = [before, after].map(|text| text.replace('\n', line_break));
        let source = Source::new("catalog.yaml", before);
        let edited = retire(&source, &retirement("A2")).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(edited.source.text(), after);
        assert!(edited.text().contains("code: A2"), "{}", edited.text());
        assert!(after.contains(edited.text()) && !edited.text().ends_with(['\n', '\r']));
    }
}

#[track_caller]
fn assert_refused(before: &str, code: &str, kind: Kind, help: &str) {
    let source = Source::new("catalog.yaml", before);
    let error = retire(&source, &retirement(code)).expect_err("it is refused");
    let first = error.diagnostics().iter().next().expect("a refusal says why");
    assert_eq!(first.kind, kind, "{error}");
    assert!(error.to_string().contains(help), "{error}");
}

#[test]
fn an_entry_moves_with_its_comments() {
    assert_retired(
        "\
locales: [en]
# All codes.
codes:
  # The first.
  A1:
    message: one

  # The second,
  # which is old.
  A2:  # on its line
    # Nobody knows why.
    message: |
      two

      lines
    causes:
      - a
    # The last comment of it.

  # The third.
  A3:
    message: three
# The end.
",
        "\
locales: [en]
# All codes.
codes:
  # The first.
  A1:
    message: one

  # The third.
  A3:
    message: three

retired:
  # The second,
  # which is old.
  - code: A2  # on its line
    since: 2026-11
    # Nobody knows why.
    message: |
      two

      lines
    causes:
      - a
    # The last comment of it.
# The end.
",
    );
}

#[test]
fn the_first_and_the_last_leave_no_gap() {
    assert_retired(
        "locales: [en]\ncodes:\n  A2:\n    message: two\n\n  A3:\n    message: three\n",
        "locales: [en]\ncodes:\n  A3:\n    message: three\n\nretired:\n  - code: A2\n    since: 2026-11\n    message: two\n",
    );
    assert_retired(
        "locales: [en]\ncodes:\n  A1:\n    message: one\n\n  A2:\n    message: two\n",
        "locales: [en]\ncodes:\n  A1:\n    message: one\n\nretired:\n  - code: A2\n    since: 2026-11\n    message: two\n",
    );
    // The gap divides two families.
    assert_retired(
        "locales: [en]\ncodes:\n  A1: {message: one}\n  A2: {message: two}\n\n  B1: {message: three}\n",
        "locales: [en]\ncodes:\n  A1: {message: one}\n\n  B1: {message: three}\n\nretired:\n  - {code: A2, since: 2026-11, message: two}\n",
    );
}

#[test]
fn it_goes_behind_those_that_are_retired() {
    let before = "\
locales: [en]
retired:
- A9 # nobody knows

- code: A8
  why: |
    Sold out
# The codes.
codes:
  A1: {message: one}
  A2:
    message: |2
        two
      2
";
    let after = "\
locales: [en]
retired:
- A9 # nobody knows

- code: A8
  why: |
    Sold out

-   code: A2
    since: 2026-11
    message: |2
        two
      2
# The codes.
codes:
  A1: {message: one}
";
    assert_retired(before, after);
}

#[test]
fn a_list_in_brackets_becomes_one_in_lines() {
    assert_retired(
        "locales: [en]\nretired: ['A9', {code: A8, use: A1}] # for ever\ncodes:\n  A1: {message: one}\n  A2:\n   message: two\n",
        "locales: [en]\nretired: # for ever\n - 'A9'\n - {code: A8, use: A1}\n - code: A2\n   since: 2026-11\n   message: two\ncodes:\n  A1: {message: one}\n",
    );
    assert_refused(
        "locales: [en]\nretired: [A8, # one\n  A9]\ncodes:\n  A1: {message: one}\n  A2: {message: two}\n",
        "A2",
        Kind::WrongShape,
        "write each of them on a line of its own below `retired:`, behind `- `",
    );
}

/// Where the items stand further in than the keys of the entry, these move to the right.
#[test]
fn keys_are_indented_further_only_where_they_must_be() {
    assert_retired(
        "locales: [en]\ncodes:\n A1: {message: one}\n A2:\n  message: |\n   two\n\n    2\n  causes: [a,\n   b]\nretired:\n    - A9\n",
        "locales: [en]\ncodes:\n A1: {message: one}\nretired:\n    - A9\n    - code: A2\n      since: 2026-11\n      message: |\n       two\n\n        2\n      causes: [a,\n       b]\n",
    );
}

#[test]
fn what_is_said_of_it_is_quoted_as_needed() {
    let source = Source::new(
        "catalog.yaml",
        "locales: [en]\ncodes:\n  000001:\n    message: one\n  A2: { message: two }\n",
    );
    let mut given = Retirement::new("A2");
    (given.since, given.replacement) = (Some("2.0".into()), Some("000001".into()));
    given.why = Some("it said: nothing, at all".into());
    let edited = retire(&source, &given).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(
        edited.text(),
        "  - { code: A2, since: \"2.0\", use: \"000001\", why: \"it said: nothing, at all\", message: two }"
    );
    let mut given = Retirement::new("000001");
    given.why = Some("Two\nlines".into());
    let edited = retire(&source, &given).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(edited.text(), "  - code: 000001\n    why: |-\n      Two\n      lines\n    message: one");
}

/// `XJ-3` keeps `XJ.3` from having a constant.
#[test]
fn another_code_may_get_its_constant() {
    let catalog =
        "locales: [en]\ncodes:\n  A.2: {message: one, name: dot}\n  A-2: {message: two, name: dash}\n";
    let source = Source::new("catalog.yaml", catalog);
    let edited = retire(&source, &retirement("A-2")).unwrap_or_else(|error| panic!("{error}"));
    let catalog = token_codes_build::read(&edited.source).unwrap().catalog;
    assert_eq!(catalog.entries[0].constant, "A_2");
    assert_eq!(catalog.retired[0].entry.as_ref().unwrap().name, "dash");
}

#[test]
fn what_cannot_be_retired_is_refused() {
    let codes = "locales: [en]\nretired: [A8, {code: A9, use: A2}]\ncodes:\n  A1: {message: one}\n  A2: {message: two}\n";
    assert_refused(codes, "A8", Kind::UnknownCode, "the code `A8` is retired already");
    assert_refused(codes, "B2", Kind::UnknownCode, "did you mean `A2`?");
    assert_refused(codes, "A2", Kind::UnknownCode, "`use` names `A2`, which is retired");
    assert_refused(
        "locales: [en]\ncodes: {A1: {message: one}, A2: {message: two}}\n",
        "A2",
        Kind::WrongShape,
        "braces",
    );
    assert_refused("locales: [en]\ncodes:\n  A2: {message: two}\n", "A2", Kind::EmptyValue, "has no codes");
    let at_end = "locales: [en]\ncodes:\n  A1: {message: one}\n  A2:\n    message: |\n      two";
    assert_refused(at_end, "A2", Kind::WrongShape, "end the file with a line break");
    let mut itself = retirement("A1");
    itself.replacement = Some("A3".into());
    let error = retire(&Source::new("catalog.yaml", codes), &itself).unwrap_err();
    assert!(matches!(&error, EditError::After(found) if found.len() == 1), "{error}");
}

#[test]
fn in_a_folder_it_stays_in_its_file() {
    let files = [
        ("c/a.yaml", "locales: [en]\ncodes:\n  A1: {message: one}\n"),
        ("c/b.yaml", "title: B\ncodes:\n  # Alone.\n  B1: {message: two}\n"),
        ("c/c.yaml", "retired: [C1]\n"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let source = Source::from_files("c", files).unwrap();
    let edited = retire(&source, &retirement("B1")).unwrap_or_else(|error| panic!("{error}"));
    let changed: Vec<_> = changes(&source, &edited.source).collect();
    let after = "title: B\n\nretired:\n  # Alone.\n  - {code: B1, since: 2026-11, message: two}\n";
    assert_eq!(changed, [("c/b.yaml", after)]);
}

/// Every line of a catalog is still there, but those that say where the code stood.
#[test]
fn whatever_the_catalog_nothing_else_is_lost() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut retired = 0;
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let source = Source::new("catalog.yaml", text);
        let Ok(editor) = Editor::open(&source) else { continue };
        for entry in &editor.catalog().entries {
            let Ok(edited) = editor.retire(&retirement(&entry.code)) else { continue };
            let after: Vec<&str> = edited.source.text().lines().map(str::trim).collect();
            for line in source.text().lines().map(str::trim).filter(|line| !after.contains(line)) {
                // One empty line goes with the entry.
                let says_where =
                    line.is_empty() || line.contains(&entry.code) || line.starts_with("retired: [");
                assert!(says_where, "{}: {} lost `{line}`", file.display(), entry.code);
            }
            retired += 1;
        }
    }
    assert!(retired > 100, "only {retired} codes were retired");
}
