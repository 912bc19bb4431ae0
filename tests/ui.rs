//! What rustc says of each mistake that a type or a call can have, and that every right form compiles.
//!
//! After a change that is meant to change a message, `TRYBUILD=overwrite cargo test --test ui` renews the expected
//! ones: read the difference.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn mistakes_are_reported() {
    let tests = trybuild::TestCases::new();
    for file in rust_files("tests/ui/fail") {
        assert!(
            file.with_extension("stderr").exists() || renewing(),
            "{} has no .stderr beside it",
            file.display()
        );
        tests.compile_fail(file);
    }
}

#[test]
fn every_form_compiles_and_runs() {
    let tests = trybuild::TestCases::new();
    for file in rust_files("tests/ui/pass") {
        tests.pass(file);
    }
}

/// The files of a folder, which has some: trybuild passes when a glob matches nothing.
fn rust_files(folder: &str) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
    files.sort();
    assert!(!files.is_empty(), "{folder} holds no test");
    files
}

fn renewing() -> bool {
    std::env::var_os("TRYBUILD").is_some_and(|value| value == "overwrite")
}
