//! What an entry has in the columns of its catalog.

use std::ops::RangeInclusive;

use super::{
    Context, characters,
    columns::{Columns, Declaration, all_of},
    fields::Fields,
    integers, place, spaces,
    spot::Spot,
    texts,
};
use crate::{
    catalog::{IntegerType, List, Value},
    diagnostic::{Diagnostic, Kind},
    suggest::nearest,
    yaml::{Node, Scalar, Style},
};

/// The values of an entry, in the order of the columns; `None` if one has a mistake.
pub(super) fn check(
    context: &mut Context<'_>,
    columns: &mut Columns<'_>,
    fields: &Fields<'_>,
) -> Option<Vec<Option<Value>>> {
    let mut values = Some(Vec::with_capacity(columns.declared.len()));
    for column in &mut columns.declared {
        let name = &*column.key.text;
        let field = fields.get(name);
        column.used |= field.is_some() || fields.is_misspelt(name);
        let value = match (field, &column.kind) {
            (None, _) => Some(None),
            // The column has a mistake itself.
            (Some(_), None) => None,
            (Some((key, node)), Some(kind)) => value(context, key, node, kind).map(Some),
        };
        values = values.zip(value).map(|(mut values, value)| {
            values.push(value);
            values
        });
    }
    values
}

fn value(context: &mut Context<'_>, key: &Scalar, node: &Node, kind: &Declaration) -> Option<Value> {
    let scalar = scalar(context, key, node, kind)?;
    let found = match kind {
        Declaration::Text => return text(context, key, node),
        Declaration::Integer(fixed) => integer(context, &key.text, scalar, *fixed).map(Value::Integer),
        Declaration::Boolean => boolean(context, &key.text, scalar).map(Value::Boolean),
        Declaration::Listed(list) => in_list(&key.text, scalar, list),
    };
    found.map_err(|diagnostic| context.report(diagnostic)).ok()
}

/// What is written, if it is one value.
fn scalar<'a>(
    context: &mut Context<'_>,
    key: &Scalar,
    node: &'a Node,
    kind: &Declaration,
) -> Option<&'a Scalar> {
    let name = &key.text;
    let (kind, message, help) = match node {
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if !scalar.is_null() => return Some(scalar),
        Node::Scalar(scalar) => {
            let quoted = match kind {
                Declaration::Text if !scalar.text.is_empty() => {
                    format!("put it in quotes: \"{}\"", scalar.text)
                }
                _ => format!("write {}", described(kind)),
            };
            let help = format!("{quoted}, or leave the key out");
            (Kind::EmptyValue, format!("`{name}` has no value"), help)
        }
        Node::Mapping(_) | Node::Sequence(_) => {
            let found = if matches!(node, Node::Mapping(_)) { "a mapping" } else { "a list" };
            let help = format!(
                "write {}: a code has one value in a column, the same in all locales",
                described(kind)
            );
            (Kind::WrongShape, format!("`{name}` is {found}, not one value"), help)
        }
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(help));
    None
}

/// What a column of this type takes.
fn described(kind: &Declaration) -> String {
    match kind {
        Declaration::Text => "a text".to_owned(),
        Declaration::Boolean => "`true` or `false`".to_owned(),
        Declaration::Integer(_) => "a whole number".to_owned(),
        Declaration::Listed(list) => format!("one of {}", all_of(list)),
    }
}

fn text(context: &mut Context<'_>, key: &Scalar, node: &Node) -> Option<Value> {
    let what = format!("value of `{}`", key.text);
    let scalar = texts::text(context, key, node, &what)?;
    let spot = Spot { what: &what, locale: None, is_message: false, key: key.span.clone() };
    characters::check(context, scalar, &spot);
    spaces::check(context, scalar, &spot);
    Some(Value::Text(scalar.text.clone()))
}

fn integer(
    context: &Context<'_>,
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
    let is_wider = |kind: &&IntegerType| {
        let wider = kind.range();
        [least, most, &number].into_iter().all(|number| wider.contains(number))
    };
    let wider = IntegerType::ALL.iter().find(is_wider).map_or("text", |kind| kind.as_str());
    mismatched(scalar, message)
        .help(format!("write one from {least} to {most}, or make the column `{wider}`"))
}

fn boolean(context: &Context<'_>, name: &str, scalar: &Scalar) -> Result<bool, Diagnostic> {
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

fn in_list(name: &str, scalar: &Scalar, list: &List) -> Result<Value, Diagnostic> {
    let text = &scalar.text;
    if let Some(index) = list.values.iter().position(|value| value.text == *text) {
        return Ok(Value::Listed { index, text: text.clone() });
    }
    let message = format!("`{name}` cannot be {}", shown(scalar));
    let help = match nearest(text, list.values.iter().map(|value| &*value.text)) {
        Some(guess) => format!("did you mean `{guess}`? the values are {}", all_of(list)),
        None => format!("the values are {}", all_of(list)),
    };
    Err(mismatched(scalar, message).help(help))
}

/// In quotes, other readers take a number or a truth for a text.
fn unquoted(context: &Context<'_>, scalar: &Scalar) -> Result<(), Diagnostic> {
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
