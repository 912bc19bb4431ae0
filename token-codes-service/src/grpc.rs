//! Errors as statuses of gRPC, with the details of `google.rpc`. Feature `grpc`.
//!
//! | in the status | is |
//! |---|---|
//! | code | that of the catalog, such as `not-found`; or else what the HTTP status means; or else `UNKNOWN` |
//! | message | for developers: code and message as a log gets them, in the locale of logs |
//! | `ErrorInfo` | the [`reason`], the service's [`domain`](Service::domain), and the arguments as texts |
//! | `LocalizedMessage` | for users: the message in the locale that is asked for |
//! | `Help` | the address of the code's page, with [`Service::type_base`] |
//! | `RetryInfo` | in how many seconds it is worth another try, if the error says so |
//!
//! Secret arguments are absent, and personal ones are among those of `ErrorInfo` only if
//! [`Service::show_personal`] says so. Where the reason is not the code, the code is there too, as
//! `error-code`.
//!
//! ```
//! use token_codes::{Code, message};
//! use token_codes_service::{Service, grpc::tonic_types::StatusExt};
//!
//! let service = Service::new(Code::TOK008).domain("tokens.example.com");
//! let status = service.status(&message!(TOK013, token_id = 7), "ja");
//! assert_eq!(status.message(), "TOK013: The token with ID 7 was not found.");
//! let details = status.get_error_details();
//! assert_eq!(details.error_info().unwrap().metadata["token_id"], "7");
//! assert_eq!(details.localized_message().unwrap().message, "ID7のトークンが見つかりませんでした。");
//! ```
//!
//! # Which code an HTTP status means
//!
//! It counts if the catalog has nothing in the column with that role, or a word that is no error of gRPC.
//!
//! | HTTP | gRPC |
//! |---|---|
//! | 400, 422 | `INVALID_ARGUMENT` |
//! | 401 | `UNAUTHENTICATED` |
//! | 403 | `PERMISSION_DENIED` |
//! | 404, 410 | `NOT_FOUND` |
//! | 408, 504 | `DEADLINE_EXCEEDED` |
//! | 409 | `ABORTED` |
//! | 413, 429 | `RESOURCE_EXHAUSTED` |
//! | 416 | `OUT_OF_RANGE` |
//! | 499 | `CANCELLED` |
//! | 501 | `UNIMPLEMENTED` |
//! | 502, 503 | `UNAVAILABLE` |
//! | another 4xx | `FAILED_PRECONDITION` |
//! | another 5xx | `INTERNAL` |
//!
//! # How large a status is
//!
//! It goes into the trailers of a reply, for which most clients and proxies take 8 KiB. A status takes at
//! most 7 KiB of them: of each argument and text, there is the start, and then how many bytes are left out.
//! Arguments without room in `ErrorInfo` are counted there as `args-left-out`.

mod reason;
mod status_code;

use std::collections::HashMap;
use std::time::Duration;

use token_codes::{Privacy, TokenCode, Value, find_locale};
use tonic::Status;
use tonic::metadata::{MetadataMap, MetadataValue};
use tonic_types::{ErrorDetails, StatusExt as _};

pub use tonic_types;

pub use crate::grpc::reason::reason;
use crate::roles::retry_after;
use crate::service::Service;
use crate::text::bounded;

/// How many bytes there are at most of: the message, which takes up to four times as much, since it is in the
/// details too, and percent-encoded;
const MESSAGE_BYTES: usize = 384;
/// the localized message;
const LOCALIZED_BYTES: usize = 1280;
/// an argument;
const ARGUMENT_BYTES: usize = 256;
/// all arguments with their names, and with what each takes beside these;
const METADATA_BYTES: usize = 1024;
const ENTRY_BYTES: usize = 8;
/// the address of the code's page, which is of no use in part.
const URL_BYTES: usize = 512;

