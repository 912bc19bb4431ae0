//! The table in `docs/figures.md`.

use std::fmt::Write as _;
use std::process::Command;
use std::{fs, io, thread};

use crate::figure::Figure;
use crate::project::root;

const START: &str = "<!-- figures -->\n";
const END: &str = "<!-- end of figures -->\n";

/// Renews the rows of the figures, and leaves the others.
///
/// # Errors
///
/// If the page cannot be read or written, or lacks the marks around the table.
pub(crate) fn renew(figures: &[Figure]) -> io::Result<()> {
    let file = root().join("docs/figures.md");
    let text = fs::read_to_string(&file)?;
    let Some((before, (old, after))) = parts(&text) else {
        return Err(io::Error::other(format!("it lacks {} or {}", START.trim_end(), END.trim_end())));
    };
    fs::write(file, format!("{before}{START}{}{END}{after}", table(old, figures)))
}

fn parts(text: &str) -> Option<(&str, (&str, &str))> {
    let (before, rest) = text.split_once(START)?;
    Some((before, rest.split_once(END)?))
}

fn table(old: &str, figures: &[Figure]) -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut out =
        format!("Measured on {cores} cores with {}.\n\n| what | goal | measured |\n|---|---|---|\n", rustc());
    let mut rows: Vec<(String, String)> = old
        .lines()
        .filter_map(|line| Some((line.strip_prefix("| ")?.split(" | ").next()?.to_owned(), line.to_owned())))
        .filter(|(what, _)| what != "what")
        .collect();
    for figure in figures {
        let measured = figure.measured();
        let measured = if figure.is_met() { measured } else { format!("**{measured}**") };
        let row = format!("| {} | {} | {measured} |", figure.what, figure.goal());
        match rows.iter_mut().find(|(what, _)| *what == figure.what) {
            Some((_, old)) => *old = row,
            None => rows.push((figure.what.clone(), row)),
        }
    }
    for (_, row) in rows {
        let _ = writeln!(out, "{row}");
    }
    out
}

/// Its name and version, such as `rustc 1.95.0`.
fn rustc() -> String {
    let output = Command::new("rustc").arg("--version").output().expect("rustc can be started");
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    version.split(" (").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With nothing measured, every row stays; and so the page has the marks, and rows between them.
    #[test]
    fn rows_that_are_not_measured_stay() {
        let page = fs::read_to_string(root().join("docs/figures.md")).expect("the page can be read");
        let (_, (old, _)) = parts(&page).expect("the page has the marks");
        let rows = |table: &str| table.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(rows(&table(old, &[])), rows(old));
        assert!(rows(old).len() > 40);
    }
}
