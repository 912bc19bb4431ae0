//! The mapping of codes, and what is written below each.

use std::{collections::HashMap, ops::Range};

use super::{
    deprecated,
    field::{Field, Fields, Keys, missing_key},
    files::File,
    omits, params, stale,
    texts::Reader,
    values, was,
};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    identifier,
    model::{Body, Columns, Entry, Locales, Localized, Role, Text, Texts},
    reports::Reported,
    yaml::{Mapping, Node, Scalar, locate, locate_blank},
};

/// The keys that every catalog's entries can have.
pub(super) const KEYS: [&str; 11] = [
    "name",
    "was",
    "params",
    "message",
    "omits",
    "summary",
    "description",
    "causes",
    "resolution",
    "deprecated",
    "stale",
];

const EXAMPLE: &str = "write the codes as keys, each with a message:\ncodes:\n  TOK001:\n    message: …";

/// The entries of all files.
pub(super) struct Entries<'a> {
    pub(super) list: Vec<Entry<'a>>,
    /// Which of them are in each file.
    pub(super) of_files: Vec<Range<usize>>,
    /// The reports on files without codes.
    pub(super) without_codes: Vec<Diagnostic>,
    /// Set if there may be more.
    pub(super) lost: Option<Reported>,
}

impl<'a> Entries<'a> {
    /// Reads the entries of each file.
    pub(super) fn lower(
        context: &mut Context<'a, '_>,
        files: &[File<'a>],
        locales: &Locales<'a>,
        columns: &Columns<'a>,
    ) -> Self {
        let mut entries =
            Self { list: Vec::new(), of_files: Vec::new(), without_codes: Vec::new(), lost: None };
        let keys = Keys::new(KEYS.into_iter().chain(columns.list.iter().map(|column| &*column.key.text)))
            .incomplete(columns.incomplete)
            .otherwise("remove it, or declare it in `columns` at the top");
        let body = BodyReader { locales, columns };
        let mut reader = EntryReader { body, keys, first: HashMap::new() };
        for file in files {
            let start = entries.list.len();
            match codes(context, file) {
                Ok(codes) => {
                    entries.lost = entries.lost.or(codes.lost_key);
                    entries.list.extend(
                        codes
                            .entries
                            .iter()
                            .map(|(code, value)| reader.entry(context, Field { key: code, value })),
                    );
                }
                Err(Codes::Lost(reported)) => entries.lost = Some(reported),
                Err(Codes::Missing(diagnostic)) => entries.without_codes.push(diagnostic),
                Err(Codes::Needless) => {}
            }
            entries.of_files.push(start..entries.list.len());
        }
        entries.without_any(files);
        identify(&mut entries.list);
        entries
    }

    /// Notes a catalog in which each of the files has something else to say.
    fn without_any(&mut self, files: &[File<'a>]) {
        let is_empty = self.list.is_empty() && self.lost.is_none() && self.without_codes.is_empty();
        let root = files.iter().find_map(|file| file.root.ok()).filter(|_| is_empty);
        self.without_codes.extend(root.map(|root| missing_key(root, "the catalog", EXAMPLE, "codes")));
    }
}

/// Why a file has no codes.
enum Codes {
    /// They could not be read.
    Lost(Reported),
    /// They are to be written.
    Missing(Diagnostic),
    /// Of several files, not every one needs some.
    Needless,
}

/// The mapping of the codes of a file.
fn codes<'a>(context: &mut Context<'a, '_>, file: &File<'a>) -> Result<&'a Mapping, Codes> {
    let none = || format!("{} has no codes", context.file_word());
    let missing = match file.fields.get("codes").map_err(Codes::Lost)? {
        Some(Field { value: Node::Mapping(codes), .. }) if !codes.entries.is_empty() => return Ok(codes),
        Some(Field { value: Node::Mapping(Mapping { lost_key: Some(reported), .. }), .. }) => {
            return Err(Codes::Lost(*reported));
        }
        Some(field) if field.is_null() || matches!(field.value, Node::Mapping(_)) => {
            Diagnostic::new(Kind::EmptyValue, field.place(), none()).help(EXAMPLE)
        }
        Some(field) => {
            let wrong = |field: Field<'_>| field.unexpected("", "the codes are not a mapping").help(EXAMPLE);
            return field.mapping(context, wrong).map_err(Codes::Lost);
        }
        None if !context.has_one_file() && file.is_useful_without_codes() => return Err(Codes::Needless),
        None => {
            let root = file.root.map_err(Codes::Lost)?;
            missing_key(root, context.file_word(), EXAMPLE, "codes")
        }
    };
    Err(Codes::Missing(missing))
}

