//! From the tokens of a text to what they are for its entry: placeholders of params, plurals, and mistakes.

use std::ops::Range;

use crate::{
    catalog::{Cut, Selector},
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
        let counted = self.plurals.last().and_then(|plural| plural.param);
        let cut = token.kind.cut(counted, |name| self.param(name));
        self.note_plural(&token);
        match cut {
            Some(kind) => self.cuts.push(Cut { start: token.range.start, end: token.range.end, kind }),
            // That the param of its plural is not known is said of the plural.
            None if token.kind == TokenKind::Hash => {}
            None if self.wrong.len() < template::MAX_WRONG => self.wrong.push(token),
            None => {}
        }
    }

    /// Takes in what a token says of a plural.
    fn note_plural(&mut self, Token { range, kind }: &Token) {
        match kind {
            TokenKind::Plural(name, kind) => self.plurals.push(Plural {
                range: range.clone(),
                name: name.range().clone(),
                param: self.param(name),
                kind: *kind,
                branches: Vec::new(),
            }),
            TokenKind::Branch(selector) => self.start_branch(Some(*selector), range),
            TokenKind::WrongBranch(_) => self.start_branch(None, range),
            TokenKind::BranchEnd => {
                let plural = self.plurals.last_mut();
                if let Some(branch) = plural.and_then(|plural| plural.branches.last_mut()) {
                    branch.text.end = range.start;
                }
            }
            TokenKind::PluralEnd => {
                if let Some(plural) = self.plurals.last_mut() {
                    plural.range.end = range.end;
                }
            }
            _ => {}
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
