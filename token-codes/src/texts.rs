//! A list of texts.

use crate::rows::rows;
use crate::tables::{ListColumn, TextColumn};

rows! {
    /// The causes or the resolution steps of a code: an iterator over `&'static str`, in the order of the catalog.
    ///
    /// ```
    /// use token_codes::Code;
    ///
    /// let steps = Code::TOK009.resolution();
    /// assert_eq!(steps.len(), 2);
    /// for (number, step) in (1..).zip(steps) {
    ///     println!("{number}. {step}");
    /// }
    /// ```
    Texts: TextColumn => &'static str
}

impl TextColumn {
    const fn item(&self, index: usize) -> &'static str {
        self.get(index)
    }
}

impl ListColumn {
    /// The list of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&'static self, row: usize) -> Texts {
        Texts { column: &self.items, start: self.starts.get(row), end: self.starts.get(row + 1) }
    }
}
