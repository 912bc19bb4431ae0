//! What plurals add to a program, by no clock: `cargo test --release -p token-codes-benches --test plurals`.

use std::path::Path;

use token_codes_benches::executable::{loaded_bytes, relocations, symbols_with};

const PLAIN: &str = env!("CARGO_BIN_EXE_plain-20");
const PLURAL: &str = env!("CARGO_BIN_EXE_plural-20");

/// The modules that only a catalog with plurals or grouped numbers needs.
const MODULES: [&str; 2] = ["plurals", "grouped"];

/// What twenty locales take today. The goal is 2,048, and `docs/figures.md` says that it is missed.
const BOUND: u64 = 6_400;

#[test]
fn what_twenty_locales_with_a_plural_add_does_not_grow() {
    if cfg!(debug_assertions) {
        panic!(
            "the bound is that of a release build: cargo test --release -p token-codes-benches --test plurals"
        );
    }
    let [plain, plural] = [PLAIN, PLURAL].map(|program| loaded_bytes(Path::new(program)));
    let texts = token_codes_synthetic::bytes_of_plurals() as u64;
    println!("{} bytes more, of which {texts} are texts", plural - plain);
    assert!(plural - plain - texts <= BOUND, "{} bytes more, of which {texts} are texts", plural - plain);
}

#[test]
fn without_a_plural_nothing_of_them_is_in_the_program() {
    for module in MODULES {
        let found =
            |program| symbols_with(Path::new(program), &format!("11token_codes{}{module}", module.len()));
        assert!(!found(PLURAL).is_empty(), "the search finds what is there: {module}");
        assert_eq!(found(PLAIN), [""; 0], "{module}");
    }
    let [plain, plural] = [PLAIN, PLURAL].map(|program| relocations(Path::new(program)));
    println!("{} relocations more", plural - plain);
}
