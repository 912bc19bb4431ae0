//! What an entry has in the columns of its catalog.

use std::ops::RangeInclusive;

use super::{
    field::{Field, Fields},
    integers,
};
use crate::{
    catalog::{IntegerType, List},
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{Columns, DeclaredType, Role, Value, Written},
    reports::{Reported, part},
    suggest::listed,
    yaml::{Scalar, Style},
};

/// The values of an entry, in the order of the columns.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
    columns: &Columns<'a>,
    fields: &Fields<'a>,
) -> Vec<Result<Option<Value<'a>>, Reported>> {
    let values = columns.list.iter().map(|column| {
        let Some(field) = fields.get(&column.key.text)? else { return Ok(None) };
        let ty = part(&column.ty)?;
        value(context, &column.key.text, field, ty).map(Some)
    });
    values.collect()
}

/// The value that is written for the column of this name, by an entry or as its default.
pub(super) fn value<'a>(
    context: &mut Context<'a, '_>,
    name: &'a str,
    field: Field<'a>,
    ty: &DeclaredType,
) -> Result<Value<'a>, Reported> {
    let scalar = field.word(context, |field| no_value(field, ty))?;
    let value = match ty {
        DeclaredType::Text => {
            let written = |scalar| Written { scalar, key: field.key, locale: None, role: Role::Value(name) };
            return field.text(context, &written(scalar)).map(|scalar| Value::Text(written(scalar)));
        }
        DeclaredType::Integer(fixed) => integer(context, name, scalar, *fixed).map(Value::Integer),
        DeclaredType::Boolean => boolean(context, name, scalar).map(Value::Boolean),
        DeclaredType::Listed(list) => in_list(context, name, scalar, list).map(Value::Listed),
    };
    value.map_err(|diagnostic| context.report(diagnostic))
}

/// The report on a field that is not one value.
fn no_value(field: Field<'_>, ty: &DeclaredType) -> Diagnostic {
    let name = &field.key.text;
    let help = if !field.is_null() {
        format!("write {}: a code has one value in a column, the same in all locales", described(ty))
    } else if matches!(ty, DeclaredType::Text) && !field.null().is_empty() {
        format!("put it in quotes: \"{}\", or leave the key out", field.null())
    } else {
        format!("write {}, or leave the key out", described(ty))
    };
    let wrong = format!("`{name}` is {}, not one value", field.shape());
    field.unexpected(format!("`{name}` has no value"), wrong).help(help)
}

/// What a column of this type takes.
fn described(ty: &DeclaredType) -> String {
    match ty {
        DeclaredType::Text => "a text".to_owned(),
        DeclaredType::Boolean => "`true` or `false`".to_owned(),
        DeclaredType::Integer(_) => "a whole number".to_owned(),
        DeclaredType::Listed(list) => format!("one of {}", all_of(list)),
    }
}

/// The values of a list, for a help.
fn all_of(list: &List) -> String {
    listed(list.values.iter().map(|value| &*value.text))
}

fn integer(
    context: &Context<'_, '_>,
    name: &str,
    scalar: &Scalar,
    fixed: Option<IntegerType>,
) -> Result<i128, Diagnostic> {
    if let Some(number) = integers::parse(&scalar.text) {
        let range = fixed.map_or(i64::MIN.into()..=u64::MAX.into(), IntegerType::range);
        if !range.contains(&number) {
            return Err(out_of_range(name, scalar, number, fixed, &range));
        }
        unquoted(context, scalar)?;
        return Ok(number);
    }
    let message = format!("`{name}` takes a whole number, not {}", shown(scalar));
    let rule = "digits alone, with `-` if it is negative, and without zeros before them";
    let help = match integers::meant(&scalar.text) {
        Some(number) => format!("write `{number}`: {rule}; if each sign counts, make the column `text`"),
        None => format!("write {rule}"),
    };
    Err(mismatched(scalar, message).help(help))
}

fn out_of_range(
    name: &str,
    scalar: &Scalar,
    number: i128,
    fixed: Option<IntegerType>,
    range: &RangeInclusive<i128>,
) -> Diagnostic {
    let (least, most) = (range.start(), range.end());
    let written = shown(scalar);
    let message = match fixed {
        Some(fixed) => format!("{written} is out of the range of `{}`, which `{name}` holds", fixed.as_str()),
        None => format!("{written} does not fit into 64 bits, as `{name}` has to"),
    };
    // It holds the other values as well.
    let is_wider = |ty: &&IntegerType| {
        let wider = ty.range();
        [least, most, &number].into_iter().all(|number| wider.contains(number))
    };
    let wider = IntegerType::ALL.iter().find(is_wider).map_or("text", |ty| ty.as_str());
    mismatched(scalar, message)
        .help(format!("write one from {least} to {most}, or make the column `{wider}`"))
}

fn boolean(context: &Context<'_, '_>, name: &str, scalar: &Scalar) -> Result<bool, Diagnostic> {
    if matches!(&*scalar.text, "true" | "false") {
        unquoted(context, scalar)?;
        return Ok(scalar.text == "true");
    }
    let message = format!("`{name}` takes `true` or `false`, not {}", shown(scalar));
    let help = match &*scalar.text.to_ascii_lowercase() {
        "true" | "yes" | "y" | "on" | "1" => "write `true`",
        "false" | "no" | "n" | "off" | "0" => "write `false`",
        _ => "write `true` or `false`, or leave the key out",
    };
    Err(mismatched(scalar, message).help(help))
}

fn in_list(
    context: &mut Context<'_, '_>,
    name: &str,
    scalar: &Scalar,
    list: &List,
) -> Result<usize, Diagnostic> {
    let values = || list.values.iter().map(|value| &*value.text);
    if let Some(index) = values().position(|value| value == scalar.text) {
        return Ok(index);
    }
    let message = format!("`{name}` cannot be {}", shown(scalar));
    let help = match context.nearest(&scalar.text, values()) {
        Some(guess) => format!("did you mean `{guess}`? the values are {}", all_of(list)),
        None => format!("the values are {}", all_of(list)),
    };
    Err(mismatched(scalar, message).help(help))
}

/// In quotes, other readers take a number or a boolean for a text.
fn unquoted(context: &Context<'_, '_>, scalar: &Scalar) -> Result<(), Diagnostic> {
    if scalar.style == Style::Plain {
        return Ok(());
    }
    let written = context.written(&scalar.span);
    let message = format!("other readers of YAML take `{written}` for a text");
    Err(mismatched(scalar, message).help(format!("write `{}`, without quotes", scalar.text)))
}

fn mismatched(scalar: &Scalar, message: String) -> Diagnostic {
    Diagnostic::new(Kind::MismatchedValue, scalar.span.clone(), message)
}

/// A value in a message, cut if it is long.
fn shown(scalar: &Scalar) -> String {
    const SHOWN: usize = 40;
    let mut text: String = scalar.text.chars().take(SHOWN).collect();
    if text.len() < scalar.text.len() {
        text.push('…');
    }
    if text.is_empty() { "an empty text".to_owned() } else { format!("`{}`", text.escape_debug()) }
}
