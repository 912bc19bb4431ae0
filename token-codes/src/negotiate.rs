//! Which locale a client gets, by its header `Accept-Language`.

use core::cmp::Reverse;

/// The index of the locale that suits a client best, by the value of its header `Accept-Language`.
///
/// It is found by the lookup of RFC 4647, section 3.4, with the weights of RFC 9110, section 12.5.4:
///
/// - Each range of the header means one locale, the one with the most subtags of those that it starts with: `en-GB` means
///   `en-GB`, or else `en`. Letter case is ignored; a `*` within a range, as in `zh-*-TW`, says nothing.
/// - The locale with the highest weight wins, of equal ones that of the first range. `;q=0` excludes the locale that is
///   written just so: `en-GB;q=0` does not exclude `en`.
/// - `*` gives its weight to each locale that no other range means. Of equal weights, it comes last; of what it gives
///   its weight to, the first locale is taken.
///
/// What is malformed is skipped, and the rest counts. If nothing is left, or no locale is acceptable, it is the first
/// locale, which in a catalog is the source locale: 0, as it is where there are no locales. The locales are language tags
/// of RFC 5646, no two of them the same but for letter case.
///
/// The header may have any bytes. Nothing is allocated, and the time grows with its length, not faster.
///
/// The enum `Locale` of a catalog has this as [`Locale::negotiate`](crate::Locale::negotiate), and
/// [`AnyCode::negotiate`](crate::AnyCode::negotiate) takes the locales of any catalog. A single tag, such as that of a
/// setting or of `LANG`, is for [`find_locale`](crate::find_locale).
///
/// ```
/// use token_codes::{Locale, negotiate};
///
/// let locales = ["ja", "en", "zh-Hant"];
/// assert_eq!(negotiate(&locales, "zh-Hant-TW, en;q=0.8"), 2);
/// assert_eq!(negotiate(&locales, "fr, *;q=0.5, ja;q=0.1"), 1);
/// assert_eq!(negotiate(&locales, b"\xFF"), 0);
/// assert_eq!(Locale::negotiate("en-GB;q=0.8, ja"), Locale::Ja);
/// ```
#[must_use]
pub fn negotiate(locales: &[impl AsRef<str>], accept_language: impl AsRef<[u8]>) -> usize {
    let header = accept_language.as_ref();
    let mut best = Choice { locale: 0, quality: 0, place: 0 };
    for start in (0..locales.len()).step_by(BLOCK) {
        let mut block = Block::read(header, locales, start, 0);
        if block.excluded != 0 {
            block = Block::read(header, locales, start, block.excluded);
        }
        best = best.or(block.best).or(block.unnamed(locales.len()));
    }
    best.locale
}

/// In thousandths; of 0, a locale is not acceptable.
type Quality = u16;

const HIGHEST: Quality = 1000;

/// A set of the locales in a block, one bit for each.
type Set = u128;

/// So many locales are looked at together; for more, the header is read again.
const BLOCK: usize = Set::BITS as usize;

/// A locale and how much it is wanted.
#[derive(Clone, Copy)]
struct Choice {
    locale: usize,
    quality: Quality,
    /// Where in the header its range stands.
    place: usize,
}

impl Choice {
    /// The better one of two.
    fn or(self, other: Self) -> Self {
        let rank = |choice: Self| (choice.quality, Reverse(choice.place));
        if rank(other) > rank(self) { other } else { self }
    }
}

/// What a header says of the locales in a block.
struct Block {
    /// The index of its first locale.
    start: usize,
    best: Choice,
    /// The locales that a range means.
    named: Set,
    /// Those of them that a range excludes.
    excluded: Set,
    /// The quality of all others, which `*` gives them.
    others: Quality,
}

