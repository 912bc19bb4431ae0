//! `token-codes explain`, run as its users run it: the real binary on the real catalog.

use std::fs;
use std::io::pipe;

mod support;

use support::{assert_fails, assert_shows, command, run, temporary_folder, text};

mod output {
    use super::*;

    #[test]
    fn source_locale_with_arguments() {
        assert_shows(
            &["explain", "TOK005", "max_hours=24", "expires_at=2026-12-01"],
            "\
TOK005 expiry-too-far

  トークンリクエストの有効期限は、24時間より未来日に設定できません。指定された有効期限:2026-12-01。有効期限を適切に調整してください。

Token expiry date exceeds the allowed limit

Columns
  http_status: 422
  severity: info

Description
  The expiry date specified in the token request exceeds the maximum allowed time limit from the current time.

Root causes
  - The expiry date was set too far in the future beyond the system-allowed limit.

Resolution
  1. Set the token expiry date within the allowed time range (not exceeding 24 hours from now).
  2. Adjust the expiry date and resubmit the request.
",
        );
    }

    #[test]
    fn source_locale_without_arguments() {
        assert_shows(
            &["explain", "TOK005"],
            "\
TOK005 expiry-too-far

  トークンリクエストの有効期限は、{max_hours}時間より未来日に設定できません。指定された有効期限:{expires_at}。有効期限を適切に調整してください。

Token expiry date exceeds the allowed limit

Columns
  http_status: 422
  severity: info

Description
  The expiry date specified in the token request exceeds the maximum allowed time limit from the current time.

Root causes
  - The expiry date was set too far in the future beyond the system-allowed limit.

Resolution
  1. Set the token expiry date within the allowed time range (not exceeding {max_hours} hours from now).
  2. Adjust the expiry date and resubmit the request.
",
        );
    }

    #[test]
    fn another_locale_with_arguments() {
        assert_shows(
            &["explain", "TOK005", "max_hours=24", "expires_at=2026-12-01", "--locale", "en"],
            "\
TOK005 expiry-too-far

  The expiry date of a token request cannot be set more than 24 hours in the future. Specified expiry date: 2026-12-01. Please adjust the expiry date accordingly.

Token expiry date exceeds the allowed limit

Columns
  http_status: 422
  severity: info

Description
  The expiry date specified in the token request exceeds the maximum allowed time limit from the current time.

Root causes
  - The expiry date was set too far in the future beyond the system-allowed limit.

Resolution
  1. Set the token expiry date within the allowed time range (not exceeding 24 hours from now).
  2. Adjust the expiry date and resubmit the request.
",
        );
    }

    #[test]
    fn another_locale_without_arguments() {
        assert_shows(
            &["explain", "TOK005", "--locale", "en"],
            "\
TOK005 expiry-too-far

  The expiry date of a token request cannot be set more than [{max_hours} hour | {max_hours} hours] in the future. Specified expiry date: {expires_at}. Please adjust the expiry date accordingly.
    {max_hours} = 1: {max_hours} hour
    {max_hours} = 0, 2, 3, 4, …: {max_hours} hours

Token expiry date exceeds the allowed limit

Columns
  http_status: 422
  severity: info

Description
  The expiry date specified in the token request exceeds the maximum allowed time limit from the current time.

Root causes
  - The expiry date was set too far in the future beyond the system-allowed limit.

Resolution
  1. Set the token expiry date within the allowed time range (not exceeding {max_hours} hours from now).
  2. Adjust the expiry date and resubmit the request.
",
        );
    }

    #[test]
    fn a_code_without_params() {
        assert_shows(
            &["explain", "TOK007"],
            "\
TOK007 incorrect-credentials

  入力したユーザー名またはパスワードが正しくありません。認証情報を確認して、もう一度お試しください。

Incorrect username or password

Columns
  http_status: 401
  severity: warning

Description
  Authentication failed because the provided username or password does not match any valid account credentials.

Root causes
  - The username or password is incorrect.
  - The account may be locked or disabled.

Resolution
  1. Verify the username and password are correct.
  2. Reset your password if you have forgotten it.
  3. Contact your administrator if the account is locked.
",
        );
    }

    #[test]
    fn an_argument_goes_by_name_or_by_index() {
        let by_name = run(&["explain", "TOK005", "max_hours=24", "expires_at=noon"]);
        let by_index = run(&["explain", "TOK005", "1=noon", "0=24"]);
        assert_eq!(text(&by_index.stderr), "");
        assert_eq!(text(&by_index.stdout), text(&by_name.stdout));
    }

