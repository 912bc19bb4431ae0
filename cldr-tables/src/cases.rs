//! From rules that can only be asked to the few cases that say the same.

use std::collections::BTreeMap;
use std::ops::Range;

use token_codes_build::cldr::{Case, Category, Test};

/// A multiple of 100 that is neither small nor round.
const PLAIN: u128 = 2_300;

/// Up to which multiples of a thousand are asked for.
const LAST: u128 = 3_000_000;

/// The cases of rules: the first that holds decides, and `other` if none does.
///
/// All rules of CLDR go by the last two digits, but for numbers below a thousand that they name, and for multiples of a
/// thousand, of which the last six digits decide. What they are is found out by asking; tests ask for more numbers.
pub fn cases_of(ask: impl Fn(u128) -> Category) -> Vec<Case> {
    let by_end = |number: u128| ask(PLAIN + number % 100);
    let named =
        runs(128..1_000, 1, |number| Some(ask(number)).filter(|category| *category != by_end(number)));
    let named = named.into_iter().map(|(from, to, category)| within(0, from, to, category));
    let thousands = thousands(&ask);
    let ends = sets(0..100, |number| Some(by_end(number)).filter(|category| *category != Category::Other))
        .into_iter()
        .map(|(category, set)| Case { test: Test::Ends(set), category });

    let mut cases: Vec<_> = named.collect();
    if thousands.iter().any(|case| matches!(case.test, Test::Within { from, to, .. } if from < to)) {
        // What lies between two multiples of a thousand must be through before.
        assert_eq!(
            by_end(0),
            Category::Other,
            "the last two digits do not decide for multiples of a thousand"
        );
        cases.extend(ends);
        cases.push(within(1_000, 1, 999, Category::Other));
        cases.extend(thousands);
    } else {
        cases.extend(thousands);
        cases.extend(ends);
    }
    let small =
        sets(0..128, |number| Some(ask(number)).filter(|category| *category != category_of(&cases, number)));
    cases.splice(0..0, small.into_iter().map(|(category, set)| Case { test: Test::Is(set), category }));
    cases
}

/// The multiples of a thousand for which the last two digits do not decide.
fn thousands(ask: &impl Fn(u128) -> Category) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for modulus in [1_000, 100_000, 1_000_000] {
        let left = |number: u128| {
            let decided = cases.iter().any(|case| case.test.holds(number));
            Some(ask(number)).filter(|category| !decided && *category != ask(PLAIN))
        };
        // As it is for all numbers with this rest, but for 0.
        let same = |rest: u128| {
            let first = if rest == 0 { modulus } else { rest };
            let numbers = std::iter::successors(Some(first), |number| Some(number + modulus));
            let mut categories = numbers.take_while(|number| *number <= LAST).map(left);
            let first = categories.next().flatten();
            first.filter(|_| categories.all(|category| category == first))
        };
        let found = runs(0..modulus, 1_000, same);
        cases.extend(found.into_iter().map(|(from, to, category)| within(modulus, from, to, category)));
    }
    cases
}

/// The numbers that have a category, from the first to the last of those that follow each other.
fn runs(
    numbers: Range<u128>,
    step: usize,
    category: impl Fn(u128) -> Option<Category>,
) -> Vec<(u128, u128, Category)> {
    let mut runs: Vec<(u128, u128, Category)> = Vec::new();
    for number in numbers.step_by(step) {
        let Some(category) = category(number) else { continue };
        match runs.last_mut() {
            Some((_, to, of)) if *to + step as u128 == number && *of == category => *to = number,
            _ => runs.push((number, number, category)),
        }
    }
    runs
}

/// For each category the bits of the numbers that have it.
fn sets(numbers: Range<u128>, category: impl Fn(u128) -> Option<Category>) -> BTreeMap<Category, u128> {
    let mut sets = BTreeMap::new();
    for number in numbers {
        if let Some(category) = category(number) {
            *sets.entry(category).or_default() |= 1 << number;
        }
    }
    sets
}

fn category_of(cases: &[Case], number: u128) -> Category {
    cases.iter().find(|case| case.test.holds(number)).map_or(Category::Other, |case| case.category)
}

fn within(modulus: u128, from: u128, to: u128, category: Category) -> Case {
    let small = |number: u128| u32::try_from(number).expect("it is a million at most");
    Case { test: Test::Within { modulus: small(modulus), from: small(from), to: small(to) }, category }
}
