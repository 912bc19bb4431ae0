//! Which branch of a plural is shown, and which numbers have their digits grouped.
//!
//! Only a catalog that has any leads here, from its params (see [`ParamColumn`](crate::tables::ParamColumn)) and by pointers
//! to functions: so the linker finds none of it in a program whose catalogs have none.

use core::fmt;

use crate::filled_text::FilledText;
use crate::grouped::{Digits, NumberFormat, NumberText};
use crate::icu_text;
use crate::params::Privacy;
use crate::tables::{Cut, Cuts, SpecialCut, SpecialKind};
use crate::template::Template;
use crate::value::Value;

/// What numbers have in common in a language, in the order of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// `other`.
    Other,
}

impl Category {
    pub(crate) const ALL: [(&'static str, Self); 6] = [
        ("zero", Self::Zero),
        ("one", Self::One),
        ("two", Self::Two),
        ("few", Self::Few),
        ("many", Self::Many),
        ("other", Self::Other),
    ];
}

/// What the numbers of one test have; a set is the bits of two words, that of 0 the lowest of the first.
#[derive(Clone, Copy, Debug)]
pub enum Case {
    /// The numbers below 128 in a set.
    Is(Category, [u64; 2]),
    /// Those whose last two digits are in a set.
    Ends(Category, [u64; 2]),
    /// Those with a rest, if they are divided by a power of ten, from one number to another; if it is 0, that are so
    /// themselves.
    Within(Category, [u32; 3]),
}

impl Case {
    fn category(self) -> Category {
        match self {
            Self::Is(category, _) | Self::Ends(category, _) | Self::Within(category, _) => category,
        }
    }

    fn holds(self, number: u64) -> bool {
        match self {
            Self::Is(_, set) => number < 128 && has(set, number),
            Self::Ends(_, set) => has(set, number % 100),
            Self::Within(_, [modulus, from, to]) => {
                let rest = number.checked_rem(u64::from(modulus)).unwrap_or(number);
                (u64::from(from)..=u64::from(to)).contains(&rest)
            }
        }
    }
}

fn has([low, high]: [u64; 2], number: u64) -> bool {
    let word = if number < 64 { low } else { high };
    word >> (number % 64) & 1 == 1
}

/// What a catalog has for the plurals and numbers of its texts.
#[derive(Debug)]
pub struct Plurals {
    languages: &'static [Language],
    cases: &'static [Case],
    formats: &'static [NumberFormat],
    choose: Choose,
    number: NumberOf,
    pub(crate) fill: Option<Fill>,
}

/// Finds the branch of a plural for a number; the cuts are those after that of the plural.
type Choose = fn(&Plurals, SpecialCut, &Cuts, Option<&Value<'_>>) -> Branch;

/// See [`Plurals::number`].
type NumberOf = for<'v> fn(&Plurals, usize, Value<'v>) -> Option<NumberText>;

/// Shows a text that has plurals or numbers; `None` if it has none.
pub(crate) type Fill = fn(&Plurals, &FilledText<'_>, &mut fmt::Formatter<'_>) -> Option<fmt::Result>;

/// What is known of the language of a locale.
#[derive(Debug)]
pub struct Language {
    /// By which cases a `plural` is chosen, from the first to the one after the last: the first that holds decides.
    pub cardinal: [u16; 2],
    /// By which a `selectordinal` is.
    pub ordinal: [u16; 2],
    /// The index of how its numbers are written.
    pub numbers: u16,
}

/// A cut without a value of its own, on the way through a message.
pub(crate) struct Special<'s, 'v> {
    /// What it is.
    pub(crate) param: usize,
    /// The cuts after it.
    pub(crate) cuts: Cuts,
    pub(crate) values: &'s [Value<'v>],
    /// Whether nothing is to tell what is personal.
    pub(crate) is_masked: bool,
}

/// How a message goes on after such a cut.
pub(crate) enum Step<'v> {
    /// With the argument for the param with this index.
    Value(usize, Value<'v>),
    /// With an argument whose digits may be grouped.
    Number(Number<'v>),
    /// At another byte of the text.
    Jump {
        to: usize,
        /// How many cuts are passed over.
        passed: usize,
        /// The argument that comes first.
        value: Option<(usize, Value<'v>)>,
    },
    /// With the name of a param that has no value.
    Missing(usize),
}

/// An argument whose digits may be grouped.
pub(crate) struct Number<'v> {
    plurals: &'static Plurals,
    locale: usize,
    pub(crate) param: usize,
    pub(crate) value: Value<'v>,
}

impl Number<'_> {
    /// As [`Plurals::number`] says.
    pub(crate) fn text(&self) -> Option<NumberText> {
        (self.plurals.number)(self.plurals, self.locale, self.value)
    }
}

/// A branch that is chosen, in the bits of its row; see [`Cut::SPECIAL`].
#[derive(Clone, Copy)]
struct Branch {
    to: u32,
    /// How many cuts are passed over, from the plural on.
    passed: u32,
}

/// The integer that chooses: its sign, and its magnitude or a smaller number with the same categories.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    is_negative: bool,
    magnitude: u64,
}

