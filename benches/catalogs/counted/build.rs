//! Compiles the catalog.

use token_codes_synthetic::{Hours, LOCALES, compile, counted_yaml};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    compile(&counted_yaml(13, &[Hours::Plain, Hours::Plural, Hours::Grouped], &LOCALES[..3]))
}
