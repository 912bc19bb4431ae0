//! Statuses of gRPC as a client gets them from a real server.

mod call;

use std::fmt;
use std::time::Duration;

use call::fail;
use service_catalog::{Code, message};
use token_codes::TokenCode;
use token_codes_service::Service;
use token_codes_service::grpc::reason;
use token_codes_service::grpc::tonic_types::StatusExt;
use tonic::metadata::MetadataMap;
use tonic::{Code as GrpcCode, Status};

fn service() -> Service {
    Service::new(Code::Unexpected).domain("shop.example.com").type_base("https://example.com/codes/")
}

fn out_of_stock() -> impl TokenCode + Send + Sync {
    message!(OutOfStock, item = "tea", left = 2, shop = "Leeds")
}

/// The case with personal and secret params.
fn declined() -> impl TokenCode + Send + Sync {
    message!(PaymentDeclined, card = "4111-1111", pin = "0000", amount = 9.5, fee = 0.1, is_final = true)
}

/// The arguments in the details.
fn metadata(status: &Status) -> Vec<(String, String)> {
    let mut metadata: Vec<_> = status.get_details_error_info().unwrap().metadata.into_iter().collect();
    metadata.sort();
    metadata
}

#[tokio::test]
async fn a_client_decodes_every_detail() {
    let status = fail(service(), out_of_stock(), "de, en;q=0.5").await;
    assert_eq!(status.code(), GrpcCode::FailedPrecondition);
    assert_eq!(status.message(), "SHOP-02: 'tea' is out of stock in Leeds: 2 left");

    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("SHOP_02", "shop.example.com"));
    let localized = details.localized_message().unwrap();
    assert_eq!(
        (&*localized.locale, &*localized.message),
        ("de", "tea ist in Leeds vergriffen, es sind noch 2 da")
    );
    let [link] = &details.help().unwrap().links[..] else { panic!("{details:?}") };
    assert_eq!((&*link.description, &*link.url), ("SHOP-02", "https://example.com/codes/SHOP-02"));
    assert!(details.retry_info().is_none());
    let expected = [("error-code", "SHOP-02"), ("item", "tea"), ("left", "2"), ("shop", "Leeds")];
    assert_eq!(metadata(&status), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[tokio::test]
async fn secret_arguments_are_nowhere_and_personal_ones_by_choice() {
    let status = fail(service(), declined(), "en").await;
    let public = ["amount", "error-code", "fee", "is_final"];
    assert!(metadata(&status).iter().map(|(name, _)| &**name).eq(public), "{status:?}");
    // A client may log it, so it is masked as in any log; the user gets it.
    assert_eq!(status.message(), "SHOP-03: Card ‹×› was declined: 9.5 and 0.1, final: true");
    let localized = status.get_details_localized_message().unwrap();
    assert_eq!(localized.message, "Card 4111-1111 was declined: 9.5 and 0.1, final: true");

    let status = fail(service().show_personal(true), declined(), "en").await;
    assert!(metadata(&status).contains(&("card".into(), "4111-1111".into())));
    let bytes = [status.details(), status.message().as_bytes()].concat();
    assert!(!bytes.windows(4).any(|bytes| bytes == b"0000"));
}

/// The message for logs is masked, and so is the branch that a masked number chooses.
#[tokio::test]
async fn a_plural_is_that_of_the_locale() {
    for (over, tries, languages, localized) in [
        (1, 2, "en", "A basket takes no more than 1,000: 1 item is too many on your 2nd try"),
        (2, 1, "en", "A basket takes no more than 1,000: 2 items are too many on your 1st try"),
        (1, 3, "de", "In einen Korb passen 1.000: 1 Artikel ist zu viel, beim 3. Versuch"),
        (1, 3, "ja", "A basket takes no more than 1,000: 1 item is too many on your 3rd try"),
    ] {
        let error = message!(BasketFull, limit = 1000, over = over, tries = tries);
        let status = fail(service(), error, languages).await;
        assert_eq!(status.code(), GrpcCode::OutOfRange);
        let masked = format!(
            "SHOP-08: A basket takes no more than 1,000: {over} {} too many on your ‹×›th try",
            if over == 1 { "item is" } else { "items are" }
        );
        assert_eq!(status.message(), masked);
        assert_eq!(status.get_details_localized_message().unwrap().message, localized);
    }
}

#[tokio::test]
async fn no_argument_forges_a_line_in_the_log_of_a_client() {
    let forged = "tea\nERROR \u{202E}x";
    let status = fail(service(), message!(OutOfStock, item = forged, left = 2, shop = "Leeds"), "en").await;
    assert_eq!(status.message(), r"SHOP-02: 'tea\nERROR \u{202e}x' is out of stock in Leeds: 2 left");
    assert!(metadata(&status).contains(&("item".into(), forged.into())));
}

#[tokio::test]
async fn the_code_of_the_status_is_that_of_the_catalog() {
    let codes = [
        (fail(service(), message!(Closed), "").await, GrpcCode::Unavailable),
        (fail(service(), message!(TooManyOrders, retry_after = 7), "").await, GrpcCode::ResourceExhausted),
        (fail(service(), message!(Wide, least = 1, most = 2), "").await, GrpcCode::InvalidArgument),
        (fail(service(), message!(Unexpected), "").await, GrpcCode::Internal),
        (fail(service(), message!(StatusOfNoError), "").await, GrpcCode::Unknown),
    ];
    for (status, code) in codes {
        assert_eq!(status.code(), code, "{status:?}");
    }
}

#[tokio::test]
async fn a_client_learns_when_to_try_again() {
    let after = |status: Status| status.get_details_retry_info().and_then(|retry| retry.retry_delay);
    assert_eq!(after(fail(service(), message!(Closed), "").await), Some(Duration::from_hours(1)));
    let orders = message!(TooManyOrders, retry_after = 7);
    assert_eq!(after(fail(service(), orders, "").await), Some(Duration::from_secs(7)));
    let forever = message!(TooManyOrders, retry_after = u64::MAX);
    assert!(after(fail(service(), forever, "").await).is_some());
}

#[tokio::test]
async fn an_error_without_a_code_tells_nothing() {
    let error = std::io::Error::other("/var/lib/shop: disk full");
    let status = service().status(&service().coded(&error), "en");
    assert_eq!(status.message(), "SHOP-01: Something went wrong.");
    assert!(!status.details().windows(4).any(|bytes| bytes == b"disk"));
}

/// Shows each of its bytes as a text of its own.
struct Long(&'static str);

impl fmt::Display for Long {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..1_000_000 / self.0.len()).try_for_each(|_| f.write_str(self.0))
    }
}

