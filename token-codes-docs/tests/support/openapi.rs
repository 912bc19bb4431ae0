//! What an `OpenAPI` document must be, and what its schemas say of a value.

use boon::{Compiler, Schemas};
use serde_json::Value;

/// <https://spec.openapis.org/oas/3.1/schema/2026-08-03>, which does not look into schemas; the compiler of
/// schemas does.
const OPENAPI: &str = include_str!("../openapi/openapi-3.1.schema.json");

/// A document that is sound.
pub struct Document {
    pub json: Value,
    compiler: Compiler,
    schemas: Schemas,
}

impl Document {
    /// # Panics
    ///
    /// If it is no `OpenAPI` document, if it refers to what it does not have, or if an example is not as the
    /// schema of its name says.
    #[track_caller]
    pub fn new(json: Value) -> Self {
        let mut compiler = Compiler::new();
        compiler.add_resource("openapi-3.1.json", serde_json::from_str(OPENAPI).unwrap()).unwrap();
        compiler.add_resource("document.json", json.clone()).unwrap();
        let mut document = Self { json, compiler, schemas: Schemas::new() };
        let json = document.json.clone();
        assert_eq!(document.validate("openapi-3.1.json", &json), Ok(()));
        for reference in references(&json) {
            let place = reference.strip_prefix('#').expect("it is in the document");
            assert!(json.pointer(place).is_some(), "there is no {place}");
        }
        for (name, example) in json["components"]["examples"].as_object().unwrap() {
            for schema in [name, "Problem"] {
                assert_eq!(document.accepts(schema, &example["value"]), Ok(()), "{name}");
            }
            assert_eq!(document.accepts("Code", &example["value"]["code"]), Ok(()), "{name}");
        }
        document
    }

    /// Whether a value is as the schema of this name says.
    ///
    /// # Errors
    ///
    /// What the schema says against it.
    pub fn accepts(&mut self, schema: &str, value: &Value) -> Result<(), String> {
        self.validate(&format!("document.json#/components/schemas/{schema}"), value)
    }

    fn validate(&mut self, schema: &str, value: &Value) -> Result<(), String> {
        let index = self.compiler.compile(schema, &mut self.schemas).map_err(|error| format!("{error:#}"))?;
        self.schemas.validate(value, index).map_err(|error| format!("{error:#}"))
    }
}

/// Every reference in a part of a document.
fn references(part: &Value) -> Vec<&str> {
    match part {
        Value::Object(members) => members
            .iter()
            .flat_map(|(key, value)| match (&**key, value) {
                ("$ref", Value::String(reference)) => vec![&**reference],
                ("mapping", Value::Object(mapping)) => mapping.values().filter_map(Value::as_str).collect(),
                (_, value) => references(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}
