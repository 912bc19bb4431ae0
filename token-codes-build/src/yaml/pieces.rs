//! A file cut into what can be read on its own: the keys at the top, and each code.
//!
//! Only lines and their indentation count, because this is for files that are no YAML as a whole.

use std::ops::Range;

use super::outline::{Line, colon, lines_from};

/// The parts of a file.
pub(super) struct Pieces {
    pub(super) list: Vec<Piece>,
    /// Where a second document starts; it is not cut.
    pub(super) another_document: Option<Range<usize>>,
}

/// A key with all that belongs to it.
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    /// Whether it belongs to the last piece before it that does not.
    pub(super) nested: bool,
}

/// Cuts a file; `None` if it is no mapping of keys on lines of their own.
pub(super) fn cut(text: &str) -> Option<Pieces> {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let first = lines_from(text, start).find(|line| line.is_significant() && !is_prologue(line))?;
    if first.content.starts_with(['{', '[', '?']) || first.items().is_some() || is_end(&first) {
        return None;
    }
    let mut cutter = Cutter { text, top: first.indent, nested: None, starts: Vec::new() };
    let mut rest = lines_from(text, first.start).filter(Line::is_significant);
    let end = rest.by_ref().find(|line| {
        cutter.take(line);
        is_end(line)
    });
    let another_document = end.and_then(|end| if end.is_marker("---") { Some(end) } else { rest.next() });
    let end = end.map_or(text.len(), |end| end.start);
    Some(Pieces {
        list: cutter.pieces(start, end),
        another_document: another_document.map(|line| line.span()),
    })
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
            if opens(line.content) {
                self.nested = nested(self.text, line.end, self.top);
            }
        } else if self.nested == Some(indentation(self.text, line)) && !line.content.starts_with(':') {
            self.starts.push((line.start, true));
        }
    }

    fn pieces(self, start: usize, end: usize) -> Vec<Piece> {
        let ends: Vec<_> = self.starts.iter().skip(1).map(|&(start, _)| start).chain([end]).collect();
        let mut pieces: Vec<_> = self
            .starts
            .iter()
            .zip(ends)
            .map(|(&(start, nested), end)| Piece { range: start..end, nested })
            .collect();
        // Directives and the comments at the top.
        if let Some(first) = pieces.first_mut() {
            first.range.start = start;
        }
        pieces
    }
}

fn indentation<'a>(text: &'a str, line: &Line<'_>) -> &'a str {
    &text[line.start..line.start + line.indent]
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

/// Whether this is the key of the codes without its colon.
pub(super) fn is_codes(line: &str) -> bool {
    line.trim_end() == "codes"
}

/// Whether the codes follow this line: it is a key without a value, and none whose value is a text or a list.
fn opens(line: &str) -> bool {
    let Some(colon) = colon(line) else { return is_codes(line) };
    let value = line[colon + 1..].trim_start();
    (value.is_empty() || value.starts_with('#'))
        && !["title", "description", "locales"].contains(&&line[..colon])
}
