//! The header's `native_digits`: the locales whose numbers are in the digits of their language's script.

use std::collections::HashSet;

use super::{
    field::{Fields, duplicate_item},
    locales,
};
use crate::{
    cldr::Language,
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::Locales,
};

const EXAMPLE: &str = "list the locales: `native_digits: [ar, hi]`, or leave `native_digits` out";

/// For each locale, whether it is one of them.
pub(super) fn lower(context: &mut Context<'_, '_>, header: &Fields<'_>, locales: &Locales<'_>) -> Vec<bool> {
    let mut native = vec![false; locales.list.len()];
    let words =
        header.find("native_digits").map(|field| field.words(context, "native_digits", "locale", EXAMPLE));
    let mut seen = HashSet::new();
    for tag in words.into_iter().flatten().flatten().flatten() {
        if !seen.insert(&*tag.text) {
            context.report(duplicate_item(tag, "locale"));
        } else if let Ok(Some(locale)) = locales::find(context, locales, tag) {
            native[locale] = true;
            if Language::of(&tag.text).with_native_digits().numbers().zero == '0' {
                let message = format!("no digits of its own are known of the language of `{}`", tag.text);
                let diagnostic = Diagnostic::new(Kind::InvalidValue, tag.span.clone(), message);
                context.report(diagnostic.help("remove it: its numbers have the digits 0 to 9"));
            }
        }
    }
    native
}
