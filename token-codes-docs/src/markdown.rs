//! Markdown pages that read the same on GitHub, in Docusaurus (MDX) and in mdBook.

mod catalog_page;
mod code_page;
mod edition;
mod escape;
mod index_page;
mod page;
mod sections;

use token_codes_build::catalog::{Catalog, CatalogFile};

use crate::File;
use crate::slug::{Slugs, slugs};
use edition::Edition;

/// Pages in each locale: `ja/index.md` with all codes, and `ja/codes/tok005.md` for each.
///
/// Of a catalog whose codes are in several files, each file has a page, such as `ja/auth.md`, and the index links them.
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
    let (slugs, families) = (slugs(catalog), families(catalog));
    let editions = (0..catalog.locales.len()).map(|locale| Edition {
        catalog,
        families: &families,
        slugs: &slugs,
        locale,
    });
    editions.flat_map(pages).collect()
}

/// A file of the catalog that has codes, and what its page is called, such as `auth`.
struct Family<'a> {
    file: &'a CatalogFile,
    page: String,
}

fn families(catalog: &Catalog) -> Vec<Family<'_>> {
    let files: Vec<_> = catalog.files.iter().filter(|file| !file.entries.is_empty()).collect();
    let mut pages = Slugs::default();
    let index = pages.unique(INDEX);
    if let [file] = *files {
        return vec![Family { file, page: index }];
    }
    files.into_iter().map(|file| Family { file, page: pages.unique(edition::stem(file)) }).collect()
}

/// The page that a reader opens first.
const INDEX: &str = "index";

fn pages(edition: Edition<'_>) -> Vec<File> {
    let tag = &edition.locale().tag;
    let file = |page: &str, text| File { path: format!("{tag}/{page}.md"), text };
    let mut pages = Vec::new();
    if edition.families.len() != 1 {
        pages.push(file(INDEX, index_page::write(edition)));
    }
    for family in edition.families {
        pages.push(file(&family.page, catalog_page::write(edition, family)));
        let codes = edition.entries(family).map(|(entry, slug)| {
            file(&format!("codes/{slug}"), code_page::write(edition, family, entry, slug))
        });
        pages.extend(codes);
    }
    pages
}
