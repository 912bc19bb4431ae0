//! An example of the problem with each code, in the source locale.

use serde_json::{Map, Value as Json, json};
use token_codes::{AnyCode, Param, ParamType, Privacy, Value};
use utoipa::openapi::example::{Example, ExampleBuilder};

use super::{response, texts};

/// The example of a code. It has no personal params, as a reply unless the service says otherwise.
pub(super) fn example(code: AnyCode) -> Example {
    let names: Vec<_> = code.params().map(texts::placeholder).collect();
    let values: Vec<_> = code.params().zip(&names).map(|(param, name)| argument(param, name)).collect();
    let mut problem = json!({
        "status": response::status(code),
        "detail": texts::message(code, &values),
        "code": code.as_str(),
    });
    if !code.summary().is_empty() {
        problem["title"] = code.fill(code.summary(), &values).to_string().into();
    }
    let public = code.params().zip(&values).filter(|(param, _)| param.privacy == Privacy::Public);
    let params: Map<_, _> = public.map(|(param, value)| (param.name.to_owned(), json(*value))).collect();
    if !params.is_empty() {
        problem["params"] = params.into();
    }
    ExampleBuilder::new().summary(texts::headline(code)).value(Some(problem)).build()
}

/// What fills a param: its name in braces, if it can be a text.
fn argument(param: Param, name: &str) -> Value<'_> {
    match param.ty {
        ParamType::Integer => Value::Signed(1),
        ParamType::Boolean => Value::Boolean(true),
        ParamType::Float => Value::Float(1.5),
        _ => Value::Text(name),
    }
}

fn json(value: Value<'_>) -> Json {
    match value {
        Value::Signed(number) => number.into(),
        Value::Boolean(truth) => truth.into(),
        Value::Float(number) => number.into(),
        other => other.to_string().into(),
    }
}
