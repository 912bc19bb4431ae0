//! How locales write numbers, as ICU4X has it.

use icu_decimal::provider::DecimalSymbols;

use crate::data::{DIGITS_0_TO_9, digit_names, digits, symbols};

/// As in the compiler, but for the groups: the last one always has three digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format {
    pub separator: char,
    pub other_groups: u8,
    pub least_before: u8,
    pub minus: String,
    pub zero: char,
}

impl Format {
    /// With the digits 0 to 9.
    pub fn latin(tag: &str) -> Self {
        let symbols = symbols(tag, DIGITS_0_TO_9).or_else(|| symbols(tag, "")).expect("`und` has a format");
        Self::new(symbols.get(), '0')
    }

    /// With the digits of the locale's script, and their name; `None` if there are none that follow each other as those of
    /// Latin do: the Chinese ones do not.
    pub fn native(tag: &str) -> Option<(Self, String)> {
        let name = native_digits(tag)?;
        let digits = digits(&name);
        let follow = digits.iter().zip(digits[0]..).all(|(digit, expected)| *digit == expected);
        let symbols = symbols(tag, &name).or_else(|| symbols(tag, ""))?;
        follow.then(|| (Self::new(symbols.get(), digits[0]), name))
    }

    fn new(symbols: &DecimalSymbols<'_>, zero: char) -> Self {
        let sizes = symbols.grouping_sizes;
        let mut separator = symbols.grouping_separator().chars();
        let format = Self {
            separator: separator.next().expect("there is a separator"),
            other_groups: sizes.secondary,
            least_before: sizes.min_grouping,
            minus: symbols.minus_sign_prefix().to_owned(),
            zero,
        };
        let is_said = sizes.primary == 3 && sizes.secondary > 0 && sizes.min_grouping > 0;
        assert!(
            is_said && separator.next().is_none() && symbols.minus_sign_suffix().is_empty(),
            "{symbols:?}"
        );
        format
    }
}

/// The name of the digits that the locale uses, or could use.
fn native_digits(tag: &str) -> Option<String> {
    let usual = symbols(tag, "").expect("`und` has a format").get().numsys().to_owned();
    if usual != DIGITS_0_TO_9 {
        return Some(usual);
    }
    let mut others = digit_names().into_iter().filter(|name| name != DIGITS_0_TO_9);
    others.find(|name| symbols(tag, name).is_some())
}
