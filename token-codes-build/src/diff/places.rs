//! Where in a catalog's files a part of it stands.

use std::{collections::HashMap, ops::Range, path::Path};

use super::{
    finding::{Finding, Item, Side},
    rule::Rule,
};
use crate::{
    parse::Parsed,
    source::Source,
    yaml::{Mapping, Node, Scalar},
};

/// Finds the parts of a catalog in its trees. They have been lowered without a mistake, so they have the shapes of one.
pub(super) struct Places<'a> {
    source: &'a Source,
    /// In the order of the files; `None` for one of which nothing could be read.
    files: Vec<Option<&'a Mapping>>,
    codes: HashMap<&'a str, Place<'a>>,
    /// Each alone, or with what is said of it.
    retired: HashMap<&'a str, Place<'a>>,
}

/// A key with its value, or an item of a list, which has no key.
#[derive(Clone, Copy)]
struct Place<'a> {
    key: Option<&'a Scalar>,
    value: &'a Node,
}

impl<'a> Places<'a> {
    pub(super) fn new(parsed: &'a Parsed<'_>) -> Self {
        let files: Vec<_> = parsed.trees.iter().map(|tree| mapping(tree.as_ref().ok()?)).collect();
        let codes = files.iter().flatten().filter_map(|file| mapping(file.get("codes")?));
        let codes = codes.flat_map(|codes| &codes.entries);
        let codes = codes.map(|(key, value)| (&*key.text, Place { key: Some(key), value })).collect();
        let retired = files.iter().flatten().filter_map(|file| key(file, "retired"));
        let retired = retired.flat_map(Place::items).filter_map(|item| {
            let code = mapping(item).and_then(|said| key(said, "code"));
            let place = code.unwrap_or(Place { key: None, value: item });
            Some((&*scalar(place.value)?.text, place))
        });
        let retired = retired.collect();
        Self { source: parsed.source, files, codes, retired }
    }

    /// Where a state of an edit is written; `None` where nothing says it.
    pub(super) fn of(&self, finding: &Finding, side: &Side) -> Option<Range<usize>> {
        let part = self.part(&side.item, side.value.as_deref())?;
        Some(match aspect(finding.rule) {
            Aspect::Itself => part.marked(),
            Aspect::Name => part.key.map_or_else(|| part.marked(), |key| key.span.clone()),
            Aspect::Below(key) => part.down(key).marked(),
        })
    }

    fn part(&self, item: &Item, value: Option<&str>) -> Option<Place<'a>> {
        match item {
            Item::Title(file) => self.in_file(file.as_deref(), "title"),
            Item::Introduction(file) => self.in_file(file.as_deref(), "description"),
            Item::Heading { locale, key } => self.top("headings")?.key(locale)?.key(key),
            Item::Locale(tag) => self.top("locales")?.word(tag),
            Item::LogLocale => self.top("log_locale").or_else(|| self.top("locales")?.word(value?)),
            Item::Role(key) => {
                let said = self.top("roles").and_then(|roles| roles.key(key));
                said.or_else(|| self.top("columns")?.key(value?))
            }
            Item::Retired(code) => self.retired.get(&**code).copied(),
            Item::Acceptance(index) => self.top("accepted")?.index(*index),
            Item::Column(name) => self.top("columns")?.key(name),
            Item::ListedValue { column, value } => self.top("columns")?.key(column)?.down("type").word(value),
            Item::Code(code) => self.code(code),
            Item::Deprecated(code) => Some(self.code(code)?.down("deprecated")),
            Item::Name(code) => Some(self.code(code)?.down("name")),
            Item::Params(code) => Some(self.code(code)?.down("params")),
            Item::Param { code, param } => self.code(code)?.key("params")?.key(param),
            Item::Value { code, column } => Some(self.code(code)?.down(column)),
            Item::Text { code, field, locale } => Some(self.code(code)?.key(field.as_str())?.down(locale)),
        }
    }

    /// An entry, in whichever file.
    fn code(&self, code: &str) -> Option<Place<'a>> {
        self.codes.get(code).copied()
    }

    /// A key at the top of whichever file has it.
    fn top(&self, name: &str) -> Option<Place<'a>> {
        self.files.iter().flatten().find_map(|file| key(file, name))
    }

    /// A key at the top of the file of this name, or else of the one with the locales.
    fn in_file(&self, file: Option<&str>, name: &str) -> Option<Place<'a>> {
        let mut files = self.source.files().iter().zip(&self.files);
        let is_meant = |path: &str, mapping: &Mapping| match file {
            Some(file) => Path::new(path).file_name().is_some_and(|name| name == file),
            None => mapping.get("locales").is_some(),
        };
        let found = files.find_map(|(file, mapping)| mapping.filter(|mapping| is_meant(&file.path, mapping)));
        key(found?, name)
    }
}

