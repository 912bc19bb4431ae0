//! Reading on after a syntax error: key by key, so that one that is broken costs no more than itself.
//!
//! A file is cut into the keys at its top, and the keys below those with many entries. Only lines and their indentation
//! count, because this is for files that are no YAML as a whole.

mod holes;
mod repair;

use std::ops::Range;

use super::{
    Layout, Mapping, Node, Scalar, Shift, Style, explain,
    outline::{Line, colon, lines_from},
};
use crate::{lines, reports::Reports};

/// What could be read of a file that is no YAML as a whole, or not the same to every reader.
pub(super) struct Recovered {
    pub(super) root: Mapping,
    pub(super) reports: Reports,
}

/// Reads what can be read; `None` if the file is no mapping of keys on lines of their own.
///
/// The time that it takes grows with the length of the text, not with the number of mistakes.
pub(super) fn read(text: &str, layout: &Layout) -> Option<Recovered> {
    let cut = cut(text, layout)?;
    let mut recovery =
        Recovery { text, layout, root: empty(0..text.len()), reports: Reports::default(), opened: false };
    cut.keys.iter().for_each(|key| recovery.read(key));
    let Recovery { mut root, mut reports, .. } = recovery;
    reports.extend(cut.another_document.map(explain::another_document));
    // A key at the top may be one that could not be told from a text.
    root.lost_key = reports.any();
    Some(Recovered { root, reports })
}

struct Recovery<'a> {
    text: &'a str,
    layout: &'a Layout,
    root: Mapping,
    reports: Reports,
    /// Whether the last key at the top could be read.
    opened: bool,
}

impl Recovery<'_> {
    fn read(&mut self, key: &CutKey) {
        let part = &self.text[key.range.clone()];
        let read = repair::read(part);
        let shift = Shift { part, by: key.range.start };
        self.reports.extend(read.reports.into_vec().into_iter().map(|report| shift.diagnostic(report)));
        let mut found = read.found;
        found.shift(shift);
        if key.nested {
            let opened = self.opened;
            // What belongs to a key that could not be read is checked for its syntax only.
            if let Some(target) = self.nested().filter(|_| opened) {
                target.lost_key = target.lost_key.or(found.lost_key);
                target.entries.append(&mut found.entries);
            }
            return;
        }
        if found.entries.is_empty() {
            found.entries.extend(self.entries_without_colon(key));
        }
        self.opened = !found.entries.is_empty();
        self.root.entries.append(&mut found.entries);
    }

    /// The key of the many entries, if nothing but its colon is missing: what follows can only be those.
    fn entries_without_colon(&self, key: &CutKey) -> Option<(Scalar, Node)> {
        let line = lines_from(self.text, key.range.start).find(Line::is_significant)?;
        let span = line.span();
        let scalar = Scalar { span: span.clone(), text: line.content.to_owned(), style: Style::Plain };
        let entries = Mapping { lost_key: self.reports.any(), ..empty(span) };
        (line.content == self.layout.entries).then_some((scalar, Node::Mapping(entries)))
    }

    /// The mapping below the last key at the top.
    fn nested(&mut self) -> Option<&mut Mapping> {
        let (key, node) = self.root.entries.last_mut()?;
        if matches!(node, Node::Scalar(scalar) if scalar.style == Style::Plain && scalar.text.is_empty()) {
            *node = Node::Mapping(empty(key.span.clone()));
        }
        match node {
            Node::Mapping(mapping) => Some(mapping),
            _ => None,
        }
    }
}

fn empty(span: Range<usize>) -> Mapping {
    Mapping { span, ..Mapping::default() }
}

/// What a file is cut into.
struct Cut {
    keys: Vec<CutKey>,
    /// Where a second document starts; it is not cut.
    another_document: Option<Range<usize>>,
}

/// A key with all that belongs to it.
struct CutKey {
    range: Range<usize>,
    /// Whether it stands below the last one before it that does not.
    nested: bool,
}

