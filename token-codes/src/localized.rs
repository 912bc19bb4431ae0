//! A message in a locale.

use core::fmt;

use crate::any_code::AnyCode;
use crate::template::Template;
use crate::value::WithValues;
use crate::values::Values;

/// A filled message in one locale, made by [`TokenCode::localized`](crate::TokenCode::localized), which has the error
/// in it, and by [`TokenCode::localized_in`](crate::TokenCode::localized_in), which has the error's values.
///
/// A task can have it across an `.await`: the former if the error is `Sync`, the latter always.
///
/// ```
/// use token_codes::{Locale, TokenCode, message};
///
/// let message = message!(TOK013, token_id = "7f3a");
/// assert_eq!(message.localized(Locale::Ja).to_string(), "ID7f3aのトークンが見つかりませんでした。");
/// assert_eq!(format!("{:#}", message.localized(Locale::Ja)), "TOK013: ID7f3aのトークンが見つかりませんでした。");
/// ```
#[derive(Clone, Copy)]
pub struct Localized<M> {
    pub(crate) template: Template,
    pub(crate) message: M,
}

impl<M: Content> Localized<M> {
    pub(crate) const fn new(template: Template, message: M) -> Self {
        Self { template, message }
    }

    /// Writes the message, as `Display` shows it: see [`TokenCode::append_to`](crate::TokenCode::append_to).
    ///
    /// # Errors
    ///
    /// If `out` has one, or an argument that is shown by its `Display`; a `String` has none.
    #[inline]
    pub fn append_to(&self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result {
        self.message.with_values(&mut |values| self.template.append_to(out, values))
    }
}

impl<M: Content> fmt::Display for Localized<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            write_code(f, self.message.any_code().as_str())?;
        }
        self.message.with_values(&mut |values| self.template.fmt(f, values))
    }
}

impl<M: Content> fmt::Debug for Localized<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Localized({self:#})")
    }
}

/// What a localized message is filled with: a reference to the error, or its values.
pub trait Content {
    /// The code.
    fn any_code(&self) -> AnyCode;

    /// Calls `with` with what fills each placeholder, `{0}` first.
    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result;
}

/// The code of an error, and the values that fill its message: what a [`Localized`] has in it where the type of the error
/// is not known.
#[derive(Clone)]
pub struct ValuesOf<'a> {
    code: AnyCode,
    values: Values<'a>,
}

impl<'a> ValuesOf<'a> {
    pub(crate) const fn new(code: AnyCode, values: Values<'a>) -> Self {
        Self { code, values }
    }
}

impl Content for ValuesOf<'_> {
    fn any_code(&self) -> AnyCode {
        self.code
    }

    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
        with(self.values.as_slice())
    }
}

pub(crate) fn write_code(out: &mut (impl fmt::Write + ?Sized), code: &str) -> fmt::Result {
    out.write_str(code)?;
    out.write_str(": ")
}
