//! The page that links those of the files of a catalog.

use super::escape::inline;
use super::locale_view::LocaleView;
use super::notice;
use super::page::{Page, link};

pub(super) fn write(view: LocaleView<'_>) -> String {
    let catalog = view.catalog;
    let mut page = Page::new(&inline(view.index_title()));
    page.text(&catalog.description);
    for family in view.families {
        page.heading(2, &link(view.title(family), &format!("{}.md", family.page)));
        page.text(view.description(family));
    }
    notice::list(&mut page, view);
    page.finish()
}