/// Reads entries.
struct EntryReader<'r, 'a> {
    body: BodyReader<'r, 'a>,
    keys: Keys<'a>,
    /// The codes that have been read, in whichever file.
    first: HashMap<&'a str, &'a Scalar>,
}

impl<'a> EntryReader<'_, 'a> {
    fn entry(&mut self, context: &mut Context<'a, '_>, field: Field<'a>) -> Entry<'a> {
        let code = field.key;
        let first = *self.first.entry(&code.text).or_insert(code);
        let usable = if std::ptr::eq(first, code) {
            check_code(context, code)
        } else {
            Err(duplicate(context, first, code))
        };
        let span = code.span.start..field.value.span().end.max(code.span.end);
        let (constant, variant) = Default::default();
        Entry { code, span, usable, constant, variant, alike: None, body: self.body(context, field) }
    }

    fn body(&self, context: &mut Context<'a, '_>, field: Field<'a>) -> Result<Body<'a>, Reported> {
        let code = field.key;
        let mapping = field.mapping(context, |field| {
            let shown = code.text.escape_debug();
            let help = format!("write its message below it:\n{}", message_example(self.body.locales));
            let wrong = format!("the entry `{shown}` is not a mapping");
            field.unexpected(format!("the entry `{shown}` is empty"), wrong).help(help)
        })?;
        let of = || format!("the entry `{}`", code.text.escape_debug());
        let fields = Fields::read(context, mapping, of, &self.keys);
        Ok(self.body.read(context, code, &fields))
    }
}

/// Reads what is written below a code, wherever the code stands.
#[derive(Clone, Copy)]
pub(super) struct BodyReader<'r, 'a> {
    pub(super) locales: &'r Locales<'a>,
    pub(super) columns: &'r Columns<'a>,
}

impl<'a> BodyReader<'_, 'a> {
    pub(super) fn read(
        self,
        context: &mut Context<'a, '_>,
        code: &'a Scalar,
        fields: &Fields<'a>,
    ) -> Body<'a> {
        let name = fields.get("name").and_then(|field| field.map(|field| name(context, field)).transpose());
        let today = name.ok().flatten().map(|name| &*name.text);
        let was = was::lower(context, fields, today, &was::NAME);
        let params = params::lower(context, fields.get("params"), &code.text);
        let values = values::lower(context, self.columns, fields);
        let texts = Reader { locales: self.locales, params: &params };
        let mut text = |name, role| Ok(fields.get(name)?.map(|field| texts.text(context, field, role)));
        let [message, summary, description]: [Result<Option<Localized<'a, Text<'a>>>, Reported>; 3] = [
            text("message", Role::Message),
            text("summary", Role::Detail("summary")),
            text("description", Role::Detail("description")),
        ];
        let mut list = |name, item| Ok(fields.get(name)?.map(|field| texts.list(context, field, item)));
        let [causes, resolution]: [Result<Option<Localized<'a, Texts<'a>>>, Reported>; 2] =
            [list("causes", "cause"), list("resolution", "resolution step")];
        let omits = omits::lower(context, self.locales, &code.text, &params, fields.get("omits"));
        let deprecated = deprecated::lower(context, fields, &code.text);
        let stale = stale::lower(context, self.locales, fields.get("stale"));
        Body {
            name,
            was,
            params,
            message,
            omits,
            stale,
            summary,
            description,
            causes,
            resolution,
            deprecated,
            values,
        }
    }
}

