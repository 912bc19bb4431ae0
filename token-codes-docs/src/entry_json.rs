//! An entry of the catalog as JSON: one shape for the export and for every command that gives entries to programs.

use serde::{Serialize, Serializer};
use token_codes_build::catalog::{
    Catalog, Column, ColumnType, Entry, IntegerType, Message, Param, Template, Text, Value,
};

use crate::Notice;

/// All that the catalog says of a code, to be serialized. The fields keep their names; others may be added.
///
/// Each text has the locales that the catalog has it in; for the others, that of another locale stands in. Placeholders are
/// written by name, and `{{` and `}}` stand for braces, as in a catalog; a text with a plural or a number is
/// as a whole written as ICU has it, as there.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en, fr]
/// codes:
///   TOK013: {params: {token_id: any}, message: {en: 'no token {0}'}, summary: No token}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let json = serde_json::to_value(token_codes_docs::EntryJson::new(&catalog, &catalog.entries[0])).unwrap();
/// assert_eq!(json["message"], serde_json::json!({"en": "no token {token_id}"}));
/// assert_eq!(json["summary"], serde_json::json!({"en": "No token", "fr": "No token"}));
/// ```
#[derive(Serialize)]
pub struct EntryJson<'a> {
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
    /// Left out if it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<Notice<'a>>,
}

#[derive(Serialize)]
struct ParamJson<'a> {
    name: &'a str,
    r#type: &'a str,
    privacy: &'a str,
}

impl<'a> EntryJson<'a> {
    /// The entry of a catalog.
    #[must_use]
    pub fn new(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        let param = |param: &'a Param| {
            let Param { name, ty, privacy, .. } = param;
            ParamJson { name, r#type: ty.as_str(), privacy: privacy.as_str() }
        };
        let text = |_, template: &Template| written(template, &entry.params);
        let list = |locale, list: &Vec<Template>| list.iter().map(|item| text(locale, item)).collect();
        Self {
            code: &entry.code,
            name: Some(&*entry.name).filter(|name| !name.is_empty()),
            constant: &entry.constant,
            variant: &entry.variant,
            params: entry.params.iter().map(param).collect(),
            message: PerLocale::messages(catalog, entry, text),
            summary: PerLocale::texts(catalog, &entry.summary, text),
            description: PerLocale::texts(catalog, &entry.description, text),
            causes: PerLocale::texts(catalog, &entry.causes, list),
            resolution: PerLocale::texts(catalog, &entry.resolution, list),
            columns: ColumnsJson::new(catalog, entry),
            deprecated: Notice::of_deprecated(entry),
        }
    }
}

/// What a code has in the catalog's columns, each with the column's name; as JSON, an object with texts, numbers and
/// booleans.
///
/// An integer of 64 bits is a text of its digits: `JSON.parse` of JavaScript rounds numbers beyond 2^53.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// columns: {status: u16, owner: u64}
/// codes:
///   E1: {message: gone, status: 404, owner: 9007199254740993}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// let columns = token_codes_docs::ColumnsJson::new(&catalog, &catalog.entries[0]);
/// let json = serde_json::to_string(&columns).unwrap();
/// assert_eq!(json, r#"{"status":404,"owner":"9007199254740993"}"#);
/// ```
#[derive(Debug, Default)]
pub struct ColumnsJson<'a>(Vec<(&'a Column, &'a Value)>);

impl<'a> ColumnsJson<'a> {
    /// Those of an entry of a catalog.
    #[must_use]
    pub fn new(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        let values = catalog.columns.iter().zip(&entry.values);
        Self(values.filter_map(|(column, value)| Some((column, value.as_ref()?))).collect())
    }

    /// The columns in which it has something, by name and in the catalog's order.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a Value)> + '_ {
        self.0.iter().map(|(column, value)| (&*column.name, *value))
    }
}

impl Serialize for ColumnsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer
            .collect_map(self.0.iter().map(|(column, value)| (&column.name, ValueJson(&column.ty, value))))
    }
}

/// A value of a column of this type.
pub(crate) struct ValueJson<'a>(pub(crate) &'a ColumnType, pub(crate) &'a Value);

impl Serialize for ValueJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.1, self.0) {
            (Value::Integer(number), ColumnType::Integer(ty)) if is_64_bit(*ty) => {
                serializer.collect_str(number)
            }
            (Value::Integer(number), _) => serializer.serialize_i128(*number),
            (Value::Boolean(boolean), _) => serializer.serialize_bool(*boolean),
            (Value::Text(text) | Value::Listed { text, .. }, _) => serializer.serialize_str(text),
        }
    }
}

/// Whether an integer of the type may be one that a `number` of JavaScript would round.
pub(crate) fn is_64_bit(ty: IntegerType) -> bool {
    matches!(ty, IntegerType::U64 | IntegerType::I64)
}

/// A value for each locale that the catalog has one for, as a JSON object.
pub(crate) struct PerLocale<'a, J>(Vec<(&'a str, J)>);

/// What makes a value gets the index of the locale that the text is in: of one text for every locale, the source locale.
impl<'a, J> PerLocale<'a, J> {
    pub(crate) fn messages(
        catalog: &'a Catalog,
        entry: &'a Entry,
        to_json: impl Fn(usize, &'a Template) -> J,
    ) -> Self {
        let messages = catalog.locales.iter().zip(&entry.messages);
        let translated = messages.filter(|(_, message)| message.translated);
        let to_json = |message: &'a Message| to_json(message.locale, &message.template);
        Self(translated.map(|(locale, message)| (&*locale.tag, to_json(message))).collect())
    }

    /// None at all for a field that the entry does not have.
    pub(crate) fn texts<T>(
        catalog: &'a Catalog,
        text: &'a Text<T>,
        to_json: impl Fn(usize, &'a T) -> J,
    ) -> Self
    where
        T: Default + PartialEq,
    {
        let tags = catalog.locales.iter().map(|locale| &*locale.tag).enumerate();
        let texts = tags.filter_map(|(index, tag)| Some((index, tag, text.written(index)?)));
        Self(
            texts
                .filter(|(.., text)| **text != T::default())
                .map(|(index, tag, written)| (tag, to_json(text.locale(index).unwrap_or_default(), written)))
                .collect(),
        )
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = J> {
        self.0.into_iter().map(|(_, value)| value)
    }
}

impl<J: Serialize> Serialize for PerLocale<'_, J> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(tag, value)| (tag, value)))
    }
}

/// The text with its placeholders by name, whichever way they are written.
fn written(template: &Template, params: &[Param]) -> String {
    template.with_names(|index| params[index].name.clone())
}

#[cfg(test)]
mod tests {
    use token_codes_build::{Source, read};

    #[test]
    fn placeholders_get_names_and_braces_stay_unambiguous() {
        let source = "locales: [en]\ncodes:\n  A: {params: {what: any}, message: '{{0}} is {0}'}\n";
        let entry = &read(&Source::new("", source)).unwrap().catalog.entries[0];
        assert_eq!(super::written(&entry.messages[0].template, &entry.params), "{{0}} is {what}");
    }
}
