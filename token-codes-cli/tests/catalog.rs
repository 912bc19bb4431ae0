//! Which catalog the command reads: the named one, the nearest, or the one that it carries.

use std::fs;

mod support;

use support::{assert_shows, command, root, run, temporary_folder, text};

const OTHER: &str = "\
title: Other
locales: [en, ja]
codes:
  E1:
    message: {en: \"gone: {what}\"}
    params: {what: text}
";

#[test]
fn the_nearest_one_above_the_working_folder_is_read() {
    let subfolder = root().join("token-codes-cli").join("src");
    let output = command(&["explain", "TOK005"]).current_dir(subfolder).output().expect("the binary runs");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.stdout, run(&["explain", "TOK005"]).stdout);
}

#[test]
fn a_nearer_one_comes_first() {
    let folder = temporary_folder("nearer");
    let below = folder.join("a").join("b");
    fs::create_dir_all(&below).expect("the folder can be written");
    fs::write(folder.join("catalog.yaml"), "no catalog").expect("the catalog can be written");
    fs::write(folder.join("a").join("catalog.yaml"), OTHER).expect("the catalog can be written");
    let output = command(&["explain", "E1"]).current_dir(below).output().expect("the binary runs");
    fs::remove_dir_all(folder).expect("the folder can be removed");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(text(&output.stdout), "E1\n\n  gone: {what}\n");
}

#[test]
fn without_one_the_command_has_its_own() {
    let folder = temporary_folder("none");
    let output = command(&["explain", "TOK005"]).current_dir(&folder).output().expect("the binary runs");
    fs::remove_dir_all(folder).expect("the folder can be removed");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.stdout, run(&["explain", "TOK005"]).stdout);
}

#[test]
fn what_its_own_does_not_have_says_how_to_name_another() {
    let folder = temporary_folder("carried");
    let output = command(&["explain", "E1", "x"]).current_dir(&folder).output().expect("the binary runs");
    let folder_name = folder.canonicalize().expect("the folder exists");
    fs::remove_dir_all(folder).expect("the folder can be removed");
    assert_eq!(
        text(&output.stderr),
        format!(
            "\
error: the catalog has no code `E1`
  help: it has 13 of them, such as `TOK001` (invalid-refresh-token)
  help: `token-codes list` shows all of them, and `token-codes search` finds one by its texts
  help: the catalog is the one that the command carries: there is no `catalog.yaml` in `{}` or above it
  help: name one with `--catalog PATH`
error: the argument `x` has no `=`
  help: write it as `param=value`
",
            folder_name.display()
        )
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn one_can_be_named() {
    let folder = temporary_folder("named");
    let path = folder.join("other.yaml");
    fs::write(&path, OTHER).expect("the catalog can be written");
    let path = path.to_str().expect("the path is UTF-8");
    for arguments in
        [["explain", "E1", "what=hope", "--catalog", path], ["--catalog", path, "explain", "E1", "what=hope"]]
    {
        assert_shows(&arguments, "E1\n\n  gone: hope\n");
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn the_columns_of_a_catalog_are_shown() {
    let folder = temporary_folder("columns");
    let path = folder.join("catalog.yaml");
    let catalog = "\
locales: [en]
columns: {http_status: integer, severity: [info, error], team: text, retryable: boolean, unused: text}
codes:
  E1:
    message: gone
    retryable: true
    team: |
      support
      {0}
    summary: It is gone
    description: And how.
    severity: error
    http_status: 410
  E2: {message: here, unused: no}
";
    fs::write(&path, catalog).expect("the catalog can be written");
    assert_shows(
        &["explain", "E1", "--catalog", path.to_str().expect("the path is UTF-8")],
        "\
E1

  gone

It is gone

Columns
  http_status: 410
  severity: error
  team: support
        {0}
  retryable: true

Description
  And how.
",
    );
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn a_message_that_is_not_translated_yet_is_not_passed_off_as_one_that_is() {
    let folder = temporary_folder("untranslated");
    let path = folder.join("catalog.yaml");
    fs::write(&path, OTHER).expect("the catalog can be written");
    let path = path.to_str().expect("the path is UTF-8");
    let output = run(&["explain", "E1", "--locale", "ja", "--catalog", path]);
    fs::remove_dir_all(folder).expect("the folder can be removed");
    assert_eq!(text(&output.stdout), "E1\n\n  gone: {what}\n");
    assert_eq!(text(&output.stderr), "note: `E1` has no message in `ja`, so the one in `en` is shown\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn one_that_does_not_exist_or_has_mistakes_fails() {
    let folder = temporary_folder("broken");
    let path = folder.join("broken.yaml");
    for text_of_it in [None, Some("codes: ["), Some("locales: [en]\ncodes:\n  E1:\n    message: '{9}'\n")] {
        if let Some(text_of_it) = text_of_it {
            fs::write(&path, text_of_it).expect("the catalog can be written");
        }
        let output = run(&["explain", "E1", "--catalog", path.to_str().expect("the path is UTF-8")]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert_eq!(text(&output.stdout), "");
        let errors = text(&output.stderr);
        assert!(errors.contains("error") && errors.contains("broken.yaml"), "{errors}");
        assert!(!errors.contains("panicked"), "{errors}");
    }
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn a_file_and_a_folder_beside_it_are_not_silently_one_of_them() {
    let folder = temporary_folder("both");
    fs::create_dir_all(folder.join("catalog")).expect("the folder can be written");
    fs::write(folder.join("catalog.yaml"), OTHER).expect("the catalog can be written");
    let list = || command(&["list"]).current_dir(&folder).output().expect("the binary runs");
    // Many a folder of that name is something else.
    assert_eq!(text(&list().stderr), "");
    fs::write(folder.join("catalog").join("a.yaml"), OTHER).expect("the catalog can be written");
    let output = list();
    let note = "is the file `catalog.yaml`, and not the folder `catalog` beside it";
    let said = text(&output.stderr).replace(&format!("{}/", folder.display()), "");
    assert!(said.starts_with("note: the catalog ") && said.contains(note), "{said}");
    assert_eq!((text(&output.stdout), output.status.code()), ("E1  gone: {what}\n", Some(0)));
    let output = command(&["list", "--catalog=catalog.yaml"]).current_dir(&folder).output().expect("it runs");
    assert_eq!(text(&output.stderr), "");
    fs::remove_dir_all(folder).expect("the folder can be removed");
}

#[test]
fn a_locale_may_have_its_region_and_its_encoding() {
    for (tag, named) in [("en-US", "en"), ("EN", "en"), ("ja_JP.UTF-8", "ja")] {
        let output = run(&["explain", "TOK005", "--locale", tag]);
        assert_eq!(output.stdout, run(&["explain", "TOK005", "--locale", named]).stdout, "{tag}");
    }
}