impl<'a> Place<'a> {
    /// What a key in it has.
    fn key(self, name: &str) -> Option<Self> {
        key(mapping(self.value)?, name)
    }

    /// What a key in it has, or else this one: a text for every locale has no locales below it.
    fn down(self, name: &str) -> Self {
        self.key(name).unwrap_or(self)
    }

    /// The item of a list that is this word.
    fn word(self, word: &str) -> Option<Self> {
        let is_word = |item: &&Node| matches!(item, Node::Scalar(scalar) if scalar.text == word);
        self.items().find(is_word).map(|value| Self { key: None, value })
    }

    /// The item of a list with this index.
    fn index(self, index: usize) -> Option<Self> {
        self.items().nth(index).map(|value| Self { key: None, value })
    }

    fn items(self) -> impl Iterator<Item = &'a Node> {
        match self.value {
            Node::Sequence(list) => &list.items[..],
            _ => &[],
        }
        .iter()
    }

    /// What to mark of it: a text or word, and otherwise the key, below which there is more.
    fn marked(self) -> Range<usize> {
        match (self.value, self.key) {
            (Node::Scalar(scalar), _) if !scalar.is_null() => scalar.span.clone(),
            (_, Some(key)) => key.span.clone(),
            (value, None) => value.span(),
        }
    }
}

fn mapping(node: &Node) -> Option<&Mapping> {
    match node {
        Node::Mapping(mapping) => Some(mapping),
        _ => None,
    }
}

fn scalar(node: &Node) -> Option<&Scalar> {
    match node {
        Node::Scalar(scalar) => Some(scalar),
        _ => None,
    }
}

fn key<'a>(mapping: &'a Mapping, name: &str) -> Option<Place<'a>> {
    let (key, value) = mapping.entries.iter().find(|(key, _)| key.text == name)?;
    Some(Place { key: Some(key), value })
}

/// What of a part an edit is about.
enum Aspect {
    /// What it says.
    Itself,
    /// What it is called.
    Name,
    /// What is said below this key, if it has such keys.
    Below(&'static str),
}

const fn aspect(rule: Rule) -> Aspect {
    match rule {
        Rule::ParamNarrowed
        | Rule::ParamWidened
        | Rule::ColumnRetyped
        | Rule::ContractColumnRetyped
        | Rule::ListReordered => Aspect::Below("type"),
        Rule::SecretRemoved | Rule::SecretAdded | Rule::PersonalRemoved | Rule::PersonalAdded => {
            Aspect::Below("privacy")
        }
        Rule::RequirementChanged => Aspect::Below("required"),
        Rule::DefaultChanged | Rule::ContractValueChanged => Aspect::Below("default"),
        Rule::ContractDropped | Rule::ContractAdded => Aspect::Below("contract"),
        Rule::ParamRemoved
        | Rule::ParamAdded
        | Rule::ParamRenamed
        | Rule::ColumnRemoved
        | Rule::ColumnAdded
        | Rule::ColumnRenamed
        | Rule::ContractColumnRemoved
        | Rule::ContractColumnRenamed => Aspect::Name,
        _ => Aspect::Itself,
    }
}
