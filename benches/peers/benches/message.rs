//! A message with two arguments, appended to a `String` that is used again.

use std::fmt::{self, Write as _};
use std::hint::black_box;

use catalog_1000::Locale;
use criterion::{Criterion, criterion_group, criterion_main};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
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
    let fluent = Fluent::new();
    let numbered: Vec<_> = written.iter().enumerate().collect();
    bench.time("fluent", &numbered, |out, (variant, error)| fluent.append(out, *variant, error));

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

/// The peers that are to give the same texts.
struct Bench<'a> {
    criterion: &'a mut Criterion,
    group: &'static str,
    texts: Vec<String>,
}

impl Bench<'_> {
    fn time<T>(&mut self, peer: &str, errors: &[T], append: impl Fn(&mut String, &T)) {
        for (error, text) in errors.iter().zip(&self.texts) {
            let mut out = String::new();
            append(&mut out, error);
            assert_eq!(out, *text, "{peer}");
        }
        // So many, in no order, that the processor cannot know which comes next.
        let mut random = Random::new();
        let errors: Vec<&T> = (0..1_000).map(|_| &errors[random.below(errors.len())]).collect();
        let mut out = String::with_capacity(1_000);
        let mut group = self.criterion.benchmark_group(self.group);
        group.bench_function(peer, |bencher| {
            bencher.iter(|| {
                for error in &errors {
                    out.clear();
                    append(&mut out, black_box(error));
                    black_box(&out);
                }
            });
        });
        group.finish();
    }
}

struct Fluent {
    bundle: FluentBundle<FluentResource>,
    /// The name of each message.
    names: Vec<String>,
}

impl Fluent {
    fn new() -> Self {
        let texts = include_str!(concat!(env!("OUT_DIR"), "/messages.ftl"));
        let resource = FluentResource::try_new(texts.to_owned()).expect("it is what fluent reads");
        let mut bundle = FluentBundle::new(vec!["ja".parse().expect("a language")]);
        // No marks around the arguments: nobody else writes them.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("each message is there once");
        Self { bundle, names: (0..texts.lines().count()).map(|variant| format!("m{variant}")).collect() }
    }

    fn append(&self, out: &mut String, variant: usize, error: &WrittenTyped) {
        let (max_hours, expires_at) = error.arguments();
        let mut args = FluentArgs::with_capacity(2);
        args.set("max_hours", max_hours);
        args.set("expires_at", expires_at);
        let message = self.bundle.get_message(&self.names[variant]).expect("it was added");
        let pattern = message.value().expect("it has a text");
        self.bundle.write_pattern(out, pattern, Some(&args), &mut vec![]).expect("a `String` takes it");
    }
}
