//! The first stage: from the text of a catalog to the trees of its files.

use crate::{
    reports::{Reported, Reports},
    source::{Source, SourceFile},
    yaml::{self, Layout, Node},
};

/// What a file of a catalog has at its top.
pub(crate) const LAYOUT: Layout =
    Layout { entries: "codes", leaves: &["title", "description", "locales", "log_locale", "native_digits"] };

/// A catalog as YAML: the tree of each of its files, in which every node knows its bytes of the source.
pub(crate) struct Parsed<'s> {
    pub(crate) source: &'s Source,
    /// In the order of [`Source::files`]; files after the last tree hold no codes of their own (a stub that is merged).
    pub(crate) trees: Vec<Result<Node, Reported>>,
}

/// Parses each file by itself, so that a syntax error in one hides nothing of another.
pub(crate) fn parse<'s>(source: &'s Source, reports: &mut Reports) -> Parsed<'s> {
    let files = source.files().iter();
    let trees = files.map(|file| parse_file(source, file, reports)).collect();
    Parsed { source, trees }
}

/// Parses one of the files of a source.
pub(crate) fn parse_file(
    source: &Source,
    file: &SourceFile,
    reports: &mut Reports,
) -> Result<Node, Reported> {
    #[cfg(test)]
    count::add(&file.path);
    yaml::parse(source.text_of(file), file.span.start, &LAYOUT, reports)
}

/// How often files are parsed: a test says how often they may be.
#[cfg(test)]
pub(crate) mod count {
    use std::{cell::RefCell, collections::BTreeMap};

    thread_local! {
        static COUNTS: RefCell<BTreeMap<String, usize>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(super) fn add(path: &str) {
        COUNTS.with_borrow_mut(|counts| *counts.entry(path.to_owned()).or_default() += 1);
    }

    /// How often each file was parsed in this thread since the last time that this was asked.
    pub(crate) fn take() -> BTreeMap<String, usize> {
        COUNTS.take()
    }
}
