//! The catalog as a program sees it, after every check has passed.
//!
//! What [`read`](crate::read) returns is complete and consistent: every placeholder names a param, every locale has
//! a message for every code, every identifier is a legal one and unique.
//!
//! The structs get fields with new keys of a catalog. The enums do not say that they get variants, though they do: who shows a
//! catalog must know every type of value that it can have, and is told by the compiler of one that is new.

mod template;

use std::fmt;
use std::ops::{Range, RangeInclusive};

use crate::cldr::Language;
use crate::diff::Rule;
use crate::source_texts;

pub use self::template::{Branch, Integer, Piece, Plural, Selector, Template};
pub(crate) use self::template::{Cut, CutKind, pieces, quote};
pub use crate::headings::{Heading, Headings};
pub use crate::text_field::TextField;

/// A catalog that has passed all checks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Catalog {
    /// The title of the catalog's reference page, from the file that lists the locales; empty if it has none.
    pub title: String,
    /// The introduction of that page, from the same file; empty if it has none.
    pub description: String,
    /// The locales; the first is the source locale.
    pub locales: Vec<Locale>,
    /// The index of the locale that logs are in.
    pub log_locale: usize,
    /// Which columns and params adapters read.
    pub roles: Roles,
    /// The codes that are never to be used again, in the order in which they are written, file after file.
    pub retired: Vec<Retired>,
    /// The columns that it declares, in the order in which they are written.
    pub columns: Vec<Column>,
    /// The entries, in the order in which they are written, file after file.
    pub entries: Vec<Entry>,
    /// The files that they are from.
    pub files: Vec<CatalogFile>,
    /// The edits that are accepted, though they break somebody.
    pub accepted: Vec<Acceptance>,
}

/// An edit that is made all the same, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Acceptance {
    /// What kind of edit it is.
    pub rule: Rule,
    /// The code that it is about, if it is about one; and so for what follows.
    pub code: Option<String>,
    /// The param.
    pub param: Option<String>,
    /// The column.
    pub column: Option<String>,
    /// The locale.
    pub locale: Option<String>,
    /// What the catalog says since; `None` where there is nothing any more, or it is only there.
    pub to: Option<String>,
    /// Why.
    pub reason: String,
}

/// A file of the catalog: a family of codes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CatalogFile {
    /// The path as shown in diagnostics.
    pub path: String,
    /// The title of the family; empty if it has none.
    pub title: String,
    /// Its introduction; empty if it has none.
    pub description: String,
    /// Which of [`Catalog::entries`] are written in it.
    pub entries: Range<usize>,
}

/// A locale of the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Locale {
    /// The tag as written, such as `ja` or `zh-Hant`.
    pub tag: String,
    /// The variant of the generated `Locale` enum, such as `Ja` or `ZhHant`.
    pub variant: String,
    /// What the reference pages in this locale call their parts.
    pub headings: Headings,
    /// The indices of the locales whose texts stand in where this one has none, the first of them that has one; the last
    /// is the source locale, which itself has none of them.
    pub fallback: Vec<usize>,
    /// What is known of its language: a text in this locale chooses its plurals, and groups the digits of its numbers, by it.
    pub language: Language,
}

/// The names of the columns, or params, that say what a service needs to know of a code; `None` where the catalog has none.
///
/// A name that the catalog gives in `roles` has been checked, and each value with it. One that has a role by default is of a
/// fitting type, and may have any value of that type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Roles {
    /// The column with the status of an HTTP reply.
    pub http_status: Option<String>,
    /// The column with the level of a log.
    pub level: Option<String>,
    /// The param or column with the seconds after which a client may try again.
    pub retry_after: Option<String>,
    /// The column with the status of a gRPC reply.
    pub grpc_status: Option<String>,
}

