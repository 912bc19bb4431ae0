//! The log: a line for each failure, which nothing that a client sends can forge.

use serde_json::Value;

use crate::server::{Folder, credentials};

/// What ends a line, what colours a terminal, and what turns the text around.
const FORGED: &str = "mika`\n2026-12-01T00:00:00Z  INFO all is well\r\u{1b}[2J\u{9b}2J\u{202e}\u{2028}";

/// Causes failures whose log lines have such a text in them: a name in a cause, and ids as arguments.
fn forge(args: &[&str]) -> String {
    let folder = Folder::new();
    let server = folder.start(args);
    assert_eq!(server.post("/sessions").json(&credentials(FORGED, "wrong")).send().status, 401);
    let (access, _) = server.sign_in();
    let encoded: Vec<_> = FORGED.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let encoded = encoded.concat();
    for path in [format!("/downloads/{encoded}"), format!("/tokens/{encoded}")] {
        let reply = server.get(&path).bearer(&access).send();
        assert_eq!(reply.status, 404);
        // JSON is not a log: there, the text is as it was sent.
        let params = &reply.json()["params"];
        assert!(params.as_object().expect("it has params").values().any(|param| param == FORGED), "{params}");
    }
    server.stop()
}

fn assert_is_clean(log: &str) {
    let dangerous = |char: char| char.is_control() && char != '\n' || "\u{202e}\u{2028}".contains(char);
    assert!(!log.contains(dangerous), "{log:?}");
    assert_eq!(log.lines().count(), 3, "{log}");
}

#[test]
fn no_line_of_text_is_forged() {
    let log = forge(&[]);
    assert_is_clean(&log);
    for (line, (level, code)) in log.lines().zip([("WARN", "TOK007"), ("INFO", "TOK002"), ("INFO", "TOK013")])
    {
        let (time, event) = line.split_once(' ').expect("a line has a time");
        assert!(time.parse::<jiff::Timestamp>().is_ok(), "{line}");
        assert!(event.trim_start().starts_with(&format!("{level} token_codes_service: ")), "{line}");
        assert!(line.contains(&format!(r#" error.type="{code}" "#)), "{line}");
        assert!(line.contains("INFO all is well"), "{line}");
    }
}

#[test]
fn no_line_of_json_is_forged() {
    let log = forge(&["--log", "json"]);
    assert_is_clean(&log);
    let lines = log.lines().zip([
        ("WARN", "TOK007", "chain"),
        ("INFO", "TOK002", "args.download_id"),
        ("INFO", "TOK013", "args.token_id"),
    ]);
    for (line, (level, code, field)) in lines {
        let line: Value = serde_json::from_str(line).expect("each line is JSON");
        assert_eq!((&line["level"], &line["fields"]["error.type"]), (&level.into(), &code.into()));
        let text = line["fields"][field].as_str().expect("the field is text");
        // Even read from the JSON, the text is one line.
        assert!(
            text.contains(r"`\n2026-12-01T00:00:00Z  INFO all is well\r\u{1b}[2J\u{9b}2J\u{202e}\u{2028}"),
            "{text}"
        );
    }
}

#[test]
fn the_log_is_in_english() {
    let log = forge(&[]);
    assert!(log.contains("The username or password you entered is incorrect."), "{log}");
}
