//! A plural with its branches.

use std::ops::Range;

use super::{IcuMistake, IcuMistakeKind, Name, Outcome, Place, Scanner, TokenKind, Unclosed};
use crate::catalog::Selector;
use crate::cldr::{Category, PluralKind};

impl Scanner<'_> {
    /// From after its type on: pushes its tokens, or says what is wrong with it.
    pub(super) fn plural(
        &mut self,
        start: usize,
        name: Name,
        kind: PluralKind,
        ty: Range<usize>,
        place: Place,
    ) -> Outcome {
        if place == Place::Branch {
            return Ok(Some((IcuMistakeKind::Nested, name.range().start..ty.end)));
        }
        if !self.take(b',') {
            return if self.peek().is_some() {
                Ok(Some((IcuMistakeKind::NoBranches, ty)))
            } else {
                Err(Unclosed)
            };
        }
        self.push(start..self.at, TokenKind::Plural(name, kind));
        let mut is_empty = true;
        loop {
            let before = self.at;
            self.skip_blanks();
            match self.peek() {
                None => return Err(Unclosed),
                Some(b'}') if is_empty => return Ok(Some((IcuMistakeKind::NoBranches, ty))),
                Some(b'}') => {
                    self.at += 1;
                    self.push(before..self.at, TokenKind::PluralEnd);
                    return Ok(None);
                }
                Some(_) => {}
            }
            if !self.skip_between() {
                if let Some(mistake) = self.branch(before)? {
                    return Ok(Some(mistake));
                }
                is_empty = false;
            }
        }
    }

    /// Skips what is no branch, and not to stand between branches.
    fn skip_between(&mut self) -> bool {
        let (start, rest) = (self.at, &self.text[self.at..]);
        let kind = match rest.chars().next() {
            Some(',' | '|' | ';' | '/') => {
                self.at += 1;
                IcuMistakeKind::Comma
            }
            Some(blank) if blank.is_whitespace() => {
                self.at += rest.len() - rest.trim_start().len();
                IcuMistakeKind::Blank
            }
            _ if rest.starts_with("offset:") => {
                if self.lump().len() == "offset:".len() {
                    self.skip_blanks();
                    self.lump();
                }
                IcuMistakeKind::Offset
            }
            _ => return false,
        };
        self.mistake(start..self.at, kind, start..self.at);
        true
    }

    /// A branch, from its selector on; `before` is where the one before it ends.
    fn branch(&mut self, before: usize) -> Outcome {
        let mut written = self.lump();
        self.skip_blanks();
        if &self.text[written.clone()] == "=" {
            written.end = self.lump().end;
            self.skip_blanks();
        }
        let blank = self.take_other_blanks();
        if !blank.is_empty() {
            return Ok(Some((IcuMistakeKind::Blank, blank)));
        }
        if !self.take(b'{') {
            return self.peek().map(|_| Some((IcuMistakeKind::NoText, written))).ok_or(Unclosed);
        }
        let kind = match selector(&self.text[written.clone()]) {
            Ok(selector) => TokenKind::Branch(selector),
            Err(IcuMistakeKind::NoSelector) => TokenKind::WrongBranch(IcuMistake {
                kind: IcuMistakeKind::NoSelector,
                at: self.at - 1..self.at,
            }),
            Err(kind) => TokenKind::WrongBranch(IcuMistake { kind, at: written }),
        };
        self.push(before..self.at, kind);
        self.text(Place::Branch);
        let end = self.at;
        if !self.take(b'}') {
            return Err(Unclosed);
        }
        self.push(end..self.at, TokenKind::BranchEnd);
        Ok(None)
    }
}

/// What a branch is for.
pub(in crate::template) fn selector(word: &str) -> Result<Selector, IcuMistakeKind> {
    if let Some(number) = word.strip_prefix('=') {
        // `+1` is a number to Rust, and none to ICU.
        let number = Some(number).filter(|number| !number.starts_with('+'));
        let number = number.and_then(|number| number.parse().ok());
        return number.map(Selector::Exactly).ok_or(IcuMistakeKind::InvalidNumber);
    }
    if word.is_empty() {
        return Err(IcuMistakeKind::NoSelector);
    }
    Category::ALL
        .into_iter()
        .find(|category| category.as_str() == word)
        .map(Selector::Category)
        .ok_or(IcuMistakeKind::UnknownSelector)
}
