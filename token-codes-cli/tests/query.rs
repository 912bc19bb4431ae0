//! `token-codes list`, `search` and `stats`, run as their users run them.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::pipe;
use std::process::Output;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::{assert_fails, assert_shows, command, root, run, temporary_folder, text};

const MIXED: &str = "\
locales: [ja, en, fr]
codes:
  LONG-1:
    message: {ja: 認証に失敗しました。, en: Authentication failed., fr: Échec.}
    summary: one for all
    causes: {ja: [一, 二], en: [one]}
  E22:
    name: several-lines
    params: {what: any, count: integer}
    message:
      ja: |
        一行目 {0}
        二行目 {{{1}}}
    description: {ja: \"説明 {{0}}\", fr: décrit}
";

/// Runs the command on a catalog of the test's own.
fn run_on(test: &str, catalog: &str, arguments: &[&str]) -> Output {
    let folder = temporary_folder(test);
    fs::write(folder.join("catalog.yaml"), catalog).expect("the catalog can be written");
    let output = command(arguments).current_dir(&folder).output().expect("the binary runs");
    fs::remove_dir_all(folder).expect("the folder can be removed");
    output
}

fn objects(output: &Output) -> Vec<Value> {
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect()
}

/// The codes that are at the start of lines, so each in a result of its own.
fn codes(output: &Output) -> Vec<&str> {
    let lines = text(&output.stdout).lines().filter(|line| line.starts_with("TOK"));
    lines.map(|line| line.split(' ').next().expect("the line has a word")).collect()
}

mod list {
    use super::*;

    #[test]
    fn every_code_is_on_a_line_with_its_message() {
        let output = run(&["list", "--locale", "en"]);
        let lines: Vec<&str> = text(&output.stdout).lines().collect();
        assert_eq!(lines.len(), 13);
        assert_eq!(lines[0], "TOK001  Invalid request token.");
        // In a pipe, no line is cut.
        let end = "Specified expiry date: {expires_at}. Please adjust the expiry date accordingly.";
        assert!(lines[4].starts_with("TOK005  The expiry date") && lines[4].ends_with(end));
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
    }

    #[test]
    fn columns_are_aligned_and_a_message_is_on_one_line() {
        let output = run_on("list-wide", MIXED, &["list"]);
        assert_eq!(
            text(&output.stdout),
            "LONG-1  認証に失敗しました。\nE22     一行目 {what} 二行目 {{count}}\n"
        );
        assert_eq!(text(&output.stderr), "");
    }

    #[test]
    fn a_message_that_stands_in_is_told() {
        let output = run_on("list-stand-in", MIXED, &["list", "--locale", "EN"]);
        assert!(text(&output.stdout).starts_with("LONG-1  Authentication failed.\nE22     一行目"));
        let note = "note: 1 message is not in `en`, so the one in `ja` is shown\n";
        assert_eq!((text(&output.stderr), output.status.code()), (note, Some(0)));
    }

    #[test]
    fn each_locale_that_stands_in_is_told() {
        let catalog = MIXED.replace("fr]", "fr, fr-CA]\nfallback: {fr: en}");
        let output = run_on("list-stand-ins", &catalog, &["list", "--locale", "fr-CA"]);
        assert!(text(&output.stdout).starts_with("LONG-1  Échec.\nE22     一行目"));
        let note = "note: 2 messages are not in `fr-CA`, so those in `ja` or `fr` are shown\n";
        assert_eq!((text(&output.stderr), output.status.code()), (note, Some(0)));
        let explained = run_on("explain-stand-in", &catalog, &["explain", "LONG-1", "--locale", "fr-CA"]);
        let note = "note: `LONG-1` has no message in `fr-CA`, so the one in `fr` is shown\n";
        assert_eq!(text(&explained.stderr), note);
        assert!(text(&explained.stdout).contains("  - one\n"), "{}", text(&explained.stdout));
        let found = run_on("search-stand-in", &catalog, &["search", "LONG-1", "--locale", "fr-CA"]);
        assert!(text(&found.stdout).contains("message (fr): Échec."), "{}", text(&found.stdout));
    }

    #[test]
    fn a_prefix_leaves_only_some() {
        assert_eq!(codes(&run(&["list", "TOK01"])), ["TOK010", "TOK011", "TOK012", "TOK013"]);
        assert_eq!(codes(&run(&["list", "tok013"])), ["TOK013"]);
        assert_fails(
            &["list", "HTTP", "--locale", "fr"],
            2,
            "\
error: no code of the catalog starts with `HTTP`
  help: it has 13 of them, such as `TOK001`
error: the catalog has no locale `fr`
  help: its locales are `ja` and `en`
",
        );
    }

    #[test]
    fn json_has_all_that_the_catalog_says() {
        let objects = objects(&run_on("list-json", MIXED, &["list", "--format", "json"]));
        let expected = json!({
            "code": "LONG-1", "name": null, "constant": "LONG_1", "variant": "LONG_1", "params": [],
            "message": {"ja": "認証に失敗しました。", "en": "Authentication failed.", "fr": "Échec."},
            "summary": {"ja": "one for all", "en": "one for all", "fr": "one for all"},
            "description": {},
            "causes": {"ja": ["一", "二"], "en": ["one"]},
            "resolution": {},
            "columns": {},
        });
        assert_eq!(objects[0], expected);
        let params = json!([
            {"name": "what", "type": "any", "privacy": "public"},
            {"name": "count", "type": "integer", "privacy": "public"},
        ]);
        assert_eq!(objects[1]["params"], params);
        assert_eq!(objects[1]["name"], "several-lines");
        // Placeholders have names, and braces are doubled, as in a catalog.
        assert_eq!(objects[1]["message"], json!({"ja": "一行目 {what}\n二行目 {{{count}}}\n"}));
        assert_eq!(objects[1]["description"], json!({"ja": "説明 {{0}}", "fr": "décrit"}));
        assert_eq!(objects.len(), 2);
    }

    #[test]
    fn json_has_the_values_of_columns_by_their_names() {
        let catalog = "\
locales: [en]
columns: {status: integer, level: [info, error], team: text, retry: boolean}
codes:
  A1: {message: x, status: 404, level: error, team: '007', retry: false}
  A2: {message: y, team: shop}
";
        let objects = objects(&run_on("list-columns", catalog, &["list", "--format", "json"]));
        let values = json!({"status": 404, "level": "error", "team": "007", "retry": false});
        assert_eq!((&objects[0]["columns"], &objects[1]["columns"]), (&values, &json!({"team": "shop"})));
    }

    #[test]
    fn json_has_the_asked_codes_only() {
        let found = objects(&run(&["list", "TOK01", "--format", "json"]));
        assert_eq!(found.iter().map(|object| &object["code"]).collect::<Vec<_>>().len(), 4);
    }
}

mod search {
    use super::*;

    #[test]
    fn a_word_is_found_with_the_place_where_it_is() {
        assert_shows(
            &["search", "concurrent", "--locale", "en"],
            "\
TOK011 token-in-use
  message (en): This token is currently being used by another operation. Please use a different token.
  description: The token cannot be used because it is already locked by a concurrent operation.
",
        );
    }

    #[test]
    fn all_words_must_be_there_and_the_best_places_come_first() {
        assert_eq!(codes(&run(&["search", "token", "expired"]))[0], "TOK009");
        assert_eq!(codes(&run(&["search", "token expired"])), codes(&run(&["search", "expired", "token"])));
        assert_eq!(codes(&run(&["search", "device", "log"])), ["TOK012"]);
        // Whole name, start of a name, within a name, message, summary.
        assert_eq!(codes(&run(&["search", "token-not-found"]))[0], "TOK013");
        assert_eq!(codes(&run(&["search", "expiry"])), ["TOK005"]);
        let found = run(&["search", "incorrect"]);
        assert_eq!(codes(&found)[0], "TOK007");
    }

    #[test]
    fn every_kind_of_text_is_searched_whatever_its_case_and_width() {
        for (words, code) in [
            ("tok013", "TOK013"),
            ("ＴＯＫ０１３", "TOK013"),
            ("SIGN-OUT-failed", "TOK010"),
            ("サインアウト", "TOK010"),
            ("ｻｲﾝｱｳﾄ", "TOK010"),
            ("デバイス情報", "TOK012"),
            ("max_hours", "TOK005"),
            ("DEVICE CONTEXT", "TOK012"),
            ("force-terminate", "TOK010"),
        ] {
            assert_eq!(codes(&run(&["search", words])), [code], "{words}");
        }
    }

    #[test]
    fn a_message_with_its_values_finds_its_code() {
        for (message, code) in [
            ("トークンリクエストの有効期限は、24時間より未来日に設定できません。", "TOK005"),
            ("download Id 4711 のトークンのエクスポートに失敗しました。", "TOK003"),
            ("ID a1b2 のトークンが見つかりませんでした。", "TOK013"),
            ("The token with ID 7 was not found.", "TOK013"),
            ("2026-11-23 ERROR auth: The token entry for download ID 9 was not found. retry=1", "TOK002"),
            (
                "Authentication failed because device\n  information is missing. Please log in again.",
                "TOK012",
            ),
        ] {
            let output = run(&["search", message]);
            assert_eq!(codes(&output)[0], code, "{message}");
            let words: Vec<&str> =
                [&["search"][..], &message.split_whitespace().collect::<Vec<_>>()].concat();
            assert_eq!(output.stdout, run(&words).stdout, "{message}");
        }
    }

    #[test]
    fn every_message_finds_its_code_first() {
        for object in objects(&run(&["list", "--format", "json"])) {
            for message in object["message"].as_object().expect("it is a map").values() {
                let message = message.as_str().expect("it is a text").replace("{max_hours}", "48");
                let message =
                    message.replace("{max_hours, plural, one {# hour} other {# hours}}", "48 hours");
                let output = run(&["search", "--", &message]);
                assert_eq!(codes(&output)[0], object["code"], "{message}");
            }
        }
    }

    #[test]
    fn what_was_found_is_marked_on_a_terminal() {
        let mut command = command(&["search", "tok013", "ID", "--locale", "en"]);
        let output = command.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").output().expect("it runs");
        let shown = text(&output.stdout);
        assert!(shown.starts_with("\x1b[1m\x1b[31mTOK013\x1b[0m token-not-found\n"), "{shown:?}");
        assert!(
            shown.contains("with \x1b[1m\x1b[31mID\x1b[0m {token_\x1b[1m\x1b[31mid\x1b[0m}"),
            "{shown:?}"
        );
    }

    #[test]
    fn nothing_found_is_told_with_help() {
        assert_fails(
            &["search", "Kubernetes"],
            1,
            "\
error: nothing in the catalog has `Kubernetes`
  help: try a part of it; `token-codes list` shows all codes
",
        );
        assert_fails(
            &["search", "token", "kubernetes", "--format", "json"],
            1,
            "\
error: no code has all of these words
  help: try fewer words, or leave out of a message what was filled in
",
        );
        for nothing in ["", " ", "\u{3000}"] {
            assert_fails(
                &["search", nothing],
                2,
                "error: there is nothing to search for\n  help: give a word or a message\n",
            );
        }
        assert_eq!(run(&["search"]).status.code(), Some(2));
    }

    #[test]
    fn json_says_where_it_was_found() {
        let words = objects(&run(&["search", "CONCURRENT", "--format", "json"]));
        assert_eq!(words.len(), 1);
        assert_eq!((&words[0]["code"], &words[0]["identified"]), (&json!("TOK011"), &json!(false)));
        let description = "The token cannot be used because it is already locked by a concurrent operation.";
        assert_eq!(
            words[0]["matches"],
            json!([{"field": "description", "locale": null, "text": description}])
        );
        assert_eq!(words[0]["description"]["en"], description);
        let message = objects(&run(&["search", "The token with ID 7 was not found.", "--format", "json"]));
        assert_eq!(message[0]["identified"], true);
        let text = "The token with ID {token_id} was not found.";
        assert_eq!(message[0]["matches"], json!([{"field": "message", "locale": "en", "text": text}]));
    }

    #[test]
    fn what_is_pasted_finds_what_it_should() {
        assert_finds_what_it_should("pasted");
        assert_finds_what_it_should("plurals");
    }

    /// The tests of the site hold its search to the same cases.
    fn assert_finds_what_it_should(name: &str) {
        let folder = root().join("token-codes-docs/tests/site");
        let cases = folder.join(name).with_extension("json");
        let cases = fs::read_to_string(cases).expect("the cases can be read");
        let cases: Vec<(String, Vec<String>)> = serde_json::from_str(&cases).expect("they are pairs");
        assert!(cases.len() > 20);
        let catalog = folder.join("catalogs").join(name).with_extension("yaml");
        let catalog = catalog.to_str().expect("it is UTF-8");
        let found = |query: &str| {
            let output = run(&["search", "--format", "json", "--catalog", catalog, "--", query]);
            let code = |line: &str| serde_json::from_str::<Value>(line).expect("it is JSON")["code"].clone();
            text(&output.stdout).lines().map(code).collect::<Vec<_>>()
        };
        for (query, codes) in cases {
            assert_eq!(found(&query), codes, "{query:?}");
        }
    }

    #[test]
    fn a_code_within_a_text_is_shown_with_its_message() {
        let shown = run(&["search", "failed with tok013 at x", "--locale", "en"]);
        let expected =
            "TOK013 token-not-found\n  message (en): The token with ID {token_id} was not found.\n";
        assert_eq!((text(&shown.stdout), text(&shown.stderr)), (expected, ""));
        let object = &objects(&run(&["search", "failed with tok013 at x", "--format", "json"]))[0];
        assert_eq!(object["identified"], true);
        assert_eq!(object["matches"], json!([{"field": "code", "locale": null, "text": "TOK013"}]));
    }

    #[test]
    fn ten_thousand_codes_are_searched_at_once() {
        let mut catalog = "locales: [ja, en]\ncodes:\n".to_owned();
        for index in 0..10_000 {
            let message = format!(
                "{{ja: \"番号{index}の{{0}}に失敗しました。\", en: \"step {index} of {{0}} failed\"}}"
            );
            let _ = write!(catalog, "  C{index:05}:\n    params: {{what: any}}\n    message: {message}\n");
        }
        let start = Instant::now();
        let output = run_on("search-large", &catalog, &["search", "番号9998の転送に失敗しました。"]);
        // Reading the catalog is most of it; the limit is for a slow machine without optimisation.
        assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
        assert!(text(&output.stdout).starts_with("C09998\n"), "{output:?}");
    }
}

mod stats {
    use super::*;

    #[test]
    fn what_is_translated_is_counted_for_each_locale() {
        let output = run_on("stats", MIXED, &["stats"]);
        assert_eq!(
            text(&output.stdout),
            "\
2 codes, 2 params

locale  texts     translated  stale  shared  missing  complete
ja      messages           2      0       0        0      100%
ja      details            2      0       1        0       66%
en      messages           1      0       0        1       50%
en      details            1      0       1        1       33%
fr      messages           1      0       0        1       50%
fr      details            1      0       1        1       33%

shared: one text for every locale, which counts as a translation into none
"
        );
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
    }

    #[test]
    fn what_is_for_every_locale_is_the_own_text_of_an_only_one() {
        let catalog = "locales: [en]\ncodes:\n  E1: {message: one, summary: two}\n";
        let output = run_on("stats-only", catalog, &["stats"]);
        assert!(
            text(&output.stdout)
                .ends_with("en      details            1      0       0        0      100%\n")
        );
    }

    #[test]
    fn shared_texts_are_no_translation() {
        let shown = run(&["stats", "--format", "json"]);
        let details = &objects(&shown)[0]["locales"][0]["details"];
        assert!(details["translated"].as_u64() < details["shared"].as_u64(), "{details}");
        let (own, shared) = (details["translated"].as_u64().unwrap(), details["shared"].as_u64().unwrap());
        assert_eq!(details["percent"], own * 100 / (own + shared));
    }

    #[test]
    fn json_has_the_same_figures() {
        let objects = objects(&run_on("stats-json", MIXED, &["stats", "--format", "json"]));
        assert_eq!((&objects[0]["codes"], &objects[0]["params"]), (&json!(2), &json!(2)));
        let expected = json!({
            "locale": "en",
            "messages": {"translated": 1, "shared": 0, "missing": 1, "stale": 0, "percent": 50},
            "details": {"translated": 1, "shared": 1, "missing": 1, "stale": 0, "percent": 33},
        });
        assert_eq!((objects.len(), &objects[0]["locales"][1]), (1, &expected));
    }
}

mod catalogs {
    use super::*;

    #[test]
    fn the_one_that_the_command_carries_is_told() {
        let folder = temporary_folder("query-carried");
        let name = folder.canonicalize().expect("the folder exists");
        let note = format!(
            "note: there is no `catalog.yaml` in `{}` or above it, so these are the 13 codes that the command carries\n",
            name.display()
        );
        for arguments in [&["list"][..], &["stats"], &["search", "expiry"]] {
            let output = command(arguments).current_dir(&folder).output().expect("the binary runs");
            assert_eq!((text(&output.stderr), output.status.code()), (&*note, Some(0)));
            assert_eq!(output.stdout, run(arguments).stdout);
            let json = [arguments, &["--format", "json"]].concat();
            let output = command(&json).current_dir(&folder).output().expect("the binary runs");
            assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
        }
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }

    #[test]
    fn a_folder_named_catalog_without_catalogs_in_it_is_none() {
        let folder = temporary_folder("query-folder");
        fs::create_dir_all(folder.join("catalog").join("deep")).expect("the folder can be written");
        fs::write(folder.join("catalog").join("notes.txt"), "").expect("the file can be written");
        fs::write(folder.join("catalog").join("deep").join("a.yaml"), "").expect("the file can be written");
        let output = command(&["list"]).current_dir(&folder).output().expect("the binary runs");
        fs::remove_dir_all(folder).expect("the folder can be removed");
        assert_eq!(output.stdout, run(&["list"]).stdout, "{output:?}");
    }

    #[test]
    fn one_with_mistakes_is_reported_by_each() {
        for arguments in [&["list"][..], &["stats"], &["search", "x"]] {
            let output =
                run_on("query-broken", "locales: [en]\ncodes:\n  E1:\n    message: '{9}'\n", arguments);
            assert!(text(&output.stderr).contains("error[unknown-placeholder]"), "{output:?}");
            assert_eq!((text(&output.stdout), output.status.code()), ("", Some(1)));
        }
    }
}

#[test]
fn a_closed_pipe_is_the_end_and_no_panic() {
    for arguments in [
        &["list"][..],
        &["list", "--format", "json"],
        &["search", "token"],
        &["stats"],
        &["explain", "TOK005", "--format", "json"],
        &["completions", "bash"],
        &["man"],
    ] {
        let (reader, writer) = pipe().expect("a pipe can be made");
        drop(reader);
        let output = command(arguments).stdout(writer).output().expect("the binary runs");
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)), "{arguments:?}");
    }
}
