//! The params of an entry.

use std::ops::Range;

use super::{
    field::{Field, Fields, Keys, missing_key, unique},
    was,
};
use crate::{
    catalog::{ParamType, Privacy},
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::{Param, Params, SaidPrivacy},
    reports::Reported,
    suggest::listed,
    yaml::{Mapping, Node, Scalar},
};

/// The most params that an entry can have; no message needs more.
const MAX_PARAMS: usize = 255;

const EXAMPLE: &str = "write each with its type: `params: {max_hours: integer}`, or leave `params` out";

/// The keys of a param that is a mapping.
const KEYS: [&str; 3] = ["type", "privacy", "was"];

/// The params of the code `code`, in their order.
pub(super) fn lower<'a>(
    context: &mut Context<'a, '_>,
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

fn list<'a>(context: &mut Context<'a, '_>, field: Field<'a>, code: &str) -> Result<Vec<Param<'a>>, Reported> {
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

fn param<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Result<Param<'a>, Reported> {
    let name = field.key;
    let Declaration { ty, privacy, was } = declaration(context, field);
    if identifier::is_param(&name.text) {
        // A wrong type leaves no doubt about the name.
        return Ok(Param { name, ty, privacy, was });
    }
    let message = format!("a param cannot be named `{}`", name.text.escape_debug());
    let rule = "a param is a Rust identifier in snake case, no keyword, and starts with a letter";
    let help = match identifier::param_like(&name.text) {
        Some(name) => format!("write `{name}`; {rule}"),
        None => rule.to_owned(),
    };
    Err(context.report(Diagnostic::new(Kind::InvalidParam, name.span.clone(), message).help(help)))
}

/// What is said of a param.
struct Declaration<'a> {
    ty: Result<ParamType, Reported>,
    privacy: Result<SaidPrivacy<'a>, Reported>,
    was: Result<Option<&'a Scalar>, Reported>,
}

/// What is said of a param: its type alone, or a mapping with its type and more.
fn declaration<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Declaration<'a> {
    let Node::Mapping(mapping) = field.value else {
        let ty = param_type(context, field.key, field);
        return Declaration { ty, privacy: Ok(SaidPrivacy::default()), was: Ok(None) };
    };
    let name = field.key;
    let of = || format!("the param `{}`", name.text.escape_debug());
    let fields = Fields::read(context, mapping, of, &Keys::new(KEYS));
    let ty = fields.get("type").and_then(|field| {
        if let Some(field) = field {
            return param_type(context, name, field);
        }
        let help = format!("write `type: any` in it; {}", types());
        Err(context.report(missing_key(mapping, &of(), &help, "type")))
    });
    let privacy = fields.get("privacy").and_then(|field| match field {
        Some(field) => privacy(context, name, field),
        None => Ok(SaidPrivacy::default()),
    });
    let was = was::lower(context, &fields, Some(&name.text), &was::PARAM);
    Declaration { ty, privacy, was }
}

/// The types, for a help.
fn types() -> String {
    format!("the types are {}", listed(ParamType::ALL.map(ParamType::as_str)))
}

/// The type that stands in `field`, of the param `param`.
fn param_type(
    context: &mut Context<'_, '_>,
    param: &Scalar,
    field: Field<'_>,
) -> Result<ParamType, Reported> {
    let word = field.word(context, |field| {
        let (param, key) = (param.text.escape_debug(), field.key.text.escape_debug());
        let (kind, message) = if field.is_null() {
            (Kind::UnknownType, format!("the param `{param}` has no type"))
        } else {
            (Kind::WrongShape, format!("the type of `{param}` is {}, not a word", field.shape()))
        };
        let help = format!("write `{key}: any`; {}", types());
        Diagnostic::new(kind, field.place(), message).help(help)
    })?;
    if let Some(ty) = named(&word.text) {
        return Ok(ty);
    }
    let help = match intended(context, &word.text) {
        Some(ty) => format!("write `{}`; {}", ty.as_str(), types()),
        None => match intended_privacy(context, &word.text) {
            Some(privacy) => {
                format!("say its type as well: `{{type: text, privacy: {}}}`; {}", privacy.as_str(), types())
            }
            None => types(),
        },
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
        "bool" | "flag" => ParamType::Boolean,
        "double" | "decimal" | "real" | "f32" | "f64" => ParamType::Float,
        "date" | "time" | "datetime" | "timestamp" | "duration" | "uuid" | "url" | "object" => ParamType::Any,
        other => return named(context.nearest(other, ParamType::ALL.map(ParamType::as_str))?),
    })
}

/// The privacy that stands in `field`, of the param `param`.
fn privacy<'a>(
    context: &mut Context<'_, '_>,
    param: &Scalar,
    field: Field<'a>,
) -> Result<SaidPrivacy<'a>, Reported> {
    let all = "`public` is shown everywhere, `personal` not in logs, and `secret` nowhere";
    let param = param.text.escape_debug();
    let word = field.word(context, |field| {
        let wrong = format!("the privacy of `{param}` is {}, not a word", field.shape());
        let help = format!("write `privacy: personal`, or leave `privacy` out; {all}");
        field.unexpected(format!("the privacy of `{param}` is missing"), wrong).help(help)
    })?;
    let said = |privacy| SaidPrivacy { privacy, word: Some(word) };
    if let Some(privacy) = named_privacy(&word.text) {
        return Ok(said(privacy));
    }
    let meant = intended_privacy(context, &word.text);
    let help = match meant {
        Some(meant) => format!("write `{}`; {all}", meant.as_str()),
        None => format!("write one of the three: {all}"),
    };
    let message = format!("there is no privacy `{}`", word.text.escape_debug());
    let reported = context.report(Diagnostic::new(Kind::InvalidValue, word.span.clone(), message).help(help));
    // What it was probably meant to be tells whether a text may show it.
    meant.map(said).ok_or(reported)
}

fn named_privacy(word: &str) -> Option<Privacy> {
    Privacy::ALL.into_iter().find(|privacy| privacy.as_str() == word)
}

/// The privacy that was probably meant: by another name that is common for it, or misspelt.
fn intended_privacy(context: &mut Context<'_, '_>, word: &str) -> Option<Privacy> {
    Some(match &*word.to_ascii_lowercase() {
        "pii" | "private" | "user" | "gdpr" | "masked" => Privacy::Personal,
        "hidden" | "sensitive" | "confidential" | "password" | "credential" | "redacted" => Privacy::Secret,
        "none" | "open" | "shown" | "visible" => Privacy::Public,
        other => return named_privacy(context.nearest(other, Privacy::ALL.map(Privacy::as_str))?),
    })
}