/// A code that is never to be used again: it still means what it meant.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// retired: [A1, {code: A2, since: 2026-11, use: A3, message: 'sold out'}]
/// codes: {A3: {message: 'not for sale'}}
/// ");
/// let retired = token_codes_build::read(&source).unwrap().catalog.retired;
/// assert!(retired[0].entry.is_none());
/// assert_eq!(retired[1].replacement.as_deref(), Some("A3"));
/// assert_eq!(retired[1].entry.as_ref().unwrap().messages[0].template.text, "sold out");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code as written.
    pub code: String,
    /// When it was retired, as written, such as `2026-11`; empty if that is not said.
    pub since: String,
    /// Why; empty if that is not said.
    pub why: String,
    /// The code that is used instead, which is one of [`Catalog::entries`].
    pub replacement: Option<String>,
    /// What is kept of its entry; `None` if nothing is. A text that it does not have is empty, its message included.
    pub entry: Option<Entry>,
}

/// That an entry's code is no longer to be used by those who write programs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecated {
    /// Since when, as written; empty if that is not said.
    pub since: String,
    /// The code that is used instead, which is one of [`Catalog::entries`].
    pub replacement: Option<String>,
    /// What whoever uses it should know; empty if nothing is said.
    pub note: String,
}

/// One coded message with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The code as written, such as `TOK005`.
    pub code: String,
    /// The associated constant of the generated `Code` enum: the code as a Rust identifier. It is the variant, if there
    /// is no name, or if another code would have the same constant.
    pub constant: String,
    /// The short name as written, such as `expiry-too-far`; empty if the entry has none.
    pub name: String,
    /// What its name was before.
    pub was: Option<String>,
    /// The variant of the generated `Code` enum, such as `ExpiryTooFar`; without a name, that is the code as a Rust
    /// identifier.
    pub variant: String,
    /// What the placeholders stand for: `{0}` is the first.
    pub params: Vec<Param>,
    /// The message in each locale, in the order of [`Catalog::locales`].
    pub messages: Vec<Message>,
    /// One line that says what happened.
    pub summary: Text<Template>,
    /// What happened, at length.
    pub description: Text<Template>,
    /// The root causes.
    pub causes: Text<Vec<Template>>,
    /// The steps that resolve it.
    pub resolution: Text<Vec<Template>>,
    /// Set if it is no longer to be used in programs.
    pub deprecated: Option<Deprecated>,
    /// What it has in each of [`Catalog::columns`], be it given there or the column's default; `None` where it has nothing.
    pub values: Vec<Option<Value>>,
    /// The translations that are marked as made of another source text than there is now, in the order of
    /// the locales, and then of the fields.
    pub stale: Vec<Stale>,
}

impl Entry {
    /// Its messages, as they are shown in each locale.
    pub(crate) fn message_templates(&self) -> impl Iterator<Item = &Template> {
        self.messages.iter().map(|message| &message.template)
    }

    /// Its texts beside the messages, in every locale.
    pub(crate) fn details(&self) -> impl Iterator<Item = &Template> {
        let texts = [&self.summary, &self.description].into_iter().flat_map(Text::all);
        texts.chain([&self.causes, &self.resolution].into_iter().flat_map(Text::all).flatten())
    }

    /// Whether the translation of this text into the locale with this index is marked as made of a source text that is
    /// another one now. A mark that says nothing does not count: the source text is the same again.
    ///
    /// ```
    /// use token_codes_build::{Source, catalog::TextField, read};
    ///
    /// let text = "\
    /// locales: [en, fr]
    /// codes:
    ///   A1:
    ///     message: {en: opens at 9, fr: ouvre à 8 h}
    ///     stale: {fr: opens at 8}
    /// ";
    /// let catalog = read(&Source::new("catalog.yaml", text)).unwrap().catalog;
    /// assert!(catalog.entries[0].is_stale(1, TextField::Message));
    /// ```
    #[must_use]
    pub fn is_stale(&self, locale: usize, field: TextField) -> bool {
        let mark = self.stale.iter().find(|mark| mark.locale == locale && mark.field == field);
        mark.is_some_and(|mark| {
            let written = field.of(self);
            locale > 0
                && written.own(Some(locale)).is_some()
                && !source_texts::are_same(written.source(), &mark.source)
        })
    }
}

/// A translation that is marked as made of a source text which has changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stale {
    /// The index of its locale in [`Catalog::locales`].
    pub locale: usize,
    /// Which text of the entry it is.
    pub field: TextField,
    /// The source text that it was made of; of a list, each of its texts.
    pub source: Vec<String>,
}

