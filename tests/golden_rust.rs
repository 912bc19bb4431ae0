//! The golden file of generated Rust compiles, and is the catalog beside it.
#![deny(warnings, clippy::all, clippy::pedantic)]

use token_codes::{AnyCode, ColumnValue, TokenCode};

// What `include_catalog!()` does, with another file.
#[doc(hidden)]
pub use token_codes::__private;
include!("../token-codes-build/tests/golden_rust/generated.rs");
pub use crate::include_catalog_belongs_in_the_root_of_the_crate::message;

#[derive(Debug, TokenCode)]
#[token("SHOP-01", catalog = crate)]
struct OutOfStock {
    item: String,
    left: u8,
    shop: f32,
}

#[test]
fn a_code_is_all_that_its_catalog_says() {
    let code = Code::OutOfStock;
    assert_eq!((code.as_str(), Code::SHOP_01, code.name()), ("SHOP-01", code, Some("out-of-stock")));
    assert!(Code::all().iter().all(|code| Code::from_code(code.as_str()) == Some(*code)));
    assert_eq!(code.summary_in(Locale::PtBr), "Falta um item");
    assert_eq!((code.causes().count(), code.causes_in(Locale::PtBr).count()), (4, 4));
    assert_eq!(code.resolution_in(Locale::PtBr).collect::<Vec<_>>(), ["Espere"]);
    assert_eq!((code.http_status(), code.severity()), (Some(409), Some(Severity::NotSoBad)));
    assert_eq!((code.team(), code.retryable()), (Some("the \"night\" shift"), Some(true)));
    assert_eq!(AnyCode::from(code).column("offset"), Some(ColumnValue::Signed(-300)));
    // Required ones, with a value of their own or the default.
    assert_eq!((code.retry_after(), code.kind(), code.owner()), (5, Kind::Client, "the stock"));
    assert_eq!(AnyCode::from(Code::_000012).column("kind"), Some(ColumnValue::Text("server")));
}

#[test]
fn the_derive_reads_its_facts() {
    let error = OutOfStock { item: "tea".into(), left: 0, shop: 1.5 };
    assert_eq!(error.to_string(), "'tea' is out of stock in 1.5: 0 left, {no placeholder}");
    assert_eq!(error.localized(Locale::PtBr).to_string(), "1.5: faltam tea");
    assert_eq!(error.localized(Locale::PtBrAbl1943).to_string(), "1.5: faltam tea");
    assert_eq!(message!("000012").code(), Code::_000012);
}
