//! The output folder: writes files into it, and says how it differs from them.
//!
//! A list in the folder says which of its files were rendered. So those of a code that is gone can be removed, and files
//! that somebody else put there are never touched. Each format has a list of its own, so that several can share a folder.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use crate::File;

const HEADER: &str =
    "# The files that `token-codes docs` has written here. Those that it no longer renders, it removes.";

/// The folder that files of one format are written into.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    /// The file that lists the others.
    list: String,
}

/// What [`write`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files that are new or have changed.
    pub changed: Vec<String>,
    /// The files that are gone.
    pub removed: Vec<String>,
    /// How many are as they were.
    pub unchanged: usize,
}

/// How a file on disk differs from the rendered one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is not there.
    Missing,
    /// It holds something else.
    Changed,
    /// It holds something else, and somebody else wrote it.
    Foreign,
    /// It is there, and is no longer rendered.
    Left,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing",
            Self::Changed => "is not what the catalog gives",
            Self::Foreign => "is not what the catalog gives, and was not written by `token-codes docs`",
            Self::Left => "is no longer a page of the catalog",
        })
    }
}

/// Why a folder was not written or compared.
#[derive(Debug)]
pub enum FolderError {
    /// A file or folder cannot be read, written or removed.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong with it.
        error: io::Error,
    },
    /// Files that somebody else wrote stand where the rendered ones belong.
    Foreign(Vec<PathBuf>),
}

impl FolderError {
    fn io(path: &Path, error: io::Error) -> Self {
        Self::Io { path: path.to_owned(), error }
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, error } => write!(f, "`{}`: {error}", path.display()),
            Self::Foreign(paths) => {
                let quoted: Vec<_> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
                let (were, not) = if paths.len() == 1 { ("was", "is") } else { ("were", "are") };
                let quoted = quoted.join(", ");
                write!(f, "{quoted} {were} not written by `token-codes docs`, and {not} not overwritten")
            }
        }
    }
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Foreign(_) => None,
        }
    }
}

impl Folder {
    /// The folder at this path, for files of the format with this name, such as `markdown`.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>, format: &str) -> Self {
        Self { path: path.into(), list: format!(".token-codes-docs-{format}") }
    }

    /// Writes the files into the folder, which is made if it is not there, and removes those that it once wrote and that
    /// are no longer rendered.
    ///
    /// A file that is current is left alone; any other is replaced at once, never half-written.
    ///
    /// # Errors
    ///
    /// If a file would be overwritten that somebody else wrote: nothing is written then. Or if a file or folder cannot be
    /// read, written or removed: what was written before, stays.
    pub fn write(&self, files: &[File]) -> Result<Written, FolderError> {
        let differences = self.differences(files)?;
        let with = |wanted| differences.iter().filter(move |(_, found)| *found == wanted);
        let foreign: Vec<_> = with(Difference::Foreign).map(|(path, _)| self.path.join(path)).collect();
        if !foreign.is_empty() {
            return Err(FolderError::Foreign(foreign));
        }
        let removed: Vec<_> = with(Difference::Left).map(|(path, _)| path.clone()).collect();
        for path in &removed {
            remove(&self.path, path)?;
        }
        // Before the files, so that those of a run that is interrupted are known as ours.
        replace_if_changed(&self.path.join(&self.list), &list(files))?;
        let differing: BTreeSet<_> = differences.iter().map(|(path, _)| path).collect();
        let changed: Vec<_> = files.iter().filter(|file| differing.contains(&file.path)).collect();
        for file in &changed {
            replace(&self.path.join(&file.path), &file.text)?;
        }
        let unchanged = files.len() - changed.len();
        Ok(Written { changed: changed.iter().map(|file| file.path.clone()).collect(), removed, unchanged })
    }

    /// How the folder differs from these files, in the order of the paths; nothing if it is current.
    ///
    /// # Errors
    ///
    /// If a file cannot be read that is there.
    pub fn differences(&self, files: &[File]) -> Result<Vec<(String, Difference)>, FolderError> {
        if self.path.exists() && !self.path.is_dir() {
            let error = io::Error::new(io::ErrorKind::NotADirectory, "it is a file, not a folder");
            return Err(FolderError::io(&self.path, error));
        }
        let listed = self.listed()?;
        let mut found = Vec::new();
        for file in files {
            match read(&self.path.join(&file.path))? {
                Some(text) if text == file.text.as_bytes() => {}
                Some(_) if listed.contains(&file.path) => {
                    found.push((file.path.clone(), Difference::Changed));
                }
                Some(_) => found.push((file.path.clone(), Difference::Foreign)),
                None => found.push((file.path.clone(), Difference::Missing)),
            }
        }
        let rendered: BTreeSet<_> = files.iter().map(|file| &*file.path).collect();
        let left = listed.into_iter().filter(|path| !rendered.contains(&**path));
        let left = left.filter(|path| self.path.join(path).is_file());
        found.extend(left.map(|path| (path, Difference::Left)));
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(found)
    }

    /// The files that were written; a line that leads out of the folder is none.
    fn listed(&self) -> Result<BTreeSet<String>, FolderError> {
        let text = read(&self.path.join(&self.list))?.unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let is_below = |line: &str| {
            let mut parts = Path::new(line).components();
            parts.all(|part| matches!(part, std::path::Component::Normal(_)))
        };
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        Ok(lines.filter(|line| is_below(line)).map(str::to_owned).collect())
    }
}

