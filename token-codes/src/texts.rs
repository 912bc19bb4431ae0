//! A list of texts.

use core::iter::FusedIterator;

use crate::tables::TextColumn;

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
#[derive(Clone, Debug)]
pub struct Texts {
    items: &'static TextColumn,
    next: usize,
    end: usize,
}

impl Texts {
    pub(crate) const fn new(items: &'static TextColumn, next: usize, end: usize) -> Self {
        Self { items, next, end }
    }
}

impl Iterator for Texts {
    type Item = &'static str;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next == self.end {
            return None;
        }
        self.next += 1;
        Some(self.items.get(self.next - 1))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.next, Some(self.end - self.next))
    }
}

impl DoubleEndedIterator for Texts {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.next == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.items.get(self.end))
    }
}

impl ExactSizeIterator for Texts {}

impl FusedIterator for Texts {}
