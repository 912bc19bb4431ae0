//! `token-codes check --watch`, run as its users run it: started, and told of changes by the files alone.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::fs;
use std::io::Read as _;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use project::Project;

const SOUND: &str = "locales: [en]\ncodes:\n  A1:\n    message: gone\n";
const MISTAKEN: &str = "locales: [en]\ncodes:\n  A1:\n    mesage: gone\n";

/// A run that goes on until it is dropped.
struct Watch {
    child: Child,
    output: Receiver<String>,
    shown: String,
}

impl Watch {
    fn start(project: &Project, arguments: &[&str]) -> Self {
        let mut command = project.command(&[&["check", "--watch"], arguments].concat());
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
        let mut stdout = child.stdout.take().expect("it is a pipe");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = stdout.read(&mut bytes) {
                let _ = sender.send(String::from_utf8_lossy(&bytes[..count]).into_owned());
            }
        });
        Self { child, output, shown: String::new() }
    }

    /// Waits until it shows `text`, and forgets all up to there.
    #[track_caller]
    fn shows(&mut self, text: &str) {
        let end = Instant::now() + Duration::from_secs(30);
        loop {
            if let Some(at) = self.shown.find(text) {
                self.shown.drain(..at + text.len());
                return;
            }
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(more) => self.shown.push_str(&more),
                Err(error) => panic!("`{text}` is not shown: {error}:\n{}", self.shown),
            }
        }
    }

    /// Asserts that nothing is shown for a while.
    #[track_caller]
    fn shows_nothing(&mut self) {
        let more = self.output.recv_timeout(Duration::from_millis(700));
        assert_eq!(more, Err(RecvTimeoutError::Timeout));
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn every_way_to_save_is_seen() {
    let project = Project::new(&[("catalog.yaml", SOUND)]);
    let mut watch = Watch::start(&project, &[]);
    watch.shows(" UTC catalog.yaml\n\nno mistakes in catalog.yaml\n\n");
    watch.shows_nothing();

    project.write("catalog.yaml", MISTAKEN);
    watch.shows("error[unknown-key]: ");
    watch.shows("error: 1 error in catalog.yaml\n\n");

    project.write("new", SOUND);
    fs::rename(project.file("new"), project.file("catalog.yaml")).unwrap();
    watch.shows("no mistakes in catalog.yaml\n");

    fs::remove_file(project.file("catalog.yaml")).unwrap();
    thread::sleep(Duration::from_millis(200));
    project.write("catalog.yaml", &MISTAKEN.replace("gone", "gone away"));
    watch.shows("\n\nerror[unknown-key]: ");
    watch.shows("error: 1 error in catalog.yaml\n\n");

    fs::remove_file(project.file("catalog.yaml")).unwrap();
    watch.shows("error[unreadable-file]: ");
    project.write("catalog.yaml", SOUND);
    watch.shows("no mistakes in catalog.yaml\n");
    assert_eq!(watch.child.try_wait().unwrap(), None, "it goes on");
}

#[test]
fn a_new_file_of_a_folder_is_seen() {
    let project = Project::new(&[("catalog/a.yaml", SOUND)]);
    let mut watch = Watch::start(&project, &[]);
    watch.shows(" UTC catalog\n\nno mistakes in catalog\n\n");
    project.write("catalog/notes.txt", MISTAKEN);
    project.write("catalog/.b.yaml.swp", MISTAKEN);
    watch.shows_nothing();

    project.write("catalog/b.yaml", "codes:\n  B1:\n    mesage: gone\n");
    watch.shows("error[unknown-key]: ");
    watch.shows("b.yaml:3:5\n");
    project.write("catalog/b.yaml", "codes:\n  B1:\n    message: gone too\n");
    watch.shows("no mistakes in catalog\n");
    fs::remove_file(project.file("catalog/a.yaml")).unwrap();
    watch.shows("error[missing-key]: ");
}

#[test]
#[cfg(unix)]
fn an_interrupt_ends_it_without_a_word() {
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::Command;

    let project = Project::new(&[("catalog.yaml", SOUND)]);
    let mut watch = Watch::start(&project, &["catalog.yaml"]);
    watch.shows("no mistakes in catalog.yaml\n");
    let process = watch.child.id().to_string();
    let killed = Command::new("sh").args(["-c", "kill -INT \"$0\"", &process]).status().unwrap();
    assert!(killed.success());
    let status = watch.child.wait().unwrap();
    assert_eq!(status.signal(), Some(2), "as every program that Ctrl-C ends");
    let mut said = String::new();
    watch.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
}

#[test]
fn it_ends_when_nobody_reads_any_more() {
    let project = Project::new(&[("catalog.yaml", SOUND)]);
    let mut command = project.command(&["check", "--watch"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0];
    child.stdout.as_mut().unwrap().read_exact(&mut first).unwrap();
    drop(child.stdout.take());
    project.write("catalog.yaml", MISTAKEN);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn formats_for_programs_are_refused() {
    let project = Project::new(&[("catalog.yaml", SOUND)]);
    let said = project.run(&["check", "--watch", "--format=json"]).failed(2);
    assert_eq!(
        said,
        "error: `--watch` is for a person, and `--format` asks for a report for a program\n  help: leave one of the two out\n"
    );
    let said = Project::new(&[]).run(&["check", "--watch"]).failed(1);
    assert!(said.contains("there is no `catalog.yaml` in"), "{said}");
}
