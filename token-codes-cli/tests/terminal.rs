//! What is different on a terminal: the pager, and lines that are cut to its width.
//!
//! `script`, which is on every Linux with util-linux, gives the command a terminal.
#![cfg(target_os = "linux")]

mod support;

use std::process::{Command, Stdio};

use support::{BINARY, root, text};

/// What a person sees on a terminal of this width.
fn on_terminal(columns: usize, pager: Option<&str>, arguments: &str) -> String {
    let line = format!("stty cols {columns} rows 50; exec '{BINARY}' {arguments}");
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(root());
    for variable in ["NO_COLOR", "CLICOLOR_FORCE", "LESS", "PAGER", "TOKEN_CODES_PAGER"] {
        script.env_remove(variable);
    }
    if let Some(pager) = pager {
        script.env("TOKEN_CODES_PAGER", pager);
    }
    let output = script.env("TERM", "xterm").stdin(Stdio::null()).output().expect("`script` runs");
    assert!(output.status.success(), "{output:?}");
    text(&output.stdout).replace("\r\n", "\n")
}

#[test]
fn a_row_is_cut_to_the_width() {
    let shown = on_terminal(30, Some(""), "list TOK01 --color never --locale ja");
    assert_eq!(
        shown,
        "\
TOK010  サインアウト中にエラ…
TOK011  このトークンは現在別…
TOK012  デバイス情報が不足し…
TOK013  ID{token_id}のトーク…
"
    );
}

#[test]
fn the_pager_gets_the_text_with_its_colours() {
    let shown = on_terminal(200, Some("sed 's/^/> /'"), "explain TOK013 --locale en");
    assert!(shown.starts_with("> \x1b[1mTOK013\x1b[0m token-not-found\n> \n>   The token"), "{shown:?}");
    let shown = on_terminal(200, Some("sed 's/^/> /'"), "explain TOK013 --color never");
    assert!(shown.starts_with("> TOK013 token-not-found\n"), "{shown:?}");
}

#[test]
fn without_a_pager_the_text_is_written_all_the_same() {
    for (pager, arguments) in [
        (Some("/no/such/pager"), "list --color never --locale en"),
        (Some(""), "list --color never --locale en"),
        (Some("cat"), "list --color never --locale en"),
        (Some("sed 's/^/> /'"), "list --color never --locale en --no-pager"),
    ] {
        let shown = on_terminal(200, pager, arguments);
        assert!(shown.starts_with("TOK001  Invalid request token.\n"), "{pager:?}: {shown:?}");
        assert_eq!(shown.lines().count(), 13, "{shown:?}");
    }
}

#[test]
fn a_pager_that_is_quit_early_is_the_end() {
    assert_eq!(on_terminal(200, Some("head -n 1"), "list --color never --locale en").lines().count(), 1);
    assert_eq!(on_terminal(200, Some("true"), "list"), "");
}

#[test]
fn what_is_not_to_be_read_from_its_start_has_no_pager() {
    for arguments in ["check", "completions bash", "man"] {
        assert!(!on_terminal(200, Some("sed 's/^/> /'"), arguments).starts_with('>'), "{arguments}");
    }
}
