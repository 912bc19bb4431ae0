//! Compiles `catalog.yaml`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    token_codes_build::compile("catalog.yaml")?;
    Ok(())
}
