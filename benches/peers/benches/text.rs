//! From a code to its texts, and from an index to a text of an array.

use std::hint::black_box;

use catalog_10000::{Code, Locale};
use criterion::{Criterion, criterion_group, criterion_main};
use token_codes_synthetic::Random;

include!(concat!(env!("OUT_DIR"), "/arrays.rs"));

criterion_group!(benches, text);
criterion_main!(benches);

const QUERIES: usize = 10_000;

fn text(criterion: &mut Criterion) {
    time(criterion, "as_str", &CODES, Code::as_str);
    time(criterion, "summary", &SUMMARIES, Code::summary);
    time(criterion, "message", &MESSAGES, |code| code.message(Locale::Ja).as_str());
}

fn time(
    criterion: &mut Criterion,
    name: &str,
    array: &'static [&'static str],
    text: impl Fn(Code) -> &'static str,
) {
    let mut random = Random::new();
    let rows: Vec<usize> = (0..QUERIES).map(|_| random.below(array.len())).collect();
    let codes: Vec<Code> = rows.iter().map(|row| Code::all()[*row]).collect();
    for (row, code) in rows.iter().zip(&codes) {
        assert_eq!(array[*row], text(*code));
    }
    let mut group = criterion.benchmark_group(format!("text-{name}"));
    group.bench_function("token-codes", |bencher| {
        bencher.iter(|| codes.iter().for_each(|code| _ = black_box(text(black_box(*code)))));
    });
    group.bench_function("array", |bencher| {
        bencher.iter(|| rows.iter().for_each(|row| _ = black_box(array[black_box(*row)])));
    });
    group.finish();
}
