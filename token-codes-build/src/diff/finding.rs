//! An edit that was found, and the parts of a catalog that it is about.

use super::rule::{Rule, Severity, Who};
use crate::catalog::TextField;

/// An edit of a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of edit it is.
    pub rule: Rule,
    /// Who notices it, in the order of [`Who::ALL`].
    pub who: Vec<Who>,
    /// What was there; `None` if it is new.
    pub before: Option<Side>,
    /// What is there now; `None` if it is gone.
    pub after: Option<Side>,
    /// What was done, in one line.
    pub message: String,
    /// Why it was done all the same, if the catalog accepts it.
    pub accepted: Option<String>,
}

/// One of the two states of what was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// The part of the catalog.
    pub item: Item,
    /// What it says; `None` where it is only there or not.
    pub value: Option<String>,
}

/// A part of a catalog, by its names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Item {
    /// The title, of the catalog or of the family in the file of this name.
    Title(Option<String>),
    /// The introduction, of the catalog or of the family in the file of this name.
    Introduction(Option<String>),
    /// What the pages call one of their parts, in a locale.
    Heading {
        /// The locale.
        locale: String,
        /// The key of the part.
        key: &'static str,
    },
    /// A locale.
    Locale(String),
    /// The locale that logs are in.
    LogLocale,
    /// What services read from a column or param, by its key in `roles`.
    Role(&'static str),
    /// A code that is retired.
    Retired(String),
    /// An acceptance, by where it stands in the list.
    Acceptance(usize),
    /// A column.
    Column(String),
    /// A value that a column lists.
    ListedValue {
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// A code with its entry.
    Code(String),
    /// That a code is deprecated.
    Deprecated(String),
    /// The name of a code.
    Name(String),
    /// The params of a code.
    Params(String),
    /// One of them.
    Param {
        /// The code.
        code: String,
        /// The param.
        param: String,
    },
    /// What a code has in a column.
    Value {
        /// The code.
        code: String,
        /// The column.
        column: String,
    },
    /// A text of a code.
    Text {
        /// The code.
        code: String,
        /// Which of its texts.
        field: TextField,
        /// The locale.
        locale: String,
    },
}

/// The names of what an edit is about: those that an acceptance gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subject<'a> {
    /// The code.
    pub code: Option<&'a str>,
    /// The param.
    pub param: Option<&'a str>,
    /// The column.
    pub column: Option<&'a str>,
    /// The locale.
    pub locale: Option<&'a str>,
}

impl Item {
    /// The names in it.
    #[must_use]
    pub fn subject(&self) -> Subject<'_> {
        let none = Subject::default();
        match self {
            Self::Title(_)
            | Self::Introduction(_)
            | Self::LogLocale
            | Self::Role(_)
            | Self::Acceptance(_) => none,
            Self::Heading { locale, .. } | Self::Locale(locale) => Subject { locale: Some(locale), ..none },
            Self::Column(column) | Self::ListedValue { column, .. } => {
                Subject { column: Some(column), ..none }
            }
            Self::Retired(code)
            | Self::Code(code)
            | Self::Deprecated(code)
            | Self::Name(code)
            | Self::Params(code) => Subject { code: Some(code), ..none },
            Self::Param { code, param } => Subject { code: Some(code), param: Some(param), ..none },
            Self::Value { code, column } => Subject { code: Some(code), column: Some(column), ..none },
            Self::Text { code, locale, .. } => Subject { code: Some(code), locale: Some(locale), ..none },
        }
    }

    /// It, as a state of an edit, without a value.
    pub(super) fn there(self) -> Side {
        Side { item: self, value: None }
    }

    /// It, as a state of an edit, with what it says.
    pub(super) fn says(self, value: impl Into<String>) -> Side {
        Side { item: self, value: Some(value.into()) }
    }
}

impl Finding {
    pub(super) fn new(
        rule: Rule,
        before: impl Into<Option<Side>>,
        after: impl Into<Option<Side>>,
        message: impl Into<String>,
    ) -> Self {
        let (before, after, message) = (before.into(), after.into(), message.into());
        Self { rule, who: rule.who().to_vec(), before, after, message, accepted: None }
    }

    /// Adds who else notices it.
    pub(super) fn also(mut self, who: impl IntoIterator<Item = Who>) -> Self {
        self.who.extend(who);
        self.who.sort_unstable();
        self.who.dedup();
        self
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// What it is about: what is there now, or else what was.
    ///
    /// # Panics
    ///
    /// If it has neither side, which no finding of a diff lacks.
    #[must_use]
    pub fn item(&self) -> &Item {
        let side = self.after.as_ref().or(self.before.as_ref());
        &side.expect("an edit is of something").item
    }

    /// What was said before, if anything was.
    #[must_use]
    pub fn old_value(&self) -> Option<&str> {
        self.before.as_ref()?.value.as_deref()
    }

    /// What is said now, if anything is.
    #[must_use]
    pub fn new_value(&self) -> Option<&str> {
        self.after.as_ref()?.value.as_deref()
    }
}
