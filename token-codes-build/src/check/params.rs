//! The params of an entry.

use super::{Context, place, unique};
use crate::{
    catalog::{Param, ParamType},
    diagnostic::{Diagnostic, Kind},
    identifier,
    suggest::{listed, nearest},
    yaml::{Node, Scalar},
};

/// The most params that an entry can have: the generated tables count them in a byte.
const MAX_PARAMS: usize = 255;

const EXAMPLE: &str = "write each with its type: `params: {max_hours: integer}`, or leave `params` out";

/// The params in their order; `None` if it is not clear which there are.
pub(super) fn check(context: &mut Context<'_>, key: &Scalar, node: &Node, code: &str) -> Option<Vec<Param>> {
    let (kind, message) = match node {
        Node::Mapping(mapping) => {
            let written = unique(context, mapping);
            if let Some((key, _)) = written.get(MAX_PARAMS) {
                let message = format!("`{code}` has {} params", written.len());
                let help = format!("an entry has no more than {MAX_PARAMS}");
                context.report(Diagnostic::new(Kind::TooManyParams, key.span.clone(), message).help(help));
            }
            let complete = written.len() == mapping.entries.len() && !mapping.lost_key.is_some();
            let params: Vec<_> = written.into_iter().map(|(key, node)| param(context, key, node)).collect();
            // With a name missing or twice, `{1}` could be this one or that.
            return params.into_iter().collect::<Option<_>>().filter(|_| complete);
        }
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, "`params` has no value"),
        _ => (Kind::WrongShape, "`params` is not a mapping"),
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(EXAMPLE));
    None
}

fn param(context: &mut Context<'_>, key: &Scalar, node: &Node) -> Option<Param> {
    // A wrong type leaves no doubt about the name.
    let kind = param_type(context, key, node).unwrap_or(ParamType::Any);
    if identifier::is_param(&key.text) {
        return Some(Param { name: key.text.clone(), ty: kind });
    }
    let message = format!("a param cannot be named `{}`", key.text.escape_debug());
    let rule = "a param is a Rust identifier in snake case, no keyword, and starts with a letter";
    let help = match identifier::param_like(&key.text) {
        Some(name) => format!("write `{name}`; {rule}"),
        None => rule.to_owned(),
    };
    context.report(Diagnostic::new(Kind::InvalidParam, key.span.clone(), message).help(help));
    None
}

fn param_type(context: &mut Context<'_>, key: &Scalar, node: &Node) -> Option<ParamType> {
    let types = listed(ParamType::ALL.iter().map(|kind| kind.as_str()));
    let (message, help) = match node {
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if !scalar.is_null() => {
            let word = &*scalar.text;
            if let Some(kind) = ParamType::ALL.iter().find(|kind| kind.as_str() == word) {
                return Some(*kind);
            }
            let help = match intended(word) {
                Some(kind) => format!("write `{}`; the types are {types}", kind.as_str()),
                None => format!("the types are {types}"),
            };
            (format!("there is no type `{}`", word.escape_debug()), help)
        }
        _ => (
            format!("the param `{}` has no type", key.text.escape_debug()),
            format!("write `{}: any`; the types are {types}", key.text),
        ),
    };
    context.report(Diagnostic::new(Kind::UnknownType, place(key, node), message).help(help));
    None
}

/// The type that was probably meant: by another name that is common for it, or misspelt.
fn intended(word: &str) -> Option<ParamType> {
    Some(match &*word.to_ascii_lowercase() {
        "string" | "str" | "&str" | "char" => ParamType::Text,
        "int" | "uint" | "number" | "long" | "short" | "byte" | "u8" | "u16" | "u32" | "u64" | "u128"
        | "usize" | "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => ParamType::Integer,
        "float" | "double" | "decimal" | "f32" | "f64" | "bool" | "boolean" | "date" | "time"
        | "datetime" | "timestamp" | "duration" | "uuid" | "url" | "object" => ParamType::Any,
        other => {
            let name = nearest(other, ParamType::ALL.iter().map(|kind| kind.as_str()))?;
            return ParamType::ALL.into_iter().find(|kind| kind.as_str() == name);
        }
    })
}
