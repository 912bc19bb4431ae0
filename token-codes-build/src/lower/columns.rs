//! The columns that a catalog declares: attributes that its codes can have.

use super::{
    entries,
    field::{Field, Fields, Keys, duplicate_item, missing_key, unique},
    retired, values, was,
};
use crate::{
    catalog::{IntegerType, List, ListedValue},
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::{Column, Columns, DeclaredType},
    reports::{Reported, part},
    yaml::{Mapping, Node, Scalar, Sequence},
};

const EXAMPLE: &str = "declare each with its type: `columns: {http_status: integer}`, or leave `columns` out";

/// The keys of a column that says more than its type.
const KEYS: [&str; 5] = ["type", "required", "default", "contract", "was"];

const TYPES: &str = "the types are `integer` (or one of Rust's, such as `u16`), `text`, `boolean`, and lists of values, such as \
    `[info, warning]`";

/// The most columns that a catalog can declare: each code may have a value in each of them.
const MAX_COLUMNS: usize = 256;

/// The most values that a column can list: the generated tables hold their indices in a byte.
const MAX_LISTED: usize = 256;

/// The types that are generated for every catalog.
const GENERATED: [&str; 2] = ["Code", "Locale"];

pub(super) fn lower<'a>(context: &mut Context<'a, '_>, header: &Fields<'a>) -> Columns<'a> {
    let mut columns = Columns::default();
    columns.incomplete = match header.get("columns") {
        Ok(Some(field)) => read(context, field, &mut columns.list).err(),
        Ok(None) => None,
        Err(reported) => Some(reported),
    };
    columns
}

fn read<'a>(
    context: &mut Context<'a, '_>,
    field: Field<'a>,
    columns: &mut Vec<Column<'a>>,
) -> Result<(), Reported> {
    let mapping = field.mapping(context, |field| {
        field.unexpected("`columns` has no value", "`columns` is not a mapping").help(EXAMPLE)
    })?;
    let fields = unique(context, mapping).list;
    for (index, field) in fields.iter().enumerate() {
        if index == MAX_COLUMNS {
            let message = format!("the catalog declares {} columns", fields.len());
            let help = format!("it can declare {MAX_COLUMNS}");
            let diagnostic = Diagnostic::new(Kind::InvalidColumn, field.key.span.clone(), message);
            return Err(context.report(diagnostic.help(help)));
        }
        // Both are looked at, so that every mistake is found.
        let (name, column) = (check_name(context, field.key), column(context, *field));
        let ty = name.and(column.ty);
        let ty = ty.and_then(|ty| check_type_name(context, field.key, &ty, columns).map(|()| ty));
        columns.push(Column { ty, ..column });
    }
    mapping.lost_key.map_or(Ok(()), Err)
}

/// Whether a column can have this name.
fn check_name(context: &mut Context<'_, '_>, key: &Scalar) -> Result<(), Reported> {
    let name = &*key.text;
    let rule = "a column is a Rust identifier in snake case, no keyword, and starts with a letter";
    let another = "give the column another name".to_owned();
    let (message, help) = if entries::KEYS.contains(&name) {
        let help = "remove it, or give the column another name".to_owned();
        (format!("`{name}` is a key that every entry can have"), help)
    } else if retired::KEYS.contains(&name) {
        (format!("`{name}` is a key that every retired code can have"), another)
    } else if identifier::is_function(name) {
        (format!("`Code` has a function `{name}` already"), another)
    } else if identifier::is_column(name) {
        return Ok(());
    } else {
        let like = identifier::param_like(name).filter(|like| identifier::is_column(like));
        let help =
            like.map_or(rule.to_owned(), |like| format!("write `{like}`, here and in the entries; {rule}"));
        (format!("a column cannot be named `{}`", name.escape_debug()), help)
    };
    Err(context.report(Diagnostic::new(Kind::InvalidColumn, key.span.clone(), message).help(help)))
}

