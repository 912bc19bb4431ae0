//! The tables of a catalog, for code that does not know which it is.

use crate::column_value::AnyColumn;
use crate::details::Details;
use crate::role::Role;
use crate::tables::{ParamColumn, TemplateColumn, TextColumn};

/// The columns that [`AnyCode`](crate::AnyCode) reads.
#[derive(Debug)]
pub struct CatalogTables {
    /// The tags of the locales; the first is the source locale.
    pub locales: &'static [&'static str],
    /// The index of the locale that logs are in.
    pub log_locale: usize,
    /// Whether every message is one line, and every param public: a log then has the texts as they are.
    pub plain: bool,
    /// The names of the columns, or params, for each role in its order; empty where there is none.
    pub roles: [&'static str; Role::COUNT],
    /// The codes as they are written.
    pub codes: &'static TextColumn,
    /// The short names; empty where a code has none.
    pub names: &'static TextColumn,
    /// The summaries, in the source locale.
    pub summaries: &'static TextColumn,
    /// The params.
    pub params: &'static ParamColumn,
    /// The messages in each locale.
    pub messages: &'static [&'static TemplateColumn],
    /// The columns that the catalog declares.
    pub columns: &'static [AnyColumn],
    /// The texts that few programs ask for.
    pub details: Details,
}
