//! Which languages a client wants.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use http::header::ACCEPT_LANGUAGE;
use http::request::Parts;
use http::{HeaderMap, HeaderValue};

/// The header `Accept-Language` as it was sent, several of it as one; empty if there is none.
///
/// A handler that replies with texts of the catalog itself takes it as an argument.
///
/// ```
/// use token_codes_service::axum::AcceptLanguage;
///
/// async fn asked(languages: AcceptLanguage) -> Vec<u8> {
///     languages.as_ref().to_vec()
/// }
/// ```
#[derive(Clone, Debug)]
pub struct AcceptLanguage(HeaderValue);

impl AcceptLanguage {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let mut lines = headers.get_all(ACCEPT_LANGUAGE).iter();
        Self(match (lines.next(), lines.next()) {
            (None, _) => HeaderValue::from_static(""),
            (Some(line), None) => line.clone(),
            (Some(first), Some(_)) => {
                let lines: Vec<_> =
                    headers.get_all(ACCEPT_LANGUAGE).iter().map(HeaderValue::as_bytes).collect();
                // What joins headers can be in one; so what is joined is one.
                HeaderValue::from_bytes(&lines.join(&b", "[..])).unwrap_or_else(|_| first.clone())
            }
        })
    }
}

impl AsRef<[u8]> for AcceptLanguage {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl<S: Sync> FromRequestParts<S> for AcceptLanguage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}
