//! Markdown pages that read the same on GitHub, in Docusaurus (MDX) and in mdBook.

mod anchors;
mod catalog_page;
mod code_page;
mod escape;
mod index_page;
mod locale_view;
mod notice;
mod page;
mod sections;
mod shown;

use token_codes_build::catalog::{Catalog, CatalogFile};

use crate::slug::{Slugs, folder, slugs};
use crate::{File, Format};
use anchors::anchors;
use locale_view::LocaleView;

/// This format.
pub const FORMAT: Format = Format {
    name: "markdown",
    about: "Pages for GitHub, Docusaurus and mdBook: for each locale one with all codes, and one a code",
    files,
};

/// Pages in each locale: `ja/index.md` with all codes, and `ja/codes/tok005.md` for each.
///
/// A retired code of which texts are kept keeps its page; the retired ones are listed at the end of the first page.
///
/// Of a catalog whose codes are in several files, each file has a page, such as `ja/auth.md`, and the index links them.
/// The section of a code has the anchor that every renderer gives its heading, such as `#tok005`: lower-case letters, digits,
/// `-` and `_` of the code, and a number if another heading has them before. Every text of the catalog is shown
/// as text: nothing in it is taken for Markdown, HTML or an expression of MDX. Of a title with a backslash, Docusaurus 3.10
/// makes a script that it cannot read; everything else builds.
///
/// Of a plural, the text has the branch that most numbers have, and a list below it says which numbers have which.
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
    let view = |locale| LocaleView { catalog, families: &families, slugs: &slugs, locale };
    (0..catalog.locales.len()).map(view).flat_map(pages).collect()
}

/// A file of the catalog that has codes, and what its page is called, such as `auth`.
struct Family<'a> {
    file: &'a CatalogFile,
    page: String,
}

fn families(catalog: &Catalog) -> Vec<Family<'_>> {
    let files: Vec<_> = catalog.files.iter().filter(|file| !file.entries.is_empty()).collect();
    if let [file] = *files {
        return vec![Family { file, page: INDEX.to_owned() }];
    }
    let mut pages = Slugs::of_folder(catalog.locales.iter().map(|locale| &*locale.tag));
    files.into_iter().map(|file| Family { file, page: pages.unique(locale_view::stem(file)) }).collect()
}

/// The page that a reader opens first.
const INDEX: &str = "index";

fn pages(view: LocaleView<'_>) -> Vec<File> {
    let folder = folder(&view.locale().tag);
    let file = |page: &str, text| File { path: format!("{folder}/{page}.md"), text };
    let mut pages = Vec::new();
    if view.families.len() != 1 {
        pages.push(file(INDEX, index_page::write(view)));
    }
    for family in view.families {
        let anchors = anchors(view, family);
        pages.push(file(&family.page, catalog_page::write(view, family, &anchors)));
        for ((entry, slug), anchor) in view.entries(family).zip(&anchors) {
            let page = code_page::write(view, family, entry, slug, anchor);
            pages.push(file(&format!("codes/{slug}"), page));
        }
    }
    for ((entry, retired), slug) in view.catalog.with_retired().zip(view.slugs) {
        let page = retired.map(|retired| code_page::write_retired(view, entry, retired, slug));
        pages.extend(page.map(|page| file(&format!("codes/{slug}"), page)));
    }
    pages
}
