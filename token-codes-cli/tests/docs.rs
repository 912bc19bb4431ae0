//! `token-codes docs`, run as its users run it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use support::{command, root, temporary_folder, text};

const CATALOG: &str = "\
title: Codes
locales: [en]
codes:
  A1: {message: one}
  A2: {message: two}
";

/// A folder of one test with a catalog in it, which is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let folder = temporary_folder(test);
        fs::write(folder.join("catalog.yaml"), CATALOG).expect("the catalog can be written");
        Self(folder)
    }

    fn docs(&self, arguments: &[&str]) -> Output {
        let arguments = [&["docs", "--format", "markdown"], arguments].concat();
        command(&arguments).current_dir(&self.0).output().expect("the binary runs")
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).expect("the file can be read")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder can be removed");
    }
}

#[track_caller]
fn assert_output(output: &Output, exit_code: i32, stdout: &str, stderr: &str) {
    assert_eq!((text(&output.stdout), text(&output.stderr)), (stdout, stderr));
    assert_eq!(output.status.code(), Some(exit_code));
}

#[test]
fn pages_are_written_and_then_current() {
    let folder = Folder::new("docs-written");
    let output = folder.docs(&["--out", "pages", "--check"]);
    assert!(text(&output.stderr).starts_with("error: there is no folder `pages`\n"));
    assert_eq!(output.status.code(), Some(1));
    assert_output(&folder.docs(&["--out", "pages"]), 0, "wrote 3 files in `pages`\n", "");
    assert!(folder.read("pages/en/index.md").starts_with("# Codes\n"));
    assert!(folder.read("pages/en/codes/a2.md").contains("two"));
    assert_output(&folder.docs(&["--out", "pages", "--check"]), 0, "3 files in `pages`, all current\n", "");
    assert_output(&folder.docs(&["--out", "pages"]), 0, "left 3 files as before in `pages`\n", "");
}

#[test]
fn what_is_not_current_fails_with_the_command_that_renews_it() {
    let folder = Folder::new("docs-check");
    let arguments = ["--out", "my pages", "--catalog", "./catalog.yaml"];
    let checked = [&arguments[..], &["--check"]].concat();
    assert_eq!(folder.docs(&arguments).status.code(), Some(0));
    folder.write("my pages/en/index.md", "edited");
    fs::remove_file(folder.0.join("my pages/en/codes/a1.md")).expect("the page can be removed");
    folder.write("catalog.yaml", &CATALOG.replace("A2: {message: two}", "A3: {message: three}"));
    let renew = "token-codes docs --format markdown --out 'my pages' --catalog ./catalog.yaml";
    let errors = format!(
        "\
error: the pages in `my pages` are not what the catalog gives
  `en/codes/a1.md` is missing
  `en/codes/a2.md` is no longer a page of the catalog
  `en/codes/a3.md` is missing
  `en/index.md` is not what the catalog gives
  help: to write the pages anew, run `{renew}`
"
    );
    assert_output(&folder.docs(&checked), 1, "", &errors);
    // It has written nothing.
    assert_eq!(folder.read("my pages/en/index.md"), "edited");

    let output = shell(&folder.0, renew);
    assert_output(&output, 0, "wrote 3 files and removed 1 file in `my pages`\n", "");
    assert!(!folder.0.join("my pages/en/codes/a2.md").exists());
    assert_output(&folder.docs(&checked), 0, "3 files in `my pages`, all current\n", "");
}

/// Runs a command line as a shell does, with the tested binary.
fn shell(folder: &Path, line: &str) -> Output {
    let binary = Path::new(support::BINARY).parent().expect("it is in a folder");
    let path = std::env::join_paths([binary]).expect("it is a path");
    Command::new("/bin/sh")
        .args(["-c", line])
        .env("PATH", path)
        .current_dir(folder)
        .output()
        .expect("sh runs")
}

