//! Edits of a catalog that leave every other byte of it as it is: comments, order, line breaks, indentation.
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

mod entry;
mod family;
mod lines;
mod merge;
mod place;
mod scalar;
mod stub;
mod translations;

use std::fmt;
use std::ops::Range;

pub use entry::NewEntry;

use crate::{
    Checked,
    catalog::Entry,
    check::NO_CODES,
    diagnostic::{Diagnostic, Diagnostics, Kind, Level},
    source::Source,
    yaml::{self, Mapping, Node},
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
    let Sound { root, entries } = sound(source)?;
    let taken = entries.iter().map(|entry| &*entry.code).chain(words(&root, "retired"));
    family::next(family, taken).ok_or_else(|| {
        let message = format!("`{family}` has no number behind its highest");
        let help = "write the code with a number that is free";
        before(source, Diagnostic::new(Kind::InvalidCode, 0..0, message).help(help))
    })
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
    let root = sound(source)?.root;
    Ok(words(&root, "locales").map(str::to_owned).collect())
}

/// Adds an entry to a catalog: behind the last code of its family, or else behind all of them.
///
/// # Errors
///
/// If the catalog has mistakes, or would have them with the entry in it; also if its codes are in braces.
pub fn insert_entry(source: &Source, entry: &NewEntry) -> Result<Edited, Refused> {
    let Sound { root, entries } = sound(source)?;
    let place =
        place::of(source.text(), &root, &entry.code).map_err(|diagnostic| before(source, diagnostic))?;
    let mut locales = words(&root, "locales");
    let only_locale = locales.next().filter(|_| locales.next().is_none());
    let lines = entry::lines(entry, only_locale, place.indent);
    let edited = place.insert(source, &lines, entry.last_text().ends_with('\n'));
    let checked = check_edited(&edited.source)?;
    let others = checked.catalog.entries.iter().filter(|other| other.code != entry.code);
    if !entries.iter().eq(others) {
        // No way to write a catalog is known that leads here; but nobody would see it happen.
        let message = format!("`{}` cannot be added here without a change of another entry", entry.code);
        let help = "write the entry by hand";
        return Err(before(
            source,
            Diagnostic::new(Kind::AmbiguousYaml, place.at..place.at, message).help(help),
        ));
    }
    let warnings = about(&checked.warnings, &edited.added);
    Ok(Edited { warnings, ..edited })
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
    let checked = crate::read(source).map_err(Refused::Before)?;
    let Some(Node::Mapping(root)) = yaml::parse(source.text(), 0, &mut Vec::new()) else {
        return Err(Refused::Before(Diagnostics::new(source.clone(), Vec::new())));
    };
    let mut found = Vec::new();
    let translations = translations::read(stub.text(), &mut found);
    let new = translations.as_ref().map(|all| all.new_in(&checked.catalog, &mut found));
    let (Some(translations), Some(new), true) = (&translations, new, found.is_empty()) else {
        return Err(Refused::Before(Diagnostics::new(stub.clone(), found)));
    };
    let locale = &*translations.locale.text;
    let codes = new.iter().map(|(code, _)| (*code).to_owned()).collect();
    let edited = Source::new(source.path(), merge::merge(source.text(), &root, locale, &new));
    let after = check_edited(&edited)?;
    if !merge::keeps(&checked.catalog, &after.catalog, locale) {
        let message = "the messages cannot be merged without a change of another text";
        let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, 0..0, message).help("write them by hand");
        return Err(before(source, diagnostic));
    }
    Ok(Merged { source: edited, locale: locale.to_owned(), codes })
}

/// A catalog that can be edited.
struct Sound {
    root: Mapping,
    entries: Vec<Entry>,
}

/// The catalog, if it has no mistakes but that there is no code yet.
fn sound(source: &Source) -> Result<Sound, Refused> {
    let entries = match crate::read(source) {
        Ok(checked) => checked.catalog.entries,
        Err(found) if lacks_only_codes(&found) => Vec::new(),
        Err(found) => return Err(Refused::Before(found)),
    };
    match yaml::parse(source.text(), 0, &mut Vec::new()) {
        Some(Node::Mapping(root)) => Ok(Sound { root, entries }),
        _ => Ok(Sound { root: Mapping::default(), entries }),
    }
}

fn lacks_only_codes(found: &Diagnostics) -> bool {
    let mut errors = found.iter().filter(|diagnostic| diagnostic.level() == Level::Error);
    let is_that = |error: &Diagnostic| error.kind == Kind::EmptyValue && error.message.ends_with(NO_CODES);
    errors.next().is_some_and(is_that) && errors.next().is_none()
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

fn before(source: &Source, diagnostic: Diagnostic) -> Refused {
    Refused::Before(Diagnostics::new(source.clone(), vec![diagnostic]))
}

/// The words of the list `key` of the catalog.
fn words<'a>(root: &'a Mapping, key: &str) -> impl Iterator<Item = &'a str> {
    let list = match root.get(key) {
        Some(Node::Sequence(list)) => &*list.items,
        _ => &[],
    };
    list.iter().filter_map(|node| match node {
        Node::Scalar(word) => Some(&*word.text),
        _ => None,
    })
}
