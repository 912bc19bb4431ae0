//! The mistakes in one type or call: all of them are reported together, each at its place.

use std::cmp::Reverse;

use proc_macro2::{Span, TokenStream};

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors {
    all: Option<syn::Error>,
    catalog_unknown: bool,
}

impl Errors {
    /// Adds a mistake: what is wrong at `span`, and what to write instead.
    pub(crate) fn add(&mut self, span: Span, message: impl AsRef<str>, help: impl AsRef<str>) {
        let text = format!("{}\nhelp: {}", message.as_ref(), help.as_ref());
        self.push(syn::Error::new(span, text));
    }

    /// Adds that what follows may have been looked up in the wrong catalog, because of a mistake that is reported.
    pub(crate) fn set_catalog_unknown(&mut self) {
        self.catalog_unknown = true;
    }

    /// Whether nothing should be said of what is in the catalog.
    pub(crate) fn is_catalog_unknown(&self) -> bool {
        self.catalog_unknown
    }

    fn push(&mut self, error: syn::Error) {
        match &mut self.all {
            Some(errors) => errors.combine(error),
            none => *none = Some(error),
        }
    }

    /// Adds the mistakes of a part.
    pub(crate) fn append(&mut self, mistakes: Self) {
        self.catalog_unknown |= mistakes.catalog_unknown;
        if let Some(error) = mistakes.all {
            self.push(error);
        }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_none()
    }

    /// An invocation of `compile_error!` for each.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.all.map(|errors| errors.to_compile_error()).unwrap_or_default()
    }
}

/// `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and `c` ``.
pub(crate) fn list(items: &[impl AsRef<str>]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The name that `wrong` was most likely meant to be.
///
/// The catalog compiler has the same rule (token-codes-build, `suggest.rs`); `tests/agreements.rs` holds them together.
pub(crate) fn nearest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let common_start = |name: &str| wrong.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    let near = names.filter_map(|name| {
        let lower = name.to_lowercase();
        Some((Reverse(distance(&wrong, &lower)?), common_start(&lower), name))
    });
    near.max_by_key(|(distance, common_start, _)| (*distance, *common_start)).map(|(_, _, name)| name)
}

/// How far two words in lower case are from each other; `None` if more than a third of the longer one differs, as in rustc.
fn distance(wrong: &str, name: &str) -> Option<usize> {
    // The effort grows with the length, and nobody misspells a text.
    const LONGEST: usize = 64;
    let [one, other] = [wrong, name].map(|word| word.chars().count());
    let furthest = one.max(other).max(3) / 3;
    if one.max(other) > LONGEST || one.abs_diff(other) > furthest {
        return None;
    }
    Some(strsim::damerau_levenshtein(wrong, name)).filter(|distance| *distance <= furthest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_a_likely_one() {
        let names = || ["max_hours", "expires_at", "TOK005"].into_iter();
        assert_eq!(nearest("expires_att", names()), Some("expires_at"));
        assert_eq!(nearest("tok005", names()), Some("TOK005"));
        assert_eq!(nearest("TOK05", names()), Some("TOK005"));
        assert_eq!(nearest("cause", names()), None);
        assert_eq!(nearest("TOK014", ["TOK004", "TOK010", "TOK013"].into_iter()), Some("TOK013"));
    }

    #[test]
    fn a_list_reads_as_a_sentence() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
