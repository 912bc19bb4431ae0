//! The tables of a catalog with what the thirteen codes do not have.

use own_catalog::{Code, Crowd, Level, Locale, Outcome, Severity, ShopError, digits, digits_by_path};
use token_codes::{AnyCode, ColumnValue, TokenCode, UnknownCode, UnknownColumnValue};

#[test]
#[expect(deprecated, reason = "a code that is not to be used any more is one all the same")]
fn codes_of_every_shape_have_a_constant() {
    let codes = [
        (Code::XJ001_U, "XJ001.U"),
        (Code::_000012, "000012"),
        (Code::DM_load_unit_34019, "DM-load-unit-34019"),
        (Code::CDC_ErrMixedCase, "CDC:ErrMixedCase"),
        (Code::ROLE_1, "ROLE-1"),
        (Code::Ready, "Ready"),
        (Code::XJ002, "XJ002"),
        (Code::Dotted, "XJ.3"),
        (Code::Dashed, "XJ-3"),
        (Code::unseen, "unseen"),
        (Code::ACRONYM, "ACRONYM"),
        (Code::MANY, "MANY"),
        (Code::PRIVATE, "PRIVATE"),
        (Code::TYPES, "TYPES"),
        (Code::PLURAL, "PLURAL"),
    ];
    for (code, text) in codes {
        assert_eq!(code.as_str(), text);
        assert_eq!(Code::from_code(text), Some(code));
    }
    assert!(Code::all().iter().eq(codes.map(|(code, _)| code).iter()));
}

#[test]
fn a_text_that_is_no_code_is_not_found() {
    // As long as a code that is compared as text, and like it but for one sign.
    for wrong in ["DM-load-unit-34018", "DM-load-unit-3401", "CDC:ErrMixedCasE", "00001", "XJ001.U\0", ""] {
        assert_eq!(Code::from_code(wrong), None, "{wrong:?}");
    }
}

#[test]
fn a_message_is_filled_in_every_locale() {
    let error = ShopError::OutOfStock { item: "tea", left: 0, shop: 1.5 };
    assert_eq!(error.to_string(), "'tea' is out of stock in 1.5: 0 left, {not a placeholder}");
    assert_eq!(error.localized(Locale::ZhHant).to_string(), "1.5：「tea」缺貨，剩 0（{}）");
    assert_eq!(error.localized(Locale::De).to_string(), "0xteatea in 1.5");
    assert_eq!(Code::OutOfStock.message(Locale::De).as_str(), "{1}x{0}{0} in {shop}");
}

#[test]
fn a_text_keeps_what_cannot_be_seen() {
    let messages =
        [Locale::En, Locale::ZhHant, Locale::De].map(|locale| Code::unseen.message(locale).as_str());
    assert_eq!(messages, ["Do\u{AD}nau\u{200B}dampf", "e\u{301}", "u\u{308}ber"]);
    assert_eq!((Crowd::all().len(), Code::unseen.crowd()), (256, Some(Crowd::V255)));
}

