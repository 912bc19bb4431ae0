//! What a program in another language needs in order to choose the branch of a plural and to group digits as Rust does.

use std::collections::BTreeSet;

use serde::Serialize;
use token_codes_build::catalog::{Catalog, Entry, Piece, Template};
use token_codes_build::cldr::{Case, Language, NumberFormat, PluralKind, Test};

use crate::entry_json::PerLocale;

/// How whole numbers are shown in a language, and which category each has.
#[derive(Serialize)]
pub(crate) struct Numbers {
    /// What stands between two groups of digits.
    pub(crate) separator: char,
    /// How many digits the last group has; 0 if there are no groups.
    pub(crate) last_group: u8,
    /// How many digits each group before it has.
    pub(crate) other_groups: u8,
    /// How many digits there are before the last group at least, or else there are no groups.
    pub(crate) least_before: u8,
    pub(crate) minus: &'static str,
    /// The ten digits, from 0 on.
    pub(crate) digits: String,
    pub(crate) plural: Vec<CaseRanges>,
    pub(crate) selectordinal: Vec<CaseRanges>,
}

/// A case of the rules: one form for every kind of test.
#[derive(Serialize)]
pub(crate) struct CaseRanges {
    pub(crate) category: &'static str,
    /// What the number is divided by; 0, if it is the number itself that is in one of the ranges, and not the rest.
    pub(crate) modulus: u32,
    /// From the first number to the last.
    pub(crate) ranges: Vec<(u32, u32)>,
}

impl Numbers {
    pub(crate) fn new(language: Language) -> Self {
        let NumberFormat { separator, last_group, other_groups, least_before, minus, zero, .. } =
            language.numbers();
        let digits = (0..10).filter_map(|digit| char::from_u32(u32::from(zero) + digit)).collect();
        let cases = |kind| language.cases(kind).iter().map(CaseRanges::new).collect();
        let (plural, selectordinal) = (cases(PluralKind::Cardinal), cases(PluralKind::Ordinal));
        Self { separator, last_group, other_groups, least_before, minus, digits, plural, selectordinal }
    }
}

impl CaseRanges {
    fn new(case: &Case) -> Self {
        let (modulus, ranges) = match case.test {
            Test::Is(set) => (0, ranges(set, 128)),
            Test::Ends(set) => (100, ranges(set, 100)),
            Test::Within { modulus, from, to } => (modulus, vec![(from, to)]),
        };
        Self { category: case.category.as_str(), modulus, ranges }
    }
}

/// The numbers below `end` whose bits are set, as the ranges that they make up.
fn ranges(set: u128, end: u32) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in (0..end).filter(|number| set >> number & 1 == 1) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    ranges
}

/// The indexes of the locales in which a text of these entries has a plural, or a number with its digits grouped.
pub(crate) fn locales<'a>(
    catalog: &'a Catalog,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> BTreeSet<usize> {
    let texts = entries.into_iter().flat_map(|entry| texts(catalog, entry));
    texts.filter(|(_, template)| has_numbers(template)).map(|(locale, _)| locale).collect()
}

fn has_numbers(template: &Template) -> bool {
    template.pieces().any(|piece| matches!(piece, Piece::Number { .. } | Piece::Plural(_)))
}

/// Every text of an entry, with the index of the locale that it is in.
fn texts<'a>(catalog: &'a Catalog, entry: &'a Entry) -> impl Iterator<Item = (usize, &'a Template)> {
    let one = |locale, template: &'a Template| vec![(locale, template)];
    let each = |locale, list: &'a Vec<Template>| list.iter().map(|template| (locale, template)).collect();
    [
        PerLocale::messages(catalog, entry, one),
        PerLocale::texts(catalog, &entry.summary, one),
        PerLocale::texts(catalog, &entry.description, one),
        PerLocale::texts(catalog, &entry.causes, each),
        PerLocale::texts(catalog, &entry.resolution, each),
    ]
    .into_iter()
    .flat_map(PerLocale::into_values)
    .flatten()
}

#[cfg(test)]
mod tests {
    use token_codes_build::cldr::{Category, Language, PluralKind};

    use super::{Numbers, ranges};

    #[test]
    fn bits_that_are_side_by_side_are_a_range() {
        assert_eq!(ranges(0, 128), []);
        assert_eq!(ranges(0b1_0111_0010, 128), [(1, 1), (4, 6), (8, 8)]);
        assert_eq!(ranges(u128::MAX, 100), [(0, 99)]);
        assert_eq!(ranges(1 << 127, 128), [(127, 127)]);
    }

    /// What a reader of the export does.
    fn category(numbers: &Numbers, kind: PluralKind, number: u128) -> &'static str {
        let cases = match kind {
            PluralKind::Cardinal => &numbers.plural,
            PluralKind::Ordinal => &numbers.selectordinal,
        };
        let holds = |modulus: u32, ranges: &[(u32, u32)]| {
            let rest = if modulus == 0 { number } else { number % u128::from(modulus) };
            ranges.iter().any(|&(from, to)| (u128::from(from)..=u128::from(to)).contains(&rest))
        };
        let case = cases.iter().find(|case| holds(case.modulus, &case.ranges));
        case.map_or(Category::Other.as_str(), |case| case.category)
    }

    #[test]
    fn ranges_choose_what_the_language_chooses() {
        let edges = [1_000_000, 2_000_001, u64::MAX.into(), u128::MAX];
        for tag in ["en", "ru", "ar", "cy", "fr", "it", "kw", "ja", "tlh"] {
            let language = Language::of(tag);
            let numbers = Numbers::new(language);
            for kind in [PluralKind::Cardinal, PluralKind::Ordinal] {
                for number in (0..=1_200).chain(edges) {
                    let expected = language.category(kind, number).as_str();
                    assert_eq!(category(&numbers, kind, number), expected, "{tag} {kind:?} {number}");
                }
            }
        }
    }
}
