//! An example of the problem with each code, in the source locale.

use serde_json::{Map, Value, json};
use token_codes_build::catalog::{Catalog, Entry, Param, ParamType, Privacy};

use super::{response, texts};

/// The example of a code. It has no personal params, as a reply unless the service says otherwise.
pub(super) fn component(catalog: &Catalog, entry: &Entry) -> Value {
    let shown = |param: usize| match argument(&entry.params[param]) {
        Value::String(text) => text,
        value => value.to_string(),
    };
    let language = catalog.locales[0].language;
    let mut problem = json!({
        "status": response::status(catalog, entry),
        "detail": entry.messages[0].template.fill(language, shown),
        "code": entry.code,
    });
    if !entry.summary.get(0).text.is_empty() {
        problem["title"] = entry.summary.get(0).fill(language, shown).into();
    }
    let public = entry.params.iter().filter(|param| param.privacy == Privacy::Public);
    let params: Map<_, _> = public.map(|param| (param.name.clone(), argument(param))).collect();
    if !params.is_empty() {
        problem["params"] = params.into();
    }
    json!({"summary": texts::headline(catalog, entry), "value": problem})
}

/// What fills a param: its name in braces, if it can be a text.
fn argument(param: &Param) -> Value {
    match param.ty {
        ParamType::Text | ParamType::Any => texts::placeholder(param).into(),
        ParamType::Integer => 1.into(),
        ParamType::Boolean => true.into(),
        ParamType::Float => 1.5.into(),
    }
}
