//! The language of a reply is what the client wants most of what there is.

use token_codes::message;

use crate::server::Folder;

#[test]
fn the_language_with_the_highest_quality_is_taken() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    for (accept_language, locale) in [
        ("ja", "ja"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN-us", "en"),
        ("en;q=0.8, ja;q=0.9", "ja"),
        ("en;q=0.9, ja;q=0.8", "en"),
        ("fr, en;q=0.5, ja;q=0.1", "en"),
        ("fr, de;q=0.5", "ja"),
        ("en;q=0, *", "ja"),
        ("ja;q=0, *;q=0.1", "en"),
        ("*", "ja"),
        ("", "ja"),
    ] {
        let reply = server.get("/tokens/1").header("Accept-Language", accept_language.as_bytes()).send();
        assert_eq!(reply.header("Content-Language"), locale, "{accept_language}");
        reply.is(&message!(TOK009), locale);
    }
}

#[test]
fn several_headers_are_one_list() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let request = server.get("/tokens/1").header("Accept-Language", b"ja;q=0.2");
    request.header("Accept-Language", b"en;q=0.7").send().is(&message!(TOK009), "en");
}

#[test]
fn without_the_header_the_source_locale_is_taken() {
    let folder = Folder::new();
    folder.start(&[]).get("/tokens/1").send().is(&message!(TOK009), "ja");
}
