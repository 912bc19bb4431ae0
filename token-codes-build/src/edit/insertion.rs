//! Where an entry goes, and how its lines are to look there.

use std::ops::Range;

use super::{
    document::{Document, Splice},
    entry::Indent,
    family,
};
use crate::{
    diagnostic::{Diagnostic, Kind},
    lines,
    yaml::{Mapping, Node, Scalar},
};

/// Where an entry goes.
pub(super) struct InsertionPoint {
    /// The offset at which its lines are inserted: a line starts there, or the file ends.
    pub(super) at: usize,
    /// What is in the way, such as the `{}` of a catalog without codes; it ends before `at`.
    replaced: Range<usize>,
    pub(super) indent: Indent,
    blank: Blank,
    /// How far the key `codes` is indented, if it is to be written before the entry.
    opened: Option<usize>,
    line_break: &'static str,
    /// Whether the line above does not end.
    is_amid_line: bool,
}

/// The lines of an entry in their place.
pub(super) struct Insertion {
    pub(super) splices: Vec<Splice>,
    /// The bytes of the lines of the entry, in the edited catalog.
    pub(super) added: Range<usize>,
}

impl InsertionPoint {
    fn new(document: &Document<'_>, at: usize, indent: Indent) -> Self {
        Self {
            at,
            replaced: at..at,
            indent,
            blank: Blank::No,
            opened: None,
            line_break: document.line_break(at),
            is_amid_line: document.is_amid_line(at),
        }
    }

    /// The place in a file that holds nothing yet.
    pub(super) fn in_new_file() -> Self {
        Self {
            at: 0,
            replaced: 0..0,
            indent: Indent { code: 2, step: 2 },
            blank: Blank::No,
            opened: Some(0),
            line_break: "\n",
            is_amid_line: false,
        }
    }

    /// Puts these lines there; `ends_line` if their last text ends with a line break.
    pub(super) fn insert(&self, lines: &str, ends_line: bool) -> Insertion {
        let line_break = self.line_break;
        let mut text = String::new();
        if self.is_amid_line {
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
        let start = self.at - self.replaced.len() + start;
        let added = start..self.at - self.replaced.len() + text.len();
        // A file whose last line does not end keeps it so, unless that line break is part of a text.
        if !self.is_amid_line || ends_line {
            text.push_str(line_break);
        }
        if self.blank == Blank::After {
            text.push_str(line_break);
        }
        let removed = Splice { span: self.replaced.clone(), text: String::new() };
        Insertion { splices: vec![removed, Splice::insert(self.at, text)], added }
    }
}

/// Whether an empty line divides the entry from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    No,
    Before,
    /// A text above takes every empty line after it for its own.
    After,
}

/// The place of a new code: after the last of its family, or else at the end of the codes.
pub(super) fn point(document: &Document<'_>, code: &str) -> Result<InsertionPoint, Diagnostic> {
    let root = document.root;
    let codes = root.entries.iter().find(|(key, _)| key.text == "codes");
    match codes {
        Some((_, Node::Mapping(codes))) if !codes.flow && !codes.entries.is_empty() => {
            among(document, codes, code)
        }
        Some((key, Node::Mapping(codes))) if !codes.entries.is_empty() => Err(in_braces(key.span.clone())),
        Some((key, nothing)) if !root.flow => Ok(first(document, key, nothing.span())),
        None if !root.flow && !root.entries.is_empty() => at_end(document),
        _ => Err(in_braces(root.span.clone())),
    }
}

/// The place of the first code of a catalog.
fn first(document: &Document<'_>, key: &Scalar, nothing: Range<usize>) -> InsertionPoint {
    let colon = document.after_colon(key);
    let replaced = colon..nothing.end.max(colon);
    let indent = Indent { code: document.column(key.span.start) + 2, step: 2 };
    InsertionPoint {
        replaced: replaced.clone(),
        ..InsertionPoint::new(document, lines::next(document.text, replaced.end), indent)
    }
}

/// The place after the other keys of a file that does not have `codes`.
fn at_end(document: &Document<'_>) -> Result<InsertionPoint, Diagnostic> {
    let entries = &document.root.entries;
    let (key, last) = &entries[entries.len() - 1];
    if let Some(ending) = document.ends_with_file(last) {
        return Err(text_at_end(key, ending));
    }
    let column = document.column(key.span.start);
    let at = document.after(last).max(lines::next(document.text, key.span.end));
    let blank = if document.keeps_empty_lines(last) { Blank::No } else { Blank::Before };
    let indent = Indent { code: column + 2, step: 2 };
    Ok(InsertionPoint { blank, opened: Some(column), ..InsertionPoint::new(document, at, indent) })
}

/// The place after the sibling that is the last of the code's family.
fn among(document: &Document<'_>, codes: &Mapping, code: &str) -> Result<InsertionPoint, Diagnostic> {
    let (sibling, node) = sibling(codes, code);
    if !document.starts_line(sibling.span.start) {
        return Err(not_in_lines(sibling));
    }
    if let Some(last) = document.ends_with_file(node) {
        return Err(text_at_end(sibling, last));
    }
    let code = document.column(sibling.span.start);
    let indent = Indent { code, step: step_like(document, codes, (code, node)) };
    let is_spaced = is_spaced(document.text, codes);
    let at = document.after(node);
    if document.keeps_empty_lines(node) {
        let blank = if is_spaced && at < document.text.len() { Blank::After } else { Blank::No };
        return Ok(InsertionPoint { blank, ..InsertionPoint::new(document, at, indent) });
    }
    let blank = if is_spaced { Blank::Before } else { Blank::No };
    Ok(InsertionPoint { blank, ..InsertionPoint::new(document, document.after_comments(at, code), indent) })
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
fn step_like(document: &Document<'_>, codes: &Mapping, (code, sibling): (usize, &Node)) -> usize {
    step(document, sibling, code)
        .or_else(|| codes.entries.iter().rev().find_map(|(_, node)| step(document, node, code)))
        .unwrap_or_else(|| code.saturating_sub(document.column(document.root.span.start)).max(1))
}

/// How far the keys of an entry are indented from its code, if they have lines of their own.
fn step(document: &Document<'_>, entry: &Node, code: usize) -> Option<usize> {
    let Node::Mapping(Mapping { flow: false, entries, .. }) = entry else { return None };
    let (key, _) = entries.first()?;
    document.column(key.span.start).checked_sub(code).filter(|&step| step > 0)
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
pub(super) fn has_empty_line(gap: &str) -> bool {
    let starts = lines::starts(gap);
    starts.windows(2).skip(1).any(|line| gap[line[0]..line[1]].trim().is_empty())
}

pub(super) fn in_braces(span: Range<usize>) -> Diagnostic {
    let message = "the codes are in braces, where no entry can be added or moved";
    let help = "write each code on a line of its own below `codes:`, without the braces around them all";
    Diagnostic::new(Kind::WrongShape, span, message).help(help)
}

pub(super) fn not_in_lines(code: &Scalar) -> Diagnostic {
    let message = format!(
        "the code `{}` does not start its line, so that no entry can be added beside it or moved from there",
        code.text
    );
    let help = "write the code at the start of a line, indented with spaces";
    Diagnostic::new(Kind::WrongShape, code.span.clone(), message).help(help)
}

pub(super) fn text_at_end(key: &Scalar, last: &Scalar) -> Diagnostic {
    let message = format!(
        "the text of `{}` ends with the file; in the midst of it, it would end with a line break",
        key.text
    );
    let help = "end the file with a line break, or begin the text with `|-` instead";
    Diagnostic::new(Kind::WrongShape, last.span.clone(), message).help(help)
}
