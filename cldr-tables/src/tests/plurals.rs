//! Which category a number has, for every locale of CLDR: what the compiler says, and what ICU4X says.

use std::collections::{BTreeMap, BTreeSet};

use crate::locales::{outdated, tags};
use crate::oracle::Oracle;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules};
use token_codes_build::cldr::{Case, Category, Language, PluralKind};

const KINDS: [PluralKind; 2] = [PluralKind::Cardinal, PluralKind::Ordinal];

/// ICU4X takes the last 18 digits of a larger number, on which all rules of CLDR agree: they divide by what divides a million.
#[test]
fn every_locale_has_the_categories_of_cldr() {
    let numbers = numbers();
    // Rules decide by the number alone, so those of one name are asked once for each list of cases that is to be the same.
    let mut seen: BTreeMap<String, Vec<&'static [Case]>> = BTreeMap::new();
    for tag in tags() {
        let language = Language::of(&tag);
        assert_eq!(language.is_known(), Oracle::of(&tag, PluralKind::Cardinal).is_some(), "{tag}");
        for kind in KINDS {
            let oracle = Oracle::of(&tag, kind).unwrap_or(Oracle::Other);
            let all: Vec<_> =
                Category::ALL.into_iter().filter(|category| language.has(kind, *category)).collect();
            assert_eq!(all, oracle.all(), "{tag} {kind:?}");
            let checked = seen.entry(format!("{kind:?} {}", oracle.name())).or_default();
            if !checked.contains(&language.cases(kind)) {
                checked.push(language.cases(kind));
                check(&tag, language, kind, &oracle, &numbers);
            }
        }
    }
    assert!(seen.len() > 150, "only {} rules of ICU4X were found", seen.len());
}

fn check(tag: &str, language: Language, kind: PluralKind, oracle: &Oracle, numbers: &[u128]) {
    let categories: Vec<_> = numbers.iter().map(|number| oracle.category(*number)).collect();
    for (&number, &category) in numbers.iter().zip(&categories) {
        assert_eq!(language.category(kind, number), category, "{tag} {kind:?} {number}");
    }
    for category in Category::ALL {
        let of_it = numbers.iter().zip(&categories).filter(|(_, of)| **of == category);
        let first: Vec<_> = of_it.take(5).map(|(number, _)| number.to_string()).collect();
        let expected = match &*first {
            [shown @ .., _] if shown.len() == 4 => shown.join(", ") + ", …",
            all => all.join(", "),
        };
        assert_eq!(language.examples(kind, category), expected, "{tag} {kind:?} {category:?}");
        let is_used = category == Category::Other || !first.is_empty();
        assert_eq!(language.categories(kind).contains(&category), is_used, "{tag} {kind:?} {category:?}");
    }
}

/// All up to 100,000, then those around the powers of ten and the multiples of what rules divide by, and the limits of types.
fn numbers() -> Vec<u128> {
    let powers = (5..=38).map(|power| 10_u128.pow(power));
    let multiples = (100_000..=6_000_000).step_by(1_000);
    let limits = [i32::MAX as u128, u32::MAX.into(), i64::MAX as u128, u64::MAX.into(), i128::MAX as u128];
    let edges = powers.flat_map(|power| [power, power * 2, power * 3]).chain(limits);
    let around = |edge: u128| edge - 110..=edge + 110;
    let mut numbers: Vec<_> =
        (0..=100_000).chain(multiples.flat_map(|multiple| multiple - 1..=multiple + 1)).collect();
    numbers.extend(edges.flat_map(around).chain(u128::MAX - 200..=u128::MAX));
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[test]
fn a_number_below_zero_is_asked_for_without_its_sign() {
    for tag in ["ar", "en", "fr", "lv", "ru", "sl"] {
        let locale: icu_locale::Locale = tag.parse().expect("it is a tag");
        let rules =
            PluralRules::try_new(locale.into(), PluralRuleType::Cardinal.into()).expect("there are rules");
        for number in (-2_000..0).chain([i64::MIN, i64::MIN + 1, -1_000_000]) {
            let category = Language::of(tag).category(PluralKind::Cardinal, number.unsigned_abs().into());
            assert_eq!(
                format!("{category:?}"),
                format!("{:?}", rules.category_for(number)),
                "{tag} {number}"
            );
        }
    }
    assert_eq!(format!("{:?}", PluralCategory::Few), format!("{:?}", Category::Few));
}

#[test]
fn an_outdated_language_is_the_one_that_it_is_called_now() {
    let known: BTreeSet<_> = tags().into_iter().collect();
    let aliases: Vec<_> =
        outdated().into_iter().filter(|(from, to)| known.contains(to) && !known.contains(from)).collect();
    assert!(aliases.len() > 180, "only {} outdated languages", aliases.len());
    for (from, to) in aliases {
        assert_eq!(Language::of(&from), Language::of(&to), "{from} is {to}");
    }
    for (from, to) in [
        ("iw", "he"),
        ("in", "id"),
        ("tl", "fil"),
        ("sh", "sr-Latn"),
        ("mo", "ro"),
        ("ji", "yi"),
        ("deu-CH", "de-CH"),
    ] {
        assert_eq!(Language::of(from), Language::of(to), "{from} is {to}");
        assert!(Language::of(from).is_known());
    }
}
