//! The benches of `token-codes-peers`, which criterion times.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use crate::figure::{Figure, ratio};
use crate::project::root;

/// The benches are run so often; each ratio is within one run.
const ROUNDS: usize = 3;

pub(crate) fn figures() -> Vec<Figure> {
    let results = Results::measure();
    let mut figures = lookups(&results);
    figures.extend(texts(&results));
    figures.extend(messages(&results));
    figures.extend(negotiation(&results));
    figures.push(problem(&results));
    figures.extend(tests());
    figures
}

fn lookups(results: &Results) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (count, goals) in [("13", [0.12, 0.2]), ("1000", [0.2, 0.2]), ("10000", [0.2, 0.2])] {
        let codes = if count == "10000" { "10,000" } else { count };
        let codes = if count == "1000" { "1,000" } else { codes };
        for (kind, goal) in [("hit", goals[0]), ("miss", goals[1])] {
            let ratio = results.ratio(&format!("{kind}-{count}"), "phf");
            figures.push(Figure::at_most(
                format!("`from_code`, {kind}, {codes} codes"),
                goal,
                ratio,
                "x phf",
            ));
        }
        if count != "13" {
            let ratio = results.ratio(&format!("hit-{count}"), "fxhash");
            let what = format!("`from_code`, hit, {codes} codes, beside a map");
            figures.push(Figure::at_most(what, 0.5, ratio, "x FxHash"));
        }
        let ratio = results.ratio(&format!("hit-long-{count}"), "phf");
        // What is longer than a word need only be no worse.
        let what = format!("the same for codes of more than eight bytes, {codes} codes");
        figures.push(Figure::at_most(what, 1.0, ratio, "x phf"));
    }
    figures
}

fn texts(results: &Results) -> Vec<Figure> {
    let texts = [("as_str", "`as_str()`"), ("summary", "`summary()`"), ("message", "`message(Ja).as_str()`")];
    let figure = |(group, what)| {
        let ratio = results.ratio(&format!("text-{group}"), "array");
        Figure::at_most(what, 2.0, ratio, "x indexing a `[&str; N]`")
    };
    texts.map(figure).into()
}

fn messages(results: &Results) -> Vec<Figure> {
    let row = |what: &str, group: &str, peer: &str, goal: f64, unit: &'static str| {
        Figure::at_most(what, goal, results.ratio(group, peer), unit)
    };
    vec![
        row("`append_to`", "append", "write", 0.65, "x `write!`"),
        row("`append_to`, beside thiserror", "append", "thiserror", 0.6, "x thiserror"),
        row("`append_to`, beside rust-i18n", "append", "rust-i18n", 0.22, "x rust-i18n"),
        row("`append_to`, beside fluent", "append", "fluent", 0.2, "x fluent"),
        row("`append_to`, in the second locale", "append-en", "write", 0.65, "x `write!`"),
        row("`append_to`, `any` params", "append-any", "write", 1.0, "x `write!`"),
        row("`Display`", "display", "write", 0.9, "x `write!`"),
        row("`Display`, in the second locale", "display-en", "write", 0.9, "x `write!`"),
        row("`Display`, `any` params", "display-any", "write", 1.0, "x `write!`"),
        row("`Display`, `any` params, in the second locale", "display-any-en", "write", 1.0, "x `write!`"),
        row("`for_log`", "for-log", "write", 1.0, "x `write!`, escaped by hand"),
        row("`for_log`, `any` params", "for-log-any", "write", 1.0, "x `write!`, escaped by hand"),
    ]
}

/// The goal is half of the faster one, so that it is half of each.
fn negotiation(results: &Results) -> Vec<Figure> {
    let row = |what, peer, unit| Figure::at_most(what, 0.5, results.ratio("negotiate", peer), unit);
    vec![
        row("`negotiate`, 5 locales, beside accept-language", "accept-language", "x accept-language"),
        row("`negotiate`, 5 locales, beside fluent-langneg", "fluent-langneg", "x fluent-langneg"),
    ]
}

fn problem(results: &Results) -> Figure {
    let what = "`Problem` of an error as JSON";
    Figure::at_most(what, 1.2, results.ratio("problem", "by-hand"), "x a serde struct by hand")
}

/// What tests hold.
fn tests() -> Vec<Figure> {
    let passes = |package, test| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["test", "--release", "--quiet", "-p", package, "--test", test]);
        let output = cargo.current_dir(root()).output().expect("cargo can be started");
        if output.status.success() { 0.0 } else { f64::INFINITY }
    };
    vec![
        Figure::at_most(
            "allocations of a message in a buffer, or of `negotiate`",
            0.0,
            passes("token-codes", "no_allocation"),
            "",
        ),
        Figure::at_most(
            "bytes of a derived type beside its fields",
            0.0,
            passes("token-codes-benches", "size"),
            "",
        ),
    ]
}

/// What criterion has written, a folder a round.
struct Results(Vec<PathBuf>);

impl Results {
    fn measure() -> Self {
        let folder = env::temp_dir().join("token-codes-figures/criterion");
        Self((0..ROUNDS).map(|round| folder.join(round.to_string())).inspect(measure_into).collect())
    }

    fn ratio(&self, group: &str, peer: &str) -> f64 {
        let medians = |bench: &str| -> Vec<f64> {
            self.0.iter().map(|round| median_in(&round.join(group).join(bench))).collect()
        };
        ratio(&medians("token-codes"), &medians(peer))
    }
}

fn measure_into(folder: &PathBuf) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the last run's folder can be removed");
    }
    let output = Command::new(env!("CARGO"))
        .args(["bench", "--quiet", "-p", "token-codes-peers", "--"])
        .args(["--warm-up-time", "0.5", "--measurement-time", "1.5", "--noplot"])
        .current_dir(root())
        .env("CRITERION_HOME", folder)
        .output()
        .expect("cargo can be started");
    assert!(output.status.success(), "the benches fail:\n{}", String::from_utf8_lossy(&output.stderr));
}

/// In nanoseconds.
fn median_in(folder: &std::path::Path) -> f64 {
    let file = folder.join("new/estimates.json");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let estimates: Value = serde_json::from_str(&text).expect("criterion writes JSON");
    estimates["median"]["point_estimate"].as_f64().expect("a number")
}
