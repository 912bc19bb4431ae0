//! Codes, locales, values and arguments in the formats of serde.
//!
//! The enums are those of other crates, so their impls are written there: the generated code calls a macro of this crate,
//! which gives them with the feature `serde`, and nothing without it.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{self, Deserializer};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::any_code::AnyCode;
use crate::args::Args;
use crate::column_value::ColumnValue;
use crate::escaped::write_or_mark;
use crate::params::Privacy;
use crate::value::Value;

/// As its text, such as `"TOK005"`. It cannot be read back, since a text does not say which catalog it is of.
impl Serialize for AnyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// As a text, a number or a boolean.
impl Serialize for ColumnValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Signed(number) => serializer.serialize_i64(number),
            Self::Unsigned(number) => serializer.serialize_u64(number),
            Self::Boolean(truth) => serializer.serialize_bool(truth),
        }
    }
}

/// As a number or a boolean, if it is one, and else as text. A secret is `null`, as are in JSON the floats that it has no
/// number for.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Signed(number) => serializer.serialize_i64(number),
            Self::Unsigned(number) => serializer.serialize_u64(number),
            Self::WideSigned(number) => serializer.serialize_i128(number.get()),
            Self::WideUnsigned(number) => serializer.serialize_u128(number.get()),
            Self::Boolean(truth) => serializer.serialize_bool(truth),
            Self::Float(number) => serializer.serialize_f64(number),
            Self::Float32(number) => serializer.serialize_f32(number),
            Self::Any(value) => serializer.collect_str(&Unfailing(value)),
            Self::Secret => serializer.serialize_unit(),
        }
    }
}

/// A value whose `Display` does not fail, for which the serializers of some formats panic.
struct Unfailing<'a>(&'a (dyn fmt::Display + Sync));

impl fmt::Display for Unfailing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_or_mark(f, self.0, fmt::Formatter::write_str)
    }
}

/// As a map from the names of the params to what fills them, without the secret ones. The personal ones are there: it is
/// for whoever the message is for.
///
/// ```
/// use token_codes::{TokenCode, message};
///
/// let message = message!(TOK005, max_hours = 24, expires_at = "2026-12-01");
/// assert_eq!(serde_json::to_string(&message.args())?, r#"{"max_hours":24,"expires_at":"2026-12-01"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Args<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = || self.clone().filter(|arg| arg.privacy != Privacy::Secret);
        let mut map = serializer.serialize_map(Some(shown().count()))?;
        for arg in shown() {
            map.serialize_entry(arg.name, &arg.value)?;
        }
        map.end()
    }
}

/// An enum of a catalog from its text.
///
/// # Errors
///
/// If the format has another thing than a text, or the catalog has no such text.
pub fn deserialize_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text of the catalog")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|error| E::custom(format_args!("`{}` is {error}", text.escape_debug())))
    }
}
