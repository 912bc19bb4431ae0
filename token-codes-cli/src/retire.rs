//! `token-codes retire`: a code that is never to be used again.

mod month;

use std::path::Path;

use clap::Args;
use token_codes_build::edit::{EditError, Editor, Retirement};

use crate::answer::Answer;
use crate::mistake::Mistake;
use crate::open_catalog::{OpenCatalog, Waiting};

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the code is retired
  1  nothing was written: the catalog has no such code, has mistakes, or would have them without it, or cannot be written; or
     it was, and only the output cannot be, which is said
  2  the command line has mistakes";

/// What to retire.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The code, as it is written in the catalog
    #[arg(value_name = "CODE")]
    code: String,

    /// The code to use instead [default: the one that its `deprecated` names]
    #[arg(long = "use", value_name = "OTHER")]
    replacement: Option<String>,

    /// Why it is not used any more
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    why: Option<String>,

    /// Since when [default: this month]
    #[arg(long, value_name = "YYYY-MM")]
    since: Option<String>,
}

/// Moves the entry of a code to the retired ones, with its texts.
///
/// # Errors
///
/// If the catalog has no such code, has mistakes or would have them, or cannot be written; it then stays as it is.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let catalog = OpenCatalog::open(catalog, Waiting::UntilWritten)?;
    let editor = catalog.editor()?;
    let edited = editor.retire(&request.retirement(&editor)).map_err(|error| match &error {
        EditError::Given(_) => vec![no_code(&error)],
        _ => catalog.refused(&error, &format!("`{}` retired", request.code)),
    })?;
    catalog.replace(&edited.source)?;
    let at = edited.added.start;
    let (path, line) = (&edited.source.file_at(at).path, edited.source.position(at).line);
    let text = format!("retired `{}` at {path}:{line}\n\n{}\n", request.code, edited.text());
    Ok(Answer { warnings: edited.warnings.styled().to_string(), ..Answer::deed(text) })
}

impl Request {
    fn retirement(&self, editor: &Editor<'_>) -> Retirement {
        let deprecated = || editor.catalog().entry(&self.code)?.deprecated.as_ref()?.replacement.clone();
        let mut retirement = Retirement::new(&self.code);
        retirement.since = Some(self.since.clone().unwrap_or_else(month::this));
        retirement.why.clone_from(&self.why);
        retirement.replacement = self.replacement.clone().or_else(deprecated);
        retirement
    }
}

/// The code on the command line is none.
fn no_code(error: &EditError) -> Mistake {
    let mistake = error.diagnostics().iter().next().expect("what is refused is reported");
    let said = Mistake::answer(&mistake.message);
    if let Some(help) = &mistake.help { said.help(help) } else { said }
}
