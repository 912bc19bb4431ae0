//! The columns that a catalog declares: attributes that its codes can have.

use std::ops::Range;

use super::{Context, entry, fields::Fields, lists::duplicate_item, place, unique};
use crate::{
    catalog::{Column, ColumnType, Entry, IntegerType, List, ListedValue, Value},
    diagnostic::{Diagnostic, Kind},
    identifier,
    suggest::{listed, nearest},
    yaml::{Mapping, Node, Scalar, Sequence},
};

const EXAMPLE: &str = "declare each with its type: `columns: {http_status: integer}`, or leave `columns` out";

/// The most values that a column can list: the generated tables hold their indices in a byte.
const MAX_LISTED: usize = 256;

/// Keys of entries that are to come, so that no catalog has a column in their place.
const RESERVED_KEYS: &[&str] = &["deprecated"];

/// The types that are generated for every catalog.
const TYPES: &[&str] = &["Code", "Locale"];

/// The columns of a catalog.
pub(super) struct Columns<'a> {
    /// In the order of the file, those with mistakes included.
    pub(super) declared: Vec<Declared<'a>>,
    /// The keys that an entry can have: its own and the columns.
    pub(super) keys: Vec<&'a str>,
    /// Whether these are all; if not, an unknown key of an entry may be one.
    pub(super) complete: bool,
}

/// A column with its declaration.
pub(super) struct Declared<'a> {
    pub(super) key: &'a Scalar,
    /// `None` if the declaration has a mistake: the values are not looked at then.
    pub(super) kind: Option<Declaration>,
    /// Whether a code has a value in it, or may have.
    pub(super) used: bool,
}

/// What a column is declared to hold.
pub(super) enum Declaration {
    Text,
    Boolean,
    /// `None` if the smallest type is to be taken that holds all values.
    Integer(Option<IntegerType>),
    Listed(List),
}

pub(super) fn check<'a>(context: &mut Context<'_>, fields: &Fields<'a>) -> Columns<'a> {
    let mut columns = Columns { declared: Vec::new(), keys: entry::KEYS.to_vec(), complete: true };
    let Some((key, node)) = fields.get("columns") else {
        columns.complete = !fields.is_misspelt("columns");
        return columns;
    };
    let (kind, message) = match node {
        Node::Mapping(mapping) => {
            columns.read(context, mapping);
            return columns;
        }
        Node::Broken(..) => {
            columns.complete = false;
            return columns;
        }
        Node::Scalar(scalar) if scalar.is_null() => (Kind::EmptyValue, "`columns` has no value"),
        _ => (Kind::WrongShape, "`columns` is not a mapping"),
    };
    context.report(Diagnostic::new(kind, place(key, node), message).help(EXAMPLE));
    columns.complete = false;
    columns
}

impl<'a> Columns<'a> {
    fn read(&mut self, context: &mut Context<'_>, mapping: &'a Mapping) {
        self.complete = !mapping.lost_key.is_some();
        for (key, node) in unique(context, mapping) {
            let is_named = is_named(context, key);
            let kind = declaration(context, key, node);
            let kind = kind.filter(|_| is_named).filter(|kind| self.is_type_free(context, key, kind));
            self.keys.push(&key.text);
            self.declared.push(Declared { key, kind, used: false });
        }
    }

    /// Whether the enum of this column, if it has one, is named like no other type; if not, that is reported.
    fn is_type_free(&self, context: &mut Context<'_>, key: &Scalar, kind: &Declaration) -> bool {
        let Declaration::Listed(List { name, .. }) = kind else { return true };
        let first = self
            .declared
            .iter()
            .find(|column| matches!(&column.kind, Some(Declaration::Listed(list)) if list.name == *name));
        let also = match first {
            Some(first) => {
                format!("as `{}` on {} does", first.key.text, context.line(&first.key.span, &key.span))
            }
            None if TYPES.contains(&&**name) => "which every catalog has".to_owned(),
            None if identifier::is_in_prelude(name) => "which every Rust module has".to_owned(),
            None => return true,
        };
        let message = format!("the column `{}` becomes the Rust type `{name}`, {also}", key.text);
        let mut diagnostic = Diagnostic::new(Kind::CollidingIdentifier, key.span.clone(), message)
            .help("give the column another name");
        if let Some(first) = first {
            diagnostic = diagnostic.label(first.key.span.clone(), format!("becomes `{name}` too"));
        }
        context.report(diagnostic);
        false
    }

