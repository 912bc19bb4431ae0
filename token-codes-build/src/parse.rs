//! The first stage: from the text of a catalog to the trees of its files.

use std::ops::Range;

use crate::{
    reports::{Reported, Reports},
    source::{Source, SourceFile},
    yaml::{self, Layout, Node, Scalar},
};

/// What a file of a catalog has at its top.
pub(crate) const LAYOUT: Layout = Layout { entries: "codes", leaves: &["title", "description", "locales"] };

/// A catalog as YAML: the tree of each of its files, in which every node knows its bytes of the source.
pub(crate) struct Parsed<'s> {
    pub(crate) source: &'s Source,
    /// In the order of [`Source::files`].
    pub(crate) trees: Vec<Result<Node, Reported>>,
}

/// Parses each file by itself, so that a syntax error in one hides nothing of another.
pub(crate) fn parse<'s>(source: &'s Source, reports: &mut Reports) -> Parsed<'s> {
    let files = source.files().iter();
    let tree = |file: &SourceFile| yaml::parse(source.text_of(file), file.span.start, &LAYOUT, reports);
    let trees = files.map(tree).collect();
    Parsed { source, trees }
}

impl Parsed<'_> {
    /// Where the entry of each code is, from the code to the end of the entry.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Range<usize>, String)> {
        let entries = self.trees.iter().flatten().flat_map(entries);
        entries.map(|(code, node)| (code.span.start..node.span().end.max(code.span.end), code.text.clone()))
    }
}

fn entries(root: &Node) -> &[(Scalar, Node)] {
    match root {
        Node::Mapping(root) => match root.get(LAYOUT.entries) {
            Some(Node::Mapping(codes)) => &codes.entries,
            _ => &[],
        },
        _ => &[],
    }
}