#[test]
fn lists_and_columns_show_what_is_in_them() {
    assert_eq!(
        format!("{:?}", Code::OutOfStock.causes_in(Locale::De)),
        r#"["Jemand war schneller", "Es war nie da"]"#
    );
    let params = "[Param { name: \"item\", ty: Text, privacy: Public }, Param { name: \"shop\", ty: Any, privacy: Public }]";
    assert_eq!(format!("{:?}", Code::XJ002.params()), params);
    let columns = format!("{:?}", AnyCode::from(Code::unseen).columns());
    assert_eq!(columns, r#"{"crowd": Text("v255")}"#);
    let mut causes = Code::OutOfStock.causes_in(Locale::De);
    assert_eq!(
        (causes.get(1), causes.next_back(), causes.get(1)),
        (Some("Es war nie da"), Some("Es war nie da"), None)
    );
    assert_eq!((causes.len(), causes.iter().count(), causes.is_empty()), (1, 1, false));
}

#[test]
fn a_param_can_be_left_out_on_purpose() {
    let message = own_catalog::message!(XJ002, item = "tea", shop = 1.5);
    assert_eq!(message.to_string(), "'tea' is in 1.5");
    assert_eq!(message.localized(Locale::De).to_string(), "„tea“ ist da");
    assert_eq!(message.args().count(), 2);
}

/// More placeholders than are held without an allocation.
#[derive(Debug, TokenCode)]
#[token(MANY, catalog = own_catalog)]
struct Many {
    p0: u8,
    p1: u8,
    p2: u8,
    p3: u8,
    p4: u8,
    p5: u8,
    p6: u8,
    p7: u8,
    p8: u8,
}

#[test]
fn every_argument_of_many_is_listed() {
    let error = Many { p0: 0, p1: 1, p2: 2, p3: 3, p4: 4, p5: 5, p6: 6, p7: 7, p8: 8 };
    let message =
        own_catalog::message!(MANY, p0 = 0, p1 = 1, p2 = 2, p3 = 3, p4 = 4, p5 = 5, p6 = 6, p7 = 7, p8 = 8);
    for error in [&error as &dyn TokenCode, &message] {
        let values: Vec<_> = error.args().map(|arg| arg.value.to_string()).collect();
        assert_eq!(values.join(" "), "0 1 2 3 4 5 6 7 8");
        assert_eq!(error.args().get("p8").map(|value| value.to_string()).as_deref(), Some("8"));
        assert_eq!(error.localized_in("de").unwrap().to_string(), "0 1 2 3 4 5 6 7 8?");
        assert_eq!(error.fill("{8}{p0}").to_string(), "80");
    }
    assert_eq!(error.to_string(), message.to_string());
}

#[test]
fn details_differ_from_locale_to_locale() {
    let code = Code::OutOfStock;
    assert_eq!((code.summary(), code.summary_in(Locale::De)), ("An item is gone", "Ein Artikel fehlt"));
    assert_eq!(code.causes().collect::<Vec<_>>(), ["Somebody was faster"]);
    assert_eq!(code.causes_in(Locale::De).collect::<Vec<_>>(), ["Jemand war schneller", "Es war nie da"]);
    let two_lines = "Two lines,\n the second with a space before it: \"quoted\" \\ and a tab\tin it.\n";
    assert_eq!(code.description_in(Locale::En), two_lines);
    assert_eq!(Code::ROLE_1.summary(), "");
    assert_eq!(Code::ROLE_1.resolution().len(), 0);
    assert_eq!((code.name(), Code::ROLE_1.name()), (Some("out-of-stock"), None));
}

#[test]
fn the_catalogs_own_crate_can_use_it() {
    assert_eq!(digits().to_string(), "Digits");
    assert_eq!(digits_by_path().any_code(), Code::_000012);
    assert_eq!(ShopError::Digits.code(), Code::_000012);
}

/// An error with a code of one catalog, caused by one with a code of another.
#[derive(Debug, TokenCode)]
enum ServiceError {
    #[token(TOK005)]
    ExpiryTooFar { max_hours: u8, expires_at: u8 },
    #[token(TOK008)]
    Unexpected(#[from] ShopError<'static>),
}

/// What a logger writes of any error: it knows no catalog.
fn log(error: &dyn TokenCode, locale: &str) -> String {
    let code = error.any_code();
    let mut line = format!("code={code} title={:?} text=", code.summary());
    let text = error.localized_in(locale).or_else(|| error.localized_in(code.locales()[0]));
    text.expect("every catalog has a source locale").append_to(&mut line).expect("a string takes all");
    line.extend(error.args().map(|arg| format!(" {}={}", arg.name, arg.value)));
    line
}

#[test]
fn generic_code_serves_the_errors_of_every_catalog() {
    let shop = ShopError::OutOfStock { item: "tea", left: 0, shop: 1.5 };
    let service = ServiceError::ExpiryTooFar { max_hours: 24, expires_at: 25 };
    let errors: [Box<dyn TokenCode + Send + Sync>; 2] = [Box::new(shop), Box::new(service)];
    let lines = errors.map(|error| log(&*error, "de"));
    assert_eq!(
        lines[0],
        "code=XJ001.U title=\"An item is gone\" text=0xteatea in 1.5 item=tea left=0 shop=1.5"
    );
    let japanese = token_codes::message!(TOK005, max_hours = 24, expires_at = 25);
    assert_eq!(
        lines[1],
        format!(
            "code=TOK005 title=\"Token expiry date exceeds the allowed limit\" text={japanese} \
             max_hours=24 expires_at=25"
        )
    );
}

#[test]
fn an_error_of_another_catalog_is_a_source() {
    let error = ServiceError::from(ShopError::Digits);
    assert_eq!(error.code(), token_codes::Code::TOK008);
    let source = std::error::Error::source(&error).and_then(|source| source.downcast_ref::<ShopError<'_>>());
    assert_eq!(source.map(TokenCode::code), Some(Code::_000012));
}

#[test]
fn catalogs_are_told_apart() {
    let [shop, token] = [AnyCode::from(Code::XJ001_U), AnyCode::from(token_codes::Code::TOK001)];
    assert_ne!(shop, token);
    assert_eq!(Code::try_from(token), Err(UnknownCode));
    assert_eq!(token_codes::Code::try_from(shop), Err(token_codes::UnknownCode));
    assert_eq!(shop.locales(), ["en", "zh-Hant", "de"]);
    // One type of trait object for the errors of both.
    let errors: [&dyn TokenCode; 2] = [&digits(), &token_codes::message!(TOK007)];
    assert_eq!(errors.map(|error| error.any_code().as_str()), ["000012", "TOK007"]);
}

// Accessors of columns work in constants, and have the types that the catalog says or implies.
const STATUS: Option<u16> = Code::OutOfStock.http_status();
const SEVERITY: Option<Severity> = Code::OutOfStock.severity();
const TEAM: Option<&str> = Code::OutOfStock.team();
const RETRYABLE: Option<bool> = Code::OutOfStock.retryable();

#[test]
fn columns_have_typed_accessors() {
    assert_eq!((STATUS, SEVERITY, RETRYABLE), (Some(409), Some(Severity::Warning), Some(true)));
    assert_eq!(TEAM, Some(r#"shop "\" {0} 店"#));
    assert_eq!(Code::OutOfStock.from_where(), Some("Two lines\nof text.\n"));
    assert_eq!((Code::_000012.retryable(), Code::ROLE_1.retryable()), (Some(false), None));
    // An empty text is one all the same.
    assert_eq!((Code::_000012.team(), Code::ROLE_1.team()), (Some(""), None));
    assert_eq!((Code::ROLE_1.http_status(), Code::ROLE_1.severity()), (None, None));
}

#[test]
fn integers_of_every_type_keep_their_boundaries() {
    let (most, least) = (Code::OutOfStock, Code::_000012);
    assert_eq!((most.byte(), least.byte()), (Some(u8::MAX), Some(u8::MIN)));
    assert_eq!((most.short(), most.word(), most.long()), (Some(u16::MAX), Some(u32::MAX), Some(u64::MAX)));
    assert_eq!((most.signed_byte(), least.signed_byte()), (Some(i8::MIN), Some(i8::MAX)));
    assert_eq!((most.signed_short(), least.signed_short()), (Some(i16::MIN), Some(i16::MAX)));
    assert_eq!((most.signed_word(), least.signed_word()), (Some(i32::MIN), Some(i32::MAX)));
    assert_eq!((most.signed_long(), least.signed_long()), (Some(i64::MIN), Some(i64::MAX)));
    let (signed, wide): (Option<i16>, Option<u32>) = (least.smallest_signed(), most.wide());
    assert_eq!((signed, wide), (Some(i16::MAX), Some(65_536)));
}

#[test]
fn a_listed_value_is_a_variant() {
    assert_eq!(Severity::all(), [Severity::Info, Severity::Warning, Severity::Error]);
    assert!(Severity::Info < Severity::Warning && Severity::Warning < Severity::Error);
    for &severity in Severity::all() {
        let text = severity.as_str();
        assert_eq!((text.parse(), Severity::try_from(text)), (Ok(severity), Ok(severity)));
        assert_eq!((severity.to_string().as_str(), &*format!("{severity:?}")), (text, text));
    }
    assert_eq!("Error".parse::<Severity>(), Err(UnknownColumnValue));
    assert_eq!(Code::OutOfStock.outcome(), Some(Outcome::Error));
    assert_eq!(Code::_000012.outcome().map(Outcome::as_str), Some("self"));
    assert_eq!(Outcome::TooMuch.as_str(), "too_much");
    assert_eq!(Code::OutOfStock.level(), Some(Level::Level2));
}

#[test]
fn code_for_any_catalog_reads_columns_by_name() {
    let shop = AnyCode::from(Code::OutOfStock);
    assert_eq!(shop.column("http_status"), Some(ColumnValue::Unsigned(409)));
    assert_eq!(shop.column("severity"), Some(ColumnValue::Text("warning")));
    assert_eq!(shop.column("retryable"), Some(ColumnValue::Boolean(true)));
    assert_eq!(shop.column("long"), Some(ColumnValue::Unsigned(u64::MAX)));
    assert_eq!(shop.column("signed_long"), Some(ColumnValue::Signed(i64::MIN)));
    assert_eq!((shop.column("unused_number"), shop.column("message")), (None, None));
    let digits: Vec<_> =
        AnyCode::from(Code::_000012).columns().map(|(name, value)| format!("{name}={value}")).collect();
    let expected = [
        "team=",
        "retryable=false",
        "byte=0",
        "signed_byte=127",
        "signed_short=32767",
        "signed_word=2147483647",
        "signed_long=9223372036854775807",
        "smallest_signed=32767",
        "outcome=self",
    ];
    assert_eq!(digits, expected);
    assert_eq!(AnyCode::from(Code::ROLE_1).columns().count(), 0);
    let columns: Vec<_> = AnyCode::from(token_codes::Code::TOK001).columns().map(|(name, _)| name).collect();
    assert_eq!(columns, ["http_status", "severity"]);
}
