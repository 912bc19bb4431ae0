//! A folder of a test, and the command run in it as its users run it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with files; removed at the end of the test.
pub struct Project(TempDir);

impl Project {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let project = Self(TempDir::new().expect("the temporary folder can be written"));
        for (name, text) in files {
            project.write(name, text);
        }
        project
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn write(&self, name: &str, text: &str) {
        let file = self.file(name);
        fs::create_dir_all(file.parent().expect("it is in the folder")).expect("a folder can be created");
        fs::write(file, text).expect("a file can be written");
    }

    /// The names of the files, whatever they are.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).expect("the folder can be read");
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_token-codes"));
        command.current_dir(self.path()).args(arguments).stdin(Stdio::null());
        // The tests compare text, whatever the terminal of whoever runs them.
        command.env_remove("CLICOLOR_FORCE").env_remove("NO_COLOR");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        let Output { status, stdout, stderr } = self.command(arguments).output().expect("the binary runs");
        Answer {
            exit_code: status.code(),
            stdout: String::from_utf8(stdout).expect("the output is UTF-8"),
            stderr: String::from_utf8(stderr).expect("the output is UTF-8"),
        }
    }
}

/// What came of a run.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub exit_code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Answer {
    /// It did what was asked; gives what it says.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.exit_code, Some(0), "{}", self.stderr);
        self.stdout
    }

    /// It did nothing; gives what it says.
    #[track_caller]
    pub fn failed(self, exit_code: i32) -> String {
        assert_eq!((self.exit_code, &*self.stdout), (Some(exit_code), ""), "{}", self.stderr);
        self.stderr
    }
}
