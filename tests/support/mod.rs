//! Crates outside this workspace, built as their users build them.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};
use std::{fs, thread};

/// Runs cargo on the crate in `folder`.
pub fn cargo(folder: &Path, target: &Path, arguments: &[&str]) -> Report {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--color=never", "--target-dir"])
        .arg(target)
        .current_dir(folder)
        // Whoever sets these for the outer build means that one.
        .env("CARGO_BUILD_BUILD_DIR", target)
        .env_remove("CARGO_BUILD_TARGET")
        .output()
        .expect("cargo can be started");
    Report {
        command: arguments.join(" "),
        success: output.status.success(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// What came of a call of cargo.
pub struct Report {
    command: String,
    success: bool,
    pub stdout: String,
    stderr: String,
}

impl Report {
    #[track_caller]
    pub fn passed(self) -> Self {
        assert!(self.success, "`cargo {}` failed:\n{}", self.command, self.stderr);
        self
    }

    #[track_caller]
    pub fn failed(self) -> Self {
        assert!(!self.success, "`cargo {}` passed:\n{}", self.command, self.stderr);
        self
    }

    #[track_caller]
    pub fn says(&self, text: &str) {
        assert!(
            self.stderr.contains(text),
            "`cargo {}` does not say `{text}`:\n{}",
            self.command,
            self.stderr
        );
    }

    #[track_caller]
    pub fn reran_nothing(&self, crates: &[&str]) {
        for name in crates {
            self.says(&format!("Fresh {name} v"));
        }
        assert!(
            !self.stderr.contains("Running `"),
            "`cargo {}` ran something:\n{}",
            self.command,
            self.stderr
        );
    }
}

/// Writes a file so that it is newer than every file written before, however coarse the file system's clock is: cargo
/// compares times.
pub fn write_newer(file: &Path, text: &str) {
    let write = || {
        fs::write(file, text).expect("the file can be written");
        modified(file)
    };
    let first = write();
    while write() <= first {
        thread::sleep(Duration::from_millis(1));
    }
}

pub fn modified(file: &Path) -> SystemTime {
    fs::metadata(file).and_then(|metadata| metadata.modified()).expect("the file is there")
}
