//! A text with placeholders and plurals, checked.

mod written;

use std::borrow::Cow;
use std::fmt;
use std::slice;

use crate::cldr::{Category, Language, PluralKind, first};
use written::{fill_pieces, show_pieces, write_pieces};

pub(crate) use written::quote;

/// A text with placeholders and plurals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Template {
    /// The text as written; [`Template::pieces`] is what it stands for.
    pub text: String,
    /// Where it is to be cut to fill it in; in order, and not overlapping.
    pub(crate) cuts: Vec<Cut>,
}

/// A part of a template's text that is not shown as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// The first byte of the part.
    pub(crate) start: usize,
    /// The byte after its last.
    pub(crate) end: usize,
    pub(crate) kind: CutKind,
}

/// What is shown in the place of a part. A plural is followed by its branches, each with an end of its own, and by its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CutKind {
    /// Nothing: the second brace of `{{` or `}}`, an apostrophe that quotes.
    Dropped,
    /// The argument for the param with this index.
    Param(usize),
    /// The same, with its digits grouped: `{limit, number}`, and `#` in a branch.
    Number(usize),
    /// One of the branches that follow.
    Plural(usize, PluralKind),
    Branch(Selector),
    BranchEnd,
    PluralEnd,
}

impl Cut {
    /// The param whose argument is shown.
    pub(crate) fn param(&self) -> Option<usize> {
        match self.kind {
            CutKind::Param(param) | CutKind::Number(param) => Some(param),
            _ => None,
        }
    }
}

/// A part of what a template shows; see [`Template::pieces`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text that is shown as it stands.
    Text(Cow<'a, str>),
    /// A placeholder.
    #[non_exhaustive]
    Param {
        /// The index of the param in [`Entry::params`](super::Entry::params).
        index: usize,
        /// As it is written in the template: `{0}` or `{max_hours}`.
        written: &'a str,
    },
    /// A number whose digits are grouped.
    #[non_exhaustive]
    Number {
        /// The index of the param.
        index: usize,
        /// As it is written in the template: `{limit, number}`; `#` in the branch of a plural.
        written: &'a str,
    },
    /// A choice by a number.
    Plural(Plural<'a>),
}

/// One of several texts, chosen by a number.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plural<'a> {
    /// The index of the param.
    pub index: usize,
    /// By which rules the language chooses.
    pub kind: PluralKind,
    /// The texts, in the order in which they are written. There is one for `other`, none of them is in a plural itself.
    pub branches: Vec<Branch<'a>>,
    /// As it is written in the template, braces included.
    pub written: &'a str,
}

/// One of the texts of a plural.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Branch<'a> {
    /// What it is for.
    pub selector: Selector,
    /// What is shown: texts, placeholders and numbers.
    pub pieces: Vec<Piece<'a>>,
}

/// What a branch is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selector {
    /// A number, written `=0`: it comes before the category that the number has.
    Exactly(i32),
    /// The numbers of a category.
    Category(Category),
}

impl Selector {
    /// Whether it is for this number alone.
    pub(crate) fn is_exactly(self, number: u128) -> bool {
        matches!(self, Self::Exactly(exact) if u128::try_from(exact) == Ok(number))
    }
}

impl fmt::Display for Selector {
    /// As it is written in a template.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(number) => write!(f, "={number}"),
            Self::Category(category) => f.write_str(category.as_str()),
        }
    }
}

impl<'a> Plural<'a> {
    /// What is shown for a number in the rules of a language; `None` stands for what is no number, and has the branch for
    /// `other`.
    #[must_use]
    pub fn choose(&self, language: Language, number: Option<Integer>) -> &[Piece<'a>] {
        let find = |selector| self.branches.iter().find(|branch| branch.selector == selector);
        let exactly = number.and_then(Integer::to_i32).and_then(|number| find(Selector::Exactly(number)));
        let category = || {
            let category = language.category(self.kind, number?.magnitude);
            find(Selector::Category(category))
        };
        let other = || find(Selector::Category(Category::Other));
        exactly.or_else(category).or_else(other).map_or(&[], |branch| &branch.pieces)
    }

