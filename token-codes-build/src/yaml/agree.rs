//! Whether `serde_yaml` reads the same as `granit-parser`.

use std::{cell::RefCell, fmt, ops::Range};

use serde::{
    Deserialize as _,
    de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{Node, Scalar, outline::lines_from};
use crate::{
    diagnostic::{Diagnostic, Kind},
    lines,
};

/// What ends a line in YAML 1.1, but not in YAML 1.2.
const BREAKS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

/// Why not all of a text can be compared.
pub(super) struct Stopped {
    pub(super) diagnostic: Diagnostic,
    /// Whether `serde_yaml` cannot read it at all, and so may stumble over a mistake before it.
    pub(super) unread: bool,
}

/// Reads `text` with `serde_yaml` and compares it with the tree: the reports on what both can read, but differently.
///
/// # Errors
///
/// The first difference, if it is such that what comes after it cannot be compared.
pub(super) fn agree(text: &str, root: &Node) -> Result<Vec<Diagnostic>, Box<Stopped>> {
    let differing = RefCell::new(Vec::new());
    let start = document(text);
    let expected = Expected { node: root, differing: &differing };
    let compared = expected.deserialize(serde_yaml::Deserializer::from_str(&text[start..]));
    let mut differing = differing.into_inner().into_iter().map(|span| differing_text(text, span));
    match compared {
        Ok(()) => Ok(differing.collect()),
        // What comes after a difference may follow from it.
        Err(error) => Err(Box::new(match differing.next() {
            Some(diagnostic) => Stopped { diagnostic, unread: false },
            None => Stopped { diagnostic: unread(text, start, &error), unread: true },
        })),
    }
}

/// Where what `serde_yaml` is to read starts: after a byte order mark, which it counts as a column, so that the first line
/// would be indented, and after directives, of which it compares each with all before it. They say nothing of the tree.
fn document(text: &str) -> usize {
    let start = lines::mark(text);
    let mut lines = lines_from(text, start).skip_while(|line| !line.is_significant()).peekable();
    if !lines.peek().is_some_and(|line| line.content.starts_with('%')) {
        return start;
    }
    lines.find(|line| line.is_marker("---")).map_or(start, |line| line.start)
}

/// The report on what `serde_yaml` cannot read.
fn unread(text: &str, start: usize, error: &serde_yaml::Error) -> Diagnostic {
    let message = format!("some YAML readers do not accept this: {}", without_place(error));
    let at = text.floor_char_boundary(start + error.location().map_or(0, |location| location.index()));
    if let Some((span, character)) = in_halves(text, at) {
        let help = format!("write `{character}` as it is, or `\\U{:08X}`", u32::from(character));
        return Diagnostic::new(Kind::AmbiguousYaml, span, message).help(help);
    }
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let help = "put the text in quotes; indent with spaces, and what is in brackets too";
    Diagnostic::new(Kind::AmbiguousYaml, at..end, message).help(help)
}

/// The character whose first half is written at `at`, after the `\u`: `\ud83d\ude00`, as JSON has it.
fn in_halves(text: &str, at: usize) -> Option<(Range<usize>, char)> {
    let start = text[..at].strip_suffix("\\u")?.len();
    let (first, rest) = text[at..].split_at_checked(4)?;
    let second = rest.strip_prefix("\\u")?.get(..4)?;
    let units = [u16::from_str_radix(first, 16).ok()?, u16::from_str_radix(second, 16).ok()?];
    let character = char::decode_utf16(units).next()?.ok()?;
    Some((start..at + 10, character))
}

/// The report on a text that differs; at the character that makes the difference, if it is one of the usual ones.
fn differing_text(text: &str, span: Range<usize>) -> Diagnostic {
    let message = "YAML readers do not agree on what is written here";
    let written = text.get(span.clone()).unwrap_or_default();
    let unusual = written.char_indices().find(|(_, character)| BREAKS.contains(character));
    if let Some((at, character)) = unusual {
        let start = span.start + at;
        let number = u32::from(character);
        let help =
            format!("remove U+{number:04X}, or write it as `\\u{number:04X}` in a text in double quotes");
        return Diagnostic::new(Kind::AmbiguousYaml, start..start + character.len_utf8(), message).help(help);
    }
    Diagnostic::new(Kind::AmbiguousYaml, span, message).help("put the text in double quotes, on one line")
}

/// The error without the line and column that it ends with; they are shown before it.
fn without_place(error: &serde_yaml::Error) -> String {
    let shown = error.to_string();
    let end = shown.find(" at line ").or_else(|| shown.find(" at position ")).unwrap_or(shown.len());
    shown[..end].to_owned()
}

/// A node that must come next.
struct Expected<'a> {
    node: &'a Node,
    differing: &'a RefCell<Vec<Range<usize>>>,
}

/// A scalar that must come next.
struct ExpectedScalar<'a> {
    scalar: &'a Scalar,
    differing: &'a RefCell<Vec<Range<usize>>>,
}

/// Notes a node that differs so much that nothing after it can be compared.
fn differs<E: serde::de::Error>(differing: &RefCell<Vec<Range<usize>>>, span: &Range<usize>) -> E {
    differing.borrow_mut().push(span.clone());
    E::custom("the readers disagree")
}

impl<'de> DeserializeSeed<'de> for Expected<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.node {
            Node::Scalar(scalar) => {
                ExpectedScalar { scalar, differing: self.differing }.deserialize(deserializer)
            }
            Node::Mapping(_) => deserializer.deserialize_map(self),
            Node::Sequence(_) => deserializer.deserialize_seq(self),
            // It has been blanked, or reported.
            Node::Broken(..) => IgnoredAny::deserialize(deserializer).map(drop),
        }
    }
}

impl<'de> DeserializeSeed<'de> for ExpectedScalar<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for ExpectedScalar<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        if text != self.scalar.text {
            self.differing.borrow_mut().push(self.scalar.span.clone());
        }
        Ok(())
    }
}

impl<'de> Visitor<'de> for Expected<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a mapping")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Node::Mapping(mapping) = self.node else { return Err(A::Error::custom("not a mapping")) };
        for (scalar, node) in &mapping.entries {
            let key = ExpectedScalar { scalar, differing: self.differing };
            if map.next_key_seed(key)?.is_none() {
                return Err(differs(self.differing, &scalar.span));
            }
            map.next_value_seed(Expected { node, differing: self.differing })?;
        }
        if map.next_key::<IgnoredAny>()?.is_some() {
            return Err(differs(self.differing, &mapping.span));
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Node::Sequence(sequence) = self.node else { return Err(A::Error::custom("not a list")) };
        for node in &sequence.items {
            if seq.next_element_seed(Expected { node, differing: self.differing })?.is_none() {
                return Err(differs(self.differing, &node.span()));
            }
        }
        if seq.next_element::<IgnoredAny>()?.is_some() {
            return Err(differs(self.differing, &sequence.span));
        }
        Ok(())
    }
}
