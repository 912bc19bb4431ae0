//! The trait that the derive implements.

use core::error::Error;
use core::fmt;

use crate::any_code::AnyCode;
use crate::args::Args;
use crate::catalog_code::{CatalogCode, ErrorCode};
use crate::filled_text::FilledText;
use crate::for_log::ForLog;
use crate::localized::{Content, Localized, ValuesOf, write_code};
use crate::value::{Value, WithValues};
use crate::values::Values;

/// An error with a code of a catalog, and with all that its message needs.
///
/// Implement it with `#[derive(TokenCode)]`, which also implements `Display` and `Error`.
///
/// On a type whose catalog is known, [`code`](Self::code) gives the catalog's enum, and
/// [`localized`](Self::localized) takes its locales. Behind `dyn TokenCode`, one type for the errors of all catalogs,
/// the enum is not known: there [`any_code`](Self::any_code) and [`localized_in`](Self::localized_in) serve.
///
/// A `Box`, an `Arc` or a reference to an error with a code is one, too; and `?` takes every such error into
/// `Box<dyn TokenCode>` and `Box<dyn TokenCode + Send + Sync>`, and these into `Box<dyn Error>`, `anyhow::Error` and the
/// like.
///
/// An error need not be `Send` or `Sync`. What [`args`](Self::args), [`arg`](Self::arg), [`fill`](Self::fill) and
/// [`localized_in`](Self::localized_in) give is `Send` all the same, and what [`localized`](Self::localized) gives is if
/// the error is `Sync`; so a task of a runtime with several threads can have it across an `.await`.
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
    note = "add `#[derive(TokenCode)]` and `#[token(…)]` to `{Self}`",
    note = "what holds an error of any catalog, as `CodedError` does, can be `transparent` in a type with \
            `#[token(code = AnyCode)]`"
)]
pub trait TokenCode: Error {
    /// The enum of the catalog; [`AnyCode`] if the type has errors of several catalogs.
    type Code: ErrorCode
    where
        Self: Sized;

    /// The code: of the catalog's enum, so that it can be matched.
    ///
    /// If the type has errors of several catalogs, as `#[token(code = AnyCode)]` says of an enum, it is the
    /// [`any_code`](Self::any_code).
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

    /// The source, if its type says that it has a code: `Error::source` gives it without that.
    #[doc(hidden)]
    fn coded_source(&self) -> Option<&dyn TokenCode> {
        None
    }

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
        let template = self.code().source_message();
        self.with_values(&mut |values| template.append_to(out, values))
    }

    /// The arguments by name, in the order of the params.
    fn args(&self) -> Args<'_> {
        Args::new(self.any_code().params(), values_of(self.as_dyn()))
    }

    /// The message in one of the catalog's locales: displays as the filled text, and `{:#}` puts the code before it.
    ///
    /// For an error of one catalog; those of several have [`localized_in`](Self::localized_in).
    fn localized(&self, locale: <Self::Code as CatalogCode>::Locale) -> Localized<&Self>
    where
        Self: Sized,
        Self::Code: CatalogCode,
    {
        Localized::new(self.code().message(locale), self)
    }

    /// The message in the locale that this tag means, as [`find_locale`](crate::find_locale) says: `en-US` finds `en`.
    /// `None` if the catalog has no such locale.
    ///
    /// It holds the values, not the error, and so is `Send` even where the error is not `Sync`.
    fn localized_in(&self, locale: &str) -> Option<Localized<ValuesOf<'_>>> {
        let code = self.any_code();
        let template = code.message(locale)?;
        Some(Localized::new(template, ValuesOf::new(code, values_of(self.as_dyn()))))
    }

    /// Code and message on one line that the reader of a log can trust: what arguments have of line breaks and the like
    /// is escaped, and what is personal is masked. `Display` shows them as they are: it is for whoever asked.
    ///
    /// It is in the locale that the catalog gives for logs with `log_locale`, or else the source locale; for another one,
    /// `error.localized(locale).for_log()`.
    ///
    /// ```
    /// use token_codes::{TokenCode, message};
    ///
    /// fn log(error: &dyn TokenCode) {
    ///     eprintln!("{}", error.for_log());
    /// }
    /// # log(&message!(TOK013, token_id = "7\n8"));
    /// assert!(!message!(TOK013, token_id = "7\n8").for_log().to_string().contains('\n'));
    /// ```
    fn for_log(&self) -> ForLog<ValuesOf<'_>> {
        let code = self.any_code();
        Localized::new(code.log_message(), ValuesOf::new(code, values_of(self.as_dyn()))).for_log()
    }

    /// A text of the catalog with the arguments of this error in the place of its placeholders: its summary,
    /// description, a cause or a step of its resolution.
    ///
    /// ```
    /// use token_codes::{Code, Locale, TokenCode, message};
    ///
    /// let error = message!(TOK005, max_hours = 24, expires_at = "2026-12-01");
    /// for step in Code::TOK005.resolution_in(Locale::En) {
    ///     println!("{}", error.fill(step));
    /// }
    /// assert_eq!(error.fill("at most {0} hours, {max_hours}").to_string(), "at most 24 hours, 24");
    /// ```
    ///
    /// What names none of them stays as it is written; `{{` and `}}` are braces.
    ///
    /// If the texts of the catalog have plurals or grouped numbers, those are read as well, as in its messages:
    /// `{max_hours, plural, one {# hour} other {# hours}}`. They follow the source locale, unless the index of another stands
    /// after the type, as it does in the texts that the accessors give for other locales: `{max_hours, plural@1, …}`. In a text
    /// that has any, braces are quoted as ICU has it: `'{'`.
    fn fill<'a>(&'a self, text: &'a str) -> FilledText<'a> {
        FilledText::new(text, self.any_code().params(), values_of(self.as_dyn()))
    }
}

impl<T: TokenCode> Content for &T {
    fn any_code(&self) -> AnyCode {
        T::any_code(self)
    }

    fn with_values<'a>(&'a self, with: WithValues<'_, 'a>) -> fmt::Result {
        T::with_values(self, with)
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
    note = "for errors of several catalogs in one type, put `#[token(code = AnyCode)]` before it",
    note = "or give this case a code of its own in the place of `transparent`, and mark the field with `#[source]`"
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

fn values_of(message: &dyn TokenCode) -> Values<'_> {
    Values::take(|with| message.with_values(with))
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
pub fn in_source_locale<C: ErrorCode>(
    code: C,
    f: &mut fmt::Formatter<'_>,
) -> impl FnMut(&[Value<'_>]) -> fmt::Result {
    move |values| {
        if f.alternate() {
            write_code(f, code.text())?;
        }
        code.source_message().fmt(f, values)
    }
}
