//! The catalog as one JSON file, for front ends in other languages.
//!
//! Beside it stands its schema, `catalog-export.schema.json`, which says what each field is.

mod parts;
mod source;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use token_codes_build::catalog::{
    Catalog, CatalogFile, Column, ColumnType, Entry, Heading, Locale, Retired, Roles,
};

use crate::entry_json::{EntryJson, ValueJson};
use crate::plurals::{self, Numbers};
use crate::{File, Format, Notice};
use parts::Texts;
pub use source::{ExportError, source};

/// The version of the format; the schema has it too. A field that is added does not change it, any other edit does.
pub const VERSION: u32 = 2;

const SCHEMA: &str = "catalog-export.schema.json";

/// This format.
pub const FORMAT: Format = Format {
    name: "json",
    about: "One file with the whole catalog, for front ends in other languages, and its JSON Schema",
    files,
};

/// `catalog.json` and its schema.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// codes:
///   TOK013: {params: {token_id: any}, message: 'no token {0}'}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let files = token_codes_docs::json::files(&catalog);
/// let json: serde_json::Value = serde_json::from_str(&files[1].text).unwrap();
/// let parts = &json["codes"][0]["parts"]["message"]["en"];
/// assert_eq!(*parts, serde_json::json!(["no token ", {"param": "token_id"}]));
/// ```
#[must_use]
pub fn files(catalog: &Catalog) -> Vec<File> {
    let file = |path: &str, text: String| File { path: path.to_owned(), text };
    vec![
        file(SCHEMA, include_str!("../catalog-export.schema.json").to_owned()),
        file("catalog.json", pretty(&Export::new(catalog)) + "\n"),
    ]
}

/// One value a line, so that an edit of the catalog is an edit of few lines.
fn pretty(export: &Export<'_>) -> String {
    serde_json::to_string_pretty(export).expect("every key is a text, and nothing in it can fail")
}

#[derive(Serialize)]
struct Export<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: u32,
    title: &'a str,
    description: &'a str,
    locales: Vec<&'a str>,
    /// For each locale but the first, those whose texts stand in, the nearest first.
    fallback: BTreeMap<&'a str, Vec<&'a str>>,
    log_locale: &'a str,
    /// The locales whose numbers are in the digits of their script.
    native_digits: Vec<&'a str>,
    /// For each locale in whose texts numbers choose, or have their digits grouped.
    numbers: BTreeMap<&'a str, Numbers>,
    /// For each locale, what it calls the parts of the pages, as far as the catalog says so for itself.
    headings: BTreeMap<&'a str, BTreeMap<&'static str, &'a str>>,
    /// The column or param of each role, as far as there is one.
    roles: BTreeMap<&'static str, &'a str>,
    columns: Vec<ColumnJson<'a>>,
    files: Vec<Family<'a>>,
    codes: Vec<Code<'a>>,
    retired: Vec<RetiredCode<'a>>,
}

impl<'a> Export<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        Self {
            schema: SCHEMA,
            version: VERSION,
            title: &catalog.title,
            description: &catalog.description,
            locales: catalog.locales.iter().map(|locale| &*locale.tag).collect(),
            fallback: fallback(catalog),
            log_locale: &catalog.locales[catalog.log_locale].tag,
            native_digits: native_digits(catalog),
            numbers: numbers(catalog),
            headings: headings(catalog),
            roles: roles(catalog),
            columns: catalog.columns.iter().map(ColumnJson::new).collect(),
            files: catalog.files.iter().map(|file| Family::new(catalog, file)).collect(),
            codes: catalog.entries.iter().map(|entry| Code::new(catalog, entry)).collect(),
            retired: catalog.retired.iter().map(|retired| RetiredCode::new(catalog, retired)).collect(),
        }
    }
}

fn fallback(catalog: &Catalog) -> BTreeMap<&str, Vec<&str>> {
    let tag = |locale: &usize| &*catalog.locales[*locale].tag;
    let others = catalog.locales.iter().skip(1);
    others.map(|locale| (&*locale.tag, locale.fallback.iter().map(tag).collect())).collect()
}

