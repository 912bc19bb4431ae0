//! In which language a reply is.

use axum::Router;
use axum::routing::get;
use service_catalog::{Locale, message};
use token_codes_service::axum::{AcceptLanguage, Failure};

use crate::serve;
use crate::server::Server;

#[test]
fn the_reply_is_in_the_language_that_is_asked_for() {
    let server = serve(|| async { Failure::from(message!(Closed)) });
    for (headers, language, detail) in [
        ("", "en", "The shop is closed"),
        ("Accept-Language: ja\r\n", "ja", "閉店しています"),
        ("Accept-Language: de-AT, en;q=0.9\r\n", "de", "Geschlossen"),
        ("Accept-Language: en;q=0.1, ja;q=0.2\r\n", "ja", "閉店しています"),
        ("Accept-Language: fr\r\n", "en", "The shop is closed"),
        ("Accept-Language: *\r\n", "en", "The shop is closed"),
        // Several of a header are one, whose values are listed.
        ("Accept-Language: fr, en;q=0.1\r\nAccept-Language: de;q=0.5\r\n", "de", "Geschlossen"),
        ("Accept-Language:\r\nAccept-Language: ja\r\n", "ja", "閉店しています"),
    ] {
        let reply = server.get("/", headers);
        assert_eq!(reply.problem()["detail"], detail, "{headers}");
        assert_eq!(reply.header("content-language"), Some(language), "{headers}");
        assert_eq!(reply.header("vary"), Some("Accept-Language"), "{headers}");
    }
}

#[test]
fn a_plural_is_chosen_by_the_rules_of_the_language_that_it_is_in() {
    let server = serve(|| async { Failure::from(message!(BasketFull, limit = 9, over = 1, tries = 2)) });
    for (headers, detail) in [
        ("Accept-Language: de\r\n", "In einen Korb passen 9: 1 Artikel ist zu viel, beim 2. Versuch"),
        ("Accept-Language: en\r\n", "A basket takes no more than 9: 1 item is too many on your 2nd try"),
        // English stands in: Japanese has no `one`.
        ("Accept-Language: ja\r\n", "A basket takes no more than 9: 1 item is too many on your 2nd try"),
    ] {
        assert_eq!(server.get("/", headers).problem()["detail"], detail, "{headers}");
    }
}

#[test]
fn a_handler_can_ask_for_the_languages_itself() {
    async fn closed(languages: AcceptLanguage) -> String {
        message_in(Locale::negotiate(languages))
    }
    fn message_in(locale: Locale) -> String {
        service_catalog::Code::Closed.message(locale).as_str().to_owned()
    }
    let server = Server::new(Router::new().route("/", get(closed)));
    let body = |headers| String::from_utf8(server.get("/", headers).body).expect("it is text");
    assert_eq!(body("Accept-Language: de\r\n"), "Geschlossen");
    assert_eq!(body("Accept-Language: fr\r\nAccept-Language: ja\r\n"), "閉店しています");
    assert_eq!(body(""), "The shop is closed");
}
