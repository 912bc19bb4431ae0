//! Where a message is cut to fill it in, as `token-codes` reads it (`tables.rs` there).

use std::slice;

use super::plurals::category_index;
use crate::catalog::{Cut, CutKind, Selector, Template};
use crate::cldr::PluralKind;

const PLURAL: usize = 0x8000_0000;
const NUMBER: usize = 0x8000_0001;
const EXACTLY: usize = 0x8000_0000;
const LEFT_OUT: usize = 0xc000_0000;

/// Three numbers for each cut, and for what a plural has beside its cuts. The language is that of the locale with this index.
pub(super) fn triples(template: &Template, language: usize) -> Vec<[usize; 3]> {
    Cutter { cuts: template.cuts.iter(), language }.text().0
}

/// Whether a text has plurals or numbers.
pub(super) fn is_icu(template: &Template) -> bool {
    template.cuts.iter().any(|cut| matches!(cut.kind, CutKind::Plural(..) | CutKind::Number(_)))
}

struct Cutter<'t> {
    cuts: slice::Iter<'t, Cut>,
    language: usize,
}

/// One of the texts of a plural.
struct Branch {
    selector: Selector,
    /// Its first byte.
    start: usize,
    /// The byte after its last.
    end: usize,
    triples: Vec<[usize; 3]>,
}

impl Cutter<'_> {
    /// What is in a text, or up to the end of a branch, which is given as well.
    fn text(&mut self) -> (Vec<[usize; 3]>, Option<usize>) {
        let mut triples = Vec::new();
        while let Some(&Cut { start, end, kind }) = self.cuts.next() {
            match kind {
                CutKind::Dropped => triples.push([start, end, LEFT_OUT]),
                CutKind::Param(param) => triples.push([start, end, param]),
                CutKind::Number(param) => triples.extend([[start, end, NUMBER], [param, self.language, 0]]),
                CutKind::Plural(param, kind) => {
                    triples.push([start, end, PLURAL]);
                    self.plural(&mut triples, param, kind);
                }
                CutKind::BranchEnd => return (triples, Some(start)),
                // They are in a plural, whose cuts are all taken there.
                CutKind::Branch(_) | CutKind::PluralEnd => {}
            }
        }
        (triples, None)
    }

    fn plural(&mut self, triples: &mut Vec<[usize; 3]>, param: usize, kind: PluralKind) {
        let (branches, end) = self.branches();
        let third = 2 * branches.len() + usize::from(kind == PluralKind::Ordinal);
        triples.push([param, self.language, third]);
        let (mut rows, mut first) = (Vec::new(), 0);
        for branch in &branches {
            rows.push((branch.selector, branch.start, first));
            first += branch.triples.len() + 1;
        }
        // A number comes before its category, and `other` is the last.
        rows.sort_by_key(|(selector, ..)| *selector);
        triples.extend(rows.into_iter().map(|(selector, start, first)| match selector {
            Selector::Exactly(number) => [number.cast_unsigned() as usize, start, first | EXACTLY],
            Selector::Category(category) => [category_index(category), start, first],
        }));
        let mut left = first;
        for branch in branches {
            left -= branch.triples.len() + 1;
            triples.extend(branch.triples);
            triples.push([branch.end, end, LEFT_OUT + left]);
        }
    }

    /// Those of a plural, and its end.
    fn branches(&mut self) -> (Vec<Branch>, usize) {
        let mut branches = Vec::new();
        while let Some(&Cut { end: start, kind, .. }) = self.cuts.next() {
            let CutKind::Branch(selector) = kind else { return (branches, start) };
            let (triples, end) = self.text();
            branches.push(Branch { selector, start, end: end.unwrap_or(start), triples });
        }
        (branches, 0)
    }
}