    #[test]
    fn one_argument_leaves_the_other_placeholder_visible() {
        let output = run(&["explain", "TOK005", "max_hours=24"]);
        assert!(text(&output.stdout).contains("、24時間より"));
        assert!(text(&output.stdout).contains("有効期限:{expires_at}。"));
    }

    #[test]
    fn a_value_is_everything_after_the_first_equals_sign() {
        let output = run(&["explain", "TOK013", "token_id=a=b {0} {token_id} 日本"]);
        assert!(text(&output.stdout).contains("\n  IDa=b {0} {token_id} 日本のトークンが"), "{output:?}");
        let output = run(&["explain", "TOK013", "token_id="]);
        assert!(text(&output.stdout).contains("\n  IDのトークンが"), "{output:?}");
    }

    #[test]
    fn an_integer_is_shown_as_a_program_shows_it() {
        let output = run(&["explain", "TOK005", "max_hours=+024"]);
        assert!(text(&output.stdout).contains("、24時間より"), "{output:?}");
    }

    #[test]
    fn locale_tags_are_the_same_in_upper_case() {
        let lower = run(&["explain", "TOK001", "--locale", "en"]);
        assert!(text(&lower.stdout).contains("\n  Invalid request token.\n"));
        assert_eq!(run(&["explain", "TOK001", "--locale", "EN"]).stdout, lower.stdout);
    }

    #[test]
    fn every_code_of_the_catalog_is_explained() {
        for code in (1..=13).map(|number| format!("TOK{number:03}")) {
            for locale in ["ja", "en"] {
                let output = run(&["explain", &code, "--locale", locale]);
                assert_eq!(output.status.code(), Some(0), "{code}: {output:?}");
                assert!(text(&output.stdout).starts_with(&format!("{code} ")));
            }
        }
    }
}

mod words {
    use super::*;

    const ALIKE: &str = "\
locales: [en]
codes:
  ab1: {name: lower, message: one}
  AB1: {name: upper, message: two}
  X.1: {message: three}
";

    #[test]
    fn a_code_goes_by_its_name_and_in_any_case_and_width() {
        let shown = run(&["explain", "TOK005"]).stdout;
        for word in
            ["tok005", "expiry-too-far", "Expiry-Too-Far", "ExpiryTooFar", "expirytoofar", "ＴＯＫ００５"]
        {
            assert_shows(&["explain", word], text(&shown));
        }
    }

    #[test]
    fn what_is_written_exactly_wins_and_what_is_ambiguous_is_told() {
        let folder = temporary_folder("alike");
        let path = folder.join("catalog.yaml");
        fs::write(&path, ALIKE).expect("the catalog can be written");
        let explain =
            |word: &str| run(&["explain", word, "--catalog", path.to_str().expect("the path is UTF-8")]);
        for (word, shown) in [
            ("ab1", "ab1 lower\n\n  one\n"),
            ("AB1", "AB1 upper\n\n  two\n"),
            ("x.1", "X.1\n\n  three\n"),
            ("X_1", "X.1\n\n  three\n"),
        ] {
            assert_eq!(text(&explain(word).stdout), shown);
        }
        let output = explain("Ab1");
        fs::remove_dir_all(folder).expect("the folder can be removed");
        assert_eq!(
            text(&output.stderr),
            "\
error: `Ab1` may be any of 2 codes
  help: write the one that is meant as it is in the catalog: `ab1` (lower) or `AB1` (upper)
"
        );
        assert_eq!((text(&output.stdout), output.status.code()), ("", Some(1)));
    }
}

mod json {
    use super::*;

    #[test]
    fn an_explanation_is_one_object() {
        let output = run(&["explain", "TOK005", "max_hours=+24", "--locale", "en", "--format", "json"]);
        let object: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let expected = serde_json::json!({
            "code": "TOK005",
            "name": "expiry-too-far",
            "locale": "en",
            "translated": true,
            "params": [
                {"name": "max_hours", "type": "integer", "value": "24"},
                {"name": "expires_at", "type": "any", "value": null},
            ],
            "message": "The expiry date of a token request cannot be set more than 24 hours in the future. \
                Specified expiry date: {expires_at}. Please adjust the expiry date accordingly.",
            "summary": "Token expiry date exceeds the allowed limit",
            "description": "The expiry date specified in the token request exceeds the maximum allowed time \
                limit from the current time.",
            "causes": ["The expiry date was set too far in the future beyond the system-allowed limit."],
            "resolution": [
                "Set the token expiry date within the allowed time range (not exceeding 24 hours from now).",
                "Adjust the expiry date and resubmit the request.",
            ],
            "columns": {"http_status": 422, "severity": "info"},
        });
        assert_eq!(object, expected);
        assert!(text(&output.stdout).ends_with("}\n"));
    }
}

