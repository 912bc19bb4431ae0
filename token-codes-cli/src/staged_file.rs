//! A file that is written beside its place first, and then put there as a whole.

use std::fs::{self, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that is written, but not in its place yet; it is gone again if it is dropped.
pub(crate) struct StagedFile {
    file: NamedTempFile,
    path: PathBuf,
    /// Whether there is to be no file in its place yet.
    is_new: bool,
}

impl StagedFile {
    /// One to take the place of the file that is there, with its permissions.
    ///
    /// # Errors
    ///
    /// If it may not be replaced, or cannot be written.
    pub(crate) fn replacing(path: &Path, text: &str) -> io::Result<Self> {
        // A link stays one.
        let path = fs::canonicalize(path)?;
        let permissions = fs::metadata(&path)?.permissions();
        // A rename does not ask whether the file may be written, but its owner has said so.
        if permissions.readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
        }
        Self::written(path, text, permissions, false)
    }

    /// One to be a new file, with the permissions of the file `like`.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub(crate) fn creating(path: &Path, text: &str, like: &Path) -> io::Result<Self> {
        Self::written(path.to_owned(), text, fs::metadata(like)?.permissions(), true)
    }

    fn written(path: PathBuf, text: &str, permissions: Permissions, is_new: bool) -> io::Result<Self> {
        let mut file = NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
        file.write_all(text.as_bytes())?;
        file.as_file().set_permissions(permissions)?;
        file.as_file().sync_all()?;
        Ok(Self { file, path, is_new })
    }

    /// Renames it to its place: whoever reads sees the old file or the new one.
    ///
    /// # Errors
    ///
    /// If that fails, or a new file is there already.
    pub(crate) fn put(self) -> io::Result<()> {
        let put =
            if self.is_new { self.file.persist_noclobber(&self.path) } else { self.file.persist(&self.path) };
        put.map(drop).map_err(|error| error.error)
    }
}
