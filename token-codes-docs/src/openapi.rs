//! The replies that a service gives for the codes of a catalog, as an `OpenAPI` 3.1 document: for clients in
//! any language, and for an API that is described by hand.
//!
//! A reply is a problem of RFC 9457, as the feature `problem` of `token-codes-service` gives it. The document
//! has components and no paths. An API refers to them: `openapi.json#/components/responses/TOK013Problem` is
//! the reply for one code, `openapi.json#/components/responses/Status404` that for all codes with a status.
//! The feature `utoipa` of `token-codes-service` gives a service in Rust the same components;
//! `token-codes-service/tests/openapi.rs` compares them.

mod example;
mod key;
mod response;
mod schema;
mod texts;

use serde::Serialize;
use serde_json::{Map, Value, json};
use token_codes_build::catalog::{Catalog, Entry};

use crate::{File, Format};

/// This format.
pub const FORMAT: Format = Format {
    name: "openapi",
    about: "An OpenAPI 3.1 document with the reply of a service for each code, a problem of RFC 9457",
    files,
};

/// `openapi.json`.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// columns: {http_status: integer}
/// codes:
///   TOK013: {params: {token_id: any}, message: 'no token {0}', http_status: 404}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let file = &token_codes_docs::openapi::files(&catalog)[0];
/// let document: serde_json::Value = serde_json::from_str(&file.text).unwrap();
/// let components = &document["components"];
/// let params = &components["schemas"]["TOK013Problem"]["properties"]["params"]["properties"];
/// assert_eq!(*params, serde_json::json!({"token_id": {"type": "string"}}));
/// assert!(components["responses"].get("Status404").is_some());
/// ```
#[must_use]
pub fn files(catalog: &Catalog) -> Vec<File> {
    vec![File { path: "openapi.json".into(), text: pretty(&Document::new(catalog)) + "\n" }]
}

fn pretty(document: &Document<'_>) -> String {
    serde_json::to_string_pretty(document).expect("every key is a text, and nothing in it can fail")
}

#[derive(Serialize)]
struct Document<'a> {
    openapi: &'static str,
    info: Info<'a>,
    /// Tools that are older than 3.1 want them.
    paths: Map<String, Value>,
    components: Value,
}

#[derive(Serialize)]
struct Info<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    /// A catalog has no version, but a document must.
    version: &'static str,
}

impl<'a> Document<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        let title = if catalog.title.is_empty() { "Codes" } else { &catalog.title };
        Self {
            openapi: "3.1.0",
            info: Info { title, description: &catalog.description, version: "1" },
            paths: Map::new(),
            components: components(catalog),
        }
    }
}

fn components(catalog: &Catalog) -> Value {
    let mut components = json!({
        "schemas": schema::all(catalog),
        "examples": by_key(catalog, example::component),
        "headers": response::headers(),
        "responses": response::all(catalog),
    });
    // By name, even if another crate has serde_json keep them as they come.
    components.sort_all_objects();
    components
}

/// What `component` gives for each entry, by the name of its components.
fn by_key(catalog: &Catalog, component: impl Fn(&Catalog, &Entry) -> Value) -> Map<String, Value> {
    catalog.entries.iter().map(|entry| (key::of(&entry.code), component(catalog, entry))).collect()
}
