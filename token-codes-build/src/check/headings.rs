//! The header's `headings`: what the reference pages call their parts.

use super::{
    Context, characters,
    fields::Fields,
    locales::Locales,
    place, spaces,
    spot::Spot,
    texts::{self, unknown_locale},
    unique,
};
use crate::{
    catalog::{Heading, Headings},
    diagnostic::{Diagnostic, Kind},
    suggest::nearest,
    yaml::{Mapping, Node, Scalar},
};

/// The key of each; a loop, since a constant can map nothing.
const KEYS: &[&str] = &{
    let mut keys = [""; Heading::ALL.len()];
    let mut index = 0;
    while index < keys.len() {
        keys[index] = Heading::ALL[index].key();
        index += 1;
    }
    keys
};

const EXAMPLE: &str = "name the locale and its headings: `headings: {ja: {overview: 概要}}`";

/// Reads the headings of each locale into it.
pub(super) fn check(context: &mut Context<'_>, fields: &Fields<'_>, locales: &mut Locales) {
    let Some((key, node)) = fields.get("headings") else { return };
    let Some(mapping) = mapping(context, key, node, "headings") else { return };
    for (tag, node) in unique(context, mapping) {
        let index = locales.index(&tag.text);
        if index.is_none() && locales.complete {
            let guess = nearest(&tag.text, locales.tags());
            context.report(unknown_locale(locales, tag, guess));
        }
        let headings = in_locale(context, tag, node);
        if let Some(index) = index {
            locales.list[index].headings = headings;
        }
    }
}

fn in_locale(context: &mut Context<'_>, tag: &Scalar, node: &Node) -> Headings {
    let mut headings = Headings::default();
    let Some(mapping) = mapping(context, tag, node, &tag.text) else { return headings };
    let fields = Fields::read(context, mapping, "`headings`", KEYS);
    for heading in Heading::ALL {
        let Some((key, node)) = fields.get(heading.key()) else { continue };
        let what = format!("`{}` heading `{}`", tag.text, key.text);
        let Some(scalar) = texts::text(context, key, node, &what) else { continue };
        let spot = Spot { what: &what, locale: Some(&tag.text), is_message: false, key: key.span.clone() };
        characters::check(context, scalar, &spot);
        spaces::check(context, scalar, &spot);
        headings.texts.insert(heading, scalar.text.clone());
    }
    headings
}

fn mapping<'a>(context: &mut Context<'_>, key: &Scalar, node: &'a Node, what: &str) -> Option<&'a Mapping> {
    let what = what.escape_debug();
    let (kind, message) = match node {
        Node::Mapping(mapping) => return Some(mapping),
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, format!("`{what}` has no headings")),
        _ => (Kind::WrongShape, format!("`{what}` is not a mapping")),
    };
    let help = format!("{EXAMPLE}, or leave `{what}` out");
    context.report(Diagnostic::new(kind, place(key, node), message).help(help));
    None
}