/// An attribute that codes can have, declared by the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its name, a Rust identifier in snake case: the key in the entries, and the accessor of the generated `Code`.
    pub name: String,
    /// Which values it can hold.
    pub ty: ColumnType,
    /// Whether the catalog only says `integer`, so that the type is the smallest that holds all values.
    pub inferred: bool,
    /// Whether every code has a value in it.
    pub required: bool,
    /// What a code has that is not given a value; only a required column has one.
    pub default: Option<Value>,
    /// Whether clients rely on it.
    pub contract: bool,
    /// What it was called before.
    pub was: Option<String>,
}

/// Which values a column can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Texts.
    Text,
    /// Whole numbers.
    Integer(IntegerType),
    /// `true` and `false`.
    Boolean,
    /// One of a list.
    Listed(List),
}

/// The values that a column lists, and the enum that is generated for them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct List {
    /// The enum, such as `Severity`.
    pub name: String,
    /// The values in their order.
    pub values: Vec<ListedValue>,
}

/// One of the values that a column lists.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListedValue {
    /// As written, such as `not-found`.
    pub text: String,
    /// The variant of the generated enum, such as `NotFound`.
    pub variant: String,
}

/// One of Rust's integers of at most 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntegerType {
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
}

impl IntegerType {
    /// Every type, in the order in which they are documented.
    pub const ALL: [Self; 8] =
        [Self::U8, Self::U16, Self::U32, Self::U64, Self::I8, Self::I16, Self::I32, Self::I64];

    /// The type in Rust, which is also the word for it in a catalog.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
        }
    }

    /// The smallest and the largest of its values.
    #[must_use]
    pub fn range(self) -> RangeInclusive<i128> {
        match self {
            Self::U8 => 0..=u8::MAX.into(),
            Self::U16 => 0..=u16::MAX.into(),
            Self::U32 => 0..=u32::MAX.into(),
            Self::U64 => 0..=u64::MAX.into(),
            Self::I8 => i8::MIN.into()..=i8::MAX.into(),
            Self::I16 => i16::MIN.into()..=i16::MAX.into(),
            Self::I32 => i32::MIN.into()..=i32::MAX.into(),
            Self::I64 => i64::MIN.into()..=i64::MAX.into(),
        }
    }
}

/// What a code has in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// In a column of texts.
    Text(String),
    /// In a column of integers, within the range of its type.
    Integer(i128),
    /// In a column of booleans.
    Boolean(bool),
    /// In a column with a list.
    Listed {
        /// Where it stands in the list.
        index: usize,
        /// As it is written there.
        text: String,
    },
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Listed { text, .. } => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Boolean(boolean) => boolean.fmt(f),
        }
    }
}

/// What a placeholder stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param {
    /// Its name, a Rust identifier in snake case.
    pub name: String,
    /// Which Rust types can fill it.
    pub ty: ParamType,
    /// Who may see what fills it.
    pub privacy: Privacy,
    /// What it was called before.
    pub was: Option<String>,
}

/// Who may see what fills a param.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Privacy {
    /// Everybody.
    #[default]
    Public,
    /// Whoever the message is for: logs do not show it.
    Personal,
    /// Nobody: it stands in no text.
    Secret,
}

impl Privacy {
    /// Every privacy, in the order in which they are documented.
    pub const ALL: [Self; 3] = [Self::Public, Self::Personal, Self::Secret];

    /// The word for it in a catalog.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Personal => "personal",
            Self::Secret => "secret",
        }
    }
}

/// Which Rust types can fill a param.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamType {
    /// Anything string-like.
    Text,
    /// Any of Rust's integers.
    Integer,
    /// A `bool`.
    Boolean,
    /// One of Rust's floating-point numbers.
    Float,
    /// Anything that implements `Display`.
    Any,
}

impl ParamType {
    /// Every type, in the order in which they are documented.
    pub const ALL: [Self; 5] = [Self::Text, Self::Integer, Self::Boolean, Self::Float, Self::Any];

