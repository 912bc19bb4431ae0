//! Descriptions, causes and resolutions of any catalog, and texts with placeholders.

use own_catalog::ShopError;
use service_errors::AuthError;
use token_codes::{AnyCode, Code, Locale, TokenCode, message};

#[test]
fn any_code_has_what_the_code_has() {
    for &code in Code::all() {
        let any = AnyCode::from(code);
        assert_eq!(any.description(), code.description());
        assert!(any.causes().eq(code.causes()) && any.resolution().eq(code.resolution()));
        for &locale in Locale::all() {
            let tag = locale.as_str();
            assert_eq!(any.summary_in(tag), Some(code.summary_in(locale)));
            assert_eq!(any.description_in(tag), Some(code.description_in(locale)));
            assert!(any.causes_in(tag).unwrap().eq(code.causes_in(locale)));
            assert!(any.resolution_in(tag).unwrap().eq(code.resolution_in(locale)));
        }
        assert!(any.summary_in("tlh").is_none() && any.description_in("tlh").is_none());
        assert!(any.causes_in("tlh").is_none() && any.resolution_in("tlh").is_none());
    }
}

#[test]
fn details_that_differ_from_locale_to_locale_are_those_of_the_locale() {
    for &code in own_catalog::Code::all() {
        let any = AnyCode::from(code);
        assert_eq!(any.description(), code.description());
        for &locale in own_catalog::Locale::all() {
            let tag = locale.as_str();
            assert_eq!(any.summary_in(tag), Some(code.summary_in(locale)));
            assert_eq!(any.description_in(tag), Some(code.description_in(locale)));
            assert!(any.causes_in(tag).unwrap().eq(code.causes_in(locale)));
            assert!(any.resolution_in(tag).unwrap().eq(code.resolution_in(locale)));
        }
    }
    let shop = AnyCode::from(own_catalog::Code::OutOfStock);
    assert_eq!(
        (shop.summary_in("en"), shop.summary_in("de")),
        (Some("An item is gone"), Some("Ein Artikel fehlt"))
    );
    assert_eq!(shop.causes_in("de").unwrap().next_back(), Some("Es war nie da"));
}

#[test]
fn a_step_with_a_placeholder_is_filled() {
    let error = AuthError::ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01".into() };
    let with_placeholder = Code::TOK005.resolution().find(|step| step.contains("{0}"));
    let step = with_placeholder.expect("a step of TOK005 has one");
    let expected = step.replace("{0}", "24");
    // Of a known code, behind `dyn`, without an error, and in a locale.
    assert_eq!(error.fill(step).to_string(), expected);
    let object: &dyn TokenCode = &error;
    let steps: Vec<_> =
        object.any_code().resolution_in("en").unwrap().map(|step| object.fill(step).to_string()).collect();
    assert!(steps.contains(&expected), "{steps:?}");
    assert_eq!(message!(TOK005, max_hours = 24, expires_at = 0).fill(step).to_string(), expected);
    assert_eq!(AnyCode::from(Code::TOK005).fill(step, &[24.into()]).to_string(), expected);
}

#[test]
fn placeholders_are_those_of_a_catalog() {
    let error = ShopError::OutOfStock { item: "tea", left: 0, shop: 1.5 };
    for (text, expected) in [
        ("", ""),
        ("no braces", "no braces"),
        ("{item} {left} {shop}{0}", "tea 0 1.5tea"),
        ("{{0}} {{{0}}}", "{0} {tea}"),
        ("}}{{", "}{"),
        // What is not one stays.
        ("{3} {nonsense} {} { 0 } {+1}", "{3} {nonsense} {} { 0 } {+1}"),
        ("{0 {item} }", "{0 tea }"),
        ("{99999999999999999999999}", "{99999999999999999999999}"),
        ("「{0}」は{", "「tea」は{"),
    ] {
        assert_eq!(error.fill(text).to_string(), expected, "{text:?}");
    }
    assert_eq!(format!("{:?}", error.fill("{0}")), "FilledText(tea)");
    // A value that has not been given.
    let code = AnyCode::from(own_catalog::Code::OutOfStock);
    assert_eq!(code.fill("{item} {left}", &["tea".into()]).to_string(), "tea {left}");
}