impl Block {
    /// Reads the header for the locales from `start` on, of which it excludes these. That is known only when it has been
    /// read: at first, they are none.
    fn read(header: &[u8], locales: &[impl AsRef<str>], start: usize, excluded: Set) -> Self {
        let best = Choice { locale: 0, quality: 0, place: 0 };
        let mut block = Self { start, best, named: excluded, excluded, others: 0 };
        for (place, element) in header.split(|byte| *byte == b',').enumerate() {
            let element = trim(element);
            if let Some(rest) = element.strip_prefix(b"*") {
                let quality = parse_rest(rest).map_or(0, |(_, quality)| quality);
                block.others = block.others.max(quality);
            } else if let Some((locale, rest)) = meant(locales, element)
                && let Some((is_exact, quality)) = parse_rest(rest)
                && (is_exact || quality > 0)
            {
                block.add(Choice { locale, quality, place });
            }
        }
        block
    }

    /// Notes what a range says of the locale that it means.
    fn add(&mut self, choice: Choice) {
        let Some(index) = choice.locale.checked_sub(self.start).filter(|index| *index < BLOCK) else {
            return;
        };
        let bit = 1 << index;
        self.named |= bit;
        if choice.quality == 0 {
            self.excluded |= bit;
        } else if self.excluded & bit == 0 && choice.quality > self.best.quality {
            self.best = choice;
        }
    }

    /// The first locale that no range means, with what `*` gives it; it comes after all that the header names.
    fn unnamed(&self, locales: usize) -> Choice {
        let locale = self.start + self.named.trailing_ones() as usize;
        let is_there = locale < locales.min(self.start + BLOCK);
        Choice { locale, quality: if is_there { self.others } else { 0 }, place: usize::MAX }
    }
}

/// The locale that the range of an element means, and what the element has after the tag of it.
fn meant<'a>(locales: &[impl AsRef<str>], element: &'a [u8]) -> Option<(usize, &'a [u8])> {
    let (mut found, mut length) = (None, 0);
    for (index, locale) in locales.iter().enumerate() {
        let tag = locale.as_ref().as_bytes();
        if tag.len() > length
            && let Some(rest) = after(tag, element)
        {
            (found, length) = (Some((index, rest)), tag.len());
        }
    }
    found
}

/// What an element has after this tag, if its range starts with the subtags of it. A `*` is no subtag of its own.
fn after<'a>(tag: &[u8], mut element: &'a [u8]) -> Option<&'a [u8]> {
    for byte in tag {
        if *byte == b'-' {
            element = without_stars(element);
        }
        element = element.split_first().filter(|(first, _)| first.eq_ignore_ascii_case(byte))?.1;
    }
    let rest = without_stars(element);
    // A singleton goes with what follows it: `en-x` is no part of `en-x-home`.
    let ends = if matches!(tag, [_] | [.., b'-', _]) { &b"; \t"[..] } else { b"-; \t" };
    rest.first().is_none_or(|next| ends.contains(next)).then_some(rest)
}

fn without_stars(mut range: &[u8]) -> &[u8] {
    while let [b'-', b'*', rest @ ..] = range {
        range = rest;
    }
    range
}

/// What follows the tag of a locale in an element: whether the range ends there, and the quality. `None` if it is
/// malformed.
fn parse_rest(rest: &[u8]) -> Option<(bool, Quality)> {
    let mut parts = rest.splitn(2, |byte| *byte == b';').map(trim);
    let range = parts.next()?;
    let quality = parts.next().map_or(Some(HIGHEST), parse_weight)?;
    let mut subtags = range.split(|byte| *byte == b'-');
    let is_range = subtags.next() == Some(b"") && subtags.all(is_subtag);
    is_range.then_some((range.is_empty(), quality))
}

fn is_subtag(text: &[u8]) -> bool {
    text == b"*" || ((1..=8).contains(&text.len()) && text.iter().all(u8::is_ascii_alphanumeric))
}

/// Without the optional whitespace of RFC 9110, which is less than what ASCII has.
fn trim(mut text: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = text {
        text = rest;
    }
    text
}

