//! Choices that look random, and are the same for the same seed.

use std::ops::Range;

/// `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn in_range(&mut self, range: Range<usize>) -> usize {
        range.start + usize::try_from(self.next() % range.len() as u64).expect("it is less than a `usize`")
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.in_range(0..times) == 0
    }

    pub fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.in_range(0..items.len())].clone()
    }

    /// One of them, if there are any.
    pub fn any<T: Clone>(&mut self, items: impl IntoIterator<Item = T>) -> Option<T> {
        let items: Vec<T> = items.into_iter().collect();
        (!items.is_empty()).then(|| self.pick(&items))
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.in_range(0..end + 1));
        }
    }

    /// A number that was hardly picked before.
    pub fn number(&mut self) -> usize {
        self.in_range(0..1_000_000_000)
    }
}