mod mistakes {
    use super::*;

    #[test]
    fn an_unknown_code_suggests_the_nearest() {
        assert_fails(
            &["explain", "TOK055"],
            1,
            "\
error: the catalog has no code `TOK055`
  help: did you mean `TOK005` (expiry-too-far)?
",
        );
        assert_fails(
            &["explain", "TOK023"],
            1,
            "\
error: the catalog has no code `TOK023`
  help: did you mean `TOK003` (token-export-failed) or `TOK013` (token-not-found)?
",
        );
    }

    #[test]
    fn a_short_name_finds_its_code() {
        assert_fails(
            &["explain", "expiry-to-far"],
            1,
            "\
error: the catalog has no code `expiry-to-far`
  help: did you mean `TOK005` (expiry-too-far)?
",
        );
    }

    #[test]
    fn a_code_like_no_other_tells_what_codes_look_like() {
        assert_fails(
            &["explain", "HTTP-404"],
            1,
            "\
error: the catalog has no code `HTTP-404`
  help: it has 13 of them, such as `TOK001` (invalid-refresh-token)
  help: `token-codes list` shows all of them, and `token-codes search` finds one by its texts
",
        );
    }

    #[test]
    fn an_unknown_param() {
        assert_fails(
            &["explain", "TOK005", "max_hour=24"],
            2,
            "\
error: `TOK005` has no param `max_hour`
  help: did you mean `max_hours`?
  help: the params of `TOK005` are `max_hours` ({0}) and `expires_at` ({1})
",
        );
        assert_fails(
            &["explain", "TOK013", "name=x"],
            2,
            "\
error: `TOK013` has no param `name`
  help: the only param of `TOK013` is `token_id` ({0})
",
        );
        assert_fails(
            &["explain", "TOK001", "name=x"],
            2,
            "\
error: `TOK001` has no param `name`
  help: `TOK001` has no params
",
        );
    }

    #[test]
    fn an_index_out_of_range() {
        for index in ["2", "99999999999999999999999999"] {
            assert_fails(
                &["explain", "TOK005", &format!("{index}=24")],
                2,
                &format!(
                    "\
error: `TOK005` has no placeholder {{{index}}}
  help: the params of `TOK005` are `max_hours` ({{0}}) and `expires_at` ({{1}})
"
                ),
            );
        }
    }

    #[test]
    fn an_argument_without_equals_sign_or_param() {
        assert_fails(
            &["explain", "TOK013", "42"],
            2,
            "\
error: the argument `42` has no `=`
  help: write it as `param=value`
  help: the only param of `TOK013` is `token_id` ({0})
",
        );
        assert_fails(
            &["explain", "TOK013", "=42"],
            2,
            "\
error: `=42` has no param before the `=`
  help: write it as `param=value`
  help: the only param of `TOK013` is `token_id` ({0})
",
        );
    }

    #[test]
    fn an_argument_given_twice() {
        assert_fails(
            &["explain", "TOK005", "max_hours=24", "0=48"],
            2,
            "\
error: `0=48` gives `max_hours` a second time
  help: leave it out, or the earlier `max_hours=24`
",
        );
    }

    #[test]
    fn a_value_that_is_no_integer() {
        assert_fails(
            &["explain", "TOK005", "max_hours=soon"],
            2,
            "\
error: `max_hours` takes an integer, not `soon`
  help: write it in digits, such as `max_hours=24`
",
        );
        assert_fails(
            &["explain", "TOK005", "max_hours=1000000000000000000000000000000000000000"],
            2,
            "\
error: `max_hours` takes an integer, not `1000000000000000000000000000000000000000`
  help: it must fit into 128 bits
",
        );
    }

    #[test]
    fn an_unknown_locale() {
        assert_fails(
            &["explain", "TOK005", "--locale", "fr"],
            2,
            "\
error: the catalog has no locale `fr`
  help: its locales are `ja` and `en`
",
        );
    }

