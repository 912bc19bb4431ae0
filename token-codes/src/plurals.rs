//! Which branch of a plural is shown, and which numbers have their digits grouped.
//!
//! Only a catalog that has any leads here, from its params (see [`ParamColumn`](crate::tables::ParamColumn)) and by pointers
//! to functions: so the linker finds none of it in a program whose catalogs have none.

use core::fmt;

use crate::filled_text::FilledText;
use crate::grouped::{Digits, NumberFormat};
use crate::icu_text;
use crate::params::{Params, Privacy};
use crate::tables::{Cut, Cuts};
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
    pub(crate) show: Show,
    pub(crate) fill: Option<Fill>,
}

/// Shows what is at a [`Special`] cut.
pub(crate) type Show =
    fn(&Plurals, &Special<'_>, &mut dyn FnMut(Part<'_>) -> fmt::Result) -> Result<Jump, fmt::Error>;

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

/// A cut that is a plural or a number, on the way through a message.
pub(crate) struct Special<'a> {
    pub(crate) cut: Cut,
    /// The cuts after it.
    pub(crate) cuts: Cuts,
    pub(crate) values: &'a [Value<'a>],
    pub(crate) params: Params,
    /// Whether nothing is to tell what is personal.
    pub(crate) is_masked: bool,
}

/// What is shown in the place of a number.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    Text(&'a str),
    /// The argument for the param with this index.
    Value(usize, Value<'a>),
}

/// Where a message goes on.
pub(crate) struct Jump {
    /// The byte of the text.
    pub(crate) to: usize,
    /// The cuts from there on.
    pub(crate) cuts: Cuts,
}

/// The integer that chooses: its sign, and its magnitude or a smaller number with the same categories.
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
        Self { languages, cases, formats, show, fill: None }
    }

    /// They are also in texts beside the messages.
    #[must_use]
    pub const fn in_details(self) -> Self {
        Self { fill: Some(icu_text::fill), ..self }
    }

    pub(crate) fn category(&self, language: usize, is_ordinal: bool, number: &Counted) -> Category {
        let cases = self.languages.get(language).and_then(|language| {
            let [start, end] = if is_ordinal { language.ordinal } else { language.cardinal };
            self.cases.get(start.into()..end.into())
        });
        let holds = |case: &&Case| case.holds(number.magnitude);
        cases.and_then(|cases| cases.iter().find(holds)).map_or(Category::Other, |case| case.category())
    }

    /// Shows a number as the language writes it; what is none, as it is.
    pub(crate) fn show_number(
        &self,
        language: usize,
        param: usize,
        value: Value<'_>,
        show: &mut dyn FnMut(Part<'_>) -> fmt::Result,
    ) -> fmt::Result {
        let format =
            self.languages.get(language).and_then(|language| self.formats.get(usize::from(language.numbers)));
        match format {
            Some(format) if !format.is_plain(value) => format.show(value, show),
            _ => show(Part::Value(param, value)),
        }
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

    pub(crate) fn is(&self, number: i32) -> bool {
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

/// See [`Show`].
fn show(
    plurals: &Plurals,
    special: &Special<'_>,
    write: &mut dyn FnMut(Part<'_>) -> fmt::Result,
) -> Result<Jump, fmt::Error> {
    let Special { cut, cuts, values, .. } = special;
    let mut triples = cuts.triples();
    let [param, language, third] = triples.next().unwrap_or_default();
    let value = values.get(param).copied();
    if cut.param == Cut::NUMBER {
        special.show_number(plurals, language, param, value, write)?;
        return Ok(Jump { to: cut.end, cuts: cuts.without(1) });
    }
    let number = value.filter(|_| special.is_seen(param)).and_then(Counted::of);
    let (is_ordinal, count) = (third % 2 == 1, third / 2);
    let category = number.as_ref().map(|number| plurals.category(language, is_ordinal, number));
    let is_chosen = |[selector, _, first]: &[usize; 3]| match &number {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_possible_wrap,
            reason = "they are the bits of an `i32`"
        )]
        Some(number) if first & Cut::EXACTLY != 0 => number.is(*selector as u32 as i32),
        _ => category.is_some_and(|category| category as usize == *selector),
    };
    // The last is for `other`.
    let mut chosen = [0, cut.end, 0];
    for branch in triples.take(count) {
        chosen = branch;
        if is_chosen(&branch) {
            break;
        }
    }
    let [_, to, first] = chosen;
    Ok(Jump { to, cuts: cuts.without(1 + count + (first & !Cut::EXACTLY)) })
}

impl Special<'_> {
    /// Whether what is shown may tell the argument.
    fn is_seen(&self, param: usize) -> bool {
        !self.is_masked || self.params.get(param).is_some_and(|param| param.privacy == Privacy::Public)
    }

    fn show_number(
        &self,
        plurals: &Plurals,
        language: usize,
        param: usize,
        value: Option<Value<'_>>,
        write: &mut dyn FnMut(Part<'_>) -> fmt::Result,
    ) -> fmt::Result {
        match value {
            Some(value) if self.is_seen(param) => plurals.show_number(language, param, value, write),
            Some(value) => write(Part::Value(param, value)),
            None => {
                let name = self.params.get(param).map_or("", |param| param.name);
                ["{", name, "}"].into_iter().try_for_each(|part| write(Part::Text(part)))
            }
        }
    }
}
