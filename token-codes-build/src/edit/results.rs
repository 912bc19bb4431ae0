//! What an edit gives: the catalog with it, or why there is none.

use std::{fmt, ops::Range};

use crate::{catalog::TextField, diagnostic::Diagnostics, source::Source};

/// A catalog after an edit. It has been checked, and nothing else in it means something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edited {
    /// The catalog with the edit in it.
    pub source: Source,
    /// The bytes of it that are new: whole lines, without the empty one before or after them.
    pub added: Range<usize>,
    /// What is worth a look in what is new.
    pub warnings: Diagnostics,
}

impl Edited {
    /// The lines that are new.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text().get(self.added.clone()).unwrap_or_default()
    }
}

/// A catalog into which translations have been merged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merged {
    /// The catalog with them.
    pub source: Source,
    /// Their locale.
    pub locale: String,
    /// The texts that it has got, in the order of the stub or file.
    pub texts: Vec<MergedText>,
    /// How many texts of an imported file are not translated yet, or not said to be right; 0 of a stub.
    pub waiting: usize,
    /// What was left out, since it does not fit the catalog: each mistake where it stands in the stub or file.
    pub left_out: Diagnostics,
}

/// A text that has been merged, or a list of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MergedText {
    /// The code.
    pub code: String,
    /// Its key in the entry, such as `message`.
    pub field: &'static str,
    /// Whether it stands in the place of another in the same locale.
    pub revised: bool,
    /// Whether it stood there as it is, and was marked as stale.
    pub confirmed: bool,
}

/// A catalog in which translations have been marked as stale.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Marked {
    /// The catalog with the marks.
    pub source: Source,
    /// The texts that are marked now and were not before, in the order of the entries.
    pub texts: Vec<MarkedText>,
}

/// A translation that has been marked as stale.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MarkedText {
    /// The code.
    pub code: String,
    /// The tag of its locale.
    pub locale: String,
    /// Which of the texts of the entry it is.
    pub field: TextField,
}

/// The files of `edited` that are new or have another text than in `source`, each with its path and its text.
pub fn changes<'a>(source: &'a Source, edited: &'a Source) -> impl Iterator<Item = (&'a str, &'a str)> {
    let text =
        |path: &str| source.files().iter().find(|file| file.path == path).map(|file| source.text_of(file));
    let files = edited.files().iter().map(|file| (&*file.path, edited.text_of(file)));
    files.filter(move |(path, new)| text(path) != Some(new))
}

/// Why a catalog was not edited.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EditError {
    /// The catalog had mistakes before, or is written so that the edit has no place in it.
    Before(Diagnostics),
    /// What is to be put into the catalog has mistakes, and nothing of it can be used: a stub, or the name of a locale.
    Given(Diagnostics),
    /// The catalog would have mistakes with the edit in it, which is in the source of the report.
    After(Diagnostics),
}

impl EditError {
    /// The report.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        match self {
            Self::Before(diagnostics) | Self::Given(diagnostics) | Self::After(diagnostics) => diagnostics,
        }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostics().fmt(f)
    }
}

impl std::error::Error for EditError {}
