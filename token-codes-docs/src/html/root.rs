//! The page that one opens: it leads to a locale.

use askama::Template;
use token_codes_build::catalog::Catalog;

use super::page::{Page, PageKind};
use crate::parts::Part;

#[derive(Template)]
#[template(path = "root.html", whitespace = "minimize")]
struct Root<'a> {
    page: Page<'a>,
}

pub(super) fn render(catalog: &Catalog) -> String {
    let page = Page::new(catalog, 0, PageKind::Overview);
    Root { page }.render().expect("all that is shown is text")
}