    /// Reports a code whose constant is named like the accessor of a column.
    pub(super) fn collide(&self, context: &mut Context<'_>, code: &Scalar) {
        let is_hit = |column: &&Declared<'_>| identifier::constant(&code.text) == column.key.text;
        let Some(Declared { key, .. }) = self.declared.iter().find(is_hit) else { return };
        let line = context.line(&key.span, &code.span);
        let message = format!(
            "`{}` becomes the Rust identifier `{}`, as the column on {line} does",
            code.text.escape_debug(),
            key.text
        );
        let diagnostic = Diagnostic::new(Kind::CollidingIdentifier, code.span.clone(), message)
            .help("give the column another name")
            .label(key.span.clone(), "the column");
        context.report(diagnostic);
    }

    /// Some codes cannot be read, and so no column can be said to be unused.
    pub(super) fn overlook_codes(&mut self) {
        self.declared.iter_mut().for_each(|column| column.used = true);
    }

    /// The columns with the types that hold what the entries of all files have; the entries are not known if they have
    /// mistakes.
    pub(super) fn finish(
        self,
        context: &mut Context<'_>,
        entries: Option<&[Vec<Entry>]>,
    ) -> Option<Vec<Column>> {
        for column in self.declared.iter().filter(|column| !column.used && column.kind.is_some()) {
            let message = format!("no code has a value in the column `{}`", column.key.text);
            let help =
                format!("give a code one, as `{}: …` in its entry, or remove the column", column.key.text);
            let diagnostic = Diagnostic::new(Kind::UnusedColumn, column.key.span.clone(), message);
            context.report_in(None, diagnostic.help(help));
        }
        let entries = entries?;
        let columns = self.declared.into_iter().enumerate();
        columns.map(|(index, column)| column.finish(context, entries, index)).collect()
    }
}

impl Declared<'_> {
    fn finish(self, context: &mut Context<'_>, entries: &[Vec<Entry>], index: usize) -> Option<Column> {
        let Self { key, kind, .. } = self;
        let kind = match kind? {
            Declaration::Text => ColumnType::Text,
            Declaration::Boolean => ColumnType::Boolean,
            Declaration::Listed(list) => ColumnType::Listed(list),
            Declaration::Integer(Some(fixed)) => ColumnType::Integer(fixed),
            Declaration::Integer(None) => ColumnType::Integer(smallest(context, key, entries, index)?),
        };
        Some(Column { name: key.text.clone(), ty: kind })
    }
}

/// The first type that holds every value of the column; reported if there is none.
fn smallest(
    context: &mut Context<'_>,
    key: &Scalar,
    entries: &[Vec<Entry>],
    index: usize,
) -> Option<IntegerType> {
    use IntegerType::{I16, I32, I64, U16, U32, U64};
    let numbers = || {
        entries.iter().flatten().filter_map(|entry| match entry.values.get(index) {
            Some(Some(Value::Integer(number))) => Some(*number),
            _ => None,
        })
    };
    let (least, most) = (numbers().min().unwrap_or(0), numbers().max().unwrap_or(0));
    let holds = |kind: &IntegerType| kind.range().contains(&least) && kind.range().contains(&most);
    let kind = [U16, I16, U32, I32, U64, I64].into_iter().find(holds);
    if kind.is_none() {
        let message =
            format!("no integer of 64 bits holds both `{least}` and `{most}`, as `{}` has to", key.text);
        let help = "correct one of the two, or make the column `text`";
        context.report(Diagnostic::new(Kind::MismatchedValue, key.span.clone(), message).help(help));
    }
    kind
}

/// Whether a column can have this name; if not, that is reported.
fn is_named(context: &mut Context<'_>, key: &Scalar) -> bool {
    let name = &*key.text;
    let rule = "a column is a Rust identifier in snake case, no keyword, and starts with a letter";
    let shown = name.escape_debug();
    let (message, help) = if entry::KEYS.contains(&name) {
        (
            format!("`{name}` is a key that every entry can have"),
            "remove it, or give the column another name".to_owned(),
        )
    } else if RESERVED_KEYS.contains(&name) {
        (
            format!("the name `{name}` is kept for a key of every entry"),
            "give the column another name".to_owned(),
        )
    } else if identifier::is_function(name) {
        (format!("`Code` has a function `{name}` already"), "give the column another name".to_owned())
    } else if identifier::is_column(name) {
        return true;
    } else {
        let like = identifier::param_like(name).filter(|like| identifier::is_column(like));
        let help =
            like.map_or(rule.to_owned(), |like| format!("write `{like}`, here and in the entries; {rule}"));
        (format!("a column cannot be named `{shown}`"), help)
    };
    context.report(Diagnostic::new(Kind::InvalidColumn, key.span.clone(), message).help(help));
    false
}

