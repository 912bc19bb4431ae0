//! The one way in which files are written: beside their place first, and then put there as a whole.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

/// What the names of files start and end with that are on their way to their place.
const PREFIX: &str = ".token-codes-";
const SUFFIX: &str = ".tmp";

/// A file that is written, but not in its place yet; it is gone again if it is dropped.
///
/// Whoever reads sees the old file or the new one, and never a half of it. The folder must be there.
#[derive(Debug)]
pub struct StagedFile {
    file: TempPath,
    path: PathBuf,
    /// Whether there is to be no file in its place yet.
    is_new: bool,
}

impl StagedFile {
    /// One to take the place of whatever is there, with the permissions of any other file that a program makes.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn new(path: &Path, text: &str) -> io::Result<Self> {
        let (file, _) = write(path, text)?;
        Ok(Self { file, path: path.to_owned(), is_new: false })
    }

    /// One to take the place of the file that is there, or that a link there leads to, with its permissions.
    ///
    /// # Errors
    ///
    /// If it may not be replaced, or cannot be written.
    pub fn replacing(path: &Path, text: &str) -> io::Result<Self> {
        // A link stays one.
        let path = fs::canonicalize(path)?;
        let permissions = fs::metadata(&path)?.permissions();
        // A rename does not ask whether the file may be written, but its owner has said so.
        if permissions.readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
        }
        let file = write_to_disk(&path, text, Some(permissions))?;
        Ok(Self { file, path, is_new: false })
    }

    /// One to be a new file, with the permissions of the file `like` if one is given.
    ///
    /// # Errors
    ///
    /// If something is in its place, or it cannot be written.
    pub fn creating(path: &Path, text: &str, like: Option<&Path>) -> io::Result<Self> {
        if path.symlink_metadata().is_ok() {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        let permissions = like.map(fs::metadata).transpose()?.map(|file| file.permissions());
        let file = write_to_disk(path, text, permissions)?;
        Ok(Self { file, path: path.to_owned(), is_new: true })
    }

    /// Renames it to its place.
    ///
    /// # Errors
    ///
    /// If that fails, or it was to be a new file and something is there already.
    pub fn put(self) -> io::Result<()> {
        let Self { file, path, is_new } = self;
        let put = if is_new { file.persist_noclobber(path) } else { file.persist(path) };
        put.map_err(|error| error.error)
    }
}

fn write(path: &Path, text: &str) -> io::Result<(TempPath, File)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // As any other file that a program makes; a temporary file is its owner's alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    // Many of them may wait for their turn, and a program can hold only so many files open.
    let (file, path) = file.into_parts();
    Ok((path, file))
}

/// Writes a file that nobody can make again.
fn write_to_disk(path: &Path, text: &str, permissions: Option<Permissions>) -> io::Result<TempPath> {
    let (path, file) = write(path, text)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()?;
    Ok(path)
}

/// A folder in which one program at a time writes; the others wait. It ends when it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Waits until no other program has the lock.
    ///
    /// # Errors
    ///
    /// If the folder cannot be opened.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let file = open(folder)?;
        // Not every file system knows locks; there, it is as if nobody else was at work.
        let is_locked = file.lock().is_ok();
        Ok(Self { _file: is_locked.then_some(file) })
    }

    /// Removes what an interrupted run has left in the folder. Nobody else is at work in it.
    pub fn remove_leftovers(&self, folder: &Path) {
        leftovers(folder).for_each(|file| {
            // It is in nobody's way, and the next run tries again.
            let _ = fs::remove_file(file);
        });
    }
}

/// A folder can be opened, and nothing is left behind.
#[cfg(unix)]
fn open(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// A folder cannot be opened: a file for it that is nobody's business.
#[cfg(not(unix))]
fn open(folder: &Path) -> io::Result<File> {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};

    let mut hasher = DefaultHasher::new();
    fs::canonicalize(folder)?.hash(&mut hasher);
    let name = format!("token-codes-{:016x}.lock", hasher.finish());
    File::options().create(true).truncate(false).write(true).open(std::env::temp_dir().join(name))
}

/// The files in a folder that were on their way to their place when a run was interrupted, or are right now.
pub(crate) fn leftovers(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let is_leftover = |name: &OsStr| {
        let name = name.as_encoded_bytes();
        name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes())
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(move |entry| is_leftover(&entry.file_name())).map(|entry| entry.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_not_there_before_it_is_put() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        drop(StagedFile::creating(&path, "one", None).unwrap());
        assert_eq!(names(folder.path()), <[&str; 0]>::default());
        let (first, second) =
            (StagedFile::creating(&path, "one", None), StagedFile::creating(&path, "two", None));
        first.unwrap().put().unwrap();
        assert_eq!(second.unwrap().put().unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        let staged = StagedFile::replacing(&path, "three").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        staged.put().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "three");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn more_can_be_staged_than_a_program_can_open() {
        let folder = tempfile::tempdir().unwrap();
        let staged: Vec<_> = (0..3000)
            .map(|number| StagedFile::new(&folder.path().join(number.to_string()), "").unwrap())
            .collect();
        for file in staged {
            file.put().unwrap();
        }
        assert_eq!(names(folder.path()).len(), 3000);
    }

    #[test]
    fn what_an_interrupted_run_has_left_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        std::mem::forget(StagedFile::new(&folder.path().join("a"), "half").unwrap());
        fs::write(folder.path().join(".tmp"), "mine").unwrap();
        assert_eq!(leftovers(folder.path()).count(), 1);
        Lock::of(folder.path()).unwrap().remove_leftovers(folder.path());
        assert_eq!(names(folder.path()), [".tmp"]);
    }

    #[test]
    fn one_at_a_time_has_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let counter = folder.path().join("counter");
        fs::write(&counter, "0").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        let _lock = Lock::of(folder.path()).unwrap();
                        let count: u32 = fs::read_to_string(&counter).unwrap().parse().unwrap();
                        StagedFile::replacing(&counter, &(count + 1).to_string()).unwrap().put().unwrap();
                    }
                });
            }
        });
        assert_eq!(fs::read_to_string(&counter).unwrap(), "100");
    }
}
