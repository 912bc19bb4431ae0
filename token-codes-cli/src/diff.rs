//! `token-codes diff`: what changed in a catalog, for whom, and which version that asks for.

mod against;
mod github;
mod human;
mod json;
mod junit;
mod mark;
mod markdown;
mod witness;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use token_codes_build::Source;
use token_codes_build::diff::{CompareError, Comparison, Finding, Severity, Who, compare};

use crate::answer::Answer;
use crate::catalog_file;
use crate::mistake::Mistake;

pub(crate) use against::Against;
pub(crate) use mark::mark;

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  no edit is as grave as `--fail-on` says, or the catalog accepts it
  1  one is, or one of the two catalogs cannot be read or has mistakes
  2  the command line has mistakes";

/// What to compare, and how to tell it.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// What the catalog was: `git:REVISION`, a file, a folder, or the JSON that `docs --format json` wrote; in a revision
    /// where it was elsewhere, `git:REVISION:PATH`
    #[arg(long, value_name = "BASE")]
    against: Against,

    /// Write into the catalog which translations were made of a source text that has changed since, with that text; then
    /// compare
    #[arg(long)]
    mark_stale: bool,

    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    /// The mildest edits that make the command fail
    #[arg(long, value_name = "LEVEL", default_value = "major")]
    fail_on: FailOn,

    /// Only what these notice, separated by commas
    #[arg(long = "for", value_name = "WHO", value_delimiter = ',')]
    who: Vec<WhoWord>,

    /// Write a small program for each edit that breaks Rust code, which compiles before it and not after it; into a folder
    /// that is empty or not there yet
    #[arg(long, value_name = "FOLDER")]
    witness: Option<PathBuf>,
}

/// For whom a report is.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For a person: the lines as they are and as they were, and a summary
    Text,
    /// For a program: an object on a line of its own for each edit, and one for all
    Json,
    /// For GitHub Actions: an annotation for each edit
    Github,
    /// For a comment on a pull request: a table
    Markdown,
    /// For a CI server: an XML report in which each edit is a test
    Junit,
}

/// The severity that makes the command fail.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    /// What should not be
    Error,
    /// What breaks somebody
    Major,
    /// What may be noticed
    Warning,
    /// What is new
    Minor,
    /// Every edit
    Patch,
    /// None
    Never,
}

impl FailOn {
    const fn severity(self) -> Option<Severity> {
        Some(match self {
            Self::Error => Severity::Error,
            Self::Major => Severity::Major,
            Self::Warning => Severity::Warning,
            Self::Minor => Severity::Minor,
            Self::Patch => Severity::Patch,
            Self::Never => return None,
        })
    }
}

/// Who notices an edit, as a word of the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum WhoWord {
    /// Programs that are sent errors: they match on codes, and read arguments
    Clients,
    /// Rust code that derives errors, or calls the accessors of codes
    Rust,
    /// Whatever reads the status and headers of replies
    Http,
    /// Whatever searches or parses logs
    Logs,
    /// Whoever translates the texts
    Translators,
    /// Links to the reference pages
    Links,
}

impl WhoWord {
    const fn who(self) -> Who {
        match self {
            Self::Clients => Who::Clients,
            Self::Rust => Who::Rust,
            Self::Http => Who::Http,
            Self::Logs => Who::Logs,
            Self::Translators => Who::Translators,
            Self::Links => Who::Links,
        }
    }
}

/// What was found, and what of it makes the command fail.
struct Report {
    compared: Comparison,
    fail_on: Option<Severity>,
}

impl Report {
    /// Whether an edit makes the command fail.
    fn fails(&self) -> bool {
        self.fail_on.is_some_and(|severity| self.compared.has(severity))
    }

    /// Whether this edit does.
    fn is_failed_by(&self, finding: &Finding) -> bool {
        self.fail_on.is_some_and(|severity| finding.fails(severity))
    }
}

/// Compares the named catalog, or else the nearest, with what it was.
///
/// # Errors
///
/// If one of the two cannot be read or has mistakes, or the programs cannot be written.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let path = catalog_file::path(catalog)?;
    let base = request.against.read(&path)?;
    let mark = || mark(&path, base.base.source(), &request.against);
    let marked = request.mark_stale.then(mark).transpose()?;
    let source = Source::read(&path).map_err(|mistakes| Mistake::catalog(mistakes.styled()))?;
    let mut compared = compare(base.base, source).map_err(|error| {
        // Where the catalog is strict, it is the marks that are its mistakes; they stand in it all the same.
        let marked = marked.iter().map(Mistake::answer);
        refused(&error, &request.against).into_iter().chain(marked).collect::<Vec<_>>()
    })?;
    if !request.who.is_empty() {
        let who: Vec<Who> = request.who.iter().map(|word| word.who()).collect();
        compared.retain_for(&who);
    }
    let written = request.witness.as_deref().map(|folder| witness::write(&compared, folder)).transpose()?;
    let report = Report { compared, fail_on: request.fail_on.severity() };
    let exit_code = if report.fails() { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    let answer = Answer { exit_code, ..Answer::plain(request.format.write(&report)) };
    Ok(answer.note(base.note).note(marked).note(written))
}

/// Says which of the two has mistakes.
fn refused(error: &CompareError, against: &Against) -> Vec<Mistake> {
    let mistakes = Mistake::catalog(error.diagnostics().styled());
    match error {
        CompareError::Source(_) => vec![mistakes],
        CompareError::Base(_) => {
            let message = format!("nothing was compared: the catalog has mistakes in `{against}`");
            let help = "compare with one in which `token-codes check` finds no errors";
            vec![mistakes, Mistake::answer(message).help(help)]
        }
    }
}

impl Format {
    fn write(self, report: &Report) -> String {
        match self {
            Self::Text => human::write(report),
            Self::Json => json::write(report),
            Self::Github => github::write(report),
            Self::Markdown => markdown::write(report),
            Self::Junit => junit::write(report),
        }
    }
}
