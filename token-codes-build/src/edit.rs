//! Edits of a catalog that leave every other byte of it as it is: comments, order, line breaks, indentation.
//!
//! In a catalog of several files, the whole of it is checked with the edit in it, and [`changes`] says which of its files
//! are to be written.
//!
//! ```
//! use token_codes_build::{Source, edit::{NewEntry, insert_entry}};
//!
//! let source = Source::new("catalog.yaml", "\
//! locales: [en]
//! codes:
//!   SHOP001:      # the first
//!     message: sold out
//! ");
//! let entry = NewEntry {
//!     code: "SHOP002".into(),
//!     messages: vec![("en".into(), "closed: come back later".into())],
//!     ..NewEntry::default()
//! };
//! let edited = insert_entry(&source, &entry)?;
//! assert_eq!(edited.source.text(), "\
//! locales: [en]
//! codes:
//!   SHOP001:      # the first
//!     message: sold out
//!
//!   SHOP002:
//!     message: 'closed: come back later'
//! ");
//! # Ok::<(), token_codes_build::edit::Refused>(())
//! ```

mod columns;
mod entry;
mod family;
mod lines;
mod merge;
mod place;
mod scalar;
mod sound;
mod stub;
mod translations;

use std::fmt;
use std::ops::Range;

pub use columns::EntryColumn;
pub use entry::NewEntry;
use place::Place;
use sound::Sound;

use crate::{
    Checked,
    catalog::Catalog,
    diagnostic::{Diagnostic, Diagnostics, Kind, Level},
    reports::Reports,
    source::{Source, SourceFile},
};

/// A catalog after an edit. It has been checked, and nothing else in it means something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The catalog with the edit in it.
    pub source: Source,
    /// The bytes of it that are new: whole lines, without the empty one before or behind them.
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

/// The files of `edited` that are new or have another text than in `source`, each with its path and its text.
pub fn changes<'a>(source: &'a Source, edited: &'a Source) -> impl Iterator<Item = (&'a str, &'a str)> {
    let text =
        |path: &str| source.files().iter().find(|file| file.path == path).map(|file| source.text_of(file));
    let files = edited.files().iter().map(|file| (&*file.path, edited.text_of(file)));
    files.filter(move |(path, new)| text(path) != Some(new))
}

/// Why a catalog was not edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It had mistakes before, or is written so that the edit has no place in it.
    Before(Diagnostics),
    /// It would have mistakes with the edit in it, which is in the source of the report.
    After(Diagnostics),
}

impl Refused {
    /// The report.
    #[must_use]
    pub fn diagnostics(&self) -> &Diagnostics {
        match self {
            Self::Before(diagnostics) | Self::After(diagnostics) => diagnostics,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostics().fmt(f)
    }
}

impl std::error::Error for Refused {}

/// The next free code of a family: `SHOP042` for `SHOP` if the highest is `SHOP041`, be it in use or retired.
///
/// A family that the catalog does not have yet starts with `001`.
///
/// # Errors
///
/// If the catalog has mistakes, or the family has no higher number.
pub fn next_code(source: &Source, family: &str) -> Result<String, Refused> {
    let sound = Sound::read(source)?;
    family::next(family, sound.codes().chain(sound.retired())).ok_or_else(|| {
        let message = format!("`{family}` has no number behind its highest");
        let help = "write the code with a number that is free";
        sound.refuse(sound.last_file(), Diagnostic::new(Kind::InvalidCode, 0..0, message).help(help))
    })
}

/// The file in which a new code belongs: the one with the highest of its family; `None` if its family is new, and the
/// catalog has several files.
///
/// # Errors
///
/// If the catalog has mistakes.
pub fn file_of<'a>(source: &'a Source, code: &str) -> Result<Option<&'a SourceFile>, Refused> {
    Ok(Sound::read(source)?.file_of(code))
}

/// Whether a word is a whole code and no family: it ends with a number.
#[must_use]
pub fn has_number(word: &str) -> bool {
    !family::split(word).1.is_empty()
}

/// The locales of a catalog, the source locale first.
///
/// # Errors
///
/// If the catalog has mistakes.
pub fn locales(source: &Source) -> Result<Vec<String>, Refused> {
    Ok(Sound::read(source)?.locales().map(str::to_owned).collect())
}

/// The columns in which a new entry can have values.
///
/// # Errors
///
/// If the catalog has mistakes.
pub fn columns(source: &Source) -> Result<Vec<EntryColumn>, Refused> {
    Ok(Sound::read(source)?.columns())
}

