//! What the generated tables and the expanded macros call. Not for use by hand: it may change in any release.

pub use token_codes_macros::{TokenCode, expand};

pub use crate::any_code::AnyCode;
pub use crate::catalog_code::CatalogCode;
pub use crate::catalog_tables::CatalogTables;
pub use crate::code_index::{CodeIndex, equal};
pub use crate::column_value::AnyColumn;
pub use crate::columns::{ListedColumn, OptionalTextColumn, ValueColumn};
pub use crate::fill::{FillAny, FillInteger, FillText};
pub use crate::message::{Arguments, Message, any, integer, text};
pub use crate::params::Params;
pub use crate::source::AsError;
pub use crate::tables::{ListColumn, ParamColumn, TemplateColumn, TextColumn};
pub use crate::template::Template;
pub use crate::texts::Texts;
pub use crate::token_code::{TokenCode as TokenCodeTrait, code_of, fmt_in_source_locale};
pub use crate::unknown::{UnknownCode, UnknownColumnValue, UnknownLocale};
pub use crate::value::{Value, WithValues};
