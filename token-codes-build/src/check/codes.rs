//! The mapping of codes.

use std::collections::HashMap;

use super::{
    Context,
    columns::Columns,
    duplicates::Messages,
    entry,
    fields::missing_key,
    locales::Locales,
    names::Names,
    part::Part,
    place,
    retired::{self, Retired},
};
use crate::{
    catalog::Entry,
    diagnostic::{Diagnostic, Kind},
    yaml::{Mapping, Node, Scalar, locate, locate_blank},
};

const EXAMPLE: &str = "write the codes as keys, each with a message:\ncodes:\n  TOK001:\n    message: …";

/// The entries of each file; `None` if one has mistakes, which have been reported.
pub(super) fn check<'a>(
    context: &mut Context<'_>,
    parts: &[Part<'a>],
    locales: &Locales,
    columns: &mut Columns<'a>,
    retired: &Retired<'_>,
) -> Option<Vec<Vec<Entry>>> {
    let names = Names::of(parts.iter().flat_map(Part::codes));
    let taken = Taken { names, messages: Messages::default() };
    let mut codes = Codes { locales, columns, retired, first: HashMap::new(), taken };
    // All of them are read before any is asked for, so that every mistake is found.
    let groups: Vec<_> = parts.iter().map(|part| codes.of(context, part)).collect();
    let groups = groups.into_iter().collect::<Option<Vec<Vec<_>>>>()?;
    if groups.iter().any(|entries| !entries.is_empty()) {
        return Some(groups);
    }
    columns.overlook_codes();
    // Each of the files has something else to say.
    let root = parts.iter().find_map(|part| part.root)?;
    context.report(missing_key(root, "the catalog", EXAMPLE, "codes"));
    None
}

/// What only one code can have.
pub(super) struct Taken<'a> {
    pub(super) names: Names<'a>,
    pub(super) messages: Messages<'a>,
}

/// The codes that have been seen, in whichever file.
struct Codes<'c, 'a> {
    locales: &'c Locales,
    columns: &'c mut Columns<'a>,
    retired: &'c Retired<'c>,
    first: HashMap<&'a str, &'a Scalar>,
    taken: Taken<'a>,
}

impl<'a> Codes<'_, 'a> {
    /// The entries of a file.
    fn of(&mut self, context: &mut Context<'_>, part: &Part<'a>) -> Option<Vec<Entry>> {
        let Some((key, node)) = part.fields.get("codes") else {
            let entries = without_codes(context, part);
            if entries.is_none() {
                self.columns.overlook_codes();
            }
            return entries;
        };
        let (kind, problem) = match node {
            // Without one, `found` says what is wrong with those that are written.
            Node::Mapping(mapping) if !mapping.entries.is_empty() => return self.entries(context, mapping),
            Node::Broken(..) => return None,
            Node::Mapping(mapping) if mapping.lost_key.is_some() => return None,
            Node::Mapping(_) => (Kind::EmptyValue, format!("{} has no codes", context.file_word())),
            Node::Scalar(scalar) if scalar.is_null() => {
                (Kind::EmptyValue, format!("{} has no codes", context.file_word()))
            }
            _ => (Kind::WrongShape, "the codes are not a mapping".to_owned()),
        };
        context.report(Diagnostic::new(kind, place(key, node), problem).help(EXAMPLE));
        None
    }

    fn entries(&mut self, context: &mut Context<'_>, mapping: &'a Mapping) -> Option<Vec<Entry>> {
        if mapping.lost_key.is_some() {
            self.columns.overlook_codes();
        }
        let count = mapping.entries.len();
        self.first.reserve(count);
        let mut entries = Some(Vec::with_capacity(count));
        for (code, node) in &mapping.entries {
            let entry = self.entry(context, code, node);
            entries = entries.zip(entry).map(|(mut entries, entry)| {
                entries.push(entry);
                entries
            });
        }
        entries
    }

    fn entry(&mut self, context: &mut Context<'_>, code: &'a Scalar, node: &'a Node) -> Option<Entry> {
        let first = *self.first.entry(&code.text).or_insert(code);
        let is_first = std::ptr::eq(first, code);
        if !is_first {
            duplicate(context, first, code);
        }
        retired::reused(context, self.retired, code);
        self.columns.collide(context, code);
        let is_good = is_first && is_valid(context, code);
        // A code that is wrong gets no name, but its texts are checked like those of the others.
        let taken = is_good.then_some(&mut self.taken);
        entry::check(context, self.locales, self.columns, taken, code, node)
    }
}

/// Of several files, not every one needs codes.
fn without_codes(context: &mut Context<'_>, part: &Part<'_>) -> Option<Vec<Entry>> {
    let root = part.root.filter(|_| !part.fields.is_misspelt("codes"))?;
    if !context.has_one_file() && part.is_useful_without_codes() {
        return Some(Vec::new());
    }
    context.report(missing_key(root, context.file_word(), EXAMPLE, "codes"));
    None
}

fn duplicate(context: &mut Context<'_>, first: &Scalar, second: &Scalar) {
    let line = context.line(&first.span, &second.span);
    let message = format!("the code `{}` is already defined on {line}", second.text);
    let diagnostic = Diagnostic::new(Kind::DuplicateCode, second.span.clone(), message)
        .help("remove one of the two, or give one of them another code")
        .here("defined again")
        .label(first.span.clone(), "first defined here");
    context.report(diagnostic);
}

/// Whether a code can be written like this; if not, that is reported.
pub(super) fn is_valid(context: &mut Context<'_>, code: &Scalar) -> bool {
    let wrong = code.text.char_indices().find(|&(_, character)| !is_allowed(character));
    let (span, message) = if let Some((at, character)) = wrong {
        let locate = if character.is_whitespace() { locate_blank } else { locate };
        let span = locate(context.text, code, at..at + character.len_utf8());
        (span, format!("the code `{}` contains `{}`", code.text.escape_debug(), character.escape_debug()))
    } else if code.text.contains(|character: char| character.is_ascii_alphanumeric()) {
        return true;
    } else {
        (code.span.clone(), format!("the code `{}` has neither a letter nor a digit", code.text))
    };
    let rule = "a code consists of ASCII letters, digits, `_`, `-`, `.`, `:` and `/`";
    let joined = code.text.split_whitespace().collect::<Vec<_>>().join("-");
    let is_cured = joined != code.text && !joined.is_empty() && joined.chars().all(is_allowed);
    let help = if is_cured { format!("write `{joined}`: {rule}") } else { rule.to_owned() };
    context.report(Diagnostic::new(Kind::InvalidCode, span, message).help(help));
    false
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || "_-.:/".contains(character)
}
