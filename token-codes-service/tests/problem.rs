//! Problem details of errors, held to the schema of RFC 9457.

#[path = "support/schema.rs"]
mod schema;

use serde_json::json;
use service_catalog::{Code, message};
use token_codes::TokenCode;
use token_codes_service::Service;
use token_codes_service::problem::Problem;

fn service() -> Service {
    Service::new(Code::Unexpected)
}

fn json(problem: &Problem) -> serde_json::Value {
    schema::problem(problem.to_json().as_bytes())
}

/// The case with personal and secret params.
fn declined(amount: f64, fee: f32) -> impl TokenCode {
    message!(
        PaymentDeclined,
        card = "4111-1111",
        pin = "hunter2",
        amount = amount,
        fee = fee,
        is_final = true
    )
}

#[test]
fn texts_are_in_the_locale() {
    let error = message!(OutOfStock, item = "tea", left = 2, shop = "Leeds");
    for (wanted, locale, title, detail) in [
        ("en", "en", "tea is gone", "'tea' is out of stock in Leeds: 2 left"),
        ("ja_JP.UTF-8", "ja", "teaの在庫切れ", "Leedsの「tea」は在庫切れです（残り2）"),
        ("tlh", "en", "tea is gone", "'tea' is out of stock in Leeds: 2 left"),
    ] {
        let problem = service().problem(&error, wanted);
        assert_eq!(problem.locale(), locale);
        assert_eq!((problem.status(), problem.retry_after()), (409, None));
        let json = json(&problem);
        assert_eq!((&json["title"], &json["detail"]), (&json!(title), &json!(detail)));
    }
}

/// Where English stands in for Japanese, too.
#[test]
fn plurals_are_those_of_the_locale_that_a_text_is_in() {
    for (wanted, over, title, detail) in [
        (
            "en",
            1,
            "An item too many",
            "A basket takes no more than 1,000: 1 item is too many on your 3rd try",
        ),
        (
            "en",
            1200,
            "1,200 items too many",
            "A basket takes no more than 1,000: 1,200 items are too many on your 3rd try",
        ),
        (
            "de",
            1,
            "Ein Artikel zu viel",
            "In einen Korb passen 1.000: 1 Artikel ist zu viel, beim 3. Versuch",
        ),
        ("de", 2, "2 Artikel zu viel", "In einen Korb passen 1.000: 2 Artikel sind zu viel, beim 3. Versuch"),
        ("ja", 1, "1点の超過", "A basket takes no more than 1,000: 1 item is too many on your 3rd try"),
        ("ja", 2, "2点の超過", "A basket takes no more than 1,000: 2 items are too many on your 3rd try"),
    ] {
        let error = message!(BasketFull, limit = 1000_u16, over = over, tries = 3_u128);
        let json = json(&service().problem(&error, wanted));
        assert_eq!((&json["title"], &json["detail"]), (&json!(title), &json!(detail)));
        assert_eq!(json["params"], json!({ "limit": 1000, "over": over }));
    }
}

#[test]
fn members_that_say_nothing_are_absent() {
    let problem = service().problem(&message!(Closed), "en");
    assert_eq!(json(&problem), json!({ "status": 503, "detail": "The shop is closed", "code": "SHOP-05" }));
}

#[test]
fn the_type_is_any_reference() {
    for base in [
        "https://example.com/codes/",
        "https://example.com/codes#",
        "/codes/",
        "urn:example:shop:",
        "tag:example.com,2026:",
    ] {
        let problem = service().type_base(base).problem(&message!(Closed), "en");
        assert_eq!(json(&problem)["type"], *format!("{base}SHOP-05"));
    }
}

#[test]
fn secret_arguments_are_nowhere_and_personal_ones_by_choice() {
    let error = declined(9.5, 0.1);
    let problem = service().problem(&error, "en");
    let public = json!({ "amount": 9.5, "fee": 0.1, "is_final": true });
    assert_eq!(json(&problem)["params"], public);
    assert_eq!(json(&problem)["detail"], "Card 4111-1111 was declined: 9.5 and 0.1, final: true");

    let problem = service().show_personal(true).problem(&error, "en");
    let personal = json!({ "card": "4111-1111", "amount": 9.5, "fee": 0.1, "is_final": true });
    assert_eq!(json(&problem)["params"], personal);
    assert!(!format!("{problem:?}{}", problem.to_json()).contains("hunter2"));
}

#[test]
fn floats_have_the_digits_that_they_are_shown_with() {
    let json_of = |amount, fee| service().problem(&declined(amount, fee), "en").to_json();
    assert!(json_of(0.1, 0.1).contains(r#""amount":0.1,"fee":0.1,"#));
    assert!(json_of(-0.0, 16_777_216.0).contains(r#""amount":-0.0,"fee":16777216.0,"#));
    let json = json_of(f64::NAN, f32::NEG_INFINITY);
    assert!(json.contains(r#""amount":null,"fee":null,"#), "{json}");
    assert!(json.contains("declined: NaN and -inf,"), "{json}");
}

#[test]
fn integers_of_all_sizes_are_numbers() {
    for (least, most) in [(i128::MIN, u128::MAX), (0, 0)] {
        let json = service().problem(&message!(Wide, least = least, most = most), "en").to_json();
        assert!(json.contains(&format!(r#""params":{{"least":{least},"most":{most}}}"#)), "{json}");
        assert!(json.contains(&format!(r#""detail":"From {least} to {most}""#)), "{json}");
    }
    let json = service().problem(&message!(Wide, least = i64::MIN, most = u64::MAX), "en").to_json();
    assert!(
        json.contains(r#""params":{"least":-9223372036854775808,"most":18446744073709551615}"#),
        "{json}"
    );
}

#[test]
fn another_status_is_one_of_failure() {
    let problem = service().problem(&message!(Closed), "en");
    for (status, expected) in [(399, 503), (400, 400), (599, 599), (600, 503), (0, 503)] {
        let problem = problem.clone().with_status(status);
        assert_eq!((problem.status(), &json(&problem)["status"]), (expected, &json!(expected)));
    }
}

#[test]
fn it_serialises_as_it_is_sent() {
    let problem = service().type_base("/").problem(&declined(1.0, 2.0), "de");
    assert_eq!(serde_json::to_string(&problem).expect("it is JSON"), problem.to_json());
    assert_eq!(problem.to_vec(), problem.to_json().into_bytes());
}

#[test]
fn other_crates_read_it() {
    let problem = service().type_base("https://example.com/").problem(&message!(Closed), "en");
    let read: problem_details::ProblemDetails =
        serde_json::from_str(&problem.to_json()).expect("it is what they expect");
    assert_eq!(read.r#type.map(|uri| uri.to_string()).as_deref(), Some("https://example.com/SHOP-05"));
    assert_eq!(read.status.map(|status| status.as_u16()), Some(503));
    assert_eq!(read.detail.as_deref(), Some("The shop is closed"));
}

/// The one in `docs/services.md`.
#[test]
fn the_reply_on_the_page_is_a_real_one() {
    let page = include_str!("../../docs/services.md");
    let (_, reply) = page.split_once("\n```http\n").expect("there is a reply");
    let (reply, _) = reply.split_once("\n```\n").expect("it ends");
    let (_, body) = reply.split_once("\n\n").expect("it has a body");
    let service = Service::new(token_codes::Code::TOK008).type_base("https://errors.example.com/");
    let problem = service.problem(&token_codes::message!(TOK013, token_id = 7), "en").with_status(404);
    assert_eq!(body.replace("\n ", ""), problem.to_json());
}
