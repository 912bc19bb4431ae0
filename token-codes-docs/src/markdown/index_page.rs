//! The page that links those of the files of a catalog.

use token_codes_build::catalog::Heading;

use super::escape::inline;
use super::locale_view::LocaleView;
use super::page::{Page, link};

pub(super) fn write(view: LocaleView<'_>) -> String {
    let catalog = view.catalog;
    let untitled = view.heading(Heading::Overview);
    let mut page = Page::new(&if catalog.title.is_empty() { untitled } else { inline(&catalog.title) });
    page.text(&catalog.description);
    for family in view.families {
        page.heading(2, &link(view.title(family), &format!("{}.md", family.page)));
        page.text(view.description(family));
    }
    page.finish()
}
