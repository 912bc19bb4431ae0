//! What the library takes at run time, beside its peers.

use std::process::Command;

use crate::criterion::Results;
use crate::figure::Figure;
use crate::project::root;

pub(crate) fn lookups() -> Vec<Figure> {
    let results = Results::measure("lookup", "^(hit|hit-long|miss)-[0-9]+/(token-codes|phf|fxhash)$");
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

pub(crate) fn texts() -> Vec<Figure> {
    let results = Results::measure("text", "");
    let texts = [("as_str", "`as_str()`"), ("summary", "`summary()`"), ("message", "`message(Ja).as_str()`")];
    let figure = |(group, what)| {
        let ratio = results.ratio(&format!("text-{group}"), "array");
        Figure::at_most(what, 2.0, ratio, "x indexing a `[&str; N]`")
    };
    texts.map(figure).into()
}

pub(crate) fn messages() -> Vec<Figure> {
    let results = Results::measure("message", "");
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

/// Each beside the same message of ours with one word for all numbers, and beside what one would use instead.
pub(crate) fn plurals() -> Vec<Figure> {
    let results = Results::measure("plural", "");
    let row = |what: &str, group: &str, peer: &str, goal: f64, unit: &'static str| {
        Figure::at_most(what, goal, results.ratio(group, peer), unit)
    };
    let (without, fluent, icu) = ("x the message without", "x fluent", "x ICU4X's rules, and `match`");
    vec![
        row("`append_to` with a plural", "plural-append", "plain", 1.25, without),
        row("`append_to` with a plural, beside fluent", "plural-append", "fluent", 0.15, fluent),
        row("`append_to` with a plural, beside ICU4X", "plural-append", "icu", 0.3, icu),
        row("`Display` with a plural", "plural-display", "plain", 1.25, without),
        row("`Display` with a plural, beside ICU4X", "plural-display", "icu", 0.9, icu),
        row("`append_to` with a plural, in Russian", "plural-append-ru", "plain", 1.25, without),
        row(
            "`append_to` with a plural, in Russian, beside fluent",
            "plural-append-ru",
            "fluent",
            0.15,
            fluent,
        ),
        row("`append_to` with a plural, in Russian, beside ICU4X", "plural-append-ru", "icu", 0.3, icu),
        row(
            "`append_to` with a grouped number",
            "grouped-append",
            "icu",
            0.3,
            "x ICU4X's formatter, and `write!`",
        ),
    ]
}

/// The goal is half of the faster one, so that it is half of each.
pub(crate) fn negotiation() -> Vec<Figure> {
    let results = Results::measure("negotiate", "");
    let row = |what, peer, unit| Figure::at_most(what, 0.5, results.ratio("negotiate", peer), unit);
    vec![
        row("`negotiate`, 5 locales, beside accept-language", "accept-language", "x accept-language"),
        row("`negotiate`, 5 locales, beside fluent-langneg", "fluent-langneg", "x fluent-langneg"),
    ]
}

pub(crate) fn problem() -> Vec<Figure> {
    let results = Results::measure("problem", "");
    let what = "`Problem` of an error as JSON";
    vec![Figure::at_most(what, 1.2, results.ratio("problem", "by-hand"), "x a serde struct by hand")]
}

/// What tests hold.
pub(crate) fn tests() -> Vec<Figure> {
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
