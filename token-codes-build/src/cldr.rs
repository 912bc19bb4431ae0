//! What CLDR knows of a language: which numbers have which plural, and how digits are grouped.
//!
//! The tables are written by `cldr-tables` in the repository, which also holds them to ICU4X.

mod lookup;
mod numbers;
mod rules;
#[rustfmt::skip]
mod tables;
#[cfg(test)]
mod tests;

use crate::catalog::Integer;
use numbers::{Numbers, ROOT};
use rules::{NO_RULES, Rules};

pub use numbers::NumberFormat;
pub(crate) use rules::first;
pub use rules::{Case, Test};

/// What numbers have in common in a language: CLDR's name for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// `zero`.
    Zero,
    /// `one`.
    One,
    /// `two`.
    Two,
    /// `few`.
    Few,
    /// `many`.
    Many,
    /// `other`, which every language has.
    Other,
}

impl Category {
    /// Every category, in the order of CLDR.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The word for it in a template.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// What a number is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PluralKind {
    /// `plural`: how many, such as `3 hours`.
    Cardinal,
    /// `selectordinal`: which one, such as `3rd`.
    Ordinal,
}

impl PluralKind {
    /// The word for it in a template.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Cardinal => "plural",
            Self::Ordinal => "selectordinal",
        }
    }
}

/// What CLDR knows of a locale's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    cardinal: &'static Rules,
    ordinal: &'static Rules,
    numbers: &'static NumberFormat,
    native: Option<&'static NumberFormat>,
    is_known: bool,
}

impl Language {
    /// What is known of the language of this tag. Of an unknown one, all numbers are `other`.
    ///
    /// The rules are those of the locale if it has its own, as `pt-PT` and what CLDR puts below it (`pt-AO`) have, or else of the
    /// language, in any script. Numbers are written as in the locale, if CLDR covers it, or as in those that it puts it below:
    /// `es-MX` is not written as `es`, nor `en-IN` as `en`.
    ///
    /// ```
    /// use token_codes_build::cldr::{Category, Language, PluralKind};
    ///
    /// let russian = Language::of("ru-UA");
    /// assert_eq!(russian.category(PluralKind::Cardinal, 22), Category::Few);
    /// assert_eq!(russian.examples(PluralKind::Cardinal, Category::One), "1, 21, 31, 41, …");
    /// assert!(!Language::of("tlh").is_known());
    /// ```
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let candidates = lookup::candidates(tag);
        let rules = |table| lookup::find(table, |rules: &Rules| rules.tags, &candidates);
        let numbers =
            |table| lookup::find(table, |row: &Numbers| row.tags, &candidates).map(|row| &row.format);
        let cardinal = rules(tables::CARDINAL);
        Self {
            cardinal: cardinal.unwrap_or(&NO_RULES),
            ordinal: rules(tables::ORDINAL).unwrap_or(&NO_RULES),
            numbers: numbers(tables::NUMBERS).unwrap_or(&ROOT),
            native: numbers(tables::NATIVE_NUMBERS),
            is_known: cardinal.is_some(),
        }
    }

    /// The same with the digits that the language's script has, if CLDR knows any.
    ///
    /// Of Chinese it does, 〇一二三, but they are for years and telephones: numbers in a text stay as they are.
    #[must_use]
    pub fn with_native_digits(self) -> Self {
        Self { numbers: self.native.unwrap_or(self.numbers), ..self }
    }

    /// Whether CLDR has rules for the language.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.is_known
    }

    /// The category of a number; of one below zero, that of the number without its sign.
    #[must_use]
    pub fn category(self, kind: PluralKind, magnitude: u128) -> Category {
        self.rules(kind).category(magnitude)
    }

    /// The cases by which the category is chosen: the first that holds decides; it is `other`, if none does.
    #[must_use]
    pub fn cases(self, kind: PluralKind) -> &'static [Case] {
        self.rules(kind).cases
    }

    /// The categories that whole numbers have, in the order of CLDR, and `other`, which ICU always asks for.
    #[must_use]
    pub fn categories(self, kind: PluralKind) -> Vec<Category> {
        let cases = || self.cases(kind).iter().map(|case| case.category);
        Category::ALL
            .into_iter()
            .filter(|category| *category == Category::Other || cases().any(|used| used == *category))
            .collect()
    }

    /// The same without those whose every number has a branch of its own.
    pub(crate) fn needed(self, kind: PluralKind, has_own: impl Fn(u128) -> bool) -> Vec<Category> {
        let mut categories = self.categories(kind);
        categories.retain(|category| !self.rules(kind).has_only(*category, &has_own));
        categories
    }

    /// Whether the language has the category, be it for fractions alone.
    #[must_use]
    pub fn has(self, kind: PluralKind, category: Category) -> bool {
        self.rules(kind).all.contains(&category)
    }

    /// The first numbers of a category, such as `1, 21, 31, …`; empty if no whole number has it.
    #[must_use]
    pub fn examples(self, kind: PluralKind, category: Category) -> String {
        first(self.first_numbers(kind, category).map(|number| number.to_string()))
    }

    /// The first numbers of a category in their order, and some others.
    pub(crate) fn first_numbers(self, kind: PluralKind, category: Category) -> impl Iterator<Item = u128> {
        self.rules(kind).numbers(category)
    }

    /// How whole numbers are written.
    #[must_use]
    pub fn numbers(self) -> NumberFormat {
        *self.numbers
    }

    /// A whole number with its digits grouped.
    #[must_use]
    pub fn format(self, number: Integer) -> String {
        self.numbers.format(number)
    }

    fn rules(self, kind: PluralKind) -> &'static Rules {
        match kind {
            PluralKind::Cardinal => self.cardinal,
            PluralKind::Ordinal => self.ordinal,
        }
    }
}
