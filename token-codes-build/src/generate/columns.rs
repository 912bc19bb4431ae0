//! The columns that a catalog declares: an accessor and a table for each, and an enum for the values that one lists.

use std::fmt::Write as _;

use super::text_enum::{TextEnum, Variant};
use super::write::{push_array, text_column, write_static};
use crate::catalog::{Catalog, Column, ColumnType, List, Value};

/// The lists for which an enum is generated.
pub(super) fn enums(catalog: &Catalog) -> impl Iterator<Item = &List> {
    catalog.columns.iter().filter_map(|column| match &column.ty {
        ColumnType::Listed(list) => Some(list),
        _ => None,
    })
}

/// Appends those enums.
pub(super) fn write_enums(out: &mut String, catalog: &Catalog) {
    for column in &catalog.columns {
        let ColumnType::Listed(list) = &column.ty else { continue };
        let doc =
            format!("A value of the column `{}`, in the order in which the catalog lists them.", column.name);
        let variants = list.values.iter();
        let listed = TextEnum {
            name: &list.name,
            docs: [
                &doc,
                "Every value, in the order of the catalog.",
                "The value as it is written in the catalog.",
            ],
            constants: "",
            variants: variants
                .map(|value| Variant { name: &value.variant, text: &value.text, role: "" })
                .collect(),
            find: "p::find_text(Self::all(), text)",
            error: "p::UnknownColumnValue",
        };
        listed.write(out);
    }
}

/// Appends the accessors of `Code`.
pub(super) fn write_accessors(out: &mut String, catalog: &Catalog) {
    if catalog.columns.is_empty() {
        return;
    }
    out.push_str("    /// The columns that the catalog declares.\n");
    out.push_str("    impl Code {\n");
    for column in &catalog.columns {
        write_accessor(out, column);
    }
    out.push_str("    }\n\n");
}

fn write_accessor(out: &mut String, column: &Column) {
    let name = &column.name;
    let value = match &column.ty {
        ColumnType::Text => "&'static str",
        ColumnType::Boolean => "bool",
        ColumnType::Integer(kind) => kind.as_str(),
        ColumnType::Listed(list) => &list.name,
    };
    let (returned, rows) = if column.required {
        (value.to_owned(), "every code has a value")
    } else {
        (format!("::core::option::Option<{value}>"), "`None` if the catalog says nothing")
    };
    let _ = writeln!(out, "        /// What it has in the column `{name}`; {rows}.");
    if column.contract {
        out.push_str("        ///\n        /// Clients rely on it.\n");
    }
    let body = accessor_body(column);
    let _ = write!(
        out,
        r"        #[must_use]
        pub const fn {name}(self) -> {returned} {{
            {body}
        }}

"
    );
}

fn accessor_body(column: &Column) -> String {
    let table = table_name(column);
    match &column.ty {
        ColumnType::Listed(list) if column.required => {
            format!("{}::all()[{table}.index(self as usize)]", list.name)
        }
        ColumnType::Listed(list) => format!(
            "match {table}.index(self as usize) {{
                ::core::option::Option::Some(index) => ::core::option::Option::Some({}::all()[index]),
                ::core::option::Option::None => ::core::option::Option::None,
            }}",
            list.name
        ),
        _ => format!("{table}.get(self as usize)"),
    }
}

/// Appends the tables.
pub(super) fn write_tables(out: &mut String, catalog: &Catalog) {
    for (index, column) in catalog.columns.iter().enumerate() {
        let values = catalog.entries.iter().map(|entry| entry.values[index].as_ref());
        let (ty, value) = table(column, values);
        write_static(out, &table_name(column), &ty, &value);
    }
}

/// The type of a table, and its expression.
fn table<'a>(column: &Column, values: impl Iterator<Item = Option<&'a Value>> + Clone) -> (String, String) {
    let of_type = |ty: &str, (table, rows): (&str, String)| (format!("{table}<{ty}>"), rows);
    match &column.ty {
        ColumnType::Text if column.required => ("p::TextColumn".to_owned(), texts(values)),
        ColumnType::Text => {
            let (texts, present) = (texts(values.clone()), present(values));
            let ty = "p::OptionalTextColumn".to_owned();
            (ty, format!("p::OptionalTextColumn::new({texts}, &{present})"))
        }
        ColumnType::Integer(kind) => of_type(kind.as_str(), value_table(column.required, values, "0")),
        ColumnType::Boolean => of_type("bool", value_table(column.required, values, "false")),
        ColumnType::Listed(list) => {
            let listed = text_column(list.values.iter().map(|value| &*value.text));
            let (_, indices) = value_table(column.required, values, "0");
            let ty = if column.required { "p::RequiredListedColumn" } else { "p::ListedColumn" };
            (ty.to_owned(), format!("{ty}::new({listed}, {indices})"))
        }
    }
}

/// A column of texts, an empty one in rows without a value.
fn texts<'a>(values: impl Iterator<Item = Option<&'a Value>> + Clone) -> String {
    text_column(values.map(|value| match value {
        Some(Value::Text(text)) => &**text,
        _ => "",
    }))
}

/// A column of literals, and its type but for that of the literals; `nothing` stands in rows without a value.
fn value_table<'a>(
    is_required: bool,
    values: impl Iterator<Item = Option<&'a Value>> + Clone,
    nothing: &str,
) -> (&'static str, String) {
    let mut rows = String::new();
    let literals = values.clone().map(|value| match value {
        Some(Value::Listed { index, .. }) => index.to_string(),
        Some(value) => value.to_string(),
        None => nothing.to_owned(),
    });
    push_array(&mut rows, literals);
    if is_required {
        ("p::RequiredValueColumn", format!("p::RequiredValueColumn::new(&{rows})"))
    } else {
        ("p::ValueColumn", format!("p::ValueColumn::new(&{rows}, &{})", present(values)))
    }
}

/// A bit for each row, set if it has a value; that of the first row is the lowest of the first word.
fn present<'a>(values: impl Iterator<Item = Option<&'a Value>>) -> String {
    let mut words = Vec::new();
    for (row, value) in values.enumerate() {
        if row % 64 == 0 {
            words.push(0_u64);
        }
        if let Some(word) = words.last_mut() {
            *word |= u64::from(value.is_some()) << (row % 64);
        }
    }
    let mut out = String::new();
    push_array(&mut out, words.iter().map(|word| format!("{word:#x}")));
    out
}

/// What `AnyCode` reads of them.
pub(super) fn references(catalog: &Catalog) -> String {
    let reference = |column: &Column| {
        format!("p::AnyColumn {{ name: \"{}\", rows: &{} }}", column.name, table_name(column))
    };
    catalog.columns.iter().map(reference).collect::<Vec<_>>().join(", ")
}

fn table_name(column: &Column) -> String {
    format!("COLUMN_{}", column.name.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::present;
    use crate::catalog::Value;

    #[test]
    fn each_row_has_a_bit() {
        let value = Value::Boolean(true);
        let rows = (0..130).map(|row| matches!(row, 0 | 63 | 64 | 127 | 129).then_some(&value));
        let words: String = present(rows).split_whitespace().collect();
        assert_eq!(words, "[0x8000000000000001,0x8000000000000001,0x2,]");
    }
}
