//! Many requests at once, and large or broken ones.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Barrier;
use std::thread;

use serde_json::json;
use token_codes::message;

use crate::server::{Folder, PASSWORD, Server, USER, credentials, token_request};

#[test]
fn two_hundred_requests_at_once_get_each_its_reply() {
    let folder = Folder::new();
    let server = &folder.start(&[]);
    let (access, _) = &server.sign_in();
    let token_id = &server.new_token(access);
    let start = &Barrier::new(200);
    thread::scope(|scope| {
        for number in 0..200 {
            scope.spawn(move || {
                start.wait();
                ask(server, number, access, token_id);
            });
        }
    });
}

/// One of several requests, and its reply.
fn ask(server: &Server, number: usize, access: &str, token_id: &str) {
    let locale = if number.is_multiple_of(2) { "ja" } else { "en" };
    let id = format!("id-{number}");
    match number % 5 {
        0 => {
            let reply = server.post("/sessions").json(&credentials(USER, PASSWORD)).send();
            assert_eq!(reply.status, 201, "{reply:?}");
            server.tokens(&reply.json());
        }
        1 => {
            let reply = server.post("/tokens").bearer(access).json(&token_request()).send();
            assert_eq!(reply.status, 201, "{reply:?}");
        }
        2 => {
            let reply = server.get(&format!("/tokens/{token_id}")).bearer(access).send();
            assert_eq!(reply.text("id"), token_id);
        }
        3 => {
            let request = server.get(&format!("/tokens/{id}")).bearer(access);
            let reply = request.header("Accept-Language", locale.as_bytes()).send();
            reply.is(&message!(TOK013, token_id = &*id), locale);
        }
        _ => {
            let request = server.get(&format!("/downloads/{id}")).bearer(access);
            let reply = request.header("Accept-Language", locale.as_bytes()).send();
            reply.is(&message!(TOK002, download_id = &*id), locale);
        }
    }
}

#[test]
fn languages_of_any_bytes_and_length_are_read() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let long = "x-klingon;q=0.5,".repeat(100 * 1024 / 16);
    let broken: [&[u8]; 5] = [b"\xFF\xFE\x80", b";;;,,,q=", b"en;q=9", "日本語".as_bytes(), long.as_bytes()];
    for accept_language in broken {
        let request = server.get("/tokens/1").header("Accept-Language", accept_language);
        request.send().is(&message!(TOK009), "ja");
    }
    let request = server.get("/tokens/1").header("Accept-Language", format!("{long}en;q=0.1").as_bytes());
    request.send().is(&message!(TOK009), "en");
}

#[test]
fn broken_requests_get_a_status_and_harm_nobody() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let too_long = format!("GET / HTTP/1.1\r\nAccept-Language: {}\r\n\r\n", "x".repeat(1 << 20));
    for (request, status) in [
        (&b"\x00\xFF\r\n\r\n"[..], "400 Bad Request"),
        (too_long.as_bytes(), "431 Request Header Fields Too Large"),
        (b"GET / HTTP/1.0\r\nX-\xE9: 1\r\n\r\n", "400 Bad Request"),
        (b"GET / HTTP/1.0\r\nX-Bytes: \x80\xFE\r\n\r\n", "404 Not Found"),
        (b"GET /tokens/1 HTTP/1.0\r\nAuthorization: Bearer \xFF\xFE\r\n\r\n", "401 Unauthorized"),
    ] {
        let reply = send_raw(&server, request);
        assert!(reply.split_once(' ').is_some_and(|(_, reply)| reply.starts_with(status)), "{reply}");
    }
    server.get("/tokens/1").send().is(&message!(TOK009), "ja");
}

fn send_raw(server: &Server, request: &[u8]) -> String {
    let address = server.address().strip_prefix("http://").expect("it speaks HTTP");
    let mut connection = TcpStream::connect(address).expect("the service listens");
    // It may close the connection before it has read all.
    let _ = connection.write_all(request);
    let mut reply = Vec::new();
    let _ = connection.read_to_end(&mut reply);
    String::from_utf8_lossy(&reply).into_owned()
}

#[test]
fn large_requests_get_small_replies() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let megabyte = "名".repeat((1 << 20) / 3);
    let credentials = credentials(&megabyte, "wrong");
    server.post("/sessions").json(&credentials).send().is(&message!(TOK007), "ja");
    let request = json!({"functions": [], "expires_at": megabyte});
    let reply = server.post("/tokens").bearer(&access).json(&request).send();
    reply.is_with_status(&message!(TOK008), "ja", 422);

    let long_id = "x".repeat(60_000);
    let reply = server.get(&format!("/downloads/{long_id}")).bearer(&access).send();
    assert_eq!((reply.status, &*reply.text("code")), (404, "TOK002"));
    assert!(reply.body.len() < 256 << 10, "{}", reply.body.len());
    let log = server.stop();
    assert!(log.len() < 64 << 10, "{}", log.len());
}
