//! What was found, for a program.

use serde::Serialize;
use token_codes_build::catalog::Catalog;
use token_codes_docs::{EntryJson, Notice};

use super::texts::Text;
use super::{Hit, retirement};
use crate::format::json_line;

/// A code that was found: all that the catalog says of it, and why it was found.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    entry: EntryJson<'a>,
    /// What is said of it, if it is retired; else left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<Notice<'a>>,
    /// Whether the message was given, and not only words.
    identified: bool,
    matches: Vec<Match<'a>>,
}

/// A text that has some of the words, or is the message.
#[derive(Serialize)]
struct Match<'a> {
    field: &'static str,
    /// `null` if the text is for every locale.
    locale: Option<&'a str>,
    text: &'a str,
}

pub(super) fn write(catalog: &Catalog, hits: &[Hit<'_>]) -> String {
    let object = |hit: &Hit<'_>| {
        json_line(&Object {
            entry: EntryJson::new(catalog, hit.entry),
            retired: retirement(catalog, hit.entry).map(Notice::of_retired),
            identified: hit.identified,
            matches: hit.texts.iter().map(|text| Match::new(catalog, text)).collect(),
        })
    };
    hits.iter().map(object).collect()
}

impl<'a> Match<'a> {
    fn new(catalog: &'a Catalog, text: &'a Text) -> Self {
        let locale = text.locale.map(|locale| &*catalog.locales[locale].tag);
        Self { field: text.field.key(), locale, text: &text.shown }
    }
}
