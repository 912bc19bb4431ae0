//! A static site that is opened from a folder: no server, no network.
//!
//! ```text
//! index.html              leads to the locale that was chosen last, or else to the source locale
//! ja/index.html           the overview, in each locale
//! ja/codes/tok005.html    a page for each code, in each locale
//! site.css, site.js       how the pages look, and what they do: copy, and keep the place in another locale
//! search.js               finds codes by words or by a message, as `token-codes search` does
//! search-data.js          all texts, and the retired codes; loaded when somebody searches
//! ```
//!
//! A page from a folder may load neither modules nor data, so scripts are classic ones, and the texts to search are one
//! too. Without scripts, everything but the search and the buttons works.

mod code_page;
mod labels;
mod language;
mod notice;
mod overview;
mod page;
mod root;
mod search_data;
mod text;

use token_codes_build::catalog::Catalog;

use crate::{File, Format, slugs};
use page::{Page, PageKind};

/// This format.
pub const FORMAT: Format = Format {
    name: "html",
    about: "A site with a search, to open from the folder: needs no server and no network",
    files,
};

/// The files of the site, those of a code being `LOCALE/codes/SLUG.html`; see [`slugs`].
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [ja, en]
/// codes:
///   TOK001:
///     message: {ja: 不正なリクエストトークンです。, en: Invalid request token.}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let files = token_codes_docs::html::files(&catalog);
/// assert!(files.iter().any(|file| file.path == "ja/codes/tok001.html" && file.text.contains("不正な")));
/// ```
#[must_use]
pub fn files(catalog: &Catalog) -> Vec<File> {
    let slugs = slugs(catalog);
    let mut files = vec![
        file("index.html", root::render(catalog)),
        file("root.js", include_str!("../assets/root.js")),
        file("site.css", include_str!("../assets/site.css")),
        file("site.js", SITE_JS),
        file("search.js", SEARCH_JS),
        file("search-data.js", search_data::render(catalog, &slugs)),
    ];
    for locale in 0..catalog.locales.len() {
        let overview = Page::new(catalog, locale, PageKind::Overview);
        files.push(file(overview.path(), overview::render(overview, &slugs)));
        for (index, slug) in slugs.iter().enumerate() {
            let page = Page::new(catalog, locale, PageKind::Code(slug));
            files.push(file(page.path(), code_page::render(page, &slugs, index)));
        }
    }
    files
}

fn file(path: impl Into<String>, text: impl Into<String>) -> File {
    File { path: path.into(), text: text.into() }
}

const SEARCH_JS: &str = concat!(
    include_str!("../assets/search/fold.js"),
    include_str!("../assets/search/variants.js"),
    include_str!("../assets/search/texts.js"),
    include_str!("../assets/search/rank.js"),
    include_str!("../assets/search/identify.js"),
    include_str!("../assets/search/codes.js"),
    include_str!("../assets/search/search.js"),
);

const SITE_JS: &str = concat!(
    include_str!("../assets/site/locales.js"),
    include_str!("../assets/site/copy.js"),
    include_str!("../assets/site/results.js"),
    include_str!("../assets/site/search-box.js"),
);
