//! The trait that the derive implements.

use core::error::Error;
use core::fmt;

use crate::any_code::AnyCode;
use crate::args::Args;
use crate::catalog_code::CatalogCode;
use crate::template::Template;
use crate::value::{Value, WithValues};

/// An error with a code of a catalog, and with all that its message needs.
///
/// Implement it with `#[derive(TokenCode)]`, which also implements `Display` and `Error`.
///
/// On a type whose catalog is known, [`code`](Self::code) gives the catalog's enum, and
/// [`localized`](Self::localized) takes its locales. Behind `dyn TokenCode`, one type for the errors of all catalogs,
/// the enum is not known: there [`any_code`](Self::any_code) and [`localized_in`](Self::localized_in) serve.
///
/// ```
/// use token_codes::{Code, Locale, TokenCode};
///
/// #[derive(Debug, TokenCode)]
/// #[token(TOK005)]
/// struct ExpiryTooFar {
///     max_hours: u32,
///     expires_at: String,
/// }
///
/// let error = ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01".into() };
/// assert_eq!(error.code(), Code::TOK005);
/// assert_eq!(error.localized(Locale::Ja).to_string(), error.to_string());
///
/// let errors: Vec<Box<dyn TokenCode>> = vec![Box::new(error)];
/// for error in &errors {
///     let english = error.localized_in("en").map_or_else(|| error.to_string(), |text| text.to_string());
///     println!("{} {english}", error.any_code());
///     for arg in error.args() {
///         println!("    {} = {}", arg.name, arg.value);
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no code of a catalog",
    label = "this type does not implement `TokenCode`",
    note = "add `#[derive(TokenCode)]` and `#[token(…)]` to `{Self}`"
)]
pub trait TokenCode: Error {
    /// The enum of the catalog.
    type Code: CatalogCode
    where
        Self: Sized;

    /// The code.
    fn code(&self) -> Self::Code
    where
        Self: Sized;

    /// The code, without the catalog's enum.
    fn any_code(&self) -> AnyCode;

    /// Calls `with` with what fills each placeholder, `{0}` first.
    #[doc(hidden)]
    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result;

    /// `self`, for the methods that all types share.
    #[doc(hidden)]
    fn as_dyn(&self) -> &dyn TokenCode;

    /// The argument for the param with this index; `None` if the message has no such param.
    fn arg(&self, index: usize) -> Option<Value<'_>> {
        nth_value(self.as_dyn(), index)
    }

    /// Writes the message in the source locale, as `Display` shows it.
    ///
    /// Texts and integers go straight to `out`, without the detour of a `write!` with `{error}` over a formatter.
    /// Behind `dyn TokenCode`, [`Localized::append_to`] does this.
    ///
    /// # Errors
    ///
    /// If `out` has one, or an argument that is shown by its `Display`; a `String` has none.
    ///
    /// ```
    /// use token_codes::{TokenCode, message};
    ///
    /// let mut line = String::from("failed: ");
    /// message!(TOK013, token_id = "7f3a").append_to(&mut line)?;
    /// assert_eq!(line, "failed: ID7f3aのトークンが見つかりませんでした。");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    #[inline]
    fn append_to(&self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result
    where
        Self: Sized,
    {
        let template = self.code().message(<Self::Code as CatalogCode>::SOURCE_LOCALE);
        self.with_values(&mut |values| template.append_to(out, values))
    }

    /// The arguments by name, in the order of the params.
    fn args(&self) -> Args<'_> {
        Args::new(self.as_dyn())
    }

    /// The message in one of the catalog's locales: displays as the filled text, and `{:#}` puts the code before it.
    fn localized(&self, locale: <Self::Code as CatalogCode>::Locale) -> Localized<'_>
    where
        Self: Sized,
    {
        Localized { template: self.code().message(locale), message: self }
    }

    /// The message in the locale with this tag; `None` if the catalog has no such locale.
    fn localized_in(&self, locale: &str) -> Option<Localized<'_>> {
        let template = self.any_code().message(locale)?;
        Some(Localized { template, message: self.as_dyn() })
    }
}

/// A filled message in one locale, made by [`TokenCode::localized`].
///
/// ```
/// use token_codes::{Locale, TokenCode, message};
///
/// let message = message!(TOK013, token_id = "7f3a");
/// assert_eq!(message.localized(Locale::Ja).to_string(), "ID7f3aのトークンが見つかりませんでした。");
/// assert_eq!(format!("{:#}", message.localized(Locale::Ja)), "TOK013: ID7f3aのトークンが見つかりませんでした。");
/// ```
#[derive(Clone, Copy)]
pub struct Localized<'a> {
    template: Template,
    message: &'a dyn TokenCode,
}

impl Localized<'_> {
    /// Writes the message, as `Display` shows it: see [`TokenCode::append_to`].
    ///
    /// # Errors
    ///
    /// If `out` has one, or an argument that is shown by its `Display`; a `String` has none.
    #[inline]
    pub fn append_to(&self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result {
        self.message.with_values(&mut |values| self.template.append_to(out, values))
    }
}

impl fmt::Display for Localized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            write_code(f, self.message.any_code().as_str())?;
        }
        self.message.with_values(&mut |values| self.template.fmt(f, values))
    }
}

impl fmt::Debug for Localized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Localized({self:#})")
    }
}

/// `Sized`, for a type that may not be: rustc does not ask at once whether a bound with a lifetime holds.
pub trait SizedFor<'a>: Sized {}

impl<T> SizedFor<'_> for T {}

/// The code of a `transparent` field, which must be of the catalog with the enum `C`.
pub fn code_of<C: CatalogCode>(field: &impl TokenCode<Code: OfCatalog<C>>) -> C {
    field.code().into_code()
}

/// A code of the catalog with the enum `C`: that enum itself.
///
/// A bound on it tells what to write instead, which an equality of types cannot.
#[diagnostic::on_unimplemented(
    message = "a `transparent` field has a code of the same catalog, but this one's is of another",
    label = "its code is a `{Self}`, where a `{C}` is wanted",
    note = "give this case a code of its own in the place of `transparent`, and mark the field with `#[source]`"
)]
pub trait OfCatalog<C> {
    /// The code.
    fn into_code(self) -> C;
}

#[diagnostic::do_not_recommend]
impl<C> OfCatalog<C> for C {
    fn into_code(self) -> C {
        self
    }
}

fn nth_value(message: &dyn TokenCode, index: usize) -> Option<Value<'_>> {
    let mut nth = None;
    let found = message.with_values(&mut |values| {
        nth = values.get(index).copied();
        Ok(())
    });
    found.ok().and(nth)
}

/// What `Display` shows of every derived type.
///
/// # Errors
///
/// If the formatter has one.
pub fn fmt_in_source_locale<T: TokenCode>(message: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    message.with_values(&mut in_source_locale(message.code(), f))
}

/// What `Display` does with the values.
///
/// It is generic over the catalog alone, so that a type costs the compiler no copy of it. And it is not by way of
/// `Localized`, which is for any locale: a program that shows one should hold the text of one.
///
/// # Errors
///
/// If the formatter has one.
pub fn in_source_locale<C: CatalogCode>(
    code: C,
    f: &mut fmt::Formatter<'_>,
) -> impl FnMut(&[Value<'_>]) -> fmt::Result {
    move |values| {
        if f.alternate() {
            write_code(f, code.as_str())?;
        }
        code.message(C::SOURCE_LOCALE).fmt(f, values)
    }
}

fn write_code(f: &mut fmt::Formatter<'_>, code: &str) -> fmt::Result {
    f.write_str(code)?;
    f.write_str(": ")
}
