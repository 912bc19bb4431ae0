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
/// assert_eq!(Value::from(0.1_f32).to_string(), "0.1");
/// assert_eq!(Value::Any(&"text").to_string(), "text");
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
    /// For an `integer` param, from an `i128`.
    WideSigned(Wide<i128>),
    /// For an `integer` param, from a `u128`.
    WideUnsigned(Wide<u128>),
    /// For a `boolean` param.
    Boolean(bool),
    /// For a `float` param, from an `f64`.
    Float(f64),
    /// For a `float` param, from an `f32`, of which an `f64` shows other digits.
    Float32(f32),
    /// For an `any` param.
    Any(&'a (dyn fmt::Display + Sync)),
    /// For a `secret` param, whatever fills it: it is not read, so that nothing can show it.
    Secret,
}

/// A 128-bit integer with the alignment of a 64-bit one: so a [`Value`] is no larger than it would be without it.
///
/// ```
/// use token_codes::Value;
///
/// assert!(matches!(Value::from(u128::MAX), Value::WideUnsigned(wide) if wide.get() == u128::MAX));
/// ```
#[derive(Clone, Copy)]
#[repr(Rust, packed(8))]
pub struct Wide<T>(T);

impl<T: Copy> Wide<T> {
    /// The integer.
    #[must_use]
    pub const fn get(self) -> T {
        self.0
    }
}

/// What is shown in the place of a secret, and in logs in that of personal data.
pub(crate) const MASK: &str = "‹×›";

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
            Self::Boolean(truth) => out.write_str(if truth { "true" } else { "false" }),
            Self::Any(value) => write!(out, "{value}"),
            Self::Secret => out.write_str(MASK),
            Self::WideSigned(_) | Self::WideUnsigned(_) | Self::Float(_) | Self::Float32(_) => {
                write!(out, "{}", Shown(self))
            }
        }
    }

    /// The same for a formatter without flags, which a value shown by its own `Display` can have as it is.
    #[inline]
    pub(crate) fn fmt_without_flags(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any(value) => fmt::Display::fmt(value, f),
            Self::Signed(number) => fmt::Display::fmt(&number, f),
            Self::Unsigned(number) => fmt::Display::fmt(&number, f),
            Self::WideSigned(number) => fmt::Display::fmt(&number.get(), f),
            Self::WideUnsigned(number) => fmt::Display::fmt(&number.get(), f),
            Self::Float(number) => fmt::Display::fmt(&number, f),
            Self::Float32(number) => fmt::Display::fmt(&number, f),
            Self::Text(text) => f.write_str(text),
            Self::Boolean(_) | Self::Secret => self.append_to(f),
        }
    }
}

/// A value that is shown by way of a formatter without flags.
struct Shown<'a>(Value<'a>);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_without_flags(f)
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
            Self::Signed(_) => write!(f, "Signed({self})"),
            Self::Unsigned(_) => write!(f, "Unsigned({self})"),
            Self::WideSigned(_) => write!(f, "WideSigned({self})"),
            Self::WideUnsigned(_) => write!(f, "WideUnsigned({self})"),
            Self::Boolean(_) => write!(f, "Boolean({self})"),
            Self::Float(_) => write!(f, "Float({self})"),
            Self::Float32(_) => write!(f, "Float32({self})"),
            Self::Any(_) => write!(f, "Any({self})"),
            Self::Secret => f.write_str("Secret"),
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

macro_rules! from_itself {
    ($($variant:ident($ty:ty) = $make:expr;)+) => {$(
        impl From<$ty> for Value<'_> {
            fn from(value: $ty) -> Self {
                Self::$variant($make(value))
            }
        }
    )+};
}

from_itself! {
    WideSigned(i128) = Wide;
    WideUnsigned(u128) = Wide;
    Boolean(bool) = core::convert::identity;
    Float(f64) = core::convert::identity;
    Float32(f32) = core::convert::identity;
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::format;
    use alloc::string::ToString as _;

    use super::*;

    #[test]
    fn a_wide_integer_makes_a_value_no_larger() {
        assert_eq!(size_of::<Value<'_>>(), 3 * size_of::<usize>());
    }

    #[test]
    fn values_are_shown_as_rust_shows_them() {
        let shown = [
            (Value::from(i128::MIN), i128::MIN.to_string()),
            (Value::from(u128::MAX), u128::MAX.to_string()),
            (Value::from(true), "true".into()),
            (Value::from(1e21), 1e21_f64.to_string()),
            (Value::from(f64::NAN), "NaN".into()),
            (Value::from(0.1_f32), "0.1".into()),
            (Value::Secret, MASK.into()),
        ];
        for (value, expected) in shown {
            assert_eq!(value.to_string(), expected, "{value:?}");
            assert_eq!(format!("{value:>40.1}"), expected, "flags are not for it");
        }
    }
}
