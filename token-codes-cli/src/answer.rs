//! What a command answers, and how it is given: the text to standard output, notes and mistakes to standard error.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::mistake::Mistake;
use crate::pager;

/// What a command answers when nothing is wrong with the question.
#[derive(Debug)]
pub(crate) struct Answer {
    /// What goes to standard output.
    pub(crate) text: String,
    /// What the reader should know beside it.
    pub(crate) notes: Vec<String>,
    /// What is worth a look in the catalog, drawn as `check` does; empty if nothing is.
    pub(crate) warnings: String,
    /// Whether a person reads it from its start, and so wants it in a pager.
    pub(crate) paged: bool,
    /// Whether it says what was done, and not only what was asked: it is then told even if the output cannot be written.
    pub(crate) is_deed: bool,
    pub(crate) exit_code: ExitCode,
}

impl Answer {
    /// A text to read.
    pub(crate) fn page(text: impl Display) -> Self {
        Self {
            text: text.to_string(),
            notes: Vec::new(),
            warnings: String::new(),
            paged: true,
            is_deed: false,
            exit_code: ExitCode::SUCCESS,
        }
    }

    /// A text that is no reading matter, or one whose end is what matters.
    pub(crate) fn plain(text: impl Display) -> Self {
        Self { paged: false, ..Self::page(text) }
    }

    /// What was written to disk.
    pub(crate) fn deed(text: impl Display) -> Self {
        Self { is_deed: true, ..Self::plain(text) }
    }

    /// Adds what the reader should know beside it.
    pub(crate) fn note(mut self, note: Option<String>) -> Self {
        self.notes.extend(note);
        self
    }
}

/// Writes the answer, or all mistakes in the question; the gravest of them decides the exit code.
pub(crate) fn give(answer: Result<Answer, Vec<Mistake>>, may_page: bool) -> ExitCode {
    match answer.and_then(|answer| Ok(write(&answer, may_page)?)) {
        Ok(exit_code) => exit_code,
        Err(mistakes) => {
            for mistake in &mistakes {
                to_stderr(&mistake.text);
            }
            mistakes.iter().map(|mistake| mistake.exit_code).max().map_or(ExitCode::SUCCESS, ExitCode::from)
        }
    }
}

fn write(answer: &Answer, may_page: bool) -> Result<ExitCode, Mistake> {
    if !(answer.paged && may_page && pager::show(&answer.text)) {
        to_stdout(&answer.text).map_err(|mistake| {
            let done = if answer.is_deed {
                format!("; this was done all the same:\n{}", answer.text)
            } else {
                String::new()
            };
            Mistake { text: mistake.text + done.trim_end(), ..mistake }
        })?;
    }
    if !answer.warnings.is_empty() {
        to_stderr(&answer.warnings);
    }
    for note in &answer.notes {
        to_stderr(&format!("note: {note}"));
    }
    Ok(answer.exit_code)
}

fn to_stdout(text: &str) -> Result<(), Mistake> {
    match write_all(&mut anstream::stdout().lock(), text) {
        // Whoever reads has seen enough, as in `token-codes explain TOK005 | head -1`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Mistake::answer(format!("cannot write the output: {error}"))),
    }
}

fn write_all(to: &mut impl Write, text: &str) -> io::Result<()> {
    to.write_all(text.as_bytes())?;
    to.flush()
}

fn to_stderr(text: &str) {
    // If standard error is closed, there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{text}");
}
