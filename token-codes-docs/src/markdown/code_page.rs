//! The page of a code: all that is known of it.

use token_codes_build::catalog::{Column, Entry, Heading, Param, Retired};

use super::escape::inline;
use super::locale_view::LocaleView;
use super::notice;
use super::page::{Page, link};
use super::sections;
use super::{Family, INDEX};
use crate::Notice;
use crate::slug::folder;

/// The page, which links to its place on the page of all codes, the `anchor`.
pub(super) fn write(
    view: LocaleView<'_>,
    family: &Family<'_>,
    entry: &Entry,
    slug: &str,
    anchor: &str,
) -> String {
    let all = link(view.title(family), &format!("../{}.md#{anchor}", family.page));
    page(view, entry, Notice::of_deprecated(entry).as_ref(), &links(view, all, slug))
}

/// The page of a retired code, with what is kept of it.
pub(super) fn write_retired(view: LocaleView<'_>, entry: &Entry, retired: &Retired, slug: &str) -> String {
    let all = link(view.index_title(), &format!("../{INDEX}.md"));
    page(view, entry, Some(&Notice::of_retired(retired)), &links(view, all, slug))
}

fn page(view: LocaleView<'_>, entry: &Entry, notice: Option<&Notice<'_>>, links: &str) -> String {
    let mut page = Page::new(&inline(&entry.code));
    page.shown(&view.text(&entry.summary));
    page.push(links);
    if let Some(notice) = notice {
        notice::write(&mut page, view, notice, "");
    }
    if !view.message(entry).is_empty() {
        sections::message(&mut page, view, entry, 2);
    }
    params(&mut page, view, entry);
    sections::details(&mut page, view, entry, 2);
    columns(&mut page, view, entry);
    page.finish()
}

/// To the page of all codes, and to this page in the other locales.
fn links(view: LocaleView<'_>, all: String, slug: &str) -> String {
    let locales = view.catalog.locales.iter().filter(|locale| *locale != view.locale());
    let other = |tag: &str| link(tag, &format!("../../{}/codes/{slug}.md", folder(tag)));
    let others = locales.map(|locale| other(&locale.tag));
    std::iter::once(all).chain(others).collect::<Vec<_>>().join(" · ")
}

fn params(page: &mut Page, view: LocaleView<'_>, entry: &Entry) {
    let param = |(index, param): (usize, &Param)| {
        format!("- `{{{index}}}`: `{}` ({})", param.name, param.ty.as_str())
    };
    list(page, view, Heading::Params, entry.params.iter().enumerate().map(param));
}

fn columns(page: &mut Page, view: LocaleView<'_>, entry: &Entry) {
    let values = view.catalog.columns.iter().zip(&entry.values);
    let value = values.filter_map(|(Column { name, contract, .. }, value)| {
        let contract = if *contract { " (contract)" } else { "" };
        Some(format!("- `{name}`{contract}: {}", inline(&value.as_ref()?.to_string())))
    });
    list(page, view, Heading::Columns, value);
}

/// A heading and its items, which are Markdown; nothing without items.
fn list(page: &mut Page, view: LocaleView<'_>, heading: Heading, items: impl Iterator<Item = String>) {
    let items: Vec<_> = items.collect();
    if !items.is_empty() {
        page.heading(2, &view.heading(heading));
        page.push(&items.join("\n"));
    }
}
