//! The table of a catalog's texts, with each template cut into its parts.

use std::fmt::Write as _;

use token_codes_build::catalog::{Catalog, ColumnType, Entry, Locale, Piece, Plural, Template, Text, Value};

use super::literal::quoted;
use crate::entry_json::is_64_bit;

pub(super) fn write(catalog: &Catalog) -> String {
    let mut out = "\n/** By code. */\nconst entries: Readonly<Record<Code, Entry>> = {\n".to_owned();
    for entry in &catalog.entries {
        write_entry(&mut out, catalog, entry);
    }
    out.push_str("};\n");
    out
}

fn write_entry(out: &mut String, catalog: &Catalog, entry: &Entry) {
    let _ = writeln!(out, "  {}: {{", key(&entry.code));
    if !entry.name.is_empty() {
        let _ = writeln!(out, "    name: {},", quoted(&entry.name));
    }
    let params = entry.params.iter();
    let params = params.map(|param| format!("[{}, {}]", quoted(&param.name), quoted(param.ty.as_str())));
    let _ = writeln!(out, "    params: {},", array(params));
    let messages = catalog.locales.iter().zip(&entry.messages).filter(|(_, message)| message.translated);
    let messages =
        messages.map(|(locale, message)| (quoted(&locale.tag), template(locale, &message.template)));
    write_field(out, "message", messages);
    write_text(out, catalog, "summary", &entry.summary, template);
    write_text(out, catalog, "description", &entry.description, template);
    write_text(out, catalog, "causes", &entry.causes, list);
    write_text(out, catalog, "resolution", &entry.resolution, list);
    write_columns(out, catalog, entry);
    out.push_str("  },\n");
}

fn write_columns(out: &mut String, catalog: &Catalog, entry: &Entry) {
    let values = catalog.columns.iter().zip(&entry.values);
    let values =
        values.filter_map(|(column, value)| Some((column.name.clone(), value.as_ref()?, &column.ty)));
    let values: Vec<_> = values.map(|(name, value, kind)| (name, literal(value, kind))).collect();
    if !values.is_empty() {
        write_field(out, "columns", values.into_iter());
    }
}

fn literal(value: &Value, kind: &ColumnType) -> String {
    match (value, kind) {
        (Value::Text(text) | Value::Listed { text, .. }, _) => quoted(text),
        (Value::Integer(number), ColumnType::Integer(kind)) if is_64_bit(*kind) => format!("{number}n"),
        (value, _) => value.to_string(),
    }
}

/// A code as the key of an object; `"__proto__"` would be the object's prototype.
fn key(code: &str) -> String {
    if code == "__proto__" { format!("[{}]", quoted(code)) } else { quoted(code) }
}

/// A field, unless the entry does not have it.
fn write_text<T: Default + PartialEq>(
    out: &mut String,
    catalog: &Catalog,
    field: &str,
    text: &Text<T>,
    expression: impl Fn(&Locale, &T) -> String,
) {
    match text {
        Text::Same(text) if *text == T::default() => {}
        // It is in the source locale.
        Text::Same(text) => {
            let text = ("\"*\"".to_owned(), expression(&catalog.locales[0], text));
            write_field(out, field, [text].into_iter());
        }
        Text::PerLocale(texts) => {
            let texts = catalog.locales.iter().zip(texts.own());
            let written = texts
                .filter_map(|(locale, text)| Some((quoted(&locale.tag), expression(locale, text.as_ref()?))));
            write_field(out, field, written);
        }
    }
}

fn write_field(out: &mut String, field: &str, texts: impl Iterator<Item = (String, String)>) {
    let texts: Vec<_> = texts.map(|(locale, text)| format!("{locale}: {text}")).collect();
    let _ = writeln!(out, "    {field}: {{ {} }},", texts.join(", "));
}

#[allow(clippy::ptr_arg)] // What the field of an entry holds.
fn list(locale: &Locale, list: &Vec<Template>) -> String {
    array(list.iter().map(|item| template(locale, item)))
}

fn template(locale: &Locale, template: &Template) -> String {
    parts(locale, template.pieces())
}

fn parts<'a>(locale: &Locale, pieces: impl IntoIterator<Item = Piece<'a>>) -> String {
    array(pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => quoted(&text),
        Piece::Param { index, .. } => index.to_string(),
        Piece::Number { index, .. } => number_part(locale, "number", index, ""),
        Piece::Plural(plural) => plural_part(locale, plural),
    }))
}

fn plural_part(locale: &Locale, plural: Plural<'_>) -> String {
    let branches = plural
        .branches
        .into_iter()
        .map(|branch| format!("{}: {}", quoted(&branch.selector.to_string()), parts(locale, branch.pieces)));
    let branches = branches.collect::<Vec<_>>().join(", ");
    number_part(locale, plural.kind.as_str(), plural.index, &format!(", branches: {{ {branches} }}"))
}

fn number_part(locale: &Locale, kind: &str, param: usize, rest: &str) -> String {
    format!("{{ kind: {}, param: {param}, locale: {}{rest} }}", quoted(kind), quoted(&locale.tag))
}

pub(super) fn array(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}
