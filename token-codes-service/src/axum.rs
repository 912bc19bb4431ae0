//! Failures of handlers as replies. Feature `axum`, for axum 0.8; it brings [`problem`](crate::problem).
//!
//! ```
//! use axum::{Router, routing::get};
//! use token_codes::{Code, TokenCode, message};
//! use token_codes_service::{Service, axum::Failure};
//!
//! async fn token() -> Result<String, Failure> {
//!     Err(message!(TOK013, token_id = 7))? // any error with a code
//! }
//!
//! let replies = Service::new(Code::TOK008).layer().on_failure(|error| eprintln!("{}", error.for_log()));
//! let app: Router = Router::new().route("/token", get(token)).layer(replies);
//! ```
//!
//! # Which replies there are
//!
//! [`Service::layer`](crate::Service::layer) makes the reply to each [`Failure`] in the language of the
//! request: a [`Problem`](crate::problem::Problem), with `Content-Language`, `Vary` and, where the error says
//! so, `Retry-After`.
//!
//! Every other reply of the statuses 400 to 599 becomes a problem of the code that
//! [`Service::new`](crate::Service::new) got: that status, and nothing of that body. So it is with rejected
//! requests, unknown paths and methods, and with what a handler that knows no codes replies. Only a reply
//! that is a problem already stays as it is.
//!
//! In both cases, headers stay, but for those that are about the body. Replies of other statuses are not
//! touched.

mod accept_language;
mod failure;
mod layer;
mod reply;

pub use crate::axum::accept_language::AcceptLanguage;
pub use crate::axum::failure::Failure;
pub use crate::axum::layer::{FailureLayer, FailureService, ReplyFuture};