impl Service {
    /// The status of a call that failed with this error, with a message for users in the locale that the tag
    /// means, as [`find_locale`] says; in the source locale, if the catalog has none such.
    ///
    /// [`Service::coded`] takes every other error so far.
    #[must_use]
    pub fn status(&self, error: &dyn TokenCode, locale: &str) -> Status {
        let code = error.any_code();
        let locale = code.locales()[find_locale(code.locales(), locale).unwrap_or(0)];
        let shown: Vec<String> = error.args().map(|arg| bounded(&arg.value, ARGUMENT_BYTES)).collect();
        let values: Vec<_> =
            error.args().zip(&shown).map(|(arg, shown)| bounded_value(arg.value, shown)).collect();
        let mut details = ErrorDetails::new();
        details.set_error_info(reason(code), self.domain_name(), self.metadata(error, &shown));
        if let Some(message) = code.message(locale) {
            details.set_localized_message(locale, bounded(&message.with(&values), LOCALIZED_BYTES));
        }
        if let Some(url) = self.type_url(code).filter(|url| url.len() <= URL_BYTES) {
            details.add_help_link(bounded(&code, ARGUMENT_BYTES), url);
        }
        if let Some(seconds) = retry_after(error) {
            details.set_retry_info(Some(Duration::from_secs(seconds)));
        }
        let message = bounded(&error.for_log(), MESSAGE_BYTES);
        Status::with_error_details(status_code::status_code(code), message, details)
    }

    /// The same in the locale that suits the client best, by the metadata of its request: by
    /// `accept-language`, as [`negotiate`](token_codes::negotiate()) says.
    ///
    /// ```
    /// use token_codes::{Code, CodedError, message};
    /// use token_codes_service::Service;
    /// use tonic::{Request, Response, Status};
    ///
    /// fn find(id: u64) -> Result<String, CodedError> {
    ///     Err(message!(TOK013, token_id = id))?
    /// }
    ///
    /// async fn get_token(service: &Service, request: Request<u64>) -> Result<Response<String>, Status> {
    ///     let (metadata, _, id) = request.into_parts();
    ///     let token = find(id).map_err(|error| service.status_for(&*error, &metadata))?;
    ///     Ok(Response::new(token))
    /// }
    /// ```
    #[must_use]
    pub fn status_for(&self, error: &dyn TokenCode, metadata: &MetadataMap) -> Status {
        let languages: Vec<_> =
            metadata.get_all("accept-language").iter().map(MetadataValue::as_bytes).collect();
        self.status(error, error.any_code().negotiate(languages.join(&b", "[..])))
    }

    /// What a client gets of the arguments: those for which there is room, and how many others there are.
    fn metadata(&self, error: &dyn TokenCode, shown: &[String]) -> HashMap<String, String> {
        let code = error.any_code();
        let mut metadata = HashMap::new();
        if reason(code) != code.as_str() {
            metadata.insert("error-code".into(), bounded(&code, ARGUMENT_BYTES));
        }
        let is_shown = |privacy| match privacy {
            Privacy::Public => true,
            Privacy::Personal => self.shows_personal(),
            _ => false,
        };
        let (mut room, mut left_out) = (METADATA_BYTES, 0);
        for (arg, text) in error.args().zip(shown).filter(|(arg, _)| is_shown(arg.privacy)) {
            match room.checked_sub(ENTRY_BYTES + arg.name.len() + text.len()) {
                Some(rest) => {
                    metadata.insert(arg.name.into(), text.clone());
                    room = rest;
                }
                None => left_out += 1,
            }
        }
        if left_out > 0 {
            metadata.insert("args-left-out".into(), left_out.to_string());
        }
        metadata
    }
}

/// What fills a placeholder: an integer as what it is, since a plural is chosen by it, and all else as it is shown within the
/// bounds.
fn bounded_value<'a>(value: Value<'a>, shown: &'a str) -> Value<'a> {
    match value {
        Value::Signed(_) | Value::Unsigned(_) | Value::WideSigned(_) | Value::WideUnsigned(_) => value,
        _ => Value::Text(shown),
    }
}
