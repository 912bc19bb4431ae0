//! Which params a text shows.

use crate::{
    catalog::CutKind,
    model::{Branch, Text},
};

/// Whether a text shows a param.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Never,
    /// In some branches of the plural with this index, and not in others.
    Sometimes(usize),
    /// Outside of plurals, or in every branch of one; or it chooses the branch.
    Always,
}

impl Use {
    /// Whether a text shows the param less than one of which this is the `other`.
    pub(super) fn is_less_than(self, other: Self) -> bool {
        let often = |uses| match uses {
            Self::Never => 0,
            Self::Sometimes(_) => 1,
            Self::Always => 2,
        };
        often(self) < often(other)
    }
}

/// Where a param was seen last: in which branch of which plural, and in how many branches of that so far.
#[derive(Clone, Copy)]
struct Seen {
    plural: usize,
    branch: usize,
    branches: usize,
}

/// For each of as many params, whether the text shows it.
pub(super) fn of(text: &Text<'_>, params: usize) -> Vec<Use> {
    let mut uses = vec![Use::Never; params];
    let mut seen: Vec<Option<Seen>> = vec![None; params];
    let all = text.plurals.iter().enumerate();
    let all =
        all.flat_map(|(index, plural)| plural.branches.iter().enumerate().map(move |branch| (index, branch)));
    let mut branches = all.peekable();
    for cut in &text.cuts {
        while branches.next_if(|(_, (_, branch))| branch.text.end <= cut.start).is_some() {}
        let (param, is_plural) = match cut.kind {
            CutKind::Plural(param, _) => (param, true),
            CutKind::Param(param) | CutKind::Number(param) => (param, false),
            _ => continue,
        };
        let around = branches.peek().filter(|(_, (_, branch))| branch.text.start <= cut.start && !is_plural);
        let Some(&(plural, (branch, _))) = around else {
            uses[param] = Use::Always;
            continue;
        };
        let branches = match seen[param] {
            Some(seen) if (seen.plural, seen.branch) == (plural, branch) => seen.branches,
            Some(seen) if seen.plural == plural => seen.branches + 1,
            _ => 1,
        };
        seen[param] = Some(Seen { plural, branch, branches });
        if branches == text.plurals[plural].branches.len() {
            uses[param] = Use::Always;
        } else if uses[param] == Use::Never {
            uses[param] = Use::Sometimes(plural);
        }
    }
    uses
}

/// The branches of a plural that do not show the param.
pub(super) fn lacking<'t>(text: &'t Text<'_>, plural: usize, param: usize) -> Vec<&'t Branch> {
    let cuts = text.cuts.iter().filter(|cut| cut.param() == Some(param));
    let places: Vec<usize> = cuts.map(|cut| cut.start).collect();
    let has_none = |branch: &&Branch| {
        let before = places.partition_point(|place| *place < branch.text.start);
        places.get(before).is_none_or(|place| *place >= branch.text.end)
    };
    text.plurals[plural].branches.iter().filter(has_none).collect()
}
