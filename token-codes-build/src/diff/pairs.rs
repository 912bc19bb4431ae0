//! Which part of the one catalog is which part of the other.

use std::collections::HashMap;

use crate::catalog::{Catalog, Entry};

/// Parts of two catalogs: those that are in both, and the rest.
pub(super) struct Pairs<'a, T> {
    /// Those that are in both, as they were and as they are, in today's order.
    pub(super) kept: Vec<(&'a T, &'a T)>,
    /// Those that are gone.
    pub(super) removed: Vec<&'a T>,
    /// Those that are new.
    pub(super) added: Vec<&'a T>,
}

impl<'a, T> Pairs<'a, T> {
    /// Pairs those of the same name, and then those of which it is said what they were called.
    ///
    /// What is said stays there for years: it counts only if there was a part of that name, and is none any more.
    pub(super) fn new(
        old: &'a [T],
        new: &'a [T],
        name: impl Fn(&T) -> &str,
        was: impl Fn(&T) -> Option<&str>,
    ) -> Self {
        let index: HashMap<&str, usize> =
            old.iter().enumerate().map(|(index, old)| (name(old), index)).collect();
        let mut partners: Vec<_> = new.iter().map(|new| index.get(name(new)).copied()).collect();
        let mut is_taken = vec![false; old.len()];
        partners.iter().flatten().for_each(|&old| is_taken[old] = true);
        for (new, partner) in new.iter().zip(&mut partners).filter(|(_, partner)| partner.is_none()) {
            let renamed = was(new).and_then(|was| index.get(was).copied());
            *partner = renamed.filter(|&old| !std::mem::replace(&mut is_taken[old], true));
        }
        let removed = old.iter().zip(&is_taken).filter(|(_, is_taken)| !**is_taken).map(|(old, _)| old);
        let mut pairs = Self { kept: Vec::new(), removed: removed.collect(), added: Vec::new() };
        for (new, partner) in new.iter().zip(partners) {
            match partner {
                Some(partner) => pairs.kept.push((&old[partner], new)),
                None => pairs.added.push(new),
            }
        }
        pairs
    }
}

/// The entries of two catalogs.
pub(super) fn entries<'a>(old: &'a Catalog, new: &'a Catalog) -> Pairs<'a, Entry> {
    Pairs::new(&old.entries, &new.entries, |entry| &entry.code, |_| None)
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    type Part = (&'static str, Option<&'static str>);

    fn names(old: &[Part], new: &[Part]) -> [String; 3] {
        let pairs = Pairs::new(old, new, |part| part.0, |part| part.1);
        let kept: Vec<_> = pairs.kept.iter().map(|(old, new)| format!("{}-{}", old.0, new.0)).collect();
        let name = |parts: Vec<&Part>| parts.iter().map(|part| part.0).collect::<Vec<_>>().join(" ");
        [kept.join(" "), name(pairs.removed), name(pairs.added)]
    }

    #[test]
    fn a_former_name_counts_only_while_it_is_one() {
        let old = [("a", None), ("b", None)];
        assert_eq!(names(&old, &[("b", Some("a")), ("c", Some("a"))]), ["b-b a-c", "", ""]);
        assert_eq!(names(&old, &[("a", None), ("b", Some("x")), ("c", Some("b"))]), ["a-a b-b", "", "c"]);
        assert_eq!(names(&old, &[("c", Some("a")), ("d", Some("a"))]), ["a-c", "b", "d"]);
    }
}
