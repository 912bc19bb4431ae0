//! Reading on after a syntax error: piece by piece, so that one that is broken costs no more than itself.

use std::ops::Range;

use super::{Mapping, Node, Scalar, pieces, repair, shift};
use crate::diagnostic::{Diagnostic, Kind};

/// What could be read of a file that is no YAML as a whole, or not the same to every reader.
#[derive(Default)]
pub(super) struct Recovered {
    /// `None` if nothing could.
    pub(super) root: Option<Node>,
    pub(super) reports: Vec<Diagnostic>,
}

/// Reads what can be read. The time that it takes grows with the length of the text, not with the number of mistakes.
pub(super) fn read(text: &str) -> Recovered {
    let Some(pieces) = pieces::cut(text) else { return Recovered::default() };
    let mut root = empty(0..text.len());
    let mut reports = Vec::new();
    for piece in &pieces.list {
        let mut read = repair::read(&text[piece.range.clone()]);
        let start = piece.range.start;
        read.reports.iter_mut().for_each(|report| shift::diagnostic(report, start));
        reports.append(&mut read.reports);
        let entries = read.entries.into_iter().map(|(mut key, mut node)| {
            shift::range(&mut key.span, start);
            shift::node(&mut node, start);
            (key, node)
        });
        let target = if piece.nested { nested(&mut root) } else { Some(&mut root) };
        if let Some(target) = target {
            target.incomplete |= read.incomplete;
            target.entries.extend(entries);
        }
    }
    reports.extend(pieces.another_document.map(another_document));
    // A key at the top may be one that could not be told from a text.
    root.incomplete = true;
    Recovered { root: Some(Node::Mapping(root)), reports }
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
    Mapping { span, flow: false, entries: Vec::new(), incomplete: false }
}

/// The report on what follows the first document.
pub(super) fn another_document(span: Range<usize>) -> Diagnostic {
    let message = "the catalog is a single YAML document, but another one starts here";
    let help = "remove this line, or put what follows into a catalog of its own";
    Diagnostic::new(Kind::SeveralDocuments, span, message).help(help)
}
