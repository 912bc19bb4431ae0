//! The keys of an entry that hold texts.

use std::fmt;

use crate::catalog::{Entry, Template, Text};

/// A key of an entry whose texts can differ from locale to locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextField {
    /// The message.
    Message,
    /// One line that says what happened.
    Summary,
    /// What happened, at length.
    Description,
    /// The root causes, a list.
    Causes,
    /// The steps that resolve it, a list.
    Resolution,
}

impl TextField {
    /// Every field, in the order in which they are documented.
    pub const ALL: [Self; 5] =
        [Self::Message, Self::Summary, Self::Description, Self::Causes, Self::Resolution];

    /// Its key in a catalog.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Summary => "summary",
            Self::Description => "description",
            Self::Causes => "causes",
            Self::Resolution => "resolution",
        }
    }

    /// Whether it is a list of texts.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Causes | Self::Resolution)
    }

    /// The field with this key.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == key)
    }
}

impl fmt::Display for TextField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TextField {
    /// What the entry has for it: one for all locales, or one for each that has one. Empty if it has none at all.
    pub(crate) fn of(self, entry: &Entry) -> Written<'_> {
        fn one(text: &Template) -> Vec<&str> {
            if text.text.is_empty() { Vec::new() } else { vec![&*text.text] }
        }
        #[expect(clippy::ptr_arg, reason = "as `one`, it is for what `Text` holds")]
        fn many(texts: &Vec<Template>) -> Vec<&str> {
            texts.iter().map(|text| &*text.text).collect()
        }
        fn written<'e, T>(text: &'e Text<T>, texts: fn(&'e T) -> Vec<&'e str>) -> Written<'e> {
            match text {
                Text::Same(text) => Written::Same(texts(text)),
                Text::PerLocale(all) => {
                    Written::PerLocale(all.own().iter().map(|text| text.as_ref().map(texts)).collect())
                }
            }
        }
        match self {
            Self::Message => {
                let own = entry
                    .messages
                    .iter()
                    .map(|message| message.translated.then(|| vec![&*message.template.text]));
                Written::PerLocale(own.collect())
            }
            Self::Summary => written(&entry.summary, one),
            Self::Description => written(&entry.description, one),
            Self::Causes => written(&entry.causes, many),
            Self::Resolution => written(&entry.resolution, many),
        }
    }
}

/// The texts of a field.
pub(crate) enum Written<'e> {
    Same(Vec<&'e str>),
    PerLocale(Vec<Option<Vec<&'e str>>>),
}

impl<'e> Written<'e> {
    /// Those that are in the locale with this index and in no other; `None` for the index of a new locale.
    pub(crate) fn own(&self, locale: Option<usize>) -> Option<&[&'e str]> {
        match self {
            Self::Same(_) => None,
            Self::PerLocale(all) => all[locale?].as_deref(),
        }
    }

    /// Those that show how many there are.
    pub(crate) fn source(&self) -> &[&'e str] {
        match self {
            Self::Same(texts) => texts,
            Self::PerLocale(all) => all[0].as_deref().unwrap_or_default(),
        }
    }
}
