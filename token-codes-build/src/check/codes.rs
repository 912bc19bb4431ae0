//! The mapping of codes.

use std::collections::HashMap;

use super::{
    Context,
    columns::Columns,
    duplicates::Messages,
    entry,
    fields::{Fields, missing_key},
    locales::Locales,
    names::Names,
    place,
    retired::{self, Retired},
};
use crate::{
    catalog::Entry,
    diagnostic::{Diagnostic, Kind},
    yaml::{Mapping, Node, Scalar, locate, locate_blank},
};

const EXAMPLE: &str = "write the codes as keys, each with a message:\ncodes:\n  TOK001:\n    message: …";

pub(super) fn check<'a>(
    context: &mut Context<'_>,
    root: &Mapping,
    fields: &Fields<'a>,
    locales: &Locales,
    columns: &mut Columns<'a>,
    retired: &Retired<'_>,
) -> Option<Vec<Entry>> {
    let Some((key, node)) = fields.get("codes") else {
        columns.overlook_codes();
        if !fields.is_misspelt("codes") {
            context.report(missing_key(root, "the catalog", EXAMPLE, "codes"));
        }
        return None;
    };
    let (kind, message) = match node {
        // Without one, `found` says what is wrong with those that are written.
        Node::Mapping(mapping) if !mapping.entries.is_empty() => {
            return entries(context, mapping, locales, columns, retired);
        }
        Node::Broken(_) => return None,
        Node::Mapping(mapping) if mapping.incomplete => return None,
        Node::Mapping(_) => (Kind::EmptyValue, "the catalog has no codes"),
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, "the catalog has no codes"),
        _ => (Kind::WrongShape, "the codes are not a mapping"),
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(EXAMPLE));
    None
}

/// What only one code can have.
#[derive(Default)]
pub(super) struct Taken<'a> {
    pub(super) names: Names<'a>,
    pub(super) messages: Messages<'a>,
}

fn entries<'a>(
    context: &mut Context<'_>,
    mapping: &'a Mapping,
    locales: &Locales,
    columns: &mut Columns<'a>,
    retired: &Retired<'_>,
) -> Option<Vec<Entry>> {
    if mapping.incomplete {
        columns.overlook_codes();
    }
    let mut first: HashMap<&str, &Scalar> = HashMap::with_capacity(mapping.entries.len());
    let mut taken = Taken::default();
    let mut entries = Some(Vec::with_capacity(mapping.entries.len()));
    for (code, node) in &mapping.entries {
        let first = *first.entry(&code.text).or_insert(code);
        let is_first = std::ptr::eq(first, code);
        if !is_first {
            duplicate(context, first, code);
        }
        retired::reused(context, retired, code);
        columns.collide(context, code);
        let is_good = is_first && is_valid(context, code);
        // A code that is wrong gets no name, but its texts are checked like those of the others.
        let taken = is_good.then_some(&mut taken);
        let entry = entry::check(context, locales, columns, taken, code, node);
        entries = entries.zip(entry).map(|(mut entries, entry)| {
            entries.push(entry);
            entries
        });
    }
    entries
}

fn duplicate(context: &mut Context<'_>, first: &Scalar, second: &Scalar) {
    let line = context.line(first.span.start);
    let message = format!("the code `{}` is already defined on line {line}", second.text);
    let diagnostic = Diagnostic::new(Kind::DuplicateCode, second.span.clone(), message)
        .help("remove one of the two, or give one of them another code")
        .here("defined again")
        .label(first.span.clone(), "first defined here");
    context.report(diagnostic);
}

/// Whether a code can be written like this; if not, that is reported.
pub(super) fn is_valid(context: &mut Context<'_>, code: &Scalar) -> bool {
    let wrong = code.text.char_indices().find(|&(_, character)| !is_allowed(character));
    let (span, message) = if let Some((at, character)) = wrong {
        let locate = if character.is_whitespace() { locate_blank } else { locate };
        let span = locate(context.text, code, at..at + character.len_utf8());
        (span, format!("the code `{}` contains `{}`", code.text.escape_debug(), character.escape_debug()))
    } else if code.text.contains(|character: char| character.is_ascii_alphanumeric()) {
        return true;
    } else {
        (code.span.clone(), format!("the code `{}` has neither a letter nor a digit", code.text))
    };
    let rule = "a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`";
    let joined = code.text.split_whitespace().collect::<Vec<_>>().join("-");
    let is_cured = joined != code.text && !joined.is_empty() && joined.chars().all(is_allowed);
    let help = if is_cured { format!("write `{joined}`: {rule}") } else { rule.to_owned() };
    context.report(Diagnostic::new(Kind::InvalidCode, span, message).help(help));
    false
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || "_-.:/".contains(character)
}
