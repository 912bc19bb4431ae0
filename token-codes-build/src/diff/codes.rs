//! The codes: added, removed, retired, used again.

use std::collections::HashSet;

use super::{Item, finding::Finding, pairs::Pairs, rule::Rule};
use crate::catalog::{Catalog, Entry};

pub(super) fn compare(old: &Catalog, new: &Catalog, entries: &Pairs<'_, Entry>, found: &mut Vec<Finding>) {
    let (was_retired, is_retired) = (retired(old), retired(new));
    for entry in &entries.removed {
        found.push(removed(&entry.code, is_retired.contains(&*entry.code)));
    }
    for entry in &entries.added {
        found.push(added(&entry.code, was_retired.contains(&*entry.code)));
    }
    let (old_codes, new_codes) = (written(old), written(new));
    for code in codes(old).filter(|code| !is_retired.contains(code) && !new_codes.contains(code)) {
        let message = format!("`{code}` was retired, and is no longer listed in `retired`");
        found.push(Finding::new(Rule::LedgerDropped, Item::Retired(code.into()).there(), None, message));
    }
    for code in codes(new).filter(|code| !was_retired.contains(code) && !old_codes.contains(code)) {
        let message = format!("`{code}` is retired without having been a code");
        found.push(Finding::new(Rule::CodeReserved, None, Item::Retired(code.into()).there(), message));
    }
}

fn removed(code: &str, is_retired: bool) -> Finding {
    let before = Item::Code(code.into()).there();
    if is_retired {
        let after = Item::Retired(code.into()).there();
        return Finding::new(Rule::CodeRetired, before, after, format!("`{code}` is retired"));
    }
    Finding::new(Rule::CodeRemoved, before, None, format!("`{code}` is removed, and not retired"))
}

fn added(code: &str, was_retired: bool) -> Finding {
    let after = Item::Code(code.into()).there();
    if was_retired {
        let before = Item::Retired(code.into()).there();
        return Finding::new(
            Rule::CodeReused,
            before,
            after,
            format!("`{code}` was retired, and is used again"),
        );
    }
    Finding::new(Rule::CodeAdded, None, after, format!("`{code}` is new"))
}

/// The codes that a catalog has retired, in its order.
fn codes(catalog: &Catalog) -> impl Iterator<Item = &str> {
    catalog.retired.iter().map(|retired| &*retired.code)
}

fn retired(catalog: &Catalog) -> HashSet<&str> {
    codes(catalog).collect()
}

/// The codes that have an entry.
fn written(catalog: &Catalog) -> HashSet<&str> {
    catalog.entries.iter().map(|entry| &*entry.code).collect()
}
