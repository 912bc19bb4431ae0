//! Compiles the catalog.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    token_codes_synthetic::compile(1_000)
}
