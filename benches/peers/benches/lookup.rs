//! From the text of a code to the code: what is in the catalog, and what is not.

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rustc_hash::FxHashMap;
use token_codes_synthetic::{Random, code};

include!(concat!(env!("OUT_DIR"), "/maps.rs"));

criterion_group!(benches, lookup);
criterion_main!(benches);

/// So many look-ups are timed at once that what is around them counts for nothing.
const QUERIES: usize = 10_000;

fn lookup(criterion: &mut Criterion) {
    let mut bench = Bench { criterion, count: 13, phf: &PHF_13 };
    bench.run(|text| catalog_13::Code::from_code(text).map(|code| code as u32));
    bench = Bench { count: 1_000, phf: &PHF_1000, ..bench };
    bench.run(|text| catalog_1000::Code::from_code(text).map(|code| code as u32));
    bench = Bench { count: 10_000, phf: &PHF_10000, ..bench };
    bench.run(|text| catalog_10000::Code::from_code(text).map(|code| code as u32));
}

/// The look-ups in a catalog of one size.
struct Bench<'a> {
    criterion: &'a mut Criterion,
    count: usize,
    phf: &'static phf::Map<&'static str, u32>,
}

impl Bench<'_> {
    fn run(&mut self, from_code: impl Fn(&str) -> Option<u32>) {
        let count = self.count;
        // Codes of at most eight bytes, as most catalogs have.
        self.queries("hit", &from_code, |random| {
            loop {
                let number = random.below(count);
                if number % 10 != 9 {
                    return number;
                }
            }
        });
        self.queries("hit-long", &from_code, |random| random.below(count / 10) * 10 + 9);
        self.queries("hit-mixed", &from_code, |random| random.below(count));
        self.queries("miss", &from_code, |random| count + random.below(9_000) * 10);
    }

    fn queries(
        &mut self,
        kind: &str,
        from_code: impl Fn(&str) -> Option<u32>,
        number: impl Fn(&mut Random) -> usize,
    ) {
        let mut random = Random::new();
        let queries: Vec<String> = (0..QUERIES).map(|_| code(number(&mut random))).collect();
        let owned: Vec<(String, u32)> = (0..).take(self.count).map(|row| (code(row as usize), row)).collect();
        let rows = || owned.iter().map(|(code, row)| (&**code, *row));
        let (fx, std) = (rows().collect::<FxHashMap<_, _>>(), rows().collect::<HashMap<_, _>>());
        let phf = self.phf;
        for query in &queries {
            let row = from_code(query);
            assert_eq!(row.is_some(), kind != "miss", "{query}");
            assert_eq!(row, phf.get(query).copied(), "{query}");
            assert_eq!(row, fx.get(&**query).copied(), "{query}");
        }
        self.time(kind, "token-codes", &queries, from_code);
        self.time(kind, "phf", &queries, |text| phf.get(text).copied());
        self.time(kind, "fxhash", &queries, |text| fx.get(text).copied());
        self.time(kind, "std", &queries, |text| std.get(text).copied());
    }

    fn time(&mut self, kind: &str, peer: &str, queries: &[String], find: impl Fn(&str) -> Option<u32>) {
        let mut group = self.criterion.benchmark_group(format!("{kind}-{}", self.count));
        group.bench_function(BenchmarkId::from_parameter(peer), |bencher| {
            bencher.iter(|| {
                for query in queries {
                    black_box(find(black_box(query)));
                }
            });
        });
        group.finish();
    }
}
