//! Texts as `MessageFormat` of ICU has them: what translators and their tools know.
//!
//! `{max_hours, plural, one {# hour} other {# hours}}`, `selectordinal` likewise, `{limit, number}`, and placeholders. An
//! apostrophe before a brace, or in a branch before `#`, quotes what follows up to the next apostrophe; two apostrophes are
//! one; any other stands for itself. What else ICU has is a mistake here.

mod plural;

use std::ops::Range;

use super::{IcuMistake, IcuMistakeKind, Name, Token, TokenKind, is_of_word, name};
use crate::cldr::PluralKind;

pub(super) use plural::selector;

/// The types of arguments that ICU has.
const TYPES: [&str; 12] = [
    "plural",
    "selectordinal",
    "number",
    "select",
    "choice",
    "date",
    "time",
    "duration",
    "ordinal",
    "spellout",
    "list",
    "currency",
];

/// Whether ICU has this type of arguments.
pub(super) fn is_type(word: &str) -> bool {
    TYPES.contains(&word)
}

/// Braces with a name and a type between them.
pub(super) struct Argument {
    pub(super) ty: Range<usize>,
    /// Whether there are braces within it.
    pub(super) has_branches: bool,
}

/// What starts with the brace at `start`, if a name and a type follow; also as those write it who know it from elsewhere.
pub(super) fn argument(text: &str, start: usize) -> Option<Argument> {
    let mut scanner = Scanner { text, at: start, tokens: Vec::new() };
    if !scanner.take(b'{') {
        return None;
    }
    let mut is_odd = scanner.skip_all_blanks();
    is_odd |= scanner.take(b'$');
    name(text, scanner.word())?;
    is_odd |= scanner.skip_all_blanks();
    let has_comma = scanner.take(b',');
    let is_wide = !has_comma && !text[scanner.take_separator()].is_ascii();
    is_odd |= scanner.skip_all_blanks();
    let ty = scanner.word();
    if ty.is_empty() {
        return None;
    }
    scanner.skip_all_blanks();
    // `{a, b}` is left to those who know what braces are without a type.
    let ends = scanner.take(b',') || !has_comma;
    let has_branches = ends
        && text[scanner.at..].find(['{', '}']).is_some_and(|next| text.as_bytes()[scanner.at + next] == b'{');
    // Without a comma, it is one for whom a comma was forgotten, or nothing of ICU.
    (has_comma && !is_odd || is_type(&text[ty.clone()]) && (has_comma || is_wide || has_branches))
        .then_some(Argument { ty, has_branches })
}

/// Whether the `{{` at `start` is before a plural, as i18next has them, and not before one that is shown as a text.
pub(super) fn is_doubled_argument(text: &str, start: usize) -> bool {
    let next = || text[start + 2..].find(['{', '}']).map(|next| &text[start + 2 + next..]);
    let is_shown = || next().is_none_or(|next| next.starts_with("{{"));
    argument(text, start + 1)
        .is_some_and(|argument| argument.has_branches && is_type(&text[argument.ty]) && !is_shown())
}

/// The tokens of such a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut scanner = Scanner { text, at: 0, tokens: Vec::new() };
    scanner.text(Place::Top);
    scanner.tokens
}

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    Branch,
}

/// The `{` of an argument or a branch has no `}`.
struct Unclosed;

