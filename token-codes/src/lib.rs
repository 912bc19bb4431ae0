//! Coded messages from one catalog.
//!
//! An organisation keeps its coded messages in one `catalog.yaml`: code, text in every locale, summary, description, root
//! causes, resolution. The build turns it into an enum, [`Code`], and const tables. `#[derive(TokenCode)]` puts the codes
//! on error types, and rustc rejects every type that does not supply what its message needs.
//!
//! ```
//! use token_codes::{Code, Locale, TokenCode, message};
//!
//! #[derive(Debug, TokenCode)]
//! enum AuthError {
//!     #[token(TOK007)]
//!     BadCredentials,
//!     #[token(TOK005)]
//!     ExpiryTooFar { max_hours: u32, expires_at: String },
//! }
//!
//! let error = AuthError::ExpiryTooFar { max_hours: 24, expires_at: "2026-12-01".into() };
//! assert_eq!(error.code(), Code::TOK005);
//! assert_eq!(Code::TOK005.summary(), "Token expiry date exceeds the allowed limit");
//! println!("{error:#}"); // TOK005: トークンリクエストの有効期限は、24時間より未来日に設定できません。…
//! println!("{}", error.localized(Locale::En));
//!
//! // The same checks without an error type.
//! println!("{}", message!(TOK013, token_id = 7));
//! ```
//!
//! The crate is `no_std`, allocates nothing that is not asked for, and depends on nothing but its macros. The tables are text and offsets:
//! nothing runs at start-up.
//!
//! # Features
//!
//! | feature | by default | gives |
//! |---|---|---|
//! | `catalog` | yes | the thirteen codes `TOK001` to `TOK013`; without it the crate is what the catalogs of other crates need, and builds faster: see [`include_catalog!`] |
//! | `alloc` | yes | errors in a `Box` or an `Arc`: `?` into `Box<dyn TokenCode>`, and `CodedError`. It takes an allocator, not `std`; without it nothing here allocates |
//! | `serde` | no | `Serialize` for codes, locales, columns, arguments and values, and `Deserialize` for the enums of a catalog; also for the catalogs of other crates |
//! | `details` | no | descriptions, causes, resolutions and localized summaries of [`AnyCode`]. On [`Code`] they are there without it; it puts them in every program that uses `AnyCode` or `dyn TokenCode` |
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(feature = "alloc")]
extern crate alloc;

