//! The list of locales.

use std::ops::Range;

use super::{Context, header::Header, place};
use crate::{
    catalog::{Headings, Locale},
    diagnostic::{Diagnostic, Kind},
    identifier,
    yaml::{Node, Scalar},
};

const EXAMPLE: &str = "list them, the source locale first: `locales: [ja, en]`";

/// The locales of a catalog.
pub(super) struct Locales {
    pub(super) list: Vec<Locale>,
    /// Whether the list is without mistakes: only then can a text be said to lack a locale, or to be in an unknown one.
    pub(super) complete: bool,
}

impl Locales {
    pub(super) fn index(&self, tag: &str) -> Option<usize> {
        self.list.iter().position(|locale| locale.tag == tag)
    }

    pub(super) fn tags(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|locale| &*locale.tag)
    }
}

pub(super) fn check(context: &mut Context<'_>, header: &Header<'_, '_>) -> Locales {
    let mut locales = Locales { list: Vec::new(), complete: false };
    let before = context.found.len();
    match header.fields.get("locales") {
        Some((key, node)) => {
            // What is broken has been reported, so the list is not complete.
            locales.complete = collect(context, key, node, &mut locales.list);
        }
        None if header.fields.is_misspelt("locales") => {}
        None => header.missing_key(context, EXAMPLE, "locales"),
    }
    locales.complete &= context.found.len() == before;
    locales
}

fn collect(context: &mut Context<'_>, key: &Scalar, node: &Node, list: &mut Vec<Locale>) -> bool {
    let message = match node {
        Node::Sequence(sequence) if sequence.items.is_empty() => "the catalog has no locales",
        Node::Sequence(sequence) => {
            let mut places: Vec<Range<usize>> = Vec::new();
            return sequence
                .items
                .iter()
                .fold(true, |good, item| good & add(context, item, list, &mut places));
        }
        Node::Broken(..) => return false,
        Node::Scalar(scalar) if scalar.is_null() => "the catalog has no locales",
        _ => "the locales are not a list",
    };
    let kind = if message.contains("no locales") { Kind::EmptyValue } else { Kind::WrongShape };
    context.report(Diagnostic::new(kind, place(key, node), message).help(EXAMPLE));
    false
}

fn add(
    context: &mut Context<'_>,
    item: &Node,
    list: &mut Vec<Locale>,
    places: &mut Vec<Range<usize>>,
) -> bool {
    let Node::Scalar(scalar) = item else {
        if !matches!(item, Node::Broken(..)) {
            context.report(invalid(item.span(), "a locale must be a text"));
        }
        return false;
    };
    let tag = &scalar.text;
    if !is_tag(tag) {
        let message = format!("`{tag}` is not a locale");
        context.report(invalid(scalar.span.clone(), &message));
        return false;
    }
    let variant = identifier::variant(tag);
    let clash = list.iter().position(|locale| locale.tag == *tag || locale.variant == variant);
    if let Some(first) = clash {
        let first_place = places[first].clone();
        context.report(clashing(scalar, &list[first], first_place));
        return false;
    }
    list.push(Locale { tag: tag.clone(), variant, headings: Headings::default() });
    places.push(scalar.span.clone());
    true
}

fn invalid(span: Range<usize>, message: &str) -> Diagnostic {
    let help =
        "write a language tag, such as `ja`, `en-GB` or `zh-Hant`: letters and digits, with `-` between";
    Diagnostic::new(Kind::InvalidLocale, span, message).help(help)
}

fn clashing(scalar: &Scalar, first: &Locale, first_place: Range<usize>) -> Diagnostic {
    let tag = &scalar.text;
    let diagnostic = if first.tag == *tag {
        Diagnostic::new(
            Kind::DuplicateLocale,
            scalar.span.clone(),
            format!("the locale `{tag}` is listed twice"),
        )
        .help("remove one of the two")
    } else {
        let message = format!(
            "the locales `{}` and `{tag}` both become the Rust identifier `{}`",
            first.tag, first.variant
        );
        Diagnostic::new(Kind::CollidingLocale, scalar.span.clone(), message)
            .help("locales must differ by more than case and `-`: remove one of the two")
    };
    diagnostic.label(first_place, "first listed here")
}

/// Whether this has the form of a BCP 47 tag: subtags of up to eight letters and digits, the first of letters.
fn is_tag(tag: &str) -> bool {
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    tag.starts_with(|first: char| first.is_ascii_alphabetic()) && tag.split('-').all(is_subtag)
}