    /// The first whole numbers that have the branch with this selector, as they are written in a language, such as
    /// `1, 21, 31, 41, …`; empty if none has it.
    #[must_use]
    pub fn examples(&self, selector: Selector, language: Language) -> String {
        let shown = |is_negative, magnitude| language.format(Integer { is_negative, magnitude });
        let has_own = |number| self.branches.iter().any(|branch| branch.selector.is_exactly(number));
        match selector {
            Selector::Exactly(number) => shown(number < 0, number.unsigned_abs().into()),
            Selector::Category(category) => {
                let numbers = language.first_numbers(self.kind, category).filter(|number| !has_own(*number));
                first(numbers.map(|number| shown(false, number)))
            }
        }
    }
}

/// A whole number that fills a param: of all that Rust's integers can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integer {
    /// Whether it is below zero.
    pub is_negative: bool,
    /// Without the sign.
    pub magnitude: u128,
}

impl Integer {
    /// The number that a text says, in plain decimal digits; `None` if it says none, or one that no integer of Rust can be.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-');
        let magnitude = digits.unwrap_or(text);
        let is_plain = magnitude.bytes().all(|byte| byte.is_ascii_digit());
        let magnitude = magnitude.parse().ok().filter(|_| is_plain)?;
        Some(Self { is_negative: digits.is_some() && magnitude > 0, magnitude })
    }

    fn to_i32(self) -> Option<i32> {
        let magnitude = i64::try_from(self.magnitude).ok()?;
        i32::try_from(if self.is_negative { -magnitude } else { magnitude }).ok()
    }
}

impl Template {
    /// What the template shows, in order: texts, none of them empty, in which `{{` and `}}` are the braces that they stand
    /// for, placeholders and plurals. No text follows another.
    ///
    /// ```
    /// use token_codes_build::{Source, catalog::Piece, read};
    ///
    /// let source = Source::new("catalog.yaml", "\
    /// locales: [en]
    /// codes:
    ///   TOK005: {params: {max_hours: integer}, message: '{{at most}} {0} hours'}
    /// ");
    /// let catalog = read(&source).unwrap().catalog;
    /// let shown = catalog.entries[0].messages[0].template.pieces().map(|piece| match piece {
    ///     Piece::Text(text) => text,
    ///     Piece::Param { written, .. } | Piece::Number { written, .. } => written.into(),
    ///     Piece::Plural(plural) => plural.written.into(),
    /// });
    /// assert!(shown.eq(["{at most} ", "{0}", " hours"]));
    /// ```
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        pieces(&self.text, &self.cuts).into_iter()
    }

    /// The text in a language, with what `argument` gives for the param with that index in the place of each placeholder,
    /// and with `{{` and `}}` as the braces they stand for. Of a plural, the branch is shown that the argument chooses; if it
    /// is no number, that for `other`.
    ///
    /// ```
    /// # use token_codes_build::{Source, read};
    /// # let source = Source::new("catalog.yaml", "\
    /// # locales: [en]
    /// # codes:
    /// #   TOK005: {params: {max_hours: integer}, message: '{{at most}} {0} hours'}
    /// # ");
    /// # let catalog = read(&source).unwrap().catalog;
    /// let message = &catalog.entries[0].messages[0];
    /// let language = catalog.locales[message.locale].language;
    /// assert_eq!(message.template.fill(language, |_| "24".into()), "{at most} 24 hours");
    /// ```
    pub fn fill(&self, language: Language, argument: impl Fn(usize) -> String) -> String {
        let mut filled = String::new();
        fill_pieces(&mut filled, self.pieces(), language, &argument);
        filled
    }

    /// The text in one line for a person who has no arguments yet: each placeholder is what `placeholder` gives for the param
    /// with that index, and of a plural all branches are there, as in `[{max_hours} hour | {max_hours} hours]`, or the only one.
    pub fn shown(&self, placeholder: impl Fn(usize) -> String) -> String {
        let mut shown = String::new();
        show_pieces(&mut shown, self.pieces(), &placeholder);
        shown
    }

    /// The text as it could be written, with each placeholder by the name that `name` gives for its index; everything else
    /// is written one way, so that two texts that show the same are the same.
    pub fn with_names(&self, name: impl Fn(usize) -> String) -> String {
        let mut written = String::new();
        write_pieces(&mut written, self.pieces(), self.is_icu(), None, &name);
        written
    }

    /// Whether it has plurals or numbers, so that it is written as `MessageFormat` of ICU has it.
    pub(crate) fn is_icu(&self) -> bool {
        self.cuts.iter().any(|cut| matches!(cut.kind, CutKind::Plural(..) | CutKind::Number(_)))
    }
}

