//! The texts of a code in the source locale.

use token_codes::{AnyCode, Param, Value};

/// What happened in one line: the summary, or else the message.
pub(super) fn headline(code: AnyCode) -> String {
    by_name(code, |names| match code.summary() {
        "" => message(code, names),
        summary => code.fill(summary, names).to_string(),
    })
}

/// The message with values in the place of its params.
pub(super) fn message(code: AnyCode, values: &[Value<'_>]) -> String {
    code.message(code.locales()[0]).map_or_else(String::new, |message| message.with(values).to_string())
}

/// What happened, at length, if the catalog says it.
pub(super) fn description(code: AnyCode) -> Option<String> {
    let description = Some(code.description()).filter(|description| !description.is_empty());
    description.map(|description| by_name(code, |names| code.fill(description, names).to_string()))
}

/// What stands for a param: its name in braces.
pub(super) fn placeholder(param: Param) -> String {
    format!("{{{}}}", param.name)
}

/// What `fill` gives if each param is filled with what stands for it.
fn by_name(code: AnyCode, fill: impl FnOnce(&[Value<'_>]) -> String) -> String {
    let names: Vec<_> = code.params().map(placeholder).collect();
    fill(&names.iter().map(|name| Value::Text(name)).collect::<Vec<_>>())
}