/// Whether the enum of this column, if it has one, is named like no other type.
fn check_type_name(
    context: &mut Context<'_, '_>,
    key: &Scalar,
    ty: &DeclaredType,
    before: &[Column<'_>],
) -> Result<(), Reported> {
    let DeclaredType::Listed(List { name, .. }) = ty else { return Ok(()) };
    let is_first =
        |column: &&Column<'_>| matches!(&column.ty, Ok(DeclaredType::Listed(list)) if list.name == *name);
    let first = before.iter().find(is_first).map(|column| column.key);
    let also = match first {
        Some(first) => format!("as `{}` on {} does", first.text, context.line(&first.span, &key.span)),
        None if GENERATED.contains(&&**name) => "which every catalog has".to_owned(),
        None if identifier::is_in_prelude(name) => "which every Rust module has".to_owned(),
        None => return Ok(()),
    };
    let message = format!("the column `{}` becomes the Rust type `{name}`, {also}", key.text);
    let diagnostic = Diagnostic::new(Kind::CollidingIdentifier, key.span.clone(), message)
        .help("give the column another name");
    Err(context.report(match first {
        Some(first) => diagnostic.label(first.span.clone(), format!("becomes `{name}` too")),
        None => diagnostic,
    }))
}

/// What is declared of a column: its type, or a mapping that has that and more.
fn column<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Column<'a> {
    let key = field.key;
    let Node::Mapping(mapping) = field.value else {
        let ty = declared_type(context, key, field);
        return Column { key, ty, required: false, default: Ok(None), contract: false, was: Ok(None) };
    };
    let of = || format!("the column `{}`", key.text.escape_debug());
    let fields = Fields::read(context, mapping, of, &Keys::new(KEYS));
    let ty = match fields.get("type") {
        Ok(Some(field)) => declared_type(context, key, field),
        Ok(None) => Err(context.report(without_type(mapping, &of()))),
        Err(reported) => Err(reported),
    };
    let help = "write `required: true` if every code has a value in the column, or leave `required` out";
    let required = setting(context, &fields, "required", help);
    let help = "write `contract: true` if clients rely on the column, or leave `contract` out";
    let contract = setting(context, &fields, "contract", help).unwrap_or(false);
    let default = fields.get("default").and_then(|field| {
        let Some(field) = field else { return Ok(None) };
        let ty = part(&ty)?;
        let default = values::value(context, &key.text, field, ty)?;
        if required? {
            return Ok(Some(default));
        }
        Err(context.report(optional_default(key, &fields, field)))
    });
    let was = was::lower(context, &fields, Some(&key.text), &was::COLUMN);
    Column { key, ty, required: required == Ok(true), default, contract, was }
}

/// A setting that is `false` if it is left out.
fn setting(
    context: &mut Context<'_, '_>,
    fields: &Fields<'_>,
    key: &str,
    help: &str,
) -> Result<bool, Reported> {
    fields.get(key)?.map_or(Ok(false), |field| field.boolean(context, help))
}

fn without_type(mapping: &Mapping, of: &str) -> Diagnostic {
    missing_key(mapping, of, &format!("add `type: text`, or another; {TYPES}"), "type")
}

/// The report on a default that would fill some rows of a column in which others may be empty.
fn optional_default(column: &Scalar, fields: &Fields<'_>, default: Field<'_>) -> Diagnostic {
    let name = column.text.escape_debug();
    let message = format!("the column `{name}` has a default, but is not required");
    let diagnostic = Diagnostic::new(Kind::InvalidColumn, default.key.span.clone(), message);
    let help = "`required: true`, since with a default every code has a value; or remove the default";
    match fields.find("required") {
        None => diagnostic.help(format!("add {help}")),
        Some(required) => diagnostic.help(format!("write {help}")).label(required.place(), "not required"),
    }
}

/// What the column of this name is declared to hold.
fn declared_type(
    context: &mut Context<'_, '_>,
    column: &Scalar,
    field: Field<'_>,
) -> Result<DeclaredType, Reported> {
    if let Node::Sequence(values) = field.value {
        return listed(context, column, field, values);
    }
    let word = field.word(context, |field| {
        let message = format!("the column `{}` has no type", column.text.escape_debug());
        let help = format!("write `{}: text`; {TYPES}", field.key.text);
        Diagnostic::new(Kind::UnknownType, field.place(), message).help(help)
    })?;
    if let Some(ty) = named(&word.text) {
        return Ok(ty);
    }
    let help = match intended(context, &word.text) {
        Some(name) => format!("write `{name}`; {TYPES}"),
        None => TYPES.to_owned(),
    };
    let message = format!("there is no type `{}`", word.text.escape_debug());
    Err(context.report(Diagnostic::new(Kind::UnknownType, word.span.clone(), message).help(help)))
}

