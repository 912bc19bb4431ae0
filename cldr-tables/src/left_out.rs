//! The languages of CLDR that ICU4X leaves out of its data: those that CLDR does not cover well, and those whose numbers are
//! all `other`, which is what ICU4X also says of a language that it does not know.

use token_codes_build::cldr::Category::{self, Few, Many, One, Other, Two, Zero};
use token_codes_build::cldr::PluralKind;

use crate::oracle::Oracle;

/// Those that have the same rules as the language before them, which ICU4X has.
const SAME: &[(&str, &str)] = &[
    (
        "af",
        "an asa bal bem bez ce cgg dv fur gsw haw io jgo jmc kaj kcg kkj kl ksb mas mgo nah nb nd nn nnh nr ny nyn os pap \
         rof rwk saq sdh seh ss ssy teo tig ts ve vo vun wae xog yi",
    ),
    ("ar", "ars"),
    ("ksh", "lag"),
    ("pa", "ff guw kab ln mg wa"),
    ("sat", "iu naq se sma smi smj smn sms"),
];

/// Those whose numbers are all `other`.
const OTHER: &str =
    "bm bo dz hnj id ig ii ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi wo yo yue zh";

/// A language, its rules for cardinals, and all of its categories.
type Own = (&'static str, fn(u128) -> Category, &'static [Category]);

/// Those that are like no other.
const OWN: &[Own] = &[
    ("gv", manx, &[One, Two, Few, Many, Other]),
    ("kw", cornish, &[Zero, One, Two, Few, Many, Other]),
    ("shi", tachelhit, &[One, Few, Other]),
    ("tzm", tamazight, &[One, Other]),
];

/// The languages.
pub fn languages() -> impl Iterator<Item = &'static str> {
    let same = SAME.iter().flat_map(|(_, languages)| languages.split_whitespace());
    same.chain(OTHER.split_whitespace()).chain(OWN.iter().map(|(language, ..)| *language))
}

/// The rules of one of them.
pub fn rules(language: &str, kind: PluralKind) -> Option<Oracle> {
    let is_it = |other: &str| other == language;
    let has_it = |languages: &str| languages.split_whitespace().any(is_it);
    if kind == PluralKind::Ordinal {
        return match language {
            "bal" => Oracle::of("fr", kind),
            "kw" => Some(Oracle::Own("kw", cornish_ordinal, &[One, Many, Other])),
            _ => languages().any(is_it).then_some(Oracle::Other),
        };
    }
    let own =
        OWN.iter().find(|(own, ..)| is_it(own)).map(|(name, rules, all)| Oracle::Own(name, *rules, all));
    let same =
        || SAME.iter().find(|(_, languages)| has_it(languages)).and_then(|(same, _)| Oracle::of(same, kind));
    own.or_else(same).or_else(|| has_it(OTHER).then_some(Oracle::Other))
}

fn manx(number: u128) -> Category {
    match (number % 10, number % 20) {
        (1, _) => One,
        (2, _) => Two,
        (_, 0) => Few,
        _ => Other,
    }
}

fn cornish(number: u128) -> Category {
    let is_two =
        |thousands: u128| matches!(thousands % 100, 1..=20 | 40 | 60 | 80) || thousands % 1_000 == 100;
    match (number, number % 100) {
        (0, _) => Zero,
        (1, _) => One,
        (_, 1 | 21 | 41 | 61 | 81) => Many,
        (_, 2 | 22 | 42 | 62 | 82) => Two,
        (_, 3 | 23 | 43 | 63 | 83) => Few,
        _ if number.is_multiple_of(1_000) && is_two(number / 1_000) => Two,
        _ => Other,
    }
}

fn cornish_ordinal(number: u128) -> Category {
    match number % 100 {
        1..=4 | 21..=24 | 41..=44 | 61..=64 | 81..=84 => One,
        5 => Many,
        _ => Other,
    }
}

fn tachelhit(number: u128) -> Category {
    match number {
        0 | 1 => One,
        2..=10 => Few,
        _ => Other,
    }
}

fn tamazight(number: u128) -> Category {
    match number {
        0 | 1 | 11..=99 => One,
        _ => Other,
    }
}
