//! Which branch of a plural is shown, and which numbers have their digits grouped.
//!
//! Only a catalog that has any leads here, from its params (see [`ParamColumn`](crate::tables::ParamColumn)) and by pointers
//! to functions: so the linker finds none of it in a program whose catalogs have none.

use core::fmt;

use crate::filled_text::FilledText;
use crate::grouped::{NumberFormat, NumberText};
use crate::icu_text;
use crate::tables::{Cut, Cuts, SpecialCut, SpecialKind};
use crate::value::Value;

/// What a catalog has for the plurals and numbers of its texts.
#[derive(Debug)]
pub struct Plurals {
    languages: &'static [Language],
    rules: &'static [u8],
    formats: &'static [NumberFormat],
    pub(crate) step: StepOf,
    pub(crate) number: NumberOf,
    pub(crate) fill: Option<Fill>,
}

/// See [`Plurals::step`].
type StepOf = fn(&Plurals, usize, Cuts, Option<&Value<'_>>) -> Step;

/// See [`Plurals::number`].
type NumberOf = fn(&Plurals, usize, &Value<'_>) -> Option<NumberText>;

/// Shows a text that has plurals or numbers; `None` if it has none.
pub(crate) type Fill = fn(&Plurals, &FilledText<'_>, &mut fmt::Formatter<'_>) -> Option<fmt::Result>;

/// What is known of the language of a locale.
#[derive(Debug)]
pub struct Language {
    /// Where the rules of a `plural` start.
    pub cardinal: u16,
    /// Where those of a `selectordinal` do.
    pub ordinal: u16,
    /// The index of how its numbers are written.
    pub numbers: u16,
}

/// How a message goes on after a plural or a number.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// The byte of the text at which it does, if that is further on.
    pub(crate) to: u32,
    /// How many cuts are passed over.
    pub(crate) passed: u32,
    /// What comes first.
    pub(crate) first: First,
}

/// What comes before the text that a message goes on with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    /// Nothing.
    Text,
    /// The argument, as it is shown everywhere.
    Value,
    /// The argument with its digits grouped, or the name of the param if there is none.
    Number,
}

/// What numbers have in common in a language, in the order of CLDR: a category is the index of its name.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The index of `other`.
pub(crate) const OTHER: usize = 5;

/// The integer that chooses: its sign, and its magnitude or a smaller number with the same categories.
pub(crate) struct Counted {
    is_negative: bool,
    magnitude: u64,
}

impl Plurals {
    /// The languages are those of the catalog's locales, in their order.
    ///
    /// A rule is one byte that is a category and, sixteen times, what is looked at; how many bytes follow; and these:
    /// - 0: a set of numbers, each a bit, the lowest first
    /// - 1: a set of what the last two digits can be
    /// - 2: three numbers of four bytes: what the number is divided by, unless that is 0; the smallest rest; the largest
    /// - 3: nothing, for every number: the last of a language
    ///
    /// The first that holds decides.
    #[must_use]
    pub const fn new(
        languages: &'static [Language],
        rules: &'static [u8],
        formats: &'static [NumberFormat],
    ) -> Self {
        Self { languages, rules, formats, step: Self::step, number: Self::number, fill: None }
    }

    /// They are also in texts beside the messages.
    #[must_use]
    pub const fn in_details(self) -> Self {
        Self { fill: Some(icu_text::fill), ..self }
    }

    /// The category of a number.
    pub(crate) fn category(&self, language: usize, is_ordinal: bool, number: &Counted) -> usize {
        let Some(language) = self.languages.get(language) else { return OTHER };
        let start = if is_ordinal { language.ordinal } else { language.cardinal };
        let mut rules = self.rules.get(usize::from(start)..).unwrap_or_default();
        while let [head, length, rest @ ..] = rules {
            let Some((numbers, others)) = rest.split_at_checked(usize::from(*length)) else { break };
            let category = usize::from(head % 16);
            if holds(head / 16, numbers, number.magnitude) {
                return category;
            }
            rules = others;
        }
        OTHER
    }

    /// The number as the language writes it; `None` if that is how Rust writes it, or it is no number.
    pub(crate) fn number(&self, language: usize, value: &Value<'_>) -> Option<NumberText> {
        let language = self.languages.get(language)?;
        self.formats.get(usize::from(language.numbers))?.text(value)
    }

    /// What a plural or a number comes to, if this is the argument that may be seen; the cuts are those after its own.
    fn step(&self, bits: usize, cuts: Cuts, seen: Option<&Value<'_>>) -> Step {
        let cut = SpecialCut::new(bits);
        let is_ordinal = match cut.kind {
            SpecialKind::Plural => false,
            SpecialKind::Ordinal => true,
            kind => return Step { to: 0, passed: 0, first: First::of(seen, kind) },
        };
        let number = seen.and_then(Counted::of);
        let category = number.as_ref().map_or(OTHER, |number| self.category(cut.locale, is_ordinal, number));
        // The last is for `other`.
        for (place, [selector, to, bits]) in (1..).zip(cuts.rows()) {
            let is_chosen = if bits & Cut::EXACTLY == 0 {
                selector as usize == category || selector as usize == OTHER
            } else {
                number.as_ref().is_some_and(|number| number.is(selector.cast_signed()))
            };
            if is_chosen {
                let is_counted = bits & Cut::COUNTED != 0;
                let first = if is_counted { First::of(seen, SpecialKind::PlainNumber) } else { First::Text };
                return Step { to, passed: place + (bits & !(Cut::EXACTLY | Cut::COUNTED)), first };
            }
        }
        Step { to: 0, passed: 0, first: First::Text }
    }
}

