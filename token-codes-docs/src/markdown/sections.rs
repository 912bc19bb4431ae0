//! What is said of a code, on the page of all codes and on its own.

use token_codes_build::catalog::{Entry, Heading};

use super::escape::{block, inline};
use super::locale_view::LocaleView;
use super::page::Page;

/// The headings of the sections that a code has.
pub(super) fn headings(view: LocaleView<'_>, entry: &Entry) -> impl Iterator<Item = Heading> {
    let locale = view.locale;
    let headings = [
        (Heading::Message, true),
        (Heading::Description, !view.text(&entry.description).is_empty()),
        (Heading::Causes, !entry.causes.get(locale).is_empty()),
        (Heading::Resolution, !entry.resolution.get(locale).is_empty()),
    ];
    headings.into_iter().filter(|(_, is_there)| *is_there).map(|(heading, _)| heading)
}

/// The message on one line, for a table.
pub(super) fn message_cell(view: LocaleView<'_>, entry: &Entry) -> String {
    inline(&view.message(entry).in_short) + &stand_in(view, entry)
}

/// The section with the message; headings are of this level.
pub(super) fn message(page: &mut Page, view: LocaleView<'_>, entry: &Entry, level: usize) {
    page.heading(level, &view.heading(Heading::Message));
    let message = view.message(entry);
    page.push(&(block(&message.text, "") + &stand_in(view, entry)));
    page.choices(&message.choices);
}

/// The sections with the description, the causes and the resolution: those that it has.
pub(super) fn details(page: &mut Page, view: LocaleView<'_>, entry: &Entry, level: usize) {
    let description = view.text(&entry.description);
    if !description.is_empty() {
        page.heading(level, &view.heading(Heading::Description));
        page.shown(&description);
    }
    let causes = view.list(&entry.causes);
    if !causes.is_empty() {
        page.heading(level, &view.heading(Heading::Causes));
        page.bullets(&causes);
    }
    let resolution = view.list(&entry.resolution);
    if !resolution.is_empty() {
        page.heading(level, &view.heading(Heading::Resolution));
        page.numbered(&resolution);
    }
}

/// After a message that is not translated, the locale that it is in.
fn stand_in(view: LocaleView<'_>, entry: &Entry) -> String {
    view.stand_in(entry).map(|tag| format!(" *({tag})*")).unwrap_or_default()
}
