//! A catalog that can be edited: what it holds, and the tree of each of its files.

use super::{Refused, columns::EntryColumn, family};
use crate::{
    catalog::Catalog,
    diagnostic::{Diagnostic, Diagnostics, Kind, Level},
    reports::Reports,
    source::{Source, SourceFile},
    yaml::{self, Mapping, Node, Scalar, shift_diagnostic},
};

/// A catalog without mistakes, but that it may have no code yet.
pub(super) struct Sound<'a> {
    pub(super) source: &'a Source,
    pub(super) trees: Vec<Tree<'a>>,
    /// `None` if there is no code yet.
    pub(super) catalog: Option<Catalog>,
}

/// A file of the catalog. Its places are those in its own text.
pub(super) struct Tree<'a> {
    pub(super) file: &'a SourceFile,
    pub(super) text: &'a str,
    pub(super) root: Mapping,
}

impl<'a> Sound<'a> {
    /// The catalog, if it can be edited.
    pub(super) fn read(source: &'a Source) -> Result<Self, Refused> {
        let trees: Vec<_> = source.files().iter().map(|file| Tree::read(source, file)).collect();
        match crate::read(source) {
            Ok(checked) => Ok(Self { source, trees, catalog: Some(checked.catalog) }),
            Err(found) if lacks_only_codes(&found, &trees) => Ok(Self { source, trees, catalog: None }),
            Err(found) => Err(Refused::Before(found)),
        }
    }

    /// The codes of all files, in their order.
    pub(super) fn codes(&self) -> impl Iterator<Item = &str> {
        self.trees.iter().flat_map(Tree::codes)
    }

    /// The codes that are never to be used again.
    pub(super) fn retired(&self) -> impl Iterator<Item = &str> {
        self.words("retired")
    }

    /// The tags of the locales, the source locale first.
    pub(super) fn locales(&self) -> impl Iterator<Item = &str> {
        self.words("locales")
    }

    /// The columns as they are declared.
    pub(super) fn columns(&self) -> Vec<EntryColumn> {
        let declared = self.trees.iter().find_map(|tree| tree.root.get("columns"));
        declared.map(EntryColumn::read).unwrap_or_default()
    }

    /// The file of this code's family: the one with its highest number; if there is just one file, that.
    pub(super) fn file_of(&self, code: &str) -> Option<&'a SourceFile> {
        if let [only] = &*self.trees {
            return Some(only.file);
        }
        let numbered = self.trees.iter().flat_map(|tree| tree.codes().map(move |code| (tree.file, code)));
        let kin = numbered.filter_map(|(file, other)| Some((family::number_among(other, code)?, file)));
        kin.max_by_key(|(number, _)| *number).map(|(_, file)| file)
    }

    /// The last file that has codes, or else the last of all.
    pub(super) fn last_file(&self) -> &'a SourceFile {
        let last = self.trees.iter().rfind(|tree| tree.codes().next().is_some());
        last.unwrap_or(&self.trees[self.trees.len() - 1]).file
    }

    /// The refusal of an edit that has no place in the catalog; `diagnostic` has its places in `file`.
    pub(super) fn refuse(&self, file: &SourceFile, mut diagnostic: Diagnostic) -> Refused {
        shift_diagnostic(&mut diagnostic, file.span.start);
        Refused::Before(Diagnostics::new(self.source.clone(), vec![diagnostic]))
    }

    /// The words of the lists `key` of all files.
    fn words(&self, key: &str) -> impl Iterator<Item = &str> {
        let lists = self.trees.iter().filter_map(move |tree| match tree.root.get(key) {
            Some(Node::Sequence(list)) => Some(list.words()),
            _ => None,
        });
        lists.flatten()
    }
}

impl<'a> Tree<'a> {
    fn read(source: &'a Source, file: &'a SourceFile) -> Self {
        let text = source.text_of(file);
        // What is wrong with it, the check of the catalog says.
        let root = match yaml::parse(text, 0, &crate::parse::LAYOUT, &mut Reports::default()) {
            Ok(Node::Mapping(root)) => root,
            _ => Mapping::default(),
        };
        Self { file, text, root }
    }

    fn codes(&self) -> impl Iterator<Item = &str> {
        let codes = match self.root.get("codes") {
            Some(Node::Mapping(codes)) => &*codes.entries,
            _ => &[],
        };
        codes.iter().map(|(code, _)| &*code.text)
    }

    /// The key `codes` and its value, if that is nothing.
    fn empty_codes(&self) -> Option<(&Scalar, &Node)> {
        let (key, node) = self.root.entries.iter().find(|(key, _)| key.text == "codes")?;
        let is_empty = match node {
            Node::Scalar(scalar) => scalar.is_null(),
            Node::Mapping(codes) => codes.entries.is_empty() && codes.lost_key.is_none(),
            _ => false,
        };
        is_empty.then_some((key, node))
    }
}

/// Whether the only mistake is that codes are still to be written: below a key `codes`, or there is no such key at all.
fn lacks_only_codes(found: &Diagnostics, trees: &[Tree<'_>]) -> bool {
    let mut errors = found.iter().filter(|diagnostic| diagnostic.level() == Level::Error);
    let (Some(error), None) = (errors.next(), errors.next()) else { return false };
    if trees.iter().all(|tree| tree.root.get("codes").is_none()) {
        return error.kind == Kind::MissingKey;
    }
    let is_at = |tree: &Tree<'_>| {
        let place = tree.empty_codes().map(|(key, node)| {
            let span = node.span();
            if span.is_empty() { key.span.clone() } else { span }
        });
        place.is_some_and(|place| tree.file.span.start + place.start == error.span.start)
    };
    error.kind == Kind::EmptyValue && trees.iter().any(is_at)
}
