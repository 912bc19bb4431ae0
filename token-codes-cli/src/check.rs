//! `token-codes check`: what is wrong with a catalog, for a person or for a program.

mod github;
mod human;
mod json;
mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use token_codes_build::{Diagnostics, Options};

use crate::answer::Answer;
use crate::catalog_file;
use crate::diff::{self, Against};
use crate::mistake::Mistake;

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the catalog has no errors; it may have warnings
  1  the catalog has errors or cannot be read, or the output cannot be written
  2  the command line has mistakes";

/// Which catalog to check.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The catalog to check, a file or a folder [default: the nearest `catalog.yaml` or folder `catalog`, in the working
    /// folder or above it]
    #[arg(value_name = "FILE", conflicts_with = "catalog")]
    file: Option<PathBuf>,

    /// Make an error of every warning whose level the catalog does not set
    #[arg(long)]
    strict: bool,

    /// First write into the catalog which translations were made of a source text that has changed since, as
    /// `diff --mark-stale` does: since `git:REVISION`, a file, a folder, or the JSON that `docs --format json` wrote
    #[arg(long, value_name = "BASE", conflicts_with = "watch")]
    against: Option<Against>,

    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,

    /// Report again whenever the catalog changes, until Ctrl-C
    #[arg(long)]
    pub(crate) watch: bool,
}

/// For whom a report is.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For a person: the lines of the catalog, with what is wrong in them, and a summary
    Human,
    /// For a program: an object on a line of its own for each mistake
    Json,
    /// For GitHub Actions: an annotation for each mistake
    Github,
}

/// Checks a catalog: the requested file, else the one of `--catalog`, else the nearest.
///
/// # Errors
///
/// If no catalog is named and none is near.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let path = catalog_file::path(request.file.as_deref().or(catalog))?;
    if request.watch {
        return watch_file(&path, request);
    }
    let marked = request.against.as_ref().map(|against| mark_since(&path, against));
    let found = check_file(&path, request);
    let note = match marked.transpose() {
        Ok(marked) => marked,
        // They are what is to be mended first, and what is told.
        Err(_) if found.has_errors() => Some("nothing was marked, since the catalog has errors".to_owned()),
        Err(mistakes) => return Err(mistakes),
    };
    let exit_code = if found.has_errors() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    // The summary is at its end, so it is not for a pager.
    Ok(Answer { exit_code, ..Answer::plain(request.format.write(&found)) }.note(note))
}

/// Marks the translations that have become stale; what was done.
fn mark_since(path: &Path, against: &Against) -> Result<String, Vec<Mistake>> {
    let base = against.read(path)?;
    let marked = diff::mark(path, base.base.source(), against)?;
    Ok(base.note.into_iter().chain([marked]).collect::<Vec<_>>().join("\n"))
}

fn watch_file(path: &Path, request: &Request) -> Result<Answer, Vec<Mistake>> {
    if !matches!(request.format, Format::Human) {
        let message = "`--watch` is for a person, and `--format` asks for a report for a program";
        return Err(Mistake::usage(message).help("leave one of the two out").into());
    }
    watch::watch(path, || request.format.write(&check_file(path, request)))?;
    Ok(Answer::plain(""))
}

fn check_file(path: &Path, request: &Request) -> Diagnostics {
    let options = Options::default().strict(request.strict);
    catalog_file::read(path, options).map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

impl Format {
    fn write(self, found: &Diagnostics) -> String {
        match self {
            Self::Human => human::write(found),
            Self::Json => json::write(found),
            Self::Github => github::write(found),
        }
    }
}
