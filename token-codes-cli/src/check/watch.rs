//! `token-codes check --watch`: the report again, whenever the catalog changes.
//!
//! It looks at the files a few times a second. That sees every way in which editors save (they write over a file, put
//! another in its place, or remove it and make a new one) on every file system, those of containers and networks too.

use std::fs;
use std::io::{self, ErrorKind, IsTerminal as _, Write as _, stdout};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use token_codes_build::is_catalog_file;

use crate::mistake::Mistake;

/// How often the files are looked at.
const INTERVAL: Duration = Duration::from_millis(150);

/// For how many looks a file must be gone to be gone, and not about to be replaced.
const GONE: usize = 5;

/// What clears a terminal and puts the cursor at its top.
const CLEAR: &str = "\x1B[2J\x1B[H";

/// Shows the report now and after every change, until whoever reads it goes away.
///
/// # Errors
///
/// If it cannot be written.
pub(super) fn watch(path: &Path, report: impl Fn() -> String) -> Result<(), Mistake> {
    loop {
        // Before the report, so that no change is missed while it is made.
        let seen = State::of(path);
        match show(&format!("{} {}\n\n{}\n", time(), path.display(), report())) {
            Ok(()) => wait_for_change(path, &seen),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            Err(error) => return Err(Mistake::answer(format!("cannot write the output: {error}"))),
        }
    }
}

fn show(text: &str) -> io::Result<()> {
    let clear = if stdout().is_terminal() { CLEAR } else { "" };
    let mut stdout = anstream::stdout().lock();
    write!(stdout, "{clear}{text}")?;
    stdout.flush()
}

/// Returns once the files are not what they were, and do not change any more.
fn wait_for_change(path: &Path, seen: &State) {
    let mut last = seen.clone();
    let mut unchanged = 0;
    while last == *seen || unchanged < last.looks_needed() {
        thread::sleep(INTERVAL);
        let now = State::of(path);
        unchanged = if now == last { unchanged + 1 } else { 0 };
        last = now;
    }
}

/// What tells one state of the files from the next: when each was written, and how long it is.
#[derive(Clone, PartialEq, Eq)]
struct State(Vec<(PathBuf, SystemTime, u64)>);

impl State {
    /// That of a file, or of the files of a catalog in a folder.
    fn of(path: &Path) -> Self {
        let files = match fs::read_dir(path) {
            Ok(entries) => {
                entries.flatten().map(|entry| entry.path()).filter(|file| is_catalog_file(file)).collect()
            }
            Err(_) => vec![path.to_owned()],
        };
        let mut files: Vec<_> = files
            .into_iter()
            .filter_map(|file| {
                let metadata = fs::metadata(&file).ok()?;
                Some((file, metadata.modified().unwrap_or(UNIX_EPOCH), metadata.len()))
            })
            .collect();
        files.sort();
        Self(files)
    }

    fn looks_needed(&self) -> usize {
        if self.0.is_empty() { GONE } else { 1 }
    }
}

/// The time of day; the standard library knows no time zones.
fn time() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    format!("{:02}:{:02}:{:02} UTC", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}
