//! Errors as problem details for HTTP (RFC 9457). Feature `problem`.
//!
//! | member | is |
//! |---|---|
//! | `type` | the address of the code's page; absent without [`Service::type_base`] |
//! | `title` | its summary; absent if it has none |
//! | `status` | what it has in the column for that, if that is 400 to 599; otherwise 500 |
//! | `detail` | its message |
//! | `code` | the code |
//! | `params` | the arguments by name; absent if there are none |
//!
//! Title and message are in the locale that is asked for. The arguments have the types of JSON: numbers are numbers, those
//! of 128 bits too; a float that is infinite or no number is `null`, since JSON has none such. Secret ones are absent, and
//! personal ones are, unless [`Service::show_personal`] says otherwise.
//!
//! A reply is bounded: of an argument's text there are the first 1024 bytes, and then how many are left out. An argument
//! whose `Display` fails or panics ends in `‹!›`; if it panics, the panic hook is called as for every panic.
//!
//! ```
//! use token_codes::{Code, message};
//! use token_codes_service::Service;
//!
//! let service = Service::new(Code::TOK008).type_base("https://errors.example.com/");
//! let problem = service.problem(&message!(TOK013, token_id = 7), "en-GB");
//! assert_eq!(problem.status(), 500);
//! assert!(problem.to_json().contains(r#""detail":"The token with ID 7 was not found.""#));
//! ```

mod argument;

use http::StatusCode;
use problem_details::ProblemDetails;
use serde::{Serialize, Serializer};
use token_codes::{AnyCode, ColumnValue, Privacy, Role, TokenCode, Value, find_locale};

use crate::problem::argument::Argument;
use crate::service::Service;
use crate::text::bounded;

/// The media type of a [`Problem`] in JSON.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// How many bytes of a title there are at most.
const TITLE_BYTES: usize = 512;

impl Service {
    /// The reply to this error in the locale that the tag means, as [`find_locale`] says; in the source locale, if the
    /// catalog has none such.
    pub fn problem(&self, error: &dyn TokenCode, locale: &str) -> Problem {
        let code = error.any_code();
        let locale = code.locales()[find_locale(code.locales(), locale).unwrap_or(0)];
        // What fills the texts is what the client gets: so each argument is shown once, and the texts are bounded by it.
        let arguments: Vec<_> = error.args().map(|arg| Argument::new(arg.value)).collect();
        let values: Vec<_> =
            arguments.iter().map(|arg| arg.as_ref().map_or(Value::Secret, Argument::value)).collect();
        let title = code.summary_in(locale).filter(|summary| !summary.is_empty());
        let title = title.map(|summary| bounded(&code.fill(summary, &values), TITLE_BYTES));
        let detail = code.message(locale).map(|message| message.with(&values).to_string());
        let names = error.args().map(|arg| (arg.name, arg.privacy)).zip(arguments);
        let params = names.filter_map(|((name, privacy), argument)| {
            (privacy == Privacy::Public || self.shows_personal()).then_some((name, argument?))
        });
        let extensions = Members { type_url: self.type_url(code), code, params: Params(params.collect()) };
        let details = ProblemDetails::new().with_status(status(code)).with_extensions(extensions);
        Problem {
            details: ProblemDetails { title, detail, ..details },
            locale,
            retry_after: retry_after(error),
        }
    }
}

/// What the reply to an error has in it, made by [`Service::problem`]: serialises as the members of RFC 9457.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Problem {
    details: ProblemDetails<Members>,
    locale: &'static str,
    retry_after: Option<u64>,
}

impl Problem {
    /// The status of the reply.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status_code().as_u16()
    }

    pub(crate) fn status_code(&self) -> StatusCode {
        self.details.status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The same problem in a reply with another status; the code's own does not count then.
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.details.status = Some(status);
        self
    }

    /// In how many seconds it is worth another try, if the error says so: for the header `Retry-After`.
    ///
    /// It is the argument for the param that the catalog names for that, or else what the code has in the column.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        self.retry_after
    }

    /// The tag of the locale that its texts are in: for the header `Content-Language`.
    #[must_use]
    pub fn locale(&self) -> &'static str {
        self.locale
    }

    /// The body of the reply, of the type [`MEDIA_TYPE`].
    #[must_use]
    pub fn to_json(&self) -> String {
        // It has no error: all of its keys are texts, and a text takes all that is written to it.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.details.serialize(serializer)
    }
}

/// The members beside those that `ProblemDetails` has.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Members {
    /// Not that of `ProblemDetails`, which is an `http::Uri`: that drops a fragment, and refuses `urn:` and `tag:`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    type_url: Option<String>,
    code: AnyCode,
    #[serde(skip_serializing_if = "Params::is_empty")]
    params: Params,
}

/// The arguments that the client gets, by name.
#[derive(Clone, Debug, PartialEq)]
struct Params(Vec<(&'static str, Argument)>);

impl Params {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, argument)| (name, argument)))
    }
}

/// The status of the reply to this code. With one that does not stand for an error, clients would take the reply for
/// what they asked for.
fn status(code: AnyCode) -> StatusCode {
    let status = code.role(Role::HttpStatus).and_then(unsigned).and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    status
        .filter(|status| status.is_client_error() || status.is_server_error())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The seconds of `Retry-After`: what the error says is nearer to it than what its code does.
fn retry_after(error: &dyn TokenCode) -> Option<u64> {
    let code = error.any_code();
    let argument = match error.args().get(code.role_name(Role::RetryAfter)?) {
        Some(Value::Unsigned(seconds)) => Some(seconds),
        Some(Value::Signed(seconds)) => u64::try_from(seconds).ok(),
        _ => None,
    };
    argument.or_else(|| unsigned(code.role(Role::RetryAfter)?))
}

fn unsigned(value: ColumnValue) -> Option<u64> {
    match value {
        ColumnValue::Unsigned(number) => Some(number),
        ColumnValue::Signed(number) => u64::try_from(number).ok(),
        _ => None,
    }
}
