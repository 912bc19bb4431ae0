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
//! The crate is `no_std`, allocates nothing, and depends on nothing but its macros. The tables are text and offsets:
//! nothing runs at start-up.
//!
//! # Features
//!
//! `catalog`, on by default: the thirteen codes `TOK001` to `TOK013`. Without it the crate is what the catalogs of
//! other crates need, and builds faster: see [`include_catalog!`].
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod any_code;
mod args;
mod catalog_code;
mod catalog_tables;
mod code_index;
mod column_value;
mod columns;
mod decimal;
mod fill;
mod message;
mod numbers;
mod params;
mod rows;
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
pub use crate::column_value::{ColumnValue, ColumnValues};
pub use crate::message::Message;
pub use crate::params::{Param, ParamType, Params};
pub use crate::template::{Filled, Template};
pub use crate::texts::Texts;
pub use crate::token_code::{Localized, TokenCode};
pub use crate::unknown::{UnknownCode, UnknownColumnValue, UnknownLocale};
pub use crate::value::Value;
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
/// | `text` | string-like, by `AsRef<str>` |
/// | `integer` | one of Rust's integers, a `NonZero` of one, or a reference to one |
/// | `any` | anything that implements `Display` |
///
/// A field that fills none is carried, not shown.
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
/// Before a field: the placeholder that it fills, where that is not its name. A field of a tuple always needs it.
///
/// ```
/// # use token_codes::TokenCode;
/// #[derive(Debug, TokenCode)]
/// #[token(TOK005)]
/// struct ExpiryTooFar(#[token(expires_at)] &'static str, #[token(max_hours)] u32);
///
/// assert!(ExpiryTooFar("2026-12-01", 24).to_string().contains("24時間"));
/// ```
///
/// # `#[token(transparent)]`
///
/// In the place of a code: the one field has a code of the same catalog itself, and is shown as it is. Its source is the
/// source.
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
/// Before a field: the error that caused this one, as `Error::source` gives it. It is an error, an `Option` of one, or
/// a `Box<dyn Error>`. A field named `source` is one without the mark, unless it fills a placeholder.
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
pub use token_codes_macros::TokenCode;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

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
        #[allow(unused_imports, clippy::allow_attributes, clippy::pub_use, reason = "generated")]
        #[doc(hidden)]
        pub use $crate::__private;

        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/token_codes.rs"));
    };
}

/// What the derive finds where the thirteen codes are not built.
#[cfg(not(feature = "catalog"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __facts {
    ($($item:tt)*) => {
        ::core::compile_error!(
            "`token-codes` is built without its own catalog\n\
             help: name the crate that has yours with `#[token(catalog = my_codes)]`, `crate` for this one, \
             or let `token-codes` have its feature `catalog`"
        );
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
