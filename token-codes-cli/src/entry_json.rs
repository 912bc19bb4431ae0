//! An entry of the catalog as JSON: one shape for every command that gives entries to programs.

use serde::{Serialize, Serializer};
use token_codes_build::catalog::{Catalog, Entry, Param, Template, Text, Value};

use crate::placeholders;

/// All that the catalog says of a code. The fields keep their names; others may be added.
#[derive(Serialize)]
pub(crate) struct EntryJson<'a> {
    code: &'a str,
    /// `null` if it has none.
    name: Option<&'a str>,
    /// The associated constant of the generated `Code` enum.
    constant: &'a str,
    /// The variant of the generated `Code` enum.
    variant: &'a str,
    params: Vec<ParamJson<'a>>,
    message: PerLocale<'a, String>,
    summary: PerLocale<'a, String>,
    description: PerLocale<'a, String>,
    causes: PerLocale<'a, Vec<String>>,
    resolution: PerLocale<'a, Vec<String>>,
    /// What it has in the catalog's columns, by their names.
    columns: ColumnsJson<'a>,
}

#[derive(Serialize)]
struct ParamJson<'a> {
    name: &'a str,
    r#type: &'a str,
}

/// A value for each locale that the catalog has one for, as a JSON object; for the others, the source locale's stands in.
struct PerLocale<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for PerLocale<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(tag, value)| (tag, value)))
    }
}

/// The values of columns as a JSON object: numbers, truths and texts.
#[derive(Clone, Debug)]
pub(crate) struct ColumnsJson<'a>(pub(crate) Vec<(&'a str, &'a Value)>);

impl Serialize for ColumnsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, ValueJson(value))))
    }
}

struct ValueJson<'a>(&'a Value);

impl Serialize for ValueJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Text(text) | Value::Listed { text, .. } => serializer.serialize_str(text),
            Value::Integer(number) => serializer.serialize_i128(*number),
            Value::Boolean(truth) => serializer.serialize_bool(*truth),
        }
    }
}

impl<'a> EntryJson<'a> {
    pub(crate) fn new(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        let param = |param: &'a Param| ParamJson { name: &param.name, r#type: param.kind.as_str() };
        let text = |template: &Template| placeholders::written(template, &entry.params);
        let list = |list: &Vec<Template>| list.iter().map(text).collect();
        let messages = catalog.locales.iter().zip(&entry.messages).filter(|(_, message)| message.translated);
        Self {
            code: &entry.code,
            name: Some(&*entry.name).filter(|name| !name.is_empty()),
            constant: &entry.constant,
            variant: &entry.variant,
            params: entry.params.iter().map(param).collect(),
            message: PerLocale(
                messages.map(|(locale, message)| (&*locale.tag, text(&message.template))).collect(),
            ),
            summary: per_locale(catalog, &entry.summary, text),
            description: per_locale(catalog, &entry.description, text),
            causes: per_locale(catalog, &entry.causes, list),
            resolution: per_locale(catalog, &entry.resolution, list),
            columns: ColumnsJson(catalog.values(entry).collect()),
        }
    }
}

/// The text of each locale that has one; none at all for a field that the entry does not have.
fn per_locale<'a, T: Default + PartialEq, J>(
    catalog: &'a Catalog,
    text: &Text<T>,
    to_json: impl Fn(&T) -> J,
) -> PerLocale<'a, J> {
    let tags = catalog.locales.iter().map(|locale| &*locale.tag).enumerate();
    let texts = tags.filter_map(|(index, tag)| Some((tag, text.written(index)?)));
    PerLocale(
        texts.filter(|(_, text)| **text != T::default()).map(|(tag, text)| (tag, to_json(text))).collect(),
    )
}
