//! The page of all codes of a file, in the layout of a reference page: a table of them, and a section for each.

use token_codes_build::catalog::Heading;

use super::Family;
use super::escape::inline;
use super::locale_view::LocaleView;
use super::notice;
use super::page::{Page, link};
use super::sections;
use crate::Notice;

pub(super) fn write(view: LocaleView<'_>, family: &Family<'_>, anchors: &[String]) -> String {
    let mut page = Page::new(&inline(view.title(family)));
    page.text(view.description(family));
    page.heading(2, &view.heading(Heading::Overview));
    let header = [Heading::Code, Heading::Message, Heading::Description];
    let rows = view.entries(family).zip(anchors).map(|((entry, _), anchor)| {
        let summary = inline(&view.text(&entry.summary).in_short);
        let code = link(&entry.code, &format!("#{anchor}")) + &notice::badge(view, entry);
        [code, sections::message_cell(view, entry), summary]
    });
    page.table(header.map(|heading| view.heading(heading)), rows);
    page.heading(2, &view.heading(Heading::Details));
    for (entry, slug) in view.entries(family) {
        page.heading(3, &link(&entry.code, &format!("codes/{slug}.md")));
        if let Some(notice) = Notice::of_deprecated(entry) {
            notice::write(&mut page, view, &notice, "codes/");
        }
        sections::message(&mut page, view, entry, 4);
        sections::details(&mut page, view, entry, 4);
    }
    if view.families.len() == 1 {
        notice::list(&mut page, view);
    }
    page.finish()
}
