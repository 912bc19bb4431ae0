//! From the header `Accept-Language` to a locale.

use std::hint::black_box;

use accept_language::intersection_ordered;
use criterion::{Criterion, criterion_group, criterion_main};
use fluent_langneg::{
    NegotiationStrategy, convert_vec_str_to_langids, negotiate_languages, parse_accepted_languages,
};
use token_codes_synthetic::Random;

criterion_group!(benches, negotiate);
criterion_main!(benches);

/// In alphabetical order, as `intersection_ordered` takes them.
const LOCALES: [&str; 5] = ["de", "en", "fr", "ja", "zh"];

/// As browsers send them, and what each gets. The peers read less than the library does, but not these: of each, a range
/// is just a locale, and no weight is higher than the one before it.
const HEADERS: [(&str, &str); 8] = [
    ("en-US,en;q=0.9", "en"),
    ("en-US,en;q=0.5", "en"),
    ("en-GB,en;q=0.9,fr;q=0.8", "en"),
    ("fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3", "fr"),
    ("ja,en-US;q=0.9,en;q=0.8", "ja"),
    ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de"),
    ("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh"),
    ("zh-CN,zh;q=0.8,zh-TW;q=0.7,zh-HK;q=0.5,en-US;q=0.3,en;q=0.2", "zh"),
];

fn negotiate(criterion: &mut Criterion) {
    time(criterion, "token-codes", |header| LOCALES[token_codes::negotiate(&LOCALES, header)]);
    time(criterion, "accept-language", |header| {
        intersection_ordered(header, &LOCALES).into_iter().next().unwrap_or_default()
    });
    let locales = convert_vec_str_to_langids(LOCALES).expect("they are languages");
    time(criterion, "fluent-langneg", |header| {
        let requested = parse_accepted_languages(header);
        negotiate_languages(&requested, &locales, Some(&locales[0]), NegotiationStrategy::Lookup)[0]
    });
}

fn time<T: ToString>(criterion: &mut Criterion, peer: &str, choose: impl Fn(&'static str) -> T) {
    for (header, locale) in HEADERS {
        assert_eq!(choose(header).to_string(), locale, "{peer}: {header}");
    }
    // So many, in no order, that the processor cannot know which comes next.
    let mut random = Random::new();
    let headers: Vec<&str> = (0..1_000).map(|_| HEADERS[random.below(HEADERS.len())].0).collect();
    let mut group = criterion.benchmark_group("negotiate");
    group.bench_function(peer, |bencher| {
        bencher.iter(|| headers.iter().for_each(|header| drop(black_box(choose(black_box(header))))));
    });
    group.finish();
}
