//! What a check finds, and how it is told.

pub(crate) mod draw;
pub(crate) mod excerpt;

use std::{fmt, ops::Range};

use crate::source::Source;
pub(crate) use excerpt::visible;

/// Declares [`Kind`] with all that is known of each kind: the one table of diagnostics.
macro_rules! kinds {
    ($($kind:ident, $level:ident, $name:literal, $about:literal $(, $settable:ident)?;)*) => {
        /// The kinds of diagnostics.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Kind {
            $(#[doc = $about] $kind,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The stable name, such as `unknown-placeholder`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// Whether it stops the build, unless the catalog says otherwise in `checks` or by `strict`.
            #[must_use]
            pub const fn level(self) -> Level {
                match self { $(Self::$kind => Level::$level),* }
            }

            /// Whether a catalog can set the level in `checks`: only of what is a matter of taste.
            #[must_use]
            pub const fn is_settable(self) -> bool {
                match self { $(Self::$kind => is_settable!($($settable)?)),* }
            }

            /// What it is about, in a sentence.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$kind => $about),* }
            }
        }
    };
}

/// Whether a row of the table ends with `settable`.
macro_rules! is_settable {
    (settable) => {
        true
    };
    () => {
        false
    };
}

kinds! {
    // The file.
    UnreadableFile, Error, "unreadable-file", "The catalog does not exist, cannot be read, or is a folder without YAML files.";
    FileTooLarge, Error, "file-too-large", "The catalog is larger than 64 MiB.";
    NotUtf8, Error, "not-utf8", "The file is in another encoding than UTF-8.";
    // YAML.
    ControlCharacter, Error, "control-character", "A control character stands in the file or in a text.";
    Syntax, Error, "syntax", "The file is not YAML.";
    Lookalike, Error, "lookalike", "A character only looks like one that YAML is written with: a no-break space, a full-width colon.";
    TooDeep, Error, "too-deep", "Lists and mappings are nested deeper than any catalog needs.";
    AmbiguousYaml, Error, "ambiguous-yaml", "Two YAML readers disagree on what is written.";
    EmptyCatalog, Error, "empty-catalog", "The file holds nothing but comments.";
    SeveralDocuments, Error, "several-documents", "A `---` or `...` divides the file into several documents.";
    Anchor, Error, "anchor", "A YAML anchor (`&name`) or alias (`*name`); often a text that lacks its quotes.";
    Tag, Error, "tag", "A YAML tag (`!name`); often a text that lacks its quotes.";
    MergeKey, Error, "merge-key", "A YAML merge key (`<<`).";
    LostText, Error, "lost-text", "YAML takes the rest of a text for a comment.";
    DuplicateKey, Error, "duplicate-key", "A key stands twice in one mapping, or in two files and holds for all.";
    // Keys and values.
    WrongShape, Error, "wrong-shape", "A text, a list or a mapping stands where another of them is expected.";
    EmptyValue, Error, "empty-value", "A key has no value, or `null`.";
    UnknownKey, Error, "unknown-key", "A key that a catalog does not have.";
    MissingKey, Error, "missing-key", "A key that every catalog or entry must have.";
    InvalidValue, Error, "invalid-value", "A setting has a value that it cannot have.";
    DuplicateItem, Error, "duplicate-item", "An item stands twice in one list.";
    UnknownCheck, Error, "unknown-check", "`checks` names what is no check, or one whose level cannot be set.";
    // Locales.
    InvalidLocale, Error, "invalid-locale", "A locale is not a language tag.";
    DuplicateLocale, Error, "duplicate-locale", "A locale is listed twice.";
    CollidingLocale, Error, "colliding-locale", "Two locales become the same Rust identifier.";
    UnknownLocale, Error, "unknown-locale", "A text or a setting names a locale that is not listed.";
    InvalidFallback, Error, "invalid-fallback", "A locale that cannot stand in: for the source locale, for itself, or in a circle.";
    TextWithoutLocale, Error, "text-without-locale", "A message does not say in which locale it is.";
    MissingSourceText, Error, "missing-source-text", "A text lacks the source locale.";
    MissingTranslation, Warning, "missing-translation", "A text lacks a locale; another stands in.", settable;
    Untranslated, Warning, "untranslated", "A text is the same as in the source locale.", settable;
    StaleTranslation, Warning, "stale-translation", "A translation was made of a source text that is another one now.", settable;
    NeedlessStale, Warning, "needless-stale", "`stale` marks what is not stale: the source text is the same again, or the locale has no text.", settable;
    UnevenDetails, Warning, "uneven-details", "A list has more or fewer texts than in the source locale, or one of them other placeholders.", settable;
    // Codes and names.
    InvalidCode, Error, "invalid-code", "A code has a character that codes cannot have.";
    DuplicateCode, Error, "duplicate-code", "A code is defined twice.";
    InvalidName, Error, "invalid-name", "A name is not in kebab case.";
    DuplicateName, Error, "duplicate-name", "Two codes have the same name.";
    CollidingIdentifier, Error, "colliding-identifier", "Two codes, columns or values of a column become the same Rust identifier.";
    RetiredCode, Error, "retired-code", "A code is used again that was retired.";
    UnknownCode, Error, "unknown-code", "What is named as a code is none of the catalog, or no longer one.";
    // Params and placeholders.
    InvalidParam, Error, "invalid-param", "A param's name is not a Rust identifier in snake case.";
    TooManyParams, Error, "too-many-params", "An entry has more than 255 params.";
    UnknownType, Error, "unknown-type", "A param or a column has a type that does not exist.";
    InvalidPlaceholder, Error, "invalid-placeholder", "Braces hold what is no placeholder.";
    UnknownPlaceholder, Error, "unknown-placeholder", "A placeholder names no param.";
    MissingPlaceholder, Error, "missing-placeholder", "A message leaves a param out.";
    UnusedParam, Error, "unused-param", "No message of the entry uses a param.";
    SecretPlaceholder, Error, "secret-placeholder", "A text shows a param that is secret.";
    UnknownParam, Error, "unknown-param", "`omits` names a param that the entry does not have.";
    NeedlessOmission, Error, "needless-omission", "`omits` names a param that the message does not leave out, or one that is secret, which every message leaves out.";
    ForeignPlaceholder, Warning, "foreign-placeholder", "A text has what is a placeholder elsewhere: `%s`, `${name}`, `｛0｝`.", settable;
    AdjacentPlaceholders, Warning, "adjacent-placeholders", "Placeholders stand together with nothing between them.", settable;
    // Plurals and numbers.
    InvalidPlural, Error, "invalid-plural", "A plural is not written as ICU has it: a brace, a comma or a branch is missing or too much.";
    InvalidQuote, Error, "invalid-quote", "In a text with a plural or a `number`, a brace is doubled, or an apostrophe quotes a placeholder or does not end.";
    UnsupportedFormat, Error, "unsupported-format", "A placeholder has another type than `plural`, `selectordinal` and `number`, or a style.";
    UnknownCategory, Error, "unknown-category", "A branch of a plural is for a category that does not exist, or that the language of the text does not have.";
    MissingCategory, Error, "missing-category", "A plural lacks the branch `other`, or that of a category which numbers without a branch of their own have in the language of the text.";
    RepeatedBranch, Error, "repeated-branch", "A plural has two branches for the same.";
    RepeatedPlural, Error, "repeated-plural", "A text has two plurals of one param.";
    MismatchedPlural, Error, "mismatched-plural", "A text has a plural or a `number` of a param that is no integer.";
    UnknownLanguage, Warning, "unknown-language", "A text has a plural, and no plural rules are known of its language.", settable;
    // Columns.
    InvalidColumn, Error, "invalid-column", "A column, or a value that it lists, has a name that it cannot have; or a column has a default, but is not required.";
    MismatchedValue, Error, "mismatched-value", "A code has a value that its column cannot hold.";
    MissingValue, Error, "missing-value", "A code has no value in a column that requires one.";
    UnknownColumn, Error, "unknown-column", "`roles` names a column or a param that the catalog does not have.";
    MismatchedRole, Error, "mismatched-role", "A role has a column of a type, or with a value, that means nothing to it.";
    UnusedColumn, Warning, "unused-column", "No code has a value in a column.", settable;
    // Texts.
    DuplicateMessage, Warning, "duplicate-message", "Two codes have the same message in a locale.", settable;
    EmptyText, Warning, "empty-text", "A text is empty.", settable;
    EdgeSpace, Warning, "edge-space", "A text starts or ends with a space.", settable;
    DoubledSpace, Warning, "doubled-space", "Two or more spaces stand together in a text.", settable;
    SuspiciousCharacter, Warning, "suspicious-character", "A text has a character that nobody sees, or U+FFFD, which stands for one that was lost.", settable;
    MessageBreak, Warning, "message-break", "A message has a tab, or a line break other than below `|` or `>`.", settable;
    BidiOverride, Error, "bidi-override", "A text has a character that changes the order in which others are shown.", settable;
}

