//! Which texts are the same to a reader, however they are written.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use super::texts::is_unseen;
use crate::{
    catalog::{Branch, Piece, Selector, pieces},
    cldr::Category,
    model::Text,
};

/// Whether a reader takes the two for the same; of plurals, for all that are not for one number or a category of it.
pub(super) fn is_alike(one: &Text<'_>, other: &Text<'_>) -> bool {
    // What one language says of one and of many, another says once.
    let has_plurals = |text: &Text<'_>| !text.plurals.is_empty() && !text.is_broken();
    let key = |text| if has_plurals(text) { icu_key(text, true).into() } else { key(text) };
    key(one) == key(other)
}

/// The same for texts that a reader takes for the same: `{0}` and `{max_hours}` for one param, a letter with its accent in
/// one character or in two, a character that nobody sees or none.
pub(super) fn key<'m>(text: &'m Text<'_>) -> Cow<'m, str> {
    let written = &*text.written.scalar.text;
    if text.is_icu && !text.is_broken() {
        return icu_key(text, false).into();
    }
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
            Some(param) => push_param(&mut key, param),
            None => key.push_str(&written[cut.start..cut.end]),
        }
        shown = cut.end;
    }
    push_plain(&mut key, &written[shown..]);
    Cow::Owned(key)
}

/// The same for texts of ICU that show the same: in whichever order the branches of a plural are, `#` or `{limit, number}`
/// for `{limit}`, and the same as a text without a plural.
fn icu_key(text: &Text<'_>, only_other: bool) -> String {
    let mut key = String::new();
    push_pieces(&mut key, pieces(&text.written.scalar.text, &text.cuts), only_other);
    key
}

fn push_pieces(key: &mut String, pieces: Vec<Piece<'_>>, only_other: bool) {
    for piece in pieces {
        match piece {
            // As they are written where there is no plural.
            Piece::Text(text) => push_plain(key, &text.replace('{', "{{").replace('}', "}}")),
            Piece::Param { index, .. } | Piece::Number { index, .. } => push_param(key, index),
            Piece::Plural(mut plural) => {
                let is_other = |branch: &Branch<'_>| branch.selector == Selector::Category(Category::Other);
                if only_other || plural.branches.iter().all(is_other) {
                    let other = plural.branches.into_iter().find(is_other);
                    push_pieces(key, other.map_or_else(Vec::new, |branch| branch.pieces), only_other);
                    continue;
                }
                plural.branches.sort_by_key(|branch| branch.selector);
                key.extend(["{", plural.kind.as_str(), &plural.index.to_string()]);
                for branch in plural.branches {
                    key.extend([" ", &branch.selector.to_string(), "{"]);
                    push_pieces(key, branch.pieces, only_other);
                    key.push('}');
                }
                key.push('}');
            }
        }
    }
}

fn push_param(key: &mut String, param: usize) {
    key.extend(["{", &param.to_string(), "}"]);
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
