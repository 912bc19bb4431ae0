//! A text of a page, as its template shows it.

use token_codes_build::catalog::{Piece, Template};

/// A text with the `lang` attribute that it needs on its page.
pub(super) struct PageText<'a> {
    pub(super) lang: Option<&'a str>,
    pub(super) pieces: Vec<Piece<'a>>,
}

impl PageText<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// A text without placeholders.
pub(super) fn plain<'a>(text: &'a str, lang: Option<&'a str>) -> PageText<'a> {
    let pieces = if text.is_empty() { Vec::new() } else { vec![Piece::Text(text.into())] };
    PageText { lang, pieces }
}

/// A text of the catalog, of which the placeholders are set off.
pub(super) fn template<'a>(template: &'a Template, lang: Option<&'a str>) -> PageText<'a> {
    PageText { lang, pieces: template.pieces().collect() }
}
