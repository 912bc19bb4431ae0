//! The page of all codes of a file, in the layout of a reference page: a table of them, and a section for each.

use token_codes_build::catalog::Heading;

use super::Family;
use super::edition::{Edition, shown};
use super::escape::inline;
use super::page::{Page, link};
use super::sections;

pub(super) fn write(edition: Edition<'_>, family: &Family<'_>, anchors: &[String]) -> String {
    let mut page = Page::new(&inline(edition.title(family)));
    page.text(edition.description(family));
    page.heading(2, &edition.heading(Heading::Overview));
    let header = [Heading::Code, Heading::Message, Heading::Description];
    let rows = edition.entries(family).zip(anchors).map(|((entry, _), anchor)| {
        let summary = inline(&shown(entry.summary.get(edition.locale)));
        [link(&entry.code, &format!("#{anchor}")), sections::message_cell(edition, entry), summary]
    });
    page.table(header.map(|heading| edition.heading(heading)), rows);
    page.heading(2, &edition.heading(Heading::Details));
    for (entry, slug) in edition.entries(family) {
        page.heading(3, &link(&entry.code, &format!("codes/{slug}.md")));
        sections::message(&mut page, edition, entry, 4);
        sections::details(&mut page, edition, entry, 4);
    }
    page.finish()
}
