//! Characters that one does not see, in the one place that knows them.
//!
//! Public for `token-codes-docs` alone.

/// The embeddings, overrides and isolates of the bidirectional algorithm.
///
/// The marks U+200E, U+200F and U+061C are not among them: they are of use in Arabic and Hebrew, and move nothing but
/// the signs beside them.
pub const BIDI: [char; 9] = [
    '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// Whether nothing is seen of the character itself, or rustc refuses it in source text.
pub(crate) fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::{BIDI, is_invisible};

    #[test]
    fn what_cannot_be_seen_is_known() {
        assert!(BIDI.into_iter().all(is_invisible));
        for c in [
            '\u{ad}',
            '\u{200b}',
            '\u{200d}',
            '\u{2060}',
            '\u{feff}',
            '\u{3164}',
            '\u{e0041}',
            '\0',
            '\u{85}',
        ] {
            assert!(is_invisible(c), "{c:?}");
        }
        for c in ['a', ' ', '\u{a0}', '\u{3000}', '\u{301}', '\u{fe0f}', '\u{fffd}', '期'] {
            assert!(!is_invisible(c), "{c:?}");
        }
    }
}
