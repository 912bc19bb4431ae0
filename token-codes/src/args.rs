//! The arguments of a message, by name.

use core::fmt;
use core::iter::FusedIterator;

use crate::params::{Param, Params, Privacy};
use crate::value::Value;
use crate::values::Values;

/// An argument of a message.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Arg<'a> {
    /// The name of its param in the catalog, such as `max_hours`.
    pub name: &'static str,
    /// Who may see it. A log should not have what is [`Personal`](Privacy::Personal).
    pub privacy: Privacy,
    /// What fills the placeholder; [`Value::Secret`] if nobody may see it.
    pub value: Value<'a>,
}

/// The arguments of a message: an iterator over [`Arg`], that of `{0}` first. Made by
/// [`TokenCode::args`](crate::TokenCode::args).
///
/// It holds the values, not the error, and so is `Send` even where the error is not `Sync`: a task can list the
/// arguments and await in between. Up to eight are held without an allocation.
///
/// ```
/// use token_codes::TokenCode;
///
/// # async fn send(_: String) {}
/// async fn report(error: impl TokenCode + Send + Sync) {
///     for arg in error.args() {
///         send(format!("{}={}", arg.name, arg.value)).await;
///     }
/// }
///
/// fn spawn(_: impl Future + Send) {}
/// spawn(report(token_codes::message!(TOK013, token_id = "7f3a")));
/// ```
#[derive(Clone)]
pub struct Args<'a> {
    params: Params,
    values: Values<'a>,
    next: usize,
}

impl<'a> Args<'a> {
    pub(crate) fn new(params: Params, values: Values<'a>) -> Self {
        Self { params, values, next: 0 }
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
        let index = self.params.iter().position(|param| param.name == name)?;
        self.values.as_slice().get(index).copied()
    }
}

impl<'a> Iterator for Args<'a> {
    type Item = Arg<'a>;

    fn next(&mut self) -> Option<Arg<'a>> {
        let Param { name, privacy, .. } = self.params.get(self.next)?;
        let value = *self.values.as_slice().get(self.next)?;
        self.next += 1;
        Some(Arg { name, privacy, value })
    }
}

impl FusedIterator for Args<'_> {}

impl fmt::Debug for Args<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.clone().map(|arg| (arg.name, arg.value))).finish()
    }
}
