//! Brings translated messages into the text of a catalog.

use std::ops::Range;

use super::{
    lines::{column, line_break, next_line},
    place::behind,
    scalar::{in_flow, on_one_line, value},
    sound::Tree,
};
use crate::catalog::{Catalog, Entry};
use crate::yaml::{Mapping, Node, Scalar, Sequence};

/// How far a message is indented from its key where there is no other to go by.
const STEP: usize = 2;

/// A file of the catalog with those of these messages whose codes are in it, and with `locale` in its list of locales if
/// it has that; each message is given with its code, and `source` is the source locale.
pub(super) fn merge(tree: &Tree<'_>, source: &str, locale: &str, new: &[(&str, &str)]) -> String {
    let (text, root) = (tree.text, &tree.root);
    let mut splices = Vec::new();
    if let Some(Node::Sequence(locales)) = root.get("locales")
        && !locales.words().any(|tag| tag == locale)
    {
        splices.extend(add_locale(text, locales, locale));
    }
    let codes = if let Some(Node::Mapping(codes)) = root.get("codes") { &*codes.entries } else { &[] };
    for (code, entry) in codes {
        let Node::Mapping(entry) = entry else { continue };
        let new = new.iter().find(|(of, _)| *of == code.text).map(|(_, message)| (locale, *message));
        let message = entry.entries.iter().find(|(key, _)| key.text == "message");
        match (message, new) {
            (Some((_, Node::Mapping(messages))), Some(new)) => splices.extend(add(text, messages, new)),
            // With a second locale, a text must say in which it is, be it translated or not.
            (Some((key, only @ Node::Scalar(_))), new) if source != locale => {
                // In braces, both end at the same byte: the message comes before the brace.
                splices.extend(new.map(|new| add_to_divided(text, key, only, entry.flow, new)));
                splices.extend(divide(text, key, only, source, entry.flow));
            }
            _ => {}
        }
    }
    apply(text, splices)
}

/// Whether every text is the same in every locale but this one, and all else is the same.
pub(super) fn keeps(old: &Catalog, new: &Catalog, locale: &str) -> bool {
    let others =
        old.locales.iter().enumerate().filter(|(_, other)| other.tag != locale).map(|(index, _)| index);
    let is_same = |old: &Entry, new: &Entry, index: usize| {
        old.messages[index] == new.messages[index]
            && old.summary.get(index) == new.summary.get(index)
            && old.description.get(index) == new.description.get(index)
            && old.causes.get(index) == new.causes.get(index)
            && old.resolution.get(index) == new.resolution.get(index)
    };
    let is_kept = |(old, new): (&Entry, &Entry)| {
        old.code == new.code
            && old.name == new.name
            && old.params == new.params
            && old.values == new.values
            && others.clone().all(|index| is_same(old, new, index))
    };
    old.columns == new.columns
        && old.files == new.files
        && old.entries.len() == new.entries.len()
        && old.entries.iter().zip(&new.entries).all(is_kept)
}

/// A new text for these bytes.
struct Splice {
    span: Range<usize>,
    text: String,
}

/// The text with all of these, none of which overlap.
fn apply(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| splice.span.start);
    let mut applied =
        String::with_capacity(text.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
    let mut end = 0;
    for splice in splices {
        applied.push_str(&text[end..splice.span.start]);
        applied.push_str(&splice.text);
        end = splice.span.end;
    }
    applied.push_str(&text[end..]);
    applied
}

/// Adds `locale` to the list of locales.
fn add_locale(text: &str, locales: &Sequence, locale: &str) -> Option<Splice> {
    let last = locales.items.last()?.span();
    let is_flow = text[locales.span.start..].starts_with('[');
    Some(if is_flow {
        Splice { span: last.end..last.end, text: format!(", {}", in_flow(locale)) }
    } else {
        // Down to the `-` of the last item.
        let dash = text[..last.start].rfind('-')?;
        let item = format!("{}- {}", " ".repeat(column(text, dash)), on_one_line(locale));
        line_at(text, next_line(text, last.end), &item, false)
    })
}

