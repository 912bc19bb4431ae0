//! What the tests of the commands share: the real binary, and the real catalog.

// No test uses all of it.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const BINARY: &str = env!("CARGO_BIN_EXE_token-codes");

/// The root of the repository, where the catalog is.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in the root's folder")
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.current_dir(root()).args(arguments);
    // The tests compare text, whatever the terminal of whoever runs them.
    command.env_remove("CLICOLOR_FORCE");
    command
}

pub fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the binary runs")
}

pub fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the output is UTF-8")
}

/// Asserts that the command succeeds, says nothing on standard error, and prints exactly this.
#[track_caller]
pub fn assert_shows(arguments: &[&str], shown: &str) {
    let output = run(arguments);
    assert_eq!(text(&output.stderr), "");
    assert_eq!(text(&output.stdout), shown);
    assert_eq!(output.status.code(), Some(0));
}

/// Asserts that the command fails with exactly this on standard error, and nothing on standard output.
#[track_caller]
pub fn assert_fails(arguments: &[&str], exit_code: i32, errors: &str) {
    let output = run(arguments);
    assert_eq!(text(&output.stderr), errors);
    assert_eq!(text(&output.stdout), "");
    assert_eq!(output.status.code(), Some(exit_code));
}

/// A new folder for one test, without a catalog in it or above it.
pub fn temporary_folder(test: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("token-codes-cli-{}-{test}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    folder
}
