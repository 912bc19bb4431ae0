//! What the placeholders of a message stand for.

use core::fmt;

use crate::plurals::Plurals;
use crate::rows::rows;
use crate::tables::ParamColumn;

/// What one placeholder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param {
    /// Its name in the catalog, such as `max_hours`.
    pub name: &'static str,
    /// Which Rust types can fill it.
    pub ty: ParamType,
    /// Who may see what fills it.
    pub privacy: Privacy,
}

/// Which Rust types can fill a param: the bound that the derive and `message!` check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamType {
    /// `text`: anything string-like, by `AsRef<str>`.
    Text,
    /// `integer`: any of Rust's integers.
    Integer,
    /// `boolean`: a `bool`.
    Boolean,
    /// `float`: an `f32` or an `f64`.
    Float,
    /// `any`: anything that implements `Display` and `Sync`.
    Any,
}

impl ParamType {
    /// The word for it in a catalog, such as `integer`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Float => "float",
            Self::Any => "any",
        }
    }
}

impl fmt::Display for ParamType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Who may see what fills a param.
///
/// ```
/// use token_codes::{Code, Privacy};
///
/// assert!(Code::TOK005.params().all(|param| param.privacy == Privacy::Public));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Privacy {
    /// `public`: everybody.
    Public,
    /// `personal`: whoever the message is for. In a text for logs, `‹×›` stands in its place.
    Personal,
    /// `secret`: nobody. It stands in no text, and its value is never read: see [`Value::Secret`](crate::Value::Secret).
    Secret,
}

impl Privacy {
    /// The word for it in a catalog: `public`, `personal` or `secret`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Personal => "personal",
            Self::Secret => "secret",
        }
    }
}

impl fmt::Display for Privacy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

rows! {
    /// The params of a code, `{0}` first: an iterator over [`Param`].
    ///
    /// ```
    /// use token_codes::{Code, ParamType};
    ///
    /// let params = Code::TOK005.params();
    /// assert_eq!(params.len(), 2);
    /// assert_eq!(params.get(0).unwrap().ty, ParamType::Integer);
    /// assert!(params.map(|param| param.name).eq(["max_hours", "expires_at"]));
    /// ```
    Params: ParamColumn => Param
}

impl Params {
    pub(crate) const fn plurals(&self) -> Option<&'static Plurals> {
        self.column.plurals
    }
}

impl ParamColumn {
    /// The params of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&'static self, row: usize) -> Params {
        Params { column: self, start: self.starts.get(row), end: self.starts.get(row + 1) }
    }

    /// The first letter of its type, `~` if it is personal and `!` if it is secret, and its name.
    const fn item(&self, index: usize) -> Param {
        let (ty, rest) = split_first(self.params.get(index));
        let ty = match ty.as_bytes() {
            b"t" => ParamType::Text,
            b"i" => ParamType::Integer,
            b"b" => ParamType::Boolean,
            b"f" => ParamType::Float,
            _ => ParamType::Any,
        };
        let (mark, name) = split_first(rest);
        match mark.as_bytes() {
            b"~" => Param { name, ty, privacy: Privacy::Personal },
            b"!" => Param { name, ty, privacy: Privacy::Secret },
            _ => Param { name: rest, ty, privacy: Privacy::Public },
        }
    }
}

const fn split_first(text: &str) -> (&str, &str) {
    match text.split_at_checked(1) {
        Some(parts) => parts,
        None => ("", ""),
    }
}
