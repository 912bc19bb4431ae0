//! From the file system to a [`Source`].

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use crate::{
    diagnostic::{Diagnostic, Diagnostics, Kind},
    source::{MAX_BYTES, Source},
};

impl Source {
    /// The catalog in this file, or in the files of this folder.
    ///
    /// Those are the ones directly in it that end with `.yaml` or `.yml` and do not start with a dot, in the order of
    /// their names.
    ///
    /// # Errors
    ///
    /// Every file that cannot be read or is not UTF-8; or one diagnostic, if the folder has no such file, or all of them
    /// together are larger than [`MAX_BYTES`].
    pub fn read(path: &Path) -> Result<Self, Diagnostics> {
        let mut files = Files::new(path.display().to_string());
        if path.is_dir() {
            match catalog_files(path) {
                Ok(paths) => paths.iter().for_each(|path| files.read(path)),
                Err(error) => files.add(&path.display().to_string(), Err(error)),
            }
        } else {
            files.read(path);
        }
        files.finish()
    }

    /// The catalog in these bytes.
    ///
    /// # Errors
    ///
    /// One diagnostic: the bytes are more than [`MAX_BYTES`], or not UTF-8.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Diagnostics> {
        let path = path.into();
        Self::from_files(path.clone(), [(path, bytes)])
    }

    /// The catalog in these files, each with the path that its diagnostics show; `path` is that of the catalog.
    ///
    /// ```
    /// # use token_codes_build::{Source, read};
    /// let source = Source::from_files("catalog", [
    ///     ("catalog/function.yaml".into(), b"codes:\n  FUN001: {message: no such function}\n".into()),
    ///     ("catalog/token.yaml".into(), b"locales: [en]\ncodes:\n  TOK001: {message: invalid token}\n".into()),
    /// ]);
    /// let catalog = read(&source.unwrap()).unwrap().catalog;
    /// assert_eq!(catalog.entries.len(), 2);
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Source::read`].
    pub fn from_files(
        path: impl Into<String>,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Self, Diagnostics> {
        let mut all = Files::new(path.into());
        files.into_iter().for_each(|(path, bytes)| all.add(&path, Ok(bytes)));
        all.finish()
    }
}

/// The files of a folder that are part of a catalog, in an order that is the same everywhere.
fn catalog_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<_> =
        entries.into_iter().map(|entry| entry.path()).filter(|path| is_catalog_file(path)).collect();
    paths.sort();
    Ok(paths)
}

/// Whether a file with this name, in the folder of a catalog, is part of it: it ends with `.yaml` or `.yml`, and does not
/// start with a dot.
///
/// ```
/// # use token_codes_build::is_catalog_file;
/// assert!(is_catalog_file("catalog/token.yaml".as_ref()));
/// assert!(!is_catalog_file("catalog/.token.yaml.swp".as_ref()));
/// ```
#[must_use]
pub fn is_catalog_file(path: &Path) -> bool {
    let is_hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_yaml =
        |extension: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension));
    !is_hidden && (is_yaml("yaml") || is_yaml("yml"))
}

/// The files that have been read, and what is wrong with them.
struct Files {
    source: Source,
    found: Vec<Diagnostic>,
}

impl Files {
    fn new(path: String) -> Self {
        Self { source: Source::without_files(path), found: Vec::new() }
    }

    /// Reads a file, and not much more of it than there may be.
    fn read(&mut self, path: &Path) {
        let limit = (MAX_BYTES + 1).saturating_sub(self.source.text().len());
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(limit as u64).read_to_end(&mut bytes));
        self.add(&path.display().to_string(), read.map(|_| bytes));
    }

    fn add(&mut self, path: &str, bytes: io::Result<Vec<u8>>) {
        match bytes.map(String::from_utf8) {
            Ok(Ok(text)) => self.source.push(path, &text),
            Ok(Err(error)) => {
                let start = self.push(path, &String::from_utf8_lossy(error.as_bytes()));
                self.found.push(not_utf8(start, error.utf8_error().valid_up_to(), error.as_bytes()));
            }
            Err(error) => {
                let start = self.push(path, "");
                self.found.push(unreadable(start, &error));
            }
        }
    }

    /// Adds a file, and says where it starts.
    fn push(&mut self, path: &str, text: &str) -> usize {
        self.source.push(path, text);
        self.source.text().len() - text.len()
    }

    fn finish(self) -> Result<Source, Diagnostics> {
        let Self { source, found } = self;
        check_size(&source)?;
        if source.files().is_empty() {
            return Err(no_files(source.path().to_owned()));
        }
        if found.is_empty() { Ok(source) } else { Err(Diagnostics::new(source, found)) }
    }
}

