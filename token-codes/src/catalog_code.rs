//! What every catalog's enum has.

use core::fmt;

use crate::any_code::AnyCode;
use crate::template::Template;

/// The enum of a catalog: implemented by the generated `Code`.
///
/// Each method stands beside one of the same name on the enum itself; this is for code that is generic over catalogs.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the enum of one catalog",
    note = "an error of several catalogs has `localized_in(tag)`, which takes the tag of any locale, such as `\"en\"`"
)]
pub trait CatalogCode: Copy + Eq + Ord + fmt::Debug + fmt::Display + Into<AnyCode> + 'static {
    /// The catalog's locales.
    type Locale: Copy + Eq + fmt::Debug + fmt::Display + 'static;

    /// The locale that every code has a message in, and that `Display` uses.
    const SOURCE_LOCALE: Self::Locale;

    /// Every code, in the order of the catalog.
    #[must_use]
    fn all() -> &'static [Self];

    /// The code as it is written in the catalog.
    #[must_use]
    fn as_str(self) -> &'static str;

    /// The message in a locale.
    #[must_use]
    fn message(self, locale: Self::Locale) -> Template;
}

/// The code of an error: the enum of its catalog, or [`AnyCode`] if it can be of several.
pub trait ErrorCode: Copy + Eq + Ord + fmt::Debug + fmt::Display + Into<AnyCode> + 'static {
    /// The code as it is written in the catalog.
    #[doc(hidden)]
    fn text(self) -> &'static str;

    /// The message in the source locale.
    #[doc(hidden)]
    fn source_message(self) -> Template;
}

impl<C: CatalogCode> ErrorCode for C {
    #[inline]
    fn text(self) -> &'static str {
        self.as_str()
    }

    #[inline]
    fn source_message(self) -> Template {
        self.message(C::SOURCE_LOCALE)
    }
}

#[diagnostic::do_not_recommend]
impl ErrorCode for AnyCode {
    fn text(self) -> &'static str {
        self.as_str()
    }

    fn source_message(self) -> Template {
        self.source_message()
    }
}