/// What is wrong with an argument, and where, if anything is.
type Outcome = Result<Option<(IcuMistakeKind, Range<usize>)>, Unclosed>;

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn skip_blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    /// Skips also what is a blank elsewhere, and says whether there was such a one.
    fn skip_all_blanks(&mut self) -> bool {
        self.skip_blanks();
        !self.take_other_blanks().is_empty()
    }

    /// Blanks from here on, if the first is none to ICU.
    fn take_other_blanks(&mut self) -> Range<usize> {
        let start = self.at;
        let rest = &self.text[start..];
        self.at += rest.len() - rest.trim_start().len();
        start..self.at
    }

    /// The first blank that is none to ICU, from here to where the branches of an argument begin, if it has a type.
    fn other_blank(&self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..];
        let header = &rest[..rest.find(['{', '}'])?];
        let (name, ty) = header.split_once(',')?;
        let end = name.len() + 1 + ty.find(',').unwrap_or(ty.len());
        let is_other = |sign: char| sign.is_whitespace() && !" \t\r\n".contains(sign);
        let (at, blank) = header[..end].char_indices().find(|(_, sign)| is_other(*sign))?;
        Some(self.at + at..self.at + at + blank.len_utf8())
    }

    /// What stands for a comma elsewhere, or is as wide as an ideograph, if it is here.
    fn take_separator(&mut self) -> Range<usize> {
        let start = self.at;
        let rest = &self.text[start..];
        self.at += rest.len()
            - rest.strip_prefix(['，', '､', '、', ':', '：', ';', '；', '|']).unwrap_or(rest).len();
        start..self.at
    }

    /// Where the comma after a name is not one, or is missing before a type; `None` if something else is wrong.
    fn missing_comma(&mut self, name: &Range<usize>) -> Option<Range<usize>> {
        let start = self.at;
        let separator = self.take_separator();
        self.skip_blanks();
        let ty = self.word();
        self.at = start;
        is_type(&self.text[ty]).then(|| if separator.is_empty() { name.clone() } else { separator })
    }

    /// The letters, digits and underscores from here on.
    fn word(&mut self) -> Range<usize> {
        let start = self.at;
        let bytes = &self.text.as_bytes()[start..];
        self.at += bytes.iter().take_while(|byte| is_of_word(**byte)).count();
        start..self.at
    }

    /// What is up to the next blank, brace or comma: what is taken for one word by those who read it.
    fn lump(&mut self) -> Range<usize> {
        let start = self.at;
        let ends = |character: char| character.is_whitespace() || matches!(character, '{' | '}' | ',');
        let rest = &self.text[start..];
        self.at += rest.find(ends).unwrap_or(rest.len());
        start..self.at
    }

    fn push(&mut self, range: Range<usize>, kind: TokenKind) {
        self.tokens.push(Token { range, kind });
    }

    fn mistake(&mut self, range: Range<usize>, kind: IcuMistakeKind, at: Range<usize>) {
        self.push(range, TokenKind::Icu(IcuMistake { kind, at }));
    }

    /// A text, up to the `}` of its branch or to its end.
    fn text(&mut self, place: Place) {
        while let Some(found) = self.text[self.at..].find(['{', '}', '\'', '#']) {
            self.at += found;
            let start = self.at;
            match self.text.as_bytes()[start] {
                b'\'' => self.apostrophe(place),
                b'#' => {
                    self.at += 1;
                    if place == Place::Branch {
                        self.push(start..start + 1, TokenKind::Hash);
                    }
                }
                b'}' if place == Place::Branch => return,
                b'}' => {
                    self.at += 1;
                    if self.take(b'}') {
                        self.mistake(start..self.at, IcuMistakeKind::DoubledBrace, start..self.at);
                    } else if !self.is_after_quote(start) {
                        self.push(start..start + 1, TokenKind::Lone);
                    }
                }
                _ => self.argument(place),
            }
        }
        self.at = self.text.len();
    }

    /// From an apostrophe on: one of two, the start of a quotation, or itself.
    fn apostrophe(&mut self, place: Place) {
        let start = self.at;
        self.at += 1;
        match self.peek() {
            Some(b'\'') => {
                self.at += 1;
                self.push(start..start + 1, TokenKind::Dropped);
            }
            Some(b'{' | b'}') => self.quotation(start),
            Some(b'#') if place == Place::Branch => self.quotation(start),
            _ => {}
        }
    }

    fn quotation(&mut self, start: usize) {
        let inside = self.at;
        let mut dropped = Vec::new();
        loop {
            let Some(found) = self.text[self.at..].find('\'') else {
                self.at = inside;
                return self.mistake(start..inside, IcuMistakeKind::UnclosedQuote, start..inside);
            };
            let end = self.at + found;
            self.at = end + 1;
            dropped.push(end..self.at);
            if !self.take(b'\'') {
                break;
            }
        }
        let quoted = inside..self.at - 1;
        let word = self.text[quoted.clone()].strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        if word.is_some_and(|word| name(word, 0..word.len()).is_some()) {
            let whole = start..self.at;
            return self.mistake(whole.clone(), IcuMistakeKind::QuotedPlaceholder, whole);
        }
        self.push(start..inside, TokenKind::Dropped);
        self.tokens.extend(dropped.into_iter().map(|range| Token { range, kind: TokenKind::Dropped }));
    }

    /// From the `{` of an argument on.
    fn argument(&mut self, place: Place) {
        let (start, before) = (self.at, self.tokens.len());
        if place == Place::Top && self.text[start..].starts_with("{{") {
            let whole =
                if is_doubled_argument(self.text, start) { end_of_braces(self.text, start) } else { None };
            self.at = whole.unwrap_or(start + 2);
            return self.mistake(start..self.at, IcuMistakeKind::DoubledBrace, start..start + 2);
        }
        self.at += 1;
        match self.argument_after_brace(start, place) {
            Ok(None) => {}
            Ok(Some((kind, at))) => {
                // What was found of it stands for nothing without the rest.
                self.tokens.truncate(before);
                match end_of_braces(self.text, start) {
                    Some(end) => {
                        self.at = end;
                        self.mistake(start..end, kind, at);
                    }
                    None => self.unclosed(start),
                }
            }
            Err(Unclosed) => {
                self.tokens.truncate(before);
                self.unclosed(start);
            }
        }
    }

    fn unclosed(&mut self, start: usize) {
        self.at = self.text.len();
        if !self.is_after_quote(start) {
            self.mistake(start..self.at, IcuMistakeKind::Unclosed, start..start + 1);
        }
    }

    /// Whether an apostrophe before `at` was to quote what stands there, so that nothing else is to be said of it.
    fn is_after_quote(&self, at: usize) -> bool {
        let is_quote = |mistake: &IcuMistake| mistake.kind == IcuMistakeKind::UnclosedQuote;
        self.tokens.last().is_some_and(|token| {
            token.range.end == at && matches!(&token.kind, TokenKind::Icu(mistake) if is_quote(mistake))
        })
    }

    /// Pushes the tokens of an argument, or says what is wrong with it.
    fn argument_after_brace(&mut self, start: usize, place: Place) -> Outcome {
        let inside = self.at;
        if let Some(blank) = self.other_blank() {
            return Ok(Some((IcuMistakeKind::Blank, blank)));
        }
        self.skip_blanks();
        let word = self.word();
        let name = name(self.text, word.clone());
        self.skip_blanks();
        if self.take(b'}') {
            // Blanks are in order in ICU, and not elsewhere here.
            let name = name.filter(|name| *name.range() == (inside..self.at - 1));
            self.push(start..self.at, name.map_or(TokenKind::Invalid, TokenKind::Param));
            return Ok(None);
        }
        if name.is_some()
            && self.peek() != Some(b',')
            && let Some(place) = self.missing_comma(&word)
        {
            return Ok(Some((IcuMistakeKind::NoComma, place)));
        }
        let Some(name) = name.filter(|_| self.peek() == Some(b',')) else {
            let ends = |character| matches!(character, '{' | '}' | ',');
            let end = self.text[inside..].find(ends).ok_or(Unclosed)? + inside;
            return Ok(Some((
                IcuMistakeKind::NoName,
                if end > inside { inside..end } else { start..start + 1 },
            )));
        };
        self.at += 1;
        self.skip_blanks();
        let ty = self.lump();
        self.skip_blanks();
        match &self.text[ty.clone()] {
            "number" => self.number(start, name),
            "plural" => self.plural(start, name, PluralKind::Cardinal, ty, place),
            "selectordinal" => self.plural(start, name, PluralKind::Ordinal, ty, place),
            word if is_type(word) => Ok(Some((IcuMistakeKind::UnsupportedType, ty))),
            "" => Ok(Some((IcuMistakeKind::UnknownType, start..self.at.max(start + 1)))),
            _ => Ok(Some((IcuMistakeKind::UnknownType, ty))),
        }
    }

    fn number(&mut self, start: usize, name: Name) -> Outcome {
        if self.take(b'}') {
            self.push(start..self.at, TokenKind::Number(name));
            return Ok(None);
        }
        let end = self.text[self.at..].find(['{', '}']).ok_or(Unclosed)? + self.at;
        Ok(Some((IcuMistakeKind::NumberStyle, self.at..end.max(self.at + 1))))
    }
}

/// The byte after the `}` that belongs to the `{` at `start`.
pub(super) fn end_of_braces(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests;
