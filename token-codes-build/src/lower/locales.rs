//! The list of locales.

use std::ops::Range;

use super::{field::Field, files::Header};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::{Locale, Locales},
    reports::Reported,
    suggest::listed,
    yaml::{self, Node, Scalar},
};

const EXAMPLE: &str = "list them, the source locale first: `locales: [ja, en]`";

/// The most locales that a catalog can list: each text may be there in each of them.
const MAX_LOCALES: usize = 256;

pub(super) fn lower<'a>(context: &mut Context<'_, '_>, header: &Header<'_, 'a>) -> Locales<'a> {
    let mut locales = Locales::default();
    locales.incomplete = match header.fields.get("locales") {
        Ok(Some(field)) => collect(context, field, &mut locales).err(),
        Ok(None) => header.missing_key(context, EXAMPLE, "locales"),
        Err(reported) => Some(reported),
    };
    locales
}

fn collect<'a>(
    context: &mut Context<'_, '_>,
    field: Field<'a>,
    locales: &mut Locales<'a>,
) -> Result<(), Reported> {
    let list = field.list(context, |field| {
        field.unexpected("the catalog has no locales", "the locales are not a list").help(EXAMPLE)
    })?;
    if list.items.is_empty() {
        let diagnostic = Diagnostic::new(Kind::EmptyValue, field.place(), "the catalog has no locales");
        return Err(context.report(diagnostic.help(EXAMPLE)));
    }
    let mut collected = Ok(());
    for item in &list.items {
        if locales.list.len() == MAX_LOCALES {
            let message = format!("the catalog lists {} locales", list.items.len());
            let help = format!("it can list {MAX_LOCALES}; divide it into several catalogs");
            return Err(context.report(Diagnostic::new(Kind::InvalidLocale, item.span(), message).help(help)));
        }
        // Each of them is read, so that every mistake is found.
        collected = add(context, item, locales).and(collected);
    }
    collected
}

fn add<'a>(context: &mut Context<'_, '_>, item: &'a Node, locales: &mut Locales<'a>) -> Result<(), Reported> {
    let tag = match item {
        Node::Scalar(tag) => tag,
        Node::Broken(_, reported) => return Err(*reported),
        _ => return Err(context.report(invalid(item.span(), "a locale must be a text"))),
    };
    if tag.is_null() || !is_tag(&tag.text) {
        let misread = yaml::misread(context.source.text(), item);
        let invalid = || invalid(tag.span.clone(), &format!("`{}` is not a locale", tag.text));
        return Err(context.report(misread.unwrap_or_else(invalid)));
    }
    let variant = identifier::variant(&tag.text);
    let clash = locales.list.iter().find(|first| first.tag.text == tag.text || first.variant == variant);
    if let Some(first) = clash {
        return Err(context.report(clashing(tag, first)));
    }
    locales.index.insert(&tag.text, locales.list.len());
    locales.list.push(Locale { tag, variant });
    Ok(())
}

fn invalid(span: Range<usize>, message: &str) -> Diagnostic {
    let help =
        "write a language tag, such as `ja`, `en-GB` or `zh-Hant`: letters and digits, with `-` between";
    Diagnostic::new(Kind::InvalidLocale, span, message).help(help)
}

fn clashing(second: &Scalar, first: &Locale<'_>) -> Diagnostic {
    let tag = &second.text;
    let diagnostic = if first.tag.text == *tag {
        let message = format!("the locale `{tag}` is listed twice");
        Diagnostic::new(Kind::DuplicateLocale, second.span.clone(), message).help("remove one of the two")
    } else {
        let message = format!(
            "the locales `{}` and `{tag}` both become the Rust identifier `{}`",
            first.tag.text, first.variant
        );
        Diagnostic::new(Kind::CollidingLocale, second.span.clone(), message)
            .help("locales must differ by more than case and `-`: remove one of the two")
    };
    diagnostic.label(first.tag.span.clone(), "first listed here")
}

/// Whether this has the form of a BCP 47 tag: subtags of up to eight letters and digits, the first of letters.
fn is_tag(tag: &str) -> bool {
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    tag.starts_with(|first: char| first.is_ascii_alphabetic()) && tag.split('-').all(is_subtag)
}

/// The locale that a key or item names. One that is not listed is reported, unless the list has mistakes: it may be meant
/// by one of them. The error says which one was probably meant.
pub(super) fn find(
    context: &mut Context<'_, '_>,
    locales: &Locales<'_>,
    tag: &Scalar,
) -> Result<Option<usize>, UnknownLocale> {
    if let Some(index) = locales.index(&tag.text) {
        return Ok(Some(index));
    }
    if locales.incomplete.is_some() {
        return Ok(None);
    }
    let guess = context.nearest(&tag.text, locales.tags());
    let all = format!("the locales are {}", listed(locales.tags()));
    let help = match guess {
        Some(guess) => format!("did you mean `{guess}`? {all}"),
        None => format!("{all}; add it to `locales` at the top, or remove it"),
    };
    let message = format!("the catalog has no locale `{}`", tag.text.escape_debug());
    let reported = context.report(Diagnostic::new(Kind::UnknownLocale, tag.span.clone(), message).help(help));
    Err(UnknownLocale { reported, meant: guess.and_then(|guess| locales.index(guess)) })
}

/// A locale that the catalog does not have.
pub(super) struct UnknownLocale {
    pub(super) reported: Reported,
    /// The index of the one that was probably meant.
    pub(super) meant: Option<usize>,
}
