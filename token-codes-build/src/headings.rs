//! What the reference pages call their parts.

use std::collections::BTreeMap;

/// A part of the reference pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// The table of all codes.
    Overview,
    /// The sections of all codes.
    Details,
    /// The column of the codes in the table.
    Code,
    /// The messages.
    Message,
    /// What happened, at length, and in one line in the table.
    Description,
    /// The root causes.
    Causes,
    /// The steps that resolve it.
    Resolution,
    /// What the placeholders of a message stand for.
    Params,
    /// What a code has in the columns of the catalog.
    Columns,
    /// Codes that are never used again.
    Retired,
    /// A code that is no longer to be used in programs.
    Deprecated,
}

impl Heading {
    /// Every part, in the order in which they are documented.
    pub const ALL: [Self; 11] = [
        Self::Overview,
        Self::Details,
        Self::Code,
        Self::Message,
        Self::Description,
        Self::Causes,
        Self::Resolution,
        Self::Params,
        Self::Columns,
        Self::Retired,
        Self::Deprecated,
    ];

    /// The key for it in a catalog.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Details => "details",
            Self::Code => "code",
            Self::Message => "message",
            Self::Description => "description",
            Self::Causes => "causes",
            Self::Resolution => "resolution",
            Self::Params => "params",
            Self::Columns => "columns",
            Self::Retired => "retired",
            Self::Deprecated => "deprecated",
        }
    }

    /// What it is called where the catalog does not say.
    #[must_use]
    pub const fn default_text(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Details => "Error Code Details",
            Self::Code => "Code",
            Self::Message => "Message",
            Self::Description => "Description",
            Self::Causes => "Root Cause",
            Self::Resolution => "Resolution",
            Self::Params => "Placeholders",
            Self::Columns => "Attributes",
            Self::Retired => "Retired",
            Self::Deprecated => "Deprecated",
        }
    }
}

/// What the parts are called in one locale.
///
/// ```
/// use token_codes_build::catalog::Heading;
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [ja]
/// headings: {ja: {overview: 概要}}
/// codes: {A1: {message: 一}}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// assert_eq!(catalog.locales[0].headings.get(Heading::Overview), "概要");
/// assert_eq!(catalog.locales[0].headings.get(Heading::Causes), "Root Cause");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// Those that the catalog gives, each with the index of the locale that it is in.
    pub(crate) texts: BTreeMap<Heading, (String, usize)>,
}

impl Headings {
    /// What this part is called: in English, if the catalog does not say.
    #[must_use]
    pub fn get(&self, heading: Heading) -> &str {
        self.written(heading).unwrap_or(heading.default_text())
    }

    /// What the catalog says that this part is called, in this locale or in one that stands in for it.
    ///
    /// The source locale stands in only if the catalog names it in `fallback`, or its tag is the start of this one's: who
    /// reads `fr` is better served with English than with whatever the source locale is.
    #[must_use]
    pub fn written(&self, heading: Heading) -> Option<&str> {
        self.texts.get(&heading).map(|(text, _)| &**text)
    }

    /// The index of the locale in which [`written`](Self::written) has it.
    #[must_use]
    pub fn locale(&self, heading: Heading) -> Option<usize> {
        self.texts.get(&heading).map(|(_, locale)| *locale)
    }
}
