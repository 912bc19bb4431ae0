//! The types of a catalog, and the lists of their values.

use std::fmt::Write as _;

use token_codes_build::catalog::{Catalog, ColumnType, Entry, Locale, Param, ParamType};

use super::literal::{comment, quoted};
use crate::Notice;
use crate::entry_json::is_64_bit;

pub(super) fn write(catalog: &Catalog) -> String {
    let mut out = String::new();
    write_codes(&mut out, catalog);
    write_notices(&mut out, catalog);
    write_locales(&mut out, catalog);
    write_params(&mut out, catalog);
    write_columns(&mut out, catalog);
    out
}

fn write_codes(out: &mut String, catalog: &Catalog) {
    let of = if catalog.title.is_empty() { "the catalog".to_owned() } else { comment(&catalog.title) };
    let _ = writeln!(out, "/** A code of {of}. */\nexport type Code =");
    for (index, entry) in catalog.entries.iter().enumerate() {
        let end = if index + 1 == catalog.entries.len() { ";" } else { "" };
        let _ = writeln!(out, "  | {}{end}", quoted(&entry.code));
    }
    out.push_str(
        "\n/** Every code, in the order of the catalog. */\nexport const codes: readonly Code[] = [\n",
    );
    for entry in &catalog.entries {
        let _ = writeln!(out, "  {},", quoted(&entry.code));
    }
    out.push_str("];\n\n");
}

/// The codes that are not to be used any more. As maps: an object has properties such as `toString` that are no codes.
fn write_notices(out: &mut String, catalog: &Catalog) {
    let deprecated =
        catalog.entries.iter().filter_map(|entry| Some((&*entry.code, Notice::of_deprecated(entry)?)));
    let retired = catalog.retired.iter().map(|retired| (&*retired.code, Notice::of_retired(retired)));
    out.push_str("/** The codes that programs should no longer use, with what is said of each. */\n");
    write_map(out, "deprecated", "<Code, Deprecated>", deprecated);
    out.push_str("/** The codes that are never used again, with what is said of each. */\n");
    write_map(out, "retired", "<string, Retired>", retired);
}

fn write_map<'a>(
    out: &mut String,
    name: &str,
    types: &str,
    notices: impl Iterator<Item = (&'a str, Notice<'a>)>,
) {
    let _ = writeln!(out, "export const {name}: ReadonlyMap{types} = new Map{types}([");
    for (code, notice) in notices {
        let said = notice.said().map(|(key, text)| format!("{key}: {}", quoted(text)));
        let _ = writeln!(out, "  [{}, {{ {} }}],", quoted(code), said.collect::<Vec<_>>().join(", "));
    }
    out.push_str("]);\n\n");
}

fn write_locales(out: &mut String, catalog: &Catalog) {
    let tags: Vec<_> = catalog.locales.iter().map(|locale| quoted(&locale.tag)).collect();
    let next =
        |locale: &Locale| Some(format!("{}: {}", quoted(&locale.tag), tags[*locale.fallback.first()?]));
    let stand_ins: Vec<_> = catalog.locales.iter().filter_map(next).collect();
    let _ = write!(
        out,
        "\
/** A locale of the catalog. */
export type Locale = {};

/** Every locale; the first is the source locale, in which there is every text. */
export const locales: readonly [Locale, ...Locale[]] = [{}];

/** The locale whose texts stand in for those that a locale lacks; if it lacks them too, the one that stands in for it. */
export const fallback: {{ readonly [locale in Locale]?: Locale }} = {{ {} }};

",
        tags.join(" | "),
        tags.join(", "),
        stand_ins.join(", ")
    );
}

fn write_params(out: &mut String, catalog: &Catalog) {
    out.push_str("/** What the params of each code take; a code without params is not in it. */\n");
    out.push_str("export interface Params {\n");
    for entry in catalog.entries.iter().filter(|entry| !entry.params.is_empty()) {
        let deprecated = Notice::of_deprecated(entry);
        let tag = deprecated.map(|notice| format!("\n   * @deprecated {}\n  ", comment(&advice(&notice))));
        let _ = writeln!(
            out,
            "  /** {}{} */\n  readonly {}: {{ {} }};",
            comment(&message(entry)),
            tag.unwrap_or_default(),
            quoted(&entry.code),
            params(entry)
        );
    }
    out.push_str("}\n\n");
}

/// What to do instead, as far as that is said.
fn advice(notice: &Notice<'_>) -> String {
    let instead = notice.replacement.map(|code| format!("use {code} instead"));
    let note = Some(notice.text).filter(|text| !text.is_empty()).map(str::to_owned);
    instead.into_iter().chain(note).collect::<Vec<_>>().join("; ")
}

/// The message in the source locale, with its params by name.
fn message(entry: &Entry) -> String {
    entry.messages[0].template.shown(|param| format!("{{{}}}", entry.params[param].name))
}

fn params(entry: &Entry) -> String {
    // A param is a Rust identifier in snake case, which every property can be called.
    let param = |param: &Param| format!("readonly {}: {}", param.name, value_type(param.ty));
    entry.params.iter().map(param).collect::<Vec<_>>().join("; ")
}

fn value_type(kind: ParamType) -> &'static str {
    match kind {
        ParamType::Text => "TextValue",
        ParamType::Integer => "IntegerValue",
        ParamType::Boolean => "boolean",
        ParamType::Float => "number",
        ParamType::Any => "AnyValue",
    }
}

fn write_columns(out: &mut String, catalog: &Catalog) {
    out.push_str("/** What a code can have in the columns that the catalog declares. */\n");
    out.push_str("export interface Columns {\n");
    for column in &catalog.columns {
        if column.contract {
            out.push_str("  /** Clients rely on it. */\n");
        }
        let optional = if column.required { "" } else { "?" };
        let _ = writeln!(out, "  readonly {}{optional}: {};", column.name, column_type(&column.ty));
    }
    out.push_str("}\n\n");
}

fn column_type(kind: &ColumnType) -> String {
    match kind {
        ColumnType::Text => "string".into(),
        ColumnType::Integer(kind) if is_64_bit(*kind) => "bigint".into(),
        ColumnType::Integer(_) => "number".into(),
        ColumnType::Boolean => "boolean".into(),
        ColumnType::Listed(list) => {
            list.values.iter().map(|value| quoted(&value.text)).collect::<Vec<_>>().join(" | ")
        }
    }
}
