//! `token-codes docs`: writes the reference pages of a catalog, or checks that those on disk are current.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use token_codes_docs::folder::{Difference, Folder, FolderError, Written};
use token_codes_docs::{FORMATS, Format};

use crate::answer::Answer;
use crate::catalog_file;
use crate::mistake::{Mistake, list};

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the pages are written; those that are checked are current
  1  those that are checked are not, the catalog cannot be read or has mistakes, or the pages cannot be written
  2  the command line has mistakes";

/// Which pages, and where.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// What to write
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    format: Format,

    /// The folder to write into; what it holds beside the pages is left alone
    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    /// Write nothing, and fail if the pages in the folder are not what the catalog gives
    #[arg(long)]
    check: bool,
}

/// The formats by their names.
fn formats() -> impl TypedValueParser<Value = Format> {
    let value = |format: &Format| PossibleValue::new(format.name).help(format.about);
    PossibleValuesParser::new(FORMATS.iter().map(value)).map(|name| {
        let format = FORMATS.iter().find(|format| format.name == name);
        *format.expect("the names are those of the formats")
    })
}

/// Writes or checks the pages.
///
/// # Errors
///
/// If the catalog or the folder cannot be read, the folder cannot be written, or the pages in it are checked and not
/// current.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let loaded = catalog_file::load(catalog)?;
    let files = (request.format.files)(&loaded.catalog);
    let folder = Folder::new(&request.out, request.format.name);
    let answer = if request.check {
        let differences = folder.differences(&files).map_err(|error| mistake(&error))?;
        check(&differences, files.len(), catalog, request)?
    } else {
        let written = folder.write(&files).map_err(|error| mistake(&error))?;
        report(&written, &request.out)
    };
    Ok(answer.note(loaded.note()))
}

fn report(written: &Written, out: &Path) -> Answer {
    let out = out.display();
    let counted = |verb: &str, count| format!("{verb} {}", counted_files(count));
    let mut done = Vec::new();
    if !written.changed.is_empty() {
        done.push(counted("wrote", written.changed.len()));
    }
    if !written.removed.is_empty() {
        done.push(counted("removed", written.removed.len()));
    }
    if written.unchanged > 0 || done.is_empty() {
        done.push(counted("left", written.unchanged) + " as before");
    }
    Answer::deed(format!("{} in `{out}`\n", list(&done, "and")))
}

fn check(
    differences: &[(String, Difference)],
    count: usize,
    catalog: Option<&Path>,
    request: &Request,
) -> Result<Answer, Mistake> {
    let out = request.out.display();
    if differences.is_empty() {
        return Ok(Answer::plain(format!("{} in `{out}`, all current\n", counted_files(count))));
    }
    let renew = format!("to write the pages anew, run `{}`", command(catalog, request));
    if !request.out.exists() {
        return Err(Mistake::answer(format!("there is no folder `{out}`")).help(renew));
    }
    let mut message = format!("the pages in `{out}` are not what the catalog gives");
    for (path, difference) in differences {
        let _ = write!(message, "\n  `{path}` {difference}");
    }
    let mut mistake = Mistake::answer(message);
    if differences.iter().any(|(_, difference)| *difference == Difference::Foreign) {
        mistake =
            mistake.help("move away what was not written by `token-codes docs`, or name another folder");
    }
    Err(mistake.help(renew))
}

/// `1 file` or `2 files`.
fn counted_files(count: usize) -> String {
    format!("{count} {}", if count == 1 { "file" } else { "files" })
}

/// The command that writes what is checked, for a shell.
fn command(catalog: Option<&Path>, request: &Request) -> String {
    let out = request.out.to_string_lossy();
    let mut words = vec!["token-codes", "docs", "--format", request.format.name, "--out", &out];
    let catalog = catalog.map(Path::to_string_lossy);
    if let Some(catalog) = &catalog {
        words.extend(["--catalog", catalog]);
    }
    shlex::try_join(words).expect("no argument of a command has a NUL")
}

fn mistake(error: &FolderError) -> Mistake {
    let mistake = Mistake::answer(error);
    match error {
        FolderError::Foreign(_) => mistake.help("move it away, or name another folder with `--out`"),
        FolderError::Linked(_) => mistake.help("make a folder of it, or name another one with `--out`"),
        _ => mistake,
    }
}
