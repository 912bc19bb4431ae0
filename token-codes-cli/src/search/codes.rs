//! Which codes are named in a text, such as `failed with ORD001 at x`.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use token_codes_build::catalog::{Catalog, Entry, Retired};

use super::Hit;
use super::texts;
use crate::fold::fold;

/// The entries whose codes are in a text, in the order in which they are there.
pub(super) struct Named<'a> {
    /// By codes that no text has by chance.
    pub(super) surely: Vec<Hit<'a>>,
    /// By codes that are only letters or only digits, which may be a word or a number.
    pub(super) perhaps: Vec<Hit<'a>>,
}

/// The entries whose codes are in the text with something else beside them; a code alone is a word to search for.
pub(super) fn hits<'a>(catalog: &'a Catalog, text: &str) -> Named<'a> {
    let text = fold(text);
    let text = text.trim();
    let mut found: Vec<Found<'a>> =
        catalog.with_retired().map(|(entry, _)| entry).flat_map(|entry| find(entry, text)).collect();
    found.sort_by_key(|found| (found.start, Reverse(found.end)));
    let (mut longest, mut known) = (0..0, HashSet::new());
    found.retain(|found| {
        let place = found.start..found.end;
        // `A1` in `A1-2`, if that is a code as well.
        let is_part = place.end <= longest.end && place != longest;
        if !is_part {
            longest = place;
        }
        !is_part && known.insert(&*found.entry.code)
    });
    let (surely, perhaps) = found.into_iter().partition::<Vec<_>, _>(|found| is_distinct(&found.entry.code));
    let hits = |found: Vec<Found<'a>>| found.into_iter().map(|found| hit(catalog, found.entry)).collect();
    Named { surely: hits(surely), perhaps: hits(perhaps) }
}

fn hit<'a>(catalog: &'a Catalog, entry: &'a Entry) -> Hit<'a> {
    Hit { entry, identified: true, texts: texts::of(catalog, entry).into_iter().take(1).collect() }
}

struct Found<'a> {
    entry: &'a Entry,
    start: usize,
    end: usize,
}

/// Where a code stands in a folded text that goes on before or after it.
fn find<'a>(entry: &'a Entry, text: &str) -> Vec<Found<'a>> {
    let places = places(&entry.code, text).into_iter().filter(|place| place.len() < text.len());
    places.map(|place| Found { entry, start: place.start, end: place.end }).collect()
}

/// The retired codes that are in the text and of which nothing is kept, in the catalog's order.
pub(super) fn retired<'a>(catalog: &'a Catalog, text: &str) -> Vec<&'a Retired> {
    let text = fold(text);
    let bare = catalog.retired.iter().filter(|retired| retired.entry.is_none());
    bare.filter(|retired| !places(&retired.code, &text).is_empty()).collect()
}

/// Where a code stands in a folded text. Letters and digits of ASCII, of which codes are, are not beside it.
fn places(code: &str, text: &str) -> Vec<Range<usize>> {
    let code = fold(code);
    let is_code = |character: char| character.is_ascii_alphanumeric();
    let is_whole = |place: &Range<usize>| {
        let goes_on_before = code.starts_with(is_code) && text[..place.start].ends_with(is_code);
        let goes_on_after = code.ends_with(is_code) && text[place.end..].starts_with(is_code);
        !goes_on_before && !goes_on_after
    };
    let places = text.match_indices(&*code).map(|(start, code)| start..start + code.len());
    places.filter(is_whole).collect()
}

/// Whether it is neither a word nor a number.
fn is_distinct(code: &str) -> bool {
    let is_all = |is: fn(&u8) -> bool| code.bytes().all(|byte| is(&byte));
    !is_all(u8::is_ascii_alphabetic) && !is_all(u8::is_ascii_digit)
}
