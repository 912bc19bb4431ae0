//! A code of any catalog.

use core::fmt;

use crate::catalog_tables::CatalogTables;
use crate::column_value::{ColumnValue, ColumnValues};
use crate::params::Params;
use crate::template::Template;

/// A code of any catalog: what is known of it without its enum.
///
/// Code that serves several catalogs, such as a logger or an HTTP layer, gets one from
/// [`TokenCode::any_code`](crate::TokenCode::any_code). It compares with the codes of every catalog, and
/// converts back to the one it is of.
///
/// ```
/// use token_codes::{AnyCode, Code};
///
/// let code = AnyCode::from(Code::TOK005);
/// assert_eq!(code, Code::TOK005);
/// assert_eq!(code.as_str(), "TOK005");
/// assert_eq!(Code::try_from(code), Ok(Code::TOK005));
/// ```
#[derive(Clone, Copy)]
pub struct AnyCode {
    catalog: &'static CatalogTables,
    row: usize,
}

impl AnyCode {
    /// For generated code: the code in `row` of the tables, which must have that row.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(catalog: &'static CatalogTables, row: usize) -> Self {
        Self { catalog, row }
    }

    /// For generated code: the row, if it is one of these tables.
    #[doc(hidden)]
    #[must_use]
    pub fn row_in(self, catalog: &'static CatalogTables) -> Option<usize> {
        core::ptr::eq(self.catalog, catalog).then_some(self.row)
    }

    /// The code as it is written in its catalog, such as `TOK005`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.catalog.codes.get(self.row)
    }

    /// The short name; `None` if the catalog has none.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// assert_eq!(AnyCode::from(Code::TOK005).name(), Some("expiry-too-far"));
    /// ```
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self.catalog.names.get(self.row) {
            name if name.is_empty() => None,
            name => Some(name),
        }
    }

    /// The line that says what happened; empty if the catalog has none.
    ///
    /// In the source locale, where it differs from locale to locale.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        self.catalog.summaries.get(self.row)
    }

    /// What its placeholders stand for.
    #[must_use]
    pub const fn params(self) -> Params {
        self.catalog.params.get(self.row)
    }

    /// The tags of its catalog's locales; the first is the source locale.
    #[must_use]
    pub const fn locales(self) -> &'static [&'static str] {
        self.catalog.locales
    }

    /// Its message in the locale with this tag; `None` if its catalog has no such locale.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// let code = AnyCode::from(Code::TOK013);
    /// assert_eq!(code.message("ja").unwrap().as_str(), "ID{0}のトークンが見つかりませんでした。");
    /// assert!(code.message("tlh").is_none());
    /// ```
    #[must_use]
    pub fn message(self, locale: &str) -> Option<Template> {
        let locale = self.locales().iter().position(|tag| *tag == locale)?;
        let messages = self.catalog.messages.get(locale)?;
        Some(messages.get(self.row, self.catalog.params))
    }

    /// What it has in the column of this name; `None` if it has nothing there, or its catalog declares no such column.
    ///
    /// ```
    /// use token_codes::{AnyCode, ColumnValue};
    ///
    /// /// The status that a reply has, whatever the catalog.
    /// fn status(code: AnyCode) -> u16 {
    ///     match code.column("http_status") {
    ///         Some(ColumnValue::Unsigned(status)) => status.try_into().unwrap_or(500),
    ///         _ => 500,
    ///     }
    /// }
    /// # assert_eq!(status(token_codes::Code::TOK001.into()), 500);
    /// ```
    #[must_use]
    pub fn column(self, name: &str) -> Option<ColumnValue> {
        self.catalog.columns.iter().find(|column| column.name == name)?.rows.value(self.row)
    }

    /// What it has in the columns that its catalog declares: their names and its values, without those that it lacks.
    ///
    /// ```
    /// use token_codes::AnyCode;
    ///
    /// fn log(code: AnyCode) {
    ///     for (name, value) in code.columns() {
    ///         println!("{name}={value}");
    ///     }
    /// }
    /// # log(token_codes::Code::TOK001.into());
    /// ```
    #[must_use]
    pub fn columns(self) -> ColumnValues {
        ColumnValues::new(self.catalog.columns, self.row)
    }
}

impl PartialEq for AnyCode {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.catalog, other.catalog) && self.row == other.row
    }
}

impl Eq for AnyCode {}

impl fmt::Debug for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for AnyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for AnyCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