fn native_digits(catalog: &Catalog) -> Vec<&str> {
    let native = catalog.locales.iter().filter(|locale| locale.language.numbers().zero != '0');
    native.map(|locale| &*locale.tag).collect()
}

fn numbers(catalog: &Catalog) -> BTreeMap<&str, Numbers> {
    let used = plurals::locales(catalog, catalog.with_retired().map(|(entry, _)| entry));
    let locales = used.into_iter().map(|index| &catalog.locales[index]);
    locales.map(|locale| (&*locale.tag, Numbers::new(locale.language))).collect()
}

fn headings(catalog: &Catalog) -> BTreeMap<&str, BTreeMap<&'static str, &str>> {
    let locales = catalog.locales.iter().enumerate().map(|(index, Locale { tag, headings, .. })| {
        let own = Heading::ALL.into_iter().filter(|heading| headings.locale(*heading) == Some(index));
        (&**tag, own.filter_map(|heading| Some((heading.key(), headings.written(heading)?))).collect())
    });
    locales.filter(|(_, headings): &(_, BTreeMap<_, _>)| !headings.is_empty()).collect()
}

fn roles(catalog: &Catalog) -> BTreeMap<&'static str, &str> {
    let Roles { http_status, level, retry_after, grpc_status, .. } = &catalog.roles;
    let roles = [
        ("http_status", http_status),
        ("level", level),
        ("retry_after", retry_after),
        ("grpc_status", grpc_status),
    ];
    roles.into_iter().filter_map(|(role, name)| Some((role, name.as_deref()?))).collect()
}

/// A column that the catalog declares.
#[derive(Serialize)]
struct ColumnJson<'a> {
    name: &'a str,
    r#type: &'a str,
    /// In the order of the catalog; only of a column of type `list`.
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<&'a str>>,
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<ValueJson<'a>>,
    contract: bool,
}

impl<'a> ColumnJson<'a> {
    fn new(column: &'a Column) -> Self {
        let (r#type, values) = match &column.ty {
            ColumnType::Text => ("text", None),
            ColumnType::Integer(kind) => (kind.as_str(), None),
            ColumnType::Boolean => ("boolean", None),
            ColumnType::Listed(list) => {
                ("list", Some(list.values.iter().map(|value| &*value.text).collect()))
            }
        };
        let default = column.default.as_ref().map(|default| ValueJson(&column.ty, default));
        let Column { name, required, contract, .. } = column;
        Self { name, r#type, values, required: *required, default, contract: *contract }
    }
}

/// A file of the catalog, and the codes in it.
#[derive(Serialize)]
struct Family<'a> {
    name: Cow<'a, str>,
    title: &'a str,
    description: &'a str,
    codes: Vec<&'a str>,
}

impl<'a> Family<'a> {
    fn new(catalog: &'a Catalog, file: &'a CatalogFile) -> Self {
        let entries = &catalog.entries[file.entries.clone()];
        Self {
            // Where the folder is, is the business of this machine; all files are directly in it.
            name: Path::new(&file.path).file_name().unwrap_or_default().to_string_lossy(),
            title: &file.title,
            description: &file.description,
            codes: entries.iter().map(|entry| &*entry.code).collect(),
        }
    }
}

#[derive(Serialize)]
struct Code<'a> {
    #[serde(flatten)]
    entry: EntryJson<'a>,
    parts: Texts<'a>,
}

impl<'a> Code<'a> {
    fn new(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        Self { entry: EntryJson::new(catalog, entry), parts: Texts::new(catalog, entry) }
    }
}

/// A code that is never used again.
#[derive(Serialize)]
struct RetiredCode<'a> {
    code: &'a str,
    #[serde(flatten)]
    notice: Notice<'a>,
    /// What is kept of its entry, if anything is.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<Code<'a>>,
}

impl<'a> RetiredCode<'a> {
    fn new(catalog: &'a Catalog, retired: &'a Retired) -> Self {
        let entry = retired.entry.as_ref().map(|entry| Code::new(catalog, entry));
        Self { code: &retired.code, notice: Notice::of_retired(retired), entry }
    }
}
