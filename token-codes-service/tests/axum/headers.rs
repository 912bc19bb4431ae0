//! Which headers a reply keeps.

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_ENCODING, ETAG, RETRY_AFTER, SET_COOKIE, VARY};
use axum::http::{HeaderMap, Request};
use axum::response::{AppendHeaders, IntoResponse};
use service_catalog::message;
use token_codes_service::axum::Failure;

use crate::{serve, service};

/// As [`Failure`], since that is all that the handlers here fail with.
fn closed() -> Failure {
    message!(Closed).into()
}

#[test]
fn what_the_handler_says_stays() {
    let server = serve(|| async { (AppendHeaders([(SET_COOKIE, "a=1"), (SET_COOKIE, "b=2")]), closed()) });
    assert_eq!(server.get("/", "").headers("set-cookie"), ["a=1", "b=2"]);
}

#[test]
fn what_is_about_its_body_does_not() {
    let server = serve(|| async { ([(CONTENT_ENCODING, "gzip"), (ETAG, "\"1\"")], closed()) });
    let reply = server.get("/", "");
    reply.problem();
    assert_eq!((reply.header("content-encoding"), reply.header("etag")), (None, None));
}

#[test]
fn the_handler_knows_better_when_to_try_again() {
    let server = serve(|| async { ([(RETRY_AFTER, "5")], closed()) });
    assert_eq!(server.get("/", "").header("retry-after"), Some("5"));
}

#[test]
fn vary_lists_the_language_once() {
    for (handlers, replied) in [
        (&[][..], &["Accept-Language"][..]),
        (&["Origin"], &["Origin", "Accept-Language"]),
        (&["Origin, ACCEPT-language"], &["Origin, ACCEPT-language"]),
        (&["Origin", "Accept-Language"], &["Origin", "Accept-Language"]),
        (&["*"], &["*"]),
    ] {
        let server = serve(move || async move {
            let mut headers = HeaderMap::new();
            for value in handlers {
                headers.append(VARY, value.parse().expect("it is a value"));
            }
            (headers, closed()).into_response()
        });
        assert_eq!(server.get("/", "").headers("vary"), replied);
    }
}

#[test]
fn the_reply_to_head_has_the_headers_alone() {
    let server = serve(|| async { closed() });
    let (get, head) = (
        server.get("/", "Accept-Language: ja\r\n"),
        server.ask("HEAD", "/", b"Accept-Language: ja\r\n", b""),
    );
    assert!(head.body.is_empty());
    assert_eq!(head.status, get.status);
    for header in ["content-length", "content-type", "content-language", "vary", "retry-after"] {
        assert_eq!(head.header(header), get.header(header), "{header}");
    }
}

/// Over HTTP/2, nothing strips the body from what the outermost layer gives.
#[test]
fn the_reply_to_head_has_no_body_where_the_layer_is_outermost() {
    use tower_layer::Layer;
    use tower_service::Service;

    let mut app = service().layer().layer(Router::new());
    let request = Request::head("/nowhere").body(Body::empty()).expect("it is a request");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let body = runtime.block_on(async {
        let Ok(response) = app.call(request).await;
        assert_eq!(response.status(), 404);
        axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("it is whole")
    });
    assert!(body.is_empty());
}
