//! `token-codes export`: the texts of a catalog for the tools of translators.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use token_codes_build::edit::{EditError, ExchangeFormat};
use token_codes_docs::StagedFile;

use crate::answer::Answer;
use crate::locale;
use crate::mistake::Mistake;
use crate::open_catalog::{OpenCatalog, Waiting};
use crate::stub::no_locale;

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the file has been written
  1  nothing was written: the catalog has mistakes, or a file cannot be read or written; or all was done, and only the output
     cannot be written, which is said
  2  the command line has mistakes";

/// What to write for whom.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The locale to translate into
    #[arg(long, value_name = "TAG")]
    locale: String,

    /// The format of the file
    #[arg(long, value_name = "FORMAT")]
    format: Format,

    /// The file to write, which must not be there yet [default: the standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A format that translators' tools read.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// PO, of gettext
    Po,
    /// XLIFF 1.2
    Xliff,
    /// XLIFF 2.0
    Xliff2,
}

impl From<Format> for ExchangeFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Po => Self::Po,
            Format::Xliff => Self::Xliff1,
            Format::Xliff2 => Self::Xliff2,
        }
    }
}

/// Writes the file; what is to be shown.
///
/// # Errors
///
/// If the catalog has mistakes, or a file cannot be read or written.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let catalog = OpenCatalog::open(catalog, Waiting::WhileWritten)?;
    let editor = catalog.editor()?;
    let locale = locale::known_or_new(editor.catalog(), &request.locale);
    let text = editor.export(locale, request.format.into()).map_err(|error| match &error {
        EditError::Given(_) => vec![no_locale(&error)],
        _ => catalog.refused(&error, "it"),
    })?;
    let Some(out) = &request.out else { return Ok(Answer::plain(text)) };
    let shown = out.display();
    StagedFile::creating(out, &text, None).and_then(StagedFile::put).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Mistake::answer(format!("`{shown}` is already there"))
            .help("name another file; what a translator has written into this one would be lost"),
        _ => Mistake::answer(format!("`{shown}` cannot be written: {error}")),
    })?;
    Ok(Answer::deed(format!("created {shown}; when it is translated: token-codes import {shown}\n")))
}
