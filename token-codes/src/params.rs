//! What the placeholders of a message stand for.

use core::fmt;
use core::iter::FusedIterator;

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

/// The params of a code, `{0}` first.
///
/// ```
/// use token_codes::{Code, ParamType};
///
/// let params = Code::TOK005.params();
/// assert_eq!(params.len(), 2);
/// assert_eq!(params.get(0).unwrap().ty, ParamType::Integer);
/// assert!(params.iter().map(|param| param.name).eq(["max_hours", "expires_at"]));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Params {
    column: &'static ParamColumn,
    start: usize,
    end: usize,
}

impl Params {
    pub(crate) const fn new(column: &'static ParamColumn, start: usize, end: usize) -> Self {
        Self { column, start, end }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The param with this index; `None` if there is none.
    #[must_use]
    pub const fn get(self, index: usize) -> Option<Param> {
        if index >= self.len() {
            return None;
        }
        Some(self.column.param(self.start + index))
    }

    /// Each of them.
    #[must_use]
    pub const fn iter(self) -> ParamsIter {
        ParamsIter(self)
    }
}

impl IntoIterator for Params {
    type Item = Param;
    type IntoIter = ParamsIter;

    fn into_iter(self) -> ParamsIter {
        self.iter()
    }
}

/// The iterator of [`Params::iter`].
#[derive(Clone, Debug)]
pub struct ParamsIter(Params);

impl Iterator for ParamsIter {
    type Item = Param;

    fn next(&mut self) -> Option<Param> {
        let param = self.0.get(0)?;
        self.0.start += 1;
        Some(param)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl DoubleEndedIterator for ParamsIter {
    fn next_back(&mut self) -> Option<Param> {
        let last = self.0.get(self.0.len().checked_sub(1)?)?;
        self.0.end -= 1;
        Some(last)
    }
}

impl ExactSizeIterator for ParamsIter {}

impl FusedIterator for ParamsIter {}
