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
//! Title and message are in the locale that is asked for. The arguments have the types of JSON: numbers are
//! numbers, those of 128 bits too; a float that is infinite or no number is `null`, since JSON has none such.
//! Secret ones are absent, and personal ones are, unless [`Service::show_personal`] says otherwise.
//!
//! A reply is bounded: of an argument's text there are the first 1024 bytes, and then how many are left out.
//! An argument whose `Display` fails or panics ends in `‹!›`; if it panics, the panic hook is called as for
//! every panic.
//!
//! ```
//! use token_codes::{Code, message};
//! use token_codes_service::Service;
//!
//! let service = Service::new(Code::TOK008).type_base("https://errors.example.com/");
//! let problem = service.problem(&message!(TOK013, token_id = 7), "en-GB");
//! assert_eq!(problem.status(), 404);
//! assert!(problem.to_json().contains(r#""detail":"The token with ID 7 was not found.""#));
//! ```

mod argument;
mod params;

use std::borrow::Cow;

use serde::Serialize;
use token_codes::{AnyCode, TokenCode, Value, find_locale};

use crate::problem::params::Params;
use crate::roles::{http_status, retry_after};
use crate::service::Service;
use crate::text::bounded;

/// The media type of a [`Problem`] in JSON.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// How many bytes of a title there are at most.
const TITLE_BYTES: usize = 512;

/// How many bytes a body usually fits in.
const USUAL_BYTES: usize = 512;

impl Service {
    /// The reply to this error in the locale that the tag means, as [`find_locale`] says; in the source
    /// locale, if the catalog has none such.
    pub fn problem(&self, error: &dyn TokenCode, locale: &str) -> Problem {
        let code = error.any_code();
        let locale = code.locales()[find_locale(code.locales(), locale).unwrap_or(0)];
        let mut params = Params::of(error);
        let (title, detail) = texts(code, locale, &params);
        params.hide(self.shows_personal());
        Problem {
            type_url: self.type_url(code),
            title,
            status: http_status(code).unwrap_or(500),
            detail,
            code,
            params,
            locale,
            retry_after: retry_after(error),
        }
    }
}

/// Title and detail. What fills them is what the client gets: so each argument is shown once, and bounds them.
fn texts(code: AnyCode, locale: &str, params: &Params) -> (Cow<'static, str>, String) {
    params.with_values(|values| (title(code, locale, values), detail(code, locale, values)))
}

fn title(code: AnyCode, locale: &str, values: &[Value<'_>]) -> Cow<'static, str> {
    let summary = code.summary_in(locale).unwrap_or_default();
    // Most have no placeholders. Without a branch for each byte, they are looked at together.
    if summary.bytes().fold(false, |found, byte| found | matches!(byte, b'{' | b'}')) {
        return bounded(&code.fill(summary, values), TITLE_BYTES).into();
    }
    summary.into()
}

fn detail(code: AnyCode, locale: &str, values: &[Value<'_>]) -> String {
    let Some(message) = code.message(locale) else { return String::new() };
    let mut detail = String::with_capacity(2 * message.as_str().len());
    // Nothing that is to be shown fails any more.
    let _ = message.with(values).append_to(&mut detail);
    detail
}

/// What the reply to an error has in it, made by [`Service::problem`]: serialises as the members of RFC 9457.
// Not by way of the crate `problem_details`: its `type` is an `http::Uri`, which drops a fragment and refuses
// `urn:`, and what else it has are the names of three members.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[must_use]
pub struct Problem {
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    type_url: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: Cow<'static, str>,
    status: u16,
    detail: String,
    code: AnyCode,
    #[serde(skip_serializing_if = "Params::is_empty")]
    params: Params,
    #[serde(skip)]
    locale: &'static str,
    #[serde(skip)]
    retry_after: Option<u64>,
}

impl Problem {
    /// The status of the reply.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The same problem in a reply with another status, where the code's own does not count. One that is not
    /// 400 to 599 changes nothing.
    pub fn with_status(mut self, status: u16) -> Self {
        if (400..=599).contains(&status) {
            self.status = status;
        }
        self
    }

    /// In how many seconds it is worth another try, if the error says so: for the header `Retry-After`.
    ///
    /// It is the argument for the param that the catalog names for that, or else what the code has in the
    /// column.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        self.retry_after
    }

    /// The tag of the locale that its texts are in: for the header `Content-Language`.
    #[must_use]
    pub fn locale(&self) -> &'static str {
        self.locale
    }

    /// The body of the reply, of the type [`MEDIA_TYPE`], in bytes.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        let mut body = Vec::with_capacity(USUAL_BYTES);
        // It has no error: all keys are texts, and a `Vec` takes all that is written to it.
        let _ = serde_json::to_writer(&mut body, self);
        body
    }

    /// The body of the reply as text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // As `to_vec`, it has no error.
        serde_json::to_string(self).unwrap_or_default()
    }
}
