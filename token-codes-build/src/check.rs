//! From the tree to a catalog in which nothing can be wrong.
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
mod integers;
mod levels;
mod lists;
mod locales;
mod names;
mod omits;
mod params;
mod parity;
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
    catalog::Catalog,
    diagnostic::{Diagnostic, Kind, Level},
    source::{Lines, Source},
    yaml::{Mapping, Node, Scalar},
};
use fields::Fields;
use levels::Levels;
use spot::Spot;

const KEYS: &[&str] = &["title", "description", "locales", "checks", "strict", "retired", "columns", "codes"];

/// What every check needs.
struct Context<'a> {
    text: &'a str,
    lines: Lines<'a>,
    found: &'a mut Vec<Diagnostic>,
    levels: Levels,
    /// Whether the file has characters that change the direction of text.
    has_bidi: bool,
}

impl Context<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Reports what is found in a text in `locale`, at the level that the catalog sets for it.
    fn report_in(&mut self, locale: Option<&str>, diagnostic: Diagnostic) {
        match self.levels.of(diagnostic.kind, locale) {
            Level::Allow => {}
            level => self.found.push(diagnostic.at_level(level)),
        }
    }

    /// The line on which a byte stands.
    fn line(&self, offset: usize) -> usize {
        self.lines.line(offset)
    }

    /// The text as it is written.
    fn written(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

/// The catalog in this tree; `None` if a part is missing, and `found` then says why.
pub(crate) fn check(
    source: &Source,
    root: &Node,
    options: Options,
    found: &mut Vec<Diagnostic>,
) -> Option<Catalog> {
    let text = &*source.text;
    let (lines, has_bidi) = (Lines::new(text), characters::in_file(text));
    let mut context = Context { text, lines, found, levels: Levels::default(), has_bidi };
    let context = &mut context;
    let root = root_mapping(context, root)?;
    let fields = Fields::read(context, root, "the catalog", KEYS);
    let locales = locales::check(context, root, &fields);
    context.levels = levels::check(context, &fields, &locales, options.strict);
    let title = plain_text(context, &fields, "title");
    let description = plain_text(context, &fields, "description");
    let retired = retired::check(context, &fields);
    let mut columns = columns::check(context, &fields);
    let entries = codes::check(context, root, &fields, &locales, &mut columns, &retired);
    Some(Catalog {
        title: title?,
        description: description?,
        locales: locales.list,
        columns: columns.finish(context, entries.as_deref())?,
        entries: entries?,
    })
}

fn root_mapping<'a>(context: &mut Context<'_>, root: &'a Node) -> Option<&'a Mapping> {
    let what = match root {
        Node::Mapping(mapping) => return Some(mapping),
        Node::Broken(_) => return None,
        Node::Scalar(_) => "a text",
        Node::Sequence(_) => "a list",
    };
    let message = format!("the catalog is {what}, not a mapping");
    let help = "start the file with the keys `locales:` and `codes:`";
    context.report(Diagnostic::new(Kind::WrongShape, root.span(), message).help(help));
    None
}

/// A text of the catalog itself, which is in no locale; empty if it is left out.
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
            duplicate_key(context, first, key);
        } else {
            first.insert(&key.text, key);
            unique.push((key, node));
        }
    }
    unique
}

fn duplicate_key(context: &mut Context<'_>, first: &Scalar, second: &Scalar) {
    let line = context.line(first.span.start);
    let diagnostic = Diagnostic::new(
        Kind::DuplicateKey,
        second.span.clone(),
        format!("the key `{}` already stands on line {line}", second.text),
    );
    let diagnostic = diagnostic.here("given again").label(first.span.clone(), "first given here");
    context.report(diagnostic.help("remove one of the two"));
}

/// Where to show what is wrong with a value: the value, or its key if nothing is written.
fn place(key: &Scalar, node: &Node) -> Range<usize> {
    let span = node.span();
    if span.is_empty() { key.span.clone() } else { span }
}
