//! `Accept-Language` against a plain implementation of the RFCs, with any bytes, and with headers of any length.

#[path = "support/processor_time.rs"]
mod processor_time;

use std::collections::HashSet;
use std::hint::black_box;

use processor_time::processor_time;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use token_codes::{AnyCode, Code, Locale, negotiate};

/// What the RFCs say, step by step, with a list for everything.
mod reference {
    /// A range in lower case, and its weight in thousandths.
    type Element = (String, u32);

    pub(crate) fn negotiate(locales: &[String], header: &[u8]) -> usize {
        let elements: Vec<Element> = header.split(|byte| *byte == b',').filter_map(element).collect();
        let qualities: Vec<u32> =
            (0..locales.len()).map(|locale| quality(locales, locale, &elements)).collect();
        let best = qualities.iter().copied().max().unwrap_or(0);
        if best == 0 {
            return 0;
        }
        let is_best = |locale: usize| qualities[locale] == best;
        let named = elements.iter().filter(|(_, quality)| *quality == best);
        let mut named =
            named.filter_map(|(range, _)| lookup(locales, range)).filter(|locale| is_best(*locale));
        named.next().or_else(|| (0..locales.len()).find(|locale| is_best(*locale))).unwrap_or(0)
    }

    fn quality(locales: &[String], locale: usize, elements: &[Element]) -> u32 {
        let is_it = |range: &String| *range == locales[locale].to_lowercase();
        if elements.iter().any(|(range, quality)| *quality == 0 && is_it(range)) {
            return 0;
        }
        let of = |means: &dyn Fn(&str) -> bool| {
            let meant = elements.iter().filter(|(range, quality)| *quality > 0 && means(range));
            meant.map(|(_, quality)| *quality).max()
        };
        let named = of(&|range| lookup(locales, range) == Some(locale));
        named.or_else(|| of(&|range| range == "*")).unwrap_or(0)
    }

    /// RFC 4647, section 3.4: the range is cut until there is a locale of that name.
    fn lookup(locales: &[String], range: &str) -> Option<usize> {
        let mut subtags: Vec<&str> = range.split('-').collect();
        while !subtags.is_empty() {
            let tag = subtags.join("-");
            if let Some(found) = locales.iter().position(|locale| locale.to_lowercase() == tag) {
                return Some(found);
            }
            subtags.pop();
            while subtags.last().is_some_and(|last| last.len() == 1) {
                subtags.pop();
            }
        }
        None
    }

    fn element(written: &[u8]) -> Option<Element> {
        let written = str::from_utf8(written).ok()?;
        let trim = |text: &str| text.trim_matches([' ', '\t']).to_lowercase();
        match written.split_once(';') {
            None => Some((range(&trim(written))?, 1000)),
            Some((written, weight)) => Some((range(&trim(written))?, thousandths(&trim(weight))?)),
        }
    }

    /// The basic range of RFC 4647, section 3.2, for an extended one.
    fn range(written: &str) -> Option<String> {
        let subtags: Vec<&str> = written.split('-').collect();
        for (index, subtag) in subtags.iter().enumerate() {
            let fits = |char: char| char.is_ascii_alphabetic() || (index > 0 && char.is_ascii_digit());
            if *subtag != "*" && (subtag.is_empty() || subtag.len() > 8 || !subtag.chars().all(fits)) {
                return None;
            }
        }
        if subtags[0] == "*" {
            return Some("*".to_owned());
        }
        let subtags: Vec<&str> = subtags.into_iter().filter(|subtag| *subtag != "*").collect();
        Some(subtags.join("-"))
    }

    fn thousandths(weight: &str) -> Option<u32> {
        let value = weight.strip_prefix("q=")?;
        let (whole, digits) = value.split_once('.').unwrap_or((value, ""));
        if !["0", "1"].contains(&whole)
            || digits.len() > 3
            || !digits.chars().all(|char| char.is_ascii_digit())
        {
            return None;
        }
        let thousandths = format!("{whole}{digits:0<3}").parse().ok()?;
        (thousandths <= 1000).then_some(thousandths)
    }
}

/// Few of each, so that ranges and locales meet.
const SUBTAGS: [&str; 10] = ["a", "b", "C", "ab", "aB", "Ba", "cccccccc", "x", "X", "1"];
const OTHER_SUBTAGS: [&str; 5] = ["*", "*", "", "_", "ccccccccc"];
#[rustfmt::skip]
const WEIGHTS: [&str; 24] = [
    "", "", "", ";q=0", ";q=0.", ";q=0.000", ";q=0.1", ";q=0.2", ";q=0.20", " ;q=0.200", "; q=0.201", "\t;\tQ=0.9 ", ";q=1",
    ";q=1.000", ";q=1.001", ";q=2", ";q=0.1234", ";q=.5", ";q= 1", ";q=", ";", ";q=1;q=0", " q=1", ";q=0.1a",
];

