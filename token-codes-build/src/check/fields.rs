//! Mappings that have a fixed set of keys.

use super::{Context, unique};
use crate::{
    diagnostic::{Diagnostic, Kind},
    suggest::{listed, nearest},
    yaml::{Mapping, Node, Scalar},
};

/// The known keys of a mapping with their values.
#[derive(Default)]
pub(super) struct Fields<'a> {
    known: Vec<(&'a Scalar, &'a Node)>,
    /// The keys that seem to be there under a misspelt name.
    misspelt: Vec<&'static str>,
    /// Whether there was a key that could not be read.
    incomplete: bool,
}

impl<'a> Fields<'a> {
    /// Reads the mapping, and reports the keys that are unknown or stand twice.
    pub(super) fn read(
        context: &mut Context<'_>,
        mapping: &'a Mapping,
        of: &str,
        allowed: &'static [&'static str],
    ) -> Self {
        let mut fields = Self { known: Vec::new(), misspelt: Vec::new(), incomplete: mapping.incomplete };
        for (key, node) in unique(context, mapping) {
            if allowed.contains(&&*key.text) {
                fields.known.push((key, node));
            } else {
                let guess = nearest(&key.text, allowed.iter().copied());
                context.report(unknown_key(key, of, allowed, guess));
                fields.misspelt.extend(allowed.iter().find(|name| Some(**name) == guess));
            }
        }
        fields
    }

    /// Those of what could not be read at all.
    pub(super) fn unreadable() -> Self {
        Self { incomplete: true, ..Self::default() }
    }

    /// Each known key as written, and its value.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a Scalar, &'a Node)> {
        self.known.iter().copied()
    }

    pub(super) fn add(&mut self, key: &'a Scalar, node: &'a Node) {
        self.known.push((key, node));
    }

    /// Takes over which keys cannot be said to be missing.
    pub(super) fn add_misspelt(&mut self, other: &Fields<'_>) {
        self.misspelt.extend(&other.misspelt);
        self.incomplete |= other.incomplete;
    }

    /// The key as written, and its value.
    pub(super) fn get(&self, name: &str) -> Option<(&'a Scalar, &'a Node)> {
        self.known.iter().find(|(key, _)| key.text == name).copied()
    }

    /// Whether a key has been reported that was probably meant to be this one: misspelt, or not to be read at all.
    pub(super) fn is_misspelt(&self, name: &str) -> bool {
        self.incomplete || self.misspelt.contains(&name)
    }
}

fn unknown_key(key: &Scalar, of: &str, allowed: &[&str], guess: Option<&str>) -> Diagnostic {
    let keys = listed(allowed.iter().copied());
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? the keys are {keys}"),
        None => format!("remove it; the keys are {keys}"),
    };
    let message = format!("{of} has no key `{}`", key.text);
    Diagnostic::new(Kind::UnknownKey, key.span.clone(), message).help(help)
}

/// The report on a key that is not there; placed at the first key of the mapping that lacks it.
pub(super) fn missing_key(mapping: &Mapping, of: &str, help: &str, name: &str) -> Diagnostic {
    let span = mapping.entries.first().map_or(mapping.span.clone(), |(key, _)| key.span.clone());
    Diagnostic::new(Kind::MissingKey, span, format!("{of} has no `{name}`")).help(help)
}
