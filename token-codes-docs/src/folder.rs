//! The output folder: writes files into it, and says how it differs from them.
//!
//! A list in the folder says which of its files were rendered. So those of a code that is gone can be removed, and files
//! that somebody else put there are never touched. Each format has a list of its own, so that several can share a folder.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::{fmt, fs};

use crate::File;
use crate::staged_file::{Lock, StagedFile, leftovers};

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
#[non_exhaustive]
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
#[non_exhaustive]
pub enum Difference {
    /// It is not there.
    Missing,
    /// It holds something else.
    Changed,
    /// It holds something else, and somebody else wrote it.
    Foreign,
    /// It is there, and is no longer rendered.
    Left,
    /// An interrupted run has left it, or one that is still at work.
    Unfinished,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing",
            Self::Changed => "is not what the catalog gives",
            Self::Foreign => "is not what the catalog gives, and was not written by `token-codes docs`",
            Self::Left => "is no longer a page of the catalog",
            Self::Unfinished => "was left by a run of `token-codes docs` that was interrupted",
        })
    }
}

/// Why a folder was not written or compared.
#[derive(Debug)]
#[non_exhaustive]
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
    /// Folders within the output folder are links: what is in them is somewhere else.
    Linked(Vec<PathBuf>),
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
                let (were, not) = if paths.len() == 1 { ("was", "is") } else { ("were", "are") };
                let quoted = quoted(paths);
                write!(f, "{quoted} {were} not written by `token-codes docs`, and {not} not overwritten")
            }
            Self::Linked(paths) => {
                let links = if paths.len() == 1 { "is a link" } else { "are links" };
                write!(f, "{} {links}, and no page is written through it", quoted(paths))
            }
        }
    }
}

fn quoted(paths: &[PathBuf]) -> String {
    let quoted: Vec<_> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    quoted.join(", ")
}

