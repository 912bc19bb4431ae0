//! The benches of `token-codes-peers`, which criterion times.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use crate::figure::ratio;
use crate::project::root;

/// A bench is run so often; each ratio is within one run.
const ROUNDS: usize = 3;

/// What criterion has written of a bench, a folder a round.
pub(crate) struct Results(Vec<PathBuf>);

impl Results {
    /// Runs what matches a regular expression of one bench.
    pub(crate) fn measure(bench: &str, filter: &str) -> Self {
        let folder = env::temp_dir().join("token-codes-figures/criterion").join(bench);
        let rounds = (0..ROUNDS).map(|round| folder.join(round.to_string()));
        Self(rounds.inspect(|folder| measure_into(folder, bench, filter)).collect())
    }

    /// Of one in the group named `token-codes` beside a peer.
    pub(crate) fn ratio(&self, group: &str, peer: &str) -> f64 {
        let medians = |bench: &str| -> Vec<f64> {
            self.0.iter().map(|round| median_in(&round.join(group).join(bench))).collect()
        };
        ratio(&medians("token-codes"), &medians(peer))
    }
}

/// Short runs, so that what is compared is close together in time; and no more of criterion's statistics than the median
/// needs, which otherwise take as long as the run itself.
const OPTIONS: [&str; 7] =
    ["--warm-up-time", "0.3", "--measurement-time", "1", "--nresamples", "1001", "--noplot"];

fn measure_into(folder: &Path, bench: &str, filter: &str) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the last run's folder can be removed");
    }
    let output = Command::new(env!("CARGO"))
        .args(["bench", "--quiet", "-p", "token-codes-peers", "--bench", bench, "--"])
        .args(OPTIONS)
        .arg(filter)
        .current_dir(root())
        .env("CRITERION_HOME", folder)
        .output()
        .expect("cargo can be started");
    assert!(output.status.success(), "the bench {bench} fails:\n{}", String::from_utf8_lossy(&output.stderr));
}

/// In nanoseconds.
fn median_in(folder: &Path) -> f64 {
    let file = folder.join("new/estimates.json");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let estimates: Value = serde_json::from_str(&text).expect("criterion writes JSON");
    estimates["median"]["point_estimate"].as_f64().expect("a number")
}