/// The quality in `q=0.8`.
fn parse_weight(weight: &[u8]) -> Option<Quality> {
    let (whole, digits) = match weight {
        [b'q' | b'Q', b'=', whole] => (whole, &[][..]),
        [b'q' | b'Q', b'=', whole, b'.', digits @ ..] if digits.len() <= 3 => (whole, digits),
        _ => return None,
    };
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let digit = |index| Quality::from(digits.get(index).map_or(0, |digit| digit - b'0'));
    let thousandths = 100 * digit(0) + 10 * digit(1) + digit(2);
    match whole {
        b'0' => Some(thousandths),
        b'1' if thousandths == 0 => Some(HIGHEST),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::negotiate;

    const LOCALES: [&str; 5] = ["ja", "en", "fr", "zh", "zh-Hant"];

    /// A header, and the locale of `LOCALES` that it gets.
    #[rustfmt::skip]
    const CASES: &[(&str, &str)] = &[
        // RFC 9110, section 12.5.4, and RFC 4647, section 2.3.
        ("da, en-gb;q=0.8, en;q=0.7", "en"),
        ("en, fr, zh-Hant", "en"),
        // Chrome, Firefox and Safari.
        ("en-US,en;q=0.9", "en"),
        ("ja,en-US;q=0.9,en;q=0.8", "ja"),
        ("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh"),
        ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7,fr;q=0.6", "en"),
        ("en-US,en;q=0.5", "en"),
        ("fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3", "fr"),
        ("zh-CN,zh;q=0.8,zh-TW;q=0.7,zh-HK;q=0.5,en-US;q=0.3,en;q=0.2", "zh"),
        ("fr-FR,fr;q=0.9", "fr"),
        ("zh-Hant-TW", "zh-Hant"),
        // The locale with the most subtags.
        ("zh-Hant", "zh-Hant"),
        ("zh-hANT-hk", "zh-Hant"),
        ("zh-Hans-CN", "zh"),
        ("zh-yue-Hant", "zh"),
        ("zh-Hanty", "zh"),
        ("EN-us", "en"),
        ("eng", "ja"),
        ("e", "ja"),
        ("en-x-home", "en"),
        ("en-a-b-c", "en"),
        ("x-en", "ja"),
        ("i-enochian", "ja"),
        // A `*` in a range.
        ("zh-Hant-*", "zh-Hant"),
        ("zh-*-Hant", "zh-Hant"),
        ("zh-*-*-Hant-*-TW", "zh-Hant"),
        ("en-*-x-home", "en"),
        ("zh-*Hant, en;q=0.1", "en"),
        ("zh-Hant*, en;q=0.1", "en"),
        // Weights.
        ("en;q=0.8, fr;q=0.9", "fr"),
        ("en;q=0.8, fr;q=0.801", "fr"),
        ("en;q=0.8, fr;q=0.8", "en"),
        ("fr;q=0.80, en;q=0.800, zh;q=0.08", "fr"),
        ("en;q=0.001, fr;q=0.0", "en"),
        ("en;q=0.999, fr;q=1.000", "fr"),
        ("en;q=0.999, fr;q=1.", "fr"),
        ("en;q=0., fr;q=0.1", "fr"),
        ("en;q=0.999, fr;Q=1", "fr"),
        ("en;q=0.1, fr;q=0.5, en-US;q=0.7", "en"),
        // What is excluded.
        ("en, en;q=0, fr;q=0.1", "fr"),
        ("en-US, en;q=0.000, fr;q=0.1", "fr"),
        ("en;q=0, en-US, fr;q=0.1", "fr"),
        ("EN;q=0, fr;q=0.1, en", "fr"),
        ("en-*;q=0, fr;q=0.1, en", "fr"),
        ("en-US;q=0, en", "en"),
        ("zh;q=0, zh-Hant;q=0.5", "zh-Hant"),
        ("zh-Hant;q=0, zh;q=0.5", "zh"),
        ("en;q=0", "ja"),
        ("ja;q=0", "ja"),
        ("*;q=0", "ja"),
        ("*;q=0, en;q=0.1", "en"),
        // `*`: what no other range means.
        ("*", "ja"),
        ("*-CH", "ja"),
        ("*, ja;q=0.5", "en"),
        ("*, ja;q=0", "en"),
        ("ja-JP;q=0.1, *;q=0.5", "en"),
        ("en;q=0.7, *;q=0.5", "en"),
        ("en;q=0.5, *;q=0.7", "ja"),
        ("de, *;q=0.5", "ja"),
        ("*;q=0.5, en-US;q=0, ja;q=0", "en"),
        ("*, ja;q=0, en;q=0, fr;q=0, zh;q=0", "zh-Hant"),
        ("*, ja;q=0, en;q=0, fr;q=0, zh;q=0, zh-Hant;q=0", "ja"),
        ("*, en", "en"),
        ("en, *", "en"),
        ("*;q=0.3, *;q=0.7, en;q=0.5", "ja"),
        // Whitespace, and nothing between commas.
        ("fr ; q=0.5 , \t en\t;\tq=0.7 ", "en"),
        (",, ,\t,en,", "en"),
        ("", "ja"),
        (" ", "ja"),
        (",", "ja"),
        // What is malformed is skipped.
        ("fr;q=2, en;q=0.1", "en"),
        ("fr;q=1.001, en;q=0.1", "en"),
        ("fr;q=0.1234, en;q=0.1", "en"),
        ("fr;q=.5, en;q=0.1", "en"),
        ("fr;q=-1, en;q=0.1", "en"),
        ("fr;q=+1, en;q=0.1", "en"),
        ("fr;q=1e0, en;q=0.1", "en"),
        ("fr;q=01, en;q=0.1", "en"),
        ("fr;q=0,5, en;q=0.1", "en"),
        ("fr;q=, en;q=0.1", "en"),
        ("fr;q, en;q=0.1", "en"),
        ("fr;, en;q=0.1", "en"),
        ("fr;q = 1, en;q=0.1", "en"),
        ("fr;q=1;q=1, en;q=0.1", "en"),
        ("fr;level=1, en;q=0.1", "en"),
        ("fr q=1, en;q=0.1", "en"),
        (";q=1, en;q=0.1", "en"),
        ("fr-, en;q=0.1", "en"),
        ("-fr, en;q=0.1", "en"),
        ("fr--FR, en;q=0.1", "en"),
        ("fr_FR, en;q=0.1", "en"),
        ("fr-longestsub, en;q=0.1", "en"),
        ("fr-\u{e9}, en;q=0.1", "en"),
        ("\"fr\", en;q=0.1", "en"),
        ("fr\n, en;q=0.1", "en"),
        ("fr\0, en;q=0.1", "en"),
        ("en;q=0.1, f\u{ff52}", "en"),
        ("**, fr, *;q=2", "fr"),
    ];

    #[test]
    fn each_header_gets_its_locale() {
        for (header, expected) in CASES {
            assert_eq!(LOCALES[negotiate(&LOCALES, header)], *expected, "{header:?}");
        }
    }

    /// The example of RFC 4647, section 3.4: what is looked for in turn.
    #[test]
    fn a_range_is_cut_as_in_the_rfc() {
        let range = "zh-Hant-CN-x-private1-private2";
        for (tag, is_found) in [
            ("zh-Hant-CN-x-private1-private2", true),
            ("zh-Hant-CN-x-private1", true),
            ("zh-Hant-CN-x", false),
            ("zh-Hant-CN", true),
            ("zh-Hant", true),
            ("zh", true),
            ("z", false),
        ] {
            assert_eq!(negotiate(&["ja", tag], range), usize::from(is_found), "{tag}");
            assert_eq!(negotiate(&["ja", "zh", tag], range) == 2, is_found && tag != "zh", "{tag}");
        }
    }

    #[test]
    fn of_the_same_tag_twice_the_first_is_meant() {
        assert_eq!(negotiate(&["ja", "en", "EN"], "en"), 1);
    }

    #[test]
    fn there_may_be_no_locales() {
        let none: [&str; 0] = [];
        assert_eq!(negotiate(&none, "en, *"), 0);
    }
}
