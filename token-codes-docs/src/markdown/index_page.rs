//! The page that links those of the files of a catalog.

use token_codes_build::catalog::Heading;

use super::edition::Edition;
use super::escape::inline;
use super::page::{Page, link};

pub(super) fn write(edition: Edition<'_>) -> String {
    let catalog = edition.catalog;
    let untitled = edition.heading(Heading::Overview);
    let mut page = Page::new(&if catalog.title.is_empty() { untitled } else { inline(&catalog.title) });
    page.text(&catalog.description);
    for family in edition.families {
        page.heading(2, &link(edition.title(family), &format!("{}.md", family.page)));
        page.text(edition.description(family));
    }
    page.finish()
}
