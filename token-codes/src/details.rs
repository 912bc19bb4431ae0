//! The columns that `AnyCode` reads with the feature `details`.

use crate::tables::{ListColumn, TextColumn};

/// A detail of every code: one column if it is the same in every locale, or else one a locale.
type PerLocale<Column> = &'static [&'static Column];

/// The columns of the details.
///
/// Without the feature it has none of them, so that the linker finds nothing that leads to their texts.
#[derive(Debug)]
pub struct Details {
    #[cfg(feature = "details")]
    columns: Columns,
}

#[cfg(feature = "details")]
#[derive(Debug)]
struct Columns {
    summaries: PerLocale<TextColumn>,
    descriptions: PerLocale<TextColumn>,
    causes: PerLocale<ListColumn>,
    resolutions: PerLocale<ListColumn>,
    deprecated: &'static [u32],
}

impl Details {
    /// The columns, each of which has a row for each code, and the rows of the codes that are deprecated.
    #[must_use]
    #[cfg_attr(not(feature = "details"), allow(unused_variables))]
    pub const fn new(
        summaries: PerLocale<TextColumn>,
        descriptions: PerLocale<TextColumn>,
        causes: PerLocale<ListColumn>,
        resolutions: PerLocale<ListColumn>,
        deprecated: &'static [u32],
    ) -> Self {
        Self {
            #[cfg(feature = "details")]
            columns: Columns { summaries, descriptions, causes, resolutions, deprecated },
        }
    }
}

#[cfg(feature = "details")]
impl Details {
    pub(crate) fn summaries(&self, locale: usize) -> &'static TextColumn {
        of_locale(self.columns.summaries, locale)
    }

    pub(crate) fn descriptions(&self, locale: usize) -> &'static TextColumn {
        of_locale(self.columns.descriptions, locale)
    }

    pub(crate) fn causes(&self, locale: usize) -> &'static ListColumn {
        of_locale(self.columns.causes, locale)
    }

    pub(crate) fn resolutions(&self, locale: usize) -> &'static ListColumn {
        of_locale(self.columns.resolutions, locale)
    }

    pub(crate) fn is_deprecated(&self, row: usize) -> bool {
        self.columns.deprecated.iter().any(|deprecated| *deprecated as usize == row)
    }
}

#[cfg(feature = "details")]
fn of_locale<Column>(columns: PerLocale<Column>, locale: usize) -> &'static Column {
    columns.get(locale).unwrap_or(&columns[0])
}
