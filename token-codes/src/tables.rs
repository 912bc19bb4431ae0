//! The tables that a catalog is compiled to: one blob of text and its offsets for each column.
//!
//! Nothing here is relocated at load, allocated, or computed at start-up, and the linker drops the columns that a
//! program does not read. The generated code fills them; their form is private to it and may change in any release.

use crate::columns::AnyColumn;
use crate::details::Details;
use crate::numbers::Numbers;
use crate::params::{Param, ParamType, Params};
use crate::template::Template;
use crate::texts::Texts;

/// A column of texts: row `i` is `text[ends[i]..ends[i + 1]]`.
#[derive(Debug)]
pub struct TextColumn {
    text: &'static str,
    ends: Numbers,
}

impl TextColumn {
    /// `ends` holds one offset more than there are rows, in ascending order, each on a character boundary of `text`.
    #[must_use]
    pub const fn new(text: &'static str, ends: &'static [u8]) -> Self {
        Self { text, ends: Numbers::new(ends) }
    }

    /// The text of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row. The rows of generated code are discriminants of the enum the column is made for.
    #[must_use]
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        let (head, _) = self.text.split_at(self.ends.get(row + 1));
        head.split_at(self.ends.get(row)).1
    }
}

/// A column of lists of texts: row `i` is the items from `starts[i]` to `starts[i + 1]`.
#[derive(Debug)]
pub struct ListColumn {
    items: TextColumn,
    starts: Numbers,
}

impl ListColumn {
    /// `starts` holds one index more than there are rows, in ascending order.
    #[must_use]
    pub const fn new(items: TextColumn, starts: &'static [u8]) -> Self {
        Self { items, starts: Numbers::new(starts) }
    }

    /// The list of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&'static self, row: usize) -> Texts {
        Texts::new(&self.items, self.starts.get(row), self.starts.get(row + 1))
    }
}

/// The params of every code: row `i` has those from `starts[i]` to `starts[i + 1]`.
#[derive(Debug)]
pub struct ParamColumn {
    /// The first letter of each param's type, and its name.
    params: TextColumn,
    starts: Numbers,
}

impl ParamColumn {
    /// The texts of `params` are the first letter of a param's type and its name; `starts` holds one index more than
    /// there are rows, in ascending order.
    #[must_use]
    pub const fn new(params: TextColumn, starts: &'static [u8]) -> Self {
        Self { params, starts: Numbers::new(starts) }
    }

    /// The param with this index among those of all codes.
    pub(crate) const fn param(&self, index: usize) -> Param {
        let (ty, name) = match self.params.get(index).split_at_checked(1) {
            Some(parts) => parts,
            None => ("", ""),
        };
        let ty = match ty.as_bytes() {
            b"t" => ParamType::Text,
            b"i" => ParamType::Integer,
            _ => ParamType::Any,
        };
        Param { name, ty }
    }

    /// The params of a row.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    #[must_use]
    pub const fn get(&'static self, row: usize) -> Params {
        Params::new(self, self.starts.get(row), self.starts.get(row + 1))
    }
}

/// A part of a message that is not shown as it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    /// The index of the param that is shown instead; [`Cut::BRACE`] if it is the second brace of `{{` or `}}`, which is
    /// left out.
    pub(crate) param: usize,
}

impl Cut {
    pub(crate) const BRACE: usize = u32::MAX as usize;
}

/// The messages of one locale.
#[derive(Debug)]
pub struct TemplateColumn {
    pub(crate) texts: TextColumn,
    /// Row `i` has the cuts from `cuts[i]` to `cuts[i + 1]`, three numbers each.
    cuts: Numbers,
}

impl TemplateColumn {
    /// `cuts` holds, for each row, the index of the first of its cuts in `cuts` itself, and where those of the last row
    /// end; then three numbers for each cut: its first byte, the byte after its last, and its param or [`Cut::BRACE`].
    #[must_use]
    pub const fn new(texts: TextColumn, cuts: &'static [u8]) -> Self {
        Self { texts, cuts: Numbers::new(cuts) }
    }

    /// The message of a row; `params` are those of the same rows. There must be such a row: the template panics where
    /// there is none.
    #[must_use]
    #[inline]
    pub const fn get(&'static self, row: usize, params: &'static ParamColumn) -> Template {
        Template::new(self, params, row)
    }

    /// The cuts of a message, in the order of its text.
    #[inline]
    pub(crate) fn cuts(&self, row: usize) -> impl Iterator<Item = Cut> + use<> {
        let cuts = self.cuts.range(self.cuts.get(row), self.cuts.get(row + 1));
        cuts.triples().map(|[start, end, param]| Cut { start, end, param })
    }
}

/// The columns that [`AnyCode`](crate::AnyCode) reads.
#[derive(Debug)]
pub struct CatalogTables {
    /// The tags of the locales; the first is the source locale.
    pub locales: &'static [&'static str],
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
