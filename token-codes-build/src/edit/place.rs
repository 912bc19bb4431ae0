//! Where an entry goes, and how its lines are to look there.

use std::ops::Range;

use super::{Edited, entry::Indent, family};
use crate::{
    diagnostic::{Diagnostic, Diagnostics, Kind},
    source::Source,
    yaml::{Mapping, Node, Scalar, Style},
};

/// Where an entry goes.
pub(super) struct Place {
    /// The offset at which its lines are inserted: a line starts there, or the file ends.
    pub(super) at: usize,
    /// What is in the way, such as the `{}` of a catalog without codes.
    pub(super) replaced: Range<usize>,
    pub(super) indent: Indent,
    pub(super) blank: Blank,
}

impl Place {
    /// The catalog with these lines in their place, not checked yet; `ends_line` if their last text ends with a line break.
    pub(super) fn insert(&self, source: &Source, lines: &str, ends_line: bool) -> Edited {
        let (old, at) = (&*source.text, self.at);
        let line_break = line_break(old, at);
        let mut text = String::with_capacity(old.len() + lines.len() + 8);
        text.push_str(&old[..self.replaced.start]);
        text.push_str(&old[self.replaced.end..at]);
        // A file whose last line does not end keeps it so, unless that line break is part of a text.
        let ends_amid_line = !text.ends_with(['\n', '\r']);
        if ends_amid_line {
            text.push_str(line_break);
        }
        if self.blank == Blank::Before {
            text.push_str(line_break);
        }
        let start = text.len();
        text.push_str(&lines.replace('\n', line_break));
        let added = start..text.len();
        if !ends_amid_line || ends_line {
            text.push_str(line_break);
        }
        if self.blank == Blank::After {
            text.push_str(line_break);
        }
        text.push_str(&old[at..]);
        let source = Source { text, ..source.clone() };
        Edited { source, added, warnings: Diagnostics::default() }
    }
}

/// The line break before `at`, or else the first of the file.
pub(super) fn line_break(text: &str, at: usize) -> &str {
    let end = if text[..at].ends_with(['\n', '\r']) {
        at
    } else {
        text.find(['\n', '\r']).map_or(0, |end| next_line(text, end))
    };
    match &text.as_bytes()[..end] {
        [.., b'\r', b'\n'] => "\r\n",
        [.., b'\r'] => "\r",
        _ => "\n",
    }
}

/// Whether an empty line divides the entry from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    No,
    Before,
    /// A text above takes every empty line behind it for its own.
    After,
}

/// The place of a new code: behind the last of its family, or else at the end of the codes.
pub(super) fn of(text: &str, root: &Mapping, code: &str) -> Result<Place, Diagnostic> {
    let codes = root.entries.iter().find(|(key, _)| key.text == "codes");
    match codes {
        Some((_, Node::Mapping(codes))) if !codes.flow && !codes.entries.is_empty() => {
            among(text, root, codes, code)
        }
        Some((key, Node::Mapping(codes))) if !codes.entries.is_empty() => Err(in_braces(key.span.clone())),
        Some((key, nothing)) if !root.flow => Ok(first(text, key, nothing.span())),
        _ => Err(in_braces(root.span.clone())),
    }
}

/// The place of the first code of a catalog.
fn first(text: &str, key: &Scalar, nothing: Range<usize>) -> Place {
    let colon = text[key.span.end..].find(':').map_or(key.span.end, |colon| key.span.end + colon + 1);
    let replaced = colon..nothing.end.max(colon);
    let indent = Indent { code: column(text, key.span.start) + 2, step: 2 };
    Place { at: next_line(text, replaced.end), replaced, indent, blank: Blank::No }
}

fn among(text: &str, root: &Mapping, codes: &Mapping, code: &str) -> Result<Place, Diagnostic> {
    let (family, _) = family::split(code);
    let is_kin = |(other, _): &(Scalar, Node)| {
        let (prefix, digits) = family::split(&other.text);
        prefix == family && !digits.is_empty()
    };
    let index = codes.entries.iter().rposition(is_kin).unwrap_or(codes.entries.len() - 1);
    let (sibling, node) = &codes.entries[index];
    let code = column(text, sibling.span.start);
    if !text[line_start(text, sibling.span.start)..sibling.span.start].bytes().all(|byte| byte == b' ') {
        return Err(not_in_lines(sibling));
    }
    let step = step(text, node, code)
        .or_else(|| codes.entries.iter().rev().find_map(|(_, node)| step(text, node, code)))
        .unwrap_or_else(|| code.saturating_sub(column(text, root.span.start)).max(1));
    let end = next_line(text, node.span().end);
    let last = last_text(node);
    if let Some(last) = last.filter(|last| end == text.len() && ends_with_file(text, last)) {
        return Err(text_at_end(sibling, last));
    }
    let is_spaced = is_spaced(text, codes);
    let (at, blank) = if last.is_some_and(|last| signs(text, last).contains('+')) {
        let at = behind(text, node);
        (at, if is_spaced && at < text.len() { Blank::After } else { Blank::No })
    } else {
        (behind_comments(text, end, code), if is_spaced { Blank::Before } else { Blank::No })
    };
    Ok(Place { at, replaced: at..at, indent: Indent { code, step }, blank })
}

