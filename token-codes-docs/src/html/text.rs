//! A text of a page, as its template shows it.

use token_codes_build::catalog::Template;
use token_codes_build::cldr::Language;

use crate::parts::{Choice, Part, choices, parts};

/// A text with the `lang` attribute that it needs on its page.
pub(super) struct PageText<'a> {
    pub(super) lang: Option<&'a str>,
    pub(super) parts: Vec<Part<'a>>,
}

impl<'a> PageText<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub(super) fn choices(&self) -> Vec<&Choice<'a>> {
        choices(&self.parts).collect()
    }
}

/// A text without placeholders.
pub(super) fn plain<'a>(text: &'a str, lang: Option<&'a str>) -> PageText<'a> {
    let parts = if text.is_empty() { Vec::new() } else { vec![Part::Words(text.into())] };
    PageText { lang, parts }
}

/// A text of the catalog, of which the placeholders are set off.
pub(super) fn template<'a>(
    template: &'a Template,
    language: Language,
    lang: Option<&'a str>,
) -> PageText<'a> {
    PageText { lang, parts: parts(template, language) }
}
