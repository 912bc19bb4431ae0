//! What looking up a text that is not in the catalog gives.

use core::error::Error;
use core::fmt;

/// The text is no code of the catalog: the error of `"…".parse::<Code>()`.
///
/// ```
/// use token_codes::{Code, UnknownCode};
///
/// assert_eq!("TOK999".parse::<Code>(), Err(UnknownCode));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a code of the catalog")
    }
}

impl Error for UnknownCode {}

/// The text means no locale of the catalog, as [`find_locale`](crate::find_locale) says: the error of
/// `"…".parse::<Locale>()`.
///
/// ```
/// use token_codes::{Locale, UnknownLocale};
///
/// assert_eq!("tlh".parse::<Locale>(), Err(UnknownLocale));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLocale;

impl fmt::Display for UnknownLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a locale of the catalog")
    }
}

impl Error for UnknownLocale {}

/// The text is no value of the column: the error of `"…".parse::<Severity>()`, if `Severity` is the enum of a column
/// whose values the catalog lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownColumnValue;

impl fmt::Display for UnknownColumnValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a value of the column")
    }
}

impl Error for UnknownColumnValue {}
