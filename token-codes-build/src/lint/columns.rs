//! Columns, in the light of what the codes have in them.

use super::Lint;
use crate::{
    catalog::IntegerType,
    diagnostic::{Diagnostic, Kind},
    model::{Column, DeclaredType, Entry, Model, Value},
    suggest::listed,
};

/// Reports a column in which no code has a value, if all codes could be read.
pub(super) fn unused(lint: &mut Lint<'_, '_, '_>) {
    let model = lint.model;
    let is_whole = model.lost_entries.is_none() && model.without_codes.is_empty();
    if !is_whole || model.entries.iter().any(|entry| entry.body.is_err()) {
        return;
    }
    for (index, column) in model.columns.list.iter().enumerate() {
        let is_used = model.bodies().any(|(_, body)| !matches!(body.values[index], Ok(None)));
        // In a required one, each code has one or has been reported.
        if is_used || column.required || column.ty.is_err() {
            continue;
        }
        let name = &column.key.text;
        let message = format!("no code has a value in the column `{name}`");
        let help = format!("give a code one, as `{name}: …` in its entry, or remove the column");
        let diagnostic = Diagnostic::new(Kind::UnusedColumn, column.key.span.clone(), message);
        lint.report_in(None, diagnostic.help(help));
    }
}

/// Reports a code without a value in a column that requires one.
pub(super) fn missing(lint: &mut Lint<'_, '_, '_>) {
    // More than these are told in one report, or there would be as many as codes times columns.
    const APART: usize = 8;
    let is_needed =
        |column: &Column<'_>| column.required && column.ty.is_ok() && matches!(column.default, Ok(None));
    let columns = lint.model.columns.list.iter().enumerate();
    let needed: Vec<_> = columns.filter(|(_, column)| is_needed(column)).collect();
    for (entry, body) in lint.model.bodies() {
        let lacking = needed.iter().filter(|(index, _)| matches!(body.values[*index], Ok(None)));
        let lacking: Vec<_> = lacking.map(|(_, column)| *column).collect();
        let at_once = if lacking.len() > APART { lacking.len() } else { 1 };
        for columns in lacking.chunks(at_once) {
            lint.report(missing_value(entry, columns));
        }
    }
}

fn missing_value(entry: &Entry<'_>, columns: &[&Column<'_>]) -> Diagnostic {
    let code = entry.code.text.escape_debug();
    let (first, plural) = (&columns[0].key, if columns.len() == 1 { "" } else { "s" });
    let names = listed(columns.iter().map(|column| &*column.key.text));
    let message = format!("`{code}` has no value in the column{plural} {names}");
    let help = format!(
        "write `{}: …` below `{code}`, or give the column a `default` if most codes have the same value",
        first.text
    );
    Diagnostic::new(Kind::MissingValue, entry.code.span.clone(), message)
        .help(help)
        .label(first.span.clone(), "required here")
}

/// Reports a column whose integers no type holds.
pub(super) fn unbounded(lint: &mut Lint<'_, '_, '_>) {
    for (index, column) in lint.model.columns.list.iter().enumerate() {
        if !matches!(column.ty, Ok(DeclaredType::Integer(None))) || integer_type(lint.model, index).is_some()
        {
            continue;
        }
        let (least, most) = bounds(lint.model, index);
        let name = &column.key.text;
        let message = format!("no integer of 64 bits holds both `{least}` and `{most}`, as `{name}` has to");
        let help = "correct one of the two, or make the column `text`";
        lint.report(Diagnostic::new(Kind::MismatchedValue, column.key.span.clone(), message).help(help));
    }
}

/// The first type that holds every value of the column with this index, if there is one.
pub(crate) fn integer_type(model: &Model<'_>, column: usize) -> Option<IntegerType> {
    use IntegerType::{I16, I32, I64, U16, U32, U64};
    let (least, most) = bounds(model, column);
    let holds = |ty: &IntegerType| ty.range().contains(&least) && ty.range().contains(&most);
    [U16, I16, U32, I32, U64, I64].into_iter().find(holds)
}

/// The smallest and the largest integer in a column, its default included.
fn bounds(model: &Model<'_>, column: usize) -> (i128, i128) {
    let values = model.bodies().map(|(_, body)| &body.values[column]);
    let numbers = values.chain([&model.columns.list[column].default]).filter_map(|value| match *value {
        Ok(Some(Value::Integer(number))) => Some(number),
        _ => None,
    });
    let bounds = numbers.fold(None, |bounds: Option<(i128, i128)>, number| {
        let (least, most) = bounds.unwrap_or((number, number));
        Some((least.min(number), most.max(number)))
    });
    bounds.unwrap_or_default()
}