/// Adds an entry to a catalog: behind the last code of its family, or else behind all of its file.
///
/// # Errors
///
/// If the catalog has mistakes, or would have them with the entry in it; also if its codes are in braces.
pub fn insert_entry(source: &Source, entry: &NewEntry) -> Result<Edited, Refused> {
    let sound = Sound::read(source)?;
    let default = || &sound.file_of(&entry.code).unwrap_or_else(|| sound.last_file()).path;
    let path = entry.file.as_ref().unwrap_or_else(default);
    let tree = sound.trees.iter().find(|tree| tree.file.path == *path);
    let (old, place) = match tree {
        Some(tree) => {
            let place = place::of(tree.text, &tree.root, &entry.code);
            (tree.text, place.map_err(|diagnostic| sound.refuse(tree.file, diagnostic))?)
        }
        None => ("", Place::in_new_file()),
    };
    let mut locales = sound.locales();
    let only_locale = locales.next().filter(|_| locales.next().is_none());
    let lines = entry::lines(entry, only_locale, &sound.columns(), place.indent);
    let inserted = place.insert(old, &lines, entry.last_text().ends_with('\n'));
    let edited = source.with_file(path, &inserted.text);
    let checked = check_edited(&edited)?;
    if !keeps(&sound, &checked.catalog, &entry.code) {
        // No way to write a catalog is known that leads here; but nobody would see it happen.
        let message = format!("`{}` cannot be added here without a change of something else", entry.code);
        let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, place.at..place.at, message);
        let file = tree.map_or_else(|| sound.last_file(), |tree| tree.file);
        return Err(sound.refuse(file, diagnostic.help("write the entry by hand")));
    }
    let start = edited.files().iter().find(|file| file.path == *path).map_or(0, |file| file.span.start);
    let added = start + inserted.added.start..start + inserted.added.end;
    let warnings = about(&checked.warnings, &added);
    Ok(Edited { source: edited, added, warnings })
}

/// Whether all but the new code is as it was.
fn keeps(before: &Sound<'_>, after: &Catalog, code: &str) -> bool {
    let mut others = after.entries.iter().filter(|entry| entry.code != code);
    let Some(before) = &before.catalog else {
        return others.map(|entry| &*entry.code).eq(before.codes());
    };
    let head =
        |catalog: &Catalog| (catalog.title.clone(), catalog.description.clone(), catalog.locales.clone());
    head(before) == head(after) && before.entries.iter().eq(&mut others)
}

/// A document for a translator: each message that lacks `locale`, empty, with what there is of it in comments. `None` if
/// no message lacks it.
///
/// [`merge`] brings it back. The locale need not be one of the catalog yet.
///
/// # Errors
///
/// If the catalog has mistakes.
pub fn stub(source: &Source, locale: &str) -> Result<Option<String>, Refused> {
    let checked = crate::read(source).map_err(Refused::Before)?;
    Ok(stub::write(&checked.catalog, locale))
}

/// A catalog into which translations have been merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The catalog with them.
    pub source: Source,
    /// Their locale.
    pub locale: String,
    /// The codes whose messages are new.
    pub codes: Vec<String>,
}

/// Brings the messages of a filled [`stub`] into a catalog, and their locale into its list if it lacks it.
///
/// A message that is empty, or that the catalog already has as it is, is left out.
///
/// # Errors
///
/// If the stub or the catalog has mistakes, or the catalog would have them with the messages in it.
pub fn merge(source: &Source, stub: &Source) -> Result<Merged, Refused> {
    let catalog = crate::read(source).map_err(Refused::Before)?.catalog;
    let sound = Sound::read(source)?;
    let mut found = Reports::default();
    let translations = translations::read(stub.text(), &mut found);
    let new = translations.as_ref().map(|all| all.new_in(&catalog, &mut found));
    let (Some(translations), Some(new), true) = (&translations, new, found.any().is_none()) else {
        return Err(Refused::Before(Diagnostics::new(stub.clone(), found.into_vec())));
    };
    let locale = &*translations.locale.text;
    let codes = new.iter().map(|(code, _)| (*code).to_owned()).collect();
    let edited = sound.trees.iter().fold(source.clone(), |edited, tree| {
        let text = merge::merge(tree, &catalog.locales[0].tag, locale, &new);
        edited.with_file(&tree.file.path, &text)
    });
    let after = check_edited(&edited)?;
    if !merge::keeps(&catalog, &after.catalog, locale) {
        let message = "the messages cannot be merged without a change of another text";
        let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, 0..0, message).help("write them by hand");
        return Err(sound.refuse(&source.files()[0], diagnostic));
    }
    Ok(Merged { source: edited, locale: locale.to_owned(), codes })
}

fn check_edited(edited: &Source) -> Result<Checked, Refused> {
    crate::read(edited).map_err(|found| {
        let errors = found.iter().filter(|diagnostic| diagnostic.level() == Level::Error);
        Refused::After(Diagnostics::new(edited.clone(), errors.cloned().collect()))
    })
}

/// Those that are about something among these bytes.
fn about(found: &Diagnostics, bytes: &Range<usize>) -> Diagnostics {
    let touches = |span: &Range<usize>| bytes.contains(&span.start);
    let about = found.iter().filter(|diagnostic| {
        touches(&diagnostic.span) || diagnostic.labels.iter().any(|label| touches(&label.span))
    });
    Diagnostics::new(found.source().clone(), about.cloned().collect())
}
