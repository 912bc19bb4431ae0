//! One piece of a file, with what is no YAML blanked until the rest of it is.
//!
//! Blanks take as many bytes as what they replace, so every place stays what it was. What is blanked is the value of a
//! key if that is what is wrong: the key is kept, and nobody says that it is missing.

use super::{
    Mapping, Node, Scalar, agree,
    blame::{self, Blame},
    holes::{self, Hole},
    outline::lines_from,
    syntax, tree,
};
use crate::{diagnostic::Diagnostic, reports::Reports};

/// How many syntax errors are looked for in a piece, since each costs another reading of it.
const MAX_ERRORS: usize = 32;

/// What could be read of a piece; the places are those in the piece.
#[derive(Default)]
pub(super) struct Repaired {
    pub(super) entries: Vec<(Scalar, Node)>,
    /// Whether there was a key that could not be read.
    pub(super) incomplete: bool,
    pub(super) reports: Reports,
}

/// Reads a piece.
pub(super) fn read(piece: &str) -> Repaired {
    let mut repair =
        Repair { text: piece.to_owned(), holes: Vec::new(), tabs: Vec::new(), reports: Reports::default() };
    for _ in 0..MAX_ERRORS {
        let mut found = Reports::default();
        match tree::build(&repair.text, &mut found) {
            Err(stop) => repair.mend(&stop, found),
            Ok(root) => match repair.agree(root.as_ref(), &found) {
                Some(at) => repair.blank(blame::hole(&repair.text, at)),
                None => return repair.finish(root, found),
            },
        }
    }
    repair.give_up()
}

struct Repair {
    text: String,
    /// What has been blanked.
    holes: Vec<Hole>,
    /// Where the lines start that were indented with tabs. It has been said, whatever follows from it.
    tabs: Vec<usize>,
    reports: Reports,
}

impl Repair {
    fn mend(&mut self, stop: &tree::Stop, found: Reports) {
        let Blame { hole, diagnostic } = blame::find(&self.text, stop);
        let known = self.tabs.contains(&crate::lines::start(&self.text, hole.range.start));
        if !known {
            self.reports.extend(diagnostic);
            if stop.is_tab && self.indent_with_spaces() {
                return;
            }
        }
        // What was found elsewhere will be found again.
        self.reports
            .extend(found.into_vec().into_iter().filter(|found| hole.range.contains(&found.span.start)));
        self.blank(Hole { deep: hole.deep || known, ..hole });
    }

    /// Reports what the two readers see differently; gives the place behind which they cannot be compared.
    fn agree(&mut self, root: Option<&Node>, found: &Reports) -> Option<usize> {
        // Where the parser has reported something, they cannot agree.
        let root = root.filter(|root| found.any().is_none() && is_block_mapping(root))?;
        let agreement = agree::agree(&self.text, root);
        if agreement.to_the_end {
            self.reports.extend(agreement.differing);
            return None;
        }
        // The others may follow from the first.
        let first = agreement.differing.into_iter().next().or(agreement.fatal)?;
        let at = first.span.start;
        self.reports.report(first);
        Some(flow_around(root, at).unwrap_or(at))
    }

    fn blank(&mut self, hole: Hole) {
        let hole = if self.text[hole.range.clone()].trim().is_empty() { Hole::all(&self.text) } else { hole };
        self.text.replace_range(hole.range.clone(), &blanks(&self.text[hole.range.clone()]));
        self.holes.push(hole);
    }

    /// A blank for each tab that indents; `false` if there is none.
    fn indent_with_spaces(&mut self) -> bool {
        let tabbed: Vec<_> = lines_from(&self.text, 0)
            .map(|line| line.start..line.start + line.indent)
            .filter(|indentation| self.text[indentation.clone()].contains('\t'))
            .collect();
        for indentation in &tabbed {
            self.text.replace_range(indentation.clone(), &" ".repeat(indentation.len()));
        }
        self.tabs.extend(tabbed.iter().map(|indentation| indentation.start));
        !tabbed.is_empty()
    }

    fn give_up(mut self) -> Repaired {
        let last = self.holes.last().map_or(0, |hole| hole.range.end);
        self.reports.report(syntax::search_ended(&self.text, last));
        self.nothing()
    }

    fn finish(mut self, root: Option<Node>, found: Reports) -> Repaired {
        self.reports.extend(found.into_vec());
        let Some(mut root) = root else { return self.nothing() };
        if !is_block_mapping(&root) {
            self.reports.extend(no_key(&self.text, &root));
            return self.nothing();
        }
        if let Some(reported) = self.reports.any() {
            holes::mark(&mut root, &self.text, &self.holes, reported);
        }
        match root {
            Node::Mapping(Mapping { entries, lost_key, .. }) => {
                Repaired { entries, incomplete: lost_key.is_some(), reports: self.reports }
            }
            _ => self.nothing(),
        }
    }

    fn nothing(self) -> Repaired {
        Repaired { entries: Vec::new(), incomplete: true, reports: self.reports }
    }
}

fn is_block_mapping(node: &Node) -> bool {
    matches!(node, Node::Mapping(mapping) if !mapping.flow)
}

/// Where the outermost list or mapping in brackets starts in which `at` is.
fn flow_around(node: &Node, at: usize) -> Option<usize> {
    let span = node.span();
    let inside = |node: &Node| flow_around(node, at);
    match node {
        Node::Mapping(mapping) if !mapping.flow => mapping.entries.iter().find_map(|(_, node)| inside(node)),
        // In brackets, it ends behind its last item.
        Node::Sequence(sequence) if sequence.items.last().is_some_and(|item| item.span().end >= span.end) => {
            sequence.items.iter().find_map(inside)
        }
        Node::Mapping(_) | Node::Sequence(_) => span.contains(&at).then_some(span.start),
        Node::Scalar(_) | Node::Broken(..) => None,
    }
}

/// The report on a piece that is no key with a value, unless there has been one.
fn no_key(text: &str, node: &Node) -> Option<Diagnostic> {
    let is_written = !matches!(node, Node::Broken(..)) && !node.span().is_empty();
    is_written.then(|| syntax::no_key(text, node.span().start))
}

/// As many blanks as the text has bytes; its line breaks stay.
fn blanks(text: &str) -> String {
    let mut blanks = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => blanks.push(character),
            _ => blanks.extend(std::iter::repeat_n(' ', character.len_utf8())),
        }
    }
    blanks
}
