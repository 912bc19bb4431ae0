//! Lists of words: codes, locales, params.

use super::{Context, place};
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::{Node, Scalar},
};

/// The words of the list `what`, each of which is an `item`; `None` if it is no list.
pub(super) fn words<'a>(
    context: &mut Context<'_>,
    key: &Scalar,
    node: &'a Node,
    what: &str,
    item: &str,
    example: &str,
) -> Option<Vec<&'a Scalar>> {
    let (kind, message) = match node {
        Node::Sequence(sequence) => {
            let words = sequence.items.iter();
            return Some(words.filter_map(|node| word(context, key, node, item, example)).collect());
        }
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, format!("`{what}` has no value")),
        _ => (Kind::WrongShape, format!("`{what}` is not a list")),
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(example));
    None
}

/// A word that is an `item`; `None` if it is none.
pub(super) fn word<'a>(
    context: &mut Context<'_>,
    key: &Scalar,
    node: &'a Node,
    item: &str,
    example: &str,
) -> Option<&'a Scalar> {
    let (kind, message) = match node {
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, format!("the {item} is missing")),
        Node::Scalar(scalar) => return Some(scalar),
        Node::Mapping(_) => (Kind::WrongShape, format!("the {item} is a mapping, not a word")),
        Node::Sequence(_) => (Kind::WrongShape, format!("the {item} is a list, not a word")),
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(example));
    None
}

pub(super) fn duplicate_item(second: &Scalar, item: &str) -> Diagnostic {
    let message = format!("the {item} `{}` stands twice in this list", second.text.escape_debug());
    Diagnostic::new(Kind::DuplicateItem, second.span.clone(), message).help("remove one of the two")
}