/// What a text shows that is cut there.
pub(crate) fn pieces<'a>(text: &'a str, cuts: &[Cut]) -> Vec<Piece<'a>> {
    Walk { text, cuts: cuts.iter(), shown: 0 }.pieces(text.len())
}

struct Walk<'a, 'c> {
    text: &'a str,
    cuts: slice::Iter<'c, Cut>,
    shown: usize,
}

impl<'a> Walk<'a, '_> {
    /// The pieces up to the end of the text, or of the branch.
    fn pieces(&mut self, end: usize) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut text = Cow::Borrowed("");
        while let Some(cut) = self.cuts.next() {
            text += &self.text[self.shown..cut.start];
            self.shown = cut.end;
            let written = &self.text[cut.start..cut.end];
            let piece = match cut.kind {
                CutKind::Param(index) => Piece::Param { index, written },
                CutKind::Number(index) => Piece::Number { index, written },
                CutKind::Plural(index, kind) => {
                    let branches = self.branches();
                    Piece::Plural(Plural {
                        index,
                        kind,
                        branches,
                        written: &self.text[cut.start..self.shown],
                    })
                }
                CutKind::BranchEnd => {
                    push_text(&mut pieces, text);
                    return pieces;
                }
                CutKind::Dropped | CutKind::Branch(_) | CutKind::PluralEnd => continue,
            };
            push_text(&mut pieces, std::mem::take(&mut text));
            pieces.push(piece);
        }
        text += &self.text[self.shown..end];
        push_text(&mut pieces, text);
        pieces
    }

    fn branches(&mut self) -> Vec<Branch<'a>> {
        let mut branches = Vec::new();
        while let Some(cut) = self.cuts.next() {
            self.shown = cut.end;
            match cut.kind {
                CutKind::Branch(selector) => {
                    branches.push(Branch { selector, pieces: self.pieces(self.text.len()) });
                }
                _ => break,
            }
        }
        branches
    }
}

fn push_text<'a>(pieces: &mut Vec<Piece<'a>>, text: Cow<'a, str>) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_pieces(text: &str, cuts: &[(usize, usize, CutKind)], expected: &[Piece<'_>]) {
        let cuts = cuts.iter().map(|&(start, end, kind)| Cut { start, end, kind }).collect();
        let template = Template { text: text.into(), cuts };
        assert_eq!(template.pieces().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn braces_join_the_text_around_them() {
        use CutKind::{Dropped, Param};
        let text = |text: &'static str| Piece::Text(text.into());
        let param = |index, written| Piece::Param { index, written };
        assert_pieces("", &[], &[]);
        assert_pieces("plain", &[], &[text("plain")]);
        assert_pieces("{0}{b}", &[(0, 3, Param(0)), (3, 6, Param(1))], &[param(0, "{0}"), param(1, "{b}")]);
        let cuts = [(1, 2, Dropped), (4, 5, Dropped), (9, 12, Param(0))];
        assert_pieces("{{0}} is {0}", &cuts, &[text("{0} is "), param(0, "{0}")]);
        assert_pieces("{0}}}", &[(0, 3, Param(0)), (4, 5, Dropped)], &[param(0, "{0}"), text("}")]);
    }

    #[test]
    fn a_number_without_a_branch_of_its_category_has_other() {
        let source = "locales: [en]\ncodes: {A: {params: {n: integer}, message: '{0, plural, =1 {an hour} other {# hours}}'}}\n";
        let catalog = crate::read(&crate::Source::new("catalog.yaml", source)).unwrap().catalog;
        let template = &catalog.entries[0].messages[0].template;
        let fill = |number: &str| template.fill(catalog.locales[0].language, |_| number.to_owned());
        assert_eq!(["1", "-1", "1000", "one"].map(fill), ["an hour", "-1 hours", "1,000 hours", "one hours"]);
    }
}
