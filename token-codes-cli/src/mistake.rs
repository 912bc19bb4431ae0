//! What goes to standard error when a question cannot be answered.

use std::fmt::Display;

use clap::builder::styling::{AnsiColor, Style};

pub(crate) use token_codes_build::suggest::list;

/// As clap shows it, so that its mistakes and ours look alike.
const ERROR: Style = AnsiColor::Red.on_default().bold();
const HELP: Style = Style::new().bold();

/// One mistake, worded for the person who made it: `error: …`, then lines of `  help: …`.
#[derive(Debug)]
pub(crate) struct Mistake {
    /// The exit code that it asks for.
    pub(crate) exit_code: u8,
    /// The lines to show.
    pub(crate) text: String,
}

impl Mistake {
    /// The code or the catalog is wrong, or the answer is lost.
    pub(crate) fn answer(message: impl Display) -> Self {
        Self::new(1, message)
    }

    /// The command line is wrong.
    pub(crate) fn usage(message: impl Display) -> Self {
        Self::new(2, message)
    }

    /// The catalog is wrong, and its compiler has already said how.
    pub(crate) fn catalog(report: impl Display) -> Self {
        Self { exit_code: 1, text: report.to_string().trim_end().to_owned() }
    }

    /// Adds a line that says what to write instead.
    pub(crate) fn help(self, help: impl Display) -> Self {
        Self { text: format!("{}\n  {HELP}help:{HELP:#} {help}", self.text), ..self }
    }

    fn new(exit_code: u8, message: impl Display) -> Self {
        Self { exit_code, text: format!("{ERROR}error:{ERROR:#} {message}") }
    }
}

/// So that `?` serves where others may follow.
impl From<Mistake> for Vec<Mistake> {
    fn from(mistake: Mistake) -> Self {
        vec![mistake]
    }
}
