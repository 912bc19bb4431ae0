//! The header's `headings`: what the reference pages call their parts.

use super::{
    field::{Field, Fields, Keys, unique},
    locales,
};
use crate::{
    catalog::Heading,
    context::Context,
    diagnostic::Diagnostic,
    model::{HeadingText, Locales, Role, Written},
    yaml::{Mapping, Scalar},
};

const EXAMPLE: &str = "name the locale and its headings: `headings: {ja: {overview: 概要}}`";

/// The headings in each locale.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    header: &Fields<'a>,
    locales: &Locales<'a>,
) -> Vec<HeadingText<'a>> {
    let mut headings = Vec::new();
    let Some(field) = header.find("headings") else { return headings };
    let Ok(mapping) = field.mapping(context, unexpected) else { return headings };
    for field in unique(context, mapping).list {
        let locale = locales::find(context, locales, field.key).ok().flatten();
        let Ok(mapping) = field.mapping(context, unexpected) else { continue };
        for (heading, written) in in_locale(context, field.key, mapping) {
            headings.push(HeadingText { locale, heading, written });
        }
    }
    headings
}

fn in_locale<'a>(
    context: &mut Context<'a, '_>,
    tag: &'a Scalar,
    mapping: &'a Mapping,
) -> Vec<(Heading, Written<'a>)> {
    let keys = Keys::new(Heading::ALL.map(Heading::key));
    let fields = Fields::read(context, mapping, || "`headings`".to_owned(), &keys);
    let written = |heading: Heading| {
        let field = fields.find(heading.key())?;
        let written = |scalar| Written { scalar, key: field.key, locale: Some(tag), role: Role::Heading };
        // What it is called in reports does not depend on its text.
        let scalar = field.text(context, &written(field.key)).ok()?;
        Some((heading, written(scalar)))
    };
    Heading::ALL.into_iter().filter_map(written).collect()
}

fn unexpected(field: Field<'_>) -> Diagnostic {
    let what = field.key.text.escape_debug();
    let diagnostic =
        field.unexpected(format!("`{what}` has no headings"), format!("`{what}` is not a mapping"));
    diagnostic.help(format!("{EXAMPLE}, or leave `{what}` out"))
}
