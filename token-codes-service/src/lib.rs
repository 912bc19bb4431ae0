//! What a service does with errors that have codes: replies, logs and traces.
//!
//! Each integration is a feature and a module; all of them work on `&dyn TokenCode`, so on the errors of every catalog,
//! and share the settings of a [`Service`].
//!
//! ```
//! use token_codes::Code;
//! use token_codes_service::Service;
//!
//! let service = Service::new(Code::TOK008).type_base("https://errors.example.com/");
//! assert_eq!(service.type_url(Code::TOK013).as_deref(), Some("https://errors.example.com/TOK013"));
//! ```
//!
//! | feature | gives |
//! |---|---|
//! | `problem` | `Service::problem`: the body of a reply, as RFC 9457 says |
//! | `axum` | `axum::Failure` and `Service::layer`: replies of axum, in the language that the client asks for |
//! | `tracing` | `tracing::emit`: one event for an error, with its code, level, arguments and causes |
//! | `miette` | `Service::report`: reports in a terminal, with the steps that resolve it |
//! | `grpc` | `Service::status`: statuses of tonic with the details of `google.rpc` |
//! | `utoipa` | `utoipa::Problems` and `utoipa::Catalog`: what those bodies are, in an `OpenAPI` document |
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(feature = "axum")]
pub mod axum;
mod coded;
#[cfg(feature = "grpc")]
pub mod grpc;
mod guarded;
#[cfg(any(feature = "miette", feature = "tracing"))]
mod level;
#[cfg(feature = "miette")]
pub mod miette;
#[cfg(feature = "problem")]
pub mod problem;
#[cfg(any(feature = "grpc", feature = "problem"))]
mod roles;
mod service;
#[cfg(any(test, feature = "grpc", feature = "miette", feature = "problem", feature = "tracing"))]
mod text;
#[cfg(feature = "tracing")]
pub mod tracing;
#[cfg(feature = "utoipa")]
pub mod utoipa;

pub use crate::coded::Coded;
pub use crate::service::Service;

#[cfg(doctest)]
#[doc = include_str!("../../docs/services.md")]
#[doc = include_str!("../README.md")]
struct Pages;
