//! What rustc takes for a catalog with a plural in each message, beside the same catalog with one word for all numbers.

use token_codes_build::catalog::Catalog;
use token_codes_synthetic::{Hours, LOCALES, Locale, counted_yaml, read};

use crate::build::Bench;
use crate::figure::{Figure, median};
use crate::shapes;

const ROUNDS: usize = 3;

pub(crate) fn figures() -> Vec<Figure> {
    let bench = Bench::new();
    let in_locales = |what: &str, locales: [Locale; 2]| {
        let catalogs =
            [Hours::Plural, Hours::Plain].map(|hours| read(counted_yaml(10_000, &[hours], &locales)));
        let (time, peak) = ratios(&bench, &catalogs);
        let row = |what, ratio| Figure::at_most(what, 1.2, ratio, "x the same without");
        [
            row(format!("rustc, 10,000 codes with a plural each{what}"), time),
            row(format!("rustc, 10,000 codes with a plural each{what}, peak of its memory"), peak),
        ]
    };
    let [english, japanese, russian, arabic, ..] = LOCALES;
    let mut figures = Vec::from(in_locales("", [japanese, english]));
    figures.extend(in_locales(", in Arabic and Russian", [arabic, russian]));
    figures
}

/// Of the time, and of the peak of the memory.
fn ratios(bench: &Bench, [plural, plain]: &[Catalog; 2]) -> (f64, f64) {
    let rounds = (0..ROUNDS).map(|_| {
        let [plural, plain] = [plural, plain].map(|catalog| bench.compile(shapes::generated, catalog));
        (plural.cpu / plain.cpu, plural.peak / plain.peak)
    });
    let (times, peaks): (Vec<_>, Vec<_>) = rounds.unzip();
    (median(times), median(peaks))
}
