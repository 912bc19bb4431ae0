//! Texts with placeholders, before it is known which params there are.
//!
//! `{0}` and `{max_hours}` are placeholders, `{{` and `}}` are braces, and any other brace is a mistake. A text with a plural,
//! such as `{max_hours, plural, one {# hour} other {# hours}}`, or with a `{max_hours, number}`, is as a whole written as
//! `MessageFormat` of ICU has it: see [`icu`].

mod icu;

use std::ops::Range;

use crate::catalog::{CutKind, Selector};
use crate::cldr::PluralKind;

/// A text with more mistakes of a kind than this is another kind of text; the others are not looked at.
pub(crate) const MAX_WRONG: usize = 32;

/// A part of a text that is not shown as it stands. What is in no token is shown, in one branch of a plural or always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) range: Range<usize>,
    pub(crate) kind: TokenKind,
}

impl Token {
    /// The param that a placeholder or plural names.
    pub(crate) fn name(&self) -> Option<&Name> {
        match &self.kind {
            TokenKind::Param(name) | TokenKind::Number(name) | TokenKind::Plural(name, _) => Some(name),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// The placeholder `{0}` or `{max_hours}`.
    Param(Name),
    /// `{max_hours, number}`.
    Number(Name),
    /// `#`: the number that the plural around it is for.
    Hash,
    /// What stands before the branches of a plural: `{max_hours, plural,`.
    Plural(Name, PluralKind),
    /// What stands before the text of a branch: `one {`.
    Branch(Selector),
    /// The same, where what the branch is for is a mistake.
    WrongBranch(IcuMistake),
    /// What stands after it: `}`.
    BranchEnd,
    /// What stands after the branches.
    PluralEnd,
    /// What is left out: the second brace of `{{` or `}}`, an apostrophe that quotes.
    Dropped,
    /// Braces with something else between them.
    Invalid,
    /// A brace without another.
    Lone,
    /// A mistake in a text of ICU, which takes the range with it.
    Icu(IcuMistake),
}

impl TokenKind {
    /// What is shown in its place, given the param that a name stands for, and the one that the plural around it counts by;
    /// `None` for a mistake, and where there is no such param.
    pub(crate) fn cut(
        &self,
        counted: Option<usize>,
        param: impl FnOnce(&Name) -> Option<usize>,
    ) -> Option<CutKind> {
        Some(match self {
            Self::Param(name) => CutKind::Param(param(name)?),
            Self::Number(name) => CutKind::Number(param(name)?),
            Self::Hash => CutKind::Number(counted?),
            Self::Plural(name, kind) => CutKind::Plural(param(name)?, *kind),
            Self::Branch(selector) => CutKind::Branch(*selector),
            Self::BranchEnd => CutKind::BranchEnd,
            Self::PluralEnd => CutKind::PluralEnd,
            Self::Dropped => CutKind::Dropped,
            Self::WrongBranch(_) | Self::Invalid | Self::Lone | Self::Icu(_) => return None,
        })
    }
}

/// What a placeholder is for: where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// A number beyond `usize` is its maximum: no entry has that many params.
    Index(usize, Range<usize>),
    /// What stands there is the name.
    Name(Range<usize>),
}

impl Name {
    /// Where it stands.
    pub(crate) fn range(&self) -> &Range<usize> {
        match self {
            Self::Index(_, range) | Self::Name(range) => range,
        }
    }

    /// The index that it stands for in a text, given the names of the params; that of a number may be beyond them.
    pub(crate) fn index<'n>(&self, text: &str, mut names: impl Iterator<Item = &'n str>) -> Option<usize> {
        match self {
            Self::Index(index, _) => Some(*index),
            Self::Name(range) => names.position(|name| name == &text[range.clone()]),
        }
    }
}

