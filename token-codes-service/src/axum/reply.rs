//! Problems as replies.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION,
    CONTENT_TYPE, ETAG, LAST_MODIFIED, RETRY_AFTER, TRAILER, TRANSFER_ENCODING, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::problem::{MEDIA_TYPE, Problem};

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        // It is of three digits.
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = respond(status, self.to_vec());
        let headers = response.headers_mut();
        // A tag of a catalog has letters, digits and `-`.
        if let Ok(locale) = HeaderValue::from_str(self.locale()) {
            headers.insert(CONTENT_LANGUAGE, locale);
        }
        if let Some(seconds) = self.retry_after() {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// The problem of an error that is not known to have a code.
pub(super) fn uncoded() -> Response {
    let body = r#"{"title":"Internal Server Error","status":500}"#;
    respond(StatusCode::INTERNAL_SERVER_ERROR, body.into())
}

fn respond(status: StatusCode, body: Vec<u8>) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    // Not left to the server: the reply to `HEAD` has it, and no body.
    response.headers_mut().insert(CONTENT_LENGTH, body.len().into());
    *response.body_mut() = body.into();
    response
}

/// Whether the body is a problem.
pub(super) fn is_problem(headers: &HeaderMap) -> bool {
    let Some(Ok(media_type)) = headers.get(CONTENT_TYPE).map(HeaderValue::to_str) else { return false };
    let media_type = media_type.split(';').next().unwrap_or_default().trim_ascii();
    ["application/problem+json", "application/problem+xml"]
        .iter()
        .any(|its| its.eq_ignore_ascii_case(media_type))
}

/// The headers that are about the body, and so not about that of the problem.
const OF_THE_BODY: [HeaderName; 10] = [
    ACCEPT_RANGES,
    CONTENT_DISPOSITION,
    CONTENT_ENCODING,
    CONTENT_LENGTH,
    CONTENT_LOCATION,
    CONTENT_TYPE,
    ETAG,
    LAST_MODIFIED,
    TRAILER,
    TRANSFER_ENCODING,
];

/// The reply with the problem in the place of its body; with its headers alone, to a request for these.
pub(super) fn replace(response: Response, problem: Problem, is_head: bool) -> Response {
    let (mut parts, _) = response.into_parts();
    let (mut problem, body) = problem.into_response().into_parts();
    for name in OF_THE_BODY {
        parts.headers.remove(name);
    }
    if parts.headers.contains_key(RETRY_AFTER) {
        // Whoever made the reply knows better than the catalog.
        problem.headers.remove(RETRY_AFTER);
    }
    parts.headers.extend(problem.headers);
    add_vary(&mut parts.headers);
    parts.status = problem.status;
    Response::from_parts(parts, if is_head { Body::empty() } else { body })
}

fn add_vary(headers: &mut HeaderMap) {
    let lines = headers.get_all(VARY).iter().map(HeaderValue::as_bytes);
    let mut names = lines.flat_map(|line| line.split(|byte| *byte == b',')).map(<[u8]>::trim_ascii);
    if !names.any(|name| name == b"*" || name.eq_ignore_ascii_case(b"accept-language")) {
        headers.append(VARY, HeaderValue::from_static("Accept-Language"));
    }
}
