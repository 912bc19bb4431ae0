//! The catalog as Rust: an enum, tables, and the facts that the macros read.
//!
//! Plain text is written, not a syntax tree: at 10,000 codes that is forty times faster, and the file is meant to be
//! read. Its growth is in tables, one blob of text and its offsets for each column, because functions and constants a
//! code are what makes rustc slow.

mod code_index;
mod docs;
mod enums;
mod facts;
mod literal;
mod tables;

use std::fmt::Write as _;

use crate::catalog::Catalog;

/// The Rust source of a catalog: what `token_codes::include_catalog!()` includes.
///
/// The same catalog always gives the same text.
#[must_use]
pub fn generate(catalog: &Catalog) -> String {
    let mut out = String::new();
    let version = env!("CARGO_PKG_VERSION");
    out.push_str("// @generated from the catalog: edit that, not this file.\n");
    let _ = writeln!(out, "// token-codes-build {version}, {} codes.\n", catalog.entries.len());
    out.push_str("pub use self::__token_codes::{Code, Locale};\n\nmod __token_codes {\n");
    out.push_str("    use super::__private as p;\n\n");
    enums::write_locale(&mut out, catalog);
    enums::write_code(&mut out, catalog);
    tables::write(&mut out, catalog);
    out.push_str("}\n\n");
    facts::write(&mut out, catalog);
    out
}
