//! Whole numbers with their digits grouped, as a language writes them.

use core::fmt::{self, Write as _};
use core::str;

use crate::value::Value;

/// How a language writes whole numbers.
#[derive(Debug)]
pub struct NumberFormat {
    separator: char,
    zero: char,
    /// What stands before a number below zero, the first places empty.
    minus: [char; 3],
    /// From 0 up to it, numbers are written as Rust writes them.
    plain_below: u32,
    groups: [u8; 3],
}

impl NumberFormat {
    /// The groups are: how many digits the last has, 0 if there are none; how many each other has; how many digits there
    /// are before the last at least, or else there are none. Of the sign, what is `'\0'` is not shown.
    #[must_use]
    pub const fn new(separator: char, groups: [u8; 3], minus: [char; 3], zero: char) -> Self {
        let plain_below = match (zero, groups) {
            ('0', [0, ..]) => u32::MAX,
            ('0', [last, _, before]) => 10_u32.saturating_pow(last as u32 + before as u32).div_ceil(10),
            _ => 0,
        };
        Self { separator, zero, minus, plain_below, groups }
    }

    /// The number as it is written; `None` if that is how Rust writes it, or it is no number.
    pub(crate) fn text(&self, value: &Value<'_>) -> Option<NumberText> {
        let is_plain = match *value {
            Value::Unsigned(number) => number < self.plain_below.into(),
            Value::Signed(number) => (0..self.plain_below.into()).contains(&number),
            Value::WideSigned(_) | Value::WideUnsigned(_) => false,
            _ => true,
        };
        if is_plain {
            return None;
        }
        let mut digits = Short::<40>::new();
        // No integer is longer.
        write!(digits, "{value}").ok()?;
        let digits = digits.as_str();
        let mut text = NumberText::new();
        let unsigned = digits.trim_start_matches('-');
        if unsigned.len() < digits.len() {
            self.minus.iter().filter(|sign| **sign != '\0').for_each(|sign| text.push(*sign));
        }
        for (index, digit) in unsigned.bytes().enumerate() {
            if index > 0 && self.is_group_start(unsigned.len(), unsigned.len() - index) {
                text.push(self.separator);
            }
            text.push(self.digit(digit));
        }
        Some(text)
    }

    /// Whether a group starts where `left` of all `digits` are left.
    fn is_group_start(&self, digits: usize, left: usize) -> bool {
        let [last, others, before] = self.groups.map(usize::from);
        last > 0 && digits >= last + before && left >= last && (left - last).is_multiple_of(others.max(1))
    }

    fn digit(&self, ascii: u8) -> char {
        let value = u32::from(ascii.wrapping_sub(b'0'));
        char::from_u32(u32::from(self.zero) + value).unwrap_or(char::REPLACEMENT_CHARACTER)
    }
}

/// The longest: 39 digits of four bytes, 18 separators, and two marks of direction around the sign.
pub(crate) type NumberText = Short<256>;

/// A text of at most so many bytes.
pub(crate) struct Short<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Short<N> {
    const fn new() -> Self {
        Self { bytes: [0; N], length: 0 }
    }

    /// What has no place is left out.
    #[inline(never)]
    fn push(&mut self, character: char) {
        let mut bytes = [0; 4];
        let _ = self.write_str(character.encode_utf8(&mut bytes));
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl<const N: usize> fmt::Write for Short<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let place = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::string::{String, ToString as _};

    use super::*;

    fn text(format: &NumberFormat, value: impl Into<Value<'static>>) -> String {
        let value = value.into();
        format.text(&value).map_or_else(|| value.to_string(), |text| text.as_str().into())
    }

    #[test]
    fn digits_are_grouped_from_the_last() {
        let english = NumberFormat::new(',', [3, 3, 1], ['\0', '\0', '-'], '0');
        assert_eq!(
            ["999", "1,000", "1,234,567"],
            [999, 1_000, 1_234_567].map(|number| text(&english, number))
        );
        assert_eq!(text(&english, -1_234), "-1,234");
        assert_eq!(text(&english, i128::MIN), "-170,141,183,460,469,231,731,687,303,715,884,105,728");
        let hindi = NumberFormat::new(',', [3, 2, 1], ['\0', '\0', '-'], '0');
        assert_eq!(text(&hindi, 12_345_678_u64), "1,23,45,678");
    }

    #[test]
    fn a_group_stands_only_after_so_many_digits() {
        let spanish = NumberFormat::new('.', [3, 3, 2], ['\0', '\0', '-'], '0');
        assert_eq!(["9999", "10.000"], [9_999, 10_000].map(|number| text(&spanish, number)));
        let none = NumberFormat::new(',', [0, 0, 0], ['\0', '\0', '-'], '0');
        assert_eq!(text(&none, u64::MAX), u64::MAX.to_string());
    }

    #[test]
    fn the_longest_number_has_room() {
        let longest = NumberFormat::new('٬', [3, 1, 1], ['\u{200e}', '\u{2212}', '\u{200e}'], '𞥐');
        let written = text(&longest, i128::MIN);
        assert!(written.starts_with("\u{200e}\u{2212}\u{200e}𞥑٬𞥗") && written.ends_with('𞥘'), "{written}");
        assert_eq!(written.chars().count(), 3 + 39 + 36);
    }

    #[test]
    fn what_is_no_integer_is_as_it_is() {
        let english = NumberFormat::new(',', [3, 3, 1], ['\0', '\0', '-'], '0');
        assert_eq!(text(&english, "12345"), "12345");
        assert_eq!(text(&english, 12_345.5), "12345.5");
    }
}
