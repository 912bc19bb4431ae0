//! The arguments of a message, by name.

use core::fmt;
use core::iter::FusedIterator;

use crate::token_code::TokenCode;
use crate::value::Value;

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Arg<'a> {
    /// The name of its param in the catalog, such as `max_hours`.
    pub name: &'static str,
    /// What fills the placeholder.
    pub value: Value<'a>,
}

/// The arguments of a message: an iterator over [`Arg`], that of `{0}` first. Made by [`TokenCode::args`].
#[derive(Clone)]
pub struct Args<'a> {
    message: &'a dyn TokenCode,
    next: usize,
}

impl<'a> Args<'a> {
    pub(crate) fn new(message: &'a dyn TokenCode) -> Self {
        Self { message, next: 0 }
    }

    /// The argument for the param of this name; `None` if the message has no such param.
    ///
    /// ```
    /// use token_codes::{TokenCode, Value, message};
    ///
    /// let message = message!(TOK005, max_hours = 24, expires_at = "2026-12-01");
    /// assert!(matches!(message.args().get("max_hours"), Some(Value::Signed(24))));
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        let index = self.message.any_code().params().iter().position(|param| param.name == name)?;
        self.message.arg(index)
    }
}

impl<'a> Iterator for Args<'a> {
    type Item = Arg<'a>;

    fn next(&mut self) -> Option<Arg<'a>> {
        let name = self.message.any_code().params().get(self.next)?.name;
        let value = self.message.arg(self.next)?;
        self.next += 1;
        Some(Arg { name, value })
    }
}

impl FusedIterator for Args<'_> {}

impl fmt::Debug for Args<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone().map(|arg| (arg.name, arg.value))).finish()
    }
}
