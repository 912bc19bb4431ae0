//! Programs that compile before an edit and not after it.

use std::fmt::Write as _;

use super::{
    finding::{Finding, Item, Side},
    rule::Rule,
};
use crate::catalog::{Catalog, Column, ColumnType, Entry, ParamType};

/// A small program that compiles with the catalog as it was, and not as it is; `None` if the edit breaks no Rust code, or
/// only what it does, and not that it compiles.
///
/// In it, the crate that includes the catalog is called `catalog`.
///
/// ```
/// use token_codes_build::{Source, diff::{diff, witness}, read};
///
/// let catalog = |yaml| read(&Source::new("catalog.yaml", yaml)).unwrap().catalog;
/// let old = catalog("locales: [en, fr]\ncodes: {A1: {message: {en: one, fr: un}}}");
/// let new = catalog("locales: [en]\ncodes: {A1: {message: one}}");
/// let program = witness(&old, &diff(&old, &new)[0]).unwrap();
/// assert!(program.ends_with("fn main() {\n    let _ = catalog::Locale::Fr;\n}\n"));
/// ```
#[must_use]
pub fn witness(old: &Catalog, finding: &Finding) -> Option<String> {
    let body = body(old, finding)?;
    let message = finding.message.lines().collect::<Vec<_>>().join(" ");
    let mut program = format!("//! {message} [{}]\n\n", finding.rule);
    let _ = write!(program, "fn main() {{\n    {body}\n}}\n");
    Some(program)
}

fn body(old: &Catalog, finding: &Finding) -> Option<String> {
    let before = finding.before.as_ref();
    Some(match finding.rule {
        Rule::CodeRemoved | Rule::CodeRetired => {
            let Item::Code(code) = &before?.item else { return None };
            format!("let _ = catalog::Code::{};", old.entry(code)?.variant)
        }
        Rule::NameChanged => name(old, before?)?,
        Rule::ConstantChanged => format!("let _ = catalog::Code::{};", finding.old_value()?),
        Rule::ParamRemoved | Rule::ParamAdded | Rule::ParamRenamed | Rule::ParamNarrowed => {
            message(old.entry(finding.item().subject().code?)?, finding)
        }
        Rule::LocaleRemoved => {
            let Item::Locale(tag) = &before?.item else { return None };
            let locale = old.locales.iter().find(|locale| locale.tag == *tag)?;
            format!("let _ = catalog::Locale::{};", locale.variant)
        }
        Rule::ColumnRemoved
        | Rule::ColumnRenamed
        | Rule::ColumnRetyped
        | Rule::RequirementChanged
        | Rule::ContractColumnRemoved
        | Rule::ContractColumnRenamed
        | Rule::ContractColumnRetyped => {
            let Item::Column(name) = &before?.item else { return None };
            accessor(old.columns.iter().find(|column| column.name == *name)?)
        }
        Rule::ListedValueRemoved => {
            let Item::ListedValue { column, value } = &before?.item else { return None };
            let column = old.columns.iter().find(|other| other.name == *column)?;
            let ColumnType::Listed(list) = &column.ty else { return None };
            let value = list.values.iter().find(|listed| listed.text == *value)?;
            format!("let _ = catalog::{}::{};", list.name, value.variant)
        }
        _ => return None,
    })
}

/// The variant of a code that gets another name; one without a name stays a constant, which is no variant to import.
fn name(old: &Catalog, before: &Side) -> Option<String> {
    let Item::Name(code) = &before.item else { return None };
    let Entry { name, variant, .. } = old.entry(code)?;
    Some(match &**name {
        "" => format!("use catalog::Code::{variant};\n    let _ = {variant};"),
        _ => format!("let _ = catalog::Code::{variant};"),
    })
}

/// The message with what filled it.
fn message(entry: &Entry, finding: &Finding) -> String {
    let param = match finding.before.as_ref().map(|side| &side.item) {
        Some(Item::Param { param, .. }) if finding.rule == Rule::ParamNarrowed => Some(param),
        _ => None,
    };
    let mut call = format!("catalog::message!({}", entry.variant);
    for declared in &entry.params {
        let value = match declared.ty {
            ParamType::Text => "\"text\"",
            ParamType::Integer => "1_u8",
            ParamType::Boolean => "true",
            ParamType::Float => "1.5_f64",
            // No text may fill it any more.
            ParamType::Any if Some(&declared.name) == param && finding.new_value() == Some("text") => "1_u8",
            ParamType::Any => "\"any\"",
        };
        let _ = write!(call, ", {} = {value}", declared.name);
    }
    format!("let _ = {call});")
}

/// The accessor of a column, with the type that it had.
fn accessor(column: &Column) -> String {
    let ty = match &column.ty {
        ColumnType::Text => "&'static str".to_owned(),
        ColumnType::Integer(ty) => ty.as_str().to_owned(),
        ColumnType::Boolean => "bool".to_owned(),
        ColumnType::Listed(list) => format!("catalog::{}", list.name),
    };
    let ty = if column.required { ty } else { format!("Option<{ty}>") };
    format!("let _: fn(catalog::Code) -> {ty} = catalog::Code::{};", column.name)
}
