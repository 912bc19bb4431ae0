//! The tables that a catalog is compiled to: one blob of text and its offsets for each column.
//!
//! Nothing here is relocated at load, allocated, or computed at start-up, and the linker drops the columns that a
//! program does not read. The generated code fills them; their form is private to it and may change in any release.

use crate::params::{ParamType, Params};
use crate::template::Template;
use crate::texts::Texts;

/// A column of texts: row `i` is `text[ends[i]..ends[i + 1]]`.
#[derive(Debug)]
pub struct TextColumn {
    text: &'static str,
    ends: &'static [u32],
}

impl TextColumn {
    /// `ends` holds one offset more than there are rows, in ascending order, each on a character boundary of `text`.
    #[must_use]
    pub const fn new(text: &'static str, ends: &'static [u32]) -> Self {
        Self { text, ends }
    }

    /// The text of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row. The rows of generated code are discriminants of the enum the column is made for.
    #[must_use]
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        let (head, _) = self.text.split_at(self.ends[row + 1] as usize);
        head.split_at(self.ends[row] as usize).1
    }
}

/// A column of lists of texts: row `i` is the items from `starts[i]` to `starts[i + 1]`.
#[derive(Debug)]
pub struct ListColumn {
    items: TextColumn,
    starts: &'static [u32],
}

impl ListColumn {
    /// `starts` holds one index more than there are rows, in ascending order.
    #[must_use]
    pub const fn new(items: TextColumn, starts: &'static [u32]) -> Self {
        Self { items, starts }
    }

    /// The list of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&'static self, row: usize) -> Texts {
        Texts::new(&self.items, self.starts[row] as usize, self.starts[row + 1] as usize)
    }
}

/// The params of every code: row `i` has those from `starts[i]` to `starts[i + 1]`.
#[derive(Debug)]
pub struct ParamColumn {
    pub(crate) names: TextColumn,
    pub(crate) types: &'static [ParamType],
    starts: &'static [u32],
}

impl ParamColumn {
    /// `starts` holds one index more than there are rows, in ascending order.
    #[must_use]
    pub const fn new(names: TextColumn, types: &'static [ParamType], starts: &'static [u32]) -> Self {
        Self { names, types, starts }
    }

    /// The params of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&'static self, row: usize) -> Params {
        Params::new(self, self.starts[row] as usize, self.starts[row + 1] as usize)
    }
}

/// A part of a message that is not shown as it stands: its first byte, the byte after its last, and the index of the
/// param that is shown instead, or [`Cut::BRACE`].
#[derive(Debug)]
pub struct Cut(pub u32, pub u32, pub u16);

impl Cut {
    /// In the place of a param: the second brace of `{{` or `}}`, which is left out.
    pub const BRACE: u16 = u16::MAX;
}

/// The messages of one locale: row `i` has the cuts from `starts[i]` to `starts[i + 1]`.
#[derive(Debug)]
pub struct TemplateColumn {
    pub(crate) texts: TextColumn,
    cuts: &'static [Cut],
    starts: &'static [u32],
    pub(crate) params: &'static ParamColumn,
}

impl TemplateColumn {
    /// `starts` holds one index more than there are rows, in ascending order. `params` are those of the same rows.
    #[must_use]
    pub const fn new(
        texts: TextColumn,
        cuts: &'static [Cut],
        starts: &'static [u32],
        params: &'static ParamColumn,
    ) -> Self {
        Self { texts, cuts, starts, params }
    }

    /// The message of a row. There must be such a row: the template panics where there is none.
    #[must_use]
    #[inline]
    pub const fn get(&'static self, row: usize) -> Template {
        Template::new(self, row)
    }

    #[inline]
    pub(crate) fn cuts(&self, row: usize) -> &'static [Cut] {
        let (start, end) = (self.starts[row] as usize, self.starts[row + 1] as usize);
        self.cuts.get(start..end).unwrap_or_default()
    }
}

/// The columns that [`AnyCode`](crate::AnyCode) reads.
#[derive(Debug)]
pub struct CatalogTables {
    /// The tags of the locales; the first is the source locale.
    pub locales: &'static [&'static str],
    /// The codes as they are written.
    pub codes: &'static TextColumn,
    /// The summaries, in the source locale.
    pub summaries: &'static TextColumn,
    /// The params.
    pub params: &'static ParamColumn,
    /// The messages in each locale.
    pub messages: &'static [&'static TemplateColumn],
}