fn unreadable(start: usize, error: &io::Error) -> Diagnostic {
    let message = format!("the catalog cannot be read: {error}");
    let help = "the catalog is a YAML file with `locales` and `codes`, or a folder of them; check the path and the permissions";
    Diagnostic::new(Kind::UnreadableFile, start..start, message).help(help)
}

fn no_files(path: String) -> Diagnostics {
    let message = "the folder has no file that ends with `.yaml` or `.yml`";
    let help = "a catalog is one such file, or a folder with some directly in it; check the path";
    let diagnostic = Diagnostic::new(Kind::UnreadableFile, 0..0, message).help(help);
    Diagnostics::new(Source::new(path, ""), vec![diagnostic])
}

/// Refuses a source that is larger than there may be.
pub(crate) fn check_size(source: &Source) -> Result<(), Diagnostics> {
    if source.text().len() > MAX_BYTES { Err(too_large(source.path().to_owned())) } else { Ok(()) }
}

fn too_large(path: String) -> Diagnostics {
    let message = format!("the catalog is larger than {} MiB", MAX_BYTES >> 20);
    let diagnostic =
        Diagnostic::new(Kind::FileTooLarge, 0..0, message).help("divide it into several catalogs");
    Diagnostics::new(Source::new(path, ""), vec![diagnostic])
}

/// The report on bytes that are no UTF-8; what stands before them is kept, so that the place can be shown.
fn not_utf8(start: usize, valid: usize, bytes: &[u8]) -> Diagnostic {
    let (valid, message) = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        (0, "the catalog is in UTF-16, not in UTF-8".to_owned())
    } else {
        (valid, format!("the byte 0x{:02X} is not UTF-8", bytes[valid]))
    };
    // In the text that is shown, U+FFFD stands for it.
    let at = start + valid;
    Diagnostic::new(Kind::NotUtf8, at..at + '\u{FFFD}'.len_utf8(), message)
        .help("save the catalog in the encoding UTF-8; every editor's \"save as\" offers it")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{MAX_BYTES, Source, is_catalog_file};

    #[test]
    fn the_limit_is_for_all_files_together() {
        let half = || vec![b' '; MAX_BYTES / 2 + 1];
        let mistakes = Source::from_files("catalog", [("a.yaml".into(), half()), ("b.yaml".into(), half())])
            .unwrap_err();
        let shown = mistakes.to_string();
        assert!(shown.starts_with("error[file-too-large]: ") && shown.contains("--> catalog\n"), "{shown}");
    }

    #[test]
    fn what_an_editor_leaves_behind_is_no_catalog() {
        for name in ["token.yaml", "token.yml", "TOKEN.YAML", "a.b.yaml"] {
            assert!(is_catalog_file(&Path::new("catalog").join(name)), "{name}");
        }
        for name in
            [".token.yaml", ".#token.yaml", ".yaml", "token.yaml~", "#token.yaml#", "token.yaml.swp", "yaml"]
        {
            assert!(!is_catalog_file(&Path::new("catalog").join(name)), "{name}");
        }
    }

    #[test]
    fn a_byte_that_is_no_utf8_is_told_from_those_of_other_files() {
        let files = [("a.yaml".into(), b"a\xFF".to_vec()), ("b.yaml".into(), b"\n\xFEb".to_vec())];
        let mistakes = Source::from_files("catalog", files).unwrap_err();
        let shown = mistakes.to_string();
        assert_eq!(mistakes.len(), 2);
        assert!(shown.contains("0xFF is not UTF-8\n --> a.yaml:1:2\n"), "{shown}");
        assert!(shown.contains("0xFE is not UTF-8\n --> b.yaml:2:1\n"), "{shown}");
    }
}
