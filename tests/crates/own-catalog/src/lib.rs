//! A crate with a catalog of its own, and with every lint denied that there is: `cargo clippy` shows that what is generated
//! has none.
#![no_std]
#![deny(
    warnings,
    absolute_paths_not_starting_with_crate,
    deprecated_in_future,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    future_incompatible,
    keyword_idents,
    let_underscore,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    nonstandard_style,
    redundant_lifetimes,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused,
    unused_import_braces,
    unused_lifetimes,
    unused_results,
    variant_size_differences,
    clippy::all,
    clippy::cargo,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction
)]
#![allow(
    clippy::arbitrary_source_item_ordering,
    clippy::blanket_clippy_restriction_lints,
    clippy::cargo_common_metadata,
    clippy::exhaustive_enums,
    clippy::implicit_return,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::multiple_crate_versions,
    reason = "these are about this crate's own code"
)]

token_codes::include_catalog!();

/// Derived in the catalog's own crate.
#[derive(Debug, token_codes::TokenCode)]
#[token(catalog = crate)]
pub enum ShopError<'item> {
    /// By name.
    #[token(OutOfStock)]
    OutOfStock {
        /// A `text` param.
        item: &'item str,
        /// An `integer` param.
        left: u8,
        /// An `any` param.
        shop: f32,
    },
    /// A code that is no identifier.
    #[token("000012")]
    Digits,
}

/// A message made in the catalog's own crate.
#[must_use]
pub fn digits() -> impl token_codes::TokenCode {
    message!("000012")
}

/// The same by its path.
#[must_use]
pub fn digits_by_path() -> impl token_codes::TokenCode {
    crate::message!("000012")
}
