//! The files of translators' own tools: PO, as gettext has it, and XLIFF.
//!
//! Every text is a unit of its own, each cause and each step too. A unit is found again by its code and its field, such as
//! `TOK005 message` and `TOK005 resolution 2`; its texts are as in the catalog, with `{0}` and `{{`, or as ICU has them, which
//! many tools know.

mod import;
mod po;
mod unit;
mod xliff;

use std::fmt;

pub(crate) use import::{Imported, ImportedText, resolve};
pub(crate) use unit::{Unit, units};

use crate::{
    diagnostic::{Diagnostic, Kind},
    reports::{Reported, Reports},
    source::{Source, SourceFile},
    yaml::Scalar,
};

/// A format that the tools of translators read and write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangeFormat {
    /// PO, of gettext.
    Po,
    /// XLIFF 1.2.
    Xliff1,
    /// XLIFF 2.0.
    Xliff2,
}

impl ExchangeFormat {
    /// Every format, in the order in which they are documented.
    pub const ALL: [Self; 3] = [Self::Po, Self::Xliff1, Self::Xliff2];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Po => "po",
            Self::Xliff1 => "xliff",
            Self::Xliff2 => "xliff2",
        }
    }
}

impl fmt::Display for ExchangeFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a file says of itself.
pub(crate) struct Head<'c> {
    /// The title of the catalog.
    pub(crate) title: &'c str,
    /// The path of the catalog.
    pub(crate) path: &'c str,
    pub(crate) source_locale: &'c str,
    pub(crate) locale: &'c str,
    /// How plurals are written, line by line.
    pub(crate) plurals: Vec<String>,
}

/// The file with these units.
pub(crate) fn write(format: ExchangeFormat, head: &Head<'_>, units: &[Unit<'_>]) -> String {
    match format {
        ExchangeFormat::Po => po::write(head, units),
        ExchangeFormat::Xliff1 => xliff::write_1(head, units),
        ExchangeFormat::Xliff2 => xliff::write_2(head, units),
    }
}

/// The first character of the texts that a file of this format cannot hold, with the unit that has it.
pub(crate) fn unfit<'u, 'c>(format: ExchangeFormat, units: &'u [Unit<'c>]) -> Option<(&'u Unit<'c>, char)> {
    if format == ExchangeFormat::Po {
        return None;
    }
    units.iter().find_map(|unit| {
        let texts = [Some(unit.source), unit.translation, unit.old_source];
        let wrong =
            texts.into_iter().flatten().find_map(|text| text.chars().find(|sign| !xliff::is_allowed(*sign)));
        Some((unit, wrong?))
    })
}

/// What a file holds, before it is known what the catalog has.
pub(crate) struct Exchange {
    /// The locale that it is in.
    pub(crate) locale: Result<Scalar, Reported>,
    pub(crate) translations: Vec<Translation>,
}

/// A unit as it is in a file.
pub(crate) struct Translation {
    /// Code and field, with a blank between them.
    pub(crate) key: Scalar,
    pub(crate) source: Option<Scalar>,
    pub(crate) text: Option<Scalar>,
    /// Whether the translator says that it is right.
    pub(crate) is_done: bool,
}

/// Reads a file of any of the formats; what is wrong with a part of it costs that part.
pub(crate) fn read(source: &Source, file: &SourceFile, found: &mut Reports) -> Result<Exchange, Reported> {
    let text = source.text_of(file);
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') {
        xliff::read(text, file.span.start, found)
    } else {
        Ok(po::read(text, file.span.start, found))
    }
}

/// The report that a file does not say its locale.
fn without_locale(at: usize, help: &str) -> Diagnostic {
    Diagnostic::new(Kind::MissingKey, at..at, "the file does not say its locale").help(help)
}
