//! Which texts are the same to a reader, however they are written.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::texts::is_unseen;
use crate::model::Text;

/// Whether a reader takes the two for the same.
pub(super) fn is_alike(one: &Text<'_>, other: &Text<'_>) -> bool {
    key(one) == key(other)
}

/// The same for texts that a reader takes for the same: `{0}` and `{max_hours}` for one param, a letter with its accent in
/// one character or in two, a character that nobody sees or none.
pub(super) fn key<'m>(text: &'m Text<'_>) -> Cow<'m, str> {
    let written = &*text.written.scalar.text;
    let is_named = |start: usize| !written[start + 1..].starts_with(|first: char| first.is_ascii_digit());
    let has_names = text.cuts.iter().any(|cut| cut.param().is_some() && is_named(cut.start));
    if !has_names && (written.is_ascii() || is_plain(written)) {
        return Cow::Borrowed(written);
    }
    let mut key = String::with_capacity(written.len());
    let mut shown = 0;
    for cut in &text.cuts {
        push_plain(&mut key, &written[shown..cut.start]);
        match cut.param() {
            Some(param) => key.extend(["{", &param.to_string(), "}"]),
            None => key.push_str(&written[cut.start..cut.end]),
        }
        shown = cut.end;
    }
    push_plain(&mut key, &written[shown..]);
    Cow::Owned(key)
}

/// Whether the text is in its normal form, and has nothing unseen.
fn is_plain(text: &str) -> bool {
    // These need no table: Latin letters, kana, ideographs, and signs of double width.
    let is_common = |character: char| {
        matches!(character, '\0'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
            | '\u{30A0}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
    };
    text.chars().all(is_common)
        || is_nfc_quick(text.chars()) == IsNormalized::Yes && !text.contains(is_unseen)
}

fn push_plain(key: &mut String, text: &str) {
    key.extend(text.chars().filter(|character| !is_unseen(*character)).nfc());
}