/// Whether a diagnostic stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is reported; so no diagnostic has this level.
    Allow,
    /// The catalog is compiled.
    Warning,
    /// The catalog is not compiled.
    Error,
}

impl Level {
    /// Every level, the mildest first.
    pub const ALL: [Self; 3] = [Self::Allow, Self::Warning, Self::Error];

    /// The word for it, in reports and in `checks` of a catalog.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One mistake in a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind of mistake it is; gives the name.
    pub kind: Kind,
    level: Level,
    /// The bytes of the source that are wrong.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What is at the span, in a few words, if the message does not say it.
    pub here: Option<String>,
    /// What to write instead.
    pub help: Option<String>,
    /// Other places that belong to the mistake, such as the first of two duplicates.
    pub labels: Vec<Label>,
    names_its_code: bool,
}

/// Another place that belongs to a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Label {
    /// The bytes of the source.
    pub span: Range<usize>,
    /// What is there.
    pub message: String,
}

impl Diagnostic {
    pub(crate) fn new(kind: Kind, span: Range<usize>, message: impl Into<String>) -> Self {
        let level = kind.level();
        let (message, labels) = (message.into(), Vec::new());
        Self { kind, level, span, message, here: None, help: None, labels, names_its_code: false }
    }

    /// Whether it stops the build: as its kind does, unless the catalog or the caller has set another level.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    pub(crate) fn at_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// Says what is at the span, in a few words.
    pub(crate) fn here(mut self, here: impl Into<String>) -> Self {
        self.here = Some(here.into());
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn label(mut self, span: Range<usize>, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Notes that the message names the code that it is about.
    pub(crate) fn naming_its_code(self) -> Self {
        Self { names_its_code: true, ..self }
    }

    /// Whether the message names the code that it is about.
    pub(crate) fn names_its_code(&self) -> bool {
        self.names_its_code
    }

    /// Whether it is about a place in a file, and not about the file or the catalog as a whole.
    #[must_use]
    pub fn has_place(&self) -> bool {
        !matches!(self.kind, Kind::UnreadableFile | Kind::FileTooLarge)
    }
}

/// The mistakes in a catalog, in the order of its files.
///
/// Displayed as one report after the other, as rustc shows them, without colour; see also [`Diagnostics::styled`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    source: Source,
    list: Vec<Diagnostic>,
    /// The entries of the catalog, in the order of their places.
    entries: Box<[(Range<usize>, String)]>,
}

impl Diagnostics {
    pub(crate) fn new(source: Source, mut list: Vec<Diagnostic>) -> Self {
        list.sort_by_key(|diagnostic| diagnostic.span.start);
        Self { source, list, entries: Box::default() }
    }

    /// Says where the entry of each code is, in the order of their places.
    pub(crate) fn with_entries(self, entries: Vec<(Range<usize>, String)>) -> Self {
        Self { entries: entries.into(), ..self }
    }

    /// The code in whose entry one of them is, as it is written; `None` if it is about something else.
    #[must_use]
    pub fn code_of(&self, diagnostic: &Diagnostic) -> Option<&str> {
        let start = diagnostic.span.start;
        let after = self.entries.partition_point(|(entry, _)| entry.start <= start);
        let (entry, code) = self.entries.get(after.checked_sub(1)?)?;
        entry.contains(&start).then_some(&**code)
    }

    /// The source that they are about; its text is empty if it cannot be read at all.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Each of them, in the order of the files.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are of a level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.iter().filter(|diagnostic| diagnostic.level() == level).count()
    }

    /// Whether one of them stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
