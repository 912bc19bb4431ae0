//! `token-codes import`: what translators have written in their own tools, back into the catalog.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use token_codes_build::Source;
use token_codes_build::edit::{EditError, Editor, Merged};

use crate::answer::Answer;
use crate::mistake::{Mistake, list};
use crate::open_catalog::{OpenCatalog, Waiting};
use crate::stub::{given, left_out, told};

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  what is translated is in the catalog
  1  nothing was written, or not all that is translated: the catalog or a file has mistakes, or cannot be read or written; or
     all was done, and only the output cannot be written, which is said
  2  the command line has mistakes";

/// What has been translated.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The files, as `export` wrote them and a translator's tool has filled them in
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

/// Merges the files, one after the other; what is to be shown.
///
/// # Errors
///
/// If nothing of one of them can be used, or the catalog has mistakes; the catalog then stays as it is.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let catalog = OpenCatalog::open(catalog, Waiting::UntilWritten)?;
    let mut source = catalog.source.clone();
    let mut all = Vec::new();
    for path in &request.files {
        let file = Source::read(path).map_err(|mistakes| vec![Mistake::catalog(mistakes.styled())])?;
        let editor = Editor::open(&source).map_err(|error| catalog.refused(&error, "it"))?;
        let merged = editor.import(&file).map_err(|error| match &error {
            EditError::Given(found) => given(found, &file),
            _ => catalog.refused(&error, "these texts"),
        })?;
        source = merged.source.clone();
        all.push((file, merged));
    }
    let written = catalog.replace(&source)?;
    let mut answer = Answer::deed("");
    for (file, merged) in &all {
        tell(&mut answer, file, merged, &written);
    }
    Ok(answer)
}

/// Says what came of a file.
fn tell(answer: &mut Answer, file: &Source, merged: &Merged, written: &[&str]) {
    let path = file.path();
    if merged.texts.is_empty() {
        let _ = writeln!(answer.text, "nothing in `{path}` is new");
    } else {
        answer.text += &told(merged, &list(written, "and"));
    }
    if merged.waiting > 0 {
        let texts = if merged.waiting == 1 { "text is" } else { "texts are" };
        answer.notes.push(format!(
            "{} {texts} not translated yet in `{path}`, or not said to be right",
            merged.waiting
        ));
    }
    if let Some(warnings) = left_out(merged, path, "import") {
        if !answer.warnings.is_empty() {
            answer.warnings.push('\n');
        }
        answer.warnings += &warnings;
        answer.exit_code = ExitCode::FAILURE;
    }
}