impl std::error::Error for FolderError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::Foreign(_) | Self::Linked(_) => None,
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
    /// A file that is current is left alone; any other is replaced at once, never half-written. Two runs at once wait for
    /// each other.
    ///
    /// # Errors
    ///
    /// If a file would be overwritten that somebody else wrote, or a folder in the folder is a link: nothing is written
    /// then. Or if a file or folder cannot be read, written or removed: what was written before, stays.
    pub fn write(&self, files: &[File]) -> Result<Written, FolderError> {
        self.check_is_folder()?;
        fs::create_dir_all(&self.path).map_err(|error| FolderError::io(&self.path, error))?;
        let lock = Lock::of(&self.path).map_err(|error| FolderError::io(&self.path, error))?;
        let differences = self.differences(files)?;
        let with = |wanted| differences.iter().filter(move |(_, found)| *found == wanted);
        let foreign: Vec<_> = with(Difference::Foreign).map(|(path, _)| self.path.join(path)).collect();
        if !foreign.is_empty() {
            return Err(FolderError::Foreign(foreign));
        }
        for folder in Self::folders(files) {
            lock.remove_leftovers(&self.path.join(folder));
        }
        // All are written before the first is put in its place, since it is then that most of what can go wrong does.
        let differing: BTreeSet<_> = differences.iter().map(|(path, _)| path).collect();
        let changed: Vec<_> = files.iter().filter(|file| differing.contains(&file.path)).collect();
        let staged = changed.iter().map(|file| Ok((file, stage(&self.path.join(&file.path), &file.text)?)));
        let staged = staged.collect::<Result<Vec<_>, _>>()?;

        let removed: Vec<_> = with(Difference::Left).map(|(path, _)| path.clone()).collect();
        let removal = removed.iter().try_for_each(|path| remove(&self.path, path));
        // A file is listed only while it is there: what somebody else puts in the place of one that is gone is theirs.
        let mut listed = self.listed()?;
        listed.retain(|path| self.path.join(path).is_file());
        self.write_list(&listed)?;
        removal?;
        for (file, staged) in staged {
            let path = self.path.join(&file.path);
            staged.put().map_err(|error| FolderError::io(&path, error))?;
            if !listed.contains(&file.path) {
                self.add_to_list(&file.path)?;
            }
        }
        self.write_list(&files.iter().map(|file| file.path.clone()).collect())?;
        let unchanged = files.len() - changed.len();
        Ok(Written { changed: changed.iter().map(|file| file.path.clone()).collect(), removed, unchanged })
    }

    /// How the folder differs from these files, in the order of the paths; nothing if it is current.
    ///
    /// # Errors
    ///
    /// If a file cannot be read that is there, or a folder in the folder is a link.
    pub fn differences(&self, files: &[File]) -> Result<Vec<(String, Difference)>, FolderError> {
        self.check_is_folder()?;
        let listed = self.listed()?;
        self.check_links(files, &listed)?;
        let mut found = Vec::new();
        for file in files {
            match read(&self.path.join(&file.path))? {
                Some(text) if is_same(&text, &file.text) => {}
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
        let folders = Self::folders(files);
        let unfinished = folders.iter().flat_map(|folder| leftovers(&self.path.join(folder)));
        found.extend(unfinished.map(|file| {
            let path = file.strip_prefix(&self.path).unwrap_or(&file);
            (path.to_string_lossy().replace('\\', "/"), Difference::Unfinished)
        }));
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(found)
    }

    fn check_is_folder(&self) -> Result<(), FolderError> {
        if self.path.exists() && !self.path.is_dir() {
            let error = io::Error::new(io::ErrorKind::NotADirectory, "it is a file, not a folder");
            return Err(FolderError::io(&self.path, error));
        }
        Ok(())
    }

    /// No folder below this one, in which a file is or was, may be a link.
    fn check_links(&self, files: &[File], listed: &BTreeSet<String>) -> Result<(), FolderError> {
        let paths = files.iter().map(|file| &file.path).chain(listed);
        let folders: BTreeSet<_> = paths.flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
        let is_link = |folder: &PathBuf| folder.symlink_metadata().is_ok_and(|found| found.is_symlink());
        let below = folders.into_iter().filter(|folder| !folder.as_os_str().is_empty());
        let links: Vec<_> = below.map(|folder| self.path.join(folder)).filter(is_link).collect();
        if links.is_empty() { Ok(()) } else { Err(FolderError::Linked(links)) }
    }

    /// The folders that the files are in, as seen from this one, which is one of them.
    fn folders(files: &[File]) -> BTreeSet<&Path> {
        let parents = files.iter().filter_map(|file| Path::new(&file.path).parent());
        parents.chain([Path::new("")]).collect()
    }

    /// The files that were written; a line that leads out of the folder is none.
    fn listed(&self) -> Result<BTreeSet<String>, FolderError> {
        let text = read(&self.path.join(&self.list))?.unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let is_below = |line: &str| {
            let mut parts = Path::new(line).components();
            parts.all(|part| matches!(part, Component::Normal(_)))
        };
        // A last line that does not end is half of a name.
        let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
        let lines = lines.map(|line| line.strip_suffix('\r').unwrap_or(line));
        let lines = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
        Ok(lines.filter(|line| is_below(line)).map(str::to_owned).collect())
    }

    fn write_list(&self, paths: &BTreeSet<String>) -> Result<(), FolderError> {
        let path = self.path.join(&self.list);
        let lines = std::iter::once(HEADER).chain(paths.iter().map(String::as_str));
        let text: String = lines.flat_map(|line| [line, "\n"]).collect();
        if read(&path)?.is_some_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        stage(&path, &text)?.put().map_err(|error| FolderError::io(&path, error))
    }

    fn add_to_list(&self, path: &str) -> Result<(), FolderError> {
        let list = self.path.join(&self.list);
        let added = fs::File::options().append(true).open(&list);
        let added = added.and_then(|mut file| file.write_all(format!("{path}\n").as_bytes()));
        added.map_err(|error| FolderError::io(&list, error))
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, FolderError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FolderError::io(path, error)),
    }
}

fn stage(path: &Path, text: &str) -> Result<StagedFile, FolderError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let staged = fs::create_dir_all(folder).and_then(|()| StagedFile::new(path, text));
    staged.map_err(|error| FolderError::io(path, error))
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