/// What the column is declared to hold; `None` if that has a mistake, which has been reported.
fn declaration(context: &mut Context<'_>, key: &Scalar, node: &Node) -> Option<Declaration> {
    let types = "the types are `integer` (or one of Rust's, such as `u16`), `text`, `boolean`, and lists of values, such as `[info, warning]`";
    let (message, help) = match node {
        Node::Broken(..) => return None,
        Node::Sequence(sequence) => return list(context, key, sequence),
        Node::Scalar(scalar) if !scalar.is_null() => {
            let word = &*scalar.text;
            if let Some(declaration) = named(word) {
                return Some(declaration);
            }
            let help = match intended(word) {
                Some(name) => format!("write `{name}`; {types}"),
                None => types.to_owned(),
            };
            (format!("there is no type `{}`", word.escape_debug()), help)
        }
        _ => (
            format!("the column `{}` has no type", key.text.escape_debug()),
            format!("write `{}: text`; {types}", key.text),
        ),
    };
    context.report(Diagnostic::new(Kind::UnknownType, place(key, node), message).help(help));
    None
}

fn named(word: &str) -> Option<Declaration> {
    Some(match word {
        "text" => Declaration::Text,
        "boolean" => Declaration::Boolean,
        "integer" => Declaration::Integer(None),
        _ => Declaration::Integer(Some(IntegerType::ALL.into_iter().find(|kind| kind.as_str() == word)?)),
    })
}

/// The type that was probably meant: by another name that is common for it, or misspelt.
fn intended(word: &str) -> Option<&'static str> {
    Some(match &*word.to_ascii_lowercase() {
        "string" | "str" | "&str" | "&'static str" | "char" | "any" | "date" | "url" => "text",
        "int" | "uint" | "number" => "integer",
        "bool" => "boolean",
        "usize" => "u64",
        "isize" => "i64",
        other => {
            let types = IntegerType::ALL.iter().map(|kind| kind.as_str());
            return nearest(other, ["integer", "text", "boolean"].into_iter().chain(types));
        }
    })
}

/// The values that the column `key` lists.
fn list(context: &mut Context<'_>, key: &Scalar, sequence: &Sequence) -> Option<Declaration> {
    let example = "list the values that it can have: `severity: [info, warning, error]`";
    if sequence.items.is_empty() {
        let message = format!("the column `{}` lists no values", key.text.escape_debug());
        context.report(Diagnostic::new(Kind::EmptyValue, sequence.span.clone(), message).help(example));
        return None;
    }
    if let Some(item) = sequence.items.get(MAX_LISTED) {
        let message =
            format!("the column `{}` lists {} values", key.text.escape_debug(), sequence.items.len());
        let help = format!("it can list {MAX_LISTED}; make the column `text`");
        context.report(Diagnostic::new(Kind::InvalidColumn, item.span(), message).help(help));
        return None;
    }
    let mut values = Values::default();
    let items = sequence.items.iter().map(|node| {
        let word = super::lists::word(context, key, node, "value", example)?;
        values.add(context, word)
    });
    let good = items.fold(true, |good, item| good & item.is_some());
    let name = identifier::variant(&key.text);
    good.then_some(Declaration::Listed(List { name, values: values.list }))
}

/// The values of a list, and where they stand.
#[derive(Default)]
struct Values {
    list: Vec<ListedValue>,
    places: Vec<Range<usize>>,
}

impl Values {
    /// Adds a value, or reports what is wrong with it.
    fn add(&mut self, context: &mut Context<'_>, word: &Scalar) -> Option<()> {
        let variant = identifier::variant(&word.text);
        let diagnostic = if !is_value(&word.text) {
            misnamed(word)
        } else if let Some(at) = self.list.iter().position(|value| value.variant == variant) {
            let first = &self.list[at].text;
            let diagnostic = if *first == word.text {
                duplicate_item(word, "value")
            } else {
                let message = format!(
                    "the values `{first}` and `{}` both become the Rust identifier `{variant}`",
                    word.text
                );
                let help = "values must differ by more than `-` and `_`: remove one of the two";
                Diagnostic::new(Kind::CollidingIdentifier, word.span.clone(), message).help(help)
            };
            diagnostic.label(self.places[at].clone(), "the first")
        } else {
            self.list.push(ListedValue { text: word.text.clone(), variant });
            self.places.push(word.span.clone());
            return Some(());
        };
        context.report(diagnostic);
        None
    }
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

/// The values of a list, for a help.
pub(super) fn all_of(list: &List) -> String {
    listed(list.values.iter().map(|value| &*value.text))
}
