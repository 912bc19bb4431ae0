//! What every catalog's enum has.

use core::fmt;

use crate::any_code::AnyCode;
use crate::template::Template;

/// The enum of a catalog: implemented by the generated `Code`.
///
/// Each method stands beside one of the same name on the enum itself; this is for code that is generic over catalogs.
pub trait CatalogCode: Copy + Eq + Ord + fmt::Debug + fmt::Display + Into<AnyCode> + 'static {
    /// The catalog's locales.
    type Locale: Copy + Eq + fmt::Debug + fmt::Display + 'static;

    /// The locale that every code has a message in, and that `Display` uses.
    const SOURCE_LOCALE: Self::Locale;

    /// The code as it is written in the catalog.
    #[must_use]
    fn as_str(self) -> &'static str;

    /// The message in a locale.
    #[must_use]
    fn message(self, locale: Self::Locale) -> Template;
}
