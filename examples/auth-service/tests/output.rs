//! Runs the service.

use std::process::Command;

#[test]
fn it_replies_in_the_clients_language_and_logs_arguments_by_name() {
    let output = Command::new(env!("CARGO_BIN_EXE_auth-service")).output().expect("the service runs");
    assert!(output.status.success());
    let replies = String::from_utf8(output.stdout).expect("replies are UTF-8");
    let expected = r#"200 token-d-17 for mika
401 {"code": "TOK007", "message": "The username or password you entered is incorrect. Please check your credentials and try again."}
422 {"code": "TOK005", "message": "The expiry date of a token request cannot be set more than 24 hours in the future. Specified expiry date: in 72 hours. Please adjust the expiry date accordingly."}
404 {"code": "TOK002", "message": "download Id d-99 のトークンエントリが見つかりませんでした。"}
500 {"code": "TOK003", "message": "download Id broken のトークンのエクスポートに失敗しました。"}
"#;
    assert_eq!(replies, expected);
    let log = String::from_utf8(output.stderr).expect("the log is UTF-8");
    let expected = "TOK007\n\
                    TOK005 max_hours=24 expires_at=in 72 hours\n\
                    TOK002 download_id=d-99\n\
                    TOK003 download_id=broken\n  caused by: the archive has no index\n";
    assert_eq!(log, expected);
}
