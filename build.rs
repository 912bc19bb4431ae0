//! Compiles `catalog.yaml`.

#[cfg(feature = "catalog")]
fn main() -> Result<(), token_codes_build::CompileError> {
    token_codes_build::compile("catalog.yaml")
}

/// The catalogs of other crates need nothing of it.
#[cfg(not(feature = "catalog"))]
fn main() {}
