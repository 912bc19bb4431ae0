//! A code of any catalog.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use crate::catalog_tables::CatalogTables;
use crate::column_value::{ColumnValue, ColumnValues};
use crate::filled_text::FilledText;
use crate::find_locale::find_locale;
use crate::negotiate::negotiate;
use crate::params::Params;
use crate::role::Role;
use crate::template::Template;
use crate::texts::Texts;
use crate::value::Value;
use crate::values::Values;

/// A code of any catalog: what is known of it without its enum.
///
/// Code that serves several catalogs, such as a logger or an HTTP layer, gets one from
/// [`TokenCode::any_code`](crate::TokenCode::any_code). It compares with the codes of every catalog, and
/// converts back to the one it is of. It is hashed and ordered, so that it can be the key of a map: the codes of a
/// catalog stand together, in the order of the catalog.
///
/// ```
/// use token_codes::{AnyCode, Code};
///
/// let code = AnyCode::from(Code::TOK005);
/// assert_eq!(code, Code::TOK005);
/// assert_eq!(code.as_str(), "TOK005");
/// assert_eq!(Code::try_from(code), Ok(Code::TOK005));
/// ```
///
/// # Descriptions, causes and resolutions
///
/// They are there with the feature `details` of this crate. A program that has an `AnyCode` has in it all that it can
/// be asked for, whether or not it asks; and of a large catalog, these are the larger part.
#[cfg_attr(not(feature = "details"), doc = "```compile_fail,E0277")]
#[cfg_attr(feature = "details", doc = "```")]
/// let code = token_codes::AnyCode::from(token_codes::Code::TOK005);
/// assert!(code.description().starts_with("The expiry date")); // an error that names the feature, without it
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

    /// The tag of the locale that logs are in: the source locale, unless its catalog says otherwise.
    #[must_use]
    pub const fn log_locale(self) -> &'static str {
        self.catalog.locales[self.catalog.log_locale]
    }

    /// The tag of its catalog's locale that suits a client best, by its header `Accept-Language`, as
    /// [`negotiate`](crate::negotiate()) says; that of the source locale, if none does.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// let code = AnyCode::from(Code::TOK013);
    /// let locale = code.negotiate("fr-CH, en;q=0.9");
    /// assert_eq!(code.message(locale).unwrap().as_str(), "The token with ID {0} was not found.");
    /// ```
    #[must_use]
    pub fn negotiate(self, accept_language: impl AsRef<[u8]>) -> &'static str {
        self.locales()[negotiate(self.locales(), accept_language)]
    }

    /// Every code of its catalog, in the order of the catalog.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// assert_eq!(AnyCode::from(Code::TOK005).catalog().count(), Code::all().len());
    /// ```
    #[must_use]
    pub fn catalog(self) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        let catalog = self.catalog;
        (0..catalog.codes.len()).map(move |row| Self { catalog, row })
    }

    /// Its message in the locale that this tag means, as [`find_locale`] says; `None` if its catalog has none.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// let code = AnyCode::from(Code::TOK013);
    /// assert_eq!(code.message("ja").unwrap().as_str(), "ID{0}のトークンが見つかりませんでした。");
    /// assert_eq!(code.message("ja_JP.UTF-8").unwrap().as_str(), code.message("ja").unwrap().as_str());
    /// assert!(code.message("tlh").is_none());
    /// ```
    #[must_use]
    pub fn message(self, locale: &str) -> Option<Template> {
        let messages = self.catalog.messages.get(self.locale(locale)?)?;
        Some(messages.get(self.row, self.catalog.params))
    }

    /// Its message in the source locale.
    pub(crate) fn source_message(self) -> Template {
        self.catalog.messages[0].get(self.row, self.catalog.params)
    }

    /// Whether every message of its catalog is one line, and every param public.
    pub(crate) const fn is_plain(self) -> bool {
        self.catalog.plain
    }

    /// Its message in the locale of logs.
    pub(crate) fn log_message(self) -> Template {
        self.catalog.messages[self.catalog.log_locale].get(self.row, self.catalog.params)
    }

    /// The index of the locale that this tag means.
    fn locale(self, tag: &str) -> Option<usize> {
        find_locale(self.locales(), tag)
    }

    /// A text of the catalog with `values` in the place of its placeholders, `{0}` first: its summary, description, a
    /// cause or a step of its resolution.
    ///
    /// An error fills such a text with its own arguments: see [`TokenCode::fill`](crate::TokenCode::fill).
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// let code = AnyCode::from(Code::TOK005);
    /// let text = code.fill("at most {max_hours} hours, until {1}", &[24.into()]);
    /// assert_eq!(text.to_string(), "at most 24 hours, until {1}");
    /// ```
    ///
    /// What names none of them stays as it is written; `{{` and `}}` are braces.
    #[must_use]
    pub fn fill<'a>(self, text: &'a str, values: &[Value<'a>]) -> FilledText<'a> {
        FilledText::new(text, self.params(), Values::take(|with| with(values)))
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
    /// # assert_eq!(status(token_codes::Code::TOK001.into()), 401);
    /// ```
    #[must_use]
    pub fn column(self, name: &str) -> Option<ColumnValue> {
        self.catalog.columns.iter().find(|column| column.name == name)?.rows.value(self.row)
    }

    /// What it has in the column with this role; `None` if it has nothing there, or its catalog has no such column.
    #[must_use]
    pub fn role(self, role: Role) -> Option<ColumnValue> {
        self.column(self.role_name(role)?)
    }

    /// The name of the column, or of the param, with this role; `None` if its catalog has none.
    #[must_use]
    pub const fn role_name(self, role: Role) -> Option<&'static str> {
        match self.catalog.roles[role as usize] {
            name if name.is_empty() => None,
            name => Some(name),
        }
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

/// The texts that it has with the feature `details`.
#[cfg(feature = "details")]
impl AnyCode {
    /// The line that says what happened, in the locale that this tag means, as [`find_locale`] says; `None` if its catalog has none.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// let code = AnyCode::from(Code::TOK005);
    /// assert_eq!(code.summary_in("ja"), Some(code.summary()));
    /// assert_eq!(code.summary_in("tlh"), None);
    /// ```
    #[must_use]
    pub fn summary_in(self, locale: &str) -> Option<&'static str> {
        Some(self.catalog.details.summaries(self.locale(locale)?).get(self.row))
    }

    /// What happened, at length, in the source locale; empty if the catalog has none. Placeholders are as written.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.catalog.details.descriptions(0).get(self.row)
    }

    /// What happened, at length, in the locale that this tag means, as [`find_locale`] says; `None` if its catalog has none.
    #[must_use]
    pub fn description_in(self, locale: &str) -> Option<&'static str> {
        Some(self.catalog.details.descriptions(self.locale(locale)?).get(self.row))
    }

    /// The root causes, in the source locale. Placeholders are as written: [`fill`](Self::fill) fills them.
    #[must_use]
    pub fn causes(self) -> Texts {
        self.catalog.details.causes(0).get(self.row)
    }

    /// The root causes in the locale that this tag means, as [`find_locale`] says; `None` if its catalog has none.
    #[must_use]
    pub fn causes_in(self, locale: &str) -> Option<Texts> {
        Some(self.catalog.details.causes(self.locale(locale)?).get(self.row))
    }

    /// The steps that resolve it, in the source locale. Placeholders are as written: [`fill`](Self::fill) fills them.
    ///
    /// ```
    /// use token_codes::TokenCode;
    ///
    /// /// What support reads of any error.
    /// fn explain(error: &dyn TokenCode) {
    ///     for step in error.any_code().resolution() {
    ///         println!("- {}", error.fill(step));
    ///     }
    /// }
    /// # explain(&token_codes::message!(TOK013, token_id = 7));
    /// ```
    #[must_use]
    pub fn resolution(self) -> Texts {
        self.catalog.details.resolutions(0).get(self.row)
    }

    /// The steps that resolve it in the locale that this tag means, as [`find_locale`] says; `None` if its catalog has none.
    #[must_use]
    pub fn resolution_in(self, locale: &str) -> Option<Texts> {
        Some(self.catalog.details.resolutions(self.locale(locale)?).get(self.row))
    }
}

