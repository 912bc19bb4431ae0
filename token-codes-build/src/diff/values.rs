//! What codes have in columns.

use super::{Item, Side, finding::Finding, pairs::Pairs, roles, rule::Rule};
use crate::catalog::{Catalog, Column, Entry, Value};

/// A column that both catalogs have, and where each has it.
pub(super) struct Shared<'a> {
    places: [usize; 2],
    columns: [&'a Column; 2],
}

/// The columns that both catalogs have.
pub(super) fn shared<'a>(old: &'a Catalog, new: &'a Catalog, columns: &Pairs<'a, Column>) -> Vec<Shared<'a>> {
    let place = |catalog: &Catalog, column: &Column| {
        catalog.columns.iter().position(|other| other.name == column.name)
    };
    let columns = columns.kept.iter();
    let shared = columns.filter_map(|&(was, is)| {
        Some(Shared { places: [place(old, was)?, place(new, is)?], columns: [was, is] })
    });
    shared.collect()
}

pub(super) fn compare(
    [old, new]: [&Catalog; 2],
    shared: &[Shared<'_>],
    [was, is]: [&Entry; 2],
    found: &mut Vec<Finding>,
) {
    for Shared { places, columns: [old_column, new_column] } in shared {
        let values = [(was, places[0]), (is, places[1])]
            .map(|(entry, place)| entry.values.get(place).and_then(Option::as_ref));
        let [before, after] = values.map(|value| value.map(Value::to_string));
        let default = |column: &Column| column.default.as_ref().map(Value::to_string);
        // What follows the default is said once, of the column.
        let follows = before == default(old_column) && after == default(new_column);
        if before == after || follows {
            continue;
        }
        let rule = if old_column.contract { Rule::ContractValueChanged } else { Rule::ValueChanged };
        let word =
            |value: &Option<String>| value.as_ref().map_or("nothing".into(), |value| format!("`{value}`"));
        let (code, name) = (&is.code, &new_column.name);
        let message = format!("`{code}` has {} in `{name}`, and had {}", word(&after), word(&before));
        let side = |column: &Column, value| Side {
            item: Item::Value { code: code.clone(), column: column.name.clone() },
            value,
        };
        let finding = Finding::new(rule, side(old_column, before), side(new_column, after), message);
        found.push(finding.also(roles::readers(old, &old_column.name).chain(roles::readers(new, name))));
    }
}
