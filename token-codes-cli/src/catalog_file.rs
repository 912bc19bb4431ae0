//! Which catalog is meant, and what it holds.

use std::env;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use token_codes_build::catalog::Catalog;
use token_codes_build::{Checked, Diagnostics, Options, Source, is_catalog_file};

use crate::mistake::Mistake;

/// What a catalog is called where none is named.
pub(crate) const FILE_NAME: &str = "catalog.yaml";

/// What the folder of a catalog in several files is called where none is named.
pub(crate) const FOLDER_NAME: &str = "catalog";

const NAME_ONE: &str = "name one with `--catalog PATH`";

/// The catalog that answers.
pub(crate) struct Loaded {
    pub(crate) catalog: Catalog,
    /// Why it is the one that the command carries; `None` if it is a file.
    carried: Option<String>,
}

impl Loaded {
    /// What the reader of a whole catalog should know of it.
    pub(crate) fn note(&self) -> Option<String> {
        let count = self.catalog.entries.len();
        self.carried
            .as_ref()
            .map(|why| format!("{why}, so these are the {count} codes that the command carries"))
    }

    /// Adds to a mistake which catalog does not have what was asked for, if that may be a surprise.
    pub(crate) fn with_origin(&self, mistake: Mistake) -> Mistake {
        let Some(why) = &self.carried else { return mistake };
        mistake.help(format!("the catalog is the one that the command carries: {why}")).help(NAME_ONE)
    }
}

/// Where the catalog is.
enum Location {
    /// A file, or a folder of files.
    Path(PathBuf),
    /// None is named and none is near; the text says so.
    None(String),
}

/// Reads the named catalog, or else the nearest one, or else the one that the command carries.
///
/// # Errors
///
/// If it cannot be read or has mistakes.
pub(crate) fn load(named: Option<&Path>) -> Result<Loaded, Mistake> {
    let (checked, carried) = match location(named)? {
        Location::Path(path) => (read(&path, Options::default()), None),
        Location::None(why) => {
            let source = Source::new(FILE_NAME, token_codes::CATALOG_YAML);
            (token_codes_build::read(&source), Some(why))
        }
    };
    // Warnings are for those who edit the catalog; their build shows them, and `token-codes check`.
    let checked = checked.map_err(|mistakes| Mistake::catalog(mistakes.styled()))?;
    Ok(Loaded { catalog: checked.catalog, carried })
}

/// Reads and checks the catalog in this file or folder.
pub(crate) fn read(path: &Path, options: Options) -> Result<Checked, Diagnostics> {
    token_codes_build::read_with(&Source::read(path)?, options)
}

/// The named catalog, or else the nearest one.
///
/// # Errors
///
/// If none is named and none is near.
pub(crate) fn path(named: Option<&Path>) -> Result<PathBuf, Mistake> {
    match location(named)? {
        Location::Path(path) => Ok(path),
        Location::None(why) => Err(Mistake::answer(why).help(NAME_ONE)),
    }
}

/// The named catalog, or else the one in the working folder, or in the nearest folder above it that has one.
///
/// # Errors
///
/// If there is no working folder.
fn location(named: Option<&Path>) -> Result<Location, Mistake> {
    if let Some(path) = named {
        return Ok(Location::Path(path.to_owned()));
    }
    let folder = env::current_dir().map_err(|error| {
        Mistake::answer(format!("cannot tell the working folder: {error}")).help(NAME_ONE)
    })?;
    Ok(match folder.ancestors().find_map(catalog_in) {
        Some(path) => {
            say_if_there_are_two(&path);
            // In the working folder itself, its bare name is the better one to show.
            Location::Path(path.strip_prefix(&folder).map(Path::to_owned).unwrap_or(path))
        }
        None => Location::None(format!("there is no `{FILE_NAME}` in `{}` or above it", folder.display())),
    })
}

/// The catalog of a folder: a file, or else a folder of files.
pub(crate) fn catalog_in(folder: &Path) -> Option<PathBuf> {
    let (file, files) = (folder.join(FILE_NAME), folder.join(FOLDER_NAME));
    if file.is_file() {
        return Some(file);
    }
    holds_yaml(&files).then_some(files)
}

/// Says so if both a file and a folder beside it could be meant.
fn say_if_there_are_two(found: &Path) {
    let folder = found.with_file_name(FOLDER_NAME);
    if found.ends_with(FILE_NAME) && holds_yaml(&folder) {
        let (found, folder) = (found.display(), folder.display());
        // If standard error is closed, there is nobody left to tell.
        let _ = writeln!(
            anstream::stderr(),
            "note: the catalog is the file `{found}`, and not the folder `{folder}` beside it; for that, {NAME_ONE}"
        );
    }
}

/// Whether a file of a catalog is directly in the folder; many a folder of that name is something else.
fn holds_yaml(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| entries.flatten().any(|entry| is_catalog_file(&entry.path())))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::catalog_in;

    #[test]
    fn a_file_comes_before_a_folder_and_a_folder_needs_catalogs_in_it() {
        let folder = env::temp_dir().join(format!("token-codes-catalog-in-{}", process::id()));
        let (file, files) = (folder.join("catalog.yaml"), folder.join("catalog"));
        // A folder of the file's name is no catalog either.
        fs::create_dir_all(&file).expect("the temporary folder can be written");
        fs::create_dir_all(files.join("deep.yaml.d")).expect("the temporary folder can be written");
        assert_eq!(catalog_in(&folder), None);
        fs::write(files.join("auth.yml"), "").expect("the file can be written");
        assert_eq!(catalog_in(&folder), Some(files));
        fs::remove_dir(&file).expect("the folder can be removed");
        fs::write(&file, "").expect("the file can be written");
        assert_eq!(catalog_in(&folder), Some(file));
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
}
