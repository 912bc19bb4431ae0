//! Errors with codes as diagnostics of `miette`. Feature `miette`.
//!
//! ```
//! use token_codes::{Code, CodedError};
//! use token_codes_service::Service;
//!
//! fn main() -> miette::Result<()> {
//!     let service = Service::new(Code::TOK008).type_base("https://errors.example.com/");
//!     run().map_err(|error| service.report(&*error, "en"))?;
//!     Ok(())
//! }
//! # fn run() -> Result<(), CodedError> { Ok(()) }
//! ```
//!
//! | of the diagnostic | is |
//! |---|---|
//! | text | the message |
//! | code | the code |
//! | severity | what the code has in the column of [`Role::Level`]: a warning for `notice`, `warn` and `warning`, an advice for `trace`, `debug` and `info`, or else an error |
//! | help | the steps of its resolution, filled, and numbered if there are several |
//! | url | the address of its page; absent without [`Service::type_base`] |
//! | causes | those of the error; before the text of one that is known to have a code stands that code |
//!
//! All texts are in the locale that is asked for.
//!
//! A report is for whoever the message is for, so it shows personal arguments. It is for a terminal, and nothing in it
//! steers one: escape sequences, other control characters and direction marks are escaped, as
//! [`Escaped`](token_codes::Escaped) says. Lines stay lines, and a backslash is one.
//!
//! A text is cut after 8 KiB, and says how much is left out. Of the causes 64 are shown, and the others are counted;
//! `miette` itself follows a chain to its end. Where a `Display` fails or panics, `‹!›` stands in its place; `miette`
//! itself panics.

mod visible;

use std::error::Error;
use std::fmt::{self, Display};

use ::miette::{Diagnostic, Severity};
#[cfg(doc)]
use token_codes::Role;
use token_codes::{AnyCode, TokenCode};

use self::visible::Visible;
use crate::Service;
use crate::level::Level;
use crate::text::bounded;
use crate::text::causes::{self, causes};

/// How long a text is at most, in bytes.
const MAX_TEXT: usize = 8 << 10;

/// All that `miette` shows of an error with a code: made by [`Service::report`].
///
/// It has the texts of the error in it, not the error, so `?` takes it into a [`miette::Result`] wherever
/// the error is from. Further up, `downcast_ref` finds it, and in it the code.
///
/// ```
/// use token_codes::{Code, message};
/// use token_codes_service::Service;
/// use token_codes_service::miette::CodeReport;
///
/// let report = miette::Report::new(Service::new(Code::TOK008).report(&message!(TOK007), "en"));
/// assert_eq!(report.downcast_ref::<CodeReport>().map(CodeReport::any_code), Some(Code::TOK007.into()));
/// ```
#[derive(Debug)]
pub struct CodeReport {
    code: AnyCode,
    message: String,
    help: Option<String>,
    url: Option<String>,
    cause: Option<Box<Cause>>,
}

impl Service {
    /// What `miette` shows of an error, in the locale that this tag means, as
    /// [`find_locale`](token_codes::find_locale) says; if it means none, in the source locale.
    ///
    /// ```
    /// use miette::Diagnostic;
    /// use token_codes::{Code, message};
    /// use token_codes_service::Service;
    ///
    /// let report = Service::new(Code::TOK008).report(&message!(TOK013, token_id = 7), "en");
    /// assert_eq!(report.to_string(), "The token with ID 7 was not found.");
    /// assert_eq!(report.code().unwrap().to_string(), "TOK013");
    /// ```
    #[must_use]
    pub fn report(&self, error: &dyn TokenCode, locale: &str) -> CodeReport {
        let message = message(error, locale);
        CodeReport {
            code: error.any_code(),
            help: help(error, locale),
            url: self.type_url(error.any_code()),
            cause: Cause::chain(error, &message, locale),
            message,
        }
    }
}

impl CodeReport {
    /// The code of the error.
    #[must_use]
    pub fn any_code(&self) -> AnyCode {
        self.code
    }
}

fn message(error: &dyn TokenCode, locale: &str) -> String {
    match error.localized_in(locale) {
        Some(message) => shown(&message),
        None => shown(&error),
    }
}

/// The message of a cause, which has no other place for its code.
fn with_code(error: &dyn TokenCode, message: &str) -> String {
    format!("{}: {message}", error.any_code())
}

/// The steps of the resolution, each on a line; `None` if there are none.
fn help(error: &dyn TokenCode, locale: &str) -> Option<String> {
    let code = error.any_code();
    let steps = code.resolution_in(locale).unwrap_or_else(|| code.resolution());
    let steps: Vec<String> = steps.map(|step| shown(&error.fill(step))).collect();
    match &*steps {
        [] => None,
        [step] => Some(step.clone()),
        steps => Some(numbered(steps)),
    }
}

fn numbered(steps: &[String]) -> String {
    let lines: Vec<String> =
        steps.iter().zip(1..).map(|(step, number)| format!("{number}. {step}")).collect();
    lines.join("\n")
}

fn shown(text: &dyn Display) -> String {
    bounded(&Visible(text), MAX_TEXT)
}

impl Display for CodeReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for CodeReport {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.cause.as_deref()?)
    }
}

impl Diagnostic for CodeReport {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.code))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match Level::of(self.code) {
            Level::Trace | Level::Debug | Level::Info => Severity::Advice,
            Level::Notice | Level::Warning => Severity::Warning,
            Level::Error => Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.help.as_deref()?))
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(self.url.as_deref()?))
    }
}

/// A cause, as it is shown: `miette` follows a chain to its end, which that of the error need not have.
#[derive(Debug)]
struct Cause {
    text: String,
    next: Option<Box<Cause>>,
}

impl Cause {
    fn chain(error: &dyn TokenCode, message: &str, locale: &str) -> Option<Box<Self>> {
        let is_own = |text: &str| text == message || text == with_code(error, message);
        let causes = causes(error, is_own, |cause| match cause {
            causes::Cause::Coded(error) => with_code(*error, &self::message(*error, locale)),
            causes::Cause::Other(error) => shown(error),
        });
        let texts: Vec<String> = causes.texts.into_iter().chain(causes.left_out).collect();
        texts.into_iter().rfold(None, |next, text| Some(Box::new(Self { text, next })))
    }
}

impl Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Cause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.next.as_deref()?)
    }
}