mod any_code;
mod args;
mod catalog_code;
mod catalog_tables;
mod code_index;
#[cfg(feature = "alloc")]
mod coded_error;
mod column_value;
mod columns;
mod decimal;
mod details;
mod escaped;
mod field;
mod fill;
mod filled_text;
mod find_locale;
mod for_log;
mod grouped;
mod icu_text;
mod localized;
mod message;
mod negotiate;
#[cfg(not(feature = "catalog"))]
mod no_code;
mod numbers;
#[cfg(feature = "alloc")]
mod objects;
mod params;
mod plurals;
mod pointers;
mod role;
mod rows;
#[cfg(feature = "serde")]
mod serde_impls;
mod source;
mod tables;
mod template;
mod texts;
mod token_code;
mod unknown;
mod value;
mod values;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use crate::any_code::AnyCode;
pub use crate::args::{Arg, Args};
pub use crate::catalog_code::{CatalogCode, ErrorCode};
#[cfg(feature = "alloc")]
pub use crate::coded_error::{CodedError, find_coded};
pub use crate::column_value::{ColumnValue, ColumnValues};
pub use crate::escaped::Escaped;
pub use crate::filled_text::FilledText;
pub use crate::find_locale::find_locale;
pub use crate::for_log::{ArgForLog, ForLog, MessageForLog};
pub use crate::localized::{Localized, ValuesOf};
pub use crate::message::Message;
pub use crate::negotiate::negotiate;
pub use crate::params::{Param, ParamType, Params, Privacy};
pub use crate::role::Role;
pub use crate::template::{Filled, Template};
pub use crate::texts::Texts;
pub use crate::token_code::TokenCode;
pub use crate::unknown::{UnknownCode, UnknownColumnValue, UnknownLocale};
pub use crate::value::{Value, Wide};
/// Implements [`TokenCode`](trait@TokenCode), `Display` and `Error` for a struct or an enum, and `From` where it says so.
///
/// `Display` is the message in the source locale; `{:#}` puts the code before it. The type needs `Debug`, as every
/// `Error` does.
///
/// A type that does not supply what its message needs, or is wrong in another way, is a compile error for each
/// mistake, all of them at once:
///
/// ```compile_fail
/// # use token_codes::TokenCode;
/// #[derive(Debug, TokenCode)]
/// #[token(TOK005)]
/// struct ExpiryTooFar { max_hours: u32 }
/// // error: `TOK005` has the placeholder {1} (`expires_at`), but no field supplies it
/// //        help: add the field `expires_at`, or mark the one that holds it with `#[token(expires_at)]`
/// ```
///
/// # `#[token(CODE)]`
///
/// Before a struct, or before each variant of an enum: the code. It is written as a constant of the catalog's enum
/// (`TOK005`), as a variant (`ExpiryTooFar`), or as a string, which a code needs that is no Rust identifier
/// (`"XJ001.U"`).
///
/// A field fills the placeholder of its name. Which types it may have, the catalog says:
///
/// | the param is | the field is |
/// |---|---|
/// | `text` | string-like, by `AsRef<str>`, or a pointer to that, such as `Arc<String>` |
/// | `integer` | one of Rust's integers, a `NonZero` of one, or a pointer to one |
/// | `boolean` | a `bool`, or a pointer to one |
/// | `float` | an `f32` or an `f64`, or a pointer to one |
/// | `any` | anything that implements `Display` and `Sync` |
///
/// What is `secret` in the catalog fills no placeholder, and its value is not read: the field can be of any type. It should
/// be one whose `Debug` does not show it either.
///
/// A pointer is what has `Deref`; there can be three, one after the other. A field that fills no placeholder is carried,
/// not shown.
///
/// ```
/// # use token_codes::TokenCode;
/// #[derive(Debug, TokenCode)]
/// #[token(TOK002)]
/// struct EntryMissing {
///     download_id: u64,
///     retries: u8,
/// }
///
/// let error = EntryMissing { download_id: 17, retries: 3 };
/// assert_eq!(error.to_string(), "download Id 17 のトークンエントリが見つかりませんでした。");
/// # let _ = error.retries;
/// ```
///
/// # `#[token(param)]`
///
/// Before a field: the placeholder that it fills, where that is not its name. A field of a tuple needs it, unless there
/// is but one, besides the source, and but one placeholder.
///
/// ```
/// # use token_codes::TokenCode;
/// #[derive(Debug, TokenCode)]
/// enum TokenError {
///     #[token(TOK005)]
///     ExpiryTooFar(#[token(expires_at)] &'static str, #[token(max_hours)] u32),
///     #[token(TOK013)]
///     NotFound(u64),
/// }
///
/// assert!(TokenError::ExpiryTooFar("2026-12-01", 24).to_string().contains("24時間"));
/// assert_eq!(TokenError::NotFound(7).to_string(), "ID7のトークンが見つかりませんでした。");
/// ```
///
/// # `#[token(transparent)]`
///
/// In the place of a code: the one field has a code of the same catalog itself, and is shown as it is. Its source is the
/// source. It may stand in a `Box`, an `Arc` or another pointer, as clippy asks for where it is large.
///
/// ```
/// # use token_codes::{Code, TokenCode, message};
/// # #[derive(Debug, TokenCode)]
/// # #[token(TOK003)]
/// # struct DownloadError { download_id: u64 }
/// #[derive(Debug, TokenCode)]
/// enum AuthError {
///     #[token(transparent)]
///     Download(DownloadError),
/// }
///
/// assert_eq!(AuthError::Download(DownloadError { download_id: 1 }).code(), Code::TOK003);
/// ```
///
/// # `#[token(code = AnyCode)]`
///
/// Before the type, most often an enum: its errors may be of several catalogs. A `transparent` field then is an error of
/// any catalog: of a derived type, [`CodedError`](struct@CodedError), or `Box<dyn TokenCode + Send + Sync>`. Where a
/// code stands, it is of the type's own catalog.
///
/// The rule: `code()` of a type gives the enum of its one catalog, so that it can be matched. Of such a type it gives an
/// [`AnyCode`], the same as `any_code()`, which compares with the codes of every catalog; and in the place of
/// `localized(Locale)` there is `localized_in("en")` alone.
///
/// ```
/// # use token_codes::{Code, CodedError, TokenCode, message};
/// # #[derive(Debug, TokenCode)]
/// # #[token(TOK003)]
/// # struct DownloadError { download_id: u64 }
/// #[derive(Debug, TokenCode)]
/// #[token(code = AnyCode)]
/// enum ServiceError {
///     #[token(TOK007)]
///     BadCredentials,
///     #[token(transparent)]
///     Download(#[from] DownloadError), // could be of another catalog
///     #[token(transparent)]
///     Other(#[from] CodedError), // is of any
/// }
///
/// fn download() -> Result<(), ServiceError> {
///     Err(DownloadError { download_id: 1 })?
/// }
///
/// let error = download().unwrap_err();
/// assert_eq!(error.code(), Code::TOK003);
/// let english = error.localized_in("en").map(|text| text.to_string());
/// assert_eq!(english.as_deref(), Some("Failed to export the token for download ID 1."));
/// # let _ = (ServiceError::BadCredentials, ServiceError::Other(message!(TOK010).into()));
/// ```
///
/// # `#[token(catalog = path)]`
///
/// Before the type, alone or beside the code: the crate whose catalog serves it, `crate` in that crate itself. Without
/// it, that is `::token_codes`; a crate that has given this dependency another name says so here.
///
/// ```
/// # use token_codes::TokenCode;
/// #[derive(Debug, TokenCode)]
/// #[token(TOK007, catalog = token_codes)]
/// struct BadCredentials;
/// ```
///
/// # `#[source]`
///
/// Before a field: the error that caused this one, as `Error::source` gives it. It is an error, a pointer to one such as
/// `Box<dyn Error + Send + Sync>` or `Box<dyn TokenCode>`, or an `Option` of these. A field named `source` is one without the mark, unless it
/// fills a placeholder.
///
/// ```
/// # use token_codes::TokenCode;
/// # use std::error::Error;
/// #[derive(Debug, TokenCode)]
/// #[token(TOK008)]
/// struct Unexpected {
///     #[source]
///     cause: std::io::Error,
/// }
///
/// let error = Unexpected { cause: std::io::Error::other("disk full") };
/// assert_eq!(error.source().unwrap().to_string(), "disk full");
/// ```
///
/// Data that happens to be called `source` is written `r#source` in the type, and there alone:
///
/// ```
/// # use token_codes::TokenCode;
/// # use std::error::Error;
/// #[derive(Debug, TokenCode)]
/// #[token(TOK007)]
/// struct BadCredentials {
///     r#source: String,
/// }
///
/// let error = BadCredentials { source: "the form".into() };
/// assert_eq!(error.source, "the form");
/// assert!(Error::source(&error).is_none());
/// ```
///
/// # `#[from]`
///
/// Before the only field: `From`, so that `?` makes this error of it. Unless the case is `transparent`, the field is
/// also the source.
///
/// ```
/// # use token_codes::TokenCode;
/// #[derive(Debug, TokenCode)]
/// enum AuthError {
///     #[token(TOK008)]
///     Unexpected(#[from] std::num::ParseIntError),
/// }
///
/// fn parse(text: &str) -> Result<u32, AuthError> {
///     Ok(text.parse()?)
/// }
/// assert!(parse("x").is_err());
/// ```
///
/// # Generic types
///
/// What the fields' types must be for this is a bound of the impls: in `struct NotFound<T> { token_id: T }`, that `T` can
/// fill the placeholder. There is no bound for a field whose type names the type itself, as in `Box<Tree<T>>`, so the
/// type says what its params need. Of types that hold each other, one must do without the params: rustc would go round
/// in circles.
///
/// A struct whose last field is unsized, such as a `str`, has `Display` and `Error` and no `TokenCode`, which is for
/// types that can be trait objects.
pub use token_codes_macros::TokenCode;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// Takes in the catalog that this crate's `build.rs` has compiled.
///
/// It belongs in the crate's root; anywhere else it is an error that says so. It gives the crate `Code`, `Locale` and
/// `message!`, and lets types in this crate and in those that depend on it be derived for that catalog, with
/// `#[token(catalog = crate)]` here and `#[token(catalog = this_crate)]` there.
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
// `crate` is the crate that it is called in.
#[allow(clippy::crate_in_macro_def)]
#[macro_export]
macro_rules! include_catalog {
    () => {
        #[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = "generated")]
        #[doc(hidden)]
        pub use $crate::__private;

        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/token_codes.rs"));

        #[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = "generated")]
        #[doc(inline)]
        pub use crate::include_catalog_belongs_in_the_root_of_the_crate::message;
    };
}

