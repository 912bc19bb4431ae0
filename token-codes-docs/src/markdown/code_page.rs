//! The page of a code: all that is known of it.

use token_codes_build::catalog::{Entry, Heading, Param};

use super::Family;
use super::edition::{Edition, shown};
use super::escape::inline;
use super::page::{Page, link};
use super::sections;
use crate::slug::folder;

/// The page, which links to its place on the page of all codes, the `anchor`.
pub(super) fn write(
    edition: Edition<'_>,
    family: &Family<'_>,
    entry: &Entry,
    slug: &str,
    anchor: &str,
) -> String {
    let mut page = Page::new(&inline(&entry.code));
    page.text(&shown(entry.summary.get(edition.locale)));
    page.push(&links(edition, family, slug, anchor));
    sections::message(&mut page, edition, entry, 2);
    params(&mut page, edition, entry);
    sections::details(&mut page, edition, entry, 2);
    columns(&mut page, edition, entry);
    page.finish()
}

/// To the page of all codes, and to this page in the other locales.
fn links(edition: Edition<'_>, family: &Family<'_>, slug: &str, anchor: &str) -> String {
    let all = link(edition.title(family), &format!("../{}.md#{anchor}", family.page));
    let locales = edition.catalog.locales.iter().filter(|locale| *locale != edition.locale());
    let other = |tag: &str| link(tag, &format!("../../{}/codes/{slug}.md", folder(tag)));
    let others = locales.map(|locale| other(&locale.tag));
    std::iter::once(all).chain(others).collect::<Vec<_>>().join(" · ")
}

fn params(page: &mut Page, edition: Edition<'_>, entry: &Entry) {
    let param = |(index, param): (usize, &Param)| {
        format!("- `{{{index}}}`: `{}` ({})", param.name, param.ty.as_str())
    };
    list(page, edition, Heading::Params, entry.params.iter().enumerate().map(param));
}

fn columns(page: &mut Page, edition: Edition<'_>, entry: &Entry) {
    let values = edition.catalog.values(entry);
    let value = values.map(|(name, value)| format!("- `{name}`: {}", inline(&value.to_string())));
    list(page, edition, Heading::Columns, value);
}

/// A heading and its items, which are Markdown; nothing without items.
fn list(page: &mut Page, edition: Edition<'_>, heading: Heading, items: impl Iterator<Item = String>) {
    let items: Vec<_> = items.collect();
    if !items.is_empty() {
        page.heading(2, &edition.heading(heading));
        page.push(&items.join("\n"));
    }
}
