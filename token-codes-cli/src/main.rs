//! The command `token-codes`: a thin front on `token-codes-build`.
//!
//! Each file holds one concept: `catalog_file` says which catalog is meant, `arguments` binds `param=value` to the
//! params of a code, `explain` builds and lays out what is shown, `mistake` is what goes to standard error instead.

mod arguments;
mod catalog_file;
mod explain;
mod mistake;
mod suggest;

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::explain::{Explanation, Request};
use crate::mistake::Mistake;

const EXIT_CODES: &str = "\
Exit codes:
  0  the answer is on standard output
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
}

fn main() -> ExitCode {
    let Cli { catalog, command } = Cli::parse();
    let answer = match command {
        Command::Explain(request) => explain(catalog.as_deref(), &request),
    };
    match answer {
        Ok(explanation) => show(&explanation),
        Err(mistakes) => report(&mistakes),
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

/// Writes the explanation to standard output.
fn show(explanation: &Explanation) -> ExitCode {
    let mut stdout = anstream::stdout().lock();
    let written = write!(stdout, "{explanation}").and_then(|()| stdout.flush());
    match written {
        Ok(()) => {}
        // Whoever reads has seen enough, as in `token-codes explain TOK005 | head -1`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        Err(error) => return report(&[Mistake::answer(format!("cannot write the output: {error}"))]),
    }
    if let Some(note) = &explanation.note {
        to_stderr(&format!("note: {note}"));
    }
    ExitCode::SUCCESS
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
