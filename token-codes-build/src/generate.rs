//! The catalog as Rust: an enum, tables, and the facts that the macros read.
//!
//! Plain text is written, not a syntax tree: at 10,000 codes that is forty times faster, and the file is meant to be
//! read. Its growth is in tables, one blob of text and its offsets for each column, because functions and constants a
//! code are what makes rustc slow.

mod code_index;
mod columns;
mod cuts;
mod docs;
mod enums;
mod facts;
mod plurals;
mod tables;
mod text_enum;
mod write;

use std::fmt::Write as _;

pub use code_index::GenerateError;

use crate::catalog::Catalog;

/// Names are the catalog's, and a loop at compile time may be long. Style is for code that is written by hand: this is to be
/// silent in whichever group of lints a crate turns on.
const LINTS: &str = r#"#[allow(
    clippy::all,
    clippy::cargo,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    deprecated,
    long_running_const_eval,
    non_camel_case_types,
    non_upper_case_globals,
    rustdoc::bare_urls,
    unused_qualifications,
    reason = "generated"
)]
"#;

/// The Rust source of a catalog: what `token_codes::include_catalog!()` includes.
///
/// The same catalog always gives the same text.
///
/// # Errors
///
/// If two entries have the same code, which is so in no catalog that [`read`](crate::read) gives.
///
/// # Panics
///
/// If the catalog is not as `read` gives it otherwise, such as an entry without a message for each locale.
pub fn generate(catalog: &Catalog) -> Result<String, GenerateError> {
    let mut out = String::new();
    let version = env!("CARGO_PKG_VERSION");
    out.push_str("// @generated from the catalog: edit that, not this file.\n");
    let _ = writeln!(out, "// token-codes-build {version}, {} codes.\n", catalog.entries.len());
    let types: Vec<_> =
        ["Code", "Locale"].into_iter().chain(columns::enums(catalog).map(|list| &*list.name)).collect();
    out.push_str(
        "#[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = \"generated\")]\n",
    );
    let _ = writeln!(out, "pub use self::__token_codes::{{{}}};\n", types.join(", "));
    out.push_str(LINTS);
    out.push_str("mod __token_codes {\n");
    out.push_str("    use super::__private as p;\n\n");
    enums::write_locale(&mut out, catalog);
    enums::write_code(&mut out, catalog);
    columns::write_enums(&mut out, catalog);
    tables::write(&mut out, catalog)?;
    out.push_str("}\n\n");
    facts::write(&mut out, catalog);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::generate;
    use crate::{Source, identifier, read};

    /// No code and no column may take the name of one of these.
    #[test]
    fn every_function_of_code_is_known() {
        let catalog = "locales: [en]\ncodes:\n  A1: {message: a}\n";
        let generated = generate(&read(&Source::new("catalog.yaml", catalog)).unwrap().catalog).unwrap();
        let mut functions = BTreeSet::new();
        for item in syn::parse_file(&generated).unwrap().items {
            let syn::Item::Mod(syn::ItemMod { content: Some((_, items)), .. }) = item else { continue };
            functions.extend(items.into_iter().flat_map(functions_of_code));
        }
        let functions: Vec<&str> = functions.iter().map(String::as_str).collect();
        assert_eq!(functions, identifier::FUNCTIONS);
    }

    fn functions_of_code(item: syn::Item) -> Vec<String> {
        let syn::Item::Impl(item) = item else { return Vec::new() };
        let is_inherent = item.trait_.is_none();
        let is_code = matches!(&*item.self_ty, syn::Type::Path(ty) if ty.path.is_ident("Code"));
        let items = item.items.into_iter().filter(|_| is_inherent && is_code);
        items
            .filter_map(|item| match item {
                syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                _ => None,
            })
            .collect()
    }
}
