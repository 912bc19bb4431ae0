//! YAML as a catalog uses it: scalars, mappings and lists; nothing resolved, nothing lost, every node with its place.
//!
//! `granit-parser` gives the tree, since it knows where each node starts and ends. `serde_yaml` then reads the
//! same text along that tree. What they read differently, an editor or a translator's tool may read differently as
//! well, so it is an error rather than a guess.

mod agree;
mod align;
mod syntax;
mod tree;

use std::ops::Range;

pub(crate) use align::{locate, locate_blank};

use crate::diagnostic::{Diagnostic, Kind};

/// How deep mappings and lists may be nested; a catalog needs five levels.
const MAX_DEPTH: usize = 32;

/// A value in the file.
#[derive(Debug)]
pub(crate) enum Node {
    Scalar(Scalar),
    Mapping(Mapping),
    Sequence(Sequence),
    /// What is wrong with it has been reported.
    Broken(Range<usize>),
}

/// A value that is neither list nor mapping.
#[derive(Clone, Debug)]
pub(crate) struct Scalar {
    pub(crate) span: Range<usize>,
    /// The value as a text, whatever it looks like: `0E0001` is no number here, and `on` no truth.
    pub(crate) text: String,
    pub(crate) style: Style,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    /// `|` or `>`; the span then is that of the lines below.
    Block,
}

#[derive(Debug)]
pub(crate) struct Mapping {
    pub(crate) span: Range<usize>,
    /// Whether it is written in braces.
    pub(crate) flow: bool,
    /// As written: a key may stand here twice.
    pub(crate) entries: Vec<(Scalar, Node)>,
}

#[derive(Debug)]
pub(crate) struct Sequence {
    pub(crate) span: Range<usize>,
    pub(crate) items: Vec<Node>,
}

impl Node {
    pub(crate) fn span(&self) -> Range<usize> {
        match self {
            Self::Scalar(scalar) => scalar.span.clone(),
            Self::Mapping(mapping) => mapping.span.clone(),
            Self::Sequence(sequence) => sequence.span.clone(),
            Self::Broken(span) => span.clone(),
        }
    }
}

impl Scalar {
    /// Whether nothing is written, or what YAML takes for nothing.
    pub(crate) fn is_null(&self) -> bool {
        self.style == Style::Plain && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }
}

/// The tree of the file's one document; `None` if there is none, and `found` then says why.
pub(crate) fn parse(text: &str, found: &mut Vec<Diagnostic>) -> Option<Node> {
    let before = found.len();
    let root = tree::build(text, found).and_then(|root| {
        // Where the tree has holes, the two cannot agree.
        let agreed = if found.len() == before { agree::agree(text, &root) } else { Ok(()) };
        match agreed {
            Ok(()) => Some(root),
            Err(disagreement) => {
                found.push(disagreement.diagnostic);
                (!disagreement.fatal).then_some(root)
            }
        }
    });
    // A control character is refused by one of the readers at the latest, but neither says it well.
    if root.is_none()
        && let Some(diagnostic) = control_character(text)
    {
        found.truncate(before);
        found.push(diagnostic);
    }
    root
}

/// The first character that YAML forbids as it is.
fn control_character(text: &str) -> Option<Diagnostic> {
    let (at, character) = text.char_indices().find(|&(_, character)| match character {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{FFFE}' | '\u{FFFF}' => true,
        _ => character.is_control(),
    })?;
    let number = u32::from(character);
    let diagnostic = Diagnostic::new(
        Kind::ControlCharacter,
        at..at + character.len_utf8(),
        format!("the character U+{number:04X} cannot stand in a catalog as it is"),
    );
    Some(diagnostic.help(format!("remove it, or write it as `\\u{number:04X}` in a text in double quotes")))
}
