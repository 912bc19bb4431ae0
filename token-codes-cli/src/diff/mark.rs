//! `--mark-stale`: what translators are to look at again, written into the catalog.

use std::path::Path;

use token_codes_build::Source;
use token_codes_build::edit::{EditError, Editor};

use crate::mistake::{Mistake, list};
use crate::open_catalog::{OpenCatalog, Waiting};

use super::Against;

/// Marks the translations whose source texts are others than in the base; what was done.
///
/// # Errors
///
/// If one of the two catalogs has mistakes, or the one to be marked cannot be written.
pub(crate) fn mark(catalog: &Path, base: &Source, against: &Against) -> Result<String, Vec<Mistake>> {
    let catalog = OpenCatalog::open(Some(catalog), Waiting::UntilWritten)?;
    let editor = catalog.editor()?;
    let base = Editor::open(base).map_err(|error| base_has_mistakes(&error, against))?;
    let marked = editor.mark_stale(base.catalog()).map_err(|error| catalog.refused(&error, "the marks"))?;
    let count = match marked.texts.len() {
        0 => return Ok(format!("no translation has become stale since `{against}`")),
        1 => "1 translation".to_owned(),
        count => format!("{count} translations"),
    };
    let files = list(&catalog.replace(&marked.source)?, "and");
    Ok(format!("marked {count} as stale in {files}"))
}

fn base_has_mistakes(error: &EditError, against: &Against) -> Vec<Mistake> {
    let message = format!("nothing was marked: the catalog has mistakes in `{against}`");
    let help = "compare with one in which `token-codes check` finds no errors";
    vec![Mistake::catalog(error.diagnostics().styled()), Mistake::answer(message).help(help)]
}
