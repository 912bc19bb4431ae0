//! Which part of a text a syntax error is to be blamed on: where it is noticed is often far behind it.

use granit_parser::ErrorKind;

use super::{
    holes::Hole,
    outline::{Line, colon, lines_from},
    syntax,
    tree::Stop,
};
use crate::{diagnostic::Diagnostic, lines};

/// What to make of a syntax error.
pub(super) struct Blame {
    /// What is to be blanked.
    pub(super) hole: Hole,
    /// What to report, if it has not been.
    pub(super) diagnostic: Option<Diagnostic>,
}

/// What to blank, and what to say.
pub(super) fn find(text: &str, stop: &Stop) -> Blame {
    let (at, diagnostic) = culprit(text, stop);
    Blame {
        hole: hole(text, at),
        diagnostic: stop.diagnostic.clone().map(|noticed| diagnostic.unwrap_or(noticed)),
    }
}

/// The byte that is to blame, and a report if that on what was noticed would mislead.
fn culprit(text: &str, stop: &Stop) -> (usize, Option<Diagnostic>) {
    if let Some(key) = key_without_colon(text, stop) {
        return (key, Some(syntax::no_key(text, key)));
    }
    let line = lines::start(text, stop.at);
    let unread = next_token(text, stop.read.end);
    if unread < line && text[unread..].starts_with(['"', '\'']) {
        let mut swallowed = lines_from(text, unread).skip(1).take_while(|line| line.start <= stop.at);
        let swallows_a_key = swallowed.any(|line| colon(line.content).is_some());
        return (unread, swallows_a_key.then(|| syntax::unclosed_quote(text, unread)));
    }
    if let Some(flow) = stop.flow {
        return (flow, swallows_a_field(text, flow, stop.at).then(|| syntax::unclosed_bracket(text, flow)));
    }
    (last_visible(text, stop.at), None)
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
    let is_key = stop.kind == Some(ErrorKind::MappingValueNotAllowed);
    (is_key && is_first && follows && several_lines && !stop.read.is_empty()).then_some(start)
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
pub(super) fn hole(text: &str, at: usize) -> Hole {
    let Some(line) = lines_from(text, lines::start(text, at)).next() else { return Hole::all(text) };
    let content = line.start + line.indent;
    let (marker, last_marker) = line.items().unwrap_or_default();
    let key = content + marker;
    let value = colon(&line.content[marker..]).map(|colon| key + colon + 1).filter(|&value| at >= value);
    if let Some(value) = value {
        let column = key - line.start;
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
