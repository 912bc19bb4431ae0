//! The files of a catalog, each with the keys at its top.

use super::{Context, fields::Fields};
use crate::{
    diagnostic::{Diagnostic, Kind},
    reports::Reported,
    source::SourceFile,
    yaml::{Mapping, Node, Scalar},
};

const KEYS: &[&str] =
    &["title", "description", "locales", "headings", "checks", "strict", "retired", "columns", "codes"];

/// The keys that are about the codes of their file, and so say nothing where it has none.
const ABOUT_FILE: &[&str] = &["title", "description"];

/// A file of a catalog.
pub(super) struct Part<'a> {
    pub(super) file: &'a SourceFile,
    /// Its mapping; `None` if it has none, which has been reported.
    pub(super) root: Option<&'a Mapping>,
    pub(super) fields: Fields<'a>,
}

impl<'a> Part<'a> {
    /// The codes as they are written, each as often as it is.
    pub(super) fn codes(&self) -> impl Iterator<Item = &'a Scalar> + use<'a> {
        let entries = match self.fields.get("codes") {
            Some((_, Node::Mapping(mapping))) => &*mapping.entries,
            _ => &[],
        };
        entries.iter().map(|(code, _)| code)
    }

    /// Whether the locales are listed in it.
    pub(super) fn has_locales(&self) -> bool {
        self.fields.get("locales").is_some()
    }

    /// Whether it has something to say without having codes.
    pub(super) fn is_useful_without_codes(&self) -> bool {
        self.fields.pairs().any(|(key, _)| !ABOUT_FILE.contains(&&*key.text))
    }
}

/// The files with their trees.
pub(super) fn read<'a>(context: &mut Context<'a>, trees: &'a [Result<Node, Reported>]) -> Vec<Part<'a>> {
    let mut parts = Vec::with_capacity(trees.len());
    for (file, root) in context.source.files().iter().zip(trees) {
        let root = root.as_ref().ok().and_then(|root| mapping(context, file, root));
        let fields = match root {
            Some(root) => Fields::read(context, root, "the catalog", KEYS),
            None => Fields::unreadable(),
        };
        parts.push(Part { file, root, fields });
    }
    parts
}

fn mapping<'a>(context: &mut Context<'_>, file: &SourceFile, root: &'a Node) -> Option<&'a Mapping> {
    let found = match root {
        Node::Mapping(mapping) => return Some(mapping),
        Node::Broken(..) => return None,
        Node::Scalar(scalar) if scalar.is_null() => {
            empty(context, file);
            return None;
        }
        Node::Scalar(_) => "a text",
        Node::Sequence(_) => "a list",
    };
    let message = format!("{} is {found}, not a mapping", context.file_word());
    let keys = if context.has_one_file() { "keys `locales:` and `codes:`" } else { "key `codes:`" };
    let help = format!("start the file with the {keys}");
    context.report(Diagnostic::new(Kind::WrongShape, root.span(), message).help(help));
    None
}

fn empty(context: &mut Context<'_>, file: &SourceFile) {
    let message = format!("{} is empty", context.file_word());
    let help = if context.has_one_file() {
        "a catalog has at least `locales: [en]` and `codes:`"
    } else {
        "write `codes:` and its codes, or remove the file"
    };
    let start = file.span.start;
    context.report(Diagnostic::new(Kind::EmptyCatalog, start..start, message).help(help));
}
