//! What handlers fail with.

use std::error::Error;
use std::sync::mpsc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use serde_json::json;
use service_catalog::message;
use token_codes::{CodedError, TokenCode};
use token_codes_service::axum::Failure;

use crate::server::{Reply, Server};
use crate::{serve, service};

#[derive(Debug, TokenCode)]
#[token(catalog = service_catalog)]
enum ShopError {
    #[token(OutOfStock)]
    OutOfStock { item: &'static str, left: u8, shop: &'static str },
    #[token(Unexpected)]
    Unexpected(#[from] std::num::ParseIntError),
}

const OUT_OF_STOCK: ShopError = ShopError::OutOfStock { item: "tea", left: 2, shop: "Leeds" };

fn out_of_stock() -> serde_json::Value {
    json!({
        "type": "https://errors.example.com/#SHOP-02",
        "title": "tea is gone",
        "status": 409,
        "detail": "'tea' is out of stock in Leeds: 2 left",
        "code": "SHOP-02",
        "params": { "item": "tea", "left": 2, "shop": "Leeds" },
    })
}

fn unexpected() -> serde_json::Value {
    json!({
        "type": "https://errors.example.com/#SHOP-01",
        "title": "Unexpected error",
        "status": 500,
        "detail": "Something went wrong.",
        "code": "SHOP-01",
    })
}

/// The reply to what `/` fails with, and what the log gets of it: the error and all of its sources.
fn reply_and_log(failure: fn() -> Failure) -> (Reply, Vec<String>) {
    let (sender, receiver) = mpsc::channel();
    let layer = service().layer().on_failure(move |error| {
        let chain = std::iter::successors(Some(error as &dyn Error), |&error| error.source());
        sender.send(chain.map(ToString::to_string).collect()).expect("the test waits for it");
    });
    let handler = move || async move { Err::<(), Failure>(failure()) };
    let server = Server::new(Router::new().route("/", get(handler)).layer(layer));
    (server.get("/", ""), receiver.recv().expect("the hook is called"))
}

#[test]
fn the_question_mark_takes_an_error_with_a_code() {
    async fn order() -> Result<(), Failure> {
        Err(OUT_OF_STOCK)?
    }
    let server = serve(order);
    assert_eq!(server.get("/", "").problem(), out_of_stock());
}

#[test]
fn it_takes_what_holds_such_an_error() {
    let (reply, log) = reply_and_log(|| CodedError::from(OUT_OF_STOCK).into());
    assert_eq!(reply.problem(), out_of_stock());
    assert_eq!(log, [OUT_OF_STOCK.to_string()]);

    let (reply, _) = reply_and_log(|| {
        let error: Box<dyn TokenCode + Send + Sync> = Box::new(OUT_OF_STOCK);
        error.into()
    });
    assert_eq!(reply.problem(), out_of_stock());
}

#[test]
fn what_has_no_code_is_in_the_log_alone() {
    let (reply, log) = reply_and_log(|| Failure::other(std::io::Error::other("hunter2")));
    assert_eq!(reply.problem(), unexpected());
    assert_eq!(log, ["Something went wrong.", "hunter2"]);
}

#[test]
fn a_code_is_found_below_anyhow() {
    let (reply, log) = reply_and_log(|| Failure::report(anyhow::Error::from(CodedError::from(OUT_OF_STOCK))));
    assert_eq!(reply.problem(), out_of_stock());
    assert_eq!(log, [OUT_OF_STOCK.to_string(), OUT_OF_STOCK.to_string()]);

    let (reply, log) = reply_and_log(|| {
        let error = anyhow::Error::from(CodedError::from(OUT_OF_STOCK));
        Failure::report(error.context("basket 7"))
    });
    assert_eq!(reply.problem(), out_of_stock());
    assert_eq!(log, [&*OUT_OF_STOCK.to_string(), "basket 7", &*OUT_OF_STOCK.to_string()]);
}

#[test]
fn a_code_is_found_in_an_error_of_io() {
    let (reply, _) = reply_and_log(|| {
        let error = std::io::Error::other(std::io::Error::other(CodedError::from(OUT_OF_STOCK)));
        Failure::other(error)
    });
    assert_eq!(reply.problem(), out_of_stock());
}

#[test]
fn anyhow_without_a_code_is_in_the_log_alone() {
    let (reply, log) = reply_and_log(|| Failure::report(anyhow::anyhow!("hunter2")));
    assert_eq!(reply.problem(), unexpected());
    assert_eq!(log, ["Something went wrong.", "hunter2"]);
}

#[test]
fn the_log_gets_the_sources_and_the_reply_does_not() {
    let (reply, log) = reply_and_log(|| ShopError::from("x".parse::<u8>().unwrap_err()).into());
    assert_eq!(reply.problem(), unexpected());
    assert_eq!(log, ["Something went wrong.", "invalid digit found in string"]);
}

#[test]
fn a_secret_is_in_no_reply_and_a_personal_argument_in_no_log() {
    let (sender, receiver) = mpsc::channel();
    let layer = service().layer().on_failure(move |error| {
        sender.send(error.for_log().to_string()).expect("the test waits for it");
    });
    let handler = || async {
        Failure::from(message!(
            PaymentDeclined,
            card = "4111-1111",
            pin = "hunter2",
            amount = 9.5,
            fee = 0.1_f32,
            is_final = true
        ))
    };
    let reply = Server::new(Router::new().route("/", get(handler)).layer(layer)).get("/", "");
    let problem = reply.problem();
    assert_eq!(problem["detail"], "Card 4111-1111 was declined: 9.5 and 0.1, final: true");
    assert_eq!(problem["params"], json!({ "amount": 9.5, "fee": 0.1, "is_final": true }));
    assert!(!String::from_utf8_lossy(&reply.body).contains("hunter2"));
    assert_eq!(receiver.recv().as_deref(), Ok("SHOP-03: Card ‹×› was declined: 9.5 and 0.1, final: true"));
}

#[test]
fn the_handler_can_have_another_status() {
    let server = serve(|| async { (StatusCode::GONE, Failure::from(OUT_OF_STOCK)) });
    let reply = server.get("/", "");
    assert_eq!(reply.status, 410);
    assert_eq!(reply.problem()["code"], "SHOP-02");
}

#[test]
fn a_status_that_is_none_of_failure_is_500() {
    let server = serve(|| async { Failure::from(message!(StatusOfNoError)) });
    assert_eq!(server.get("/", "").problem()["status"], 500);
}

#[test]
fn retry_after_is_that_of_the_error_or_else_that_of_its_code() {
    let of = |failure: fn() -> Failure| {
        let reply = serve(move || async move { failure() }).get("/", "");
        reply.problem();
        reply.header("retry-after").map(str::to_owned)
    };
    assert_eq!(of(|| message!(TooManyOrders, retry_after = 7).into()).as_deref(), Some("7"));
    // What is no time is not one for a header.
    assert_eq!(of(|| message!(TooManyOrders, retry_after = -7).into()).as_deref(), Some("60"));
    assert_eq!(of(|| message!(Closed).into()).as_deref(), Some("3600"));
    assert_eq!(of(|| OUT_OF_STOCK.into()), None);
}

#[test]
fn without_the_layer_the_reply_is_in_the_source_locale() {
    let server = Server::new(
        Router::new()
            .route("/coded", get(|| async { Failure::from(OUT_OF_STOCK) }))
            .route("/found", get(|| async { Failure::other(CodedError::from(OUT_OF_STOCK)) }))
            .route("/other", get(|| async { Failure::other(std::io::Error::other("hunter2")) })),
    );
    for path in ["/coded", "/found"] {
        let reply = server.get(path, "Accept-Language: ja\r\n");
        let mut expected = out_of_stock();
        expected.as_object_mut().expect("it is one").remove("type");
        assert_eq!(reply.problem(), expected);
        assert_eq!(reply.header("content-language"), Some("en"));
    }
    assert_eq!(
        server.get("/other", "").problem(),
        json!({ "status": 500, "title": "Internal Server Error" })
    );
}

#[test]
fn a_code_of_another_catalog_is_replied_to_as_well() {
    let server = serve(|| async { Failure::from(token_codes::message!(TOK013, token_id = 7)) });
    let reply = server.get("/", "Accept-Language: de, ja;q=0.5\r\n");
    assert_eq!(reply.problem()["code"], "TOK013");
    assert_eq!(reply.header("content-language"), Some("ja"));
}