/// What the derive finds where the thirteen codes are not built.
#[cfg(not(feature = "catalog"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __facts {
    ([$($catalog:tt)*] $($item:tt)*) => {
        $crate::__private::expand_without_catalog! { [$crate] $($item)* }
    };
}

/// For generated code: the impls of an enum of a catalog for serde.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($name:ident) => {
        impl $crate::__private::serde::Serialize for $name {
            fn serialize<S: $crate::__private::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__private::serde::Serializer::serialize_str(serializer, self.as_str())
            }
        }

        impl<'de> $crate::__private::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize_text(deserializer)
            }
        }
    };
}

/// For generated code: without the feature, nothing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_serde {
    ($name:ident) => {};
}

/// What is called in the place of the macro of another catalog, where the thirteen codes are not built.
#[cfg(not(feature = "catalog"))]
#[doc(hidden)]
#[macro_export]
macro_rules! message {
    ($($item:tt)*) => {
        ::core::compile_error!(
            "`token-codes` is built without its own catalog\n\
             help: call the `message!` of the crate that has yours: `my_codes::message!`, `crate::message!` in that one"
        )
    };
}

/// The text of `catalog.yaml` with the thirteen codes, for tools that read catalogs; a program needs [`Code`] only.
///
/// ```
/// assert!(token_codes::CATALOG_YAML.contains("TOK005:"));
/// ```
// No const: of that, rustdoc would print all of the text.
#[cfg(feature = "catalog")]
pub static CATALOG_YAML: &str = include_str!("../../catalog.yaml");

#[cfg(feature = "catalog")]
include!(concat!(env!("OUT_DIR"), "/token_codes.rs"));

#[cfg(feature = "catalog")]
#[doc(inline)]
pub use include_catalog_belongs_in_the_root_of_the_crate::message;
