//! A coded message without an error type of its own.

use core::error::Error;
use core::fmt;

use crate::any_code::AnyCode;
use crate::catalog_code::CatalogCode;
use crate::field::Fill;
use crate::token_code::{TokenCode, fmt_in_source_locale};
use crate::value::{Value, WithValues};
use crate::values::check_count;

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

    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
        self.args.with_values(with)
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

/// The arguments of a message.
pub trait ArgList {
    /// Calls `with` with the value of each.
    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result;
}

impl ArgList for () {
    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
        with(&[])
    }
}

/// `N` arguments of different types: `(first, (second, ()))`.
#[derive(Clone, Copy)]
pub struct Arguments<L, const N: usize>(L);

impl<L: Linked, const N: usize> Arguments<L, N> {
    /// For `message!`, which has counted them.
    pub const fn new(list: L) -> Self {
        const { check_count(N) };
        Self(list)
    }
}

impl<L: Linked, const N: usize> ArgList for Arguments<L, N> {
    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
        let mut values = [Value::Text(""); N];
        self.0.put_values(&mut values);
        with(&values)
    }
}

/// `()`, or an argument and the rest.
pub trait Linked {
    /// Puts the value of each in its place.
    fn put_values<'a>(&'a self, places: &mut [Value<'a>]);
}

impl Linked for () {
    fn put_values<'a>(&'a self, _: &mut [Value<'a>]) {}
}

impl<T, Rest: Linked> Linked for (Argument<T>, Rest) {
    fn put_values<'a>(&'a self, places: &mut [Value<'a>]) {
        if let Some((place, rest)) = places.split_first_mut() {
            *place = (self.0.value)(&self.0.argument);
            self.1.put_values(rest);
        }
    }
}

/// An argument, and what makes a value of it.
///
/// That the latter is data, not a bound on `T`, keeps an argument of the wrong type to one error: where it is found.
#[derive(Clone, Copy)]
pub struct Argument<T> {
    argument: T,
    value: Fill<T>,
}

impl<T> Argument<T> {
    /// For `message!`, which has found what makes the value.
    pub const fn new(value: Fill<T>, argument: T) -> Self {
        Self { argument, value }
    }
}