/// Whether a file has this text, whichever way its lines end: git can be told to check out every text as Windows has it.
fn is_same(file: &[u8], text: &str) -> bool {
    let unix = |text: &str| text.replace("\r\n", "\n");
    file == text.as_bytes() || str::from_utf8(file).is_ok_and(|file| unix(file) == unix(text))
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
    fn after_a_failed_run_what_was_not_written_is_not_taken_for_ours() {
        let (directory, folder) = folder();
        let path = directory.path();
        folder.write(&files(&[("a.md", "one"), ("old.md", "old")])).unwrap();
        // A file is where a folder belongs: nothing is written then.
        fs::write(path.join("codes"), "mine").unwrap();
        let rendered = files(&[("a.md", "new"), ("b.md", "two"), ("codes/c.md", "three")]);
        folder.write(&rendered).unwrap_err();
        assert_eq!(folder.listed().unwrap(), ["a.md", "old.md"].map(str::to_owned).into());
        assert_eq!(fs::read_to_string(path.join("a.md")).unwrap(), "one");
        assert_eq!(fs::read_dir(path).unwrap().count(), 4);
        fs::remove_file(path.join("codes")).unwrap();
        fs::write(path.join("b.md"), "mine").unwrap();
        let error = folder.write(&rendered).unwrap_err();
        assert!(matches!(&error, FolderError::Foreign(paths) if *paths == [path.join("b.md")]), "{error}");
        assert_eq!(fs::read_to_string(path.join("b.md")).unwrap(), "mine");
    }

    #[test]
    fn what_is_gone_is_no_longer_ours() {
        let (directory, folder) = folder();
        let path = directory.path();
        let both = files(&[("a.md", "one"), ("b.md", "two")]);
        folder.write(&both).unwrap();
        folder.write(&both[..1]).unwrap();
        fs::write(path.join("b.md"), "mine").unwrap();
        assert_eq!(folder.differences(&both[..1]).unwrap(), []);
        assert!(folder.write(&both).is_err());
        assert_eq!(fs::read_to_string(path.join("b.md")).unwrap(), "mine");
    }

    #[test]
    fn a_line_that_does_not_end_is_half_a_name() {
        let (directory, folder) = folder();
        fs::write(directory.path().join(&folder.list), "a.md\r\nb.m").unwrap();
        assert_eq!(folder.listed().unwrap(), BTreeSet::from(["a.md".to_owned()]));
    }

    #[test]
    fn what_an_interrupted_run_has_left_is_told_and_removed() {
        let (directory, folder) = folder();
        let pages = files(&[("codes/a.md", "one")]);
        folder.write(&pages).unwrap();
        std::mem::forget(StagedFile::new(&directory.path().join("codes/a.md"), "half").unwrap());
        let found = folder.differences(&pages).unwrap();
        let [(path, Difference::Unfinished)] = &*found else { panic!("{found:?}") };
        assert!(path.starts_with("codes/.token-codes-"), "{path}");
        folder.write(&pages).unwrap();
        assert_eq!(folder.differences(&pages).unwrap(), []);
        assert_eq!(fs::read_dir(directory.path().join("codes")).unwrap().count(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn a_linked_folder_is_not_followed() {
        let (directory, folder) = folder();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("a.md"), "mine").unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), directory.path().join("codes")).unwrap();
        let pages = files(&[("index.md", "one"), ("codes/a.md", "two")]);
        for error in [folder.write(&pages).unwrap_err(), folder.differences(&pages).unwrap_err()] {
            let shown = format!(
                "`{}` is a link, and no page is written through it",
                directory.path().join("codes").display()
            );
            assert_eq!(error.to_string(), shown);
        }
        // Not even to remove what is listed in it.
        fs::write(directory.path().join(&folder.list), "codes/a.md\n").unwrap();
        folder.write(&files(&[("index.md", "one")])).unwrap_err();
        assert_eq!(fs::read_to_string(elsewhere.path().join("a.md")).unwrap(), "mine");
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
        // The folder itself may be one: it was named.
        let linked = elsewhere.path().join("docs");
        std::os::unix::fs::symlink(tempfile::tempdir().unwrap().keep(), &linked).unwrap();
        Folder::new(&linked, "markdown").write(&pages).unwrap();
    }

    #[test]
    fn a_file_is_no_folder() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("docs");
        fs::write(&file, "").unwrap();
        let error = Folder::new(&file, "markdown").write(&[]).unwrap_err();
        assert_eq!(error.to_string(), format!("`{}`: it is a file, not a folder", file.display()));
    }

    #[test]
    fn lines_may_end_as_on_windows() {
        let (directory, folder) = folder();
        let rendered = files(&[("index.md", "one\ntwo\n"), ("codes/a.md", "three\n")]);
        folder.write(&rendered).unwrap();
        for file in ["index.md", "codes/a.md", &folder.list] {
            let path = directory.path().join(file);
            fs::write(&path, fs::read_to_string(&path).unwrap().replace('\n', "\r\n")).unwrap();
        }
        assert_eq!(folder.differences(&rendered).unwrap(), []);
        assert_eq!(folder.write(&rendered).unwrap().unchanged, 2);
        assert!(fs::read_to_string(directory.path().join("index.md")).unwrap().contains("\r\n"));
        let other = files(&[("index.md", "one\ntwo\nthree\n")]);
        let expected = [("codes/a.md", Difference::Left), ("index.md", Difference::Changed)];
        assert_eq!(
            folder.differences(&other).unwrap(),
            expected.map(|(path, found)| (path.to_owned(), found))
        );
    }
}
