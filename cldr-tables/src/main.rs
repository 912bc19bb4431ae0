//! Writes `token-codes-build/src/cldr/tables.rs` from CLDR's data as ICU4X ships them. The tests hold what the compiler makes
//! of the tables to ICU4X, for every locale.
//!
//! For a newer CLDR, set the versions of the `icu_*` crates in the workspace's `Cargo.toml`, look through `left_out.rs`
//! with CLDR's `plurals.xml` and `ordinals.xml` beside it, and run
//!
//! ```sh
//! cargo run -p token-codes-cldr-tables
//! ```

mod cases;
mod data;
mod left_out;
mod locales;
mod numbers;
mod oracle;
mod rows;
mod write;

/// The file that is written.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../token-codes-build/src/cldr/tables.rs");

fn main() -> std::io::Result<()> {
    std::fs::write(FILE, write::tables())
}

#[cfg(test)]
mod tests {
    mod numbers;
    mod plurals;
    mod tables;
}
