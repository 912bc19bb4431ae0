//! The page of all codes.

use askama::Template;
use token_codes_build::catalog::{Entry, Heading};

use super::notice::RetiredRow;
use super::page::Page;
use super::text::PageText;
use crate::parts::Part;

#[derive(Template)]
#[template(path = "overview.html", whitespace = "minimize")]
struct Overview<'a> {
    page: Page<'a>,
    /// In groups, so that a browser need not lay out those that are not seen.
    groups: Vec<Vec<Row<'a>>>,
    retired: Vec<RetiredRow<'a>>,
}

struct Row<'a> {
    slug: &'a str,
    code: &'a str,
    is_deprecated: bool,
    message: PageText<'a>,
    summary: PageText<'a>,
}

const GROUP: usize = 50;

pub(super) fn render<'a>(page: Page<'a>, slugs: &'a [String]) -> String {
    let rows: Vec<_> = page.catalog.entries.iter().zip(slugs).collect();
    let groups = rows.chunks(GROUP);
    let groups = groups.map(|group| group.iter().map(|(entry, slug)| row(page, entry, slug)).collect());
    let groups = groups.collect();
    let retired = page.catalog.retired.iter().map(|retired| RetiredRow::new(page, slugs, retired));
    let retired = retired.collect();
    Overview { page, groups, retired }.render().expect("all that is shown is text")
}

fn row<'a>(page: Page<'a>, entry: &'a Entry, slug: &'a str) -> Row<'a> {
    Row {
        slug,
        code: &entry.code,
        is_deprecated: entry.deprecated.is_some(),
        message: page.message(&entry.messages[page.locale]),
        summary: page.text(&entry.summary),
    }
}
