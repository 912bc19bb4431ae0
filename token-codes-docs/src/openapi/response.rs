//! The replies: for each code, and for all codes with a status.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use token_codes_build::catalog::{self, Catalog, Entry};

use super::key::{self, reference};
use super::{by_key, schema, texts};

/// The headers that replies may have.
pub(super) fn headers() -> Value {
    json!({
        "Content-Language": {"description": "The locale of the texts", "schema": {"type": "string"}},
        "Retry-After": {
            "description": "The seconds after which the request may be made again",
            "schema": {"type": "integer", "minimum": 0},
        },
    })
}

/// Every response by its name. None of a code is called as one of a status.
pub(super) fn all(catalog: &Catalog) -> Map<String, Value> {
    let mut by_status = BTreeMap::<u16, Vec<&Entry>>::new();
    for entry in &catalog.entries {
        by_status.entry(status(catalog, entry)).or_default().push(entry);
    }
    let mut responses = by_key(catalog, |_, entry| response(catalog, &[entry]));
    responses.extend(
        by_status.iter().map(|(status, entries)| (format!("Status{status}"), response(catalog, entries))),
    );
    responses
}

/// The response with one of these codes.
fn response(catalog: &Catalog, entries: &[&Entry]) -> Value {
    let example = |entry: &&Entry| {
        let key = key::of(&entry.code);
        (key.clone(), json!({"$ref": reference("examples", &key)}))
    };
    let mut headers = vec!["Content-Language"];
    if entries.iter().any(|entry| may_be_tried_again(catalog, entry)) {
        headers.push("Retry-After");
    }
    let header = |name: &&str| ((*name).to_owned(), json!({"$ref": reference("headers", name)}));
    json!({
        "description": description(catalog, entries),
        "headers": headers.iter().map(header).collect::<Map<_, _>>(),
        "content": {"application/problem+json": {
            "schema": schema::one_of(entries),
            "examples": entries.iter().map(example).collect::<Map<_, _>>(),
        }},
    })
}

/// What happened; in a list, if it may be one of several.
fn description(catalog: &Catalog, entries: &[&Entry]) -> String {
    if let [entry] = entries {
        return texts::headline(catalog, entry);
    }
    let items =
        entries.iter().map(|entry| format!("- `{}`: {}", entry.code, texts::headline(catalog, entry)));
    items.collect::<Vec<_>>().join("\n")
}

/// The status of the reply, as the feature `problem` of `token-codes-service` has it.
pub(super) fn status(catalog: &Catalog, entry: &Entry) -> u16 {
    let column = catalog.roles.http_status.as_deref();
    match column.and_then(|column| value(catalog, entry, column)) {
        Some(&catalog::Value::Integer(status @ 400..=599)) => status.try_into().expect("it has three digits"),
        _ => 500,
    }
}

fn may_be_tried_again(catalog: &Catalog, entry: &Entry) -> bool {
    let Some(name) = &catalog.roles.retry_after else { return false };
    entry.params.iter().any(|param| param.name == *name) || value(catalog, entry, name).is_some()
}

fn value<'a>(catalog: &'a Catalog, entry: &'a Entry, column: &str) -> Option<&'a catalog::Value> {
    catalog.values(entry).find_map(|(name, value)| (name == column).then_some(value))
}
