//! The generated enums.

use std::collections::{BTreeSet, HashSet};
use std::mem::size_of;

use token_codes::{AnyCode, Code, Locale, ParamType, UnknownCode, UnknownLocale, find_locale};

// Accessors work in constants.
const FOUND: Option<Code> = Code::from_code("TOK005");
const TEXT: &str = Code::TOK005.as_str();
const MESSAGE: &str = Code::TOK013.message(Locale::Ja).as_str();
const SUMMARY: &str = Code::TOK005.summary();
const DESCRIPTION: &str = Code::TOK005.description();
const PARAMS: usize = Code::TOK005.params().len();
const NAME: Option<&str> = Code::TOK005.name();

#[test]
fn accessors_are_const() {
    assert_eq!(FOUND, Some(Code::ExpiryTooFar));
    assert_eq!(TEXT, "TOK005");
    assert_eq!(MESSAGE, "ID{0}のトークンが見つかりませんでした。");
    assert_eq!(SUMMARY, "Token expiry date exceeds the allowed limit");
    assert!(DESCRIPTION.starts_with("The expiry date specified"));
    assert_eq!(PARAMS, 2);
    assert_eq!(NAME, Some("expiry-too-far"));
}

#[test]
fn a_code_is_found_by_its_text_alone() {
    for &code in Code::all() {
        assert_eq!(Code::from_code(code.as_str()), Some(code));
        assert_eq!(code.as_str().parse(), Ok(code));
        assert_eq!(Code::try_from(code.as_str()), Ok(code));
    }
    for wrong in
        ["", "TOK", "TOK00", "TOK0010", "tok001", "TOK000", "TOK014", " TOK001", "ZZZ", "ＴＯＫ００１"]
    {
        assert_eq!(Code::from_code(wrong), None, "{wrong:?}");
        assert_eq!(wrong.parse::<Code>(), Err(UnknownCode));
        assert_eq!(Code::try_from(wrong), Err(UnknownCode));
    }
}

#[test]
fn a_text_that_only_packs_like_a_code_is_not_found() {
    for &code in Code::all() {
        for length in 1..20 {
            let text = format!("{code}{}", "\0".repeat(length));
            assert_eq!(Code::from_code(&text), None, "{text:?}");
        }
    }
    for text in ["\0", "\0\0\0\0\0\0\0\0", "\u{7f}\u{7f}", "TOK001TOK001", "TOK001\u{10ffff}"] {
        assert_eq!(Code::from_code(text), None, "{text:?}");
    }
}

#[test]
fn a_code_shows_as_its_text() {
    assert_eq!(Code::TOK005.to_string(), "TOK005");
    assert_eq!(format!("{:>8}|{:<8}|", Code::TOK005, Code::TOK001), "  TOK005|TOK001  |");
    assert_eq!(format!("{:?}", Code::TOK005), "TOK005");
    assert_eq!(AsRef::<str>::as_ref(&Code::TOK005), "TOK005");
}

#[test]
fn codes_are_ordered_hashed_and_matched() {
    assert!(Code::all().is_sorted());
    let sorted: BTreeSet<_> = Code::all().iter().rev().copied().collect();
    assert!(sorted.iter().eq(Code::all()));
    assert_eq!(Code::all().iter().collect::<HashSet<_>>().len(), 13);
    // The constants are patterns, beside the variants.
    let is_expiry = |code| matches!(code, Code::TOK005);
    assert!(is_expiry(Code::ExpiryTooFar) && !is_expiry(Code::TOK004));
}

#[test]
fn a_code_is_one_byte() {
    assert_eq!(size_of::<Code>(), 1);
    assert_eq!(size_of::<Option<Code>>(), 1);
    assert_eq!(size_of::<Result<(), Code>>(), 1);
}

#[test]
fn details_are_in_order_and_can_be_read_from_both_ends() {
    let mut steps = Code::TOK007.resolution();
    assert_eq!(steps.len(), 3);
    assert_eq!(steps.next(), Some("Verify the username and password are correct."));
    assert_eq!(steps.next_back(), Some("Contact your administrator if the account is locked."));
    assert_eq!(steps.clone().collect::<Vec<_>>(), ["Reset your password if you have forgotten it."]);
    assert!(steps.next().is_some());
    assert_eq!((steps.next(), steps.next_back()), (None, None));
    let causes: Vec<_> = Code::TOK005.causes().collect();
    assert_eq!(causes, ["The expiry date was set too far in the future beyond the system-allowed limit."]);
}

#[test]
fn details_that_are_the_same_in_every_locale_are_given_in_each() {
    for &locale in Locale::all() {
        assert_eq!(Code::TOK005.summary_in(locale), Code::TOK005.summary());
        assert_eq!(Code::TOK005.description_in(locale), Code::TOK005.description());
        assert!(Code::TOK005.causes_in(locale).eq(Code::TOK005.causes()));
        assert!(Code::TOK005.resolution_in(locale).eq(Code::TOK005.resolution()));
    }
}

#[test]
fn params_have_names_and_types() {
    let params: Vec<_> = Code::TOK005.params().iter().map(|param| (param.name, param.ty)).collect();
    assert_eq!(params, [("max_hours", ParamType::Integer), ("expires_at", ParamType::Any)]);
    assert_eq!(Code::TOK005.params().iter().next_back(), Code::TOK005.params().get(1));
    assert_eq!(Code::TOK005.params().get(2), None);
    assert!(Code::TOK001.params().is_empty());
}

