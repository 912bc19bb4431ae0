//! The tables that a catalog is compiled to: one blob of text and its offsets for each column.
//!
//! Nothing here is relocated at load, allocated, or computed at start-up, and the linker drops the columns that a
//! program does not read. The generated code fills them; their form is private to it and may change in any release.

use crate::numbers::Numbers;

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

    /// How many rows there are.
    pub(crate) const fn len(&self) -> usize {
        self.ends.len() - 1
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
    pub(crate) items: TextColumn,
    pub(crate) starts: Numbers,
}

impl ListColumn {
    /// `starts` holds one index more than there are rows, in ascending order.
    #[must_use]
    pub const fn new(items: TextColumn, starts: &'static [u8]) -> Self {
        Self { items, starts: Numbers::new(starts) }
    }
}

/// The params of every code: row `i` has those from `starts[i]` to `starts[i + 1]`.
#[derive(Debug)]
pub struct ParamColumn {
    /// The first letter of each param's type, a sign if it is not public, and its name.
    pub(crate) params: TextColumn,
    pub(crate) starts: Numbers,
}

impl ParamColumn {
    /// The texts of `params` are the first letter of a param's type, `~` if it is personal and `!` if it is secret, and
    /// its name; `starts` holds one index more than there are rows, in ascending order.
    #[must_use]
    pub const fn new(params: TextColumn, starts: &'static [u8]) -> Self {
        Self { params, starts: Numbers::new(starts) }
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

    /// The cuts of a message, in the order of its text.
    #[inline]
    pub(crate) fn cuts(&self, row: usize) -> impl Iterator<Item = Cut> + use<> {
        let cuts = self.cuts.range(self.cuts.get(row), self.cuts.get(row + 1));
        cuts.triples().map(|[start, end, param]| Cut { start, end, param })
    }
}
