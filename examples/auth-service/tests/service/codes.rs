//! Each of the thirteen codes, from what a client sends or from what fails.

use std::fs::{self, File};
use std::io::Read;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use token_codes::message;

use crate::request::{Request, fails};
use crate::server::{Folder, PASSWORD, Server, USER, credentials, in_hours, token_request};

fn refresh<'s>(server: &'s Server, token: &str) -> Request<'s> {
    server.post("/sessions/refresh").json(&json!({"refresh_token": token}))
}

#[test]
fn tok001_the_refresh_token_is_unknown_or_used_or_signed_out() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, first) = server.sign_in();
    fails(|| refresh(&server, "no token"), &message!(TOK001));
    fails(|| refresh(&server, &format!("{first}x")), &message!(TOK001));
    fails(|| refresh(&server, &access), &message!(TOK001));

    let reply = refresh(&server, &first).send();
    assert_eq!(reply.status, 200, "{reply:?}");
    let (access, second) = server.tokens(&reply.json());
    fails(|| refresh(&server, &first), &message!(TOK001));

    assert_eq!(server.delete("/sessions/current").bearer(&access).send().status, 204);
    fails(|| refresh(&server, &second), &message!(TOK001));
}

#[test]
fn tok001_the_refresh_token_has_expired() {
    let folder = Folder::new();
    let server = folder.start(&["--refresh-lifetime", "0"]);
    let (_, token) = server.sign_in();
    fails(|| refresh(&server, &token), &message!(TOK001));
}

#[test]
fn tok002_the_download_is_unknown_or_its_token_is_gone() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    fails(|| server.get("/downloads/d-17").bearer(&access), &message!(TOK002, download_id = "d-17"));

    let token_id = server.new_token(&access);
    let download = server.new_download(&access, &token_id);
    assert_eq!(server.get(&download).bearer(&access).send().body, b"the archive");
    assert_eq!(server.delete(&format!("/tokens/{token_id}")).bearer(&access).send().status, 204);
    fails(|| server.get(&download).bearer(&access), &message!(TOK002, download_id = id(&download)));
}

#[test]
fn tok002_the_download_has_expired() {
    let folder = Folder::new();
    let server = folder.start(&["--download-lifetime", "0"]);
    let (access, _) = server.sign_in();
    let download = server.new_download(&access, &server.new_token(&access));
    fails(|| server.get(&download).bearer(&access), &message!(TOK002, download_id = id(&download)));
}

#[test]
fn tok003_the_archive_is_missing() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let download = server.new_download(&access, &server.new_token(&access));
    fs::remove_file(folder.archive()).expect("the archive is there");
    fails(|| server.get(&download).bearer(&access), &message!(TOK003, download_id = id(&download)));
    let log = server.stop();
    assert!(log.contains("No such file or directory"), "{log}");
}

#[test]
fn tok003_the_archive_cannot_be_read() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let download = server.new_download(&access, &server.new_token(&access));
    fs::remove_file(folder.archive()).expect("the archive is there");
    fs::create_dir(folder.archive()).expect("its name is free");
    fails(|| server.get(&download).bearer(&access), &message!(TOK003, download_id = id(&download)));
    let log = server.stop();
    assert!(log.contains("Is a directory"), "{log}");
}

#[test]
fn tok004_the_body_is_missing_or_null() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    for path in ["/sessions", "/sessions/refresh", "/tokens"] {
        fails(|| server.post(path).bearer(&access), &message!(TOK004));
        fails(|| server.post(path).bearer(&access).json(&Value::Null), &message!(TOK004));
        fails(|| server.post(path).bearer(&access).body("application/json", ""), &message!(TOK004));
    }
}

#[test]
fn tok005_the_token_would_expire_too_late() {
    let folder = Folder::new();
    let server = folder.start(&["--max-hours", "48"]);
    let (access, _) = server.sign_in();
    let request = |expires_at: &str| {
        server.post("/tokens").bearer(&access).json(&json!({"functions": [], "expires_at": expires_at}))
    };
    assert_eq!(request(&in_hours(47)).send().status, 201);
    for expires_at in [&*in_hours(49), "9999-12-30T22:00:00Z"] {
        fails(|| request(expires_at), &message!(TOK005, max_hours = 48, expires_at = expires_at));
    }
}

#[test]
fn tok006_there_are_too_many_functions() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let request = |functions: usize| {
        let functions = vec!["read"; functions];
        server
            .post("/tokens")
            .bearer(&access)
            .json(&json!({"functions": functions, "expires_at": in_hours(1)}))
    };
    assert_eq!(request(32).send().status, 201);
    fails(|| request(33), &message!(TOK006));
}

#[test]
fn tok007_the_user_or_the_password_is_wrong() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    for (user, password) in [(USER, "another"), (USER, ""), ("nobody", PASSWORD), ("", "")] {
        fails(|| server.post("/sessions").json(&credentials(user, password)), &message!(TOK007));
    }
    let log = server.stop();
    assert!(log.contains("the password of `mika` is another one"), "{log}");
    assert!(log.contains("there is no account `nobody`"), "{log}");
}

#[test]
fn tok008_the_store_fails() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    server.fill_disk();
    fails(|| server.post("/sessions").json(&credentials(USER, PASSWORD)), &message!(TOK008));
    let log = server.stop();
    assert!(log.contains("File too large"), "{log}");
}

