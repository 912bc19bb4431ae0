//! A message with two arguments, appended to a `String` that is used again.

mod shared;

use std::fmt::{self, Write as _};

use catalog_1000::Locale;
use criterion::{Criterion, criterion_group, criterion_main};
use shared::{Bench, Fluent};
use token_codes::TokenCode as _;
use token_codes_synthetic::Random;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

criterion_group!(benches, typed, any, for_log);
criterion_main!(benches);

/// For each message its own.
fn arguments() -> (impl FnMut() -> u32, impl FnMut() -> String) {
    let (mut numbers, mut days) = (Random::new(), Random::new());
    (
        move || 1 + u32::try_from(numbers.below(9_999)).expect("it is small"),
        move || format!("2026-12-{:02}", 1 + days.below(31)),
    )
}

/// An integer and a text.
fn typed(criterion: &mut Criterion) {
    let (coded, written, peer) = (CodedTyped::all(), WrittenTyped::all(), ThiserrorTyped::all());
    let texts: Vec<_> = written.iter().map(ToString::to_string).collect();
    let english: Vec<_> = written.iter().map(|error| WrittenInEnglishTyped(error).to_string()).collect();

    let mut bench = Bench { criterion, group: "append", texts };
    bench.time("token-codes", &coded, |out, error| error.append_to(out).expect("a `String` takes it"));
    bench.time("write", &written, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    bench.time("thiserror", &peer, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    bench.time("rust-i18n", &written, |out, error| out.push_str(&rust_i18n_text(error)));
    let fluent = Fluent::new("ja", include_str!(concat!(env!("OUT_DIR"), "/messages.ftl")));
    let numbered: Vec<_> = written.iter().enumerate().collect();
    bench.time("fluent", &numbered, |out, (variant, error)| {
        fluent.append(out, *variant, error.arguments());
    });

    let mut bench = Bench { group: "display", ..bench };
    bench.time("token-codes", &coded, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    bench.time("write", &written, |out, error| write!(out, "{error}").expect("a `String` takes it"));

    let mut bench = Bench { group: "display-en", texts: english, ..bench };
    bench.time("token-codes", &coded, |out, error| {
        write!(out, "{}", error.localized(Locale::En)).expect("a `String` takes it");
    });
    bench.time("write", &written, |out, error| {
        write!(out, "{}", WrittenInEnglishTyped(error)).expect("a `String` takes it");
    });
    let mut bench = Bench { group: "append-en", ..bench };
    bench.time("token-codes", &coded, |out, error| {
        error.localized(Locale::En).append_to(out).expect("a `String` takes it");
    });
    bench.time("write", &written, |out, error| {
        write!(out, "{}", WrittenInEnglishTyped(error)).expect("a `String` takes it");
    });
}

/// The same arguments, for params that take whatever displays.
fn any(criterion: &mut Criterion) {
    let (coded, written, peer) = (CodedAny::all(), WrittenAny::all(), ThiserrorAny::all());
    let texts: Vec<_> = written.iter().map(ToString::to_string).collect();
    let english: Vec<_> = written.iter().map(|error| WrittenInEnglishAny(error).to_string()).collect();

    let mut bench = Bench { criterion, group: "append-any", texts };
    bench.time("token-codes", &coded, |out, error| error.append_to(out).expect("a `String` takes it"));
    bench.time("write", &written, |out, error| write!(out, "{error}").expect("a `String` takes it"));

    let mut bench = Bench { group: "display-any", ..bench };
    bench.time("token-codes", &coded, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    bench.time("write", &written, |out, error| write!(out, "{error}").expect("a `String` takes it"));
    bench.time("thiserror", &peer, |out, error| write!(out, "{error}").expect("a `String` takes it"));

    let mut bench = Bench { group: "display-any-en", texts: english, ..bench };
    bench.time("token-codes", &coded, |out, error| {
        write!(out, "{}", error.localized(Locale::En)).expect("a `String` takes it");
    });
    bench.time("write", &written, |out, error| {
        write!(out, "{}", WrittenInEnglishAny(error)).expect("a `String` takes it");
    });
}

/// As a line of a log.
fn for_log(criterion: &mut Criterion) {
    let (coded, written) = (CodedTyped::all(), WrittenTyped::all());
    let lines: Vec<_> =
        coded.iter().zip(&written).map(|(error, peer)| (error.code().as_str(), peer)).collect();
    let texts = lines.iter().map(|(code, error)| format!("{code}: {error}")).collect();
    let mut bench = Bench { criterion, group: "for-log", texts };
    bench.time("token-codes", &coded, |out, error| {
        error.for_log().append_to(out).expect("a `String` takes it");
    });
    bench.time("write", &lines, |out, (code, error)| {
        write!(out, "{code}: {}", WrittenForLogTyped(error)).expect("a `String` takes it");
    });
    let (coded, written) = (CodedAny::all(), WrittenAny::all());
    let lines: Vec<_> =
        coded.iter().zip(&written).map(|(error, peer)| (error.code().as_str(), peer)).collect();
    let texts = lines.iter().map(|(code, error)| format!("{code}: {error}")).collect();
    let mut bench = Bench { group: "for-log-any", texts, ..bench };
    bench.time("token-codes", &coded, |out, error| {
        error.for_log().append_to(out).expect("a `String` takes it");
    });
    bench.time("write", &lines, |out, (code, error)| {
        write!(out, "{code}: {}", WrittenForLogAny(error)).expect("a `String` takes it");
    });
}

/// A text that is escaped one character after the other, as [`token_codes::Escaped`] does.
struct ByHand<'a>(&'a str);

impl fmt::Display for ByHand<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '\\' => f.write_str("\\\\")?,
                '\u{2028}'
                | '\u{2029}'
                | '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}' => {
                    write!(f, "{}", character.escape_unicode())?;
                }
                control if control.is_control() => write!(f, "{}", control.escape_unicode())?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}
