//! Texts as a search compares them: upper and lower case are the same, and so are full width and half width, straight and
//! curly quotes, and dashes of any length. What is not seen is left out.

use std::iter::once;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case and without its compatibility variants: `ＴＯＫ` as `tok`, `ﾄｰｸﾝ` as `トークン`, `“` as `"`.
pub(crate) fn fold(text: &str) -> String {
    // Most of what is not in Japanese, and a search goes through all of the catalog.
    if text.is_ascii() && !text.contains('`') {
        return text.to_ascii_lowercase();
    }
    characters(text).map(|(_, character)| character).collect()
}

/// Each character of the folded text, with the byte of the original that it comes from.
///
/// Marks are characters of their own, so that the halves of `ｶﾞ` are those of `ガ`.
fn characters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().flat_map(|(start, character)| {
        // Before as well, since `´` would become a space with a mark.
        let folded = once(plain(character)).nfkd().filter(|character| !is_ignorable(*character));
        folded.map(plain).flat_map(char::to_lowercase).map(move |folded| (start, folded))
    })
}

/// What a keyboard has in the place of a character that phones and word processors put there.
fn plain(character: char) -> char {
    match character {
        '‘' | '’' | '‚' | '‛' | '′' | '‵' | 'ʹ' | 'ʼ' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '‶' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        other => other,
    }
}

/// Whether it is not seen: Unicode's `Default_Ignorable_Code_Point`, such as soft hyphens and zero-width spaces.
fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Where a folded word stands in a folded text.
pub(crate) fn places(text: &str, word: &str) -> impl Iterator<Item = Range<usize>> {
    // A mark belongs to the character before it: `か` is not in `が`.
    let is_whole = |end: usize| !text[end..].starts_with(is_combining_mark);
    text.match_indices(word)
        .map(|(start, word)| start..start + word.len())
        .filter(move |place| is_whole(place.end))
}

/// Where folded words stand in a text that is not folded; in order, and not overlapping.
pub(crate) fn places_in_original(original: &str, words: &[String]) -> Vec<Range<usize>> {
    let folded = fold(original);
    let starts: Vec<usize> =
        characters(original).flat_map(|(start, folded)| [start].repeat(folded.len_utf8())).collect();
    let end_of = |start: usize| start + original[start..].chars().next().map_or(0, char::len_utf8);
    let found = words.iter().flat_map(|word| places(&folded, word));
    merged(found.map(|place| starts[place.start]..end_of(starts[place.end - 1])).collect())
}

fn merged(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| place.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for place in places {
        match merged.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => merged.push(place),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::{fold, places, places_in_original};

    #[test]
    fn case_and_width_make_no_difference() {
        assert_eq!(fold("ＴＯＫ００５"), "tok005");
        assert_eq!(fold("Straße"), "straße");
        assert_eq!(fold("ﾄｰｸﾝ"), fold("トークン"));
        assert_eq!(fold("ｶﾞ"), fold("ガ"));
        assert_eq!(fold("(Ａ）"), "(a)");
    }

    #[test]
    fn quotes_and_dashes_are_those_of_a_keyboard_and_what_is_not_seen_is_left_out() {
        assert_eq!(fold("can’t “open” `it´"), "can't \"open\" 'it'");
        assert_eq!(fold("`"), "'");
        assert_eq!(fold("a – b—c…"), "a - b-c...");
        assert_eq!(fold("to\u{AD}ken\u{200B}\u{FEFF} \u{2060}ID\u{FE0F}"), "token id");
    }

    #[test]
    fn a_word_with_characters_that_are_not_seen_is_marked_whole() {
        assert_marked("a to\u{AD}ken b", &["token"], &["to\u{AD}ken"]);
    }

    #[test]
    fn a_character_is_found_with_its_marks_only() {
        let found = |text: &str, word: &str| places(&fold(text), &fold(word)).count();
        assert_eq!(found("がか", "か"), 1);
        assert_eq!(found("がか", "が"), 1);
        assert_eq!(found("café", "CAFÉ"), 1);
        assert_eq!(found("café", "cafe"), 0);
    }

    #[track_caller]
    fn assert_marked(text: &str, words: &[&str], marked: &[&str]) {
        let words: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let found: Vec<&str> =
            places_in_original(text, &words).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, marked);
    }

    #[test]
    fn places_are_those_of_the_text_as_it_is_written() {
        assert_marked("ID: ﾄｰｸﾝＡ！", &["トークン", "a"], &["ﾄｰｸﾝＡ"]);
        assert_marked("Token token", &["TOKEN"], &["Token", "token"]);
        assert_marked("期限は…まで", &[".", "まで"], &["…まで"]);
        assert_marked("İstanbul", &["stan"], &["stan"]);
        assert_marked("token", &["toke", "ken"], &["token"]);
        assert_marked("token", &["x"], &[]);
    }
}