/// What is wrong in a text of ICU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IcuMistake {
    pub(crate) kind: IcuMistakeKind,
    /// Where it is, within what it takes with it.
    pub(crate) at: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IcuMistakeKind {
    /// A `{` whose `}` is missing, be it of a plural, a branch or another; at the `{`.
    Unclosed,
    /// `'{0}'`, which is the text `{0}`.
    QuotedPlaceholder,
    /// An apostrophe before a brace or a `#`, and none after it.
    UnclosedQuote,
    /// `{{` or `}}`, where a brace is written `'{'`; with the plural that it is before, if it is before one.
    DoubledBrace,
    /// What is no name of a param stands first between braces; at what stands there.
    NoName,
    /// A name and a type without a comma between, or with another sign; at that, or at the name.
    NoComma,
    /// `select`, `date` and the like, which ICU has; at the word.
    UnsupportedType,
    /// A type that ICU does not have either; at the word.
    UnknownType,
    /// More than the type, of a `number`; at what is too much.
    NumberStyle,
    /// A plural in a branch of another; at the inner one's name and type.
    Nested,
    /// `offset:1`.
    Offset,
    /// A comma or another sign between branches.
    Comma,
    /// A blank between the words of an argument that is none to ICU.
    Blank,
    /// A plural without branches; at the type.
    NoBranches,
    /// What is neither a category nor `=1`; at the word.
    UnknownSelector,
    /// `=1.5`, or a number that does not fit; at the number.
    InvalidNumber,
    /// A selector without `{` after it; at the selector.
    NoText,
    /// The `{` of a branch without a selector before it; at the `{`.
    NoSelector,
}

/// The tokens of a text, in its order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    // Most texts have none, and a search for one character is fast even where nothing is optimised.
    if !text.contains('{') && !text.contains('}') {
        return tokens;
    }
    let (mut at, mut unclosed) = (0, 0);
    while let Some(found) = text[at..].find(['{', '}']) {
        let start = at + found;
        if is_doubled(bytes, start) {
            if bytes[start] == b'{' && icu::is_doubled_argument(text, start) {
                return icu::tokens(text);
            }
        } else if let Some(argument) = icu::argument(text, start) {
            if icu::is_type(&text[argument.ty.clone()]) {
                return icu::tokens(text);
            }
            if argument.has_branches
                && unclosed < MAX_WRONG
                && let Some(end) = icu::end_of_braces(text, start)
            {
                let mistake = IcuMistake { kind: IcuMistakeKind::UnknownType, at: argument.ty };
                tokens.push(Token { range: start..end, kind: TokenKind::Icu(mistake) });
                at = end;
                continue;
            }
            unclosed += usize::from(argument.has_branches);
        }
        let token = token(text, bytes, start);
        at = token.range.end;
        tokens.push(token);
    }
    tokens
}

/// Whether a text is written as `MessageFormat` of ICU has it.
pub(crate) fn is_icu(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| match &token.kind {
        TokenKind::Number(_) | TokenKind::Plural(..) => true,
        TokenKind::Icu(mistake) => mistake.kind != IcuMistakeKind::UnknownType,
        _ => false,
    })
}

/// Whether a branch can be for this.
pub(crate) fn is_selector(word: &str) -> bool {
    icu::selector(word).is_ok()
}

fn is_doubled(bytes: &[u8], start: usize) -> bool {
    bytes.get(start + 1) == Some(&bytes[start])
}

/// The token that starts with the brace at `start`.
fn token(text: &str, bytes: &[u8], start: usize) -> Token {
    if is_doubled(bytes, start) {
        return Token { range: start + 1..start + 2, kind: TokenKind::Dropped };
    }
    let inside = start + 1;
    let end = text[inside..].find(['{', '}', '\n']).map(|length| inside + length);
    match end {
        Some(end) if bytes[start] == b'{' && bytes[end] == b'}' => {
            let kind = name(text, inside..end).map_or(TokenKind::Invalid, TokenKind::Param);
            Token { range: start..end + 1, kind }
        }
        _ => Token { range: start..inside, kind: TokenKind::Lone },
    }
}

