//! What a request has in its body.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use token_codes::TokenCode;
use token_codes_service::axum::Failure;

/// The body is missing, or is `null`.
#[derive(Debug, TokenCode)]
#[token(TOK004)]
pub struct MissingInput;

/// The body of a request, in JSON.
///
/// `axum::Json` takes an empty body for a mistake in JSON; here it has a code of its own.
pub struct Input<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Input<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let body = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        if body.is_empty() {
            return Err(Failure::from(MissingInput).into_response());
        }
        let Json(input) = Json::<Option<T>>::from_bytes(&body).map_err(IntoResponse::into_response)?;
        input.map(Self).ok_or_else(|| Failure::from(MissingInput).into_response())
    }
}