#[tokio::test]
async fn long_arguments_arrive_at_a_client_that_takes_8_kib() {
    // Percent-encoded, each byte of the second takes three, and of the third, it is escaped to six before
    // that.
    for text in ["a", "あ", "\u{202E}"] {
        let error = message!(OutOfStock, item = Long(text).to_string(), left = i128::MIN, shop = Long(text));
        let status = fail(service().domain("d".repeat(253)), error, "ja").await;
        assert_eq!(status.code(), GrpcCode::FailedPrecondition, "{status:?}");
        let localized = status.get_details_localized_message().unwrap();
        // What is after the arguments is there.
        assert!(localized.message.ends_with("）"), "{localized:?}");
        assert!(localized.message.contains("bytes left out)"), "{localized:?}");
        let shown: Vec<_> = metadata(&status).into_iter().map(|(name, _)| name).collect();
        assert_eq!(shown, ["error-code", "item", "left", "shop"]);
    }
}

#[tokio::test]
async fn arguments_without_room_are_counted() {
    let long = || Long("あ");
    let error = own_catalog::message!(
        MANY,
        p0 = long(),
        p1 = long(),
        p2 = long(),
        p3 = long(),
        p4 = long(),
        p5 = long(),
        p6 = long(),
        p7 = long(),
        p8 = "short"
    );
    let status = fail(service(), error, "zh-Hant").await;
    let metadata = status.get_details_error_info().unwrap().metadata;
    assert_eq!(metadata["args-left-out"], "5");
    assert_eq!(metadata["p8"], "short");
}

struct Fails;

impl fmt::Display for Fails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half")?;
        Err(fmt::Error)
    }
}

struct Panics;

impl fmt::Display for Panics {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("in Display")
    }
}

#[tokio::test]
async fn an_argument_that_fails_or_panics_is_a_status_all_the_same() {
    let status = fail(service(), message!(OutOfStock, item = "tea", left = 1, shop = Fails), "en").await;
    assert_eq!(status.message(), "SHOP-02: 'tea' is out of stock in half‹!›: 1 left");
    assert!(metadata(&status).contains(&("shop".into(), "half‹!›".into())));
    let status = fail(service(), message!(OutOfStock, item = "tea", left = 1, shop = Panics), "en").await;
    assert_eq!(status.code(), GrpcCode::FailedPrecondition);
    let localized = status.get_details_localized_message().unwrap();
    assert_eq!(localized.message, "'tea' is out of stock in ‹!›: 1 left");
}

#[test]
fn a_header_of_any_bytes_is_a_language() {
    for (headers, locale) in [
        (vec![&b"ja"[..]], "ja"),
        (vec![b"fr", b"de;q=0.5", b"ja;q=0.7"], "ja"),
        (vec![b"\xFF\xFE", b"de"], "de"),
        (vec![b"\xFF;q=\xFF"], "en"),
        (vec![], "en"),
        (vec![&b",".repeat(100_000)], "en"),
    ] {
        let headers = headers
            .iter()
            .map(|value| (http::header::ACCEPT_LANGUAGE, http::HeaderValue::from_bytes(value).unwrap()));
        let metadata = MetadataMap::from_headers(headers.collect());
        let status = service().status_for(&out_of_stock(), &metadata);
        assert_eq!(status.get_details_localized_message().unwrap().locale, locale);
    }
}

#[test]
fn every_reason_is_of_one_code() {
    let mut reasons: Vec<_> = own_catalog::Code::all().iter().map(|code| reason(*code)).collect();
    assert!(
        ["XJ_3", "CODE_000012", "CDC_ERRMIXEDCASE", "ACRONYM"].iter().all(|known| reasons.contains(known))
    );
    let codes = reasons.len();
    reasons.sort_unstable();
    reasons.dedup();
    assert_eq!(reasons.len(), codes, "{reasons:?}");
    assert_eq!(reason(Code::OutOfStock), "SHOP_02");
}
