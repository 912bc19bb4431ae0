//! A comparison costs no more than three checks, with an edit in each entry: it reads two catalogs, and the rest is little.

#[path = "../../tests/support/processor_time.rs"]
mod processor_time;

use std::fmt::Write as _;
use std::hint::black_box;

use processor_time::processor_time;
use token_codes_build::diff::{Base, compare};
use token_codes_build::{Source, read};

/// How often it is measured before it is believed.
const ATTEMPTS: usize = 5;

fn catalog(word: &str) -> Source {
    let mut text = "locales: [en]\nretired: [".to_owned();
    (0..1000).for_each(|code| write!(text, "{word}{code}, ").unwrap());
    text.push_str("]\ncodes:\n");
    for code in 0..1000 {
        write!(
            text,
            "  A{code}:\n    name: {word}-{code}x\n    params: {{{word}: any}}\n    message: The {word} {{0}} of {code} is unknown.\n    \
             summary: A {word} that is not there\n    causes:\n      - The session has expired, or was revoked by another one.\n"
        )
        .unwrap();
    }
    Source::new("catalog.yaml", text)
}

fn seconds(run: impl FnOnce()) -> f64 {
    let start = processor_time();
    run();
    processor_time() - start
}

#[test]
fn a_comparison_costs_no_more_than_three_checks() {
    let (old, new) = (catalog("token"), catalog("ticket"));
    let compared = compare(Base::new(old.clone()), new.clone()).unwrap();
    assert!(compared.findings.len() > 5000, "{}", compared.findings.len());
    let times = (0..ATTEMPTS).map(|_| {
        let check = seconds(|| drop(black_box(read(&new))));
        let comparison = seconds(|| drop(black_box(compare(Base::new(old.clone()), new.clone()))));
        comparison / check
    });
    let times = times.fold(f64::MAX, f64::min);
    assert!(times <= 3.0, "{times:.2} times");
}
