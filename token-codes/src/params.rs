//! What the placeholders of a message stand for.

use core::fmt;

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
}

/// Which Rust types can fill a param: the bound that the derive and `message!` check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamType {
    /// `text`: anything string-like, by `AsRef<str>`.
    Text,
    /// `integer`: any of Rust's integers.
    Integer,
    /// `any`: anything that implements `Display` and `Sync`.
    Any,
}

impl ParamType {
    /// The word for it in a catalog: `text`, `integer` or `any`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Any => "any",
        }
    }
}

impl fmt::Display for ParamType {
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

    const fn item(&self, index: usize) -> Param {
        let (ty, name) = match self.params.get(index).split_at_checked(1) {
            Some(parts) => parts,
            None => ("", ""),
        };
        let ty = match ty.as_bytes() {
            b"t" => ParamType::Text,
            b"i" => ParamType::Integer,
            _ => ParamType::Any,
        };
        Param { name, ty }
    }
}
