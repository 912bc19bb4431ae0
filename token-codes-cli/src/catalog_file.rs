//! Which catalog is meant, and what it holds.

use std::env;
use std::path::{Path, PathBuf};

use token_codes_build::catalog::Catalog;
use token_codes_build::{Checked, Diagnostics, Options, Source};

use crate::mistake::Mistake;

/// What a catalog is called where none is named.
const FILE_NAME: &str = "catalog.yaml";

const NAME_ONE: &str = "name one with `--catalog PATH`";

/// Reads the named catalog, or else the nearest one.
///
/// # Errors
///
/// If there is none, or it cannot be read, or it has mistakes.
pub(crate) fn load(named: Option<&Path>) -> Result<Catalog, Mistake> {
    // Warnings are for those who edit the catalog; their build shows them, and `token-codes check`.
    let checked =
        read(&path(named)?, Options::default()).map_err(|mistakes| Mistake::catalog(mistakes.styled()))?;
    Ok(checked.catalog)
}

/// Reads and checks the catalog in this file.
pub(crate) fn read(path: &Path, options: Options) -> Result<Checked, Diagnostics> {
    token_codes_build::read_with(&Source::read(path)?, options)
}

/// The named file, or else the nearest catalog.
///
/// # Errors
///
/// If none is named and none is near.
pub(crate) fn path(named: Option<&Path>) -> Result<PathBuf, Mistake> {
    named.map_or_else(nearest, |path| Ok(path.to_owned()))
}

/// The catalog in the working folder, or in the nearest folder above it that has one.
fn nearest() -> Result<PathBuf, Mistake> {
    let folder = env::current_dir().map_err(|error| {
        Mistake::answer(format!("cannot tell the working folder: {error}")).help(NAME_ONE)
    })?;
    let found = folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file());
    let Some(path) = found else {
        let message = format!("there is no `{FILE_NAME}` in `{}` or above it", folder.display());
        return Err(Mistake::answer(message).help(NAME_ONE));
    };
    // In the working folder itself, its bare name is the better one to show.
    Ok(path.strip_prefix(&folder).map(Path::to_owned).unwrap_or(path))
}
