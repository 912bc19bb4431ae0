//! The first stage: from the text of a catalog to the trees of its files.

use crate::{
    diagnostic::Diagnostic,
    reports::{Reported, Reports},
    source::Source,
    yaml::{self, Node, Scalar},
};

/// A catalog as YAML: the tree of each of its files, in which every node knows its bytes of the source.
pub(crate) struct Parsed<'s> {
    pub(crate) source: &'s Source,
    /// In the order of [`Source::files`].
    pub(crate) trees: Vec<Result<Node, Reported>>,
}

/// Parses each file by itself, so that a syntax error in one hides nothing of another.
pub(crate) fn parse<'s>(source: &'s Source, reports: &mut Reports) -> Parsed<'s> {
    let files = source.files().iter();
    let trees = files.map(|file| yaml::parse(source.text_of(file), file.span.start, reports)).collect();
    Parsed { source, trees }
}

impl Parsed<'_> {
    /// Says of each diagnostic in whose entry it is.
    pub(crate) fn name_codes(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let entries: Vec<_> = self.trees.iter().flatten().flat_map(entries).collect();
        for diagnostic in &mut found {
            let after = entries.partition_point(|(code, _)| code.span.start <= diagnostic.span.start);
            let entry = after.checked_sub(1).map(|index| entries[index]);
            diagnostic.code = entry
                .filter(|(code, node)| diagnostic.span.start < node.span().end.max(code.span.end))
                .map(|(code, _)| code.text.clone());
        }
        found
    }
}

/// The codes in a file, each with its entry, in the order in which they are written.
fn entries(root: &Node) -> &[(Scalar, Node)] {
    match root {
        Node::Mapping(root) => match root.get("codes") {
            Some(Node::Mapping(codes)) => &codes.entries,
            _ => &[],
        },
        _ => &[],
    }
}
