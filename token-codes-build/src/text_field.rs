//! The keys of an entry that hold texts.

use std::fmt;

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
