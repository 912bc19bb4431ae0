//! What is blanked in a text that is no YAML, and what follows from it for the rest.

use std::ops::Range;

use super::super::{Mapping, Node, Scalar, Sequence, Style};
use crate::{lines, reports::Reported};

/// A part of a text that is blanked.
pub(super) struct Hole {
    pub(super) range: Range<usize>,
    /// The column of the key or line that it blanks.
    pub(super) column: usize,
    /// Whether it is the value of what stands at that column, or could be of anything before it.
    pub(super) deep: bool,
}

impl Hole {
    /// All of a text, for want of anything better.
    pub(super) fn all(text: &str) -> Self {
        Self { range: 0..text.len(), column: 0, deep: true }
    }

    /// Whether it could have been part of the value of a key at this column.
    fn belongs_to(&self, column: usize) -> bool {
        self.deep || self.column > column
    }
}

/// Marks what the holes have taken something from, so that nobody says that it is missing.
pub(super) fn mark(root: &mut Mapping, text: &str, holes: &[Hole], reported: Reported) {
    let holes = Holes { text, starts: lines::starts(text), list: holes, reported };
    let column = root.entries.first().map_or(usize::MAX, |(key, _)| holes.column(key));
    if holes.list.iter().any(|hole| !hole.belongs_to(column)) {
        root.lost_key = Some(reported);
    }
    holes.mark_values(root, text.len());
}

struct Holes<'a> {
    /// With blanks where the holes are.
    text: &'a str,
    /// Those of its lines.
    starts: Vec<usize>,
    list: &'a [Hole],
    /// Why they were blanked.
    reported: Reported,
}

/// The key that a value belongs to.
#[derive(Clone, Copy)]
struct Owner {
    column: usize,
    end: usize,
}

impl Holes<'_> {
    fn column(&self, key: &Scalar) -> usize {
        let line = self.starts.partition_point(|&start| start <= key.span.start);
        key.span.start - line.checked_sub(1).map_or(0, |line| self.starts[line])
    }

    /// Marks a value; `owner` is its key, `end` the end of what can belong to it.
    fn mark(&self, node: &mut Node, owner: Owner, end: usize) {
        match node {
            Node::Scalar(scalar) if self.is_cut(scalar, owner, end) => {
                *node = Node::Broken(scalar.span.clone(), self.reported);
            }
            Node::Mapping(mapping) => {
                if self.has_lost_key(mapping, &(owner.end..end), owner) {
                    mapping.lost_key = Some(self.reported);
                }
                self.mark_values(mapping, end);
            }
            Node::Sequence(sequence) => {
                if self.has_lost(&(owner.end..end), owner) {
                    self.mark_items(sequence, end);
                }
            }
            Node::Scalar(_) | Node::Broken(..) => {}
        }
    }

    fn mark_values(&self, mapping: &mut Mapping, end: usize) {
        let starts: Vec<_> = mapping.entries.iter().skip(1).map(|(key, _)| key.span.start).collect();
        for ((key, node), end) in mapping.entries.iter_mut().zip(starts.into_iter().chain([end])) {
            let column = self.column(key);
            self.mark(node, Owner { column, end: key.span.end }, end);
        }
    }

    /// What is left of an item that was cut is nothing that anybody has written.
    fn mark_items(&self, sequence: &mut Sequence, end: usize) {
        let starts: Vec<_> = sequence.items.iter().skip(1).map(|item| item.span().start).collect();
        for (item, end) in sequence.items.iter_mut().zip(starts.into_iter().chain([end])) {
            let range = item.span().start..end;
            // What is not written may be placed after what was.
            let is_empty = item.span().is_empty();
            if is_empty || self.list.iter().any(|hole| range.contains(&hole.range.start)) {
                *item = Node::Broken(item.span(), self.reported);
            }
        }
        // An item that nobody knows.
        sequence.items.push(Node::Broken(sequence.span.clone(), self.reported));
    }

    /// Whether a key of the mapping could be in a hole. It could not, if the hole is among the keys of one of its values.
    fn has_lost_key(&self, mapping: &Mapping, range: &Range<usize>, owner: Owner) -> bool {
        let mut holes = self.list.iter().filter(|hole| hole.belongs_to(owner.column));
        holes.any(|hole| range.contains(&hole.range.start) && !self.is_in_value(mapping, hole))
    }

    fn is_in_value(&self, mapping: &Mapping, hole: &Hole) -> bool {
        let before = mapping.entries.iter().rev().find(|(key, _)| key.span.start < hole.range.start);
        let Some((key, Node::Mapping(value))) = before.filter(|_| !mapping.flow) else { return false };
        let column = value.entries.first().filter(|_| !value.flow).map(|(key, _)| self.column(key));
        column.is_some_and(|column| self.column(key) < column && column <= hole.column)
    }

    fn has_lost(&self, range: &Range<usize>, owner: Owner) -> bool {
        self.list.iter().any(|hole| hole.belongs_to(owner.column) && range.contains(&hole.range.start))
    }

    /// Whether a hole is in the scalar, or follows so closely that the scalar is what is left of a text.
    fn is_cut(&self, scalar: &Scalar, owner: Owner, end: usize) -> bool {
        let shown_end = scalar.span.end.max(owner.end);
        let can_go_on = matches!(scalar.style, Style::Plain | Style::Block);
        self.list.iter().filter(|hole| hole.belongs_to(owner.column)).any(|hole| {
            let start = hole.range.start;
            (owner.end..shown_end).contains(&start)
                || can_go_on && (shown_end..end).contains(&start) && self.is_blank(shown_end..start)
        })
    }

    fn is_blank(&self, range: Range<usize>) -> bool {
        self.text[range].chars().all(|sign| sign == ':' || sign.is_whitespace())
    }
}