    #[test]
    fn all_mistakes_of_one_command_line_are_told_together() {
        assert_fails(
            &["explain", "TOK005", "expires_at", "max_hours=soon", "0=24", "hours=24", "--locale", "fr"],
            2,
            "\
error: the argument `expires_at` has no `=`
  help: write it as `param=value`
  help: the params of `TOK005` are `max_hours` ({0}) and `expires_at` ({1})
error: `max_hours` takes an integer, not `soon`
  help: write it in digits, such as `max_hours=24`
error: `0=24` gives `max_hours` a second time
  help: leave it out, or the earlier `max_hours=soon`
error: `TOK005` has no param `hours`
  help: the params of `TOK005` are `max_hours` ({0}) and `expires_at` ({1})
error: the catalog has no locale `fr`
  help: its locales are `ja` and `en`
",
        );
    }

    #[test]
    fn an_unknown_code_hides_no_mistake_that_is_one_for_every_code() {
        // Whether `hours` is a param, nobody can tell.
        assert_fails(
            &["explain", "TOK055", "hours=24", "soon", "--locale", "fr"],
            2,
            "\
error: the catalog has no code `TOK055`
  help: did you mean `TOK005` (expiry-too-far)?
error: the argument `soon` has no `=`
  help: write it as `param=value`
error: the catalog has no locale `fr`
  help: its locales are `ja` and `en`
",
        );
    }

    #[test]
    fn no_code_at_all_is_a_usage_mistake() {
        let output = run(&["explain"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).starts_with("error: "), "{output:?}");
    }
}

mod process {
    use super::*;

    #[test]
    fn a_closed_pipe_is_the_end_and_no_panic() {
        let (reader, writer) = pipe().expect("a pipe can be made");
        drop(reader);
        let output = command(&["explain", "TOK005"]).stdout(writer).output().expect("the binary runs");
        assert_eq!(text(&output.stderr), "");
        assert_eq!(output.status.code(), Some(0));
    }

    #[test]
    fn a_closed_pipe_for_errors_is_no_panic_either() {
        let (reader, writer) = pipe().expect("a pipe can be made");
        drop(reader);
        let output = command(&["explain", "TOK055"]).stderr(writer).output().expect("the binary runs");
        assert_eq!(output.status.code(), Some(1));
    }

    #[test]
    fn help_documents_the_exit_codes() {
        for arguments in [&["--help"][..], &["explain", "--help"], &["-h"]] {
            let output = run(arguments);
            assert_eq!(output.status.code(), Some(0));
            assert!(text(&output.stdout).contains("Exit codes:\n  0  "), "{output:?}");
        }
    }

    #[test]
    fn a_pipe_gets_plain_text_and_a_forced_terminal_gets_bold() {
        assert!(!run(&["explain", "TOK005"]).stdout.contains(&b'\x1b'));
        let mut forced = command(&["explain", "TOK005"]);
        let forced = forced.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").output();
        assert!(forced.expect("the binary runs").stdout.starts_with(b"\x1b[1mTOK005"));
    }
}

mod numbers {
    use super::*;

    const CATALOG: &str = "\
locales: [en]
codes:
  ORA-00942: {message: table}
  ORA-01000-A: {message: cursors}
  A1-17: {message: one}
  B2-0017: {message: two}
  \"000012\": {message: digits}
  E12: {message: twelve}
  \"31\": {message: exact}
  E31: {message: other}
";

    fn explain(word: &str) -> std::process::Output {
        let folder = temporary_folder(&format!("explain-number-{word}"));
        fs::write(folder.join("catalog.yaml"), CATALOG).expect("the catalog can be written");
        let output = command(&["explain", word]).current_dir(&folder).output().expect("the binary runs");
        fs::remove_dir_all(folder).expect("the folder can be removed");
        output
    }

    #[test]
    fn a_number_that_only_one_code_has_is_enough() {
        for (word, code) in [
            ("942", "ORA-00942"),
            ("00942", "ORA-00942"),
            ("0942", "ORA-00942"),
            ("９４２", "ORA-00942"),
            ("1000", "ORA-01000-A"),
            ("000012", "000012"),
            ("31", "31"),
        ] {
            let output = explain(word);
            assert!(text(&output.stdout).starts_with(&format!("{code}\n")), "{word}: {output:?}");
        }
    }

    #[test]
    fn of_a_number_that_several_have_one_is_chosen() {
        let help = "help: write the one that is meant as it is in the catalog:";
        let expected = format!("error: `17` may be any of 2 codes\n  {help} `A1-17` or `B2-0017`\n");
        assert_eq!(text(&explain("17").stderr), expected);
        let expected = format!("error: `12` may be any of 2 codes\n  {help} `000012` or `E12`\n");
        assert_eq!(text(&explain("12").stderr), expected);
        for word in ["94", "9420", "1", "2", "42x", "-942"] {
            let arguments = explain(word);
            assert!(!arguments.status.success(), "{word}");
        }
    }
}

