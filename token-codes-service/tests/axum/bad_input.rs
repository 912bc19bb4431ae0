//! What nobody would send or throw on purpose: the reply is bounded, and always there.

use std::error::Error;
use std::fmt;

use axum::http::StatusCode;
use service_catalog::message;
use token_codes::TokenCode;
use token_codes_service::axum::Failure;

use crate::serve;

#[test]
fn any_byte_in_accept_language() {
    let server = serve(|| async { Failure::from(message!(Closed)) });
    for byte in 0..=u8::MAX {
        let header = [b"Accept-Language: d", &[byte][..], b"e, ja\r\n"].concat();
        let reply = server.ask("GET", "/", &header, b"");
        // Those that no header can have are refused before the layer.
        if (byte < b' ' && byte != b'\t') || byte == 0x7F {
            assert_eq!(reply.status, 400, "{byte}");
        } else {
            reply.problem();
            let language = if byte == b',' { "en" } else { "ja" };
            assert!([Some("ja"), Some(language)].contains(&reply.header("content-language")), "{byte}");
        }
    }
}

#[test]
fn a_hundred_kilobytes_of_languages() {
    let server = serve(|| async { Failure::from(message!(Closed)) });
    for (unit, language) in
        [("fr;q=0.5,", "ja"), (",", "ja"), ("x", "en"), ("*;", "en"), ("q=0.", "en"), ("-", "en")]
    {
        let languages = unit.repeat(100_000 / unit.len()) + "ja";
        let reply = server.get("/", &format!("Accept-Language: {languages}\r\n"));
        reply.problem();
        assert_eq!(reply.header("content-language"), Some(language), "{unit}");
    }
    let lines = "Accept-Language: fr, es;q=0.2\r\n".repeat(80);
    let reply = server.get("/", &format!("{lines}Accept-Language: de\r\n"));
    assert_eq!(reply.header("content-language"), Some("de"));
}

/// Shown by a function.
struct Shown(fn(&mut fmt::Formatter<'_>) -> fmt::Result);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0(f)
    }
}

/// An argument whose `Display` is none of our business.
fn shop(show: fn(&mut fmt::Formatter<'_>) -> fmt::Result) -> Failure {
    message!(OutOfStock, item = "tea", left = 2, shop = Shown(show)).into()
}

#[test]
fn arguments_of_a_megabyte_are_cut_and_the_rest_of_the_message_is_there() {
    let server = serve(|| async {
        let item = "茶".repeat(1 << 20);
        Failure::from(message!(OutOfStock, item = item, left = 2, shop = "x".repeat(1 << 20)))
    });
    let reply = server.get("/", "");
    let problem = reply.problem();
    assert!(reply.body.len() < 6000, "{}", reply.body.len());
    let item = format!("{}… (3144705 bytes left out)", "茶".repeat(341));
    let shop = format!("{}… (1047552 bytes left out)", "x".repeat(1024));
    assert_eq!(problem["params"]["item"], *item);
    assert_eq!(problem["detail"], *format!("'{item}' is out of stock in {shop}: 2 left"));
    // Of the item as it is in the message.
    let left_out = item.len() + " is gone".len() - 510;
    assert_eq!(problem["title"], *format!("{}… ({left_out} bytes left out)", "茶".repeat(170)));
}

#[test]
fn a_display_that_fails_is_marked() {
    let server = serve(|| async { shop(|f| f.write_str("Le").and(Err(fmt::Error))) });
    assert_eq!(server.get("/", "").problem()["detail"], "'tea' is out of stock in Le‹!›: 2 left");
}

#[test]
fn a_display_that_panics_is_marked() {
    let server = serve(|| async { shop(|_| panic!("in a Display")) });
    assert_eq!(server.get("/", "").problem()["detail"], "'tea' is out of stock in ‹!›: 2 left");
}

#[test]
fn a_display_without_an_end_is_stopped() {
    let server = serve(|| async {
        shop(|f| {
            loop {
                f.write_str("Leeds, ")?;
            }
        })
    });
    let problem = server.get("/", "").problem();
    assert!(
        problem["params"]["shop"]
            .as_str()
            .expect("a text")
            .ends_with("… (more than 16777216 bytes left out)")
    );
}

#[test]
fn control_characters_are_escaped() {
    let server = serve(|| async { shop(|f| f.write_str("\r\n\0\u{1b}[2J\u{202e}\"\\")) });
    assert_eq!(server.get("/", "").problem()["params"]["shop"], "\r\n\0\u{1b}[2J\u{202e}\"\\");
}

/// An error with as many causes as it says; of none, if that is `None`.
#[derive(Debug)]
struct Chain(Option<Box<Chain>>);

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hunter2")
    }
}

impl Error for Chain {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.as_deref().map(|cause| cause as _)
    }
}

#[test]
fn ten_thousand_causes() {
    let server = serve(|| async {
        let causes = (0..10_000).fold(Chain(None), |cause, _| Chain(Some(Box::new(cause))));
        Failure::other(causes)
    });
    assert_eq!(server.get("/", "").problem()["code"], "SHOP-01");
}

/// Its own source.
#[derive(Debug)]
struct Own;

impl fmt::Display for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hunter2")
    }
}

impl Error for Own {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }
}

#[test]
fn an_error_that_is_its_own_source() {
    let server = serve(|| async { Failure::other(Own) });
    assert_eq!(server.get("/", "").problem()["code"], "SHOP-01");
}

/// Panics when it is asked for its source.
#[derive(Debug)]
struct NoSource;

impl fmt::Display for NoSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hunter2")
    }
}

impl Error for NoSource {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        panic!("in a source")
    }
}

#[test]
fn an_error_whose_source_panics() {
    let server = serve(|| async { Failure::other(NoSource) });
    assert_eq!(server.get("/", "").problem()["code"], "SHOP-01");
}

/// An error with a code whose `Display` panics, as do those of its arguments.
#[derive(Debug, TokenCode)]
#[token(OutOfStock, catalog = service_catalog)]
struct Panics {
    item: String,
    left: i128,
    shop: Bomb,
}

#[derive(Debug)]
struct Bomb;

impl fmt::Display for Bomb {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("in a Display")
    }
}

#[test]
fn without_the_layer_too() {
    let app = axum::Router::new().route(
        "/",
        axum::routing::get(|| async {
            Failure::from(Panics { item: "茶".repeat(1 << 20), left: i128::MIN, shop: Bomb })
        }),
    );
    let reply = crate::server::Server::new(app).get("/", "");
    assert_eq!(reply.problem()["params"]["shop"], "‹!›");
    assert!(reply.body.len() < 6000);
}

#[test]
fn a_reply_of_failure_with_a_body_that_breaks_off() {
    let server = serve(|| async {
        let parts = [Ok("part"), Err(std::io::Error::other("broke off"))];
        (StatusCode::BAD_GATEWAY, axum::body::Body::from_stream(tokio_stream::iter(parts)))
    });
    assert_eq!(server.get("/", "").problem()["status"], 502);
}