#[test]
fn files_of_somebody_else_are_left_alone() {
    let folder = Folder::new("docs-foreign");
    folder.write("pages/notes.md", "mine");
    folder.write("pages/en/index.md", "mine too");
    let index = Path::new("pages").join("en/index.md");
    let errors = format!(
        "error: `{}` was not written by `token-codes docs`, and is not overwritten\n  \
         help: move it away, or name another folder with `--out`\n",
        index.display()
    );
    assert_output(&folder.docs(&["--out", "pages"]), 1, "", &errors);
    // Nothing is written then.
    assert!(!folder.0.join("pages/en/codes").exists());
    let output = folder.docs(&["--out", "pages", "--check"]);
    let foreign = "`en/index.md` is not what the catalog gives, and was not written by `token-codes docs`\n";
    assert!(text(&output.stderr).contains(foreign), "{}", text(&output.stderr));

    fs::remove_file(folder.0.join(index)).expect("the page can be removed");
    assert_eq!(folder.docs(&["--out", "pages"]).status.code(), Some(0));
    assert_eq!(folder.read("pages/notes.md"), "mine");
    assert_eq!(folder.docs(&["--out", "pages", "--check"]).status.code(), Some(0));
}

#[test]
fn pages_in_a_clone_with_the_line_ends_of_windows_are_current() {
    let folder = Folder::new("docs-crlf");
    let git = |directory: &str, arguments: &[&str]| {
        let identity =
            ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main"];
        let mut command = Command::new("git");
        let output = command.current_dir(folder.0.join(directory)).args(identity).args(arguments).output();
        let output = output.expect("git is installed");
        assert!(output.status.success(), "{output:?}");
    };
    assert_eq!(folder.docs(&["--out", "ref"]).status.code(), Some(0));
    git(".", &["init", "--quiet"]);
    git(".", &["add", "catalog.yaml", "ref"]);
    git(".", &["commit", "--quiet", "--message", "x"]);
    git(".", &["-c", "core.autocrlf=true", "clone", "--quiet", ".", "clone"]);
    assert!(folder.read("clone/ref/en/index.md").contains("\r\n"));
    let check = ["--out", "clone/ref", "--check", "--catalog", "clone/catalog.yaml"];
    assert_output(&folder.docs(&check), 0, "3 files in `clone/ref`, all current\n", "");
    folder.write("clone/ref/en/index.md", "edited\r\n");
    assert_eq!(folder.docs(&check).status.code(), Some(1));
}

#[test]
fn a_folder_that_is_none_is_named() {
    let folder = Folder::new("docs-bad-folder");
    folder.write("file", "");
    assert_output(&folder.docs(&["--out", "file"]), 1, "", "error: `file`: it is a file, not a folder\n");
    assert_output(
        &folder.docs(&["--out", "file", "--check"]),
        1,
        "",
        "error: `file`: it is a file, not a folder\n",
    );
    let output = folder.docs(&["--out", "file/below"]);
    assert!(text(&output.stderr).starts_with("error: `file/below"), "{}", text(&output.stderr));
    assert_eq!(output.status.code(), Some(1));
    let output = folder.docs(&[]);
    assert!(text(&output.stderr).contains("--out <DIR>"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_catalog_with_mistakes_writes_nothing() {
    let folder = Folder::new("docs-mistakes");
    folder.write("catalog.yaml", "locales: [en]\ncodes:\n  A1: {message: '{0}'}\n");
    let output = folder.docs(&["--out", "pages"]);
    assert!(text(&output.stderr).starts_with("error[unknown-placeholder]"));
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.0.join("pages").exists());
}

#[test]
fn without_a_catalog_the_pages_are_of_the_carried_one() {
    let folder = Folder::new("docs-carried");
    fs::remove_file(folder.0.join("catalog.yaml")).expect("the catalog can be removed");
    let output = folder.docs(&["--out", "pages"]);
    assert_eq!(text(&output.stdout), "wrote 28 files in `pages`\n");
    assert!(text(&output.stderr).ends_with("so these are the 13 codes that the command carries\n"));
    assert!(folder.read("pages/ja/index.md").starts_with("# Token Related Messages\n"));
}

#[test]
fn the_pages_of_this_project_are_current() {
    let output = command(&["docs", "--format", "markdown", "--out", "docs/reference", "--check"])
        .current_dir(root())
        .output()
        .expect("the binary runs");
    assert_output(&output, 0, "28 files in `docs/reference`, all current\n", "");
}
