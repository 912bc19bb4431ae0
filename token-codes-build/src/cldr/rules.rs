//! By which numbers a language chooses a category.

use super::Category;

/// One case of the rules by which a language chooses a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Which numbers it is for.
    pub test: Test,
    /// What they have.
    pub category: Category,
}

/// Which numbers a case is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Those whose bit is set: `n`, of the numbers below 128.
    Is(u128),
    /// Those whose last two digits have their bit set: `n % 100`.
    Ends(u128),
    /// Those with `n % modulus` from `from` to `to`; `n` itself, if the modulus is 0.
    Within {
        /// 0, or what the number is divided by.
        modulus: u32,
        /// The smallest rest.
        from: u32,
        /// The largest.
        to: u32,
    },
}

impl Test {
    /// Whether the case is for this number.
    #[must_use]
    pub fn holds(self, number: u128) -> bool {
        match self {
            Self::Is(set) => number < 128 && set >> number & 1 == 1,
            Self::Ends(set) => set >> (number % 100) & 1 == 1,
            Self::Within { modulus, from, to } => {
                let rest = if modulus == 0 { number } else { number % u128::from(modulus) };
                (u128::from(from)..=u128::from(to)).contains(&rest)
            }
        }
    }

    /// The largest number that it can hold for; `None` if there is none.
    fn last(self) -> Option<u128> {
        match self {
            Self::Is(set) => Some(u128::from(set.checked_ilog2().unwrap_or(0))),
            Self::Within { modulus: 0, to, .. } => Some(to.into()),
            Self::Ends(_) | Self::Within { .. } => None,
        }
    }
}

/// The rules of languages for one kind of plural.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rules {
    /// Their tags, each between spaces.
    pub(super) tags: &'static str,
    /// The first case that holds decides; `other`, if none does.
    pub(super) cases: &'static [Case],
    /// The categories that CLDR has for them, also those of fractions alone.
    pub(super) all: &'static [Category],
}

/// Those of a language of which nothing is known.
pub(super) static NO_RULES: Rules = Rules { tags: "", cases: &[], all: &[Category::Other] };

impl Rules {
    pub(super) fn category(&self, number: u128) -> Category {
        let case = self.cases.iter().find(|case| case.test.holds(number));
        case.map_or(Category::Other, |case| case.category)
    }

    /// Whether each whole number of a category is one of those of which this holds: 1 is the only `one` of English. Of `other`,
    /// there are always more.
    pub(super) fn has_only(&self, category: Category, holds: impl Fn(u128) -> bool) -> bool {
        let mut lasts =
            self.cases.iter().filter(|case| case.category == category).map(|case| case.test.last());
        let last = lasts.try_fold(0, |largest, last| Some(last?.max(largest)));
        let is_held = |last| (0..=last).all(|number| holds(number) || self.category(number) != category);
        category != Category::Other && last.is_some_and(is_held)
    }

    /// The first numbers of a category in their order, and some others.
    pub(super) fn numbers(&self, category: Category) -> impl Iterator<Item = u128> {
        // Beyond a thousand, what the last two digits do not decide is a multiple of a thousand, or even of a million.
        let thousands = (1_000..1_000_000).step_by(1_000);
        let millions = (1_000_000..=5_000_000).step_by(1_000_000);
        let candidates = (0..1_000).chain(thousands).chain(millions);
        candidates.filter(move |number| self.category(*number) == category)
    }
}

/// The first of several, such as `1, 21, 31, 41, …`.
pub(crate) fn first(mut all: impl Iterator<Item = String>) -> String {
    const SHOWN: usize = 4;
    let shown: Vec<_> = all.by_ref().take(SHOWN).collect();
    let more = if all.next().is_some() { ", …" } else { "" };
    shown.join(", ") + more
}

/// What the tables are written with: for the numbers in `ranges`, both ends included.
pub(super) const fn is(category: Category, ranges: &[(u8, u8)]) -> Case {
    Case { test: Test::Is(set(ranges)), category }
}

/// As [`is`], for those whose last two digits are in `ranges`.
pub(super) const fn ends(category: Category, ranges: &[(u8, u8)]) -> Case {
    Case { test: Test::Ends(set(ranges)), category }
}

/// As [`is`], for those with a rest from `from` to `to`.
pub(super) const fn within(category: Category, modulus: u32, from: u32, to: u32) -> Case {
    Case { test: Test::Within { modulus, from, to }, category }
}

const fn set(mut ranges: &[(u8, u8)]) -> u128 {
    let mut set = 0;
    while let [(from, to), rest @ ..] = ranges {
        set |= u128::MAX >> (127 - (*to - *from)) << *from;
        ranges = rest;
    }
    set
}