mod pasted {
    use super::*;

    const CATALOG: &str = "\
locales: [en]
codes:
  ORD001: {message: the order is gone}
  ORD-1: {message: first}
  A:B: {message: colon}
  \"404\": {message: digits}
  ENOENT: {message: letters}
";

    fn explain(name: &str, word: &str) -> std::process::Output {
        let folder = temporary_folder(&format!("explain-pasted-{name}"));
        fs::write(folder.join("catalog.yaml"), CATALOG).expect("the catalog can be written");
        let output = command(&["explain", word]).current_dir(&folder).output().expect("the binary runs");
        fs::remove_dir_all(folder).expect("the folder can be removed");
        output
    }

    #[test]
    fn a_code_within_a_text_is_explained() {
        for (text_with_it, code) in [
            (" ORD001 ", "ORD001"),
            ("failed with ord001 at x", "ORD001"),
            (r#"{"code":"ORD001"}"#, "ORD001"),
            ("“ORD-1”: first", "ORD-1"),
            ("[ＯＲＤ００１] ORD001.", "ORD001"),
            ("see A:B:", "A:B"),
            ("ENOENT: no such file", "ENOENT"),
            ("status 404", "404"),
        ] {
            let output = explain("found", text_with_it);
            assert!(text(&output.stdout).starts_with(&format!("{code}\n")), "{text_with_it}: {output:?}");
        }
    }

    #[test]
    fn of_several_one_is_chosen() {
        let output = explain("several", "ORD001, then ENOENT");
        let expected = "error: `ORD001, then ENOENT` may be any of 2 codes\n  \
            help: write the one that is meant as it is in the catalog: `ORD001` or `ENOENT`\n";
        assert_eq!(text(&output.stderr), expected);
    }

    #[test]
    fn a_part_of_a_code_and_no_text_at_all_are_no_code() {
        for word in ["ORD-1-8", "ORD0012", "x/404", "", " ", "\u{200B}", "..."] {
            let output = explain("none", word);
            assert!(!output.status.success() && output.stdout.is_empty(), "{word:?}: {output:?}");
            assert!(
                text(&output.stderr).starts_with("error: the catalog has no code"),
                "{word:?}: {output:?}"
            );
        }
    }
}

mod retired {
    use super::*;

    const CATALOG: &str =
        "locales: [en]\nretired: [ORD002, X-0077, \"1\"]\ncodes:\n  ORD001: {message: the order is gone}\n";

    fn run_on(arguments: &[&str]) -> std::process::Output {
        let folder = temporary_folder(&format!("retired-{}", arguments.concat().len()));
        fs::write(folder.join("catalog.yaml"), CATALOG).expect("the catalog can be written");
        let output = command(arguments).current_dir(&folder).output().expect("the binary runs");
        fs::remove_dir_all(folder).expect("the folder can be removed");
        output
    }

    #[test]
    fn a_retired_code_is_said_to_be_one() {
        let expected = |code: &str| {
            format!(
                "error: `{code}` is retired: it was a code of the catalog, and is never used again\n  \
                 help: what it meant is in the catalog's history, such as `git log -S {code}`\n"
            )
        };
        for (arguments, code) in [
            (&["explain", "ORD002"][..], "ORD002"),
            (&["explain", "ord00２"], "ORD002"),
            (&["explain", "77"], "X-0077"),
            (&["explain", "failed with ord002 at x"], "ORD002"),
            // Not ORD001, which has that number.
            (&["explain", "1"], "1"),
            (&["search", "ORD002"], "ORD002"),
            (&["search", "failed with", "ord002 at x"], "ORD002"),
        ] {
            let output = run_on(arguments);
            assert_eq!((text(&output.stderr), text(&output.stdout)), (&*expected(code), ""), "{arguments:?}");
            assert_eq!(output.status.code(), Some(1));
        }
    }

    #[test]
    fn beside_others_it_is_a_note() {
        let output = run_on(&["search", "first ORD001 and then ORD002"]);
        assert!(text(&output.stdout).starts_with("ORD001\n"), "{output:?}");
        assert_eq!(text(&output.stderr), "note: of the catalog's retired codes, it has `ORD002`\n");
    }
}
