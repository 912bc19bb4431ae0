//! Writes `token-codes-build/src/cldr/tables.rs` from CLDR's data as ICU4X ships them. Its tests hold what the compiler makes
//! of the tables to ICU4X, for every locale.
//!
//! For a newer CLDR, set the versions of the `icu_*` crates in the workspace's `Cargo.toml`, look through `left_out.rs`
//! beside CLDR's `plurals.xml`, and run
//!
//! ```sh
//! cargo run -p token-codes-cldr-tables
//! ```

mod cases;
mod data;
mod left_out;
pub mod locales;
pub mod numbers;
pub mod oracle;
mod write;

use std::path::PathBuf;

pub use write::tables;

/// The file that is written.
#[must_use]
pub fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../token-codes-build/src/cldr/tables.rs")
}