/// Adds a message to those of an entry.
fn add(text: &str, messages: &Mapping, (locale, message): (&str, &str)) -> Option<Splice> {
    let (key, last) = messages.entries.last()?;
    Some(if messages.flow {
        let end = last.span().end.max(key.span.end);
        Splice { span: end..end, text: format!(", {}: {}", in_flow(locale), in_flow(message)) }
    } else {
        let line = pair(column(text, key.span.start), locale, message);
        line_at(text, behind(text, last), &line, message.ends_with('\n'))
    })
}

/// Makes of a message that is just a text, as in a catalog of one locale, the one of its locale.
fn divide(text: &str, key: &Scalar, only: &Node, source: &str, in_braces: bool) -> Vec<Splice> {
    let span = only.span();
    if in_braces {
        let before = Splice { span: span.start..span.start, text: format!("{{{}: ", in_flow(source)) };
        return vec![before, Splice { span: span.end..span.end, text: "}".to_owned() }];
    }
    let colon = text[key.span.end..].find(':').map_or(key.span.end, |colon| key.span.end + colon + 1);
    let line_break = line_break(text, next_line(text, key.span.end));
    let indent = " ".repeat(column(text, key.span.start) + STEP);
    let before = format!("{line_break}{indent}{}:", on_one_line(source));
    let mut splices = vec![Splice { span: colon..colon, text: before }];
    // Further lines of the text go along with its first.
    let mut at = next_line(text, colon);
    while at < span.end {
        if !text[at..].starts_with(['\n', '\r']) {
            splices.push(Splice { span: at..at, text: " ".repeat(STEP) });
        }
        at = next_line(text, at);
    }
    splices
}

/// Adds a message to one that has been divided.
fn add_to_divided(
    text: &str,
    key: &Scalar,
    only: &Node,
    in_braces: bool,
    (locale, message): (&str, &str),
) -> Splice {
    if in_braces {
        let end = only.span().end;
        return Splice { span: end..end, text: format!(", {}: {}", in_flow(locale), in_flow(message)) };
    }
    let line = pair(column(text, key.span.start) + STEP, locale, message);
    line_at(text, behind(text, only), &line, message.ends_with('\n'))
}

fn pair(indent: usize, locale: &str, message: &str) -> String {
    format!("{}{}: {}", " ".repeat(indent), on_one_line(locale), value(message, indent, STEP))
}

/// A line that starts at `at`, where another one ends; `ends_line` if its text ends with a line break.
fn line_at(text: &str, at: usize, line: &str, ends_line: bool) -> Splice {
    let line_break = line_break(text, at);
    let is_below = text[..at].ends_with(['\n', '\r']);
    let before = if is_below { "" } else { line_break };
    // A file whose last line does not end keeps it so, unless that line break is part of a text.
    let behind = if is_below || ends_line { line_break } else { "" };
    Splice { span: at..at, text: format!("{before}{}{behind}", line.replace('\n', line_break)) }
}

#[cfg(test)]
mod tests {
    use super::keeps;
    use crate::{Source, catalog::Catalog, read};

    fn catalog(entry: &str) -> Catalog {
        let head =
            "locales: [en, fr]\nchecks: {missing-translation: allow}\ncolumns: {status: u16, team: text}\n";
        read(&Source::new("", format!("{head}codes: {{A1: {{{entry}}}}}\n"))).unwrap().catalog
    }

    #[test]
    fn only_the_texts_of_the_locale_may_differ() {
        let old = catalog("name: a, params: {id: any}, message: {en: 'x {id}'}, status: 404, team: shop");
        let kept = |entry: &str| keeps(&old, &catalog(entry), "fr");
        assert!(kept(
            "name: a, params: {id: any}, message: {en: 'x {id}', fr: 'y {id}'}, status: 404, team: shop"
        ));
        assert!(!kept("name: a, params: {id: any}, message: {en: 'z {id}'}, status: 404, team: shop"));
        assert!(!kept("name: a, params: {id: any}, message: {en: 'x {id}'}, status: 409, team: shop"));
        assert!(!kept("name: a, params: {id: any}, message: {en: 'x {id}'}, status: 404"));
        assert!(!kept("name: b, params: {id: any}, message: {en: 'x {id}'}, status: 404, team: shop"));
        assert!(!kept("name: a, params: {id: text}, message: {en: 'x {id}'}, status: 404, team: shop"));
    }
}