fn cut(text: &str, layout: &Layout) -> Option<Cut> {
    let start = lines::mark(text);
    let first = lines_from(text, start).find(|line| line.is_significant() && !is_prologue(line))?;
    if first.content.starts_with(['{', '[', '?']) || first.items().is_some() || is_end(&first) {
        return None;
    }
    let mut cutter = Cutter { text, layout, top: first.indent, nested: None, starts: Vec::new() };
    let mut rest = lines_from(text, first.start).filter(Line::is_significant);
    let end = rest.by_ref().find(|line| {
        cutter.take(line);
        is_end(line)
    });
    let another_document = end.and_then(|end| if end.is_marker("---") { Some(end) } else { rest.next() });
    let end = end.map_or(text.len(), |end| end.start);
    Some(Cut { keys: cutter.keys(start, end), another_document: another_document.map(|line| line.span()) })
}

/// Whether the line stands before the document.
fn is_prologue(line: &Line<'_>) -> bool {
    line.content.starts_with('%') || line.content == "---"
}

fn is_end(line: &Line<'_>) -> bool {
    line.is_marker("---") || line.is_marker("...")
}

struct Cutter<'a> {
    text: &'a str,
    layout: &'a Layout,
    /// The indentation of the keys at the top.
    top: usize,
    /// That of the keys below the last of them, if it has any. Tabs are no blanks, so it is not a number.
    nested: Option<&'a str>,
    starts: Vec<(usize, bool)>,
}

impl<'a> Cutter<'a> {
    fn take(&mut self, line: &Line<'a>) {
        if line.closes() || is_end(line) {
            return;
        }
        if line.indent <= self.top {
            self.starts.push((line.start, false));
            self.nested = None;
            if opens(line.content, self.layout) {
                self.nested = nested(self.text, line.end, self.top);
            }
        } else if self.nested == Some(indentation(self.text, line)) && !line.content.starts_with(':') {
            self.starts.push((line.start, true));
        }
    }

    fn keys(self, start: usize, end: usize) -> Vec<CutKey> {
        let ends = self.starts.iter().skip(1).map(|&(start, _)| start).chain([end]);
        let keys = self.starts.iter().zip(ends);
        let mut keys: Vec<_> =
            keys.map(|(&(start, nested), end)| CutKey { range: start..end, nested }).collect();
        // Directives and the comments at the top.
        if let Some(first) = keys.first_mut() {
            first.range.start = start;
        }
        keys
    }
}

fn indentation<'a>(text: &'a str, line: &Line<'_>) -> &'a str {
    &text[line.start..line.at]
}

/// How the keys are indented that follow `start`: like the first, unless more are indented less than it.
fn nested(text: &str, start: usize, top: usize) -> Option<&str> {
    let mut below = lines_from(text, start).filter(Line::is_significant).take_while(|line| line.indent > top);
    let first = below.next().filter(|line| line.items().is_none())?;
    let mut like_first = 1;
    let mut less: Option<(Line<'_>, usize)> = None;
    let tabs = |line: &Line<'_>| indentation(text, line).contains('\t');
    for line in below.filter(|line| tabs(line) == tabs(&first)) {
        if line.indent < first.indent {
            less = Some(less.map_or((line, 1), |(line, count)| (line, count + 1)));
        } else if line.indent == first.indent && less.is_none() {
            like_first += 1;
        }
    }
    let chosen = less.filter(|&(_, count)| count > like_first).map_or(first, |(line, _)| line);
    Some(indentation(text, &chosen))
}

/// Whether entries follow this line: it is a key without a value, and none whose value is a text or a list.
fn opens(line: &str, layout: &Layout) -> bool {
    let Some(colon) = colon(line) else { return line == layout.entries };
    let value = line[colon + 1..].trim_start();
    (value.is_empty() || value.starts_with('#')) && !layout.leaves.contains(&&line[..colon])
}
