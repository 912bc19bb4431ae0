//! An argument in JSON.

use serde::{Serialize, Serializer};
use token_codes::Value;

use crate::text::bounded;

/// How many bytes of an argument's text there are at most.
const MAX_BYTES: usize = 1024;

/// An argument of which a reply can have all.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Argument {
    Text(String),
    Signed(i64),
    Unsigned(u64),
    WideSigned(i128),
    WideUnsigned(u128),
    Float(f64),
    Float32(f32),
    Boolean(bool),
}

impl Argument {
    /// `None` if it is secret.
    pub(super) fn new(value: Value<'_>) -> Option<Self> {
        Some(match value {
            Value::Signed(number) => Self::Signed(number),
            Value::Unsigned(number) => Self::Unsigned(number),
            Value::WideSigned(number) => Self::WideSigned(number.get()),
            Value::WideUnsigned(number) => Self::WideUnsigned(number.get()),
            Value::Float(number) => Self::Float(number),
            Value::Float32(number) => Self::Float32(number),
            Value::Boolean(truth) => Self::Boolean(truth),
            Value::Text(text) if text.len() <= MAX_BYTES => Self::Text(text.to_owned()),
            Value::Secret => return None,
            Value::Any(value) => Self::Text(bounded(value, MAX_BYTES)),
            other => Self::Text(bounded(&other, MAX_BYTES)),
        })
    }

    /// What fills a placeholder: as the error's own would, within the bounds.
    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Signed(number) => Value::Signed(*number),
            Self::Unsigned(number) => Value::Unsigned(*number),
            Self::WideSigned(number) => Value::from(*number),
            Self::WideUnsigned(number) => Value::from(*number),
            Self::Float(number) => Value::Float(*number),
            Self::Float32(number) => Value::Float32(*number),
            Self::Boolean(truth) => Value::Boolean(*truth),
        }
    }
}

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
