//! The command `token-codes`: a thin front on `token-codes-build` and `token-codes-docs`.
//!
//! This file is the table of its subcommands. Each has a file of its own, with what is asked (`Request`) and what is
//! answered (`run`). The other files hold one concept each: `catalog_file` says which catalog is meant, `arguments`
//! binds `param=value` to the params of a code, `answer` and `pager` say how an answer is given, `mistake` is what goes
//! to standard error instead, `open_catalog` is the catalog that is edited.

mod add;
mod answer;
mod arguments;
mod catalog_file;
mod check;
mod completions;
mod diff;
mod docs;
mod explain;
mod export;
mod find;
mod fold;
mod format;
mod git;
mod github;
mod import;
mod init;
mod list;
mod locale;
mod man;
mod mistake;
mod notice;
mod open_catalog;
mod pager;
mod placeholders;
mod retire;
mod search;
mod span;
mod stats;
mod stub;
mod wide;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

const EXIT_CODES: &str = "\
Exit codes:
  0  the answer is on standard output; a catalog that is checked has no errors
  1  the code is unknown or nothing is found, the catalog cannot be read or has mistakes, or the output cannot be written
  2  the command line has mistakes";

/// Coded messages from one catalog
#[derive(Parser)]
#[command(name = "token-codes", version, after_help = EXIT_CODES)]
struct Cli {
    /// The catalog to read, a file or a folder [default: the nearest `catalog.yaml` or folder `catalog`, in the working
    /// folder or above it, and else the codes that the command carries, except for `check`]
    #[arg(long, global = true, value_name = "PATH")]
    catalog: Option<PathBuf>,

    #[command(flatten)]
    color: colorchoice_clap::Color,

    /// Write a long answer straight to the terminal, not to `$TOKEN_CODES_PAGER`, `$PAGER` or `less`
    #[arg(long, global = true)]
    no_pager: bool,

    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what a code means, what causes it and how to resolve it
    #[command(after_help = EXIT_CODES)]
    Explain(explain::Request),

    /// List the codes of the catalog, each with its message
    #[command(after_help = EXIT_CODES)]
    List(list::Request),

    /// Find codes by words of their texts, or by a message as it was shown
    #[command(after_help = EXIT_CODES)]
    Search(search::Request),

    /// Count the codes of the catalog, and what is translated into each locale
    #[command(after_help = EXIT_CODES)]
    Stats(stats::Request),

    /// Report every mistake in a catalog, each at its place and with what to write instead
    #[command(after_help = check::EXIT_CODES)]
    Check(check::Request),

    /// Say what changed in the catalog since a revision, whom that breaks, and which version it asks for
    #[command(after_help = diff::EXIT_CODES)]
    Diff(diff::Request),

    /// Write the reference pages of the catalog, or check that those on disk are current
    #[command(after_help = docs::EXIT_CODES)]
    Docs(docs::Request),

    /// Write a new entry into the catalog, and leave the rest of the file as it is
    #[command(after_help = add::EXIT_CODES)]
    Add(add::Request),

    /// Move a code to those that are never used again, with its texts
    #[command(after_help = retire::EXIT_CODES)]
    Retire(retire::Request),

    /// Give the crate in the working folder a catalog of its own
    #[command(after_help = init::EXIT_CODES)]
    Init(init::Request),

    /// Write what a translator is to fill in, or bring it back into the catalog
    #[command(after_help = stub::EXIT_CODES)]
    Stub(stub::Request),

    /// Write the texts of the catalog for the tools of translators, as PO or XLIFF
    #[command(after_help = export::EXIT_CODES)]
    Export(export::Request),

    /// Bring what translators have written in PO or XLIFF back into the catalog
    #[command(after_help = import::EXIT_CODES)]
    Import(import::Request),

    /// Write the script with which a shell completes this command
    Completions(completions::Request),

    /// Write the manual page, for `man`
    Man(man::Request),
}

fn main() -> ExitCode {
    let Cli { catalog, color, no_pager, command } = Cli::parse();
    color.write_global();
    let catalog = catalog.as_deref();
    let answer = match command {
        Command::Explain(request) => explain::run(catalog, &request),
        Command::List(request) => list::run(catalog, &request),
        Command::Search(request) => search::run(catalog, &request),
        Command::Stats(request) => stats::run(catalog, &request),
        Command::Check(request) => check::run(catalog, &request),
        Command::Diff(request) => diff::run(catalog, &request),
        Command::Docs(request) => docs::run(catalog, &request),
        Command::Add(request) => add::run(catalog, &request),
        Command::Retire(request) => retire::run(catalog, &request),
        Command::Init(request) => init::run(&request),
        Command::Stub(request) => stub::run(catalog, &request),
        Command::Export(request) => export::run(catalog, &request),
        Command::Import(request) => import::run(catalog, &request),
        Command::Completions(request) => Ok(completions::run(&request)),
        Command::Man(request) => man::run(&request),
    };
    answer::give(answer, !no_pager)
}
