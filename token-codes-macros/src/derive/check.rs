//! The type against the catalog.

use proc_macro2::{Ident, Span};

use crate::bind::{Kind, Supply, bind, find_code, is_like_known, other_catalog_help};
use crate::errors::Errors;
use crate::facts::{Facts, ParamType};
use crate::input::{Case, CaseField, CodeName, Input, NamedCatalog, Token};

/// A struct or variant without a mistake.
pub(super) struct CheckedCase<'a> {
    pub(super) case: &'a Case,
    pub(super) message: Message<'a>,
    /// The field to make the value from.
    pub(super) from: Option<&'a CaseField>,
}

/// Where its message comes from.
pub(super) enum Message<'a> {
    Code {
        /// The constant or variant of the catalog's enum, at the place where the user names the code.
        code: Ident,
        /// The field for each placeholder, in their order.
        args: Vec<(&'a CaseField, ParamType)>,
        /// The field that holds the cause.
        source: Option<Source<'a>>,
    },
    Transparent(&'a CaseField),
}

/// The field that holds the cause.
pub(super) enum Source<'a> {
    /// Which is marked as that.
    Marked(&'a CaseField),
    /// Which is named `source`.
    Named(&'a CaseField),
}

impl<'a> Source<'a> {
    pub(super) fn field(&self) -> &'a CaseField {
        match self {
            Self::Marked(field) | Self::Named(field) => field,
        }
    }
}

/// What is to be written, if there is no mistake.
pub(super) fn check<'a>(input: &'a Input, facts: Facts<'_>, errors: &mut Errors) -> Vec<CheckedCase<'a>> {
    report_other_catalog(input, facts, errors);
    input.cases.iter().filter_map(|case| check_case(case, facts, input.catalog, errors)).collect()
}

/// Reports once, and not for each code, that none of several is like one of the catalog: they are those of another,
/// which is not named.
fn report_other_catalog(input: &Input, facts: Facts<'_>, errors: &mut Errors) {
    let codes: Vec<_> = input.cases.iter().filter_map(|case| case.token.as_ref()?.code()).collect();
    let [first, _, ..] = &codes[..] else { return };
    if input.catalog == NamedCatalog::No && !codes.iter().any(|code| is_like_known(code, facts)) {
        let message = format!("unknown code `{}`, as all codes of `{}`", first.text(), input.ident);
        errors.add(first.span(), message, other_catalog_help(&first.text(), facts));
        errors.set_catalog_unknown();
    }
}

fn check_case<'a>(
    case: &'a Case,
    facts: Facts<'_>,
    catalog: NamedCatalog,
    errors: &mut Errors,
) -> Option<CheckedCase<'a>> {
    let from = check_from(case, errors);
    let message = match case.token.as_ref()? {
        Token::Code(name) => check_code(case, name, facts, catalog, errors)?,
        Token::Transparent(span) => check_transparent(case, *span, errors)?,
    };
    Some(CheckedCase { case, message, from })
}

fn check_code<'a>(
    case: &'a Case,
    name: &CodeName,
    facts: Facts<'_>,
    catalog: NamedCatalog,
    errors: &mut Errors,
) -> Option<Message<'a>> {
    let source = check_source(case, errors);
    if errors.is_catalog_unknown() {
        return None;
    }
    let code = find_code(name, facts, catalog, errors)?;
    let kind = if case.named || case.fields.is_empty() { Kind::NamedField } else { Kind::TupleField };
    let supplies: Vec<_> = case.fields.iter().map(supply).collect();
    let filled = bind(&code, &supplies, kind, case.ident.span(), errors)?;
    // Of several names for the field, only a placeholder's counts.
    let source = source.map(Source::Marked).or_else(|| {
        let is_source = |field: &&CaseField| field.is_named_source() && !filled.contains(&field.index);
        case.fields.iter().find(is_source).map(Source::Named)
    });
    let args =
        filled.iter().zip(&code.params).map(|(&field, param)| (&case.fields[field], param.ty)).collect();
    let code = match name {
        CodeName::Ident(ident) => ident.clone(),
        CodeName::Text(text) => Ident::new(code.variant, text.span()),
    };
    Some(Message::Code { code, args, source })
}

fn supply(field: &CaseField) -> Supply {
    Supply {
        name: field.name(),
        params: field.params.clone(),
        has_mistake: field.has_mistake,
        span: field.span(),
        is_candidate: field.source.is_none() && field.from.is_none(),
    }
}

/// The one field of a `transparent` case.
fn check_transparent<'a>(case: &'a Case, span: Span, errors: &mut Errors) -> Option<Message<'a>> {
    let [field] = &case.fields[..] else {
        let message =
            format!("`transparent` takes code and message from one field, but `{}` has {}", case.ident, {
                if case.fields.is_empty() { "none".to_owned() } else { case.fields.len().to_string() }
            });
        errors.add(
            span,
            message,
            "keep the field that has the code, or give the code here: `#[token(CODE)]`",
        );
        return None;
    };
    if let Some((_, span)) = field.params.first() {
        let help = "remove this mark, or write the code in the place of `transparent`";
        errors.add(*span, "a `transparent` field has all of its own message's placeholders filled", help);
    }
    if let Some(source) = field.source {
        let help = "remove `#[source]`: the source of the field's error is the source of this one";
        errors.add(source, "a `transparent` field is the error itself, not its source", help);
    }
    Some(Message::Transparent(field))
}

/// The field that is marked as the cause.
fn check_source<'a>(case: &'a Case, errors: &mut Errors) -> Option<&'a CaseField> {
    let mut found = None;
    for field in &case.fields {
        let Some(span) = field.source.or(field.from) else { continue };
        if found.is_some() {
            errors.add(span, "there is a source already", "an error has one source: keep one of the marks");
        } else {
            found = Some(field);
        }
    }
    found
}

/// The field that is marked with `#[from]`.
fn check_from<'a>(case: &'a Case, errors: &mut Errors) -> Option<&'a CaseField> {
    let (field, span) = case.fields.iter().find_map(|field| Some((field, field.from?)))?;
    let is_transparent = matches!(case.token, Some(Token::Transparent(_)));
    if case.fields.len() > 1 && !is_transparent {
        let message = format!("`#[from]` makes `{}` from this field alone, but it has others", case.ident);
        errors.add(span, message, "mark it with `#[source]` and fill the others by hand, or remove them");
        return None;
    }
    Some(field)
}