/// What the word in this part of the text names.
fn name(text: &str, range: Range<usize>) -> Option<Name> {
    let word = &text[range.clone()];
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && (word == "0" || !word.starts_with('0')) {
        return Some(Name::Index(word.parse().unwrap_or(usize::MAX), range));
    }
    let is_name = word.bytes().all(is_of_word) && word.starts_with(|first: char| !first.is_ascii_digit());
    is_name.then_some(Name::Name(range))
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The placeholder that was probably meant by the braces `written`: `{0}` for `{ 0 }`, `{00}` and `{0:>5}`.
pub(crate) fn meant(written: &str) -> Option<String> {
    let inside = written.strip_prefix('{')?.strip_suffix('}')?;
    let mut words = inside.split([':', ',', '!']).map(str::trim);
    let word = words.next()?.trim_start_matches('$');
    let is_number = words.next().is_some_and(|ty| ty.eq_ignore_ascii_case("number"));
    let word = match word.trim_start_matches('0') {
        "" if !word.is_empty() => "0",
        rest if rest.starts_with(|first: char| first.is_ascii_digit()) => rest,
        _ => word,
    };
    name(word, 0..word.len()).map(|_| format!("{{{word}{}}}", if is_number { ", number" } else { "" }))
}

#[cfg(test)]
mod tests {
    use super::{meant, tokens};

    /// What stands in each token, and its kind.
    #[track_caller]
    fn assert_tokens(text: &str, expected: &[(&str, &str)]) {
        let found = tokens(text);
        let kind = |token: &super::Token| format!("{:?}", token.kind);
        let found: Vec<_> = found.iter().map(|token| (&text[token.range.clone()], kind(token))).collect();
        let found: Vec<_> = found
            .iter()
            .map(|(written, kind)| (*written, kind.split([',', ')']).next().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn placeholders_are_numbers_or_names() {
        assert_tokens("no braces", &[]);
        assert_tokens("{0}{1}", &[("{0}", "Param(Index(0"), ("{1}", "Param(Index(1")]);
        assert_tokens("指定:{max_hours}。", &[("{max_hours}", "Param(Name(8..17")]);
        assert_tokens(".{13}0x{0}", &[("{13}", "Param(Index(13"), ("{0}", "Param(Index(0")]);
        assert_tokens("'{0}'", &[("{0}", "Param(Index(0")]);
        let long = "{99999999999999999999999}";
        assert_tokens(long, &[(long, "Param(Index(18446744073709551615")]);
    }

    #[test]
    fn doubled_braces_are_braces() {
        assert_tokens("{{0}}", &[("{", "Dropped"), ("}", "Dropped")]);
        let middle = ("{0}", "Param(Index(0");
        assert_tokens("{{{0}}}", &[("{", "Dropped"), middle, ("}", "Dropped")]);
    }

    #[test]
    fn all_else_is_invalid() {
        for text in ["{}", "{ 0 }", "{0:>5}", "{00}", "{01}", "{-1}", "{a b}", "{1a}", "{時}"] {
            assert_tokens(text, &[(text, "Invalid")]);
        }
        assert_tokens("{", &[("{", "Lone")]);
        assert_tokens("a } b", &[("}", "Lone")]);
        assert_tokens("{0}}", &[("{0}", "Param(Index(0"), ("}", "Lone")]);
        assert_tokens("{a\nb}", &[("{", "Lone"), ("}", "Lone")]);
    }

    #[test]
    fn what_was_meant_is_guessed() {
        assert_eq!(meant("{ 0 }").as_deref(), Some("{0}"));
        assert_eq!(meant("{00}").as_deref(), Some("{0}"));
        assert_eq!(meant("{01}").as_deref(), Some("{1}"));
        assert_eq!(meant("{0:>5}").as_deref(), Some("{0}"));
        assert_eq!(meant("{when, date}").as_deref(), Some("{when}"));
        assert_eq!(meant("{limit, Number}").as_deref(), Some("{limit, number}"));
        assert_eq!(meant("{$limit}").as_deref(), Some("{limit}"));
        assert_eq!(meant("{}"), None);
        assert_eq!(meant("{a b}"), None);
    }
}
