//! Replies that no failure has made.

use std::io::{Read, Write};
use std::sync::mpsc;

use axum::body::{Body, Bytes};
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::json;
use token_codes::TokenCode;
use tokio_stream::wrappers::UnboundedReceiverStream;

use crate::server::{Reply, Server};
use crate::{serve, service};

/// Holds a reply to be the service's own code with the status that it had.
fn assert_is_replaced(reply: &Reply, status: u16) {
    assert_eq!(
        reply.problem(),
        json!({
            "type": "https://errors.example.com/#SHOP-01",
            "title": "Unerwarteter Fehler",
            "status": status,
            "detail": "Etwas ging schief.",
            "code": "SHOP-01",
        })
    );
    assert_eq!(reply.header("content-language"), Some("de"));
    assert_eq!(reply.header("vary"), Some("Accept-Language"));
}

#[test]
fn what_axum_rejects_is_replaced() {
    async fn number(Json(_): Json<u8>) {}
    let app = Router::new().route("/number", post(number)).layer(DefaultBodyLimit::max(10));
    let server = Server::new(app.layer(service().layer()));
    let ask = |method, path, content_type, body: &str| {
        let headers = format!("Accept-Language: de\r\nContent-Type: {content_type}\r\n");
        server.ask(method, path, headers.as_bytes(), body.as_bytes())
    };
    assert_eq!(ask("POST", "/number", "application/json", "1").status, 200);
    assert_is_replaced(&ask("POST", "/number", "application/json", "tru"), 400);
    assert_is_replaced(&ask("GET", "/nowhere", "text/plain", ""), 404);
    assert_is_replaced(&ask("POST", "/number", "application/json", "12345678901"), 413);
    assert_is_replaced(&ask("POST", "/number", "text/plain", "1"), 415);
    assert_is_replaced(&ask("POST", "/number", "application/json", "\"one\""), 422);
    let reply = ask("GET", "/number", "text/plain", "");
    assert_is_replaced(&reply, 405);
    assert_eq!(reply.header("allow"), Some("POST"));
}

#[test]
fn what_a_handler_replies_is_replaced_with_its_headers_kept() {
    let server = serve(|| async {
        (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Bearer")], Json(json!({ "password": "hunter2" })))
    });
    let reply = server.get("/", "Accept-Language: de\r\n");
    assert_is_replaced(&reply, 401);
    assert_eq!(reply.header("www-authenticate"), Some("Bearer"));
}

#[test]
fn a_problem_stays_as_it_is() {
    for media_type in
        ["application/problem+json", "Application/Problem+JSON ; charset=utf-8", "application/problem+xml"]
    {
        let server =
            serve(move || async move { (StatusCode::CONFLICT, [(CONTENT_TYPE, media_type)], "its own") });
        let reply = server.get("/", "");
        assert_eq!((reply.status, &*reply.body), (409, &b"its own"[..]));
        assert_eq!(reply.header("content-type"), Some(media_type));
        assert_eq!((reply.header("vary"), reply.header("content-language")), (None, None));
    }
}

#[test]
fn two_layers_are_as_good_as_one() {
    let failing = Router::new().route("/", get(|| async { StatusCode::BAD_GATEWAY }));
    let server = Server::new(failing.layer(service().layer()).layer(service().layer()));
    assert_is_replaced(&server.get("/", "Accept-Language: de\r\n"), 502);
}

#[test]
fn the_log_gets_those_that_the_server_is_to_blame_for() {
    let (sender, receiver) = mpsc::channel();
    let layer = service().layer().on_failure(move |error: &dyn TokenCode| {
        let source = error.source().expect("it says what was replied");
        sender.send(format!("{} {source}", error.any_code())).expect("the test waits for it");
    });
    let app = Router::new().route("/", get(|| async { StatusCode::BAD_GATEWAY }));
    let server = Server::new(app.layer(layer));
    server.get("/nowhere", "");
    server.get("/", "");
    assert_eq!(
        receiver.recv().as_deref(),
        Ok("SHOP-01 a reply with the status 502 Bad Gateway that is no problem")
    );
    assert!(receiver.try_recv().is_err());
}

#[test]
fn replies_of_no_failure_are_not_touched() {
    for status in [200, 204, 304, 307] {
        let status = StatusCode::from_u16(status).expect("it is one");
        let handler = move || async move { (status, [("etag", "\"1\"")]).into_response() };
        let with = serve(handler).get("/", "Accept-Language: de\r\n");
        let without = Server::new(Router::new().route("/", get(handler))).get("/", "Accept-Language: de\r\n");
        let seen = |reply: &Reply| {
            let names = ["etag", "vary", "content-language", "content-length", "content-type"];
            (reply.status, names.map(|name| reply.header(name).map(str::to_owned)))
        };
        assert_eq!(seen(&with), seen(&without));
    }
}

#[test]
fn a_body_is_sent_as_it_comes() {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel();
    let body = std::sync::Mutex::new(Some(UnboundedReceiverStream::new(receiver)));
    let body = std::sync::Arc::new(body);
    let server = serve(move || async move {
        Body::from_stream(body.lock().expect("nothing panics").take().expect("it is asked for once"))
    });
    let mut stream = server.connect();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("it takes the request");
    let mut read = String::new();
    for part in ["first", "second"] {
        sender.send(Ok::<_, std::io::Error>(Bytes::from(part))).expect("the body is read");
        while !read.contains(part) {
            let mut buffer = [0; 1024];
            let length = stream.read(&mut buffer).expect("the part comes before the next is there");
            assert!(length > 0, "{read}");
            read.push_str(str::from_utf8(&buffer[..length]).expect("it is text"));
        }
    }
}
