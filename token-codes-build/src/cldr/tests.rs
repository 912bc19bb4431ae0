use super::{Category, Language, PluralKind};
use crate::catalog::Integer;

fn cardinal(tag: &str, number: u128) -> &'static str {
    Language::of(tag).category(PluralKind::Cardinal, number).as_str()
}

fn examples(tag: &str, kind: PluralKind, category: Category) -> String {
    Language::of(tag).examples(kind, category)
}

fn format(language: Language, number: &str) -> String {
    language.format(Integer::parse(number).expect("it is an integer"))
}

#[test]
fn a_tag_has_the_rules_of_its_locale_or_else_of_its_language() {
    for (tag, zero, two) in [
        ("pt", "one", "other"),
        ("pt-BR", "one", "other"),
        ("pt-PT", "other", "other"),
        ("pt-AO", "other", "other"),
        ("en-IN", "other", "other"),
        ("en-x-two", "other", "other"),
        ("hi-Latn", "one", "other"),
        ("sr", "other", "few"),
        ("sr-Latn-RS", "other", "few"),
        ("ru-Cyrl-petr1708", "many", "few"),
        ("nb", "other", "other"),
        ("zh-Hant-TW", "other", "other"),
        ("lv-LV-u-nu-latn", "zero", "other"),
    ] {
        assert_eq!((cardinal(tag, 0), cardinal(tag, 2)), (zero, two), "{tag}");
        assert!(Language::of(tag).is_known(), "{tag}");
    }
}

#[test]
fn a_category_is_not_needed_if_all_its_numbers_have_branches() {
    use PluralKind::{Cardinal, Ordinal};
    let needed = |tag, kind, own: &[u128]| {
        let needed = Language::of(tag).needed(kind, |number| own.contains(&number));
        needed.into_iter().map(Category::as_str).collect::<Vec<_>>().join(" ")
    };
    for (tag, kind, own, expected) in [
        ("en", Cardinal, &[][..], "one other"),
        ("en", Cardinal, &[1], "other"),
        ("en", Cardinal, &[0, 2], "one other"),
        ("fr", Cardinal, &[1], "one many other"),
        ("fr", Cardinal, &[0, 1], "many other"),
        ("fr", Cardinal, &[0, 1, 1_000_000], "many other"),
        ("ru", Cardinal, &[0, 1, 2, 3, 4], "one few many other"),
        ("ar", Cardinal, &[0, 2], "one few many other"),
        ("cs", Cardinal, &[1, 2, 3, 4], "other"),
        ("cs", Cardinal, &[1, 2, 3], "few other"),
        ("en", Ordinal, &[1, 2, 3], "one two few other"),
        ("fr", Ordinal, &[1], "other"),
        ("it", Ordinal, &[8, 11, 80], "many other"),
        ("it", Ordinal, &[8, 11, 80, 800], "other"),
        ("ja", Cardinal, &[0, 1], "other"),
        ("tlh", Cardinal, &[0, 1], "other"),
    ] {
        assert_eq!(needed(tag, kind, own), expected, "{tag} {own:?}");
    }
}

#[test]
fn tags_are_the_same_in_any_case() {
    for tag in ["PT-pt", "pt_PT", "SR-LATN-rs", "sr-latn", "ZH-hant", "De-cH", "IW"] {
        let canonical = match tag.to_lowercase().replace('_', "-").as_str() {
            "pt-pt" => "pt-PT",
            "zh-hant" => "zh-Hant",
            "de-ch" => "de-CH",
            "iw" => "he",
            _ => "sr-Latn",
        };
        assert_eq!(Language::of(tag), Language::of(canonical), "{tag}");
    }
    assert_ne!(Language::of("pt-PT"), Language::of("pt"));
}

