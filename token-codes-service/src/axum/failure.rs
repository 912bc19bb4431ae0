//! What a handler fails with.

use std::error::Error;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use token_codes::{CodedError, TokenCode};

use crate::axum::reply;
use crate::coded::find;
use crate::service::Service;

/// What a handler fails with: an error with a code, which `?` makes it of, or any other.
///
/// [`Service::layer`] makes the reply. Without it, the reply is in the source locale, has no `type`, and has
/// a status and nothing else if the error has no code.
#[derive(Clone)]
pub struct Failure(Arc<Cause>);

enum Cause {
    Coded(CodedError),
    Other(Box<dyn Deref<Target = dyn Error + Send + Sync> + Send + Sync>),
}

impl Failure {
    /// The failure of an error that need not have a code: as [`Service::coded`] says, the one of the first of
    /// its sources that has one counts, or else the service's code. Of its own text, nothing is in the reply.
    ///
    /// ```
    /// use token_codes_service::axum::Failure;
    ///
    /// async fn read() -> Result<String, Failure> {
    ///     std::fs::read_to_string("banner.txt").map_err(Failure::other)
    /// }
    /// ```
    pub fn other(error: impl Error + Send + Sync + 'static) -> Self {
        let error: Box<dyn Error + Send + Sync> = Box::new(error);
        Self::report(error)
    }

    /// The same for what holds an error and is none itself: `anyhow::Error`, `eyre::Report`, `Box<dyn Error +
    /// Send + Sync>`.
    ///
    /// It is taken as it is: an `anyhow::Error` that became a `Box<dyn Error>` does not tell what is in it.
    ///
    /// ```
    /// use token_codes_service::axum::Failure;
    ///
    /// # fn export() -> Result<String, Box<dyn std::error::Error + Send + Sync>> { Ok(String::new()) }
    /// async fn handler() -> Result<String, Failure> {
    ///     export().map_err(Failure::report)
    /// }
    /// ```
    pub fn report(error: impl Deref<Target = dyn Error + Send + Sync> + Send + Sync + 'static) -> Self {
        Self(Arc::new(Cause::Other(Box::new(error))))
    }

    /// Its error, as one with a code.
    pub(super) fn coded<T>(&self, service: &Service, with: impl FnOnce(&dyn TokenCode) -> T) -> T {
        match &*self.0 {
            Cause::Coded(error) => with(&**error),
            Cause::Other(error) => with(&service.coded(&***error)),
        }
    }

    /// Its error, if it has a code itself.
    fn find_coded(&self) -> Option<&dyn TokenCode> {
        match &*self.0 {
            Cause::Coded(error) => Some(&**error),
            Cause::Other(error) => find(&***error).map(|found| found as _),
        }
    }
}

impl<E: Into<CodedError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(Arc::new(Cause::Coded(error.into())))
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Cause::Coded(error) => f.debug_tuple("Failure").field(error).finish(),
            Cause::Other(error) => f.debug_tuple("Failure").field(&&***error).finish(),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = match self.find_coded() {
            // What it does with errors that have no code does not matter here.
            Some(error) => {
                Service::new(error.any_code()).problem(error, error.any_code().locales()[0]).into_response()
            }
            None => reply::uncoded(),
        };
        let status = response.status();
        response.extensions_mut().insert(Carried { failure: self, status });
        response
    }
}

/// The failure in its reply, for the layer.
#[derive(Clone)]
pub(super) struct Carried {
    pub(super) failure: Failure,
    /// The status of the reply as it was made: another one is what the handler wants instead.
    pub(super) status: StatusCode,
}
