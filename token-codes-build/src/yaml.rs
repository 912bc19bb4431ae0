//! YAML as a catalog uses it: scalars, mappings and lists; nothing resolved, nothing lost, every node with its place.
//!
//! `granit-parser` gives the tree, since it knows where each node starts and ends. `serde_yaml` then reads the
//! same text along that tree. What they read differently, an editor or a translator's tool may read differently as
//! well, so it is an error rather than a guess.
//!
//! A file that one of them cannot read as a whole is cut into its keys and codes, and each is read by itself, with what
//! is wrong in it blanked: one syntax error hides no other mistake.

mod agree;
mod align;
mod blame;
mod control;
mod holes;
mod lines;
mod pieces;
mod recover;
mod repair;
mod shift;
mod syntax;
mod tree;

use std::ops::Range;

pub(crate) use align::{locate, locate_blank};

use crate::{
    diagnostic::{Diagnostic, Kind},
    reports::{Reported, Reports},
};

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

impl Node {
    pub(crate) fn span(&self) -> Range<usize> {
        match self {
            Self::Scalar(scalar) => scalar.span.clone(),
            Self::Mapping(mapping) => mapping.span.clone(),
            Self::Sequence(sequence) => sequence.span.clone(),
            Self::Broken(span, _) => span.clone(),
        }
    }
}

impl Mapping {
    /// The value of this key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find_map(|(name, node)| (name.text == key).then_some(node))
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

/// The tree of the file's one document, as far as it can be read, `null` if it holds nothing.
///
/// `text` is the file, and `start` where it stands in the text that every place is in.
pub(crate) fn parse(text: &str, start: usize, reports: &mut Reports) -> Result<Node, Reported> {
    let mut own = Reports::default();
    let root = parse_file(text, &mut own);
    reports.extend(own.into_vec().into_iter().map(|mut report| {
        shift::diagnostic(&mut report, start);
        report
    }));
    let mut root = root?;
    shift::node(&mut root, start);
    Ok(root)
}

fn parse_file(text: &str, reports: &mut Reports) -> Result<Node, Reported> {
    let mut seen = Reports::default();
    let root = read(text, &mut seen);
    // A file that has them is never accepted, so they are looked for only in one that was refused.
    let is_accepted = seen.any().is_none() && !root.as_ref().is_ok_and(is_nothing);
    let clean = if is_accepted { None } else { control::clean(text, reports) };
    let Some(clean) = clean else {
        reports.extend(seen.into_vec());
        return root;
    };
    let mut root = read(&clean.text, reports)?;
    clean.mark(&mut root);
    Ok(root)
}

fn read(text: &str, reports: &mut Reports) -> Result<Node, Reported> {
    let before = reports.len();
    match tree::build(text, reports) {
        Ok(Some(root)) if !is_nothing(&root) => agreed(text, root, reports),
        Ok(_) => reports.any().map_or_else(|| Ok(nothing()), Err),
        Err(stop) => {
            let seen = reports.split_off(before);
            if let Some(bomb) = stop.diagnostic.clone().filter(|diagnostic| diagnostic.kind == Kind::TooDeep)
            {
                return Err(reports.report(bomb));
            }
            recovered(text, reports, || seen.into_iter().chain(stop.diagnostic).collect())
        }
    }
}

fn nothing() -> Node {
    Node::Scalar(Scalar { span: 0..0, text: String::new(), style: Style::Plain })
}

fn is_nothing(root: &Node) -> bool {
    matches!(root, Node::Scalar(scalar) if scalar.is_null())
}

/// The tree, if the other reader sees the same; where it does not, that is reported.
fn agreed(text: &str, root: Node, reports: &mut Reports) -> Result<Node, Reported> {
    if reports.any().is_some() {
        // Where the tree has holes, the two cannot agree; piece by piece, they can elsewhere.
        let recovered = recover::read(text).reports.into_vec();
        reports.extend(recovered.into_iter().filter(|report| report.kind == Kind::AmbiguousYaml));
        return Ok(root);
    }
    let agreement = agree::agree(text, &root);
    match agreement.fatal {
        None if agreement.to_the_end => {
            reports.extend(agreement.differing);
            Ok(root)
        }
        fatal => recovered(text, reports, || agreement.differing.into_iter().chain(fatal).collect()),
    }
}

/// What can be read of the pieces; `whole` is what to say if none of them is wrong by itself.
fn recovered(
    text: &str,
    reports: &mut Reports,
    whole: impl FnOnce() -> Vec<Diagnostic>,
) -> Result<Node, Reported> {
    let recovered = recover::read(text);
    let Some(reported) = recovered.reports.any() else {
        reports.extend(whole());
        return Err(reports.any().expect("what stopped the reader is reported"));
    };
    reports.extend(recovered.reports.into_vec());
    recovered.root.ok_or(reported)
}
