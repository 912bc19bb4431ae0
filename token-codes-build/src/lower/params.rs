//! The params of an entry.

use std::ops::Range;

use super::field::{Field, unique};
use crate::{
    catalog::ParamType,
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::{Param, Params},
    reports::Reported,
    suggest::listed,
    yaml::{Mapping, Node},
};

/// The most params that an entry can have; no message needs more.
const MAX_PARAMS: usize = 255;

const EXAMPLE: &str = "write each with its type: `params: {max_hours: integer}`, or leave `params` out";

/// The params of the code `code`, in their order.
pub(super) fn lower<'a>(
    context: &mut Context<'_, '_>,
    field: Result<Option<Field<'a>>, Reported>,
    code: &str,
) -> Params<'a> {
    let field = match field {
        Ok(Some(field)) => field,
        Ok(None) => return Params { list: Ok(Vec::new()), declared: None },
        Err(reported) => return Params { list: Err(reported), declared: None },
    };
    let declared =
        if let Node::Mapping(mapping) = field.value { Some(declared(context, field, mapping)) } else { None };
    Params { list: list(context, field, code), declared }
}

/// Where the params are declared; those on lines of their own are marked by their key.
fn declared(context: &Context<'_, '_>, field: Field<'_>, mapping: &Mapping) -> Range<usize> {
    let span = &mapping.span;
    let is_line = context.on_one_line(span.start, span.end.saturating_sub(1));
    if is_line && mapping.flow { span.clone() } else { field.key.span.clone() }
}

fn list<'a>(context: &mut Context<'_, '_>, field: Field<'a>, code: &str) -> Result<Vec<Param<'a>>, Reported> {
    let mapping = field.mapping(context, |field| {
        field.unexpected("`params` has no value", "`params` is not a mapping").help(EXAMPLE)
    })?;
    let fields = unique(context, mapping);
    let too_many = fields.list.get(MAX_PARAMS).map(|field| {
        let message = format!("`{code}` has {} params", fields.list.len());
        let help = format!("an entry has no more than {MAX_PARAMS}");
        context.report(Diagnostic::new(Kind::TooManyParams, field.key.span.clone(), message).help(help))
    });
    // With a name missing or twice, `{1}` could be this one or that.
    let unclear = fields.unclear().or(too_many);
    let params: Vec<_> = fields.list.into_iter().map(|field| param(context, field)).collect();
    let params = params.into_iter().collect::<Result<_, _>>()?;
    unclear.map_or(Ok(params), Err)
}

fn param<'a>(context: &mut Context<'_, '_>, field: Field<'a>) -> Result<Param<'a>, Reported> {
    // A wrong type leaves no doubt about the name.
    let ty = param_type(context, field).unwrap_or(ParamType::Any);
    let name = field.key;
    if identifier::is_param(&name.text) {
        return Ok(Param { name, ty });
    }
    let message = format!("a param cannot be named `{}`", name.text.escape_debug());
    let rule = "a param is a Rust identifier in snake case, no keyword, and starts with a letter";
    let help = match identifier::param_like(&name.text) {
        Some(name) => format!("write `{name}`; {rule}"),
        None => rule.to_owned(),
    };
    Err(context.report(Diagnostic::new(Kind::InvalidParam, name.span.clone(), message).help(help)))
}

fn param_type(context: &mut Context<'_, '_>, field: Field<'_>) -> Result<ParamType, Reported> {
    let types = || listed(ParamType::ALL.iter().map(|ty| ty.as_str()));
    let word = field.word(context, |field| {
        let message = format!("the param `{}` has no type", field.key.text.escape_debug());
        let help = format!("write `{}: any`; the types are {}", field.key.text, types());
        Diagnostic::new(Kind::UnknownType, field.place(), message).help(help)
    })?;
    if let Some(ty) = named(&word.text) {
        return Ok(ty);
    }
    let help = match intended(context, &word.text) {
        Some(ty) => format!("write `{}`; the types are {}", ty.as_str(), types()),
        None => format!("the types are {}", types()),
    };
    let message = format!("there is no type `{}`", word.text.escape_debug());
    Err(context.report(Diagnostic::new(Kind::UnknownType, word.span.clone(), message).help(help)))
}

fn named(word: &str) -> Option<ParamType> {
    ParamType::ALL.into_iter().find(|ty| ty.as_str() == word)
}

/// The type that was probably meant: by another name that is common for it, or misspelt.
fn intended(context: &mut Context<'_, '_>, word: &str) -> Option<ParamType> {
    Some(match &*word.to_ascii_lowercase() {
        "string" | "str" | "&str" | "char" => ParamType::Text,
        "int" | "uint" | "number" | "long" | "short" | "byte" | "u8" | "u16" | "u32" | "u64" | "u128"
        | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => ParamType::Integer,
        "float" | "double" | "decimal" | "f32" | "f64" | "bool" | "boolean" | "date" | "time"
        | "datetime" | "timestamp" | "duration" | "uuid" | "url" | "object" => ParamType::Any,
        other => return named(context.nearest(other, ParamType::ALL.iter().map(|ty| ty.as_str()))?),
    })
}
