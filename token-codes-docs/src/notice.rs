//! What is said of a code that is not to be used any more.

use serde::{Serialize, Serializer};
use token_codes_build::catalog::{Entry, Retired};

/// That a code is retired, or deprecated; as JSON, an object with what is said: `since`, `use`, and `why` or `note`.
///
/// ```
/// use token_codes_docs::Notice;
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// retired: [{code: A1, since: 2026-11, use: A2}]
/// codes: {A2: {message: sold out}}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let notice = Notice::of_retired(&catalog.retired[0]);
/// assert_eq!(serde_json::to_string(&notice).unwrap(), r#"{"since":"2026-11","use":"A2"}"#);
/// assert_eq!(Notice::of_deprecated(&catalog.entries[0]), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice<'a> {
    /// Whether the code is retired: no program has it any more. If not, it is deprecated.
    pub is_retired: bool,
    /// Since when; empty if that is not said.
    pub since: &'a str,
    /// The code to use instead.
    pub replacement: Option<&'a str>,
    /// Why, or what to know; empty if nothing is said.
    pub text: &'a str,
}

impl<'a> Notice<'a> {
    /// That of a retired code.
    #[must_use]
    pub fn of_retired(retired: &'a Retired) -> Self {
        let Retired { since, why, replacement, .. } = retired;
        Self { is_retired: true, since, replacement: replacement.as_deref(), text: why }
    }

    /// That of an entry that is deprecated; `None` if it is not.
    #[must_use]
    pub fn of_deprecated(entry: &'a Entry) -> Option<Self> {
        let deprecated = entry.deprecated.as_ref()?;
        let replacement = deprecated.replacement.as_deref();
        Some(Self { is_retired: false, since: &deprecated.since, replacement, text: &deprecated.note })
    }

    /// That of an entry, be its code retired or not.
    #[must_use]
    pub fn of(entry: &'a Entry, retired: Option<&'a Retired>) -> Option<Self> {
        retired.map(Self::of_retired).or_else(|| Self::of_deprecated(entry))
    }

    /// What is said, by the keys of a catalog.
    pub(crate) fn said(&self) -> impl Iterator<Item = (&'static str, &'a str)> + use<'a> {
        let text = if self.is_retired { "why" } else { "note" };
        let parts = [("since", self.since), ("use", self.replacement.unwrap_or_default()), (text, self.text)];
        parts.into_iter().filter(|(_, said)| !said.is_empty())
    }
}

impl Serialize for Notice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.said())
    }
}
