//! The catalog that a command edits, a file or a folder: read once, and each of its files replaced as a whole or not at all.

use std::io;
use std::path::{Path, PathBuf};

use token_codes_build::edit::{self, EditError, Editor};
use token_codes_build::{Source, SourceFile, is_catalog_file};
use token_codes_docs::{Lock, StagedFile};

use crate::catalog_file;
use crate::mistake::{Mistake, list};

/// A catalog that is to be edited.
pub(crate) struct OpenCatalog {
    pub(crate) path: PathBuf,
    /// What it holds.
    pub(crate) source: Source,
    /// Keeps the other commands that edit waiting; `None` while a person is asked.
    lock: Option<Lock>,
}

/// How long other commands that edit the catalog have to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// From when it is read until it is written: so none of two edits is lost, or refused.
    UntilWritten,
    /// While it is written. If they have edited it meanwhile, that is refused.
    WhileWritten,
}

impl OpenCatalog {
    /// The named catalog, or else the nearest one.
    ///
    /// # Errors
    ///
    /// If there is none, or it cannot be read.
    pub(crate) fn open(named: Option<&Path>, waiting: Waiting) -> Result<Self, Mistake> {
        let path = catalog_file::path(named)?;
        let lock = if waiting == Waiting::UntilWritten { lock(&path) } else { None };
        let source = Source::read(&path).map_err(|mistakes| Mistake::catalog(mistakes.styled()))?;
        Ok(Self { path, source, lock })
    }

    /// What edits it.
    ///
    /// # Errors
    ///
    /// If it has mistakes.
    pub(crate) fn editor(&self) -> Result<Editor<'_>, Vec<Mistake>> {
        Editor::open(&self.source).map_err(|error| self.refused(&error, "it"))
    }

    /// The path of the file with this name or path, which may be one that the catalog is to get.
    ///
    /// # Errors
    ///
    /// If it cannot be a file of the catalog.
    pub(crate) fn file(&self, name: &Path) -> Result<String, Mistake> {
        let is_named = |file: &&SourceFile| {
            let path = Path::new(&file.path);
            path == name || path.file_name() == Some(name.as_os_str()) || is_same(path, name)
        };
        if let Some(file) = self.source.files().iter().find(is_named) {
            return Ok(file.path.clone());
        }
        let shown = name.display();
        if !self.path.is_dir() {
            let message = format!("the catalog is the file `{}`, not `{shown}`", self.path.display());
            return Err(Mistake::usage(message).help("a catalog of several files is a folder of them"));
        }
        let folder = name.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| folder != self.path && !is_same(folder, &self.path)) {
            let message = format!("`{shown}` is not in the folder `{}` of the catalog", self.path.display());
            return Err(Mistake::usage(message).help("name a file by its name alone, such as `shop.yaml`"));
        }
        match name.file_name() {
            Some(file) if is_catalog_file(name) => Ok(self.path.join(file).display().to_string()),
            _ => {
                let message = format!("`{shown}` cannot be a file of the catalog");
                let help = "its name must end with `.yaml` or `.yml`, and not start with a dot";
                Err(Mistake::usage(message).help(help))
            }
        }
    }

    /// The path of the file in which a new code belongs.
    ///
    /// # Errors
    ///
    /// If its family is new, and the catalog has several files.
    pub(crate) fn file_of(&self, editor: &Editor<'_>, code: &str) -> Result<String, Mistake> {
        editor.file_of(code).map(|file| file.path.clone()).ok_or_else(|| self.is_new_family(code))
    }

    fn is_new_family(&self, code: &str) -> Mistake {
        let files: Vec<_> = self.source.files().iter().map(|file| format!("`{}`", file.path)).collect();
        let message = format!("no file of the catalog has a code of the family of `{code}` yet");
        let help = format!("say with `--file` where it belongs: in {}, or in a new file", list(&files, "or"));
        Mistake::usage(message).help(help)
    }

    /// Puts each file that the edit has changed in its place, and gives their paths.
    ///
    /// # Errors
    ///
    /// If one cannot be written, or the catalog is not what it was when it was opened.
    pub(crate) fn replace<'a>(&'a self, edited: &'a Source) -> Result<Vec<&'a str>, Mistake> {
        let now = if self.lock.is_none() { lock(&self.path) } else { None };
        if let (Some(lock), Some(folder)) = (self.lock.as_ref().or(now.as_ref()), folder(&self.path)) {
            lock.remove_leftovers(&folder);
        }
        if Source::read(&self.path).ok().as_ref() != Some(&self.source) {
            let message = format!("nothing was written: `{}` was changed meanwhile", self.path.display());
            return Err(Mistake::answer(message).help("run the command again"));
        }
        // All are written before the first is put in its place, since it is then that most of what can go wrong does.
        let mut staged = Vec::new();
        for (path, text) in edit::changes(&self.source, edited) {
            let file = self.stage(path, text).map_err(|error| cannot_write(path, &error, &[]))?;
            staged.push((path, file));
        }
        let mut put = Vec::new();
        for (path, file) in staged {
            file.put().map_err(|error| cannot_write(path, &error, &put))?;
            put.push(path);
        }
        Ok(put)
    }

    fn stage(&self, path: &str, text: &str) -> io::Result<StagedFile> {
        let files = self.source.files();
        if files.iter().any(|file| file.path == path) {
            StagedFile::replacing(&self.at(path), text)
        } else {
            StagedFile::creating(&self.at(path), text, Some(&self.at(&files[0].path)))
        }
    }

    /// Where a file of the source is: its path there is as it is shown, which for names beyond UTF-8 leads nowhere.
    fn at(&self, shown: &str) -> PathBuf {
        match Path::new(shown).file_name() {
            Some(name) if self.path.is_dir() => self.path.join(name),
            _ => self.path.clone(),
        }
    }

    /// Says why the catalog is not edited: `what`, such as "the entry", does not fit, or it has had mistakes before.
    pub(crate) fn refused(&self, error: &EditError, what: &str) -> Vec<Mistake> {
        let shown = self.path.display();
        let conclusion = match error {
            EditError::Before(_) => {
                Mistake::answer(format!("nothing was written: `{shown}` is to be mended first"))
            }
            _ => Mistake::answer(format!("nothing was written: with {what}, `{shown}` would have mistakes"))
                .help("the lines above are as they would be"),
        };
        vec![Mistake::catalog(error.diagnostics().styled()), conclusion]
    }
}

/// The folder in which the files of this catalog are, be it a link to one.
fn folder(catalog: &Path) -> Option<PathBuf> {
    let path = catalog.canonicalize().ok()?;
    if path.is_dir() { Some(path) } else { path.parent().map(Path::to_owned) }
}

/// `None` if the folder cannot be opened; if it cannot be written either, that will be told.
fn lock(catalog: &Path) -> Option<Lock> {
    Lock::of(&folder(catalog)?).ok()
}

/// Whether two paths lead to the same file or folder, which is there.
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

fn cannot_write(path: &str, error: &io::Error, written: &[&str]) -> Mistake {
    let written = match written {
        [] => "nothing was written".to_owned(),
        written => format!("only {} was written", list(written, "and")),
    };
    Mistake::answer(format!("{written}: `{path}` cannot be replaced: {error}"))
        .help("the file and its folder must be writable")
}
