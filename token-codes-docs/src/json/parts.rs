//! The texts of an entry in parts, which need no parser.

use std::borrow::Cow;

use serde::Serialize;
use token_codes_build::catalog::{Branch, Catalog, Entry, Piece, Template};

use crate::entry_json::PerLocale;

/// The texts of an entry, by the same keys as where they are written.
#[derive(Serialize)]
pub(super) struct Texts<'a> {
    message: PerLocale<'a, Vec<Part<'a>>>,
    summary: PerLocale<'a, Vec<Part<'a>>>,
    description: PerLocale<'a, Vec<Part<'a>>>,
    causes: PerLocale<'a, Vec<Vec<Part<'a>>>>,
    resolution: PerLocale<'a, Vec<Vec<Part<'a>>>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        let text = |locale: usize, template: &'a Template| {
            Place { entry, locale: &catalog.locales[locale].tag }.parts(template.pieces())
        };
        let list =
            |locale, list: &'a Vec<Template>| list.iter().map(|template| text(locale, template)).collect();
        Self {
            message: PerLocale::messages(catalog, entry, text),
            summary: PerLocale::texts(catalog, &entry.summary, text),
            description: PerLocale::texts(catalog, &entry.description, text),
            causes: PerLocale::texts(catalog, &entry.causes, list),
            resolution: PerLocale::texts(catalog, &entry.resolution, list),
        }
    }
}

/// What is shown: a text, or what an argument makes of a param.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'a> {
    Text(Cow<'a, str>),
    Param(ParamPart<'a>),
}

#[derive(Serialize)]
struct ParamPart<'a> {
    param: &'a str,
    /// Left out if the argument is shown as it is.
    #[serde(flatten)]
    number: Option<NumberPart<'a>>,
}

/// What a part has that needs the rules of a locale.
#[derive(Serialize)]
struct NumberPart<'a> {
    kind: &'static str,
    /// The one that the text is in.
    locale: &'a str,
    /// Only of a plural.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    branches: Vec<BranchJson<'a>>,
}

#[derive(Serialize)]
struct BranchJson<'a> {
    selector: String,
    parts: Vec<Part<'a>>,
}

/// Where a text stands.
struct Place<'a> {
    entry: &'a Entry,
    locale: &'a str,
}

impl<'a> Place<'a> {
    fn parts(&self, pieces: impl IntoIterator<Item = Piece<'a>>) -> Vec<Part<'a>> {
        pieces.into_iter().map(|piece| self.part(piece)).collect()
    }

    fn part(&self, piece: Piece<'a>) -> Part<'a> {
        let number = |kind, branches| Some(NumberPart { kind, locale: self.locale, branches });
        let (index, number) = match piece {
            Piece::Text(text) => return Part::Text(text),
            Piece::Param { index, .. } => (index, None),
            Piece::Number { index, .. } => (index, number("number", Vec::new())),
            Piece::Plural(plural) => {
                let branches = plural.branches.into_iter().map(|branch| self.branch(branch)).collect();
                (plural.index, number(plural.kind.as_str(), branches))
            }
        };
        Part::Param(ParamPart { param: &self.entry.params[index].name, number })
    }

    fn branch(&self, branch: Branch<'a>) -> BranchJson<'a> {
        BranchJson { selector: branch.selector.to_string(), parts: self.parts(branch.pieces) }
    }
}
