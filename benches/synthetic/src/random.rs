//! Numbers that look random, and are the same in every run and with every version of every library.

/// `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014), from a fixed seed.
pub struct Random(u64);

impl Random {
    /// The same numbers each time.
    #[must_use]
    #[allow(clippy::new_without_default, reason = "no default is asked for")]
    pub const fn new() -> Self {
        Self(13)
    }

    /// A number below `end`.
    ///
    /// # Panics
    ///
    /// If `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let number = self.next() % end as u64;
        usize::try_from(number).expect("it is less than a `usize`")
    }

    pub(crate) fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
