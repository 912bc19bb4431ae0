//! Errors with codes as events of `tracing`. Feature `tracing`.
//!
//! ```
//! use token_codes::message;
//! use token_codes_service::tracing::emit;
//!
//! tracing_subscriber::fmt().json().init();
//! emit(&message!(TOK008));
//! emit(&message!(TOK005, max_hours = 24, expires_at = "2026-12-01"));
//! ```
//!
//! The second of these is, but for its time stamp and on one line:
//!
//! ```json
//! {
//!   "level": "INFO",
//!   "fields": {
//!     "message": "The expiry date of a token request cannot be set more than 24 hours in the future. …",
//!     "error.type": "TOK005",
//!     "name": "expiry-too-far",
//!     "args.max_hours": 24,
//!     "args.expires_at": "2026-12-01"
//!   },
//!   "target": "token_codes_service"
//! }
//! ```
//!
//! An error of any type is emitted as `emit(&service.coded(&error))`: see [`Service::coded`](crate::Service::coded).
//!
//! # The event
//!
//! | | is |
//! |---|---|
//! | level | what the code has in the column of [`Role::Level`]: `trace`, `debug`, `info` or `notice`, `warn` or `warning`; every other word is an error, and so is nothing |
//! | name | `token_code.` and the code: events of one name have the same fields |
//! | target | `token_codes_service`, or what [`emit_to`] says |
//! | file and line | those of the call of [`emit`] |
//! | `message` | the message, as [`for_log`](TokenCode::for_log) shows it, in the log locale of the catalog |
//! | `error.type` | the code |
//! | `name` | the name of the code; absent if it has none |
//! | `args.NAME` | an argument, a field for each param: a number, a boolean, or else a text |
//! | `chain` | what led to the error, the direct cause first, joined by `: `; absent if nothing did |
//!
//! **Nothing forges a line.** Arguments and causes are escaped as [`Escaped`](token_codes::Escaped) says, whatever the
//! subscriber does with a text. One that puts texts in quotes, as `tracing_subscriber::fmt` does but for the message,
//! shows the backslash of an escape twice.
//!
//! **Personal arguments** are `‹×›`, and **secret ones** absent. So it is in a cause that is known to have a code:
//! because of the type of the field that holds it, or as what [`find_coded`](token_codes::find_coded) finds, such as
//! `CodedError`. The text of every other cause is what its `Display` shows.
//!
//! **All is bounded.** A text is cut after 8 KiB, that of a cause after 1 KiB, and says how much is left out. Of the
//! causes 64 are shown, and the others are counted. Where a `Display` fails or panics, `‹!›` stands in its place; if it
//! panics, the panic hook is called as for every panic.
//!
//! **A level that is off costs next to nothing**: no argument is asked for, nothing is formatted, nothing is allocated.
//!
//! # How the arguments become fields
//!
//! For `tracing`, an event belongs to a callsite, whose fields have names that never change; which params there are,
//! the code says. So each code has a callsite of its own for each call of [`emit`], made when it is first emitted there
//! and kept until the program ends. What is gained: an argument has its type for every subscriber, and a store of logs
//! has a column for `args.max_hours`.
//!
//! JSON knows less than that: there, `tracing_subscriber` writes a number of more than 64 bits as a text, and a float
//! that is not finite as `null`.
//!
//! # OpenTelemetry
//!
//! The event is one of the semantic conventions 1.44.0:
//!
//! - [`error.type`] (stable) is the code. It is predictable, and has as many values as the catalog has codes.
//! - The [event name] (in development) says which attributes there are. `opentelemetry-appender-tracing` takes it from
//!   the name of the event into `EventName` of the log record; the attribute `event.name` is deprecated in favour of
//!   that, and absent. A name should be in lower case, but must tell one structure from another: the code is as it is
//!   written, since two could be the same in lower case.
//! - There is no field `code`: it is the namespace of `code.file.path`, which `tracing-opentelemetry` puts beside the
//!   fields, and a store that nests at dots, such as Elasticsearch, refuses a record that has both.
//! - [`exception.type`] and its like (stable) are absent. They are for what a runtime has thrown, with its stack trace;
//!   for an operation that fails, the conventions ask for `error.type`.
//!
//! `tracing-opentelemetry` adds the event to the current span, and marks that as failed if the level is an error.
//!
//! [`error.type`]: https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/
//! [event name]: https://opentelemetry.io/docs/specs/semconv/general/events/
//! [`exception.type`]: https://opentelemetry.io/docs/specs/semconv/exceptions/exceptions-logs/
//!
//! # Filters
//!
//! One that lists targets lists this one as well: `RUST_LOG=my_app=debug,token_codes_service=info`. The levels that
//! features of `tracing` turn off when it is compiled, such as `max_level_warn`, are off; its feature `log` does not see
//! these events.

mod callsite;
mod event;

use std::panic::Location;

use ::tracing::Callsite;
use ::tracing::level_filters::{LevelFilter, STATIC_MAX_LEVEL};
#[cfg(doc)]
use token_codes::Role;
use token_codes::TokenCode;

use self::callsite::{Place, is_enabled};
use crate::level::Level;

/// Emits one event for the error. [The module](self) says what it has in it.
///
/// Where it is handed over as a function, such as to a hook, file and line are those of no call.
///
/// ```
/// use token_codes::{CodedError, message};
/// use token_codes_service::tracing::emit;
///
/// fn sign_in() -> Result<(), CodedError> {
///     Err(message!(TOK007))?
/// }
///
/// if let Err(error) = sign_in() {
///     emit(&*error);
/// }
/// ```
#[track_caller]
pub fn emit(error: &dyn TokenCode) {
    emit_to(env!("CARGO_CRATE_NAME"), error);
}

/// Emits one event for the error, with a target of its own, for filters that list the modules of a program.
///
/// ```
/// use token_codes_service::tracing::emit_to;
///
/// emit_to(module_path!(), &token_codes::message!(TOK007));
/// ```
#[track_caller]
pub fn emit_to(target: &'static str, error: &dyn TokenCode) {
    let code = error.any_code();
    let level = level(Level::of(code));
    if level > STATIC_MAX_LEVEL || level > LevelFilter::current() {
        return;
    }
    let callsite = Place { code, target, location: Location::caller() }.callsite(level);
    if is_enabled(callsite) {
        event::dispatch(error, callsite.metadata());
    }
}

fn level(level: Level) -> ::tracing::Level {
    match level {
        Level::Trace => ::tracing::Level::TRACE,
        Level::Debug => ::tracing::Level::DEBUG,
        Level::Info | Level::Notice => ::tracing::Level::INFO,
        Level::Warning => ::tracing::Level::WARN,
        Level::Error => ::tracing::Level::ERROR,
    }
}
