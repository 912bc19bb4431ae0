//! The schema of RFC 9457.

use boon::{Compiler, Schemas};
use serde_json::Value;

/// What the schema says against this body, and the body.
///
/// # Panics
///
/// If it is no problem.
pub fn problem(body: &[u8]) -> Value {
    let schema = serde_json::from_str(include_str!("rfc9457.schema.json")).expect("the schema is JSON");
    let problem: Value = serde_json::from_slice(body).expect("the body is JSON");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("rfc9457.json", schema).expect("the schema has a name");
    let schema = compiler.compile("rfc9457.json", &mut schemas).expect("the schema is one");
    if let Err(error) = schemas.validate(&problem, schema) {
        panic!("{problem:#}\n{error:#}");
    }
    problem
}
