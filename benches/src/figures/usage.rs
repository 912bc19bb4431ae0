//! What a command takes: time and memory.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use wait4::Wait4 as _;

/// What a command and all that it started have taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// In seconds, on all processors.
    pub(crate) cpu: f64,
    /// In seconds.
    pub(crate) wall: f64,
    /// Of its largest process, in megabytes.
    pub(crate) peak: f64,
}

/// Runs a command to its end; what it prints is shown only if it fails.
///
/// # Panics
///
/// If it fails.
pub(crate) fn of(command: &mut Command) -> Usage {
    let started = Instant::now();
    let printed = env::temp_dir().join("token-codes-figures/printed");
    let file = File::create(&printed).expect("a file can be written");
    let child = command.stdout(Stdio::null()).stderr(file).spawn().expect("it can be started");
    let used = child.wait4().expect("it can be waited for");
    let text = || fs::read_to_string(&printed).unwrap_or_default();
    assert!(used.status.success(), "{command:?}: {}\n{}", used.status, text());
    let usage = used.rusage;
    #[allow(clippy::cast_precision_loss, reason = "megabytes are few")]
    let peak = usage.maxrss as f64 / 1e6;
    Usage { cpu: (usage.utime + usage.stime).as_secs_f64(), wall: started.elapsed().as_secs_f64(), peak }
}
