//! Characters that YAML forbids as they are. One of the readers refuses them at the latest, but neither says it well.

use std::ops::Range;

use super::{Mapping, Node, explain};
use crate::{
    lines,
    reports::{Reported, Reports},
};

/// A file with more of them is none that was written by hand; they are counted, not shown.
const MAX_SHOWN: usize = 100;

/// A text without control characters.
pub(super) struct Clean {
    /// The text with a blank for each of their bytes.
    pub(super) text: String,
    /// Where they stand, in order.
    places: Vec<Range<usize>>,
    pub(super) reports: Reports,
    reported: Reported,
}

/// Reports the control characters and blanks them, so that the rest can be read; `None` if there are none.
pub(super) fn clean(text: &str) -> Option<Clean> {
    let places = places(text);
    let mut reports = Reports::default();
    let reported = reports.report(explain::control_character(text, places.first()?.clone()));
    let shown = places.iter().take(MAX_SHOWN).skip(1);
    reports.extend(shown.map(|place| explain::control_character(text, place.clone())));
    if let Some(place) = places.get(MAX_SHOWN) {
        reports.report(explain::more_control_characters(place.clone(), places.len() - MAX_SHOWN));
    }
    let mut cleaned = String::with_capacity(text.len());
    for place in &places {
        cleaned.push_str(&text[cleaned.len()..place.start]);
        cleaned.extend(std::iter::repeat_n(' ', place.len()));
    }
    cleaned.push_str(&text[cleaned.len()..]);
    Some(Clean { text: cleaned, places, reports, reported })
}

fn places(text: &str) -> Vec<Range<usize>> {
    // Bytes first: they take a third of the time that characters take where nothing is optimised.
    let suspicious = |byte: u8| byte < b' ' || matches!(byte, 0x7F | 0xC2 | 0xEF);
    let candidates = text.bytes().enumerate().filter(|&(_, byte)| suspicious(byte));
    candidates
        .filter_map(|(at, _)| text[at..].chars().next().map(|character| (at, character)))
        .filter(|&(_, character)| is_forbidden(character))
        .map(|(at, character)| at..at + character.len_utf8())
        .collect()
}

fn is_forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{FFFE}' | '\u{FFFF}' => true,
        _ => character.is_control(),
    }
}

impl Clean {
    /// The tree in which the texts are marked that have lost a character, so that nothing more is said of them.
    pub(super) fn mark(&self, mut root: Node) -> Result<Node, Reported> {
        if root.is_null() {
            return Err(self.reported);
        }
        self.mark_node(&mut root);
        Ok(root)
    }

    fn mark_node(&self, node: &mut Node) {
        match node {
            Node::Scalar(scalar) if self.hit(&scalar.span) => {
                *node = Node::Broken(scalar.span.clone(), self.reported);
            }
            Node::Mapping(mapping) => self.mark_mapping(mapping),
            Node::Sequence(sequence) => sequence.items.iter_mut().for_each(|item| self.mark_node(item)),
            Node::Scalar(_) | Node::Broken(..) => {}
        }
    }

    fn mark_mapping(&self, mapping: &mut Mapping) {
        if mapping.entries.iter().any(|(key, _)| self.hit(&key.span)) {
            mapping.entries.retain(|(key, _)| !self.hit(&key.span));
            mapping.lost_key = Some(self.reported);
        }
        let mut rest = mapping.entries.iter_mut().peekable();
        while let Some((key, node)) = rest.next() {
            if !node.is_null() {
                self.mark_node(node);
                continue;
            }
            let next = rest.peek().map_or(self.text.len(), |(next, _)| next.span.start);
            let value = key.span.end..lines::end(&self.text[..next], key.span.end);
            if self.hit(&value) {
                // Nothing is left of it.
                *node = Node::Broken(value, self.reported);
            }
        }
    }

    fn hit(&self, span: &Range<usize>) -> bool {
        let next = self.places.partition_point(|place| place.start < span.start);
        self.places.get(next).is_some_and(|place| place.start < span.end)
    }
}
