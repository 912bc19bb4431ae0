//! Mappings that have a fixed set of keys.

use super::{Context, unique};
use crate::{
    diagnostic::{Diagnostic, Kind},
    suggest::{listed, nearest},
    yaml::{Mapping, Node, Scalar},
};

/// The keys that a mapping can have.
pub(super) struct Keys<'k, 'a> {
    pub(super) allowed: &'k [&'a str],
    /// Whether those are all; if not, a key that is like none of them may be in order.
    pub(super) complete: bool,
    /// What to do with a key that is none of them.
    pub(super) otherwise: &'k str,
}

/// The known keys of a mapping with their values.
#[derive(Default)]
pub(super) struct Fields<'a> {
    known: Vec<(&'a Scalar, &'a Node)>,
    /// The keys that seem to be there under a misspelt name.
    misspelt: Vec<&'a str>,
    /// Whether there was a key that could not be read.
    incomplete: bool,
}

impl<'a> Fields<'a> {
    /// Reads the mapping, and reports the keys that are unknown or stand twice.
    pub(super) fn read(
        context: &mut Context<'_>,
        mapping: &'a Mapping,
        of: &str,
        allowed: &[&'a str],
    ) -> Self {
        Self::read_keys(context, mapping, of, &Keys { allowed, complete: true, otherwise: "remove it" })
    }

    /// The same, where more is to be known of the keys.
    pub(super) fn read_keys(
        context: &mut Context<'_>,
        mapping: &'a Mapping,
        of: &str,
        keys: &Keys<'_, 'a>,
    ) -> Self {
        let allowed = keys.allowed;
        let mut fields =
            Self { known: Vec::new(), misspelt: Vec::new(), incomplete: mapping.lost_key.is_some() };
        for (key, node) in unique(context, mapping) {
            if allowed.contains(&&*key.text) {
                fields.known.push((key, node));
            } else {
                let guess = nearest(&key.text, allowed.iter().copied());
                if keys.complete || guess.is_some() {
                    context.report(unknown_key(key, of, keys, guess));
                }
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
    pub(super) fn add_misspelt(&mut self, other: &Self) {
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

fn unknown_key(key: &Scalar, of: &str, keys: &Keys<'_, '_>, guess: Option<&str>) -> Diagnostic {
    let all = listed(keys.allowed.iter().copied());
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? the keys are {all}"),
        None => format!("{}; the keys are {all}", keys.otherwise),
    };
    let message = format!("{of} has no key `{}`", key.text);
    Diagnostic::new(Kind::UnknownKey, key.span.clone(), message).help(help)
}

/// The report on a key that is not there; placed at the first key of the mapping that lacks it.
pub(super) fn missing_key(mapping: &Mapping, of: &str, help: &str, name: &str) -> Diagnostic {
    let span = mapping.entries.first().map_or(mapping.span.clone(), |(key, _)| key.span.clone());
    Diagnostic::new(Kind::MissingKey, span, format!("{of} has no `{name}`")).help(help)
}
