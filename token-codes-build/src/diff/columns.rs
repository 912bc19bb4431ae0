//! The columns: which there are, and what they can hold.

use super::{Item, Side, finding::Finding, pairs::Pairs, rule::Rule};
use crate::catalog::{Catalog, Column, ColumnType, List, Value};

/// The columns of two catalogs.
pub(super) fn pairs<'a>(old: &'a Catalog, new: &'a Catalog) -> Pairs<'a, Column> {
    Pairs::new(&old.columns, &new.columns, |column| &column.name, |column| column.was.as_deref())
}

pub(super) fn compare(columns: &Pairs<'_, Column>, found: &mut Vec<Finding>) {
    for column in &columns.removed {
        let rule = if column.contract { Rule::ContractColumnRemoved } else { Rule::ColumnRemoved };
        let message = format!("the column `{}` is removed", column.name);
        found.push(Finding::new(rule, item(column).there(), None, message));
    }
    for column in &columns.added {
        let message = format!("the column `{}` is new", column.name);
        found.push(Finding::new(Rule::ColumnAdded, None, item(column).there(), message));
    }
    for (old, new) in &columns.kept {
        kept(old, new, found);
    }
}

fn item(column: &Column) -> Item {
    Item::Column(column.name.clone())
}

fn kept(old: &Column, new: &Column, found: &mut Vec<Finding>) {
    let name = &new.name;
    if old.name != *name {
        let rule = if old.contract { Rule::ContractColumnRenamed } else { Rule::ColumnRenamed };
        let side = |column: &Column| item(column).says(&*column.name);
        let message = format!("the column `{}` is renamed to `{name}`", old.name);
        found.push(Finding::new(rule, side(old), side(new), message));
    }
    match (&old.ty, &new.ty) {
        (ColumnType::Listed(was), ColumnType::Listed(is)) => listed([old, new], [was, is], found),
        (was, is) if was != is => found.push(retyped(old, new)),
        _ => {}
    }
    if old.required != new.required {
        let word = |column: &Column| if column.required { "required" } else { "optional" };
        let side = |column: &Column| item(column).says(word(column));
        let message = format!("the column `{name}` is {}, and was {}", word(new), word(old));
        found.push(Finding::new(Rule::RequirementChanged, side(old), side(new), message));
    }
    if old.contract != new.contract {
        let rule = if old.contract { Rule::ContractDropped } else { Rule::ContractAdded };
        let still = if old.contract { "no longer" } else { "now" };
        let message = format!("the column `{name}` is {still} marked `contract`");
        found.push(Finding::new(rule, item(old).there(), item(new).there(), message));
    }
    found.extend(default(old, new));
}

fn retyped(old: &Column, new: &Column) -> Finding {
    let rule = if old.contract { Rule::ContractColumnRetyped } else { Rule::ColumnRetyped };
    let side = |column: &Column| item(column).says(described(&column.ty));
    let why = if new.inferred { ", the smallest that holds its values" } else { "" };
    let message = format!(
        "the column `{}` is of type `{}`{why}, and was `{}`",
        new.name,
        described(&new.ty),
        described(&old.ty)
    );
    Finding::new(rule, side(old), side(new), message)
}

/// The type as a catalog could declare it.
fn described(ty: &ColumnType) -> String {
    match ty {
        ColumnType::Text => "text".into(),
        ColumnType::Integer(ty) => ty.as_str().into(),
        ColumnType::Boolean => "boolean".into(),
        ColumnType::Listed(list) => format!("[{}]", texts(list).join(", ")),
    }
}

fn texts(list: &List) -> Vec<&str> {
    list.values.iter().map(|value| &*value.text).collect()
}

/// The values of a list: gone, new, in another order.
fn listed([old, new]: [&Column; 2], lists: [&List; 2], found: &mut Vec<Finding>) {
    let value = |column: &Column, value: &str| -> Side {
        Item::ListedValue { column: column.name.clone(), value: value.into() }.there()
    };
    let [was, is] = lists.map(texts);
    for gone in was.iter().filter(|value| !is.contains(value)) {
        let message = format!("the column `{}` no longer lists `{gone}`", new.name);
        found.push(Finding::new(Rule::ListedValueRemoved, value(old, gone), None, message));
    }
    for added in is.iter().filter(|value| !was.contains(value)) {
        let message = format!("the column `{}` lists `{added}`", new.name);
        found.push(Finding::new(Rule::ListedValueAdded, None, value(new, added), message));
    }
    let kept = is.iter().filter_map(|value| was.iter().position(|other| other == value));
    if !kept.is_sorted() {
        let side = |column: &Column| item(column).says(described(&column.ty));
        let message = format!("the values of the column `{}` stand in another order", new.name);
        found.push(Finding::new(Rule::ListReordered, side(old), side(new), message));
    }
}

/// Whether codes that are given no value have another one.
fn default(old: &Column, new: &Column) -> Option<Finding> {
    let shown = |column: &Column| column.default.as_ref().map(Value::to_string);
    let (before, after) = (shown(old), shown(new));
    if before == after {
        return None;
    }
    let rule = if old.contract { Rule::ContractValueChanged } else { Rule::DefaultChanged };
    let word = |value: &Option<String>| value.as_ref().map_or("nothing".into(), |value| format!("`{value}`"));
    let message = format!(
        "codes without a value in `{}` have {} there, and had {}",
        new.name,
        word(&after),
        word(&before)
    );
    let side = |column: &Column, value| Side { item: item(column), value };
    Some(Finding::new(rule, side(old, before), side(new, after), message))
}
