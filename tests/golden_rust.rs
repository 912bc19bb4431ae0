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

#[derive(Debug, TokenCode)]
#[token("SHOP-02", catalog = crate)]
struct Limits {
    items: i64,
    place: u128,
    customer: i8,
}

fn limits(items: i64, place: u128) -> Limits {
    Limits { items, place, customer: -12 }
}

#[test]
fn a_number_chooses_the_branch() {
    let shown = |items, place| {
        let error = limits(items, place);
        let shown = error.to_string();
        let mut appended = String::new();
        error.append_to(&mut appended).expect("a string takes it");
        assert_eq!(shown, appended);
        assert_eq!(format!("{error:.1}"), shown, "flags are not for it");
        shown
    };
    assert_eq!(shown(0, 1), "Nothing: it's {empty} for -12 in the 1st place, {open}");
    assert_eq!(shown(1, 2), "1 item of -12 in the 2nd place, {open}");
    assert_eq!(shown(-1, 3), "one too many for -12 in the 3rd place, {open}");
    assert_eq!(shown(1_234_567, 11_113), "1,234,567 items of -12 in the 11,113th place, {open}");
    let most = "9,223,372,036,854,775,808 items of -12 in the 340,282,366,920,938,463,463,374,607,431,768,211,455th place";
    assert_eq!(shown(i64::MIN, u128::MAX), format!("-{most}, {{open}}"));
}

#[test]
fn the_rules_are_those_of_the_locale_that_the_text_is_in() {
    let shown = |items, place| limits(items, place).localized(Locale::PtBrAbl1943).to_string();
    assert_eq!(shown(0, 1), "0 item, lugar 1, clientes");
    assert_eq!(shown(2, 1_000), "2 itens, lugar 1.000, clientes");
    assert_eq!(shown(-3_000_000, 999), "-3.000.000 de itens, lugar 999, clientes");
}

#[test]
fn a_log_does_not_tell_what_is_personal() {
    assert_eq!(limits(1, 2).for_log().to_string(), "SHOP-02: 1 item of ‹×› in the 2nd place, {open}");
}

#[test]
fn values_that_are_missing_or_no_number_have_the_branch_for_all_others() {
    let template = Code::Limits.message(Locale::En);
    assert_eq!(template.with(&[]).to_string(), "{items} items of {customer} in the {place}th place, {open}");
    let values = ["one".into(), 0.5.into()];
    assert_eq!(template.with(&values).to_string(), "one items of {customer} in the 0.5th place, {open}");
}

#[test]
fn other_texts_have_plurals_as_well() {
    let code = Code::Limits;
    let filled = |text, items| limits(items, 1).fill(text).to_string();
    assert_eq!(filled(code.summary(), 1), "An item left");
    assert_eq!(filled(code.summary_in(Locale::PtBr), 0), "Falta 0 item");
    assert_eq!(filled(code.summary_in(Locale::PtBrAbl1943), 2_000_000), "Faltam 2.000.000 de itens");
    let causes: Vec<_> = code.causes().map(|cause| filled(cause, 1_234)).collect();
    assert_eq!(causes, ["A limit of 1,234", "It's '1234', {not a plural}"]);
}

#[test]
fn what_is_no_text_of_a_catalog_is_shown_as_far_as_it_goes() {
    let error = limits(1, 1);
    for (text, expected) in [
        ("{items, plural, one {#", "{items, plural, one {#"),
        ("{items, plural, one {#}", "{items, plural, one {#}"),
        ("{items, plural}", "{items, plural}"),
        ("{items, plural, }|", "{items, plural, }|"),
        ("{items, plural, few {a}}|", "{items, plural, few {a}}|"),
        ("{items, plural, one{a '{b} other{c}}", "{items, plural, one{a {b} other{c}}"),
        ("{items, number} '{", "1 {"),
        ("{nobody, number}, {nobody, plural, other {#}}", "{nobody}, {nobody}"),
        ("{items, plural@9, one {a} other {b}} {items, number@9}", "b 1"),
        ("{items, plural@x, one {a} other {b}}", "b"),
        ("{items, plural, one {{items, plural, other {#}}} other {}}", "{items, plural, other {1}}"),
        ("{items, plural, = 1 {''# '#' '{''#'} other {}}", "'1 # {'#"),
        ("{items, plural, one {a} one {b} =1 {c} =1 {d} other {} other {e}}", "c"),
        ("{items,\tplural\n,one{時}other{間}}'", "時'"),
    ] {
        assert_eq!(error.fill(text).to_string(), expected, "{text}");
    }
    let deep = "{".repeat(100_001) + "items, plural, other {";
    assert_eq!(error.fill(&deep).to_string(), deep);
    let many = format!("{{items, plural, other {{{}}}}}", "#".repeat(1_000_000));
    assert_eq!(error.fill(&many).to_string(), "1".repeat(1_000_000));
}
