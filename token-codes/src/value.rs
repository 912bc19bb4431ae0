//! What fills a placeholder.

use core::fmt;

use crate::decimal::write_decimal;

/// What fills a placeholder: the argument for one param.
///
/// Logs and API bodies get numbers as numbers from it. It is `Send` and `Sync`, so that a task can have it across an
/// `.await`; what fills an `any` param is `Sync` for that.
///
/// ```
/// use token_codes::Value;
///
/// assert_eq!(Value::from(24_u8).to_string(), "24");
/// assert!(matches!(Value::from(-1), Value::Signed(-1)));
/// assert_eq!(Value::Any(&1.5).to_string(), "1.5");
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// For a `text` param.
    Text(&'a str),
    /// For an `integer` param, from a signed integer of at most 64 bits.
    Signed(i64),
    /// For an `integer` param, from an unsigned integer of at most 64 bits.
    Unsigned(u64),
    /// For an `any` param; and for an `integer` param of 128 bits.
    Any(&'a (dyn fmt::Display + Sync)),
}

/// What is to be done with the values of a message, all of them at once: one call for a message, not one for each value.
pub type WithValues<'f, 'v> = &'f mut dyn FnMut(&[Value<'v>]) -> fmt::Result;

impl Value<'_> {
    /// Writes what fills the placeholder: as `{}` does, whatever the flags of the message are.
    #[inline]
    pub(crate) fn append_to(self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Signed(number) => write_decimal(out, number < 0, number.unsigned_abs()),
            Self::Unsigned(number) => write_decimal(out, false, number),
            Self::Any(value) => write!(out, "{value}"),
        }
    }

    /// The same for a formatter without flags, which a value shown by its own `Display` can have as it is.
    #[inline]
    pub(crate) fn fmt_without_flags(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any(value) => fmt::Display::fmt(value, f),
            Self::Signed(number) => fmt::Display::fmt(&number, f),
            Self::Unsigned(number) => fmt::Display::fmt(&number, f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.append_to(f)
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({text:?})"),
            Self::Signed(number) => write!(f, "Signed({number})"),
            Self::Unsigned(number) => write!(f, "Unsigned({number})"),
            Self::Any(value) => write!(f, "Any({value})"),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a (dyn fmt::Display + Sync)> for Value<'a> {
    fn from(value: &'a (dyn fmt::Display + Sync)) -> Self {
        Self::Any(value)
    }
}

macro_rules! from_integer {
    ($variant:ident($wide:ty): $($integer:ty),+) => {$(
        impl From<$integer> for Value<'_> {
            fn from(number: $integer) -> Self {
                // No loss: `isize` and `usize`, which have no `From`, are of at most 64 bits.
                #[allow(clippy::cast_lossless)]
                Self::$variant(number as $wide)
            }
        }
    )+};
}

from_integer!(Signed(i64): i8, i16, i32, i64, isize);
from_integer!(Unsigned(u64): u8, u16, u32, u64, usize);
