//! Where an entry goes, and how its lines are to look there.

use std::ops::Range;

use super::{
    entry::Indent,
    family,
    lines::{behind_empty_lines, column, line_break, line_start, next_line},
};
use crate::{
    diagnostic::{Diagnostic, Kind},
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
    /// How far the key `codes` is indented, if it is to be written before the entry.
    pub(super) opened: Option<usize>,
}

/// The text of a file with new lines in it.
pub(super) struct Inserted {
    pub(super) text: String,
    /// The bytes of the lines of the entry.
    pub(super) added: Range<usize>,
}

impl Place {
    /// The place in a file that holds nothing yet.
    pub(super) fn in_new_file() -> Self {
        Self { at: 0, replaced: 0..0, indent: Indent { code: 2, step: 2 }, blank: Blank::No, opened: Some(0) }
    }

    /// The file with these lines in their place, not checked yet; `ends_line` if their last text ends with a line break.
    pub(super) fn insert(&self, old: &str, lines: &str, ends_line: bool) -> Inserted {
        let at = self.at;
        let line_break = line_break(old, at);
        let mut text = String::with_capacity(old.len() + lines.len() + 8);
        text.push_str(&old[..self.replaced.start]);
        text.push_str(&old[self.replaced.end..at]);
        // A file whose last line does not end keeps it so, unless that line break is part of a text.
        let ends_amid_line = !text.is_empty() && !text.ends_with(['\n', '\r']);
        if ends_amid_line {
            text.push_str(line_break);
        }
        if self.blank == Blank::Before {
            text.push_str(line_break);
        }
        if let Some(column) = self.opened {
            text.push_str(&" ".repeat(column));
            text.push_str("codes:");
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
        Inserted { text, added }
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
        None if !root.flow && !root.entries.is_empty() => at_end(text, root),
        _ => Err(in_braces(root.span.clone())),
    }
}

/// The place of the first code of a catalog.
fn first(text: &str, key: &Scalar, nothing: Range<usize>) -> Place {
    let colon = text[key.span.end..].find(':').map_or(key.span.end, |colon| key.span.end + colon + 1);
    let replaced = colon..nothing.end.max(colon);
    let indent = Indent { code: column(text, key.span.start) + 2, step: 2 };
    Place { at: next_line(text, replaced.end), replaced, indent, blank: Blank::No, opened: None }
}

/// The place behind the other keys of a file that does not have `codes`.
fn at_end(text: &str, root: &Mapping) -> Result<Place, Diagnostic> {
    let (key, last) = &root.entries[root.entries.len() - 1];
    if let Some(ending) = last_text(last).filter(|ending| ends_with_file(text, last, ending)) {
        return Err(text_at_end(key, ending));
    }
    let column = column(text, key.span.start);
    let at = behind(text, last).max(next_line(text, key.span.end));
    let blank = if keeps_empty_lines(text, last) { Blank::No } else { Blank::Before };
    let indent = Indent { code: column + 2, step: 2 };
    Ok(Place { at, replaced: at..at, indent, blank, opened: Some(column) })
}

/// The place behind the sibling that is the last of the code's family.
fn among(text: &str, root: &Mapping, codes: &Mapping, code: &str) -> Result<Place, Diagnostic> {
    let (sibling, node) = sibling(codes, code);
    if !text[line_start(text, sibling.span.start)..sibling.span.start].bytes().all(|byte| byte == b' ') {
        return Err(not_in_lines(sibling));
    }
    if let Some(last) = last_text(node).filter(|last| ends_with_file(text, node, last)) {
        return Err(text_at_end(sibling, last));
    }
    let code = column(text, sibling.span.start);
    let indent = Indent { code, step: step_like(text, root, codes, (code, node)) };
    let is_spaced = is_spaced(text, codes);
    let at = behind(text, node);
    if keeps_empty_lines(text, node) {
        let blank = if is_spaced && at < text.len() { Blank::After } else { Blank::No };
        return Ok(Place { at, replaced: at..at, indent, blank, opened: None });
    }
    let at = behind_comments(text, at, code);
    let blank = if is_spaced { Blank::Before } else { Blank::No };
    Ok(Place { at, replaced: at..at, indent, blank, opened: None })
}

/// The last of the code's family, or else the last of all.
fn sibling<'a>(codes: &'a Mapping, code: &str) -> &'a (Scalar, Node) {
    let (family, _) = family::split(code);
    let is_kin = |(other, _): &&(Scalar, Node)| {
        let (prefix, digits) = family::split(&other.text);
        prefix == family && !digits.is_empty()
    };
    codes.entries.iter().rfind(is_kin).unwrap_or(&codes.entries[codes.entries.len() - 1])
}

/// How far keys are indented in the sibling, or else in another entry that shows it, or else in the catalog.
fn step_like(text: &str, root: &Mapping, codes: &Mapping, (code, sibling): (usize, &Node)) -> usize {
    step(text, sibling, code)
        .or_else(|| codes.entries.iter().rev().find_map(|(_, node)| step(text, node, code)))
        .unwrap_or_else(|| code.saturating_sub(column(text, root.span.start)).max(1))
}

/// Behind the line that ends a value: no line of it follows.
pub(super) fn behind(text: &str, node: &Node) -> usize {
    let end = next_line(text, node.span().end);
    if keeps_empty_lines(text, node) { behind_empty_lines(text, end) } else { end }
}

fn keeps_empty_lines(text: &str, node: &Node) -> bool {
    last_text(node).is_some_and(|last| signs(text, last).contains('+'))
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

/// Whether `last`, the last text of `node`, would end with a line break if it did not end with the file.
fn ends_with_file(text: &str, node: &Node, last: &Scalar) -> bool {
    let is_at_end = next_line(text, node.span().end) == text.len() && !text.ends_with(['\n', '\r']);
    is_at_end && !signs(text, last).contains('-')
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

fn text_at_end(key: &Scalar, last: &Scalar) -> Diagnostic {
    let message = format!(
        "the text of `{}` ends with the file; in the midst of it, it would end with a line break",
        key.text
    );
    let help = "end the file with a line break, or begin the text with `|-` instead";
    Diagnostic::new(Kind::WrongShape, last.span.clone(), message).help(help)
}
