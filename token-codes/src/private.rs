//! What the generated tables and the expanded macros call. Not for use by hand: it may change in any release.

#[cfg(feature = "serde")]
pub use serde;
pub use token_codes_macros::{TokenCode, expand, expand_without_catalog};

pub use crate::__impl_serde as impl_serde;
pub use crate::any_code::AnyCode;
pub use crate::catalog_code::CatalogCode;
pub use crate::catalog_tables::CatalogTables;
pub use crate::code_index::{CodeIndex, equal};
#[cfg(feature = "alloc")]
pub use crate::coded_error::as_coded;
pub use crate::column_value::AnyColumn;
pub use crate::columns::{
    ListedColumn, OptionalTextColumn, RequiredListedColumn, RequiredValueColumn, ValueColumn,
};
pub use crate::details::Details;
pub use crate::field::Field;
pub use crate::fill::{FillAny, FillBoolean, FillFloat, FillInteger, FillNumber, FillPlural, FillText};
pub use crate::find_locale::find_locale;
pub use crate::grouped::NumberFormat;
pub use crate::message::{Argument, Arguments, Message};
pub use crate::negotiate::negotiate;
#[cfg(not(feature = "catalog"))]
pub use crate::no_code::NoCode;
pub use crate::params::Params;
pub use crate::plurals::{Language, Plurals};
#[cfg(feature = "serde")]
pub use crate::serde_impls::deserialize_text;
pub use crate::tables::{ListColumn, ParamColumn, TemplateColumn, TextColumn};
pub use crate::template::Template;
pub use crate::texts::Texts;
pub use crate::token_code::{
    SizedFor, TokenCode as TokenCodeTrait, code_of, fmt_in_source_locale, in_source_locale,
};
pub use crate::unknown::{UnknownCode, UnknownColumnValue, UnknownLocale};
pub use crate::value::{Value, WithValues};
pub use crate::values::check_count;

/// The index of the value that is written so. A method of an iterator would not be found where a crate has no prelude.
#[must_use]
pub fn find_text(values: &[impl AsRef<str>], text: &str) -> Option<usize> {
    values.iter().position(|value| value.as_ref() == text)
}
