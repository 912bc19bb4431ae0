//! The schemas: of a code, of the problem with each code, and of any problem.

use serde_json::{Map, Value, json};
use token_codes_build::catalog::{Catalog, Entry, Param, ParamType, Privacy};

use super::key::{self, reference};
use super::{by_key, texts};

/// Every schema by its name. None of a code is called `Code` or `Problem`.
pub(super) fn all(catalog: &Catalog) -> Map<String, Value> {
    let mut schemas = by_key(catalog, problem);
    schemas.insert("Code".into(), code(catalog));
    schemas.insert("Problem".into(), one_of(&catalog.entries.iter().collect::<Vec<_>>()));
    schemas
}

/// A code, with what each stands for where generators of clients look for it.
fn code(catalog: &Catalog) -> Value {
    let codes: Vec<_> = catalog.entries.iter().map(|entry| &entry.code).collect();
    let descriptions: Vec<_> = catalog.entries.iter().map(|entry| texts::headline(catalog, entry)).collect();
    json!({"type": "string", "enum": codes, "x-enum-descriptions": descriptions})
}

/// A problem with one of these codes.
pub(super) fn one_of(entries: &[&Entry]) -> Value {
    let schema = |entry: &&Entry| reference("schemas", &key::of(&entry.code));
    if let [entry] = entries {
        return json!({"$ref": schema(entry)});
    }
    let mapping: Map<_, _> = entries.iter().map(|entry| (entry.code.clone(), schema(entry).into())).collect();
    json!({
        "oneOf": entries.iter().map(|entry| json!({"$ref": schema(entry)})).collect::<Vec<_>>(),
        "discriminator": {"propertyName": "code", "mapping": mapping},
    })
}

/// The problem with one code. What is not `required` may be absent from a reply.
fn problem(catalog: &Catalog, entry: &Entry) -> Value {
    let mut required = vec!["status", "detail", "code"];
    let mut properties = json!({
        "type": {"type": "string", "format": "uri-reference"},
        // Not the one of the code: an error without a code gets the one that the service has for it, and
        // keeps its status.
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "code": {"type": "string", "enum": [entry.code]},
    });
    if texts::summary(catalog, entry).is_some() {
        properties["title"] = json!({"type": "string"});
        required.push("title");
    }
    if shown(entry).next().is_some() {
        properties["params"] = params(entry);
        required.extend(always_shown(entry).next().map(|_| "params"));
    }
    let mut schema = json!({"type": "object", "required": required, "properties": properties});
    if let Some(description) = texts::description(catalog, entry) {
        schema["description"] = description.into();
    }
    if entry.deprecated.is_some() {
        schema["deprecated"] = true.into();
    }
    schema
}

fn params(entry: &Entry) -> Value {
    let properties: Map<_, _> = shown(entry).map(|param| (param.name.clone(), value(param))).collect();
    let mut schema = json!({"type": "object", "properties": properties});
    let required: Vec<_> = always_shown(entry).map(|param| &param.name).collect();
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// The params that a reply can list.
fn shown(entry: &Entry) -> impl Iterator<Item = &Param> {
    entry.params.iter().filter(|param| param.privacy != Privacy::Secret)
}

/// Those that it lists whatever the service has chosen for personal ones.
fn always_shown(entry: &Entry) -> impl Iterator<Item = &Param> {
    entry.params.iter().filter(|param| param.privacy == Privacy::Public)
}

fn value(param: &Param) -> Value {
    match param.ty {
        ParamType::Text | ParamType::Any => json!({"type": "string"}),
        ParamType::Integer => json!({"type": "integer"}),
        ParamType::Boolean => json!({"type": "boolean"}),
        // JSON has no number for one that is infinite or none.
        ParamType::Float => json!({"type": ["number", "null"]}),
    }
}
