//! What is said of a code, on the page of all codes and on its own.

use token_codes_build::catalog::{Entry, Heading, Template};

use super::edition::{Edition, shown};
use super::escape::{block, inline};
use super::page::Page;

/// The headings of the sections that a code has.
pub(super) fn headings(edition: Edition<'_>, entry: &Entry) -> impl Iterator<Item = Heading> {
    let locale = edition.locale;
    let headings = [
        (Heading::Message, true),
        (Heading::Description, !shown(entry.description.get(locale)).is_empty()),
        (Heading::Causes, !entry.causes.get(locale).is_empty()),
        (Heading::Resolution, !entry.resolution.get(locale).is_empty()),
    ];
    headings.into_iter().filter(|(_, is_there)| *is_there).map(|(heading, _)| heading)
}

/// The message on one line, for a table.
pub(super) fn message_cell(edition: Edition<'_>, entry: &Entry) -> String {
    inline(&shown(&entry.messages[edition.locale].template)) + &stand_in(edition, entry)
}

/// The section with the message; headings are of this level.
pub(super) fn message(page: &mut Page, edition: Edition<'_>, entry: &Entry, level: usize) {
    page.heading(level, &edition.heading(Heading::Message));
    let message = block(&shown(&entry.messages[edition.locale].template), "");
    page.push(&(message + &stand_in(edition, entry)));
}

/// The sections with the description, the causes and the resolution: those that it has.
pub(super) fn details(page: &mut Page, edition: Edition<'_>, entry: &Entry, level: usize) {
    let description = shown(entry.description.get(edition.locale));
    if !description.is_empty() {
        page.heading(level, &edition.heading(Heading::Description));
        page.text(&description);
    }
    let texts = |templates: &[Template]| templates.iter().map(shown).collect::<Vec<_>>();
    let causes = texts(entry.causes.get(edition.locale));
    if !causes.is_empty() {
        page.heading(level, &edition.heading(Heading::Causes));
        page.bullets(&causes);
    }
    let resolution = texts(entry.resolution.get(edition.locale));
    if !resolution.is_empty() {
        page.heading(level, &edition.heading(Heading::Resolution));
        page.numbered(&resolution);
    }
}

/// After a message that is not translated, the locale that it is in.
fn stand_in(edition: Edition<'_>, entry: &Entry) -> String {
    edition.stand_in(entry).map(|tag| format!(" *({tag})*")).unwrap_or_default()
}
