//! The output folder: writes files into it, and says how it differs from them.
//!
//! A list in the folder, [`LIST`], says which of its files were rendered. So those of a code that is gone can be removed,
//! and files that somebody else put there are never touched.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use crate::File;

/// The file that lists the others.
pub const LIST: &str = ".token-codes-docs";

const HEADER: &str =
    "# The files that `token-codes docs` has written here. Those that it no longer renders, it removes.";

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
    /// It is there, and is no longer rendered.
    Left,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing",
            Self::Changed => "is not what the catalog gives",
            Self::Left => "is no longer a page of the catalog",
        })
    }
}

/// Why a folder was not written or compared.
#[derive(Debug)]
pub struct FolderError {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub error: io::Error,
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Writes the files into the folder, which is made if it is not there, and removes those that it once wrote and that are
/// no longer rendered.
///
/// A file that is current is left alone; any other is replaced at once, never half-written.
///
/// # Errors
///
/// If a file or folder cannot be read, written or removed. What was written before, stays.
pub fn write(folder: &Path, files: &[File]) -> Result<Written, FolderError> {
    let mut written = Written::default();
    for (path, difference) in differences(folder, files)? {
        if difference == Difference::Left {
            remove(folder, &path)?;
            written.removed.push(path);
        } else {
            written.changed.push(path);
        }
    }
    written.unchanged = files.len() - written.changed.len();
    let changed: BTreeSet<_> = written.changed.iter().collect();
    for file in files.iter().filter(|file| changed.contains(&file.path)) {
        replace(&folder.join(&file.path), &file.text)?;
    }
    replace_if_changed(&folder.join(LIST), &list(files))?;
    Ok(written)
}

/// How the folder differs from these files, in the order of the paths; nothing if it is current.
///
/// # Errors
///
/// If a file cannot be read that is there.
pub fn differences(folder: &Path, files: &[File]) -> Result<Vec<(String, Difference)>, FolderError> {
    let mut found = Vec::new();
    for file in files {
        match read(&folder.join(&file.path))? {
            Some(text) if text == file.text.as_bytes() => {}
            Some(_) => found.push((file.path.clone(), Difference::Changed)),
            None => found.push((file.path.clone(), Difference::Missing)),
        }
    }
    let rendered: BTreeSet<_> = files.iter().map(|file| &*file.path).collect();
    for path in listed(folder)?.into_iter().filter(|path| !rendered.contains(&**path)) {
        if folder.join(&path).is_file() {
            found.push((path, Difference::Left));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

fn list(files: &[File]) -> String {
    let paths: BTreeSet<_> = files.iter().map(|file| &*file.path).collect();
    std::iter::once(HEADER).chain(paths).flat_map(|line| [line, "\n"]).collect()
}

/// The files that were written; a line that leads out of the folder is none.
fn listed(folder: &Path) -> Result<Vec<String>, FolderError> {
    let text = read(&folder.join(LIST))?.unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let is_below = |line: &str| {
        let mut parts = Path::new(line).components();
        parts.all(|part| matches!(part, std::path::Component::Normal(_)))
    };
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    Ok(lines.filter(|line| is_below(line)).map(str::to_owned).collect())
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FolderError { path: path.to_owned(), error }),
    }
}

fn replace_if_changed(path: &Path, text: &str) -> Result<(), FolderError> {
    if read(path)?.is_some_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    replace(path, text)
}

fn replace(path: &Path, text: &str) -> Result<(), FolderError> {
    try_replace(path, text).map_err(|error| FolderError { path: path.to_owned(), error })
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
    fs::remove_file(&file).map_err(|error| FolderError { path: file.clone(), error })?;
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

    #[test]
    fn what_was_written_is_current_until_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let first = files(&[("index.md", "one"), ("codes/a.md", "two")]);
        assert_eq!(write(path, &first).unwrap().changed, ["codes/a.md", "index.md"]);
        assert_eq!(differences(path, &first).unwrap(), []);
        assert_eq!(write(path, &first).unwrap(), Written { unchanged: 2, ..Written::default() });

        fs::write(path.join("index.md"), "edited").unwrap();
        fs::remove_file(path.join("codes/a.md")).unwrap();
        let expected =
            [("codes/a.md".to_owned(), Difference::Missing), ("index.md".to_owned(), Difference::Changed)];
        assert_eq!(differences(path, &first).unwrap(), expected);
    }

    #[test]
    fn only_what_was_written_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        write(path, &files(&[("index.md", "one"), ("codes/a.md", "two")])).unwrap();
        fs::write(path.join("notes.md"), "mine").unwrap();
        let second = files(&[("index.md", "one")]);
        assert_eq!(differences(path, &second).unwrap(), [("codes/a.md".to_owned(), Difference::Left)]);
        assert_eq!(write(path, &second).unwrap().removed, ["codes/a.md"]);
        assert!(!path.join("codes").exists());
        assert_eq!(fs::read_to_string(path.join("notes.md")).unwrap(), "mine");
        assert_eq!(differences(path, &second).unwrap(), []);
    }

    #[test]
    fn a_list_that_leads_out_of_the_folder_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (inside, outside) = (folder.path().join("docs"), folder.path().join("precious.txt"));
        fs::create_dir(&inside).unwrap();
        fs::write(&outside, "precious").unwrap();
        let lines = format!("../precious.txt\n{}\n", outside.display());
        fs::write(inside.join(LIST), lines).unwrap();
        assert_eq!(write(&inside, &files(&[("index.md", "one")])).unwrap().removed, <[String; 0]>::default());
        assert!(outside.exists());
    }
}