/// What its catalog says of it, with the feature `details`.
#[cfg(feature = "details")]
impl AnyCode {
    /// Whether its catalog says that it should not be used any more.
    ///
    /// ```
    /// use token_codes::{AnyCode, Code};
    ///
    /// assert!(!AnyCode::from(Code::TOK005).is_deprecated());
    /// ```
    #[must_use]
    pub fn is_deprecated(self) -> bool {
        self.catalog.details.is_deprecated(self.row)
    }
}

/// Has no impl: it is asked for where a text is wanted that the program does not have, and says so.
#[cfg(not(feature = "details"))]
#[diagnostic::on_unimplemented(
    message = "this text of an `AnyCode` is there with the feature `details` of token-codes",
    label = "asks for a text that the program does not have in it",
    note = "in Cargo.toml, add `features = [\"details\"]` to `token-codes`",
    note = "the enum of a catalog has its texts without it: `Code::try_from(any_code)`"
)]
pub trait HasDetails {
    /// Is never called.
    fn never<T>(self) -> T;
}

#[cfg(not(feature = "details"))]
macro_rules! without_details {
    ($($method:ident($($locale:ident: &str)?) -> $text:ty),+ $(,)?) => {
        impl AnyCode {$(
            #[doc(hidden)]
            #[must_use]
            // The lifetime keeps rustc from asking at once.
            pub fn $method(self $(, $locale: &str)?) -> $text where for<'a> &'a Self: HasDetails {
                (&self).never()
            }
        )+}
    };
}

#[cfg(not(feature = "details"))]
without_details! {
    summary_in(_locale: &str) -> Option<&'static str>,
    description() -> &'static str,
    description_in(_locale: &str) -> Option<&'static str>,
    causes() -> Texts,
    causes_in(_locale: &str) -> Option<Texts>,
    resolution() -> Texts,
    resolution_in(_locale: &str) -> Option<Texts>,
    is_deprecated() -> bool,
}

impl PartialEq for AnyCode {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.catalog, other.catalog) && self.row == other.row
    }
}

impl Eq for AnyCode {}

impl Hash for AnyCode {
    fn hash<H: Hasher>(&self, state: &mut H) {
        core::ptr::from_ref(self.catalog).hash(state);
        self.row.hash(state);
    }
}

impl Ord for AnyCode {
    /// Catalogs by their first code, so that the order is the same in every run; only of two with the same one, the
    /// order is that of their addresses.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |code: &Self| (code.catalog.codes.get(0), core::ptr::from_ref(code.catalog), code.row);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for AnyCode {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

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