#[test]
fn every_locale_has_every_message_with_every_placeholder() {
    for &code in Code::all() {
        for &locale in Locale::all() {
            let template = code.message(locale);
            for index in 0..code.params().len() {
                let is_in = |end| template.as_str().contains(&format!("{{{index}{end}"));
                assert!(is_in("}") || is_in(", plural,"), "{code} {locale}");
            }
        }
        assert_ne!(code.message(Locale::Ja).as_str(), code.message(Locale::En).as_str());
    }
}

#[test]
fn a_template_is_filled_and_shows_what_is_missing() {
    let template = Code::TOK005.message(Locale::Ja);
    let filled = template.with(&[24.into(), "2026-12-01".into()]).to_string();
    let expected = "トークンリクエストの有効期限は、24時間より未来日に設定できません。\
                    指定された有効期限:2026-12-01。有効期限を適切に調整してください。";
    assert_eq!(filled, expected);
    let partly = template.with(&[24.into()]).to_string();
    assert_eq!(partly, expected.replace("2026-12-01", "{expires_at}"));
    let too_many = [24.into(), "2026-12-01".into(), "unused".into()];
    assert_eq!(template.with(&too_many).to_string(), expected);
}

#[test]
fn locales_are_found_by_tag() {
    assert_eq!(Locale::all(), [Locale::Ja, Locale::En]);
    assert_eq!(Locale::SOURCE, Locale::Ja);
    for &locale in Locale::all() {
        assert_eq!(locale.as_str().parse(), Ok(locale));
        assert_eq!(locale.to_string(), locale.as_str());
    }
}

#[test]
fn locales_are_found_with_region_and_encoding() {
    for (tag, locale) in [
        ("EN", Locale::En),
        ("en-US", Locale::En),
        ("en_US", Locale::En),
        ("en_US.UTF-8", Locale::En),
        ("en.UTF-8", Locale::En),
        ("en@euro", Locale::En),
        ("en-Latn-US-x-y", Locale::En),
        ("ja-JP", Locale::Ja),
        ("JA_jp", Locale::Ja),
        ("ja_JP.eucJP", Locale::Ja),
        ("ja_JP.UTF-8@cjknarrow", Locale::Ja),
        (" ja\n", Locale::Ja),
        ("ja-", Locale::Ja),
    ] {
        assert_eq!(tag.parse(), Ok(locale), "{tag}");
        assert_eq!(Locale::try_from(tag), Ok(locale), "{tag}");
        let dynamic = AnyCode::from(Code::TOK013).message(tag).expect("it is found");
        assert_eq!(dynamic.as_str(), Code::TOK013.message(locale).as_str(), "{tag}");
    }
    let long = "x".repeat(1 << 20);
    let subtags = "x-".repeat(1 << 20);
    for tag in
        ["", " ", "*", "C", "C.UTF-8", "POSIX", "e", "eng", "en US", "en/US", "-en", "_en", "fr-en", "ｅｎ"]
            .into_iter()
            .chain(["日本語", "e\u{301}n", "en\u{301}", "en\0", "ja,en;q=0.8", ".", "@", &long, &subtags])
    {
        assert_eq!(tag.parse::<Locale>(), Err(UnknownLocale), "{tag:?}");
        assert!(AnyCode::from(Code::TOK013).message(tag).is_none(), "{tag:?}");
    }
    assert_eq!(format!("en-{subtags}").parse(), Ok(Locale::En));
}

#[test]
fn the_locale_with_the_most_subtags_in_common_is_found() {
    let locales = ["en", "zh", "zh-Hant", "zh-Hant-HK", "pt-BR"];
    for (wanted, found) in [
        ("zh-Hant-TW", Some("zh-Hant")),
        ("zh_hant_hk.big5", Some("zh-Hant-HK")),
        ("zh-TW", Some("zh")),
        ("zh-Hans", Some("zh")),
        ("zh-Han", Some("zh")),
        ("zh-Hant-HKX", Some("zh-Hant")),
        ("pt_BR", Some("pt-BR")),
        ("pt", None),
        ("pt-PT", None),
    ] {
        assert_eq!(find_locale(&locales, wanted).map(|index| locales[index]), found, "{wanted}");
        let from_the_end: Vec<_> = locales.iter().rev().collect();
        assert_eq!(find_locale(&from_the_end, wanted).map(|index| *from_the_end[index]), found, "{wanted}");
    }
    assert_eq!(find_locale(&[""; 0], "en"), None);
}

#[test]
fn any_code_keeps_what_it_is_made_of() {
    let code = AnyCode::from(Code::TOK013);
    assert_eq!(code, Code::TOK013);
    assert_eq!(Code::TOK013, code);
    assert!(code != Code::TOK012);
    assert_eq!(Code::try_from(code), Ok(Code::TOK013));
    assert_eq!((code.as_str(), code.summary()), ("TOK013", Code::TOK013.summary()));
    assert_eq!(code.params().get(0), Code::TOK013.params().get(0));
    assert_eq!(code.locales(), ["ja", "en"]);
    let english = code.message("en").expect("there is an English message");
    assert_eq!(english.as_str(), Code::TOK013.message(Locale::En).as_str());
    assert!(code.message("fr").is_none());
}