#[test]
fn of_an_unknown_language_every_number_is_other() {
    for tag in [
        "tlh",
        "und",
        "root",
        "",
        "-",
        "x-en",
        "xx-US",
        "Ünter",
        "日本",
        "e",
        "en1",
        "abcdefghi",
        "--en",
        "af an",
        " en",
        "en ",
        "aar=",
    ] {
        let language = Language::of(tag);
        assert!(!language.is_known(), "{tag}");
        for kind in [PluralKind::Cardinal, PluralKind::Ordinal] {
            assert_eq!(language.categories(kind), [Category::Other], "{tag}");
            assert_eq!(language.examples(kind, Category::Other), "0, 1, 2, 3, …");
            assert!(!language.has(kind, Category::One) && language.has(kind, Category::Other));
        }
        assert_eq!(format(language.with_native_digits(), "-1234567"), "-1,234,567", "{tag}");
    }
    for tag in ["ja", "yo", "ii", "kde", "zh-Latn-CN-pinyin"] {
        assert!(Language::of(tag).is_known(), "{tag} has rules, though all of its numbers are other");
    }
}

#[test]
fn a_category_that_only_fractions_have_is_the_languages() {
    let czech = Language::of("cs");
    assert!(czech.has(PluralKind::Cardinal, Category::Many));
    assert!(!czech.has(PluralKind::Cardinal, Category::Two));
    assert_eq!(czech.categories(PluralKind::Cardinal), [Category::One, Category::Few, Category::Other]);
    assert_eq!(czech.examples(PluralKind::Cardinal, Category::Many), "");
    // All whole numbers of Russian are of the other three.
    assert_eq!(Language::of("ru").categories(PluralKind::Cardinal).last(), Some(&Category::Other));
    assert_eq!(examples("ru", PluralKind::Cardinal, Category::Other), "");
}

#[test]
fn examples_are_the_first_numbers() {
    for (tag, kind, category, expected) in [
        ("en", PluralKind::Cardinal, Category::One, "1"),
        ("en", PluralKind::Ordinal, Category::Two, "2, 22, 32, 42, …"),
        ("fr", PluralKind::Cardinal, Category::One, "0, 1"),
        ("fr", PluralKind::Cardinal, Category::Many, "1000000, 2000000, 3000000, 4000000, …"),
        ("ru", PluralKind::Cardinal, Category::One, "1, 21, 31, 41, …"),
        ("it", PluralKind::Ordinal, Category::Many, "8, 11, 80, 800"),
        ("sl", PluralKind::Cardinal, Category::Two, "2, 102, 202, 302, …"),
        ("kw", PluralKind::Cardinal, Category::Zero, "0"),
        ("ja", PluralKind::Cardinal, Category::One, ""),
    ] {
        assert_eq!(examples(tag, kind, category), expected, "{tag} {kind:?} {category:?}");
    }
}

#[test]
fn digits_are_grouped_as_the_locale_does() {
    for (tag, number, expected) in [
        ("en", "999", "999"),
        ("en", "1234", "1,234"),
        ("en-IN", "12345678", "1,23,45,678"),
        ("de", "-1234567", "-1.234.567"),
        ("de-AT", "1234567", "1\u{a0}234\u{a0}567"),
        ("es", "1234", "1234"),
        ("es", "12345", "12.345"),
        ("es-MX", "1234", "1,234"),
        ("sv", "-1000", "\u{2212}1\u{a0}000"),
        ("ar", "-1000", "\u{200e}-1,000"),
        (
            "hi",
            "340282366920938463463374607431768211455",
            "34,02,82,36,69,20,93,84,63,46,33,74,60,74,31,76,82,11,455",
        ),
        ("ja", "0", "0"),
    ] {
        assert_eq!(format(Language::of(tag), number), expected, "{tag} {number}");
    }
}

#[test]
fn native_digits_are_those_of_the_script() {
    for (tag, expected) in [
        ("hi", "-१२,३४,५६७"),
        ("hi-Latn", "-12,34,567"),
        ("ar-EG", "\u{61c}-١٬٢٣٤٬٥٦٧"),
        ("fa", "\u{200e}\u{2212}۱٬۲۳۴٬۵۶۷"),
        ("ff-Adlm", "-𞥑⹁𞥒𞥓𞥔⹁𞥕𞥖𞥗"),
        ("pa-Arab", "-1,234,567"),
        ("en", "-1,234,567"),
        ("zh", "-1,234,567"),
    ] {
        let native = Language::of(tag).with_native_digits();
        assert_eq!(format(native, "-1234567"), expected, "{tag}");
        assert_eq!(native.with_native_digits(), native);
    }
}
