//! Coded messages from one catalog.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod any_code;
mod args;
mod catalog_code;
mod fill;
mod message;
mod params;
mod source;
mod tables;
mod template;
mod texts;
mod token_code;
mod unknown;
mod value;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use crate::any_code::AnyCode;
pub use crate::args::{Arg, Args};
pub use crate::catalog_code::CatalogCode;
pub use crate::message::Message;
pub use crate::params::{Param, ParamType, Params, ParamsIter};
pub use crate::template::{Filled, Template};
pub use crate::texts::Texts;
pub use crate::token_code::{Localized, TokenCode};
pub use crate::unknown::{UnknownCode, UnknownLocale};
pub use crate::value::Value;
pub use token_codes_macros::TokenCode;

/// Takes in the catalog that this crate's `build.rs` has compiled.
///
/// It belongs in the crate's root. It gives the crate `Code`, `Locale` and `message!`, and lets types in this crate
/// and in those that depend on it be derived for that catalog, with `#[token(catalog = crate)]` here and
/// `#[token(catalog = this_crate)]` there.
///
/// ```ignore
/// // In build.rs:
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     token_codes_build::compile("catalog.yaml")?;
///     Ok(())
/// }
///
/// // In lib.rs or main.rs:
/// token_codes::include_catalog!();
/// ```
#[macro_export]
macro_rules! include_catalog {
    () => {
        #[doc(hidden)]
        pub use $crate::__private;

        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/token_codes.rs"));
    };
}

#[cfg(feature = "catalog")]
include!(concat!(env!("OUT_DIR"), "/token_codes.rs"));
