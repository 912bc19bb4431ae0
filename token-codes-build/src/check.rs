//! From the trees to a catalog in which nothing can be wrong.
//!
//! No check ends the search: each reports what it finds and gives what it can. What follows from a mistake that has been
//! reported is not reported again, so that one mistake gives one report.

mod adjacent;
mod characters;
mod codes;
mod columns;
mod duplicates;
mod entry;
mod fields;
mod header;
mod headings;
mod integers;
mod levels;
mod lists;
mod locales;
mod names;
mod omits;
mod params;
mod parity;
mod part;
mod placeholders;
mod retired;
mod spaces;
mod spot;
mod texts;
mod untranslated;
mod values;

use std::{collections::HashMap, ops::Range};

use crate::{
    Options,
    catalog::{Catalog, CatalogFile, Entry},
    diagnostic::{Diagnostic, Kind, Level},
    parse::Parsed,
    reports::Reports,
    source::{Lines, Source},
    yaml::{Mapping, Node, Scalar},
};
use fields::Fields;
use header::Header;
use levels::Levels;
use part::Part;
use spot::Spot;

/// What every check needs.
struct Context<'a> {
    source: &'a Source,
    text: &'a str,
    lines: Lines<'a>,
    found: &'a mut Reports,
    levels: Levels,
    /// Whether the file has characters that change the direction of text.
    has_bidi: bool,
}

impl Context<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.found.report(diagnostic);
    }

    /// Reports what is found in a text in `locale`, at the level that the catalog sets for it.
    fn report_in(&mut self, locale: Option<&str>, diagnostic: Diagnostic) {
        match self.levels.of(diagnostic.kind, locale) {
            Level::Allow => {}
            level => {
                self.found.report(diagnostic.at_level(level));
            }
        }
    }

    /// Whether the catalog is a single file.
    fn has_one_file(&self) -> bool {
        self.source.files().len() == 1
    }

    /// What a file is called in reports: a single one is the catalog.
    fn file_word(&self) -> &'static str {
        if self.has_one_file() { "the catalog" } else { "the file" }
    }

    /// Whether two bytes stand on one line.
    fn on_one_line(&self, one: usize, other: usize) -> bool {
        self.lines.line(one) == self.lines.line(other)
    }

    /// Whether two bytes stand in one file.
    fn in_one_file(&self, one: usize, other: usize) -> bool {
        self.source.file_at(one) == self.source.file_at(other)
    }

    /// The line of `there` as a report on `here` names it: with its file, if that is another.
    fn line(&self, there: &Range<usize>, here: &Range<usize>) -> String {
        let line = self.lines.number_in_file(self.lines.line(there.start));
        if self.in_one_file(there.start, here.start) {
            return format!("line {line}");
        }
        format!("line {line} of `{}`", self.source.file_at(there.start).path)
    }

    /// The text as it is written.
    fn written(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

/// The catalog in the trees of its files; `None` if a part is missing, and `found` then says why.
pub(crate) fn check(parsed: &Parsed<'_>, options: Options, found: &mut Reports) -> Option<Catalog> {
    let source = parsed.source;
    let text = source.text();
    let (lines, has_bidi) = (source.lines(), characters::in_file(text));
    let mut context = Context { source, text, lines, found, levels: Levels::default(), has_bidi };
    let context = &mut context;
    let parts = part::read(context, &parsed.trees);
    let header = Header::read(context, &parts);
    let mut locales = locales::check(context, &header);
    context.levels = levels::check(context, &header.fields, &locales, options.strict);
    headings::check(context, &header.fields, &mut locales);
    let titles: Vec<_> = parts.iter().map(|part| titles(context, part)).collect();
    let retired = retired::check(context, &parts);
    let mut columns = columns::check(context, &header.fields);
    let entries = codes::check(context, &parts, &locales, &mut columns, &retired);
    let columns = columns.finish(context, entries.as_deref());
    let titles = titles.into_iter().collect::<Option<Vec<_>>>()?;
    let catalog = Catalog { locales: locales.list, columns: columns?, ..Catalog::default() };
    Some(joined(catalog, &parts, titles, entries?))
}

/// The catalog with what is in each of its files.
fn joined(
    mut catalog: Catalog,
    parts: &[Part<'_>],
    titles: Vec<(String, String)>,
    entries: Vec<Vec<Entry>>,
) -> Catalog {
    for ((part, (title, description)), entries) in parts.iter().zip(titles).zip(entries) {
        if part.has_locales() {
            (catalog.title, catalog.description) = (title.clone(), description.clone());
        }
        let start = catalog.entries.len();
        catalog.entries.extend(entries);
        let entries = start..catalog.entries.len();
        catalog.files.push(CatalogFile { path: part.file.path.clone(), title, description, entries });
    }
    catalog
}

/// The title and the description of a file.
fn titles(context: &mut Context<'_>, part: &Part<'_>) -> Option<(String, String)> {
    let title = plain_text(context, &part.fields, "title");
    let description = plain_text(context, &part.fields, "description");
    title.zip(description)
}

/// A text of a file itself, which is in no locale; empty if it is left out.
fn plain_text(context: &mut Context<'_>, fields: &Fields<'_>, name: &'static str) -> Option<String> {
    let Some((key, node)) = fields.get(name) else { return Some(String::new()) };
    let scalar = texts::text(context, key, node, name)?;
    let spot = Spot { what: name, locale: None, is_message: false, key: key.span.clone() };
    characters::check(context, scalar, &spot);
    spaces::check(context, scalar, &spot);
    Some(scalar.text.clone())
}

/// The entries whose key is the first of its kind; the others are reported.
fn unique<'a>(context: &mut Context<'_>, mapping: &'a Mapping) -> Vec<(&'a Scalar, &'a Node)> {
    let mut first: HashMap<&str, &Scalar> = HashMap::with_capacity(mapping.entries.len());
    let mut unique = Vec::with_capacity(mapping.entries.len());
    for (key, node) in &mapping.entries {
        if let Some(first) = first.get(&*key.text) {
            duplicate_key(context, first, key, "remove one of the two");
        } else {
            first.insert(&key.text, key);
            unique.push((key, node));
        }
    }
    unique
}

fn duplicate_key(context: &mut Context<'_>, first: &Scalar, second: &Scalar, help: &str) {
    let line = context.line(&first.span, &second.span);
    let message = format!("the key `{}` already stands on {line}", second.text);
    let diagnostic = Diagnostic::new(Kind::DuplicateKey, second.span.clone(), message);
    let diagnostic = diagnostic.here("given again").label(first.span.clone(), "first given here");
    context.report(diagnostic.help(help));
}

/// Where to show what is wrong with a value: the value, or its key if nothing is written.
pub(crate) fn place(key: &Scalar, node: &Node) -> Range<usize> {
    let span = node.span();
    if span.is_empty() { key.span.clone() } else { span }
}
