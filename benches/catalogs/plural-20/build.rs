//! Compiles the catalog.

use token_codes_synthetic::{Hours, LOCALES, compile, counted_yaml};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    compile(&counted_yaml(1, &[Hours::Plural], &LOCALES))
}
