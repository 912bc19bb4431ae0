//! The command `token-codes`: a thin front on `token-codes-build`.
//!
//! Each file holds one concept: `catalog_file` says which catalog is meant, `arguments` binds `param=value` to the
//! params of a code, `explain` builds and lays out what is shown, `mistake` is what goes to standard error instead.
//! `check` reports on a catalog, in one of its formats. `add` writes a new entry into it; `edit_file` is the file that is
//! edited.

mod add;
mod arguments;
mod catalog_file;
mod check;
mod edit_file;
mod explain;
mod init;
mod mistake;
mod stub;
mod suggest;

use std::fmt::Display;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::explain::{Explanation, Request};
use crate::mistake::Mistake;

const EXIT_CODES: &str = "\
Exit codes:
  0  the answer is on standard output; a catalog that is checked has no errors
  1  the code is unknown, the catalog cannot be read or has mistakes, or the output cannot be written
  2  the command line has mistakes";

/// Coded messages from one catalog
#[derive(Parser)]
#[command(name = "token-codes", version, after_help = EXIT_CODES)]
struct Cli {
    /// The catalog to read [default: the nearest `catalog.yaml`, in the working folder or above it]
    #[arg(long, global = true, value_name = "PATH")]
    catalog: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what a code means, what causes it and how to resolve it
    #[command(after_help = EXIT_CODES)]
    Explain(Request),

    /// Report every mistake in a catalog, each at its place and with what to write instead
    #[command(after_help = check::EXIT_CODES)]
    Check(check::Request),

    /// Write a new entry into the catalog, and leave the rest of the file as it is
    #[command(after_help = add::EXIT_CODES)]
    Add(add::Request),

    /// Give the crate in the working folder a catalog of its own
    #[command(after_help = init::EXIT_CODES)]
    Init(init::Request),

    /// Write what a translator is to fill in, or bring it back into the catalog
    #[command(after_help = stub::EXIT_CODES)]
    Stub(stub::Request),
}

fn main() -> ExitCode {
    let Cli { catalog, command } = Cli::parse();
    match command {
        Command::Explain(request) => match explain(catalog.as_deref(), &request) {
            Ok(explanation) => show(&explanation),
            Err(mistakes) => report(&mistakes),
        },
        Command::Check(request) => check(catalog.as_deref(), &request),
        Command::Add(request) => add(catalog.as_deref(), &request),
        Command::Init(request) => done(init::init(&request)),
        Command::Stub(request) => stub::stub(catalog.as_deref(), &request)
            .map_or_else(|mistakes| report(&mistakes), |text| done(Ok(text))),
    }
}

/// Answers `token-codes explain`.
fn explain(catalog: Option<&Path>, request: &Request) -> Result<Explanation, Vec<Mistake>> {
    match catalog_file::load(catalog) {
        Ok(catalog) => explain::explain(&catalog, request),
        // What is wrong with the arguments whatever the catalog says is told in the same run.
        Err(mistake) => {
            let mut mistakes = vec![mistake];
            arguments::bind(None, &request.arguments, &mut mistakes);
            Err(mistakes)
        }
    }
}

/// Answers `token-codes check`; the report is the answer, so it goes to standard output.
fn check(catalog: Option<&Path>, request: &check::Request) -> ExitCode {
    if request.watch {
        return check::watch(catalog, request)
            .map_or_else(|mistake| report(&[mistake]), |()| ExitCode::SUCCESS);
    }
    let written = check::check(catalog, request).and_then(|found| {
        to_stdout(&found.text)?;
        Ok(found.exit_code())
    });
    written.unwrap_or_else(|mistake| report(&[mistake]))
}

/// Answers `token-codes add`.
fn add(catalog: Option<&Path>, request: &add::Request) -> ExitCode {
    let added = match add::add(catalog, request) {
        Ok(added) => added,
        Err(mistakes) => return report(&mistakes),
    };
    if !added.warnings.is_empty() {
        to_stderr(&added.warnings);
    }
    done(Ok(added.text))
}

/// Says what has been done.
fn done(text: Result<String, Mistake>) -> ExitCode {
    text.and_then(to_stdout).map_or_else(|mistake| report(&[mistake]), |()| ExitCode::SUCCESS)
}

/// Writes the explanation to standard output.
fn show(explanation: &Explanation) -> ExitCode {
    if let Err(mistake) = to_stdout(explanation) {
        return report(&[mistake]);
    }
    if let Some(note) = &explanation.note {
        to_stderr(&format!("note: {note}"));
    }
    ExitCode::SUCCESS
}

fn to_stdout(text: impl Display) -> Result<(), Mistake> {
    let mut stdout = anstream::stdout().lock();
    match write!(stdout, "{text}").and_then(|()| stdout.flush()) {
        // Whoever reads has seen enough, as in `token-codes explain TOK005 | head -1`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Mistake::answer(format!("cannot write the output: {error}"))),
    }
}

/// Writes all mistakes to standard error; the gravest decides the exit code.
fn report(mistakes: &[Mistake]) -> ExitCode {
    for mistake in mistakes {
        to_stderr(&mistake.text);
    }
    mistakes.iter().map(|mistake| mistake.exit_code).max().map_or(ExitCode::SUCCESS, ExitCode::from)
}

fn to_stderr(text: &str) {
    // If standard error is closed, there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{text}");
}
