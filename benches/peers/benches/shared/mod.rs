//! What the benches of messages have in common.

use std::hint::black_box;

use criterion::Criterion;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use token_codes_synthetic::Random;

/// The peers that are to give the same texts.
pub(crate) struct Bench<'a> {
    pub(crate) criterion: &'a mut Criterion,
    pub(crate) group: &'static str,
    pub(crate) texts: Vec<String>,
}

impl Bench<'_> {
    pub(crate) fn time<T>(&mut self, peer: &str, errors: &[T], append: impl Fn(&mut String, &T)) {
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

/// A bundle of the messages `m0`, `m1` and so on.
pub(crate) struct Fluent {
    bundle: FluentBundle<FluentResource>,
    /// The name of each message.
    names: Vec<String>,
}

impl Fluent {
    pub(crate) fn new(language: &str, texts: &str) -> Self {
        let resource = FluentResource::try_new(texts.to_owned()).expect("it is what fluent reads");
        let names = (0..resource.entries().count()).map(|message| format!("m{message}")).collect();
        let mut bundle = FluentBundle::new(vec![language.parse().expect("a language")]);
        // No marks around the arguments: nobody else writes them.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("each message is there once");
        Self { bundle, names }
    }

    pub(crate) fn append(&self, out: &mut String, message: usize, (max_hours, expires_at): (u32, &str)) {
        let mut args = FluentArgs::with_capacity(2);
        args.set("max_hours", max_hours);
        args.set("expires_at", expires_at);
        let message = self.bundle.get_message(&self.names[message]).expect("it was added");
        let pattern = message.value().expect("it has a text");
        self.bundle.write_pattern(out, pattern, Some(&args), &mut vec![]).expect("a `String` takes it");
    }
}
