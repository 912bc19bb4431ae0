//! How a locale writes whole numbers.

use crate::catalog::Integer;

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

/// The locales that write numbers in one way.
pub(super) struct Numbers {
    /// Their tags, each between spaces.
    pub(super) tags: &'static str,
    pub(super) format: NumberFormat,
}

/// Where CLDR says nothing else.
pub(super) static ROOT: NumberFormat = numbers(',', 3, 1, "-", '0');

/// What the tables are written with.
pub(super) const fn numbers(
    separator: char,
    other_groups: u8,
    least_before: u8,
    minus: &'static str,
    zero: char,
) -> NumberFormat {
    NumberFormat { separator, last_group: 3, other_groups, least_before, minus, zero }
}

impl NumberFormat {
    pub(super) fn format(self, number: Integer) -> String {
        let digits = number.magnitude.to_string();
        let mut text = if number.is_negative { self.minus.to_owned() } else { String::new() };
        for (index, digit) in digits.bytes().enumerate() {
            if index > 0 && self.is_group_start(digits.len(), digits.len() - index) {
                text.push(self.separator);
            }
            text.push(self.digit(digit - b'0'));
        }
        text
    }

    /// Whether a group starts where `left` of all `digits` are left.
    fn is_group_start(self, digits: usize, left: usize) -> bool {
        let [last_group, other_groups] = [self.last_group, self.other_groups.max(1)].map(usize::from);
        let is_grouped = last_group > 0 && digits >= last_group + usize::from(self.least_before);
        is_grouped && left >= last_group && (left - last_group).is_multiple_of(other_groups)
    }

    fn digit(self, digit: u8) -> char {
        char::from_u32(u32::from(self.zero) + u32::from(digit)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}