    /// The word for it in a catalog.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Float => "float",
            Self::Any => "any",
        }
    }
}

/// The message of an entry in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// The text; where the catalog has none for this locale, that of the one that stands in.
    pub template: Template,
    /// Whether the catalog has a text for this locale.
    pub translated: bool,
    /// The index of the locale that the text is in: this one, or the one that stands in.
    pub locale: usize,
}

/// A text of an entry that may differ from locale to locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text<T> {
    /// One text for every locale.
    Same(T),
    /// One for each.
    PerLocale(Translations<T>),
}

/// A text in the locales of a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translations<T> {
    /// In the order of [`Catalog::locales`]; `None` where the catalog has none, so that another locale stands in.
    pub(crate) own: Vec<Option<T>>,
    /// For each locale, the index of the one whose text is shown in it.
    pub(crate) shown: Vec<usize>,
}

impl<T> Translations<T> {
    /// The text that the catalog has for each of its locales, in their order; `None` where another locale's stands in.
    #[must_use]
    pub fn own(&self) -> &[Option<T>] {
        &self.own
    }
}

impl<T> Text<T> {
    /// The text that is shown in the locale with this index in [`Catalog::locales`]: its own, or that of the locale that
    /// stands in.
    ///
    /// ```
    /// let source = token_codes_build::Source::new("catalog.yaml", "\
    /// locales: [ja, fr, fr-CA]
    /// codes: {A1: {message: {ja: 一}, summary: {ja: 二, fr: deux}}}
    /// ");
    /// let summary = &token_codes_build::read(&source).unwrap().catalog.entries[0].summary;
    /// assert_eq!((&*summary.get(2).text, summary.locale(2)), ("deux", Some(1)));
    /// assert!(summary.written(2).is_none());
    /// ```
    ///
    /// # Panics
    ///
    /// If the catalog has no locale with that index, or the source locale has no text, which no checked catalog lacks.
    #[must_use]
    pub fn get(&self, locale: usize) -> &T {
        match self {
            Self::Same(text) => text,
            Self::PerLocale(texts) => {
                texts.own[texts.shown[locale]].as_ref().expect("the source locale has a text")
            }
        }
    }

    /// The index of the locale that the text is in which [`get`](Self::get) gives; `None` if it is the same in all.
    ///
    /// # Panics
    ///
    /// If the catalog has no locale with that index.
    #[must_use]
    pub fn locale(&self, locale: usize) -> Option<usize> {
        match self {
            Self::Same(_) => None,
            Self::PerLocale(texts) => Some(texts.shown[locale]),
        }
    }

    /// The text that the catalog has for the locale with this index: its own, or the one for every locale; `None` where
    /// that of another stands in.
    #[must_use]
    pub fn written(&self, locale: usize) -> Option<&T> {
        match self {
            Self::Same(text) => Some(text),
            Self::PerLocale(texts) => texts.own.get(locale)?.as_ref(),
        }
    }

    /// Every text that the catalog has.
    pub(crate) fn all(&self) -> impl Iterator<Item = &T> {
        let (same, own) = match self {
            Self::Same(text) => (Some(text), &[][..]),
            Self::PerLocale(texts) => (None, texts.own()),
        };
        same.into_iter().chain(own.iter().flatten())
    }
}

impl Catalog {
    /// The entry with this code, as written in the catalog.
    #[must_use]
    pub fn entry(&self, code: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.code == code)
    }

    /// Every entry whose texts are there: those of the codes, and then those that are kept of retired ones, each of these
    /// with what is said of it.
    pub fn with_retired(&self) -> impl Iterator<Item = (&Entry, Option<&Retired>)> {
        let kept = self.retired.iter().filter_map(|retired| Some((retired.entry.as_ref()?, Some(retired))));
        self.entries.iter().map(|entry| (entry, None)).chain(kept)
    }

    /// What an entry has in the catalog's columns, each with the column's name.
    pub fn values<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let values = self.columns.iter().zip(&entry.values);
        values.filter_map(|(column, value)| Some((&*column.name, value.as_ref()?)))
    }
}
