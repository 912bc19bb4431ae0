//! What a program shows of a number is what the catalog compiler says of it, in every language.

use every_language::{Code, Locale};
use token_codes::{AnyCode, Value};
use token_codes_build::{Source, read};

const CATALOG: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.yaml"));

/// Each number that any rule tells from others, and the edges of the types.
fn numbers() -> Vec<Value<'static>> {
    let edges = [1_000, 10_000, 20_000, 40_000, 99_999, 100_000, 999_999, 1_000_000, 2_000_000, 2_000_001];
    let mut numbers: Vec<Value<'_>> = (0..=220).chain([800, 850, 899, 900]).map(Value::from).collect();
    numbers.extend(edges.map(Value::from));
    numbers.extend([-1, -2, -5, -11, -1_234_567, i64::MAX, i64::MIN].map(Value::from));
    numbers.extend([u64::MAX, u64::MAX - 1, 1 << 63].map(Value::from));
    let beyond = u128::from(u64::MAX);
    numbers.extend(
        [0, 1, 21, beyond, beyond + 1, 10_u128.pow(20), 10_u128.pow(24) + 1, u128::MAX].map(Value::from),
    );
    numbers.extend([-1, -21, i128::MIN, i128::MIN + 1, i128::MAX].map(Value::from));
    numbers
}

#[test]
fn a_program_shows_what_the_compiler_says() {
    let catalog =
        read(&Source::new("catalog.yaml", CATALOG)).unwrap_or_else(|error| panic!("{error}")).catalog;
    assert!(catalog.locales.len() > 150, "the most of CLDR's languages have two letters");
    for (code, entry) in Code::all().iter().zip(&catalog.entries) {
        for (index, locale) in Locale::all().iter().enumerate() {
            let language = catalog.locales[index].language;
            let template = &entry.messages[index].template;
            for number in numbers() {
                let expected = template.fill(language, |_| number.to_string());
                let values = [number];
                assert_eq!(code.message(*locale).with(&values).to_string(), expected, "{locale}, {number}");
                let filled = AnyCode::from(*code).fill(code.summary_in(*locale), &values);
                assert_eq!(filled.to_string(), expected, "{locale}, {number}, beside the message");
            }
        }
    }
}
