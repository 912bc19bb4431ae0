//! A crate with a catalog of its own, and with every warning denied.
#![no_std]
#![deny(warnings, clippy::all, clippy::pedantic, missing_docs)]

token_codes::include_catalog!();

/// Derived in the catalog's own crate.
#[derive(Debug, token_codes::TokenCode)]
#[token(catalog = crate)]
pub enum ShopError<'a> {
    /// By name.
    #[token(OutOfStock)]
    OutOfStock {
        /// A `text` param.
        item: &'a str,
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
