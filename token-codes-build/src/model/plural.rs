//! The plurals of a text as they are written, which may be with mistakes.

use std::ops::Range;

use super::Text;
use crate::{
    catalog::Selector,
    cldr::{Category, Language, PluralKind},
};

/// A plural. Ranges are of the text.
pub(crate) struct Plural {
    /// From its `{` to its `}`.
    pub(crate) range: Range<usize>,
    /// The name or number of its param.
    pub(crate) name: Range<usize>,
    /// The index of the param; `None` if there is none such.
    pub(crate) param: Option<usize>,
    pub(crate) kind: PluralKind,
    pub(crate) branches: Vec<Branch>,
}

/// A branch of a plural.
pub(crate) struct Branch {
    /// What it is for; `None` if that is a mistake.
    pub(crate) selector: Option<Selector>,
    /// Where that is written.
    pub(crate) at: Range<usize>,
    /// What is between its braces.
    pub(crate) text: Range<usize>,
}

impl Text<'_> {
    /// Whether what is at this byte can be shown: it is not between the branches of a plural.
    pub(crate) fn is_shown(&self, at: usize) -> bool {
        let plurals = &self.plurals[..self.plurals.partition_point(|plural| plural.range.start <= at)];
        let Some(plural) = plurals.last().filter(|plural| at < plural.range.end) else { return true };
        let branches = plural.branches.partition_point(|branch| branch.text.start <= at);
        plural.branches[..branches].last().is_some_and(|branch| at < branch.text.end)
    }
}

impl Plural {
    /// Whether all of its branches say what they are for.
    pub(crate) fn is_sure(&self) -> bool {
        self.branches.iter().all(|branch| branch.selector.is_some())
    }

    /// The categories that numbers without a branch of their own have in the language, and for which there is none.
    pub(crate) fn missing(&self, language: Language) -> Vec<Category> {
        let selectors = || self.branches.iter().filter_map(|branch| branch.selector);
        let has_own = |number| selectors().any(|selector| selector.is_exactly(number));
        let mut missing = language.needed(self.kind, has_own);
        missing.retain(|category| !selectors().any(|selector| selector == Selector::Category(*category)));
        missing
    }
}
