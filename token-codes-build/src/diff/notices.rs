//! What is said of codes that are on their way out: deprecated, or retired.

use std::collections::HashMap;

use super::{Item, Side, finding::Finding, rule::Rule};
use crate::catalog::{Catalog, Deprecated, Entry, Retired};

/// Whether a code is deprecated, and what is said of that.
pub(super) fn deprecation(old: &Entry, new: &Entry) -> Option<Finding> {
    let rule = match (&old.deprecated, &new.deprecated) {
        (old, new) if old == new => return None,
        (None, _) => Rule::CodeDeprecated,
        (Some(_), _) => Rule::DeprecationChanged,
    };
    let side = |entry: &Entry| {
        let Deprecated { since, replacement, note } = entry.deprecated.as_ref()?;
        let item = Item::Deprecated(entry.code.clone());
        Some(Side { item, value: said([since, replacement.as_deref().unwrap_or_default(), note]) })
    };
    let state = match (&old.deprecated, &new.deprecated) {
        (None, _) => "is deprecated",
        (_, None) => "is no longer deprecated",
        _ => "is deprecated in other words",
    };
    Some(Finding::new(rule, side(old), side(new), format!("`{}` {state}", new.code)))
}

/// What is said of codes that were retired before; `is_edited` says whether what is kept of an entry is another.
pub(super) fn retirements(
    old: &Catalog,
    new: &Catalog,
    is_edited: impl Fn(&Entry, &Entry) -> bool,
    found: &mut Vec<Finding>,
) {
    let before: HashMap<&str, &Retired> =
        old.retired.iter().map(|retired| (&*retired.code, retired)).collect();
    for now in &new.retired {
        let Some(before) = before.get(&*now.code) else { continue };
        let [was, is] = [before, now].map(|retired| {
            let Retired { since, why, replacement, .. } = retired;
            said([since, replacement.as_deref().unwrap_or_default(), why])
        });
        let is_kept_otherwise = match (&before.entry, &now.entry) {
            (Some(was), Some(is)) => is_edited(was, is),
            (was, is) => was.is_some() != is.is_some(),
        };
        if was != is || is_kept_otherwise {
            let side = |value| Side { item: Item::Retired(now.code.clone()), value };
            let message = format!("something else is said of `{}`, which is retired", now.code);
            found.push(Finding::new(Rule::RetirementChanged, side(was), side(is), message));
        }
    }
}

/// What is said, part by part; `None` if nothing is.
fn said(parts: [&str; 3]) -> Option<String> {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
