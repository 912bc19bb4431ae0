//! What was found, for a person: each code with its message, and the other texts that have the words.

use std::ops::Range;

use clap::builder::styling::{AnsiColor, Style};
use token_codes_build::catalog::{Catalog, Entry};
use token_codes_docs::Notice;

use super::texts::{self, Field, Text};
use super::{Hit, retirement};
use crate::fold::places_in_original;
use crate::notice;
use crate::wide::one_line;

const TITLE: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();
/// As grep shows it.
const FOUND: Style = AnsiColor::Red.on_default().bold();

/// The hits, with an empty line between them; `locale` is that of the messages that do not have the words.
pub(super) fn write(catalog: &Catalog, hits: &[Hit<'_>], words: &[String], locale: usize) -> String {
    let blocks: Vec<String> = hits.iter().map(|hit| block(catalog, hit, words, locale)).collect();
    blocks.join("\n")
}

fn block(catalog: &Catalog, hit: &Hit<'_>, words: &[String], locale: usize) -> String {
    let has_message = hit.texts.iter().any(|text| text.field == Field::Message);
    let message = if has_message { None } else { shown_message(hit.entry, locale) };
    let others = hit.texts.iter().filter(|text| !matches!(text.field, Field::Code | Field::Name));
    let line = |text: &Text| {
        let line = one_line(&text.shown);
        let line = if hit.identified && has_message {
            styled(&line, FOUND)
        } else {
            marked(&line, &places_in_original(&line, words), Style::new())
        };
        format!("  {LABEL}{}:{LABEL:#} {line}\n", label(catalog, text))
    };
    let lines: String = message.iter().chain(others).map(line).collect();
    let notice = Notice::of(hit.entry, retirement(catalog, hit.entry));
    title(hit.entry, notice.as_ref(), words) + &lines
}

fn title(entry: &Entry, notice: Option<&Notice<'_>>, words: &[String]) -> String {
    let code = marked(&entry.code, &places_in_original(&entry.code, words), TITLE);
    let name = marked(&entry.name, &places_in_original(&entry.name, words), Style::new());
    let title = if name.is_empty() { code } else { format!("{code} {name}") };
    notice.map_or(title.clone(), |notice| format!("{title} ({})", notice::headline(notice))) + "\n"
}

/// The message in the locale, or in the one that stands in.
fn shown_message(entry: &Entry, locale: usize) -> Option<Text> {
    // A retired code may have kept none.
    texts::message(entry, entry.messages[locale].locale).filter(|message| !message.shown.is_empty())
}

/// The key of the text, with its locale if there are several.
fn label(catalog: &Catalog, text: &Text) -> String {
    let key = text.field.key();
    match text.locale {
        Some(locale) if catalog.locales.len() > 1 => format!("{key} ({})", catalog.locales[locale].tag),
        _ => key.to_owned(),
    }
}

/// The text in a style, with what was found in another.
fn marked(text: &str, found: &[Range<usize>], style: Style) -> String {
    let mut marked = String::new();
    let mut end = 0;
    for place in found {
        marked += &styled(&text[end..place.start], style);
        marked += &styled(&text[place.clone()], FOUND);
        end = place.end;
    }
    marked + &styled(&text[end..], style)
}

fn styled(text: &str, style: Style) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}
