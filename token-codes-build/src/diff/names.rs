//! The names of codes, and the Rust constants that are called like the codes.

use std::collections::HashMap;

use super::{Item, finding::Finding, pairs::Pairs, rule::Rule};
use crate::catalog::{Catalog, Entry};

pub(super) fn compare(old: &Catalog, entries: &Pairs<'_, Entry>, found: &mut Vec<Finding>) {
    let named = old.entries.iter().filter(|entry| !entry.name.is_empty());
    let owners: HashMap<&str, &Entry> = named.map(|entry| (&*entry.name, entry)).collect();
    let owner = |entry: &Entry| owners.get(&*entry.name).copied().filter(|owner| owner.code != entry.code);
    for entry in &entries.added {
        found.extend(owner(entry).map(|owner| moved(owner, entry)));
    }
    for (old, new) in &entries.kept {
        if old.name != new.name {
            found.push(owner(new).map_or_else(|| changed(old, new), |owner| moved(owner, new)));
        }
        // Where the constant is the variant, it changes with the name.
        let is_variant = |entry: &Entry| entry.constant == entry.variant;
        let follows = old.name != new.name && is_variant(old) && is_variant(new);
        if old.constant != new.constant && !follows {
            found.push(constant(old, new));
        }
    }
}

fn side(entry: &Entry) -> super::Side {
    let name = Some(entry.name.clone()).filter(|name| !name.is_empty());
    super::Side { item: Item::Name(entry.code.clone()), value: name }
}

fn changed(old: &Entry, new: &Entry) -> Finding {
    let code = &new.code;
    let message = match (&*old.name, &*new.name) {
        ("", name) => format!("`{code}` gets the name `{name}`"),
        (name, "") => format!("`{code}` loses its name `{name}`"),
        (was, name) => format!("`{code}` is renamed from `{was}` to `{name}`"),
    };
    Finding::new(Rule::NameChanged, side(old), side(new), message)
}

fn moved(owner: &Entry, new: &Entry) -> Finding {
    let message = format!("the name `{}` of `{}` is now that of `{}`", new.name, owner.code, new.code);
    Finding::new(Rule::NameMoved, side(owner), side(new), message)
}

fn constant(old: &Entry, new: &Entry) -> Finding {
    let code = &new.code;
    let message =
        format!("the constant of `{code}` in Rust is `{}`, and was `{}`", new.constant, old.constant);
    let side = |entry: &Entry| Item::Code(code.clone()).says(&*entry.constant);
    Finding::new(Rule::ConstantChanged, side(old), side(new), message)
}
