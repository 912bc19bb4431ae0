//! Reading on after a syntax error: piece by piece, so that one that is broken costs no more than itself.

use std::ops::Range;

use super::{
    Mapping, Node, Scalar, Style,
    outline::{Line, lines_from},
    pieces::{self, Piece},
    repair, shift,
};
use crate::{
    diagnostic::{Diagnostic, Kind},
    reports::{Reported, Reports},
};

/// What could be read of a file that is no YAML as a whole, or not the same to every reader.
#[derive(Default)]
pub(super) struct Recovered {
    /// `None` if nothing could.
    pub(super) root: Option<Node>,
    pub(super) reports: Reports,
}

/// Reads what can be read. The time that it takes grows with the length of the text, not with the number of mistakes.
pub(super) fn read(text: &str) -> Recovered {
    let Some(pieces) = pieces::cut(text) else { return Recovered::default() };
    let mut root = empty(0..text.len());
    let mut reports = Reports::default();
    let mut opened = false;
    for piece in &pieces.list {
        let read = repair::read(&text[piece.range.clone()]);
        let start = piece.range.start;
        reports.extend(read.reports.into_vec().into_iter().map(|mut report| {
            shift::diagnostic(&mut report, start);
            report
        }));
        let mut entries: Vec<_> = read.entries.into_iter().map(|entry| shift::entry(entry, start)).collect();
        if !piece.nested {
            if entries.is_empty() {
                entries.extend(codes_without_colon(text, piece, reports.any()));
            }
            opened = !entries.is_empty();
        }
        let target = if piece.nested { nested(&mut root).filter(|_| opened) } else { Some(&mut root) };
        // What belongs to a key that could not be read is checked for its syntax only.
        if let Some(target) = target {
            if read.incomplete {
                target.lost_key = reports.any();
            }
            target.entries.extend(entries);
        }
    }
    reports.extend(pieces.another_document.map(another_document));
    // A key at the top may be one that could not be told from a text.
    root.lost_key = reports.any();
    Recovered { root: Some(Node::Mapping(root)), reports }
}

/// The key of the codes, if nothing but its colon is missing: what follows can only be the codes.
fn codes_without_colon(text: &str, piece: &Piece, lost_key: Option<Reported>) -> Option<(Scalar, Node)> {
    let line = lines_from(text, piece.range.start).find(Line::is_significant)?;
    let span = line.span();
    let key = Scalar { span: span.clone(), text: line.content.to_owned(), style: Style::Plain };
    pieces::is_codes(line.content).then(|| (key, Node::Mapping(Mapping { lost_key, ..empty(span) })))
}

/// The mapping below the last key at the top.
fn nested(root: &mut Mapping) -> Option<&mut Mapping> {
    let (key, node) = root.entries.last_mut()?;
    if matches!(node, Node::Scalar(scalar) if is_unwritten(scalar)) {
        *node = Node::Mapping(empty(key.span.clone()));
    }
    match node {
        Node::Mapping(mapping) => Some(mapping),
        _ => None,
    }
}

fn is_unwritten(scalar: &Scalar) -> bool {
    scalar.is_null() && scalar.text.is_empty()
}

fn empty(span: Range<usize>) -> Mapping {
    Mapping { span, flow: false, entries: Vec::new(), lost_key: None }
}

/// The report on what follows the first document.
pub(super) fn another_document(span: Range<usize>) -> Diagnostic {
    let message = "the catalog is a single YAML document, but another one starts here";
    let help = "remove this line, or put what follows into a catalog of its own";
    Diagnostic::new(Kind::SeveralDocuments, span, message).help(help)
}
