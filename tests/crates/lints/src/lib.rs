//! Every lint that a crate can turn on is silent in what the derive and `message!` write.
//!
//! `cargo clippy` shows it. Of rustc's lints, those that are allowed by default are named; of clippy's, every group is
//! on, `restriction` too, but for what contradicts another lint or is for this crate as a whole.
#![no_std]
#![forbid(unsafe_code)]
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
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction
)]
#![allow(
    clippy::blanket_clippy_restriction_lints,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::pub_with_shorthand,
    clippy::pub_without_shorthand,
    clippy::implicit_return,
    clippy::question_mark_used,
    clippy::std_instead_of_alloc,
    clippy::arbitrary_source_item_ordering,
    clippy::separated_literal_suffix,
    reason = "these are about this crate's own style"
)]

extern crate std;

use core::error::Error;
use core::fmt;
use std::boxed::Box;
use std::io;
use std::string::String;
use std::sync::Arc;

use token_codes::TokenCode;

/// In every form that a variant has.
#[derive(Debug, TokenCode)]
pub enum AuthError<'borrowed, Shown> {
    /// A unit.
    #[token(TOK007)]
    BadCredentials,
    /// Named fields, and a source because of its name.
    #[token(TOK005)]
    ExpiryTooFar {
        /// Fills a placeholder.
        max_hours: u32,
        /// Fills a placeholder.
        expires_at: Shown,
        /// The cause.
        source: fmt::Error,
    },
    /// The one field.
    #[token(TOK013)]
    NotFound(&'borrowed str),
    /// A field of the catalog's type by another name.
    #[token(TOK002)]
    EntryMissing {
        /// Fills a placeholder.
        #[token(download_id)]
        download: u64,
        /// Data.
        r#source: String,
    },
    /// From its source.
    #[token(TOK008)]
    Unexpected(#[from] io::Error),
    /// With a source that may be there.
    #[token(TOK009)]
    Maybe(#[source] Option<Box<dyn Error + Send + Sync>>),
    /// With the code of its field.
    #[token(transparent)]
    Stock(#[from] DownloadError),
    /// Not in use any more, with an argument and a source.
    #[deprecated]
    #[token(TOK003)]
    Old {
        /// Nor is this.
        #[deprecated]
        download_id: u8,
        /// Nor this.
        #[deprecated]
        #[source]
        cause: fmt::Error,
    },
    /// Not in use any more, and from its source.
    #[deprecated]
    #[token(TOK009)]
    OldSource(#[from] fmt::Error),
}

/// A struct.
#[derive(Clone, Copy, Debug, TokenCode)]
#[token(TOK003)]
pub struct DownloadError {
    /// Fills a placeholder.
    pub download_id: u8,
}

/// Not in use any more.
#[deprecated]
#[derive(Clone, Copy, Debug, TokenCode)]
#[token(TOK013)]
pub struct OldNotFound {
    /// Fills a placeholder.
    pub token_id: u8,
}

/// Of another catalog, with fields that point to what fills the placeholders.
#[derive(Debug, TokenCode)]
#[token("XJ001.U", catalog = own_catalog)]
pub struct OutOfStock {
    /// Text.
    pub item: Arc<String>,
    /// An integer.
    pub left: Box<u8>,
    /// Anything.
    pub shop: char,
}

/// A type of which the size is not known.
#[derive(Debug, TokenCode)]
#[token(XJ002, catalog = own_catalog)]
pub struct Unsized {
    /// Anything.
    pub shop: char,
    /// Text.
    pub item: str,
}

/// Of codes that are deprecated, by constant, by variant and by text.
#[derive(Clone, Copy, Debug, TokenCode)]
#[token(catalog = own_catalog)]
pub enum Outlived {
    /// A constant that is the variant.
    #[token(ACRONYM)]
    Acronym,
    /// A variant.
    #[token(Dotted)]
    Dotted,
    /// A text.
    #[token("XJ.3")]
    Text,
}

/// The same, whatever the catalog.
#[derive(Clone, Copy, Debug, TokenCode)]
#[token("XJ.3", code = AnyCode, catalog = own_catalog)]
pub struct OutlivedInAny;

/// Names that rustc has a lint for, which is off for this type alone.
#[expect(non_snake_case, non_camel_case_types, reason = "as in the protocol")]
pub mod odd {
    use token_codes::TokenCode;

    /// Odd.
    #[derive(Debug, TokenCode)]
    pub enum oddError<shown_value> {
        /// Odd.
        #[token(TOK005)]
        too_Far {
            /// Odd.
            #[token(max_hours)]
            max__Hours: u8,
            /// Odd.
            #[token(expires_at)]
            ExpiresAt: shown_value,
        },
    }
}

/// Names that rustc has a lint for.
#[allow(non_snake_case, clippy::allow_attributes, reason = "as in the protocol")]
#[derive(Clone, Copy, Debug, TokenCode)]
#[token(TOK005)]
pub struct Odd {
    /// Odd.
    #[token(max_hours)]
    pub max__Hours: u8,
    /// Odd.
    #[token(expires_at)]
    pub ExpiresAt: u8,
}

/// Messages.
#[inline]
#[must_use]
pub fn messages(item: &Arc<String>) -> [String; 2] {
    use std::string::ToString as _;
    [
        token_codes::message!(TOK013, token_id = 7_i32).to_string(),
        own_catalog::message!(OutOfStock, item = Arc::clone(item), left = 0_u8, shop = 'A').to_string(),
    ]
}

/// A name that rustc has a lint for, which is off for this type alone. std's derives do not know `expect`.
#[expect(non_camel_case_types, reason = "as in the protocol")]
#[derive(TokenCode)]
#[token(TOK013)]
pub struct Expected<shown_value> {
    /// Fills a placeholder.
    pub token_id: shown_value,
}

impl<Shown> fmt::Debug for Expected<Shown> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Expected")
    }
}
