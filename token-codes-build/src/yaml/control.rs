//! Characters that YAML forbids as they are. One of the readers refuses them at the latest, but neither says it well.

use std::ops::Range;

use super::{Mapping, Node};
use crate::{
    diagnostic::{Diagnostic, Kind},
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
    reported: Reported,
}

/// Reports the control characters and blanks them, so that the rest can be read; `None` if there are none.
pub(super) fn clean(text: &str, reports: &mut Reports) -> Option<Clean> {
    let places = places(text);
    reports.extend(places.iter().take(MAX_SHOWN).map(|place| report(text, place.clone())));
    if let Some(place) = places.get(MAX_SHOWN) {
        let message = format!("{} more characters cannot stand in a catalog", places.len() - MAX_SHOWN);
        let help = "save the catalog as text, in the encoding UTF-8";
        reports.report(Diagnostic::new(Kind::ControlCharacter, place.clone(), message).help(help));
    }
    let reported = if places.is_empty() { None } else { reports.any() }?;
    let mut cleaned = String::with_capacity(text.len());
    for place in &places {
        cleaned.push_str(&text[cleaned.len()..place.start]);
        cleaned.extend(std::iter::repeat_n(' ', place.len()));
    }
    cleaned.push_str(&text[cleaned.len()..]);
    Some(Clean { text: cleaned, places, reported })
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

fn report(text: &str, place: Range<usize>) -> Diagnostic {
    let number = text[place.clone()].chars().next().map_or(0, u32::from);
    let message = format!("the character U+{number:04X} cannot stand in a catalog as it is");
    let help = format!("remove it, or write it as `\\u{number:04X}` in a text in double quotes");
    Diagnostic::new(Kind::ControlCharacter, place, message).help(help)
}

impl Clean {
    /// Marks the texts that have lost a character, so that nothing more is said of them.
    pub(super) fn mark(&self, node: &mut Node) {
        match node {
            Node::Scalar(scalar) if self.hit(&scalar.span) => {
                *node = Node::Broken(scalar.span.clone(), self.reported);
            }
            Node::Mapping(mapping) => self.mark_mapping(mapping),
            Node::Sequence(sequence) => sequence.items.iter_mut().for_each(|item| self.mark(item)),
            Node::Scalar(_) | Node::Broken(..) => {}
        }
    }

    fn mark_mapping(&self, mapping: &mut Mapping) {
        let before = mapping.entries.len();
        mapping.entries.retain(|(key, _)| !self.hit(&key.span));
        if mapping.entries.len() < before {
            mapping.lost_key = Some(self.reported);
        }
        for (key, node) in &mut mapping.entries {
            let rest = &self.text[key.span.end..];
            let line = key.span.end..key.span.end + rest.find(['\n', '\r']).unwrap_or(rest.len());
            match node {
                // Nothing is left of it.
                Node::Scalar(scalar) if scalar.is_null() && self.hit(&line) => {
                    *node = Node::Broken(line, self.reported);
                }
                _ => self.mark(node),
            }
        }
    }

    fn hit(&self, span: &Range<usize>) -> bool {
        let next = self.places.partition_point(|place| place.start < span.start);
        self.places.get(next).is_some_and(|place| place.start < span.end)
    }
}
