//! The catalog file that a command edits: read once, and replaced as a whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use token_codes_build::Source;
use token_codes_build::edit::Refused;

use crate::catalog_file;
use crate::mistake::Mistake;

/// A catalog that is to be edited.
pub(crate) struct EditFile {
    path: PathBuf,
    /// What it holds.
    pub(crate) source: Source,
}

impl EditFile {
    /// The named catalog, or else the nearest one.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be read.
    pub(crate) fn open(named: Option<&Path>) -> Result<Self, Mistake> {
        let path = catalog_file::path(named)?;
        let source = Source::read(&path).map_err(|mistakes| Mistake::catalog(mistakes.styled()))?;
        Ok(Self { path, source })
    }

    /// Puts the edited text in the place of the file.
    ///
    /// # Errors
    ///
    /// If it cannot be written, or is not what it was when it was opened. The file then stays as it is.
    pub(crate) fn replace(&self, edited: &Source) -> Result<(), Mistake> {
        let shown = self.path.display();
        if fs::read(&self.path).ok().as_deref() != Some(self.source.text().as_bytes()) {
            let message = format!("nothing was written: `{shown}` was changed meanwhile");
            return Err(Mistake::answer(message).help("run the command again"));
        }
        replace(&self.path, edited.text()).map_err(|error| {
            Mistake::answer(format!("nothing was written: `{shown}` cannot be replaced: {error}"))
                .help("the file and its folder must be writable")
        })
    }

    /// Says why the catalog is not edited: `what`, such as "the entry", does not fit, or it has had mistakes before.
    pub(crate) fn refused(&self, refused: &Refused, what: &str) -> Vec<Mistake> {
        let shown = self.path.display();
        let conclusion = match refused {
            Refused::Before(_) => {
                Mistake::answer(format!("nothing was written: `{shown}` is to be mended first"))
            }
            Refused::After(_) => {
                Mistake::answer(format!("nothing was written: with {what}, `{shown}` would have mistakes"))
                    .help("the lines above are as they would be")
            }
        };
        vec![Mistake::catalog(refused.diagnostics().styled()), conclusion]
    }
}

/// Writes a new file beside the old one, with its permissions, and then renames it: whoever reads sees one or the other.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link stays one.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    // A rename does not ask whether the file may be written, but its owner has said so.
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}
