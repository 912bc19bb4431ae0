//! What meets where a branch of a plural starts or ends: spaces, placeholders, the ends of the text.
//!
//! A text is looked at as it is shown. Its parts are alternatives that follow each other: what stands outside of plurals is
//! one without another, and of the branches of a plural one is shown. Of alternatives, an empty one lets what is before it
//! meet what is after.

use std::ops::Range;

use super::{
    Lint,
    texts::{Place, doubled, edge, empty, is_blank, is_space},
};
use crate::{
    diagnostic::{Diagnostic, Kind},
    model::{Branch, Text},
    template::MAX_WRONG,
    yaml::{locate, locate_blank},
};

/// A part that is shown as it stands, placeholders included.
struct Part<'t> {
    range: Range<usize>,
    /// The branch that it is, if it is one.
    branch: Option<&'t Branch>,
}

/// The parts of a text with plurals: the alternatives, one after the other.
fn alternatives<'t>(text: &'t Text<'_>) -> Vec<Vec<Part<'t>>> {
    // The line break at the end of a text below `|` is not seen.
    let end = text.written.scalar.text.trim_end_matches('\n').len();
    let outside = |range| vec![Part { range, branch: None }];
    let mut all = Vec::new();
    let mut at = 0;
    for plural in &text.plurals {
        all.push(outside(at..plural.range.start));
        let parts =
            plural.branches.iter().map(|branch| Part { range: branch.text.clone(), branch: Some(branch) });
        all.push(parts.collect());
        at = plural.range.end;
    }
    all.push(outside(at..end.max(at)));
    all
}

/// Reports spaces that are too many, and placeholders that touch, in a text with plurals.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>) {
    let all = alternatives(text);
    let is_nothing = |part: &&Part<'_>| is_blank(&text.written.scalar.text[part.range.clone()]);
    let nothing: Option<Vec<_>> = all.iter().map(|parts| parts.iter().find(is_nothing)).collect();
    if let Some(nothing) = nothing {
        let is_always = all.iter().flatten().all(|part| is_nothing(&part));
        let branch = nothing.iter().find_map(|part| part.branch).filter(|_| !is_always);
        return empty(lint, &text.written, branch.map(|branch| branch.at.clone()));
    }
    let can_be_empty = |parts: &Vec<Part<'_>>| parts.iter().any(|part| part.range.is_empty());
    let first = all.iter().position(|parts| !can_be_empty(parts)).unwrap_or(all.len());
    let last = all.iter().rposition(|parts| !can_be_empty(parts)).unwrap_or(0);
    for (index, parts) in all.iter().enumerate() {
        for part in parts.iter().take(MAX_WRONG) {
            spaces(lint, text, part, index <= first, index >= last);
        }
    }
    meetings(lint, text, &all);
}

/// Reports spaces within a part, and those that the text starts or ends with.
fn spaces(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, part: &Part<'_>, is_first: bool, is_last: bool) {
    let (Range { start, end }, written) = (part.range.clone(), &text.written);
    let shown = &written.scalar.text[start..end];
    let place =
        part.branch.map_or(Place::Text, |branch| Place::Branch(&written.scalar.text[branch.at.clone()]));
    let inside = if is_first { end - shown.trim_start_matches(is_space).len() } else { start };
    let after = if is_last { start + shown.trim_end_matches(is_space).len() } else { end };
    if start < inside {
        edge(lint, written, start..inside, "starts", place);
    }
    if inside <= after && after < end {
        edge(lint, written, after..end, "ends", place);
    }
    if inside < after {
        doubled(lint, written, inside..after);
    }
}

/// What the parts before a place can end with.
#[derive(Default)]
struct Before {
    /// A space, and where it is: each of [`SPACES`].
    spaces: [Option<Range<usize>>; 2],
    /// A placeholder.
    placeholder: Option<Range<usize>>,
}

/// The spaces that are reported where there are two.
const SPACES: [char; 2] = [' ', '\u{3000}'];