/// Gives each entry its Rust identifiers.
fn identify(entries: &mut [Entry<'_>]) {
    // For each constant, the first code that would have it, and the first other one.
    let mut alike: HashMap<String, (&Scalar, Option<&Scalar>)> = HashMap::with_capacity(entries.len());
    for entry in &mut *entries {
        entry.constant = identifier::constant(&entry.code.text);
        let (first, other) = alike.entry(entry.constant.clone()).or_insert((entry.code, None));
        if first.text != entry.code.text {
            other.get_or_insert(entry.code);
        }
    }
    for entry in entries {
        let (first, other) = alike[&entry.constant];
        entry.alike = if first.text == entry.code.text { other } else { Some(first) };
        let name = entry.body.as_ref().ok().and_then(|body| body.name.ok().flatten());
        entry.variant = variant(name, &entry.constant);
        if entry.alike.is_some() {
            entry.constant.clone_from(&entry.variant);
        }
    }
}

/// What a name becomes, or else the constant.
pub(super) fn variant(name: Option<&Scalar>, constant: &str) -> String {
    name.map_or_else(|| constant.to_owned(), |name| identifier::variant(&name.text))
}

/// The lines of YAML that give a message.
pub(crate) fn message_example(locales: &Locales<'_>) -> String {
    match &*locales.list {
        [] | [_] => "message: …".to_owned(),
        _ => locales.tags().fold("message:".to_owned(), |lines, tag| format!("{lines}\n  {tag}: …")),
    }
}

/// The name, if it can be used.
fn name<'a>(context: &mut Context<'a, '_>, field: Field<'a>) -> Result<&'a Scalar, Reported> {
    let name = field.one_word(context, &"name")?;
    if identifier::is_name(&name.text) {
        return Ok(name);
    }
    let message = format!("the name `{}` is not in kebab case", name.text.escape_debug());
    let rule = "lower-case ASCII letters and digits, a letter first, with single hyphens between words";
    let kebab = heck::ToKebabCase::to_kebab_case(&*name.text);
    let help =
        if identifier::is_name(&kebab) { format!("write `{kebab}`: {rule}") } else { format!("use {rule}") };
    Err(context.report(Diagnostic::new(Kind::InvalidName, name.span.clone(), message).help(help)))
}

fn duplicate(context: &mut Context<'_, '_>, first: &Scalar, second: &Scalar) -> Reported {
    let line = context.line(&first.span, &second.span);
    let message = format!("the code `{}` is already defined on {line}", second.text);
    let diagnostic = Diagnostic::new(Kind::DuplicateCode, second.span.clone(), message)
        .help("remove one of the two, or give one of them another code")
        .here("defined again")
        .label(first.span.clone(), "first defined here");
    context.report(diagnostic)
}

/// Whether a code can be written like this.
pub(super) fn check_code(context: &mut Context<'_, '_>, code: &Scalar) -> Result<(), Reported> {
    let wrong = code.text.char_indices().find(|&(_, character)| !is_allowed(character));
    let (span, message) = if let Some((at, character)) = wrong {
        let locate = if character.is_whitespace() { locate_blank } else { locate };
        let span = locate(context.source.text(), code, at..at + character.len_utf8());
        (span, format!("the code `{}` contains `{}`", code.text.escape_debug(), character.escape_debug()))
    } else if code.text.contains(|character: char| character.is_ascii_alphanumeric()) {
        return Ok(());
    } else {
        (code.span.clone(), format!("the code `{}` has neither a letter nor a digit", code.text))
    };
    let rule = "a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`";
    let joined = code.text.split_whitespace().collect::<Vec<_>>().join("-");
    let is_cured = joined != code.text && !joined.is_empty() && joined.chars().all(is_allowed);
    let help = if is_cured { format!("write `{joined}`: {rule}") } else { rule.to_owned() };
    Err(context.report(Diagnostic::new(Kind::InvalidCode, span, message).help(help)))
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || "_-.:/".contains(character)
}