impl Plurals {
    /// The languages are those of the catalog's locales, in their order.
    #[must_use]
    pub const fn new(
        languages: &'static [Language],
        cases: &'static [Case],
        formats: &'static [NumberFormat],
    ) -> Self {
        Self { languages, cases, formats, choose: Self::choose, number: Self::number, fill: None }
    }

    /// They are also in texts beside the messages.
    #[must_use]
    pub const fn in_details(self) -> Self {
        Self { fill: Some(icu_text::fill), ..self }
    }

    #[inline]
    pub(crate) fn category(&self, language: usize, is_ordinal: bool, number: &Counted) -> Category {
        let cases = self.languages.get(language).and_then(|language| {
            let [start, end] = if is_ordinal { language.ordinal } else { language.cardinal };
            self.cases.get(start.into()..end.into())
        });
        let holds = |case: &&Case| case.holds(number.magnitude);
        cases.and_then(|cases| cases.iter().find(holds)).map_or(Category::Other, |case| case.category())
    }

    /// The number as the language writes it; `None` if that is how Rust writes it, or it is no number.
    pub(crate) fn number(&self, language: usize, value: Value<'_>) -> Option<NumberText> {
        let language = self.languages.get(language)?;
        self.formats.get(usize::from(language.numbers))?.text(value)
    }

    fn choose(&self, plural: SpecialCut, cuts: &Cuts, value: Option<&Value<'_>>) -> Branch {
        let number = value.and_then(|value| Counted::of(*value));
        let is_ordinal = plural.kind == SpecialKind::Ordinal;
        let category = match &number {
            Some(number) => self.category(plural.locale, is_ordinal, number),
            None => Category::Other,
        };
        let category = category as u32;
        // The last is for `other`.
        for (place, [selector, to, passed]) in (1..).zip(cuts.rows()) {
            let is_chosen = if passed & Cut::EXACTLY as u32 == 0 {
                selector == category || selector == Category::Other as u32
            } else {
                number.as_ref().is_some_and(|number| number.is(selector.cast_signed()))
            };
            if is_chosen {
                return Branch { to, passed: passed + place };
            }
        }
        Branch { to: 0, passed: 0 }
    }
}

impl Counted {
    /// `None` for what is no integer.
    pub(crate) fn of(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Unsigned(magnitude) => Some(Self { is_negative: false, magnitude }),
            Value::Signed(number) => Some(Self { is_negative: number < 0, magnitude: number.unsigned_abs() }),
            Value::WideSigned(number) => {
                Some(Self { is_negative: number.get() < 0, magnitude: narrow(number.get().unsigned_abs()) })
            }
            Value::WideUnsigned(number) => Some(Self { is_negative: false, magnitude: narrow(number.get()) }),
            _ => None,
        }
    }

    pub(crate) fn is(self, number: i32) -> bool {
        self.magnitude == u64::from(number.unsigned_abs()) && self.is_negative == (number < 0)
    }
}

/// Beyond 64 bits, what decides is no more than the last digits.
fn narrow(number: u128) -> u64 {
    const DIGITS: usize = 18;
    u64::try_from(number).unwrap_or_else(|_| {
        let digits = Digits::of(number);
        let digits = digits.as_str();
        let last = digits.get(digits.len().saturating_sub(DIGITS)..).unwrap_or_default();
        10_u64.pow(18) + last.parse().unwrap_or(0)
    })
}

impl<'v> Special<'_, 'v> {
    /// What a plural or a number comes to, if it is of this template.
    #[inline]
    pub(crate) fn step(&self, plurals: &'static Plurals, template: &Template) -> Step<'v> {
        let cut = SpecialCut::new(self.param);
        let value = self.values.get(cut.param);
        let is_seen = || !self.is_masked || template.privacy(cut.param) == Privacy::Public;
        if matches!(cut.kind, SpecialKind::Plural | SpecialKind::Ordinal) {
            let branch = (plurals.choose)(plurals, cut, &self.cuts, value.filter(|_| is_seen()));
            return branch.step(cut.param, value);
        }
        let Some(value) = value else { return Step::Missing(cut.param) };
        if cut.kind == SpecialKind::PlainNumber && is_below_thousand(value) || !is_seen() {
            return Step::Value(cut.param, *value);
        }
        Step::Number(Number { plurals, locale: cut.locale, param: cut.param, value: *value })
    }
}

impl Branch {
    fn step<'v>(self, param: usize, value: Option<&Value<'v>>) -> Step<'v> {
        let passed = self.passed as usize & !(Cut::EXACTLY | Cut::COUNTED);
        let to = self.to as usize;
        if self.passed as usize & Cut::COUNTED == 0 {
            return Step::Jump { to, passed, value: None };
        }
        match value {
            Some(value) if is_below_thousand(value) => {
                Step::Jump { to, passed, value: Some((param, *value)) }
            }
            // Any other is shown by the cut of the `#`, which is not passed over then.
            _ => Step::Jump { to: to - 1, passed: passed - 1, value: None },
        }
    }
}

#[inline]
fn is_below_thousand(value: &Value<'_>) -> bool {
    matches!(value, Value::Unsigned(0..1000) | Value::Signed(0..1000))
}