fn list(files: &[File]) -> String {
    let paths: BTreeSet<_> = files.iter().map(|file| &*file.path).collect();
    std::iter::once(HEADER).chain(paths).flat_map(|line| [line, "\n"]).collect()
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FolderError::io(path, error)),
    }
}

fn replace_if_changed(path: &Path, text: &str) -> Result<(), FolderError> {
    if read(path)?.is_some_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    replace(path, text)
}

fn replace(path: &Path, text: &str) -> Result<(), FolderError> {
    try_replace(path, text).map_err(|error| FolderError::io(path, error))
}

fn try_replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    // As any other file that a program makes; a temporary file is its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// Removes a file, and the folders that held nothing else.
fn remove(folder: &Path, path: &str) -> Result<(), FolderError> {
    let file = folder.join(path);
    fs::remove_file(&file).map_err(|error| FolderError::io(&file, error))?;
    let above = file.ancestors().skip(1).take_while(|above| *above != folder);
    for above in above {
        if fs::remove_dir(above).is_err() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Vec<File> {
        files.iter().map(|(path, text)| File { path: (*path).into(), text: (*text).into() }).collect()
    }

    fn folder() -> (tempfile::TempDir, Folder) {
        let directory = tempfile::tempdir().unwrap();
        let folder = Folder::new(directory.path(), "markdown");
        (directory, folder)
    }

    #[test]
    fn what_was_written_is_current_until_it_changes() {
        let (directory, folder) = folder();
        let first = files(&[("index.md", "one"), ("codes/a.md", "two")]);
        assert_eq!(folder.write(&first).unwrap().changed, ["index.md", "codes/a.md"]);
        assert_eq!(folder.differences(&first).unwrap(), []);
        assert_eq!(folder.write(&first).unwrap(), Written { unchanged: 2, ..Written::default() });

        fs::write(directory.path().join("index.md"), "edited").unwrap();
        fs::remove_file(directory.path().join("codes/a.md")).unwrap();
        let expected =
            [("codes/a.md".to_owned(), Difference::Missing), ("index.md".to_owned(), Difference::Changed)];
        assert_eq!(folder.differences(&first).unwrap(), expected);
    }

    #[test]
    fn only_what_was_written_is_removed() {
        let (directory, folder) = folder();
        let path = directory.path();
        folder.write(&files(&[("index.md", "one"), ("codes/a.md", "two")])).unwrap();
        fs::write(path.join("notes.md"), "mine").unwrap();
        let second = files(&[("index.md", "one")]);
        assert_eq!(folder.differences(&second).unwrap(), [("codes/a.md".to_owned(), Difference::Left)]);
        assert_eq!(folder.write(&second).unwrap().removed, ["codes/a.md"]);
        assert!(!path.join("codes").exists());
        assert_eq!(fs::read_to_string(path.join("notes.md")).unwrap(), "mine");
        assert_eq!(folder.differences(&second).unwrap(), []);
    }

    #[test]
    fn what_somebody_else_wrote_is_not_overwritten() {
        let (directory, folder) = folder();
        let path = directory.path();
        let rendered = files(&[("a.md", "one"), ("b.md", "two"), ("c.md", "three")]);
        fs::write(path.join("b.md"), "mine").unwrap();
        fs::write(path.join("c.md"), "three").unwrap();
        let error = folder.write(&rendered).unwrap_err();
        assert!(matches!(&error, FolderError::Foreign(paths) if *paths == [path.join("b.md")]), "{error}");
        // Nothing is written then.
        assert_eq!(fs::read_dir(path).unwrap().count(), 2);
        fs::remove_file(path.join("b.md")).unwrap();
        assert_eq!(folder.write(&rendered).unwrap().unchanged, 1);
    }

    #[test]
    fn several_formats_share_a_folder() {
        let (directory, folder) = folder();
        let other = Folder::new(directory.path(), "json");
        let (pages, export) = (files(&[("index.md", "one")]), files(&[("catalog.json", "{}")]));
        folder.write(&pages).unwrap();
        other.write(&export).unwrap();
        assert_eq!(folder.differences(&pages).unwrap(), []);
        assert!(other.write(&files(&[("index.md", "mine")])).is_err());
    }

    #[test]
    fn a_list_that_leads_out_of_the_folder_is_not_followed() {
        let directory = tempfile::tempdir().unwrap();
        let (inside, outside) = (directory.path().join("docs"), directory.path().join("precious.txt"));
        let folder = Folder::new(&inside, "markdown");
        fs::create_dir(&inside).unwrap();
        fs::write(&outside, "precious").unwrap();
        let lines = format!("../precious.txt\n{}\n", outside.display());
        fs::write(inside.join(&folder.list), lines).unwrap();
        assert_eq!(folder.write(&files(&[("index.md", "one")])).unwrap().removed, <[String; 0]>::default());
        assert!(outside.exists());
    }

    #[test]
    fn a_file_is_no_folder() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("docs");
        fs::write(&file, "").unwrap();
        let error = Folder::new(&file, "markdown").write(&[]).unwrap_err();
        assert_eq!(error.to_string(), format!("`{}`: it is a file, not a folder", file.display()));
    }
}
