//! YAML as a catalog uses it: scalars, mappings and lists; nothing resolved, nothing lost, every node with its place.
//!
//! `granit-parser` gives the tree, since it knows where each node starts and ends. `serde_yaml` then reads the
//! same text along that tree. What they read differently, an editor or a translator's tool may read differently as
//! well, so it is an error rather than a guess.
//!
//! A file that one of them cannot read as a whole is cut into its keys, and each is read by itself, with what is wrong in
//! it blanked: one syntax error hides no other mistake.

mod agree;
mod control;
mod explain;
mod locate;
mod lookalike;
mod outline;
mod recover;
mod tree;

use std::ops::Range;

pub(crate) use locate::{locate, locate_blank};
pub(crate) use lookalike::{misread, misread_keys};

use crate::{
    diagnostic::{Diagnostic, Kind},
    reports::{Reported, Reports},
};
use tree::{Cause, Tree};

/// How deep mappings and lists may be nested; a catalog needs five levels.
const MAX_DEPTH: usize = 32;

/// A value in the file.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Scalar(Scalar),
    Mapping(Mapping),
    Sequence(Sequence),
    /// What is wrong with it has been reported.
    Broken(Range<usize>, Reported),
}

/// A value that is neither list nor mapping.
#[derive(Clone, Debug)]
pub(crate) struct Scalar {
    pub(crate) span: Range<usize>,
    /// The value as a text, whatever it looks like: `0E0001` is no number here, and `on` no boolean.
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
    #[cfg_attr(not(feature = "exchange"), expect(dead_code, reason = "only an imported file has them"))]
    /// In the file of a translator's tool: in double quotes, line after line, as gettext has it.
    Lines,
    #[cfg_attr(not(feature = "exchange"), expect(dead_code, reason = "only an imported file has them"))]
    /// In the file of a translator's tool: XML, in which an element stands for a placeholder.
    Markup,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Mapping {
    pub(crate) span: Range<usize>,
    /// Whether it is written in braces.
    pub(crate) flow: bool,
    /// As written: a key may stand here twice.
    pub(crate) entries: Vec<(Scalar, Node)>,
    /// Set if it has a key that could not be read, so that no key can be said to be missing.
    pub(crate) lost_key: Option<Reported>,
}

#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    pub(crate) span: Range<usize>,
    pub(crate) items: Vec<Node>,
}

/// What the keys at the top of a file hold, for whoever has to tell it from the lines alone.
pub(crate) struct Layout {
    /// The key whose value is the mapping with the many entries.
    pub(crate) entries: &'static str,
    /// The keys whose value is a text or a list.
    pub(crate) leaves: &'static [&'static str],
}

impl Node {
    pub(crate) fn span(&self) -> Range<usize> {
        match self {
            Self::Scalar(scalar) => scalar.span.clone(),
            Self::Mapping(mapping) => mapping.span.clone(),
            Self::Sequence(sequence) => sequence.span.clone(),
            Self::Broken(span, _) => span.clone(),
        }
    }

    /// Whether nothing is written.
    fn is_null(&self) -> bool {
        matches!(self, Self::Scalar(scalar) if scalar.is_null())
    }

    /// Moves every place in it.
    fn shift(&mut self, shift: Shift<'_>) {
        match self {
            Self::Scalar(scalar) => shift.range(&mut scalar.span),
            Self::Broken(span, _) => shift.range(span),
            Self::Mapping(mapping) => mapping.shift(shift),
            Self::Sequence(sequence) => {
                shift.range(&mut sequence.span);
                sequence.items.iter_mut().for_each(|item| item.shift(shift));
            }
        }
    }
}

impl Mapping {
    /// The value of this key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find_map(|(name, node)| (name.text == key).then_some(node))
    }

    fn shift(&mut self, shift: Shift<'_>) {
        shift.range(&mut self.span);
        for (key, value) in &mut self.entries {
            shift.range(&mut key.span);
            value.shift(shift);
        }
    }
}

impl Sequence {
    /// Its items that are neither list nor mapping.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|node| match node {
            Node::Scalar(word) => Some(&*word.text),
            _ => None,
        })
    }
}

impl Scalar {
    /// Whether nothing is written, or what YAML takes for nothing.
    pub(crate) fn is_null(&self) -> bool {
        self.style == Style::Plain && matches!(&*self.text, "" | "~" | "null" | "Null" | "NULL")
    }
}

