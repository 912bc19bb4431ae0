//! A repository of git, made for one test.

use std::path::Path;
use std::process::Command;

use super::project::{Answer, Project};

pub struct Repository {
    pub project: Project,
}

impl Repository {
    /// One with a commit of these files.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let repository = Self { project: Project::new(&[]) };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.commit(files);
        repository
    }

    /// One with no more than the last commit of another.
    pub fn shallow_clone_of(other: &Self) -> Self {
        let repository = Self { project: Project::new(&[]) };
        let url = format!("file://{}", other.project.path().display());
        repository.git(&["clone", "--quiet", "--depth=1", &url, "."]);
        repository
    }

    /// Writes the files, and commits all that has changed.
    pub fn commit(&self, files: &[(&str, &str)]) {
        for (name, text) in files {
            self.project.write(name, text);
        }
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message=an edit"]);
    }

    #[track_caller]
    pub fn git(&self, arguments: &[&str]) {
        // What a move needs.
        if let ["mv", _, to] = arguments {
            std::fs::create_dir_all(self.project.file(to).parent().unwrap()).unwrap();
        }
        let output = Command::new("git")
            .current_dir(self.project.path())
            .args(["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"])
            .args(arguments)
            // Whatever whoever runs the tests has set up.
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git can be started");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        self.project.run(&[&["diff"], arguments].concat())
    }

    /// The same in a folder of it.
    pub fn in_folder(&self, folder: &str, arguments: &[&str]) -> Answer {
        let output = self
            .project
            .command(&[&["diff"], arguments].concat())
            .current_dir(self.project.path().join(Path::new(folder)))
            .output();
        let output = output.expect("the binary runs");
        let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
        Answer { exit_code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// What is told of the last commit in this format.
    pub fn diff(&self, format: &str) -> String {
        let answer = self.run(&["--against", "git:HEAD~1", "--format", format]);
        assert_eq!(answer.stderr, "", "{format}");
        answer.stdout
    }
}
