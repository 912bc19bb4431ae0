//! What stands on the pages of codes that are not to be used any more.

use token_codes_build::catalog::{Heading, Retired};

use super::page::Page;
use super::text::PageText;
use crate::Notice;

/// That a code is retired or deprecated, as a page shows it.
pub(super) struct PageNotice<'a> {
    pub(super) word: PageText<'a>,
    pub(super) since: &'a str,
    /// The code to use instead.
    pub(super) instead: Option<Link<'a>>,
    pub(super) text: PageText<'a>,
}

/// To the page of a code.
pub(super) struct Link<'a> {
    pub(super) slug: &'a str,
    pub(super) code: &'a str,
}

/// A retired code in the list of them.
pub(super) struct RetiredRow<'a> {
    pub(super) code: &'a str,
    /// That of its page, if it has one.
    pub(super) slug: Option<&'a str>,
    pub(super) notice: PageNotice<'a>,
}

impl<'a> PageNotice<'a> {
    pub(super) fn new(page: Page<'a>, slugs: &'a [String], notice: Notice<'a>) -> Self {
        let heading = if notice.is_retired { Heading::Retired } else { Heading::Deprecated };
        let link = |code| Some(Link { code, slug: slug(page, slugs, code)? });
        let (word, text) = (page.heading(heading), page.for_every_locale(notice.text));
        Self { word, since: notice.since, instead: notice.replacement.and_then(link), text }
    }
}

impl<'a> RetiredRow<'a> {
    pub(super) fn new(page: Page<'a>, slugs: &'a [String], retired: &'a Retired) -> Self {
        let kept = retired.entry.as_ref().and_then(|entry| slug(page, slugs, &entry.code));
        let notice = PageNotice::new(page, slugs, Notice::of_retired(retired));
        Self { code: &retired.code, slug: kept, notice }
    }
}

fn slug<'a>(page: Page<'a>, slugs: &'a [String], code: &str) -> Option<&'a str> {
    let index = page.catalog.with_retired().position(|(entry, _)| entry.code == code)?;
    slugs.get(index).map(|slug| &**slug)
}
