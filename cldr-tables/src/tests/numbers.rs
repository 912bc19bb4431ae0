//! How whole numbers are written, for every locale of CLDR: what the compiler says, and what ICU4X says.

use crate::locales::tags;
use crate::numbers::Format;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use token_codes_build::catalog::Integer;
use token_codes_build::cldr::Language;

#[test]
fn every_locale_writes_numbers_as_cldr_has_it() {
    let (many, few) = (many(), few());
    let mut native = 0;
    for tag in tags() {
        let numbers = if tag.contains('-') { &few } else { &many };
        let language = Language::of(&tag);
        check(&tag, language, &formatter(&tag, "latn"), numbers);
        let digits = Format::native(&tag).map(|(_, digits)| digits);
        native += usize::from(digits.is_some());
        let digits = digits.as_deref().unwrap_or("latn");
        check(&tag, language.with_native_digits(), &formatter(&tag, digits), numbers);
    }
    assert!(native > 100, "only {native} locales have digits of their own");
}

fn check(tag: &str, language: Language, formatter: &DecimalFormatter, numbers: &[u128]) {
    for &magnitude in numbers {
        for is_negative in [false, magnitude > 0] {
            let sign = if is_negative { "-" } else { "" };
            let decimal: Decimal = format!("{sign}{magnitude}").parse().expect("it is a number");
            let expected = formatter.format(&decimal).to_string();
            assert_eq!(language.format(Integer { is_negative, magnitude }), expected, "{tag}");
        }
    }
}

fn formatter(tag: &str, digits: &str) -> DecimalFormatter {
    let locale: icu_locale::Locale = format!("{tag}-u-nu-{digits}").parse().expect("it is a tag");
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
        .expect("the data are compiled")
}

/// The powers of ten and their neighbours, and the limits of types.
fn few() -> Vec<u128> {
    let powers = (0..=38).map(|power| 10_u128.pow(power));
    let limits = [u64::MAX.into(), i128::MIN.unsigned_abs(), u128::MAX];
    powers.flat_map(|power| [power - 1, power, power + 1]).chain(limits).collect()
}

fn many() -> Vec<u128> {
    (0..=20_000).step_by(37).chain((1_000..1_000_000).step_by(9_999)).chain(few()).collect()
}
