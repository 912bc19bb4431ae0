//! A coded message without an error type of its own.

use core::error::Error;
use core::fmt;

use crate::any_code::AnyCode;
use crate::catalog_code::CatalogCode;
use crate::fill::{FillAny, FillInteger, FillText};
use crate::token_code::{TokenCode, fmt_in_source_locale};
use crate::value::Value;

/// A code with its arguments, made by [`message!`](crate::message).
///
/// It is an error like any derived type: it displays as its message, and implements [`TokenCode`].
#[derive(Clone, Copy)]
pub struct Message<C, A> {
    code: C,
    args: A,
}

impl<C: CatalogCode, A: ArgList> Message<C, A> {
    /// For `message!`, which checks that the arguments are those of the code's params.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(code: C, args: A) -> Self {
        Self { code, args }
    }
}

impl<C: CatalogCode, A: ArgList> TokenCode for Message<C, A> {
    type Code = C;

    fn code(&self) -> C {
        self.code
    }

    fn any_code(&self) -> AnyCode {
        self.code.into()
    }

    fn arg(&self, index: usize) -> Option<Value<'_>> {
        self.args.get(index)
    }

    fn as_dyn(&self) -> &dyn TokenCode {
        self
    }
}

impl<C: CatalogCode, A: ArgList> fmt::Display for Message<C, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_in_source_locale(self, f)
    }
}

impl<C: CatalogCode, A: ArgList> fmt::Debug for Message<C, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("code", &self.code).field("args", &self.args()).finish()
    }
}

impl<C: CatalogCode, A: ArgList> Error for Message<C, A> {}

/// Arguments of different types: `(first, (second, ()))`.
pub trait ArgList {
    /// The argument with this index.
    fn get(&self, index: usize) -> Option<Value<'_>>;
}

impl ArgList for () {
    fn get(&self, _: usize) -> Option<Value<'_>> {
        None
    }
}

impl<T, Rest: ArgList> ArgList for (Argument<T>, Rest) {
    fn get(&self, index: usize) -> Option<Value<'_>> {
        match index.checked_sub(1) {
            None => Some((self.0.value)(&self.0.argument)),
            Some(index) => self.1.get(index),
        }
    }
}

/// An argument, and what makes a value of it.
///
/// That the latter is data, not a bound on `T`, keeps an argument of the wrong type to one error: where it is made.
#[derive(Clone, Copy)]
pub struct Argument<T> {
    argument: T,
    value: for<'a> fn(&'a T) -> Value<'a>,
}

/// An argument for a `text` param.
pub const fn text<T: FillText>(argument: T) -> Argument<T> {
    Argument { argument, value: T::text }
}

/// An argument for an `integer` param.
pub const fn integer<T: FillInteger>(argument: T) -> Argument<T> {
    Argument { argument, value: T::integer }
}

/// An argument for an `any` param.
pub const fn any<T: FillAny>(argument: T) -> Argument<T> {
    Argument { argument, value: T::any }
}
