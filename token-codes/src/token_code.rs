//! The trait that the derive implements.

use core::error::Error;
use core::fmt;

use crate::any_code::AnyCode;
use crate::args::Args;
use crate::catalog_code::CatalogCode;
use crate::template::Template;
use crate::value::Value;

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

    /// The argument for the param with this index; `None` if the message has no such param.
    fn arg(&self, index: usize) -> Option<Value<'_>>;

    /// `self`, for the methods that all types share.
    #[doc(hidden)]
    fn as_dyn(&self) -> &dyn TokenCode;

    /// The arguments by name, in the order of the params.
    fn args(&self) -> Args<'_> {
        Args::new(self.as_dyn())
    }

    /// The message in one of the catalog's locales: displays as the filled text, and `{:#}` puts the code before it.
    fn localized(&self, locale: <Self::Code as CatalogCode>::Locale) -> Localized<'_>
    where
        Self: Sized,
    {
        let code = self.code();
        Localized { code: code.as_str(), template: code.message(locale), message: self }
    }

    /// The message in the locale with this tag; `None` if the catalog has no such locale.
    fn localized_in(&self, locale: &str) -> Option<Localized<'_>> {
        let code = self.any_code();
        let template = code.message(locale)?;
        Some(Localized { code: code.as_str(), template, message: self.as_dyn() })
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
    code: &'static str,
    template: Template,
    message: &'a dyn TokenCode,
}

impl fmt::Display for Localized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_message(f, self.code, &self.template, |index| self.message.arg(index))
    }
}

impl fmt::Debug for Localized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Localized({self:#})")
    }
}

/// The code of a `transparent` field, which must be of the same catalog.
pub fn code_of<C: CatalogCode, T: TokenCode<Code = C>>(field: &T) -> C {
    field.code()
}

/// What `Display` shows of every derived type.
///
/// # Errors
///
/// If the formatter has one.
pub fn fmt_in_source_locale<T: TokenCode>(message: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let code = message.code();
    let template = code.message(<T::Code as CatalogCode>::SOURCE_LOCALE);
    write_message(f, code.as_str(), &template, |index| message.arg(index))
}

fn write_message<'a>(
    f: &mut fmt::Formatter<'_>,
    code: &str,
    template: &Template,
    value: impl Fn(usize) -> Option<Value<'a>>,
) -> fmt::Result {
    if f.alternate() {
        write!(f, "{code}: ")?;
    }
    template.write(f, value)
}
