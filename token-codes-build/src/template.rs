//! Texts with placeholders, before it is known which params there are.
//!
//! `{0}` and `{max_hours}` are placeholders, `{{` and `}}` are braces, and any other brace is a mistake.

use std::ops::Range;

/// A text with more mistakes of a kind than this is another kind of text; the others are not looked at.
pub(crate) const MAX_WRONG: usize = 32;

/// A part of a text that is not shown as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) range: Range<usize>,
    pub(crate) kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
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

/// The tokens of a text, in its order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    // Most texts have none, and a search for one character is fast even where nothing is optimised.
    if !text.contains('{') && !text.contains('}') {
        return tokens;
    }
    let mut at = 0;
    while let Some(found) = text[at..].find(['{', '}']) {
        let token = token(text, bytes, at + found);
        at = token.range.end;
        tokens.push(token);
    }
    tokens
}

/// The token that starts with the brace at `start`.
fn token(text: &str, bytes: &[u8], start: usize) -> Token {
    if bytes.get(start + 1) == Some(&bytes[start]) {
        return Token { range: start + 1..start + 2, kind: TokenKind::Brace };
    }
    let inside = start + 1;
    let end = text[inside..].find(['{', '}', '\n']).map(|length| inside + length);
    match end {
        Some(end) if bytes[start] == b'{' && bytes[end] == b'}' => {
            Token { range: start..end + 1, kind: classify(&text[inside..end]) }
        }
        _ => Token { range: start..inside, kind: TokenKind::Lone },
    }
}

fn classify(inside: &str) -> TokenKind {
    let is_number = !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && (inside == "0" || !inside.starts_with('0')) {
        return TokenKind::Index(inside.parse().unwrap_or(usize::MAX));
    }
    let is_name = inside.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && inside.starts_with(|first: char| !first.is_ascii_digit());
    if is_name { TokenKind::Name } else { TokenKind::Invalid }
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
    (classify(word) != TokenKind::Invalid).then(|| format!("{{{word}}}"))
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, meant, tokens};

    #[track_caller]
    fn assert_tokens(text: &str, expected: &[(&str, TokenKind)]) {
        let found = tokens(text);
        let found: Vec<_> = found.iter().map(|token| (&text[token.range.clone()], token.kind)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn placeholders_are_numbers_or_names() {
        assert_tokens("no braces", &[]);
        assert_tokens("{0}{1}", &[("{0}", TokenKind::Index(0)), ("{1}", TokenKind::Index(1))]);
        assert_tokens("指定:{max_hours}。", &[("{max_hours}", TokenKind::Name)]);
        assert_tokens(".{13}0x{0}", &[("{13}", TokenKind::Index(13)), ("{0}", TokenKind::Index(0))]);
        assert_tokens("'{0}'", &[("{0}", TokenKind::Index(0))]);
        let long = "{99999999999999999999999}";
        assert_tokens(long, &[(long, TokenKind::Index(usize::MAX))]);
    }

    #[test]
    fn doubled_braces_are_braces() {
        assert_tokens("{{0}}", &[("{", TokenKind::Brace), ("}", TokenKind::Brace)]);
        let middle = ("{0}", TokenKind::Index(0));
        assert_tokens("{{{0}}}", &[("{", TokenKind::Brace), middle, ("}", TokenKind::Brace)]);
    }

    #[test]
    fn all_else_is_invalid() {
        for text in ["{}", "{ 0 }", "{0:>5}", "{00}", "{01}", "{-1}", "{a b}", "{1a}", "{時}"] {
            assert_tokens(text, &[(text, TokenKind::Invalid)]);
        }
        assert_tokens("{", &[("{", TokenKind::Lone)]);
        assert_tokens("a } b", &[("}", TokenKind::Lone)]);
        assert_tokens("{0}}", &[("{0}", TokenKind::Index(0)), ("}", TokenKind::Lone)]);
        assert_tokens("{a\nb}", &[("{", TokenKind::Lone), ("}", TokenKind::Lone)]);
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
