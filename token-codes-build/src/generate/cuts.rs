//! Where a message is cut to fill it in, as `token-codes` reads it (`tables.rs` there).

use std::slice;

use super::plurals::category_index;
use crate::catalog::{Cut, CutKind, Locale, Selector, Template};
use crate::cldr::{NumberFormat, PluralKind};

const PLAIN_NUMBER: usize = 0x8000_0000;
const NUMBER: usize = 0x9000_0000;
const PLURAL: usize = 0xa000_0000;
const ORDINAL: usize = 0xb000_0000;
const EXACTLY: usize = 0x8000_0000;
const COUNTED: usize = 0x4000_0000;
const LEFT_OUT: usize = 0xc000_0000;

/// Three numbers for each cut, and for each branch of a plural. The text is in the locale with this index.
pub(super) fn triples(template: &Template, index: usize, locale: &Locale) -> Vec<[usize; 3]> {
    let number = if is_plain(locale.language.numbers()) { PLAIN_NUMBER } else { NUMBER };
    Cutter { cuts: template.cuts.iter(), locale: index << 8, number }.text().0
}

/// Whether numbers below a thousand are written as Rust writes them.
fn is_plain(format: NumberFormat) -> bool {
    let groups_from = u32::from(format.last_group) + u32::from(format.least_before);
    format.zero == '0' && (format.last_group == 0 || groups_from > 3)
}

struct Cutter<'t> {
    cuts: slice::Iter<'t, Cut>,
    /// The bits of the locale.
    locale: usize,
    /// Those of a number in it.
    number: usize,
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
                CutKind::Number(param) => triples.push([start, end, self.number | self.locale | param]),
                CutKind::Plural(param, kind) => {
                    let kind = if kind == PluralKind::Ordinal { ORDINAL } else { PLURAL };
                    triples.push([start, end, kind | self.locale | param]);
                    self.plural(&mut triples, param);
                }
                CutKind::BranchEnd => return (triples, Some(start)),
                // They are in a plural, whose cuts are all taken there.
                CutKind::Branch(_) | CutKind::PluralEnd => {}
            }
        }
        (triples, None)
    }

    fn plural(&mut self, triples: &mut Vec<[usize; 3]>, param: usize) {
        let (mut branches, end) = self.branches();
        let (mut rows, mut first) = (Vec::new(), 0);
        for branch in &mut branches {
            // The number that a `#` at the start stands for comes with the choice.
            let counted = [branch.start, branch.start + 1, PLAIN_NUMBER | self.locale | param];
            let is_counted = branch.triples.first() == Some(&counted);
            if is_counted {
                branch.triples.remove(0);
            }
            let start = branch.start + usize::from(is_counted);
            let passed = if is_counted { first | COUNTED } else { first };
            rows.push((branch.selector, start, passed));
            first += branch.triples.len() + 1;
        }
        // A number comes before its category, and `other` is the last.
        rows.sort_by_key(|(selector, ..)| *selector);
        let count = rows.len();
        for (index, (selector, start, passed)) in rows.into_iter().enumerate() {
            // From after its row to its own cuts.
            let passed = passed + (count - index - 1);
            triples.push(match selector {
                Selector::Exactly(number) => [number.cast_unsigned() as usize, start, passed | EXACTLY],
                Selector::Category(category) => [category_index(category), start, passed],
            });
        }
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
