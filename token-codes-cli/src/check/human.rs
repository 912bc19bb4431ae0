//! The report for a person: as the build shows it, and a summary.

use clap::builder::styling::{AnsiColor, Style};
use token_codes_build::{Diagnostics, Level};

/// As clap and the reports above the summary show it.
const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

pub(super) fn write(found: &Diagnostics) -> String {
    let path = found.source().path();
    let (errors, warnings) = (found.count(Level::Error), found.count(Level::Warning));
    let counts = [counted(errors, "error"), counted(warnings, "warning")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let (style, level) = match (errors, warnings) {
        (0, 0) => return format!("no mistakes in {path}\n"),
        (0, _) => (WARNING, Level::Warning),
        _ => (ERROR, Level::Error),
    };
    format!("{}\n\n{style}{level}{style:#}: {} in {path}\n", found.styled(), counts.join(", "))
}

/// Such as `3 errors`; nothing for none.
fn counted(count: usize, what: &str) -> Option<String> {
    let plural = if count == 1 { "" } else { "s" };
    (count > 0).then(|| format!("{count} {what}{plural}"))
}
