//! Holds what does not depend on the clock to the bounds in `guard.bounds`.
//!
//! `cargo test --release -p token-codes-benches --test guard`, where valgrind is; with `BLESS=1` the bounds become what
//! is measured, for those that changed by more than the slack.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use token_codes_benches::executable;

/// Instructions differ by a few from machine to machine: the C library picks its functions by the processor.
const SLACK: f64 = 1.05;

/// The paths of `main-paths`, and how often each is gone.
const PATHS: [(&str, u64); 22] = [
    ("from-code-hit", 1_000),
    ("from-code-hit-long", 1_000),
    ("from-code-miss", 1_000),
    ("as-str", 1_000),
    ("summary", 1_000),
    ("message", 1_000),
    ("append", 1_000),
    ("append-en", 1_000),
    ("append-any", 1_000),
    ("for-log", 1_000),
    ("for-log-any", 1_000),
    ("display", 1_000),
    ("display-any", 1_000),
    ("display-en", 1_000),
    ("append-plain", 1_000),
    ("append-plural", 1_000),
    ("append-grouped", 1_000),
    ("display-plain", 1_000),
    ("display-plural", 1_000),
    ("for-log-plain", 1_000),
    ("for-log-plural", 1_000),
    ("compile-1000-codes", 1),
];

#[test]
fn columns_that_are_not_used_are_not_in_the_binary() {
    let program = Path::new(env!("CARGO_BIN_EXE_two-columns"));
    let catalog = token_codes_synthetic::catalog(10_000);
    let columns = executable::columns_in(program, &catalog);
    assert!(columns.contains(&"code") && columns.contains(&"message (ja)"), "{columns:?}");
    assert!(!columns.iter().any(|column| executable::DETAILS.contains(column)), "{columns:?}");
}

/// They would be with the feature `details`, which nothing here has.
#[test]
fn details_are_not_in_a_binary_because_of_any_code() {
    let program = Path::new(env!("CARGO_BIN_EXE_any-code"));
    let columns = executable::columns_in(program, &token_codes_synthetic::catalog(10_000));
    for used in ["code", "message (ja)", "message (en)", "summary"] {
        assert!(columns.contains(&used), "{used} {columns:?}");
    }
    for detail in ["description", "causes", "resolution"] {
        assert!(!columns.contains(&detail), "{detail} {columns:?}");
    }
}

#[test]
fn no_figure_is_over_its_bound() {
    if cfg!(debug_assertions) {
        panic!(
            "the bounds are those of a release build: cargo test --release -p token-codes-benches --test guard"
        );
    }
    let mut measured = BTreeMap::new();
    let catalog = token_codes_synthetic::catalog(1_000);
    let bytes = token_codes_build::generate(&catalog).expect("its codes differ").len() as u64;
    measured.insert("generated-bytes-a-code".to_owned(), bytes / 1_000);
    let programs = [env!("CARGO_BIN_EXE_two-columns"), env!("CARGO_BIN_EXE_empty")].map(Path::new);
    let [program, empty] = programs.map(executable::relocations);
    measured.insert("relocations-beside-an-empty-program".to_owned(), (program - empty) as u64);
    for (path, times) in PATHS {
        let once = instructions(path, 2 * times) - instructions(path, times);
        measured.insert(format!("instructions-{path}"), once.div_ceil(times));
    }
    Bounds::read().hold(&measured);
}

/// What the whole process executes to go a path so many times.
fn instructions(path: &str, times: u64) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", env!("CARGO_BIN_EXE_main-paths"), path])
        .arg(times.to_string())
        .output()
        .expect("valgrind can be started: install it");
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{path}:\n{report}");
    let collected = report.lines().find_map(|line| line.split("Collected : ").nth(1));
    collected.and_then(|count| count.trim().parse().ok()).unwrap_or_else(|| panic!("no count in:\n{report}"))
}

/// The file with a line `figure bound` for each.
struct Bounds {
    file: PathBuf,
    bounds: BTreeMap<String, u64>,
}

impl Bounds {
    fn read() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guard.bounds");
        let text = fs::read_to_string(&file).unwrap_or_default();
        let line = |line: &str| {
            let (figure, bound) = line.split_once(' ').expect("a figure and its bound");
            (figure.to_owned(), bound.parse().expect("a number"))
        };
        let bounds = text.lines().filter(|line| !line.starts_with('#')).map(line).collect();
        Self { file, bounds }
    }

    fn hold(self, measured: &BTreeMap<String, u64>) {
        if env::var_os("BLESS").is_some() {
            return self.renew(measured);
        }
        let mut over = String::new();
        for (figure, count) in measured {
            match self.bounds.get(figure) {
                Some(bound) if !exceeds(*count, *bound) => println!("{figure} {count}, bound {bound}"),
                Some(bound) => _ = writeln!(over, "{figure}: {count}, which is over its bound {bound}"),
                None => _ = writeln!(over, "{figure}: {count}, for which there is no bound"),
            }
        }
        let command = "BLESS=1 cargo test --release -p token-codes-benches --test guard";
        assert!(over.is_empty(), "{over}to make these the bounds: {command}");
        assert!(
            self.bounds.keys().all(|figure| measured.contains_key(figure)),
            "a bound that nothing is measured for; to remove it: {command}"
        );
    }

    /// Leaves a bound that is no more than the slack away.
    fn renew(self, measured: &BTreeMap<String, u64>) {
        let mut text = String::from(
            "# Renewed by `BLESS=1 cargo test --release -p token-codes-benches --test guard`.\n",
        );
        for (figure, count) in measured {
            let kept = self
                .bounds
                .get(figure)
                .filter(|bound| !exceeds(*count, **bound) && !exceeds(**bound, *count));
            let _ = writeln!(text, "{figure} {}", kept.unwrap_or(count));
        }
        fs::write(&self.file, text).expect("the bounds can be written");
    }
}

#[allow(clippy::cast_precision_loss, reason = "the counts are small")]
fn exceeds(count: u64, bound: u64) -> bool {
    count as f64 > bound as f64 * SLACK
}
