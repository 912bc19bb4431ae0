//! The texts of an entry in the source locale.

use token_codes_build::catalog::{Catalog, Entry, Param, Template};

/// What happened in one line: the summary, or else the message.
pub(super) fn headline(catalog: &Catalog, entry: &Entry) -> String {
    summary(catalog, entry).unwrap_or_else(|| by_name(catalog, entry, &entry.messages[0].template))
}

/// The summary, if the catalog has one.
pub(super) fn summary(catalog: &Catalog, entry: &Entry) -> Option<String> {
    written(catalog, entry, entry.summary.get(0))
}

/// What happened, at length, if the catalog says it.
pub(super) fn description(catalog: &Catalog, entry: &Entry) -> Option<String> {
    written(catalog, entry, entry.description.get(0))
}

/// What stands for a param: its name in braces.
pub(super) fn placeholder(param: &Param) -> String {
    format!("{{{}}}", param.name)
}

fn written(catalog: &Catalog, entry: &Entry, template: &Template) -> Option<String> {
    (!template.text.is_empty()).then(|| by_name(catalog, entry, template))
}

/// The text with its placeholders by name; of a plural, what most numbers have.
fn by_name(catalog: &Catalog, entry: &Entry, template: &Template) -> String {
    template.fill(catalog.locales[0].language, |param| placeholder(&entry.params[param]))
}
