//! What the commands leave behind when a file cannot be written to its end: nothing of it, and what was there before.
#![cfg(unix)]

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::process::{Command, Output};

use project::Project;

const CATALOG: &str = "locales: [en]\ncodes:\n  A1:\n    message: one\n";

/// Runs the command where no file can grow beyond this many blocks of 512 bytes, as on a disk that is full.
fn on_full_disk(project: &Project, blocks: usize, arguments: &[&str]) -> Output {
    let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_token-codes")]).args(arguments);
    shell.current_dir(project.path()).output().expect("a shell is there")
}

#[track_caller]
fn assert_left(project: &Project, output: &Output, names: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("cannot be ") && said.contains("File too large"), "{said}");
    assert_eq!(project.names(), names, "{said}");
}

#[test]
fn half_a_stub_is_not_left() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    let output = on_full_disk(&project, 0, &["stub", "--locale=fr", "--out=fr.yaml"]);
    assert_left(&project, &output, &["catalog.yaml"]);
    project.run(&["stub", "--locale=fr", "--out=fr.yaml"]).done();
}

#[test]
fn a_catalog_is_left_as_it_is() {
    let project =
        Project::new(&[("catalog.yaml", CATALOG), ("fr.yaml", "locale: fr\ncodes: {A1: {message: un}}\n")]);
    for arguments in [&["add", "A2", "--message=en=two"][..], &["stub", "--merge=fr.yaml"]] {
        let output = on_full_disk(&project, 0, arguments);
        assert_left(&project, &output, &["catalog.yaml", "fr.yaml"]);
        assert_eq!(project.read("catalog.yaml"), CATALOG);
    }
}

#[test]
fn a_package_is_left_as_it_is() {
    let manifest = "[package]\nname = \"codes\"\nedition = \"2024\"\n";
    let project = Project::new(&[("Cargo.toml", manifest), ("src/lib.rs", "")]);
    // The build script and the manifest would have room, the catalog has not.
    let long = ["init", "--locales=en,ja,de,fr,es,it,ko,pt,zh"];
    let output = on_full_disk(&project, 1, &long);
    assert_left(&project, &output, &["Cargo.toml", "src"]);
    assert_eq!(
        (project.read("Cargo.toml"), project.read("src/lib.rs")),
        (manifest.to_owned(), String::new())
    );
    project.run(&long).done();
}
