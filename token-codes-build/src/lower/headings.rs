//! The header's `headings`: what the reference pages call their parts.

use super::{
    field::{Field, Fields, Keys, unique},
    locales, texts,
};
use crate::{
    catalog::Heading,
    context::Context,
    diagnostic::Diagnostic,
    model::{Locales, Role, Written},
    reports::Reported,
};

const EXAMPLE: &str = "name the locale and its headings: `headings: {ja: {overview: 概要}}`";

/// Reads the headings of each locale into it.
pub(super) fn lower<'a>(context: &mut Context<'a, '_>, header: &Fields<'a>, locales: &mut Locales<'a>) {
    let Some(field) = header.find("headings") else { return };
    let Ok(mapping) = field.mapping(context, unexpected) else { return };
    for field in unique(context, mapping).list {
        let locale = locales::find(context, locales, field.key).ok().flatten();
        let headings = in_locale(context, field);
        if let (Some(locale), Ok(headings)) = (locale, headings) {
            locales.list[locale].headings = headings;
        }
    }
}

fn in_locale<'a>(
    context: &mut Context<'a, '_>,
    locale: Field<'a>,
) -> Result<Vec<(Heading, Written<'a>)>, Reported> {
    let mapping = locale.mapping(context, unexpected)?;
    let keys = Keys::new(Heading::ALL.map(Heading::key));
    let fields = Fields::read(context, mapping, || "`headings`".to_owned(), &keys);
    let mut headings = Vec::new();
    for heading in Heading::ALL {
        let Some(field) = fields.find(heading.key()) else { continue };
        let written =
            |scalar| Written { scalar, key: field.key, locale: Some(locale.key), role: Role::Heading };
        // What it is called in reports does not depend on its text.
        if let Ok(scalar) = texts::text(context, field, &written(field.key)) {
            headings.push((heading, written(scalar)));
        }
    }
    Ok(headings)
}

fn unexpected(field: Field<'_>) -> Diagnostic {
    let what = field.key.text.escape_debug();
    let diagnostic =
        field.unexpected(format!("`{what}` has no headings"), format!("`{what}` is not a mapping"));
    diagnostic.help(format!("{EXAMPLE}, or leave `{what}` out"))
}
