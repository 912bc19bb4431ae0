//! Texts with placeholders, before it is known which params there are.
//!
//! `{0}` and `{max_hours}` are placeholders, `{{` and `}}` are braces, and any other brace is a mistake.

use std::ops::Range;

/// A part of a text that is not shown as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) range: Range<usize>,
    pub(crate) kind: PieceKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// `{0}`. A number beyond `usize` is its maximum: no entry has that many params.
    Index(usize),
    /// `{max_hours}`; the name is what stands between the braces.
    Name,
    /// The second brace of `{{` or `}}`, which is left out.
    Brace,
    /// Braces with something else between them.
    Invalid,
    /// A brace without another.
    Lone,
}

/// The pieces of a text, in its order.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let bytes = text.as_bytes();
    let mut pieces = Vec::new();
    // Most texts have none, and a search for one character is fast even where nothing is optimised.
    if !text.contains('{') && !text.contains('}') {
        return pieces;
    }
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '}']) {
        let piece = piece(text, bytes, at + found);
        at = piece.range.end;
        pieces.push(piece);
    }
    pieces
}

/// The piece that starts with the brace at `start`.
fn piece(text: &str, bytes: &[u8], start: usize) -> Piece {
    if bytes.get(start + 1) == Some(&bytes[start]) {
        return Piece { range: start + 1..start + 2, kind: PieceKind::Brace };
    }
    let inside = start + 1;
    let end = text[inside..].find(['{', '}', '\n']).map(|length| inside + length);
    match end {
        Some(end) if bytes[start] == b'{' && bytes[end] == b'}' => {
            Piece { range: start..end + 1, kind: classify(&text[inside..end]) }
        }
        _ => Piece { range: start..inside, kind: PieceKind::Lone },
    }
}

fn classify(inside: &str) -> PieceKind {
    let is_number = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && (inside == "0" || !inside.starts_with('0')) {
        return PieceKind::Index(inside.parse().unwrap_or(usize::MAX));
    }
    let is_name = inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && inside.starts_with(|first: char| !first.is_ascii_digit());
    if is_name { PieceKind::Name } else { PieceKind::Invalid }
}

/// The placeholder that was probably meant by the braces `written`: `{0}` for `{ 0 }`, `{00}` and `{0:>5}`.
pub(crate) fn meant(written: &str) -> Option<String> {
    let inside = written.strip_prefix('{')?.strip_suffix('}')?;
    let word = inside.split([':', ',', '!']).next()?.trim();
    let word = match word.trim_start_matches('0') {
        "" if !word.is_empty() => "0",
        rest if rest.starts_with(|first: char| first.is_ascii_digit()) => rest,
        _ => word,
    };
    (classify(word) != PieceKind::Invalid).then(|| format!("{{{word}}}"))
}

#[cfg(test)]
mod tests {
    use super::{PieceKind, meant, pieces};

    #[track_caller]
    fn assert_pieces(text: &str, expected: &[(&str, PieceKind)]) {
        let found = pieces(text);
        let found: Vec<_> = found.iter().map(|piece| (&text[piece.range.clone()], piece.kind)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn placeholders_are_numbers_or_names() {
        assert_pieces("no braces", &[]);
        assert_pieces("{0}{1}", &[("{0}", PieceKind::Index(0)), ("{1}", PieceKind::Index(1))]);
        assert_pieces("指定:{max_hours}。", &[("{max_hours}", PieceKind::Name)]);
        assert_pieces(".{13}0x{0}", &[("{13}", PieceKind::Index(13)), ("{0}", PieceKind::Index(0))]);
        assert_pieces("'{0}'", &[("{0}", PieceKind::Index(0))]);
        let long = "{99999999999999999999999}";
        assert_pieces(long, &[(long, PieceKind::Index(usize::MAX))]);
    }

    #[test]
    fn doubled_braces_are_braces() {
        assert_pieces("{{0}}", &[("{", PieceKind::Brace), ("}", PieceKind::Brace)]);
        let middle = ("{0}", PieceKind::Index(0));
        assert_pieces("{{{0}}}", &[("{", PieceKind::Brace), middle, ("}", PieceKind::Brace)]);
    }

    #[test]
    fn all_else_is_invalid() {
        for text in ["{}", "{ 0 }", "{0:>5}", "{00}", "{01}", "{-1}", "{a b}", "{1a}", "{時}"] {
            assert_pieces(text, &[(text, PieceKind::Invalid)]);
        }
        assert_pieces("{", &[("{", PieceKind::Lone)]);
        assert_pieces("a } b", &[("}", PieceKind::Lone)]);
        assert_pieces("{0}}", &[("{0}", PieceKind::Index(0)), ("}", PieceKind::Lone)]);
        assert_pieces("{a\nb}", &[("{", PieceKind::Lone), ("}", PieceKind::Lone)]);
    }

    #[test]
    fn what_was_meant_is_guessed() {
        assert_eq!(meant("{ 0 }").as_deref(), Some("{0}"));
        assert_eq!(meant("{00}").as_deref(), Some("{0}"));
        assert_eq!(meant("{01}").as_deref(), Some("{1}"));
        assert_eq!(meant("{0:>5}").as_deref(), Some("{0}"));
        assert_eq!(meant("{when, date}").as_deref(), Some("{when}"));
        assert_eq!(meant("{}"), None);
        assert_eq!(meant("{a b}"), None);
    }
}
