//! The texts of an entry in the source locale.

use token_codes_build::catalog::{Entry, Param, Template};

/// What happened in one line: the summary, or else the message.
pub(super) fn headline(entry: &Entry) -> String {
    summary(entry).unwrap_or_else(|| entry.messages[0].template.shown(by_name(entry)))
}

/// The summary, if the catalog has one.
pub(super) fn summary(entry: &Entry) -> Option<String> {
    filled(entry, entry.summary.get(0))
}

/// What happened, at length, if the catalog says it.
pub(super) fn description(entry: &Entry) -> Option<String> {
    filled(entry, entry.description.get(0))
}

/// What stands for a param: its name in braces.
pub(super) fn placeholder(param: &Param) -> String {
    format!("{{{}}}", param.name)
}

fn filled(entry: &Entry, template: &Template) -> Option<String> {
    (!template.text.is_empty()).then(|| template.shown(by_name(entry)))
}

fn by_name(entry: &Entry) -> impl Fn(usize) -> String {
    |param| placeholder(&entry.params[param])
}
