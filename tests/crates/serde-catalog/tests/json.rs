//! What is in the catalog as JSON, and back.

use std::fmt;

use serde_catalog::{Code, Locale, Severity, message};
use serde_json::{Value as Json, from_str, json, to_string, to_value};
use token_codes::{AnyCode, ColumnValue, TokenCode, Value};

#[test]
fn enums_go_both_ways_as_their_texts() {
    for code in Code::all() {
        assert_eq!(to_value(code).expect("it is a text"), json!(code.as_str()));
        assert_eq!(from_str::<Code>(&to_string(code).expect("it is a text")).ok(), Some(*code));
    }
    for locale in Locale::all() {
        assert_eq!(from_str::<Locale>(&to_string(locale).expect("it is a text")).ok(), Some(*locale));
    }
    for severity in Severity::all() {
        assert_eq!(from_str::<Severity>(&to_string(severity).expect("it is a text")).ok(), Some(*severity));
    }
    assert_eq!(to_value(AnyCode::from(Code::SHOP_01)).expect("it is a text"), json!("SHOP-01"));
}

#[test]
fn another_text_is_refused_by_name() {
    let error = |json: &str| from_str::<Code>(json).expect_err("it is no code").to_string();
    assert!(
        error(r#""SHOP-09""#).starts_with("`SHOP-09` is not a code of the catalog"),
        "{}",
        error(r#""SHOP-09""#)
    );
    assert!(error(r#""a\nb""#).starts_with(r"`a\nb` is not a code"), "{}", error(r#""a\nb""#));
    assert!(error("7").contains("expected a text of the catalog"), "{}", error("7"));
    assert!(from_str::<Severity>(r#""bad""#).is_err() && from_str::<Locale>(r#""tlh""#).is_err());
}

#[test]
fn columns_keep_their_types() {
    let columns: Vec<_> = AnyCode::from(Code::SHOP_01).columns().map(|(_, value)| value).collect();
    assert_eq!(to_value(columns).expect("they are values"), json!([409, "not-so-bad", true]));
    assert_eq!(to_string(&ColumnValue::Signed(-300)).expect("it is a number"), "-300");
}

#[test]
fn arguments_are_what_they_are() {
    let message =
        message!(SHOP_01, item = "a \"tea\"", left = u128::MAX, weight = 0.1_f32, fresh = false, shop = 'X');
    let expected =
        format!(r#"{{"item":"a \"tea\"","left":{},"weight":0.1,"fresh":false,"shop":"X"}}"#, u128::MAX);
    assert_eq!(to_string(&message.args()).expect("it is a map"), expected);

    let values = [Value::from(i128::MIN), Value::from(1.5_f64), Value::from(f64::NAN), Value::Secret];
    let expected = format!("[{},1.5,null,null]", i128::MIN);
    assert_eq!(to_string(&values).expect("they are values"), expected);
}

struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half ")?;
        Err(fmt::Error)
    }
}

#[test]
fn a_value_that_cannot_be_shown_is_marked() {
    assert_eq!(to_value(Value::Any(&Failing)).expect("it is a text"), Json::from("half ‹!›"));
}