/// Behind the line that ends a value: no line of it follows.
pub(super) fn behind(text: &str, node: &Node) -> usize {
    let end = next_line(text, node.span().end);
    match last_text(node) {
        Some(last) if signs(text, last).contains('+') => behind_empty_lines(text, end),
        _ => end,
    }
}

/// The text that ends an entry, if it stands below `|` or `>`.
fn last_text(node: &Node) -> Option<&Scalar> {
    match node {
        Node::Mapping(Mapping { flow: false, entries, .. }) => last_text(&entries.last()?.1),
        Node::Sequence(sequence) => last_text(sequence.items.last()?),
        Node::Scalar(scalar) if scalar.style == Style::Block => Some(scalar),
        _ => None,
    }
}

/// What follows the `|` or `>` of a text: with `+`, the empty lines behind it are part of it.
fn signs<'a>(text: &'a str, block: &Scalar) -> &'a str {
    let header = text[..block.span.start].trim_end().lines().next_back().unwrap_or_default();
    let signs = header.rsplit_once(['|', '>']).map_or("", |(_, signs)| signs);
    signs.split('#').next().unwrap_or_default()
}

/// Whether the text would end with a line break if it did not end with the file.
fn ends_with_file(text: &str, block: &Scalar) -> bool {
    !text.ends_with(['\n', '\r']) && !signs(text, block).contains('-')
}

/// How far the keys of an entry are indented from its code, if they have lines of their own.
fn step(text: &str, entry: &Node, code: usize) -> Option<usize> {
    let Node::Mapping(Mapping { flow: false, entries, .. }) = entry else { return None };
    let (key, _) = entries.first()?;
    column(text, key.span.start).checked_sub(code).filter(|&step| step > 0)
}

/// Whether most codes have an empty line before them; if there is but one, nothing speaks against it.
fn is_spaced(text: &str, codes: &Mapping) -> bool {
    let gaps = codes.entries.windows(2).map(|pair| {
        let [(_, above), (below, _)] = pair else { return "" };
        text.get(above.span().end..below.span.start).unwrap_or_default()
    });
    let spaced = gaps.filter(|gap| has_empty_line(gap)).count();
    2 * spaced >= codes.entries.len() - 1
}

/// Between the rest of the line above and the indentation of the line below.
fn has_empty_line(gap: &str) -> bool {
    let lines: Vec<&str> = gap.split('\n').collect();
    matches!(&*lines, [_, between @ .., _] if between.iter().any(|line| line.trim().is_empty()))
}

/// Behind the comments that belong to the entry above: those further in than its code.
fn behind_comments(text: &str, mut at: usize, code: usize) -> usize {
    while let Some(line) = text.get(at..next_line(text, at)) {
        let content = line.trim_start_matches(' ');
        if !content.starts_with('#') || line.len() - content.len() <= code {
            break;
        }
        at += line.len();
    }
    at
}

fn behind_empty_lines(text: &str, mut at: usize) -> usize {
    while let Some(line) = text.get(at..next_line(text, at)).filter(|line| !line.is_empty()) {
        if !line.trim().is_empty() {
            break;
        }
        at += line.len();
    }
    at
}

/// The offset behind the line break that ends the line of `at`, or the end of the text.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let Some(end) = text[at..].find(['\n', '\r']) else { return text.len() };
    let end = at + end;
    end + if text[end..].starts_with("\r\n") { 2 } else { 1 }
}

fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    // A byte order mark is no character of the first line.
    if text[start..at].starts_with('\u{FEFF}') { start + '\u{FEFF}'.len_utf8() } else { start }
}

pub(super) fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}

fn in_braces(span: Range<usize>) -> Diagnostic {
    let message = "the codes are in braces, where no entry can be added";
    let help = "write each code on a line of its own below `codes:`, without the braces around them all";
    Diagnostic::new(Kind::WrongShape, span, message).help(help)
}

fn not_in_lines(code: &Scalar) -> Diagnostic {
    let message =
        format!("the code `{}` does not start its line, so no entry can be added beside it", code.text);
    let help = "write the code at the start of a line, indented with spaces";
    Diagnostic::new(Kind::WrongShape, code.span.clone(), message).help(help)
}

fn text_at_end(code: &Scalar, last: &Scalar) -> Diagnostic {
    let message = format!(
        "the text of `{}` ends with the file; in the midst of it, it would end with a line break",
        code.text
    );
    let help = "end the file with a line break, or begin the text with `|-` instead";
    Diagnostic::new(Kind::WrongShape, last.span.clone(), message).help(help)
}
