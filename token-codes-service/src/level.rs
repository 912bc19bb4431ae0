//! How serious a code is, as its catalog says.

use token_codes::{AnyCode, ColumnValue, Role};

/// The levels that the log and the reports know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Trace,
    Debug,
    Info,
    Notice,
    Warning,
    Error,
}

/// The words of a catalog for the levels below [`Level::Error`].
const WORDS: [(&str, Level); 6] = [
    ("trace", Level::Trace),
    ("debug", Level::Debug),
    ("info", Level::Info),
    ("notice", Level::Notice),
    ("warn", Level::Warning),
    ("warning", Level::Warning),
];

impl Level {
    /// What the code has in the column of [`Role::Level`].
    pub(crate) fn of(code: AnyCode) -> Self {
        match code.role(Role::Level) {
            Some(ColumnValue::Text(word)) => Self::named(word),
            _ => Self::Error,
        }
    }

    /// Every other word is an error: `critical` and what is above it, and one that nobody knows, which should not be
    /// missed.
    fn named(word: &str) -> Self {
        let found = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
        found.map_or(Self::Error, |&(_, level)| level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_level() {
        let words = ["trace", "debug", "info", "notice", "warn", "warning", "WARNING"];
        let levels = [
            Level::Trace,
            Level::Debug,
            Level::Info,
            Level::Notice,
            Level::Warning,
            Level::Warning,
            Level::Warning,
        ];
        assert_eq!(words.map(Level::named), levels);
    }

    #[test]
    fn all_else_is_an_error() {
        for word in ["error", "critical", "alert", "emergency", "fatal", "", "informational"] {
            assert_eq!(Level::named(word), Level::Error, "{word}");
        }
    }
}