#[test]
fn tok008_what_no_route_takes_keeps_its_status() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let tokens = || server.post("/tokens").bearer(&access);
    let json = "application/json";
    for (request, status) in [
        (server.get("/nowhere"), 404),
        (server.get("/tokens/%FF").bearer(&access), 400),
        (server.delete("/sessions"), 405),
        // What serde says of the next one has the password in it.
        (server.post("/sessions").json(&json!({"user": USER, "password": 7, "device": PASSWORD})), 422),
        (server.post("/sessions").body(json, format!(r#"{{"password": "{PASSWORD}"#)), 400),
        (tokens().body(json, "{"), 400),
        (tokens().body(json, r#"{"functions": 7}"#), 422),
        (tokens().body(json, r#"{"functions": [], "expires_at": "soon"}"#), 422),
        (tokens().body(json, vec![b' '; 3 << 20]), 413),
    ] {
        let reply = request.header("Accept-Language", b"en").send();
        reply.is_with_status(&message!(TOK008), "en", status);
        assert_eq!(reply.header("Allow"), if status == 405 { "POST" } else { "" });
    }
}

#[test]
fn tok009_the_access_token_is_missing_or_wrong_or_signed_out() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, refresh) = server.sign_in();
    let path = format!("/tokens/{}", server.new_token(&access));
    fails(|| server.get(&path), &message!(TOK009));
    fails(|| server.get(&path).header("Authorization", b"Basic bWlrYTo="), &message!(TOK009));
    for wrong in ["", ".", "no token", &*format!("{access}x"), &access[1..], &*refresh] {
        fails(|| server.get(&path).bearer(wrong), &message!(TOK009));
    }
    assert_eq!(server.get(&path).bearer(&access).send().status, 200);
    assert_eq!(server.delete("/sessions/current").bearer(&access).send().status, 204);
    fails(|| server.get(&path).bearer(&access), &message!(TOK009));
}

#[test]
fn tok009_the_access_token_has_expired() {
    let folder = Folder::new();
    let server = folder.start(&["--access-lifetime", "0"]);
    let (access, _) = server.sign_in();
    fails(|| server.post("/tokens").bearer(&access).json(&token_request()), &message!(TOK009));
}

#[test]
fn tok010_the_session_cannot_be_removed() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let path = format!("/tokens/{}", server.new_token(&access));
    server.fill_disk();
    fails(|| server.delete("/sessions/current").bearer(&access), &message!(TOK010));
    // As the message says, the session is still active.
    assert_eq!(server.get(&path).bearer(&access).send().status, 200);
    let log = server.stop();
    assert!(log.contains("File too large"), "{log}");
}

#[test]
fn tok011_the_token_is_in_use_until_the_export_ends() {
    let folder = Folder::new();
    // More than the system keeps for a client that does not read.
    let archive = File::create(folder.archive()).expect("the archive can be written");
    archive.set_len(64 << 20).expect("it can be long");
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let token_id = server.new_token(&access);
    let download = server.new_download(&access, &token_id);
    let export = || server.get(&download).bearer(&access);

    let mut exported = export().start().into_body().into_reader();
    fails(export, &message!(TOK011));
    fails(|| server.delete(&format!("/tokens/{token_id}")).bearer(&access), &message!(TOK011));
    let mut rest = Vec::new();
    exported.read_to_end(&mut rest).expect("the archive comes");
    assert_eq!(rest.len(), 64 << 20);

    within_seconds(20, || export().start().status() == 200);
    // That client has gone away, which ends the export, too.
    within_seconds(20, || server.delete(&format!("/tokens/{token_id}")).bearer(&access).send().status == 204);
}

#[test]
fn tok012_the_device_is_missing() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    for device in [None, Some(Value::Null), Some(json!({"id": ""}))] {
        let mut credentials = json!({"user": USER, "password": PASSWORD});
        if let Some(device) = device {
            credentials["device"] = device;
        }
        fails(|| server.post("/sessions").json(&credentials), &message!(TOK012));
    }
}

#[test]
fn tok013_the_token_is_unknown_or_gone_or_of_somebody_else() {
    let folder = Folder::new();
    let server = folder.start(&[]);
    let (access, _) = server.sign_in();
    let (kept, revoked) = (server.new_token(&access), server.new_token(&access));
    assert_eq!(server.delete(&format!("/tokens/{revoked}")).bearer(&access).send().status, 204);
    let expired = json!({"functions": [], "expires_at": "2020-02-02T02:02:02Z"});
    let expired = server.post("/tokens").bearer(&access).json(&expired).send().text("id");
    for id in ["7f3a", &*revoked, &*expired] {
        let path = format!("/tokens/{id}");
        fails(|| server.get(&path).bearer(&access), &message!(TOK013, token_id = id));
        fails(|| server.delete(&path).bearer(&access), &message!(TOK013, token_id = id));
        let downloads = format!("/tokens/{id}/downloads");
        fails(|| server.post(&downloads).bearer(&access), &message!(TOK013, token_id = id));
    }
    server.stop();

    let server = folder.start_for("aoi", &[]);
    let path = format!("/tokens/{kept}");
    // Tokens and sessions outlive the service.
    assert_eq!(server.get(&path).bearer(&access).send().text("id"), kept);
    let (access, _) = server.sign_in_as("aoi");
    fails(|| server.get(&path).bearer(&access), &message!(TOK013, token_id = &*kept));
}

/// The id at the end of the path of a download.
fn id(download: &str) -> &str {
    download.strip_prefix("/downloads/").expect("it is the path of a download")
}

/// Waits for what becomes true soon, but not at once.
#[track_caller]
fn within_seconds(seconds: u64, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(seconds));
        thread::sleep(Duration::from_millis(10));
    }
}
