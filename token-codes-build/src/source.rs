//! The text of a catalog, from one file or several, and where in it a byte stands.

mod lines;

use std::{ops::Range, path::Path};

pub use lines::{Lines, Position};

/// The largest catalog that is read, in bytes: far above any real one, and low enough to fail before memory does.
pub const MAX_BYTES: usize = 64 << 20;

/// The text of a catalog, and the files that it is from.
///
/// It is what rustc calls a source map: the files stand one after the other in one text, so a place is a range of its
/// bytes, whichever file it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: String,
    text: String,
    /// In the order of the text, and never empty.
    files: Vec<SourceFile>,
}

/// A file of a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceFile {
    /// The path as shown in diagnostics.
    pub path: String,
    /// Its bytes in [`Source::text`].
    pub span: Range<usize>,
}

impl Source {
    /// A catalog that is at hand as text.
    ///
    /// ```
    /// # use token_codes_build::Source;
    /// let source = Source::new("catalog.yaml", "locales: [ja]\r\ncodes:\r\n");
    /// let position = source.position(15);
    /// assert_eq!((position.line, position.column), (2, 1));
    /// ```
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        let file = SourceFile { path: path.clone(), span: 0..text.len() };
        Self { path, text, files: vec![file] }
    }

    /// One to which files are still to be added.
    pub(crate) fn without_files(path: String) -> Self {
        Self { path, text: String::new(), files: Vec::new() }
    }

    /// The path of the catalog: of its file, or of the folder with its files.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text, byte for byte: byte order marks and line endings included.
    ///
    /// Between two files stands a line feed that is in neither of them.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The files, in the order in which they are read; at least one.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file in which the byte with this offset stands.
    ///
    /// The offset after the last byte of a file is in that file, and an offset beyond the end in the last one.
    #[must_use]
    pub fn file_at(&self, offset: usize) -> &SourceFile {
        &self.files[self.file_index(offset)]
    }

    fn file_index(&self, offset: usize) -> usize {
        self.files.partition_point(|file| file.span.start <= offset).saturating_sub(1)
    }

    /// The text of one of its files.
    #[must_use]
    pub fn text_of(&self, file: &SourceFile) -> &str {
        self.text.get(file.span.clone()).unwrap_or_default()
    }

    /// The catalog with this text in the file of this path, and every other file as it is.
    ///
    /// A file that it does not have yet comes where [`Source::read`] would find it: in the order of their names.
    ///
    /// ```
    /// # use token_codes_build::Source;
    /// let source = Source::new("catalog/token.yaml", "locales: [en]");
    /// let source = source.with_file("catalog/function.yaml", "codes: {FUN001: {message: no such function}}");
    /// assert_eq!(source.files()[0].path, "catalog/function.yaml");
    /// ```
    #[must_use]
    pub fn with_file(&self, path: &str, text: &str) -> Self {
        let mut files: Vec<_> = self.files.iter().map(|file| (&*file.path, self.text_of(file))).collect();
        if let Some(file) = files.iter_mut().find(|(other, _)| *other == path) {
            file.1 = text;
        } else {
            let index = files.partition_point(|(other, _)| Path::new(other) < Path::new(path));
            files.insert(index, (path, text));
        }
        let mut joined = Self::without_files(self.path.clone());
        for (path, text) in files {
            joined.push(path, text);
        }
        joined
    }

    /// Adds a file after the others.
    pub(crate) fn push(&mut self, path: &str, text: &str) {
        if !self.files.is_empty() {
            // The end of a file is another offset than the start of the next.
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.files.push(SourceFile { path: path.to_owned(), span: start..self.text.len() });
    }

    /// Where the byte with this offset stands in its file.
    ///
    /// A byte order mark has no column, and an offset beyond the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        self.lines().position(offset)
    }

    /// Its lines: for whoever asks for more than one position.
    #[must_use]
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }
}

impl Default for Source {
    fn default() -> Self {
        Self::new("", "")
    }
}
