//! One key of a file, with what is no YAML blanked until the rest of it is.
//!
//! Blanks take as many bytes as what they replace, so every place stays what it was. What is blanked is the value of a
//! key if that is what is wrong: the key is kept, and nobody says that it is missing.

use super::{
    super::{
        Mapping, Node, agree, explain, lookalike,
        outline::{Line, colon, lines_from},
        tree::{self, Cause, Stop, Tree},
    },
    holes::{self, Hole},
};
use crate::{diagnostic::Diagnostic, lines, reports::Reports};

/// How many syntax errors are looked for in a key, since each costs another reading of it.
const MAX_ERRORS: usize = 32;

/// What could be read of a key; the places are those in its text.
pub(super) struct Repaired {
    pub(super) found: Mapping,
    pub(super) reports: Reports,
}

/// Reads the text of a key.
pub(super) fn read(text: &str) -> Repaired {
    let mut repair = Repair {
        text: text.to_owned(),
        holes: Vec::new(),
        untabbed: Vec::new(),
        reports: Reports::default(),
    };
    for _ in 0..MAX_ERRORS {
        match tree::build(&repair.text) {
            Err(stop) => repair.mend(*stop),
            Ok(tree) => match repair.compare(&tree) {
                Some(at) => repair.blank(hole(&repair.text, at)),
                None => return repair.finish(tree),
            },
        }
    }
    repair.give_up()
}

struct Repair {
    text: String,
    /// What has been blanked.
    holes: Vec<Hole>,
    /// Where the lines start that were indented with tabs. It has been said, whatever follows from it.
    untabbed: Vec<usize>,
    reports: Reports,
}

impl Repair {
    fn mend(&mut self, stop: Stop) {
        let Culprit { at, diagnostic } = culprit(&self.text, &stop);
        let hole = hole(&self.text, at);
        let known = self.untabbed.binary_search(&lines::start(&self.text, hole.range.start)).is_ok();
        if !known && !self.is_noticed_again(&stop) {
            let diagnostic = stop.explained.err().map(|noticed| diagnostic.unwrap_or(noticed));
            // What was found beside a mistake that is looked for elsewhere is found once more.
            self.reports.extend(diagnostic.filter(|diagnostic| !self.reports.has(diagnostic)));
        }
        if !known && stop.cause == Cause::Tab && self.mend_tabs(stop.flow) {
            return;
        }
        // What was found elsewhere will be found again.
        let found = stop.reports.into_vec().into_iter();
        self.reports.extend(found.filter(|found| hole.range.contains(&found.span.start)));
        self.blank(Hole { deep: hole.deep || known, ..hole });
    }

    /// Whether a mistake was looked for where it is not, so that the same one is noticed again in what was blanked.
    fn is_noticed_again(&self, stop: &Stop) -> bool {
        let end = self.text.len();
        self.holes.iter().any(|hole| hole.range.contains(&stop.at) || (stop.at, hole.range.end) == (end, end))
    }

    /// Reports what the two readers see differently; gives the place after which they cannot be compared.
    fn compare(&mut self, tree: &Tree) -> Option<usize> {
        // Where the parser has reported something, they cannot agree.
        let root =
            tree.root.as_ref().filter(|root| tree.reports.any().is_none() && is_block_mapping(root))?;
        match agree::agree(&self.text, root) {
            Ok(differing) => {
                self.reports.extend(differing);
                None
            }
            Err(stopped) => {
                let at = stopped.diagnostic.span.start;
                // Beside what was blanked, it may follow from that.
                let line = lines::start(&self.text, at)..=lines::end(&self.text, at);
                let follows =
                    stopped.unread && self.holes.iter().any(|hole| line.contains(&hole.range.start));
                self.reports.extend((!follows).then_some(stopped.diagnostic));
                Some(flow_around(root, at).unwrap_or(at))
            }
        }
    }

    fn blank(&mut self, hole: Hole) {
        let hole = if self.text[hole.range.clone()].trim().is_empty() { Hole::all(&self.text) } else { hole };
        self.text.replace_range(hole.range.clone(), &blanks(&self.text[hole.range.clone()]));
        self.holes.push(hole);
    }

