//! Texts of the catalog as a page shows them.

use token_codes_build::catalog::{Message, Template, Text};

use super::language;
use super::page::Page;

/// A text with the `lang` attribute that it needs on its page.
pub(super) struct Shown<'a> {
    pub(super) lang: Option<&'a str>,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Words(&'a str),
    /// As it is written, such as `{0}`.
    Placeholder(&'a str),
}

impl Shown<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }
}

/// A text without placeholders.
pub(super) fn plain<'a>(text: &'a str, lang: Option<&'a str>) -> Shown<'a> {
    let pieces = if text.is_empty() { Vec::new() } else { vec![Piece::Words(text)] };
    Shown { lang, pieces }
}

/// The message, in its own locale or in the source locale that stands in.
pub(super) fn message<'a>(page: Page<'a>, message: &'a Message, locale: usize) -> Shown<'a> {
    let locale = if message.translated { locale } else { 0 };
    Shown { lang: page.lang(Some(locale)), pieces: pieces(&message.template) }
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
    Shown { lang: page.lang(locale), pieces: pieces(template) }
}

/// The parts of a template, with `{{` and `}}` as the braces that they stand for.
pub(super) fn pieces(template: &Template) -> Vec<Piece<'_>> {
    let text = &*template.text;
    let mut pieces = Vec::new();
    let mut end = 0;
    for cut in &template.cuts {
        pieces.push(Piece::Words(&text[end..cut.start]));
        if cut.param.is_some() {
            pieces.push(Piece::Placeholder(&text[cut.start..cut.end]));
        }
        end = cut.end;
    }
    pieces.push(Piece::Words(&text[end..]));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}
