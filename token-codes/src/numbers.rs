//! A table of numbers.

use core::slice;

/// A table of numbers of four bytes each, the lowest byte first.
///
/// It is made of one byte string, since that is what it is in generated code: an array has an expression a number, and
/// those are what rustc's time and memory go into.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers(&'static [[u8; 4]]);

impl Numbers {
    pub(crate) const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }

    /// How many there are.
    pub(crate) const fn len(self) -> usize {
        self.0.len()
    }

    /// The number with this index.
    ///
    /// # Panics
    ///
    /// If there is none.
    #[inline]
    pub(crate) const fn get(self, index: usize) -> usize {
        u32::from_le_bytes(self.0[index]) as usize
    }

    /// Those from `start` to `end`.
    ///
    /// # Panics
    ///
    /// If there are none.
    #[inline]
    pub(crate) const fn range(self, start: usize, end: usize) -> Self {
        Self(self.0.split_at(end).0.split_at(start).1)
    }

    /// They in threes.
    #[inline]
    pub(crate) fn triples(self) -> Triples {
        Triples(self.0.as_chunks().0.iter())
    }
}

/// Numbers in threes.
#[derive(Clone)]
pub(crate) struct Triples(slice::Iter<'static, [[u8; 4]; 3]>);

impl Triples {
    /// Without the first of them, so many.
    #[inline]
    pub(crate) fn without(&self, count: usize) -> Self {
        Self(self.0.as_slice().get(count..).unwrap_or_default().iter())
    }
}

impl Triples {
    /// They as numbers that may be bits.
    #[inline]
    pub(crate) fn rows(self) -> impl Iterator<Item = [u32; 3]> {
        self.0.map(|triple| triple.map(u32::from_le_bytes))
    }
}

impl Iterator for Triples {
    type Item = [usize; 3];

    #[inline]
    fn next(&mut self) -> Option<[usize; 3]> {
        self.0.next().map(|triple| triple.map(|number| u32::from_le_bytes(number) as usize))
    }
}
