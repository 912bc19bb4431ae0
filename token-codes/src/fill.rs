//! What a Rust type must be to fill a placeholder of each type.
//!
//! The derive and `message!` call these, so that the compiler checks what a macro cannot see.

use core::fmt;
use core::num::NonZero;

use crate::value::Value;

/// Can fill a `text` param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of type `text`",
    label = "this placeholder takes text: a `String`, a `&str`, or another type with `AsRef<str>`",
    note = "or let the catalog say `any` for this param: that takes every type with `Display`"
)]
pub trait FillText {
    /// The text.
    fn text(&self) -> Value<'_>;
}

impl<T: AsRef<str> + ?Sized> FillText for T {
    fn text(&self) -> Value<'_> {
        Value::Text(self.as_ref())
    }
}

/// Can fill an `integer` param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of type `integer`",
    label = "this placeholder takes an integer, such as `u32` or `i64`",
    note = "or let the catalog say `any` for this param: that takes every type with `Display`"
)]
pub trait FillInteger {
    /// The number.
    fn integer(&self) -> Value<'_>;
}

macro_rules! fill_integer {
    ($($integer:ty),+) => {$(
        impl FillInteger for $integer {
            fn integer(&self) -> Value<'_> {
                Value::from(*self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl FillInteger for NonZero<$integer> {
            fn integer(&self) -> Value<'_> {
                Value::from(self.get())
            }
        }
    )+};
}

fill_integer!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

macro_rules! fill_wide_integer {
    ($($integer:ty),+) => {$(
        impl FillInteger for $integer {
            fn integer(&self) -> Value<'_> {
                Value::Any(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl FillInteger for NonZero<$integer> {
            fn integer(&self) -> Value<'_> {
                Value::Any(self)
            }
        }
    )+};
}

fill_wide_integer!(i128, u128);

#[diagnostic::do_not_recommend]
impl<T: FillInteger + ?Sized> FillInteger for &T {
    fn integer(&self) -> Value<'_> {
        T::integer(self)
    }
}

/// Can fill an `any` param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder: it does not implement `Display`",
    label = "this placeholder takes every type with `Display`"
)]
pub trait FillAny {
    /// What displays.
    fn any(&self) -> Value<'_>;
}

impl<T: fmt::Display> FillAny for T {
    fn any(&self) -> Value<'_> {
        Value::Any(self)
    }
}
