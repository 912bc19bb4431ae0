//! What a program has of required columns, and which text it shows where a locale lacks one.

use contract_catalog::{Code, Locale, Severity, message};
use token_codes::{AnyCode, ColumnValue, TokenCode};

// Without an `Option`, and in constants.
const STATUS: u16 = Code::SHOP_02.http_status();
const OFFSET: i64 = Code::SHOP_02.offset();
const SEVERITY: Severity = Code::SHOP_02.severity();
const TEAM: &str = Code::SHOP_02.team();
const RETRYABLE: bool = Code::SHOP_02.retryable();
const OWNER: Option<&str> = Code::SHOP_02.owner();

#[test]
fn a_code_has_its_own_values_or_the_defaults() {
    assert_eq!((STATUS, OFFSET, SEVERITY), (500, i64::MIN, Severity::Info));
    assert_eq!((TEAM, RETRYABLE, OWNER), (r#"shop "\" {0} 店"#, false, Some("keeper")));
    let code = Code::SHOP_01;
    assert_eq!((code.http_status(), code.offset(), code.severity()), (409, i64::MAX, Severity::Warning));
    // An empty text is one all the same.
    assert_eq!((code.team(), code.retryable(), code.owner()), ("", true, None));
}

#[test]
fn code_for_any_catalog_sees_the_defaults() {
    let columns: Vec<_> =
        AnyCode::from(Code::SHOP_02).columns().map(|(name, value)| format!("{name}={value}")).collect();
    let expected = [
        "http_status=500",
        "offset=-9223372036854775808",
        "severity=info",
        r#"team=shop "\" {0} 店"#,
        "retryable=false",
        "owner=keeper",
    ];
    assert_eq!(columns, expected);
    let own = AnyCode::from(Code::SHOP_01);
    assert_eq!(own.column("severity"), Some(ColumnValue::Text("warning")));
    assert_eq!((own.column("http_status"), own.column("owner")), (Some(ColumnValue::Unsigned(409)), None));
}

#[test]
fn the_nearest_message_stands_in() {
    let error = message!(SHOP_01, item = "tea");
    let shown = |locale: Locale| error.localized(locale).to_string();
    assert_eq!([Locale::Fr, Locale::FrCa].map(shown), ["tea is sold out", "tea is sold out"]);
    assert_eq!(shown(Locale::ZhHantTw), "tea已售罄");
    let closed = Locale::all().iter().map(|locale| Code::SHOP_02.message(*locale).as_str());
    let expected = ["閉店しました", "閉店しました", "Fermé", "Fermé", "閉店しました", "閉店しました"];
    assert!(closed.eq(expected));
}

#[test]
fn the_nearest_detail_stands_in() {
    let summaries = Locale::all().iter().map(|locale| Code::SHOP_01.summary_in(*locale));
    assert!(summaries.eq(["売り切れ", "売り切れ", "Épuisé", "Épuisé", "売り切れ", "売り切れ"]));
    let causes = |locale| Code::SHOP_01.causes_in(locale).collect::<Vec<_>>();
    assert_eq!((causes(Locale::FrCa), causes(Locale::Zh)), (vec!["sold"], vec!["売れた"]));
    // The same for code that knows no catalog.
    let summary = AnyCode::from(Code::SHOP_01).summary_in("fr-CA");
    assert_eq!(summary, Some("Épuisé"));
}
