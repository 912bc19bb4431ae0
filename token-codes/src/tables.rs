//! The tables that a catalog is compiled to: one blob of text and its offsets for each column.
//!
//! Nothing here is relocated at load, allocated, or computed at start-up, and the linker drops the columns that a
//! program does not read. The generated code fills them; their form is private to it and may change in any release.

use crate::numbers::{Numbers, Triples};
use crate::plurals::Plurals;

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
    /// Here, since every message and every filled text has its params at hand.
    pub(crate) plurals: Option<&'static Plurals>,
}

impl ParamColumn {
    /// The texts of `params` are the first letter of a param's type, `~` if it is personal and `!` if it is secret, and
    /// its name; `starts` holds one index more than there are rows, in ascending order.
    #[must_use]
    pub const fn new(params: TextColumn, starts: &'static [u8]) -> Self {
        Self { params, starts: Numbers::new(starts), plurals: None }
    }

    /// The texts of the catalog have plurals or numbers.
    #[must_use]
    pub const fn with_plurals(self, plurals: &'static Plurals) -> Self {
        Self { plurals: Some(plurals), ..self }
    }
}

/// A part of a message that is not shown as it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    /// The index of the param that is shown instead, or one of these.
    pub(crate) param: usize,
}

impl Cut {
    /// From here on, it is none of these: the bits after the first say what it is, as [`SpecialKind`] knows, the lowest eight
    /// are a param, and those between the index of a locale, by whose language it is.
    ///
    /// After a plural come three numbers for each branch, that of `other` the last: its number or the index of its
    /// category, the byte of the text at which it goes on, and how many cuts are passed over from there to its own, with the
    /// bits [`EXACTLY`](Self::EXACTLY) if it is for a number and [`COUNTED`](Self::COUNTED) if it goes on with that.
    pub(crate) const SPECIAL: usize = 0x8000_0000;
    pub(crate) const EXACTLY: u32 = 0x8000_0000;
    pub(crate) const COUNTED: u32 = 0x4000_0000;
    /// What is left out, as is the second brace of `{{` and `}}`. To this is added how many cuts after it are passed over:
    /// at the end of a branch, those of the branches after it.
    pub(crate) const LEFT_OUT: usize = 0xc000_0000;

    /// The index of the param of a cut, if it has one.
    #[inline]
    pub(crate) const fn param(bits: usize) -> usize {
        if bits < Self::SPECIAL { bits } else { bits & 0xff }
    }
}

/// What is at a cut from [`Cut::SPECIAL`] on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpecialCut {
    pub(crate) kind: SpecialKind,
    pub(crate) locale: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpecialKind {
    /// A number in a language that writes those below a thousand as Rust does.
    PlainNumber,
    /// A number in another.
    Number,
    Plural,
    Ordinal,
}

impl SpecialCut {
    #[inline]
    pub(crate) const fn new(bits: usize) -> Self {
        let kind = match bits >> 28 & 3 {
            0 => SpecialKind::PlainNumber,
            1 => SpecialKind::Number,
            2 => SpecialKind::Plural,
            _ => SpecialKind::Ordinal,
        };
        Self { kind, locale: bits >> 8 & 0xf_ffff }
    }
}

/// The cuts of a message, from one of them on.
#[derive(Clone)]
pub(crate) struct Cuts(Triples);

impl Cuts {
    /// Without the first of them, so many.
    #[inline]
    pub(crate) fn without(&self, count: usize) -> Self {
        Self(self.0.without(count))
    }

    /// The three numbers of each, where they are no cuts.
    #[inline]
    pub(crate) fn rows(self) -> impl Iterator<Item = [u32; 3]> {
        self.0.rows()
    }
}

impl Iterator for Cuts {
    type Item = Cut;

    #[inline]
    fn next(&mut self) -> Option<Cut> {
        self.0.next().map(|[start, end, param]| Cut { start, end, param })
    }
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
    /// end; then three numbers for each cut: its first byte, the byte after its last, and its param or what [`Cut`] has
    /// in its place.
    #[must_use]
    pub const fn new(texts: TextColumn, cuts: &'static [u8]) -> Self {
        Self { texts, cuts: Numbers::new(cuts) }
    }

    /// The cuts of a message, in the order of its text.
    #[inline]
    pub(crate) fn cuts(&self, row: usize) -> Cuts {
        Cuts(self.cuts.range(self.cuts.get(row), self.cuts.get(row + 1)).triples())
    }
}
