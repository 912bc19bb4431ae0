//! What stands on the pages of codes that are not to be used any more.

use token_codes_build::catalog::{Entry, Heading, Retired};

use super::escape::inline;
use super::locale_view::LocaleView;
use super::page::{Page, link};
use crate::Notice;

/// `**Retired** (2026-11) → [TOK002](codes/tok002.md)`, and why; `codes` is the way from the page to those of codes.
pub(super) fn write(page: &mut Page, view: LocaleView<'_>, notice: &Notice<'_>, codes: &str) {
    page.push(&format!("**{}**{}", word(view, notice), remarks(view, notice, codes)));
    page.text(notice.text);
}

/// After a code that is deprecated, that it is.
pub(super) fn badge(view: LocaleView<'_>, entry: &Entry) -> String {
    Notice::of_deprecated(entry).map(|notice| format!(" *({})*", word(view, &notice))).unwrap_or_default()
}

/// The list of the retired codes; nothing if there are none.
pub(super) fn list(page: &mut Page, view: LocaleView<'_>) {
    let item = |retired: &Retired| {
        let notice = Notice::of_retired(retired);
        let code = match slug(view, &retired.code).filter(|_| retired.entry.is_some()) {
            Some(slug) => link(&retired.code, &format!("codes/{slug}.md")),
            None => inline(&retired.code),
        };
        let why = if notice.text.is_empty() { String::new() } else { format!(": {}", inline(notice.text)) };
        format!("- {code}{}{why}", remarks(view, &notice, "codes/"))
    };
    let items: Vec<_> = view.catalog.retired.iter().map(item).collect();
    if !items.is_empty() {
        page.heading(2, &view.heading(Heading::Retired));
        page.push(&items.join("\n"));
    }
}

fn word(view: LocaleView<'_>, notice: &Notice<'_>) -> String {
    view.heading(if notice.is_retired { Heading::Retired } else { Heading::Deprecated })
}

/// Since when, and what instead.
fn remarks(view: LocaleView<'_>, notice: &Notice<'_>, codes: &str) -> String {
    let since = if notice.since.is_empty() { String::new() } else { format!(" ({})", inline(notice.since)) };
    let instead = notice.replacement.and_then(|code| Some((code, slug(view, code)?)));
    let instead = instead.map(|(code, slug)| format!(" → {}", link(code, &format!("{codes}{slug}.md"))));
    since + &instead.unwrap_or_default()
}

fn slug<'a>(view: LocaleView<'a>, code: &str) -> Option<&'a str> {
    let index = view.catalog.with_retired().position(|(entry, _)| entry.code == code)?;
    view.slugs.get(index).map(|slug| &**slug)
}
