//! The files of a catalog: the keys at the top of each, and the header that holds for all of them.

use std::ops::Range;

use super::field::{Field, Fields, Keys, duplicate_key, missing_key};
use crate::{
    context::Context,
    diagnostic::{Diagnostic, Kind},
    model::{self, Role, Written},
    parse::Parsed,
    reports::{Reported, part},
    source::SourceFile,
    yaml::{Mapping, Node},
};

/// The keys that each file has for itself.
const OF_EACH_FILE: [&str; 4] = ["title", "description", "retired", "codes"];

/// The keys that hold for all files, and so stand in one of them.
const OF_HEADER: [&str; 10] = [
    "locales",
    "fallback",
    "log_locale",
    "native_digits",
    "headings",
    "checks",
    "strict",
    "columns",
    "roles",
    "accepted",
];

/// A file of a catalog.
pub(super) struct File<'a> {
    source: &'a SourceFile,
    /// Its mapping; an error if it has none.
    pub(super) root: Result<&'a Mapping, Reported>,
    pub(super) fields: Fields<'a>,
}

/// The title and the description of a file.
pub(super) type Titles<'a> = [Result<Option<Written<'a>>, Reported>; 2];

/// The files with the keys at their top.
pub(super) fn lower<'a>(context: &mut Context<'a, '_>, parsed: &'a Parsed<'a>) -> Vec<File<'a>> {
    // As they are listed in a report.
    let [title, description, retired, codes] = OF_EACH_FILE;
    let [locales, fallback, log_locale, native_digits, headings, checks, strict, columns, roles, accepted] =
        OF_HEADER;
    let keys = Keys::new([
        title,
        description,
        locales,
        fallback,
        log_locale,
        native_digits,
        headings,
        checks,
        strict,
        retired,
        columns,
        roles,
        accepted,
        codes,
    ]);
    let files = parsed.source.files().iter().zip(&parsed.trees);
    let lowered = files.map(|(file, tree)| {
        let root = part(tree).and_then(|tree| mapping(context, file, tree));
        let fields = match root {
            Ok(root) => Fields::read(context, root, || "the catalog".to_owned(), &keys),
            Err(reported) => Fields::unreadable(reported),
        };
        File { source: file, root, fields }
    });
    lowered.collect()
}

fn mapping<'a>(
    context: &mut Context<'_, '_>,
    file: &SourceFile,
    root: &'a Node,
) -> Result<&'a Mapping, Reported> {
    let found = match root {
        Node::Mapping(mapping) => return Ok(mapping),
        Node::Broken(_, reported) => return Err(*reported),
        Node::Scalar(scalar) if scalar.is_null() => return Err(empty(context, file)),
        Node::Scalar(_) => "a text",
        Node::Sequence(_) => "a list",
    };
    let message = format!("{} is {found}, not a mapping", context.file_word());
    let keys = if context.has_one_file() { "keys `locales:` and `codes:`" } else { "key `codes:`" };
    let help = format!("start the file with the {keys}");
    Err(context.report(Diagnostic::new(Kind::WrongShape, root.span(), message).help(help)))
}

fn empty(context: &mut Context<'_, '_>, file: &SourceFile) -> Reported {
    let message = format!("{} is empty", context.file_word());
    let help = if context.has_one_file() {
        "a catalog has at least `locales: [en]` and `codes:`"
    } else {
        "write `codes:` and its codes, or remove the file"
    };
    let start = file.span.start;
    context.report(Diagnostic::new(Kind::EmptyCatalog, start..start, message).help(help))
}

impl<'a> File<'a> {
    /// Whether it has something to say without having codes: more than a title of codes that are not there.
    pub(super) fn is_useful_without_codes(&self) -> bool {
        OF_HEADER.into_iter().chain(["retired", "codes"]).any(|key| self.fields.find(key).is_some())
    }

    /// Its title and its description.
    pub(super) fn titles(&self, context: &mut Context<'a, '_>) -> Titles<'a> {
        ["title", "description"].map(|name| {
            let Some(field) = self.fields.find(name) else { return Ok(None) };
            let scalar = field.text(context, &name)?;
            Ok(Some(Written { scalar, key: field.key, locale: None, role: Role::Detail(name) }))
        })
    }

    /// The file as it stands in the model.
    pub(super) fn with(&self, [title, description]: Titles<'a>, entries: Range<usize>) -> model::File<'a> {
        let has_locales = self.fields.find("locales").is_some();
        model::File { path: &self.source.path, has_locales, title, description, entries }
    }
}

/// The keys that hold for all files, from whichever has them.
pub(super) struct Header<'f, 'a> {
    pub(super) fields: Fields<'a>,
    files: &'f [File<'a>],
}

impl<'f, 'a> Header<'f, 'a> {
    /// Collects the keys of the header, and reports those that stand in two files.
    pub(super) fn of(context: &mut Context<'_, '_>, files: &'f [File<'a>]) -> Self {
        let mut fields = Fields::default();
        for file in files {
            fields.add_misspelt(&file.fields);
            for field in OF_HEADER.into_iter().filter_map(|key| file.fields.find(key)) {
                match fields.find(&field.key.text) {
                    Some(Field { key: first, .. }) => {
                        let help = format!("`{}` holds for all files: remove one of the two", first.text);
                        duplicate_key(context, first, field.key, &help);
                    }
                    None => fields.add(field),
                }
            }
        }
        Self { fields, files }
    }

    /// Reports a key that no file has; in the first file, since it can stand in any.
    pub(super) fn missing_key(
        &self,
        context: &mut Context<'_, '_>,
        help: &str,
        name: &str,
    ) -> Option<Reported> {
        let root = self.files.iter().find_map(|file| file.root.ok())?;
        let place = if context.has_one_file() { "" } else { "in one of the files, " };
        Some(context.report(missing_key(root, "the catalog", &format!("{place}{help}"), name)))
    }
}
