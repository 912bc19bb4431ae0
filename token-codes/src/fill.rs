//! What a Rust type must be to fill a placeholder of each type.
//!
//! The derive and `message!` call these, so that the compiler checks what a macro cannot see.

use core::fmt;
use core::num::NonZero;

use crate::value::Value;

/// Can fill a `text` param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of type `text`",
    label = "this placeholder takes text: a type with `AsRef<str>`, such as `String`, or a pointer to one",
    note = "make a `String` of it where the error is made: `value.to_string()` if it displays, \
            `path.display().to_string()` of a path, `format!(\"{{value:?}}\")` if it has `Debug`",
    note = "a type of your own fills it once it implements `AsRef<str>`",
    note = "a param that the catalog calls `any` takes every type with `Display`"
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
    label = "this placeholder takes an integer, such as `u32` or `i64`, or a pointer to one",
    note = "give it an integer: what is in a newtype, what is in an `Option` once it is known to be there, what a text \
            says once it is parsed",
    note = "a param that the catalog calls `any` takes every type with `Display`"
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

fill_integer!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);

#[diagnostic::do_not_recommend]
impl<T: FillInteger + ?Sized> FillInteger for &T {
    fn integer(&self) -> Value<'_> {
        T::integer(self)
    }
}

/// Can fill an `integer` param by which a text chooses a plural: what can fill any other `integer` param, with an error of
/// its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder that chooses a plural",
    label = "this placeholder takes an integer, such as `u32` or `i64`, or a pointer to one: the number decides which words \
             are shown",
    note = "give it an integer: what is in a newtype, what is in an `Option` once it is known to be there, what a text \
            says once it is parsed, the `len()` of a list",
    note = "a text of the catalog chooses by it, as in `{{name, plural, one {{…}} other {{…}}}}`"
)]
pub trait FillPlural: FillInteger {}

#[diagnostic::do_not_recommend]
impl<T: FillInteger + ?Sized> FillPlural for T {}

/// Can fill an `integer` param whose digits a text groups: what can fill any other `integer` param, with an error of its
/// own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder whose digits are grouped",
    label = "this placeholder takes an integer, such as `u32` or `i64`, or a pointer to one: `12,345` is shown for 12345",
    note = "give it an integer: what is in a newtype, what is in an `Option` once it is known to be there, what a text \
            says once it is parsed",
    note = "a text of the catalog groups them by `{{name, number}}`; for a number with a fraction, let the param be a \
            `float`, and its placeholder `{{name}}`"
)]
pub trait FillNumber: FillInteger {}

#[diagnostic::do_not_recommend]
impl<T: FillInteger + ?Sized> FillNumber for T {}

/// Can fill a `boolean` param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of type `boolean`",
    label = "this placeholder takes a `bool`, or a pointer to one",
    note = "give it a `bool`: what is in a newtype, what is in an `Option` once it is known to be there, a comparison",
    note = "a param that the catalog calls `any` takes every type with `Display`"
)]
pub trait FillBoolean {
    /// The truth.
    fn boolean(&self) -> Value<'_>;
}

impl FillBoolean for bool {
    fn boolean(&self) -> Value<'_> {
        Value::from(*self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: FillBoolean + ?Sized> FillBoolean for &T {
    fn boolean(&self) -> Value<'_> {
        T::boolean(self)
    }
}

/// Can fill a `float` param.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of type `float`",
    label = "this placeholder takes an `f32` or an `f64`, or a pointer to one",
    note = "give it a float: `f64::from(value)` of a small integer, what is in a newtype, what a text says once it is \
            parsed",
    note = "a param that the catalog calls `any` takes every type with `Display`"
)]
pub trait FillFloat {
    /// The number.
    fn float(&self) -> Value<'_>;
}

impl FillFloat for f32 {
    fn float(&self) -> Value<'_> {
        Value::from(*self)
    }
}

impl FillFloat for f64 {
    fn float(&self) -> Value<'_> {
        Value::from(*self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: FillFloat + ?Sized> FillFloat for &T {
    fn float(&self) -> Value<'_> {
        T::float(self)
    }
}

/// Can fill an `any` param.
///
/// `Sync`, since a list of arguments is `Send`: tasks that change threads have one across an `.await`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder: it does not implement both `Display` and `Sync`",
    label = "this placeholder takes every type that displays and can be shared between threads",
    note = "make a `String` of it where the error is made: `path.display().to_string()` of a path, \
            `format!(\"{{value:?}}\")` if it has `Debug`, `value.to_string()` of an `Rc` or another that is not `Sync`",
    note = "a type of your own fills it once it implements `Display`"
)]
pub trait FillAny {
    /// What displays.
    fn any(&self) -> Value<'_>;
}

impl<T: fmt::Display + Sync> FillAny for T {
    fn any(&self) -> Value<'_> {
        Value::Any(self)
    }
}

#[diagnostic::do_not_recommend]
impl FillAny for str {
    fn any(&self) -> Value<'_> {
        Value::Text(self)
    }
}

macro_rules! fill_any {
    ($($object:ty),+ $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<'o> FillAny for $object {
            fn any(&self) -> Value<'_> {
                Value::Any(self)
            }
        }
    )+};
}

fill_any! {
    dyn fmt::Display + Sync + 'o,
    dyn fmt::Display + Send + Sync + 'o,
}
