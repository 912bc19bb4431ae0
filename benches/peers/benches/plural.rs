//! A message with a number of hours, whose word depends on the number.
//!
//! Ours beside the same message of ours with one word for all numbers; beside fluent, which chooses in its bundle; and
//! beside ICU4X, whose rules give the category for a `match` by hand, with a `write!` of the whole message for each.

mod shared;

use std::fmt::{self, Display, Write};

use catalog_counted::Locale;
use criterion::{Criterion, criterion_group, criterion_main};
use icu_decimal::DecimalFormatter;
use icu_plurals::{PluralCategory, PluralRules};
use shared::{Bench, Fluent};
use token_codes::TokenCode;
use token_codes_synthetic::Random;

criterion_group!(benches, english, russian, grouped);
criterion_main!(benches);

/// The messages of the catalog three times, and by hand.
macro_rules! messages {
    ($($variant:ident [$plain:literal $plural:literal $grouped:literal]
        $before:literal $between:literal $after:literal,)*) => {
        messages! { @coded Plain $($variant $plain)* }
        messages! { @coded Plural $($variant $plural)* }
        messages! { @coded Grouped $($variant $grouped)* }

        enum Written {
            $($variant { max_hours: u32, expires_at: String },)*
        }

        impl Written {
            fn all(numbers: impl FnMut() -> u32) -> Vec<Self> {
                let (mut numbers, mut days) = (numbers, days());
                vec![$(Self::$variant { max_hours: numbers(), expires_at: days() },)*]
            }

            fn arguments(&self) -> (u32, &str) {
                match self { $(Self::$variant { max_hours, expires_at })|* => (*max_hours, expires_at) }
            }

            fn english(&self, rules: &PluralRules, out: &mut impl Write) -> fmt::Result {
                match self {
                    $(Self::$variant { max_hours, expires_at } => match rules.category_for(*max_hours) {
                        PluralCategory::One => {
                            write!(out, concat!($before, "{} hour", $between, "{}", $after), max_hours, expires_at)
                        }
                        _ => write!(out, concat!($before, "{} hours", $between, "{}", $after), max_hours, expires_at),
                    },)*
                }
            }

            fn russian(&self, rules: &PluralRules, out: &mut impl Write) -> fmt::Result {
                match self {
                    $(Self::$variant { max_hours, expires_at } => match rules.category_for(*max_hours) {
                        PluralCategory::One => {
                            write!(out, concat!($before, "{} час", $between, "{}", $after), max_hours, expires_at)
                        }
                        PluralCategory::Many => {
                            write!(out, concat!($before, "{} часов", $between, "{}", $after), max_hours, expires_at)
                        }
                        _ => write!(out, concat!($before, "{} часа", $between, "{}", $after), max_hours, expires_at),
                    },)*
                }
            }

            fn grouped(&self, format: &DecimalFormatter, out: &mut impl Write) -> fmt::Result {
                match self {
                    $(Self::$variant { max_hours, expires_at } => write!(
                        out,
                        concat!($before, "{} hours", $between, "{}", $after),
                        format.format(&(*max_hours).into()),
                        expires_at
                    ),)*
                }
            }
        }
    };
    (@coded $name:ident $($variant:ident $code:literal)*) => {
        #[derive(Debug, TokenCode)]
        #[token(catalog = catalog_counted)]
        enum $name {
            $(#[token($code)] $variant { max_hours: u32, expires_at: String },)*
        }

        impl $name {
            fn all(numbers: impl FnMut() -> u32) -> Vec<Self> {
                let (mut numbers, mut days) = (numbers, days());
                vec![$(Self::$variant { max_hours: numbers(), expires_at: days() },)*]
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/plurals.rs"));

/// Numbers below this, and above 0.
fn below(end: usize) -> impl FnMut() -> u32 {
    let mut numbers = Random::new();
    move || 1 + u32::try_from(numbers.below(end - 1)).expect("it is small")
}

fn days() -> impl FnMut() -> String {
    let mut days = Random::new();
    move || format!("2026-12-{:02}", 1 + days.below(31))
}

/// As one writes it who has ICU4X's rules at hand.
struct WithRules<'a>(&'a Written, &'a PluralRules);

impl Display for WithRules<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.english(self.1, f)
    }
}

fn rules(language: &str) -> PluralRules {
    let locale: icu_locale::Locale = language.parse().expect("a language");
    PluralRules::try_new_cardinal(locale.into()).expect("ICU4X has its rules")
}

/// Hours, so that some are 1.
const HOURS: usize = 25;

fn english(criterion: &mut Criterion) {
    let (plain, plural, written) =
        (Plain::all(below(HOURS)), Plural::all(below(HOURS)), Written::all(below(HOURS)));
    let rules = rules("en");
    let fluent = Fluent::new("en", include_str!(concat!(env!("OUT_DIR"), "/plurals-en.ftl")));
    let numbered: Vec<_> = written.iter().enumerate().collect();
    let texts: Vec<_> = written.iter().map(|message| WithRules(message, &rules).to_string()).collect();

    let mut bench = Bench { criterion, group: "plural-append", texts };
    bench.time("token-codes", &plural, |out, error| error.append_to(out).expect("a `String` takes it"));
    bench.time("icu", &written, |out, message| message.english(&rules, out).expect("a `String` takes it"));
    bench.time("fluent", &numbered, |out, (variant, message)| {
        fluent.append(out, *variant, message.arguments());
    });
    let mut bench = Bench { group: "plural-display", ..bench };
    bench.time("token-codes", &plural, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    bench.time("icu", &written, |out, message| {
        write!(out, "{}", WithRules(message, &rules)).expect("a `String` takes it");
    });

    let texts = plain.iter().map(ToString::to_string).collect();
    let mut bench = Bench { texts, ..bench };
    bench.time("plain", &plain, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    let mut bench = Bench { group: "plural-append", ..bench };
    bench.time("plain", &plain, |out, error| error.append_to(out).expect("a `String` takes it"));
}

fn russian(criterion: &mut Criterion) {
    let (plain, plural, written) =
        (Plain::all(below(HOURS)), Plural::all(below(HOURS)), Written::all(below(HOURS)));
    let rules = rules("ru");
    let fluent = Fluent::new("ru", include_str!(concat!(env!("OUT_DIR"), "/plurals-ru.ftl")));
    let numbered: Vec<_> = written.iter().enumerate().collect();
    let texts = plural.iter().map(|error| error.localized(Locale::Ru).to_string()).collect();

    let mut bench = Bench { criterion, group: "plural-append-ru", texts };
    bench.time("token-codes", &plural, |out, error| {
        error.localized(Locale::Ru).append_to(out).expect("a `String` takes it");
    });
    bench.time("icu", &written, |out, message| message.russian(&rules, out).expect("a `String` takes it"));
    bench.time("fluent", &numbered, |out, (variant, message)| {
        fluent.append(out, *variant, message.arguments());
    });

    let texts = plain.iter().map(|error| error.localized(Locale::Ru).to_string()).collect();
    let mut bench = Bench { texts, ..bench };
    bench.time("plain", &plain, |out, error| {
        error.localized(Locale::Ru).append_to(out).expect("a `String` takes it");
    });
}

/// Numbers that have groups: `{limit, number}` beside ICU4X's formatter.
fn grouped(criterion: &mut Criterion) {
    let (coded, written) = (Grouped::all(below(10_000_000)), Written::all(below(10_000_000)));
    let locale: icu_locale::Locale = "en".parse().expect("a language");
    let format =
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default());
    let format = format.expect("ICU4X has its numbers");
    let texts = coded.iter().map(ToString::to_string).collect();

    let mut bench = Bench { criterion, group: "grouped-append", texts };
    bench.time("token-codes", &coded, |out, error| error.append_to(out).expect("a `String` takes it"));
    bench.time("icu", &written, |out, message| message.grouped(&format, out).expect("a `String` takes it"));
}
