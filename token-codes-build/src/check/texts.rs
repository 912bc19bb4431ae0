//! Texts, lists of texts, and maps of locales.

use super::{Context, locales::Locales, place, unique, untranslated};
use crate::{
    diagnostic::{Diagnostic, Kind},
    suggest::{listed, nearest, quoted},
    yaml::{Mapping, Node, Scalar, Style},
};

/// The value of a field: one for all locales, or one for each.
pub(super) enum Values<'a> {
    Same(&'a Node),
    /// In the order of the file, each with its key; the index is that of the locale.
    PerLocale(Vec<(usize, &'a Scalar, &'a Node)>),
}

/// A text; `None` if what is written is none, or would be lost in part.
pub(super) fn text<'a>(
    context: &mut Context<'_>,
    key: &Scalar,
    node: &'a Node,
    what: &str,
) -> Option<&'a Scalar> {
    let scalar = word(context, key, node, what)?;
    let Some(diagnostic) = comment_after(context, scalar) else { return Some(scalar) };
    context.report(diagnostic);
    None
}

/// A text that cannot have a blank in it, so that a comment behind it is a comment.
pub(super) fn word<'a>(
    context: &mut Context<'_>,
    key: &Scalar,
    node: &'a Node,
    what: &str,
) -> Option<&'a Scalar> {
    let diagnostic = match node {
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => nothing(key, node, &scalar.text, what),
        Node::Scalar(scalar) => return Some(scalar),
        Node::Mapping(_) => no_text(context, key, node, what, "a mapping"),
        Node::Sequence(_) => no_text(context, key, node, what, "a list"),
    };
    context.report(diagnostic);
    None
}

fn nothing(key: &Scalar, node: &Node, written: &str, what: &str) -> Diagnostic {
    let (message, help) = if written.is_empty() {
        (
            format!("the {what} has no text"),
            "write a text, or leave the key out if it is not required".to_owned(),
        )
    } else {
        (format!("YAML takes `{written}` for no text at all"), format!("put it in quotes: \"{written}\""))
    };
    Diagnostic::new(Kind::EmptyValue, place(key, node), message).help(help)
}

/// `番号 #1 は` without quotes, of which YAML gives only the first word.
fn comment_after(context: &Context<'_>, scalar: &Scalar) -> Option<Diagnostic> {
    let behind = context.text.get(scalar.span.end..)?;
    let comment = behind.trim_start_matches([' ', '\t']);
    if scalar.style != Style::Plain || !comment.starts_with('#') {
        return None;
    }
    let start = scalar.span.end + behind.len() - comment.len();
    let end = start + comment.find(['\n', '\r']).unwrap_or(comment.len());
    let whole = quoted(context.written(&(scalar.span.start..end)).trim_end());
    let message = "YAML takes the rest of this text for a comment".to_owned();
    let help = format!("put the text in quotes: {whole}; a comment goes on a line of its own");
    Some(Diagnostic::new(Kind::LostText, start..end, message).help(help))
}

fn no_text(context: &Context<'_>, key: &Scalar, node: &Node, what: &str, found: &str) -> Diagnostic {
    let span = place(key, node);
    let written = context.written(&span);
    if let Some(sign @ ('{' | '[')) = written.chars().next() {
        let message = format!("a text that starts with `{sign}` is not in quotes");
        let help = format!("put it in quotes: {}", quoted(written));
        return Diagnostic::new(Kind::WrongShape, span, message).help(help);
    }
    let message = format!("the {what} is {found}, not a text");
    let help = "write one text; a long one can go on the lines below `|`, indented";
    Diagnostic::new(Kind::WrongShape, span, message).help(help)
}

/// The items of a list of texts; `None` if it is none.
pub(super) fn items<'a>(
    context: &mut Context<'_>,
    key: &Scalar,
    node: &'a Node,
    what: &str,
) -> Option<&'a [Node]> {
    let (kind, message) = match node {
        Node::Sequence(sequence) => return Some(&sequence.items),
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, format!("`{what}` has no texts")),
        _ => (Kind::WrongShape, format!("`{what}` is not a list")),
    };
    let help = "write each text on a line of its own behind `- `, or leave the key out";
    context.report(Diagnostic::new(kind, place(key, node), message).help(help));
    None
}

/// The value or values of a field that can differ from locale to locale; `what` names it, such as "message".
pub(super) fn values<'a>(
    context: &mut Context<'_>,
    locales: &Locales,
    key: &Scalar,
    node: &'a Node,
    what: &str,
) -> Values<'a> {
    match node {
        Node::Mapping(mapping) if !is_unquoted_text(mapping) => {
            let values = per_locale(context, locales, key, mapping, what);
            untranslated::check(context, locales, &values, what);
            Values::PerLocale(values)
        }
        _ => Values::Same(node),
    }
}

/// `{0}`: what was meant as a text, and is a mapping with keys that have no values.
fn is_unquoted_text(mapping: &Mapping) -> bool {
    let empty = |node: &Node| matches!(node, Node::Scalar(scalar) if scalar.is_null());
    mapping.flow && !mapping.entries.is_empty() && mapping.entries.iter().all(|(_, node)| empty(node))
}

fn per_locale<'a>(
    context: &mut Context<'_>,
    locales: &Locales,
    field: &Scalar,
    mapping: &'a Mapping,
    what: &str,
) -> Vec<(usize, &'a Scalar, &'a Node)> {
    let mut values = Vec::new();
    let mut there = vec![false; locales.list.len()];
    for (key, node) in unique(context, mapping) {
        if let Some(index) = locales.index(&key.text) {
            there[index] = true;
            values.push((index, key, node));
        } else if locales.complete {
            let guess = nearest(&key.text, locales.tags());
            context.report(unknown_locale(locales, key, guess));
            // The locale that was meant is not said to be missing as well.
            if let Some(index) = guess.and_then(|guess| locales.index(guess)) {
                there[index] = true;
            }
        } else {
            // It may be the one that is wrong in the list; its text is checked all the same.
            values.push((usize::MAX, key, node));
        }
    }
    if locales.complete && !mapping.lost_key.is_some() {
        missing_locales(context, locales, field, &there, what);
    }
    values
}

pub(super) fn unknown_locale(locales: &Locales, key: &Scalar, guess: Option<&str>) -> Diagnostic {
    let all = format!("the locales are {}", listed(locales.tags()));
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? {all}"),
        None => format!("{all}; add it to `locales` at the top, or remove it"),
    };
    let message = format!("the catalog has no locale `{}`", key.text.escape_debug());
    Diagnostic::new(Kind::UnknownLocale, key.span.clone(), message).help(help)
}

fn missing_locales(context: &mut Context<'_>, locales: &Locales, field: &Scalar, there: &[bool], what: &str) {
    let Some(source) = locales.tags().next() else { return };
    let help = |tag: &str| format!("add `{tag}: …` below `{}`", field.text);
    if !there[0] {
        // Without a source text, nothing stands in for the others, and nothing is said of them.
        let message = format!("`{what}` lacks the source locale `{source}`");
        let diagnostic = Diagnostic::new(Kind::MissingSourceText, field.span.clone(), message);
        return context.report(diagnostic.help(help(source)));
    }
    for (tag, _) in locales.tags().zip(there).filter(|(_, there)| !**there) {
        let message = format!("`{what}` lacks the locale `{tag}`; `{source}` stands in");
        let diagnostic = Diagnostic::new(Kind::MissingTranslation, field.span.clone(), message);
        context.report_in(Some(tag), diagnostic.help(help(tag)));
    }
}
