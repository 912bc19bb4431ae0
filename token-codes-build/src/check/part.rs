//! The files of a catalog, each with the keys at its top.

use super::{Context, fields::Fields};
use crate::{
    diagnostic::{Diagnostic, Kind},
    source::SourceFile,
    yaml::{Mapping, Node},
};

const KEYS: &[&str] = &["title", "description", "locales", "checks", "strict", "retired", "codes"];

/// The keys that are about the codes of their file, and so say nothing where it has none.
const ABOUT_FILE: &[&str] = &["title", "description"];

/// A file of a catalog.
pub(super) struct Part<'a> {
    pub(super) file: &'a SourceFile,
    /// Its mapping; `None` if it has none, which has been reported.
    pub(super) root: Option<&'a Mapping>,
    pub(super) fields: Fields<'a>,
    /// What it is called in reports: a single file is the catalog.
    pub(super) what: &'static str,
}

impl Part<'_> {
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
pub(super) fn read<'a>(context: &mut Context<'a>, roots: &'a [Option<Node>]) -> Vec<Part<'a>> {
    let files = context.source.files();
    let what = if files.len() == 1 { "the catalog" } else { "the file" };
    let read = |(file, root): (&'a SourceFile, &'a Option<Node>)| {
        let root = root.as_ref().and_then(|root| mapping(context, file, root, what));
        let fields = match root {
            Some(root) => Fields::read(context, root, "the catalog", KEYS),
            None => Fields::unreadable(),
        };
        Part { file, root, fields, what }
    };
    files.iter().zip(roots).map(read).collect()
}

fn mapping<'a>(
    context: &mut Context<'_>,
    file: &SourceFile,
    root: &'a Node,
    what: &str,
) -> Option<&'a Mapping> {
    let found = match root {
        Node::Mapping(mapping) => return Some(mapping),
        Node::Broken(_) => return None,
        Node::Scalar(scalar) if scalar.is_null() => {
            context.report(empty(file, what));
            return None;
        }
        Node::Scalar(_) => "a text",
        Node::Sequence(_) => "a list",
    };
    let message = format!("{what} is {found}, not a mapping");
    let help = "start the file with the keys `locales:` and `codes:`";
    context.report(Diagnostic::new(Kind::WrongShape, root.span(), message).help(help));
    None
}

fn empty(file: &SourceFile, what: &str) -> Diagnostic {
    let help = if what == "the catalog" {
        "a catalog has at least `locales: [en]` and `codes:`"
    } else {
        "write `codes:` and its codes, or remove the file"
    };
    let start = file.span.start;
    Diagnostic::new(Kind::EmptyCatalog, start..start, format!("{what} is empty")).help(help)
}