    /// A space for each tab that indents, if no line is indented with spaces; a hole for those with tabs if some are,
    /// since nobody knows how wide a tab was to be; with all that is in brackets, if they start before it, at `flow`.
    /// `false` if no line is indented with tabs.
    fn mend_tabs(&mut self, flow: Option<usize>) -> bool {
        let has = |line: &Line<'_>, blank: char| self.text[line.start..line.at].contains(blank);
        let tabbed: Vec<_> = lines_from(&self.text, 0).filter(|line| has(line, '\t')).collect();
        let (Some(first), Some(last)) = (tabbed.first(), tabbed.last()) else { return false };
        if lines_from(&self.text, 0).any(|line| line.is_significant() && has(&line, ' ')) {
            let start = flow.map_or(first.start, |flow| hole(&self.text, flow).range.start.min(first.start));
            let end = end_of_block(&self.text, last, last.indent, false);
            self.blank(Hole { range: start..end, column: first.indent, deep: true });
            return true;
        }
        self.untabbed = tabbed.iter().map(|line| line.start).collect();
        for indentation in tabbed.iter().map(|line| line.start..line.at).collect::<Vec<_>>() {
            self.text.replace_range(indentation.clone(), &" ".repeat(indentation.len()));
        }
        true
    }

    fn give_up(mut self) -> Repaired {
        let last = self.holes.last().map_or(0, |hole| hole.range.end);
        self.reports.report(explain::search_ended(&self.text, last));
        self.nothing()
    }

    fn finish(mut self, tree: Tree) -> Repaired {
        self.reports.extend(tree.reports.into_vec());
        match tree.root {
            Some(Node::Mapping(mut found)) if !found.flow => {
                if let Some(reported) = self.reports.any() {
                    holes::mark(&mut found, &self.text, &self.holes, reported);
                }
                Repaired { found, reports: self.reports }
            }
            root => {
                self.reports.extend(root.and_then(|root| no_key(&self.text, &root)));
                self.nothing()
            }
        }
    }

    fn nothing(self) -> Repaired {
        Repaired {
            found: Mapping { lost_key: self.reports.any(), ..Mapping::default() },
            reports: self.reports,
        }
    }
}

fn is_block_mapping(node: &Node) -> bool {
    matches!(node, Node::Mapping(mapping) if !mapping.flow)
}

/// Where the outermost list or mapping in brackets starts in which `at` is.
fn flow_around(node: &Node, at: usize) -> Option<usize> {
    let span = node.span();
    let inside = |node: &Node| flow_around(node, at);
    match node {
        Node::Mapping(mapping) if !mapping.flow => mapping.entries.iter().find_map(|(_, node)| inside(node)),
        // In brackets, it ends after its last item.
        Node::Sequence(sequence) if sequence.items.last().is_some_and(|item| item.span().end >= span.end) => {
            sequence.items.iter().find_map(inside)
        }
        Node::Mapping(_) | Node::Sequence(_) => span.contains(&at).then_some(span.start),
        Node::Scalar(_) | Node::Broken(..) => None,
    }
}

/// The report on a text that is no key with a value, unless there has been one.
fn no_key(text: &str, node: &Node) -> Option<Diagnostic> {
    let at = node.span().start;
    let is_written = !matches!(node, Node::Broken(..)) && !node.span().is_empty();
    is_written.then(|| lookalike::in_line(text, at).unwrap_or_else(|| explain::no_key(text, at)))
}

/// As many blanks as the text has bytes; its line breaks stay.
fn blanks(text: &str) -> String {
    let mut blanks = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => blanks.push(character),
            _ => blanks.extend(std::iter::repeat_n(' ', character.len_utf8())),
        }
    }
    blanks
}

/// What a syntax error is to be blamed on: where it is noticed is often far after it.
struct Culprit {
    at: usize,
    /// A report, if that on what was noticed would mislead.
    diagnostic: Option<Diagnostic>,
}

fn culprit(text: &str, stop: &Stop) -> Culprit {
    if matches!(stop.cause, Cause::Tab | Cause::Lookalike) {
        return Culprit { at: stop.at, diagnostic: None };
    }
    if let Err(noticed) = &stop.explained
        && noticed.span.start < lines::start(text, stop.at)
    {
        return Culprit { at: noticed.span.start, diagnostic: None };
    }
    if let Some(key) = key_without_colon(text, stop) {
        let diagnostic = lookalike::in_line(text, key).unwrap_or_else(|| explain::no_key(text, key));
        return Culprit { at: key, diagnostic: Some(diagnostic) };
    }
    let unread = next_token(text, stop.read.end);
    if unread < lines::start(text, stop.at) && text[unread..].starts_with(['"', '\'']) {
        let mut swallowed = lines_from(text, unread).skip(1).take_while(|line| line.start <= stop.at);
        let swallows_a_key = swallowed.any(|line| colon(line.content).is_some());
        let diagnostic = swallows_a_key.then(|| explain::unclosed_quote(text, unread));
        return Culprit { at: unread, diagnostic };
    }
    if let Some(flow) = stop.flow {
        let unclosed =
            || swallows_a_field(text, flow, stop.at).then(|| explain::unclosed_bracket(text, flow));
        return Culprit { at: flow, diagnostic: unclosed().or_else(|| lookalike::in_line(text, stop.at)) };
    }
    if let Some(comment) = comment_in_text(text, stop) {
        return Culprit {
            at: stop.read.start,
            diagnostic: Some(explain::comment_in_text(comment, stop.read.clone())),
        };
    }
    Culprit { at: last_visible(text, stop.at), diagnostic: lookalike::in_line(text, stop.at) }
}