impl First {
    /// Most numbers are below a thousand, and are written so in most languages.
    #[inline]
    fn of(seen: Option<&Value<'_>>, kind: SpecialKind) -> Self {
        match seen {
            Some(Value::Unsigned(0..1000) | Value::Signed(0..1000)) if kind == SpecialKind::PlainNumber => {
                Self::Value
            }
            _ => Self::Number,
        }
    }
}

/// Whether one of a language's rules is for this number; see [`Plurals::new`].
fn holds(test: u8, numbers: &[u8], number: u64) -> bool {
    let number = match test {
        0 => number,
        1 => number % 100,
        2 => return is_within(numbers, number),
        _ => return true,
    };
    let byte = usize::try_from(number / 8).ok().and_then(|index| numbers.get(index));
    byte.is_some_and(|byte| byte >> (number % 8) & 1 == 1)
}

fn is_within(numbers: &[u8], number: u64) -> bool {
    let [modulus, from, to] = *numbers.as_chunks().0 else { return false };
    let [modulus, from, to] = [modulus, from, to].map(|number| u64::from(u32::from_le_bytes(number)));
    let rest = number.checked_rem(modulus).unwrap_or(number);
    (from..=to).contains(&rest)
}

impl Counted {
    /// `None` for what is no integer.
    #[inline]
    pub(crate) fn of(value: &Value<'_>) -> Option<Self> {
        let (is_negative, magnitude) = match *value {
            Value::Unsigned(number) => (false, number),
            Value::Signed(number) => (number < 0, number.unsigned_abs()),
            Value::WideSigned(number) => (number.get() < 0, narrow(number.get().unsigned_abs())),
            Value::WideUnsigned(number) => (false, narrow(number.get())),
            _ => return None,
        };
        Some(Self { is_negative, magnitude })
    }

    pub(crate) fn is(&self, number: i32) -> bool {
        self.magnitude == u64::from(number.unsigned_abs()) && self.is_negative == (number < 0)
    }
}

/// Beyond 64 bits, what decides is no more than the last digits: rules divide by powers of ten up to this.
#[inline(never)]
fn narrow(number: u128) -> u64 {
    const POWER: u64 = 1_000_000_000;
    const CARRY: u64 = u64::MAX % POWER + 1;
    u64::try_from(number).unwrap_or_else(|_| {
        #[allow(clippy::cast_possible_truncation, reason = "each half is of 64 bits")]
        let [high, low] = [(number >> 64) as u64 % POWER, number as u64 % POWER];
        // Larger than every number that is asked for by itself.
        POWER * POWER + high * CARRY + low
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    static LANGUAGES: [Language; 3] = [
        Language { cardinal: 0, ordinal: 20, numbers: 0 },
        Language { cardinal: 6, ordinal: 20, numbers: 0 },
        Language { cardinal: 99, ordinal: 22, numbers: 0 },
    ];
    /// `one` is 1; `few` ends with 2, 3 or 4; `many` is a multiple of a million; then one that is not whole.
    static RULES: &[u8] = b"\x01\x01\x02\x13\x01\x1c\x24\x0c\x40\x42\x0f\0\0\0\0\0\0\0\0\0\x35\0\x01\x07\x02";
    const PLURALS: Plurals = Plurals::new(&LANGUAGES, RULES, &[]);

    fn category(language: usize, is_ordinal: bool, value: Value<'_>) -> &'static str {
        let number = Counted::of(&value).expect("it is an integer");
        CATEGORIES[PLURALS.category(language, is_ordinal, &number)]
    }

    #[test]
    fn the_first_rule_that_holds_decides() {
        let million = 1_000_000_u128;
        for (number, expected) in [
            (0, "many"),
            (1, "one"),
            (2, "few"),
            (5, "other"),
            (101, "other"),
            (104, "few"),
            (million, "many"),
            (million + 1, "other"),
            (u128::from(u64::MAX), "other"),
            (million * million * million * million, "many"),
            (million * million * million * million + 1, "other"),
            (million * million * million * million + 3, "few"),
            (u128::MAX, "other"),
        ] {
            assert_eq!(category(0, false, number.into()), expected, "{number}");
        }
        assert_eq!(category(0, false, (-1).into()), "one", "a sign does not count");
        assert_eq!(category(1, false, 1.into()), "other", "its rules are those without the first two");
    }

    #[test]
    fn what_has_no_rule_is_other() {
        assert_eq!(category(0, true, 1.into()), "other", "it has the rule of all numbers alone");
        assert_eq!(category(2, false, 1.into()), "other", "its rules are not there");
        assert_eq!(category(2, true, 1.into()), "other", "its rule is not whole");
        assert_eq!(category(3, false, 1.into()), "other", "there is no such language");
        assert!(Counted::of(&"1".into()).is_none());
    }

    #[test]
    fn an_exact_number_has_its_sign() {
        let is = |value: Value<'_>, number| Counted::of(&value).is_some_and(|counted| counted.is(number));
        assert!(is((-1).into(), -1) && is(i32::MIN.into(), i32::MIN));
        assert!(!is(1.into(), -1) && !is((-1).into(), 1));
        assert!(!is((1_u128 << 64).into(), 0) && !is((u128::from(u64::MAX) + 2).into(), 1));
    }

    #[test]
    fn of_a_wide_number_the_last_digits_stay() {
        for number in [1 << 64, u128::MAX, (1 << 64) + 999_999_999, 10_u128.pow(38), 12_345 << 70] {
            let narrowed = narrow(number);
            assert_eq!(u128::from(narrowed % 1_000_000_000), number % 1_000_000_000, "{number}");
            assert!(narrowed > u64::from(u32::MAX), "{number}");
        }
        assert_eq!(narrow(u64::MAX.into()), u64::MAX);
    }
}
