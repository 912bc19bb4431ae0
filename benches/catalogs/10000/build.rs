//! Compiles the catalog.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    token_codes_synthetic::compile(&token_codes_synthetic::yaml(10_000))
}