impl Before {
    /// The same after these parts, too.
    fn after(&self, text: &Text<'_>, parts: &[Part<'_>]) -> Self {
        let mut after = Self::default();
        for Part { range, .. } in parts {
            let is_empty = range.is_empty();
            for ((place, before), sign) in after.spaces.iter_mut().zip(&self.spaces).zip(SPACES) {
                if is_empty {
                    *place = place.take().or_else(|| before.clone());
                } else if text.written.scalar.text[range.clone()].ends_with(sign) {
                    *place = Some(range.end - sign.len_utf8()..range.end);
                }
            }
            let place = after.placeholder.take();
            after.placeholder = if is_empty {
                place.or_else(|| self.placeholder.clone())
            } else {
                placeholders(text, range).1.or(place)
            };
        }
        after
    }

    /// The first two spaces that meet where these parts start.
    fn two_spaces(&self, text: &Text<'_>, parts: &[Part<'_>]) -> Option<(&Range<usize>, Range<usize>)> {
        let met = |Part { range, .. }: &Part<'_>| {
            self.spaces.iter().zip(SPACES).find_map(|(space, sign)| {
                let starts = text.written.scalar.text[range.clone()].starts_with(sign);
                let second = range.start..range.start + sign.len_utf8();
                space.as_ref().filter(|_| starts).map(|first| (first, second))
            })
        };
        parts.iter().find_map(met)
    }

    /// The first two placeholders.
    fn two_placeholders(&self, text: &Text<'_>, parts: &[Part<'_>]) -> Option<(&Range<usize>, Range<usize>)> {
        let first = self.placeholder.as_ref()?;
        parts.iter().find_map(|part| Some((first, placeholders(text, &part.range).0?)))
    }
}

/// Reports what meets at the edges of branches, once for each edge of a plural.
fn meetings(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, all: &[Vec<Part<'_>>]) {
    let (mut before, mut found) = (Before::default(), 0);
    for parts in all {
        if let Some((first, second)) = before.two_spaces(text, parts) {
            two_spaces(lint, text, first, second);
            found += 1;
        }
        if let Some((first, second)) = before.two_placeholders(text, parts) {
            touching(lint, text, first, second);
            found += 1;
        }
        if found >= MAX_WRONG {
            return;
        }
        before = before.after(text, parts);
    }
}

/// The placeholders that a part starts and ends with.
fn placeholders(text: &Text<'_>, part: &Range<usize>) -> (Option<Range<usize>>, Option<Range<usize>>) {
    let place = |start: usize| {
        let cut = text.cuts.get(start).filter(|cut| cut.param().is_some());
        cut.map(|cut| cut.start..cut.end)
    };
    let first = text.cuts.partition_point(|cut| cut.start < part.start);
    let after = text.cuts.partition_point(|cut| cut.start < part.end);
    let first = place(first).filter(|first| first.start == part.start);
    let last = after.checked_sub(1).and_then(place).filter(|last| last.end == part.end);
    (first, last)
}

fn two_spaces(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, first: &Range<usize>, second: Range<usize>) {
    let [first, second] = [first.clone(), second]
        .map(|part| locate_blank(lint.context.source.text(), text.written.scalar, part));
    let message = format!("the {} has 2 spaces in a row where a branch starts or ends", text.written);
    let diagnostic = Diagnostic::new(Kind::DoubledSpace, second, message).label(first, "the first");
    lint.report_in(text.written.tag(), diagnostic.help("remove one of the two"));
}

fn touching(lint: &mut Lint<'_, '_, '_>, text: &Text<'_>, first: &Range<usize>, second: Range<usize>) {
    let scalar = text.written.scalar;
    let [one, other] = [first, &second].map(|part| &scalar.text[part.clone()]);
    let message = format!(
        "the {} has nothing between `{one}` and `{other}` where a branch starts or ends",
        text.written
    );
    let help = "put a space or a sign between them; if they are to touch, set `adjacent-placeholders: allow` in \
                `checks` at the top";
    let [first, second] =
        [first.clone(), second].map(|part| locate(lint.context.source.text(), scalar, part));
    let diagnostic = Diagnostic::new(Kind::AdjacentPlaceholders, second, message).label(first, "the first");
    lint.report_in(text.written.tag(), diagnostic.help(help));
}