fn named(word: &str) -> Option<DeclaredType> {
    Some(match word {
        "text" => DeclaredType::Text,
        "boolean" => DeclaredType::Boolean,
        "integer" => DeclaredType::Integer(None),
        _ => DeclaredType::Integer(Some(IntegerType::ALL.into_iter().find(|ty| ty.as_str() == word)?)),
    })
}

/// The type that was probably meant: by another name that is common for it, or misspelt.
fn intended(context: &mut Context<'_, '_>, word: &str) -> Option<&'static str> {
    Some(match &*word.to_ascii_lowercase() {
        "string" | "str" | "&str" | "&'static str" | "char" | "any" | "date" | "url" => "text",
        "int" | "uint" | "number" => "integer",
        "bool" => "boolean",
        "usize" => "u64",
        "isize" => "i64",
        other => {
            let types = IntegerType::ALL.iter().map(|ty| ty.as_str());
            return context.nearest(other, ["integer", "text", "boolean"].into_iter().chain(types));
        }
    })
}

/// The values that a column lists.
fn listed<'a>(
    context: &mut Context<'_, '_>,
    column: &Scalar,
    field: Field<'a>,
    list: &'a Sequence,
) -> Result<DeclaredType, Reported> {
    let example = "list the values that it can have: `severity: [info, warning, error]`";
    let name = column.text.escape_debug();
    if list.items.is_empty() {
        let message = format!("the column `{name}` lists no values");
        let diagnostic = Diagnostic::new(Kind::EmptyValue, list.span.clone(), message).help(example);
        return Err(context.report(diagnostic));
    }
    if let Some(item) = list.items.get(MAX_LISTED) {
        let message = format!("the column `{name}` lists {} values", list.items.len());
        let help = format!("it can list {MAX_LISTED}; make the column `text`");
        return Err(context.report(Diagnostic::new(Kind::InvalidColumn, item.span(), message).help(help)));
    }
    let mut values: Vec<(ListedValue, &Scalar)> = Vec::new();
    let mut read = Ok(());
    for field in field.items(list) {
        let value = field.item(context, "value", example).and_then(|word| value(context, word, &values));
        match value {
            Ok(value) => values.push(value),
            Err(reported) => read = Err(reported),
        }
    }
    let values = values.into_iter().map(|(value, _)| value).collect();
    read.map(|()| DeclaredType::Listed(List { name: identifier::variant(&column.text), values }))
}

/// A value beside those before it.
fn value<'a>(
    context: &mut Context<'_, '_>,
    word: &'a Scalar,
    before: &[(ListedValue, &Scalar)],
) -> Result<(ListedValue, &'a Scalar), Reported> {
    let variant = identifier::variant(&word.text);
    let diagnostic = if !is_value(&word.text) {
        misnamed(word)
    } else if let Some((first, place)) = before.iter().find(|(first, _)| first.variant == variant) {
        let diagnostic = if first.text == word.text {
            duplicate_item(word, "value")
        } else {
            let message = format!(
                "the values `{}` and `{}` both become the Rust identifier `{variant}`",
                first.text, word.text
            );
            let help = "values must differ by more than `-` and `_`: remove one of the two";
            Diagnostic::new(Kind::CollidingIdentifier, word.span.clone(), message).help(help)
        };
        diagnostic.label(place.span.clone(), "the first")
    } else {
        return Ok((ListedValue { text: word.text.clone(), variant }, word));
    };
    Err(context.report(diagnostic))
}

/// Whether a column can list this: kebab or snake case.
fn is_value(word: &str) -> bool {
    identifier::is_name(&word.replace('_', "-"))
}

fn misnamed(word: &Scalar) -> Diagnostic {
    let rule = "lower-case ASCII letters and digits, a letter first, with single `-` or `_` between words";
    let kebab = heck::ToKebabCase::to_kebab_case(&*word.text);
    let help = if is_value(&kebab) { format!("write `{kebab}`: {rule}") } else { format!("use {rule}") };
    let message = match &*word.text {
        "" => "a column cannot list an empty value".to_owned(),
        text => format!("a column cannot list the value `{}`", text.escape_debug()),
    };
    Diagnostic::new(Kind::InvalidColumn, word.span.clone(), message).help(help)
}
