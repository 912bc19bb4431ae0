//! Markdown pages that read the same on GitHub, in Docusaurus (MDX) and in mdBook.

mod catalog_page;
mod code_page;
mod escape;
mod page;

use token_codes_build::catalog::Catalog;

use crate::{File, slugs};

/// Pages in each locale: `ja/index.md` with all codes, and `ja/codes/tok005.md` for each.
///
/// The section of a code has the anchor `#tok005`, whichever renderer shows the page. Every text of the catalog is shown
/// as text: nothing in it is taken for Markdown, HTML or an expression of MDX.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// codes:
///   TOK005:
///     params: {max_hours: integer}
///     message: must not expire more than {0} hours ahead
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let files = token_codes_docs::markdown::files(&catalog);
/// assert_eq!(files[0].path, "en/index.md");
/// assert!(files[0].text.contains(r"must not expire more than \{0\} hours ahead"));
/// assert_eq!(files[1].path, "en/codes/tok005.md");
/// ```
#[must_use]
pub fn files(catalog: &Catalog) -> Vec<File> {
    let slugs = slugs(catalog);
    (0..catalog.locales.len()).flat_map(|locale| Site { catalog, slugs: &slugs, locale }.files()).collect()
}

/// The pages in one locale.
#[derive(Clone, Copy)]
struct Site<'a> {
    catalog: &'a Catalog,
    /// In the order of the entries.
    slugs: &'a [String],
    /// Its index.
    locale: usize,
}

impl Site<'_> {
    fn files(self) -> Vec<File> {
        let tag = &self.catalog.locales[self.locale].tag;
        let index = File { path: format!("{tag}/index.md"), text: catalog_page::write(self) };
        let codes = self.catalog.entries.iter().zip(self.slugs).map(|(entry, slug)| File {
            path: format!("{tag}/codes/{slug}.md"),
            text: code_page::write(self, entry, slug),
        });
        std::iter::once(index).chain(codes).collect()
    }

    fn title(self) -> &'static str {
        "x"
    }
}
