//! From the tokens of a text to what they are for its entry: placeholders of params, plurals, and mistakes.

use std::ops::Range;

use crate::{
    catalog::{Cut, CutKind, Selector},
    model::{Branch, Params, Plural, Text, Written},
    template::{self, Name, Token, TokenKind},
};

/// The text with its placeholders and plurals, and what is wrong in it or of no param.
pub(super) fn resolve<'a>(written: Written<'a>, params: &Params<'_>) -> Text<'a> {
    let text = &*written.scalar.text;
    let tokens = template::tokens(text);
    let is_icu = template::is_icu(&tokens);
    let mut resolver = Resolver { text, params, cuts: Vec::new(), wrong: Vec::new(), plurals: Vec::new() };
    for token in tokens {
        resolver.add(token);
    }
    let Resolver { cuts, wrong, plurals, .. } = resolver;
    Text { written, cuts, is_icu, plurals, wrong }
}

struct Resolver<'r, 'a> {
    text: &'r str,
    params: &'r Params<'a>,
    cuts: Vec<Cut>,
    wrong: Vec<Token>,
    plurals: Vec<Plural>,
}

impl Resolver<'_, '_> {
    fn add(&mut self, token: Token) {
        let Token { range, kind } = token;
        // What a plural is made of says nothing that its param is not known: that is said of its name.
        let plural = self.plurals.last_mut();
        let kind = match kind {
            TokenKind::Param(ref name) => self.param(name).map(CutKind::Param).ok_or(Some(kind)),
            TokenKind::Number(ref name) => self.param(name).map(CutKind::Number).ok_or(Some(kind)),
            TokenKind::Plural(ref name, of) => {
                let param = self.param(name);
                let (name, branches) = (name.range().clone(), Vec::new());
                self.plurals.push(Plural { range: range.clone(), name, param, kind: of, branches });
                param.map(|param| CutKind::Plural(param, of)).ok_or(Some(kind))
            }
            TokenKind::Hash => plural.and_then(|plural| plural.param).map(CutKind::Number).ok_or(None),
            TokenKind::Branch(selector) => {
                self.start_branch(Some(selector), &range);
                Ok(CutKind::Branch(selector))
            }
            TokenKind::BranchEnd => {
                if let Some(branch) = plural.and_then(|plural| plural.branches.last_mut()) {
                    branch.text.end = range.start;
                }
                Ok(CutKind::BranchEnd)
            }
            TokenKind::PluralEnd => {
                if let Some(plural) = plural {
                    plural.range.end = range.end;
                }
                Ok(CutKind::PluralEnd)
            }
            TokenKind::Dropped => Ok(CutKind::Dropped),
            TokenKind::WrongBranch(_) => {
                self.start_branch(None, &range);
                Err(Some(kind))
            }
            TokenKind::Invalid | TokenKind::Lone | TokenKind::Icu(_) => Err(Some(kind)),
        };
        match kind {
            Ok(kind) => self.cuts.push(Cut { start: range.start, end: range.end, kind }),
            Err(Some(kind)) if self.wrong.len() < template::MAX_WRONG => {
                self.wrong.push(Token { range, kind });
            }
            Err(_) => {}
        }
    }

    fn param(&self, name: &Name) -> Option<usize> {
        name.index(self.text, self.params.names()).filter(|index| *index < self.params.known().len())
    }

    /// Starts a branch at what stands before its text: `one {`.
    fn start_branch(&mut self, selector: Option<Selector>, before: &Range<usize>) {
        let Some(plural) = self.plurals.last_mut() else { return };
        let written = &self.text[before.clone()];
        let start = before.end - written.trim_start().len();
        let at = start..start + written.trim().trim_end_matches('{').trim_end().len();
        plural.branches.push(Branch { selector, at, text: before.end..before.end });
    }
}
