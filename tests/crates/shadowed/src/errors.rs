//! Types in the midst of these names.
#![allow(dead_code, non_camel_case_types, unused_imports, unused_macros)]

/// Stands in for what is imported everywhere.
macro_rules! shadow {
    ($($name:ident)+) => {$(
        #[doc = "Not what its name says."]
        pub struct $name;
    )+};
}

shadow!(Option Some None Result Ok Err String Vec Box Debug Display Error From Into ToString Clone Copy);
shadow!(core std alloc Value AnyCode Code Locale Template Message usize bool str);

/// Not the module.
pub mod fmt {}

/// Not the macros.
macro_rules! shadowed_macro {
    () => {
        ::std::compile_error!("a macro of the user was expanded");
    };
}

pub(crate) use {
    shadowed_macro as compile_error, shadowed_macro as concat, shadowed_macro as env,
    shadowed_macro as format_args, shadowed_macro as include, shadowed_macro as panic,
    shadowed_macro as unreachable, shadowed_macro as write,
};

/// A constant with the name of a local.
pub const FIELD: u8 = 0;

#[allow(non_upper_case_globals, missing_docs)]
mod constants {
    pub const f: u8 = 0;
    pub const index: u8 = 0;
    pub const field: u8 = 0;
}

pub use constants::{f, field, index};

/// Of the catalog of token-codes.
#[derive(::std::fmt::Debug, ::token_codes::TokenCode)]
pub enum AuthError<T> {
    /// Without a placeholder.
    #[token(TOK007)]
    BadCredentials,
    /// With two.
    #[token(TOK005)]
    ExpiryTooFar {
        /// Fills `{0}`.
        max_hours: u32,
        /// Fills `{1}`.
        expires_at: T,
    },
    /// With a cause.
    #[token(TOK008)]
    Unexpected(#[from] ::std::io::Error),
    /// With one that may be there.
    #[token(TOK009)]
    Maybe {
        /// Perhaps.
        source: ::std::option::Option<::std::fmt::Error>,
    },
    /// With a code of its own.
    #[token(transparent)]
    Download(DownloadError),
}

/// A struct.
#[derive(::std::fmt::Debug, ::token_codes::TokenCode)]
#[token(TOK002)]
pub struct DownloadError(#[token(download_id)] pub u8);

/// Of another catalog.
#[derive(::std::fmt::Debug, ::token_codes::TokenCode)]
#[token("XJ001.U", catalog = ::own_catalog)]
pub struct OutOfStock {
    /// A `text` param.
    pub item: &'static ::std::primitive::str,
    /// An `integer` param.
    pub left: ::std::primitive::usize,
    /// An `any` param.
    pub shop: char,
}

/// Of several catalogs.
#[derive(::std::fmt::Debug, ::token_codes::TokenCode)]
#[token(code = AnyCode)]
pub enum ServiceError {
    /// With a code.
    #[token(TOK007)]
    BadCredentials,
    /// Of another catalog.
    #[token(transparent)]
    Shop(#[from] OutOfStock),
    /// Of any.
    #[token(transparent)]
    Other(#[from] ::std::boxed::Box<dyn ::token_codes::TokenCode>),
}

/// A message of each.
#[must_use]
pub fn messages() -> [::std::string::String; 2] {
    [
        ::std::string::ToString::to_string(&::token_codes::message!(TOK013, token_id = 7)),
        ::std::string::ToString::to_string(&::own_catalog::message!(
            OutOfStock,
            item = "tea",
            left = 0,
            shop = 'A'
        )),
    ]
}

#[test]
fn expansions_lean_on_no_name() {
    let out_of_stock = OutOfStock { item: "tea", left: 0, shop: 'A' };
    let expected = messages();
    ::std::assert_eq!(::std::string::ToString::to_string(&out_of_stock), expected[1]);
}