/// Whether a list or mapping in brackets that starts at `flow` has gone on to the keys below its own.
fn swallows_a_field(text: &str, flow: usize, at: usize) -> bool {
    let mut swallowed = lines_from(text, lines::start(text, flow)).take_while(|line| line.start <= at);
    let Some(first) = swallowed.next() else { return false };
    swallowed.any(|line| line.indent <= first.indent && colon(line.content).is_some())
}

/// A line that is only the start of a text to YAML, because its colon is missing, and so breaks the line below it.
fn key_without_colon(text: &str, stop: &Stop) -> Option<usize> {
    let start = stop.read.start;
    let is_first = text[lines::start(text, start)..start].trim_matches([' ', '\t']).is_empty();
    let follows = text.get(stop.read.end..stop.at).is_some_and(|between| between.trim().is_empty());
    let several_lines = start < lines::start(text, stop.at);
    let is_key = stop.cause == Cause::KeyNotAllowed;
    (is_key && is_first && follows && several_lines && !stop.read.is_empty()).then_some(start)
}

/// A comment on a line of its own, between a text without quotes and what was to be the rest of it.
fn comment_in_text(text: &str, stop: &Stop) -> Option<usize> {
    let rest = lines_from(text, lines::start(text, stop.at)).next()?;
    let start = stop.read.start;
    let is_plain = !stop.read.is_empty() && !text[start..].starts_with(['"', '\'', '|', '>', '}', ']']);
    let before = lines_from(text, lines::start(text, start)).next()?;
    let goes_on = rest.indent > before.indent || (before.at == start && rest.indent == before.indent);
    let is_text = rest.is_significant() && colon(rest.content).is_none() && rest.items().is_none();
    let mut between = lines_from(text, before.start).skip(1).take_while(|line| line.start < rest.start);
    let comment = between.by_ref().find(|line| !line.content.is_empty())?;
    let is_comment = comment.content.starts_with('#') && !between.any(|line| line.is_significant());
    (is_plain && goes_on && is_text && is_comment).then_some(comment.at)
}

/// What comes after `read`, but for blanks, comments and the colon of a key.
fn next_token(text: &str, read: usize) -> usize {
    let mut at = read;
    loop {
        let rest = &text[at..];
        let start = at + rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', ':', ',']).len();
        if !text[start..].starts_with('#') {
            return start;
        }
        at = lines::end(text, start);
    }
}

/// `at`, or what stands before it if there is nothing.
fn last_visible(text: &str, at: usize) -> usize {
    let has_more = |line: &Line<'_>| line.is_significant() && line.span().end > at;
    if lines_from(text, lines::start(text, at)).next().is_some_and(|line| has_more(&line)) {
        return at;
    }
    text[..at].trim_end().char_indices().next_back().map_or(at, |(at, _)| at)
}

/// The smallest part of the text, by indentation, that `at` belongs to.
fn hole(text: &str, at: usize) -> Hole {
    let Some(line) = lines_from(text, lines::start(text, at)).next() else { return Hole::all(text) };
    let (marker, last_marker) = line.items().unwrap_or_default();
    let key = line.at + marker;
    let value = colon(&line.content[marker..]).map(|colon| key + colon + 1).filter(|&value| at >= value);
    if let Some(value) = value {
        let column = line.indent + marker;
        return Hole { range: value..end_of_block(text, &line, column, true), column, deep: true };
    }
    if marker > 0 && at >= key {
        let column = line.indent + last_marker;
        return Hole { range: key..end_of_block(text, &line, column, false), column, deep: true };
    }
    let column = line.indent;
    Hole { range: line.start..end_of_block(text, &line, column, false), column, deep: false }
}

/// Where the lines end that are indented deeper than `column`; with the line that closes a bracket, if there can be one.
fn end_of_block(text: &str, line: &Line<'_>, column: usize, closed: bool) -> usize {
    let belongs = |next: &Line<'_>| {
        !next.is_significant() || next.indent > column || (closed && next.indent == column && next.closes())
    };
    lines_from(text, line.end).take_while(belongs).last().map_or(line.end, |last| last.end)
}
