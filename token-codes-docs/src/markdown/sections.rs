//! What is said of a code, on the page of all codes and on its own.

use token_codes_build::catalog::{Entry, Heading, Template};

use super::escape::{block, inline};
use super::locale_view::{LocaleView, shown};
use super::page::Page;

/// The headings of the sections that a code has.
pub(super) fn headings(view: LocaleView<'_>, entry: &Entry) -> impl Iterator<Item = Heading> {
    let locale = view.locale;
    let headings = [
        (Heading::Message, true),
        (Heading::Description, !shown(entry.description.get(locale)).is_empty()),
        (Heading::Causes, !entry.causes.get(locale).is_empty()),
        (Heading::Resolution, !entry.resolution.get(locale).is_empty()),
    ];
    headings.into_iter().filter(|(_, is_there)| *is_there).map(|(heading, _)| heading)
}

/// The message on one line, for a table.
pub(super) fn message_cell(view: LocaleView<'_>, entry: &Entry) -> String {
    inline(&shown(&entry.messages[view.locale].template)) + &stand_in(view, entry)
}

/// The section with the message; headings are of this level.
pub(super) fn message(page: &mut Page, view: LocaleView<'_>, entry: &Entry, level: usize) {
    page.heading(level, &view.heading(Heading::Message));
    let message = block(&shown(&entry.messages[view.locale].template), "");
    page.push(&(message + &stand_in(view, entry)));
}

/// The sections with the description, the causes and the resolution: those that it has.
pub(super) fn details(page: &mut Page, view: LocaleView<'_>, entry: &Entry, level: usize) {
    let description = shown(entry.description.get(view.locale));
    if !description.is_empty() {
        page.heading(level, &view.heading(Heading::Description));
        page.text(&description);
    }
    let texts = |templates: &[Template]| templates.iter().map(shown).collect::<Vec<_>>();
    let causes = texts(entry.causes.get(view.locale));
    if !causes.is_empty() {
        page.heading(level, &view.heading(Heading::Causes));
        page.bullets(&causes);
    }
    let resolution = texts(entry.resolution.get(view.locale));
    if !resolution.is_empty() {
        page.heading(level, &view.heading(Heading::Resolution));
        page.numbered(&resolution);
    }
}

/// After a message that is not translated, the locale that it is in.
fn stand_in(view: LocaleView<'_>, entry: &Entry) -> String {
    view.stand_in(entry).map(|tag| format!(" *({tag})*")).unwrap_or_default()
}
