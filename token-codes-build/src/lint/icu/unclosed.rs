//! Braces of a plural that are not closed: which of them it is.

use std::ops::Range;

use super::{Argument, Lint, TYPES, Told, told};
use crate::{
    diagnostic::{Diagnostic, Kind},
    model::Text,
    template::is_selector,
    yaml::locate,
};

/// A branch that is not closed. Ranges are of the text from the `{` of the plural on.
pub(super) struct Branch {
    /// Its selector.
    selector: Range<usize>,
    /// Its `{`.
    brace: usize,
    /// The selector of the next one, which is taken for a part of its text.
    next: Range<usize>,
}

/// The branch that is probably not closed, in a text that starts with a plural: that in whose text another seems to start.
pub(super) fn branch(text: &str) -> Option<Branch> {
    let mut open = Vec::new();
    for (at, sign) in text.match_indices(['{', '}']) {
        if sign == "}" {
            open.pop();
            continue;
        }
        if let [_, branch, ..] = *open
            && let (Some(selector), Some(next)) = (selector_before(text, branch), selector_before(text, at))
        {
            return Some(Branch { selector, brace: branch, next });
        }
        open.push(at);
    }
    None
}

/// The selector before the brace at `at`, if there is one.
fn selector_before(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text[..at].trim_end();
    let start = before.rfind([' ', '\n', '\t', '{', '}', ',']).map_or(0, |last| last + 1);
    is_selector(&before[start..]).then_some(start..before.len())
}

impl Branch {
    /// The report on it; `start` is where the plural starts.
    pub(super) fn report(self, lint: &Lint<'_, '_, '_>, text: &Text<'_>, start: usize) -> Diagnostic {
        let scalar = text.written.scalar;
        let within = |range: &Range<usize>| start + range.start..start + range.end;
        let [selector, next] = [&self.selector, &self.next].map(|range| &scalar.text[within(range)]);
        let place = |range| locate(lint.context.source.text(), scalar, within(range));
        let message = format!("the branch `{selector}` has no `}}`");
        Diagnostic::new(Kind::InvalidPlural, place(&(self.brace..self.brace + 1)), message)
            .help(format!("end it before `{next}`: `{selector} {{…}} {next} {{…}}`"))
            .label(place(&self.next), "the next branch")
    }
}

/// What is told of the braces themselves.
pub(super) fn argument(written: &str, argument: &Argument<'_>) -> Told {
    let ty = written.split([',', '{', '}']).nth(2).unwrap_or_default().trim_start();
    if TYPES[..2].iter().any(|plural| ty.starts_with(plural)) {
        let message = format!("the plural of `{}` has no `}}` at its end", argument.name);
        let help = format!("end each branch with a `}}`, and so the plural: `{}`", argument.example());
        return told(Kind::InvalidPlural, message, help);
    }
    let help = "write `}` where the placeholder ends; for a brace, write `'{'`";
    told(Kind::InvalidPlaceholder, "a `{` without its partner", help)
}