fn locales() -> impl Strategy<Value = Vec<String>> {
    // No tag starts with a digit, which is the last of them.
    let tag = (select(&SUBTAGS[..9]), vec(select(&SUBTAGS[..]), 0..3));
    vec(tag.prop_map(|(first, rest)| [&[first], &*rest].concat().join("-")), 0..8).prop_map(|mut tags| {
        let mut seen = HashSet::new();
        tags.retain(|tag| seen.insert(tag.to_lowercase()));
        tags
    })
}

fn element() -> impl Strategy<Value = String> {
    let subtag = prop_oneof![9 => select(&SUBTAGS[..]), 1 => select(&OTHER_SUBTAGS[..])];
    let range = prop_oneof![8 => vec(subtag, 1..5), 1 => Just(vec!["*"])];
    (range, select(&WEIGHTS[..])).prop_map(|(subtags, weight)| subtags.join("-") + weight)
}

/// What is almost a header.
fn header() -> impl Strategy<Value = Vec<u8>> {
    let bytes = vec(element(), 0..12).prop_map(|elements| elements.join(", ").into_bytes());
    let change = prop_oneof![9 => Just(None), 1 => any::<(Index, u8)>().prop_map(Some)];
    (bytes, change).prop_map(|(mut bytes, change)| {
        if let Some((index, byte)) = change
            && !bytes.is_empty()
        {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_what_the_rfcs_say(locales in locales(), header in header()) {
        let expected = reference::negotiate(&locales, &header);
        prop_assert_eq!(negotiate(&locales, &header), expected, "{}", header.escape_ascii());
    }

    #[test]
    fn any_bytes_give_a_locale(header in any::<Vec<u8>>()) {
        prop_assert!(negotiate(&["", "-", "*", "日本", "en"], &header) < 5);
    }
}

/// They are more than one pass takes.
#[test]
fn there_may_be_hundreds_of_locales() {
    let letter = |index: usize| char::from(b'a' + u8::try_from(index % 26).expect("it is small"));
    let locales: Vec<String> =
        (0..600).map(|index| format!("q{}{}", letter(index / 26), letter(index))).collect();
    let all_but = |one: usize| {
        let others = locales.iter().enumerate().filter(|(index, _)| *index != one);
        others.fold("*;q=0.5".to_owned(), |header, (_, tag)| format!("{header}, {tag};q=0"))
    };
    for index in [0, 127, 128, 129, 255, 256, 257, 599] {
        let (tag, last) = (&locales[index], &locales[599]);
        assert_eq!(negotiate(&locales, format!("{tag}-x-y;q=0.5, *;q=0.4")), index);
        assert_eq!(negotiate(&locales, format!("{last};q=0.3, {tag};q=0.4, qaa;q=0.2, *;q=0.1")), index);
        assert_eq!(negotiate(&locales, format!("{tag}, {last}, qaa")), index);
        assert_eq!(negotiate(&locales, all_but(index)), index);
    }
}

#[test]
fn a_catalog_negotiates_with_its_locales() {
    let code = AnyCode::from(Code::TOK001);
    for (header, locale) in
        [("en-GB;q=0.8, ja", Locale::Ja), ("fr, en-GB;q=0.8", Locale::En), ("fr", Locale::Ja)]
    {
        assert_eq!(Locale::negotiate(header), locale);
        assert_eq!(Locale::negotiate(header.as_bytes()), locale);
        assert_eq!(code.negotiate(header), locale.as_str());
    }
}

/// A name, and a header of which there is as much as one wants.
type Dimension = (&'static str, fn(usize) -> String);

/// What headers may have much of, in about 100 KB.
const DIMENSIONS: [Dimension; 9] = [
    ("ranges", |count| "en-US;q=0.5,".repeat(count)),
    ("ranges that mean nothing", |count| "de,".repeat(count)),
    ("ranges that exclude", |count| "en;q=0,ja;q=0,".repeat(count)),
    ("better and better ranges", |count| {
        (0..count).fold(String::new(), |header, index| header + &format!("en;q=0.{:03},", index % 1000))
    }),
    ("subtags", |count| format!("en{}", "-a".repeat(5 * count))),
    ("stars in a range", |count| format!("en{}-US", "-*".repeat(5 * count))),
    ("nothing between commas", |count| ",".repeat(10 * count)),
    ("blanks", |count| format!("en{};q=1", " ".repeat(10 * count))),
    ("digits", |count| format!("en;q=0.{}", "1".repeat(10 * count))),
];

/// What reading a header so many times takes, in seconds.
fn time_of(header: &str, times: usize) -> f64 {
    let start = processor_time();
    for _ in 0..times {
        black_box(Locale::negotiate(black_box(header)));
    }
    processor_time() - start
}

/// So a long header takes no longer than as many bytes in short ones; if it grew with the square, it would be four times.
#[test]
fn the_time_grows_as_the_header_does() {
    for (name, header) in DIMENSIONS {
        let (short, long) = (header(2_500), header(10_000));
        // Whatever else runs makes it longer, and the clock has ticks.
        let is_linear = || time_of(&long, 8) < 2.0 * time_of(&short, 32) + 0.02;
        assert!((0..5).any(|_| is_linear()), "{name}: {} bytes, beside {}", long.len(), short.len());
    }
}
