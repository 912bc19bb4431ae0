//! The locales: which there are, which is the source, what stands in, and which logs are in.

use super::{
    Item,
    finding::Finding,
    pairs::Pairs,
    rule::{Rule, Who},
};
use crate::catalog::{Catalog, Locale};

pub(super) fn compare(old: &Catalog, new: &Catalog, found: &mut Vec<Finding>) {
    let locales = Pairs::new(&old.locales, &new.locales, |locale| &locale.tag, |_| None);
    let item = |locale: &Locale| Item::Locale(locale.tag.clone()).there();
    for locale in &locales.removed {
        let message = format!("the locale `{}` is removed", locale.tag);
        found.push(Finding::new(Rule::LocaleRemoved, item(locale), None, message));
    }
    for locale in &locales.added {
        let message = format!("the locale `{}` is new", locale.tag);
        found.push(Finding::new(Rule::LocaleAdded, None, item(locale), message));
    }
    let (was, is) = (source(old), source(new));
    if was != is {
        let side = |tag: &str| Item::Locale(tag.into()).says(tag);
        let message = format!("the source locale is `{is}`, and was `{was}`");
        found.push(Finding::new(Rule::SourceLocaleChanged, side(was), side(is), message));
    }
    for (old_locale, new_locale) in &locales.kept {
        found.extend(fallback((old, old_locale), (new, new_locale)));
        let is_log = [old, new].iter().all(|catalog| log(catalog) == new_locale.tag);
        found.extend(digits(old_locale, new_locale).map(|found| found.also(is_log.then_some(Who::Logs))));
    }
    found.extend(log_locale(old, new));
}

/// The tag of the source locale.
pub(super) fn source(catalog: &Catalog) -> &str {
    tag(catalog, 0)
}

/// The tag of the locale that logs are in.
pub(super) fn log(catalog: &Catalog) -> &str {
    tag(catalog, catalog.log_locale)
}

fn tag(catalog: &Catalog, locale: usize) -> &str {
    catalog.locales.get(locale).map_or("", |locale| &locale.tag)
}

/// Whether other locales stand in for one, apart from those that are new or gone. For a source locale, none does.
fn fallback((old, was): (&Catalog, &Locale), (new, is): (&Catalog, &Locale)) -> Option<Finding> {
    let sources = [source(old), source(new)];
    let has_new_source = sources[0] != sources[1];
    if sources.contains(&&*is.tag) {
        return None;
    }
    let is_in = |catalog: &Catalog, tag: &str| catalog.locales.iter().any(|locale| locale.tag == tag);
    // Every way ends at the source locale: where that is another, so are the ends.
    let counts =
        |tag: &&str| is_in(old, tag) && is_in(new, tag) && !(has_new_source && sources.contains(tag));
    let way = |catalog, locale: &Locale| {
        let tags = locale.fallback.iter().map(|&index| tag(catalog, index));
        tags.filter(counts).collect::<Vec<_>>().join(", ")
    };
    let (before, after) = (way(old, was), way(new, is));
    let side = |way: &str| Item::Locale(is.tag.clone()).says(way);
    let message = format!("for what `{}` lacks stands in: {after}; it was: {before}", is.tag);
    (before != after).then(|| Finding::new(Rule::FallbackChanged, side(&before), side(&after), message))
}

/// Whether numbers have other digits, which `native_digits` says.
fn digits(was: &Locale, is: &Locale) -> Option<Finding> {
    let [before, after] = [was, is].map(|locale| locale.language.numbers().zero);
    let side = |zero: char| Item::Locale(is.tag.clone()).says(zero.to_string());
    let message =
        format!("the digits of `{}` are those from `{after}` on, and were those from `{before}` on", is.tag);
    (before != after).then(|| Finding::new(Rule::DigitsChanged, side(before), side(after), message))
}

/// Whether logs are in another locale, and not because they follow the source locale.
fn log_locale(old: &Catalog, new: &Catalog) -> Option<Finding> {
    let (was, is) = (log(old), log(new));
    if was == is || (was == source(old) && is == source(new)) {
        return None;
    }
    let side = |tag: &str| Item::LogLocale.says(tag);
    let message = format!("logs are in `{is}`, and were in `{was}`");
    Some(Finding::new(Rule::LogLocaleChanged, side(was), side(is), message))
}
