//! Texts of the catalog as a page shows them.

use token_codes_build::catalog::{Message, Piece, Template, Text};

use super::language;
use super::page::Page;

/// A text with the `lang` attribute that it needs on its page.
pub(super) struct Shown<'a> {
    pub(super) lang: Option<&'a str>,
    pub(super) pieces: Vec<Piece<'a>>,
}

impl Shown<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// A text without placeholders.
pub(super) fn plain<'a>(text: &'a str, lang: Option<&'a str>) -> Shown<'a> {
    let pieces = if text.is_empty() { Vec::new() } else { vec![Piece::Text(text.into())] };
    Shown { lang, pieces }
}

/// The message, in its own locale or in the source locale that stands in.
pub(super) fn message<'a>(page: Page<'a>, message: &'a Message, locale: usize) -> Shown<'a> {
    let locale = if message.translated { locale } else { 0 };
    Shown { lang: page.lang(Some(locale)), pieces: message.template.pieces().collect() }
}

/// The text in the locale of the page.
pub(super) fn text<'a>(page: Page<'a>, text: &'a Text<Template>) -> Shown<'a> {
    shown(page, text, text.get(page.locale))
}

/// Each of the texts in the locale of the page.
pub(super) fn list<'a>(page: Page<'a>, list: &'a Text<Vec<Template>>) -> Vec<Shown<'a>> {
    list.get(page.locale).iter().map(|item| shown(page, list, item)).collect()
}

fn shown<'a, T>(page: Page<'a>, text: &Text<T>, template: &'a Template) -> Shown<'a> {
    let locale = match text {
        Text::Same(_) => language::guess(page.catalog, &template.text),
        Text::PerLocale(_) if text.written(page.locale).is_some() => Some(page.locale),
        Text::PerLocale(_) => Some(0),
    };
    Shown { lang: page.lang(locale), pieces: template.pieces().collect() }
}