/// From places in a part of a text to places in the text: of a key in its file, of a file in the catalog.
#[derive(Clone, Copy)]
struct Shift<'a> {
    /// The part as it is written, since a place may come from one in which something was blanked byte by byte.
    part: &'a str,
    by: usize,
}

impl Shift<'_> {
    fn range(self, range: &mut Range<usize>) {
        let end = self.by + self.part.ceil_char_boundary(range.end);
        *range = self.by + self.part.floor_char_boundary(range.start)..end;
    }

    fn diagnostic(self, mut diagnostic: Diagnostic) -> Diagnostic {
        self.range(&mut diagnostic.span);
        diagnostic.labels.iter_mut().for_each(|label| self.range(&mut label.span));
        diagnostic
    }
}

/// The tree of the file's one document, as far as it can be read, `null` if it holds nothing.
///
/// `text` is the file, and `start` where it stands in the text that every place is in.
pub(crate) fn parse(
    text: &str,
    start: usize,
    layout: &Layout,
    reports: &mut Reports,
) -> Result<Node, Reported> {
    let shift = Shift { part: text, by: start };
    let reading = read_without_control(text, layout);
    // Where nothing was blanked, and nothing stands before the file, every place is right.
    let is_right = start == 0 && reading.reports.any().is_none();
    reports.extend(reading.reports.into_vec().into_iter().map(|report| shift.diagnostic(report)));
    let mut root = reading.root?;
    if !is_right {
        root.shift(shift);
    }
    Ok(root)
}

/// What can be read of a text, and what is to be said of it.
struct Reading {
    root: Result<Node, Reported>,
    reports: Reports,
}

impl Reading {
    fn failed(diagnostic: Diagnostic) -> Self {
        let mut reports = Reports::default();
        Self { root: Err(reports.report(diagnostic)), reports }
    }
}

fn read_without_control(text: &str, layout: &Layout) -> Reading {
    let reading = read(text, layout);
    // A file that has them is never accepted, so they are looked for only in one that was refused.
    let is_accepted = reading.reports.any().is_none() && !reading.root.as_ref().is_ok_and(Node::is_null);
    let clean = if is_accepted { None } else { control::clean(text) };
    let Some(clean) = clean else { return reading };
    let again = read(&clean.text, layout);
    let root = again.root.and_then(|root| clean.mark(root));
    let mut reports = clean.reports;
    reports.extend(again.reports.into_vec());
    Reading { root, reports }
}

fn read(text: &str, layout: &Layout) -> Reading {
    match tree::build(text) {
        Ok(tree) => compared(text, tree, layout),
        Err(stop) if stop.cause == Cause::TooDeep => stop.alone(),
        Err(stop) => recovered(text, layout, stop.with_others()),
    }
}

/// The tree, if the other reader sees the same; where it does not, that is reported.
fn compared(text: &str, tree: Tree, layout: &Layout) -> Reading {
    let Tree { root, mut reports } = tree;
    let Some(root) = root.filter(|root| !root.is_null()) else {
        return Reading { root: reports.any().map_or_else(|| Ok(nothing()), Err), reports };
    };
    if reports.any().is_some() {
        // Where the tree has holes, the two cannot agree; key by key, they can elsewhere.
        let recovered = recover::read(text, layout).into_iter();
        let found = recovered.flat_map(|recovered| recovered.reports.into_vec());
        reports.extend(found.filter(|report| report.kind == Kind::AmbiguousYaml));
        return Reading { root: Ok(root), reports };
    }
    match agree::agree(text, &root) {
        Ok(differing) => {
            reports.extend(differing);
            Reading { root: Ok(root), reports }
        }
        Err(stopped) => recovered(text, layout, Reading::failed(stopped.diagnostic)),
    }
}

fn nothing() -> Node {
    Node::Scalar(Scalar { span: 0..0, text: String::new(), style: Style::Plain })
}

/// What can be read key by key; `whole` if none of them is wrong by itself.
fn recovered(text: &str, layout: &Layout, whole: Reading) -> Reading {
    match recover::read(text, layout) {
        Some(recovered) if recovered.reports.any().is_some() => {
            Reading { root: Ok(Node::Mapping(recovered.root)), reports: recovered.reports }
        }
        _ => whole,
    }
}
