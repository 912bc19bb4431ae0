//! `message!`: a coded message without an error type.

use std::cell::RefCell;
use std::error::Error;

use token_codes::{Code, Locale, Message, TokenCode, Value, message};

const NO_ARGUMENTS: Message<Code, ()> = message!(TOK007);

#[test]
fn it_displays_as_the_message() {
    let message = message!(TOK005, max_hours = 24, expires_at = "2026-12-01");
    let expected = Code::TOK005.message(Locale::Ja).with(&[24.into(), "2026-12-01".into()]).to_string();
    assert_eq!(message.to_string(), expected);
    assert_eq!(format!("{message:#}"), format!("TOK005: {expected}"));
    assert_eq!(NO_ARGUMENTS.to_string(), Code::TOK007.message(Locale::Ja).as_str());
}

#[test]
fn a_code_is_named_in_three_ways() {
    let messages = [
        message!(TOK013, token_id = 7),
        message!(TokenNotFound, token_id = 7),
        message!("TOK013", token_id = 7),
    ];
    assert!(
        messages.iter().all(|message| message.code() == Code::TOK013 && message.to_string().contains("ID7"))
    );
}

#[test]
fn arguments_come_in_any_order_and_are_evaluated_as_written() {
    let order = RefCell::new(Vec::new());
    let note = |name: &'static str, value: u8| {
        order.borrow_mut().push(name);
        value
    };
    let message = message!(TOK005, expires_at = note("expires_at", 2), max_hours = note("max_hours", 1),);
    assert_eq!(order.take(), ["expires_at", "max_hours"]);
    assert!(matches!(message.arg(0), Some(Value::Unsigned(1))));
    assert_eq!(message.args().get("expires_at").map(|value| value.to_string()).as_deref(), Some("2"));
}

#[test]
fn an_argument_can_be_a_variable_of_its_name_or_any_expression() {
    let (max_hours, expires_at) = (24_u16, String::from("tomorrow"));
    let message = message!(TOK005, max_hours, expires_at = &expires_at);
    assert!(message.to_string().contains("24時間"));
    let nested = message!(
        TOK005,
        max_hours = if expires_at.is_empty() { 1 } else { Vec::<u8>::with_capacity(2).len() },
        expires_at = message!(TOK013, token_id = 3),
    );
    assert!(nested.to_string().contains("ID3のトークン"));
    // `{:#}` is for the message, not for what fills it.
    assert!(!format!("{nested:#}").contains("TOK013"));
}

#[test]
fn it_is_an_error_with_a_code_like_any_other() {
    fn fail() -> Result<(), Box<dyn Error>> {
        Err(message!(TOK013, token_id = 7))?;
        Ok(())
    }
    assert_eq!(
        fail().map_err(|error| error.to_string()),
        Err("ID7のトークンが見つかりませんでした。".to_owned())
    );
    let error: &dyn TokenCode = &message!(TOK013, token_id = 7);
    assert_eq!(error.any_code(), Code::TOK013);
    assert_eq!(format!("{error:?}"), "Message { code: TOK013, args: {\"token_id\": Any(7)} }");
}
