//! Measures every figure in `docs/figures.md`, and renews its table and the plot beside it.
//!
//! `cargo run --release -p token-codes-benches` takes about a quarter of an hour on a machine with two cores. With
//! names of groups after `--`, such as `lookup` or `plural`, it renews their rows alone; a wrong name lists them all.
//! Nothing else should run meanwhile.

mod binary;
mod build;
mod clean;
mod criterion;
mod derive;
mod edit;
mod figure;
mod page;
mod plot;
mod plural_build;
mod project;
mod runtime;
mod script;
mod shapes;
mod usage;

use std::env;
use std::process::ExitCode;

use figure::Figure;

/// What measures the rows of a group.
type Group = fn() -> Vec<Figure>;

/// In the order of the table.
const GROUPS: [(&str, Group); 14] = [
    ("lookup", runtime::lookups),
    ("text", runtime::texts),
    ("message", runtime::messages),
    ("plural", runtime::plurals),
    ("negotiate", runtime::negotiation),
    ("problem", runtime::problem),
    ("tests", runtime::tests),
    ("binary", binary::figures),
    ("build", build::figures),
    ("plural-build", plural_build::figures),
    ("script", script::figures),
    ("clean", clean::figures),
    ("derive", derive::figures),
    ("edit", edit::figures),
];

fn main() -> ExitCode {
    let wanted: Vec<String> = env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| GROUPS.iter().all(|(group, _)| group != name)) {
        let groups: Vec<_> = GROUPS.iter().map(|(group, _)| *group).collect();
        eprintln!("error: no group `{unknown}` of figures\nhelp: the groups are {}", groups.join(", "));
        return ExitCode::from(2);
    }
    let mut figures = Vec::new();
    for (group, measure) in GROUPS {
        if wanted.is_empty() || wanted.iter().any(|name| name == group) {
            eprintln!("{group} …");
            let measured = measure();
            for figure in &measured {
                eprintln!("  {figure}");
            }
            figures.extend(measured);
        }
    }
    if let Err(error) = page::renew(&figures) {
        eprintln!("error: `docs/figures.md` is as it was: {error}");
        return ExitCode::FAILURE;
    }
    let missed: Vec<_> = figures.iter().filter(|figure| !figure.is_met()).collect();
    eprintln!("{} of {} goals are missed", missed.len(), figures.len());
    for figure in missed {
        eprintln!("  {figure}");
    }
    ExitCode::SUCCESS
}
