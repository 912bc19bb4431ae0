//! From places in a part of a text to places in the text: of a piece in its file, of a file in the catalog.

use std::ops::Range;

use super::{Node, Scalar};
use crate::diagnostic::Diagnostic;

fn range(range: &mut Range<usize>, by: usize) {
    range.start += by;
    range.end += by;
}

pub(crate) fn diagnostic(diagnostic: &mut Diagnostic, by: usize) {
    range(&mut diagnostic.span, by);
    diagnostic.labels.iter_mut().for_each(|label| range(&mut label.span, by));
}

pub(super) fn entry((mut key, mut value): (Scalar, Node), by: usize) -> (Scalar, Node) {
    range(&mut key.span, by);
    node(&mut value, by);
    (key, value)
}

pub(super) fn node(node: &mut Node, by: usize) {
    match node {
        Node::Scalar(scalar) => range(&mut scalar.span, by),
        Node::Broken(span, _) => range(span, by),
        Node::Mapping(mapping) => {
            range(&mut mapping.span, by);
            for (key, value) in &mut mapping.entries {
                range(&mut key.span, by);
                self::node(value, by);
            }
        }
        Node::Sequence(sequence) => {
            range(&mut sequence.span, by);
            sequence.items.iter_mut().for_each(|item| self::node(item, by));
        }
    }
}
