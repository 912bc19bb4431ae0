//! The marks of stale translations: which are to be set, and how they change in the text of a catalog.

use std::{collections::HashMap, fmt::Write as _};

use super::{
    EditError, Editor, Marked, MarkedText, check_edited,
    document::{self, Document, Splice},
    scalar::{before_comment, in_flow, on_one_line},
};
use crate::{
    catalog::{Catalog, Entry, Stale, TextField},
    diagnostic::{Diagnostic, Kind},
    lines, source_texts,
    text_field::Written,
    yaml::{Mapping, Node, Scalar, Style},
};

/// How far a locale is indented from `stale`.
const STEP: usize = 2;

impl Editor<'_> {
    /// Marks each translation whose source text is another one than in `base`, an earlier state of the catalog, while the
    /// translation is what it was there: the entry then says what it was translated from. White space, the form of quotes,
    /// and whether a placeholder is written by its name make no other text.
    ///
    /// A translation that is marked already keeps its mark, which has the source text that it was really made of.
    ///
    /// ```
    /// use token_codes_build::{Source, edit::Editor, read};
    ///
    /// let text = "locales: [en, fr]\ncodes:\n  A1:\n    message:\n      en: closed\n      fr: fermé\n";
    /// let base = read(&Source::new("catalog.yaml", text)).unwrap().catalog;
    /// let now = Source::new("catalog.yaml", text.replace("closed", "sold out"));
    /// let marked = Editor::open(&now)?.mark_stale(&base)?;
    /// assert!(marked.source.text().ends_with("fr: fermé\n    stale:\n      fr: closed\n"));
    /// # Ok::<(), token_codes_build::edit::EditError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no way to write the marks without a change of something else.
    pub fn mark_stale(&self, base: &Catalog) -> Result<Marked, EditError> {
        let missing = missing(&self.catalog, base);
        let mut expected = self.catalog.clone();
        for (entry, mark) in &missing {
            let marks = &mut expected.entries[*entry].stale;
            marks.push(mark.clone());
            marks.sort_by_key(|mark| (mark.locale, mark.field));
        }
        let marked: HashMap<_, _> =
            missing.iter().map(|(entry, _)| (&*self.catalog.entries[*entry].code, *entry)).collect();
        let mut marking = Vec::new();
        for document in Document::all(&self.parsed) {
            for (code, node) in document.codes() {
                if let (Some(&entry), Node::Mapping(body)) = (marked.get(&*code.text), node) {
                    let changes = self.changed_marks(entry, &expected.entries[entry].stale);
                    marking.extend(splices(document, body, &changes));
                }
            }
        }
        let edited = document::apply(self.parsed.source, marking);
        if check_edited(&edited)?.catalog != expected {
            let message = "the stale translations cannot be marked without a change of another text";
            let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, 0..0, message).help("mark them by hand");
            return Err(self.refuse(diagnostic));
        }
        let text = |(entry, mark): &(usize, Stale)| MarkedText {
            code: self.catalog.entries[*entry].code.clone(),
            locale: self.catalog.locales[mark.locale].tag.clone(),
            field: mark.field,
        };
        Ok(Marked { source: edited, texts: missing.iter().map(text).collect() })
    }

    /// The locales in which the entry with this index has not these marks, each with them.
    fn changed_marks<'m>(&'m self, entry: usize, marks: &'m [Stale]) -> Vec<Change<'m>> {
        let old = &self.catalog.entries[entry].stale;
        let of = |marks: &'m [Stale], locale| marks.iter().filter(move |mark| mark.locale == locale);
        let is_changed = |locale: &usize| !of(old, *locale).eq(of(marks, *locale));
        let changed = (0..self.catalog.locales.len()).filter(is_changed);
        let change = |locale: usize| Change {
            tag: &self.catalog.locales[locale].tag,
            marks: of(marks, locale).collect(),
        };
        changed.map(change).collect()
    }
}

/// The marks that the entries of `catalog` lack, each with the index of its entry: of translations that are what they are in
/// `base`, while their source text is another one.
pub(super) fn missing(catalog: &Catalog, base: &Catalog) -> Vec<(usize, Stale)> {
    let source = |catalog: &Catalog| catalog.locales.first().map(|locale| locale.tag.clone());
    if source(catalog) != source(base) {
        return Vec::new();
    }
    let before: HashMap<_, _> = base.entries.iter().map(|entry| (&*entry.code, entry)).collect();
    let in_base = |tag: &str| base.locales.iter().position(|locale| locale.tag == tag);
    let locales: Vec<_> = catalog.locales.iter().map(|locale| in_base(&locale.tag)).collect();
    let mut marks = Vec::new();
    for (index, entry) in catalog.entries.iter().enumerate() {
        let Some(old) = before.get(&*entry.code) else { continue };
        for field in TextField::ALL {
            marks.extend(missing_in(entry, old, field, &locales).into_iter().map(|mark| (index, mark)));
        }
    }
    marks
}

/// `locales` gives the index in the base of each locale that it has.
fn missing_in(entry: &Entry, old: &Entry, field: TextField, locales: &[Option<usize>]) -> Vec<Stale> {
    let (Written::PerLocale(now), Written::PerLocale(before)) = (field.of(entry), field.of(old)) else {
        return Vec::new();
    };
    let (Some(Some(source)), Some(Some(old_source))) = (now.first(), before.first()) else {
        return Vec::new();
    };
    let by_name = || source_texts::are_same_by_name((source, &entry.params), (old_source, &old.params));
    if source_texts::are_same(source, old_source) || by_name() {
        return Vec::new();
    }
    let is_kept = |locale: usize| {
        let before = locales[locale].and_then(|locale| before[locale].as_ref());
        let both = now[locale].as_ref().zip(before);
        both.is_some_and(|(now, before)| source_texts::are_same(now, before))
    };
    let is_marked = |locale| entry.stale.iter().any(|mark| (mark.locale, mark.field) == (locale, field));
    let source = || old_source.iter().map(|text| (*text).to_owned()).collect();
    let stale = (1..locales.len()).filter(|&locale| is_kept(locale) && !is_marked(locale));
    stale.map(|locale| Stale { locale, field, source: source() }).collect()
}

/// The marks that an entry is to have in a locale, where they are others than it has.
pub(super) struct Change<'m> {
    pub(super) tag: &'m str,
    /// Empty, if it is to have none.
    pub(super) marks: Vec<&'m Stale>,
}

/// What changes in the text of an entry.
pub(super) fn splices(document: Document<'_>, entry: &Mapping, changes: &[Change<'_>]) -> Vec<Splice> {
    let stale = entry.entries.iter().find(|(key, _)| key.text == "stale");
    let Some((key, Node::Mapping(stale))) = stale.map(|(key, node)| (key, node)) else {
        return Vec::from_iter(new(document, entry, changes));
    };
    let is_changed = |(tag, _): &(Scalar, Node)| changes.iter().any(|change| change.tag == tag.text);
    let is_left =
        changes.iter().any(|change| !change.marks.is_empty()) || !stale.entries.iter().all(is_changed);
    if !is_left {
        return Vec::from_iter(removal(document, entry, key));
    }
    let change = |change: &Change<'_>| match stale.entries.iter().find(|(tag, _)| tag.text == change.tag) {
        Some((tag, _)) if change.marks.is_empty() => removal(document, stale, tag),
        Some((tag, old)) => Some(replaced(document, tag, old, &change.marks)),
        None => added(document, stale, change),
    };
    changes.iter().filter_map(change).collect()
}

/// The key `stale` with its first marks, after all other keys.
fn new(document: Document<'_>, entry: &Mapping, changes: &[Change<'_>]) -> Option<Splice> {
    let (last_key, last) = entry.entries.last()?;
    let pair = |change: &Change<'_>| format!("{}: {}", in_flow(change.tag), written(&change.marks, in_flow));
    if entry.flow {
        let pairs: Vec<_> = changes.iter().map(pair).collect();
        let end = last.span().end.max(last_key.span.end);
        return Some(Splice::insert(end, format!(", stale: {{{}}}", pairs.join(", "))));
    }
    let (first, _) = entry.entries.first()?;
    let column = document.column(first.span.start);
    let mut lines = format!("{}stale:", " ".repeat(column));
    for change in changes {
        let _ = write!(lines, "\n{}", line(change, column + STEP));
    }
    if document.ends_with_file(last).is_some() {
        // Behind it, its text would end with a line break.
        let at = lines::start(document.text, first.span.start);
        return document.starts_line(first.span.start).then(|| document.lines_at(at, &lines, false));
    }
    let at = document
        .after_comments(document.after(last).max(lines::next(document.text, last_key.span.end)), column);
    Some(document.lines_at(at, &lines, false))
}

/// Another locale in `stale`.
fn added(document: Document<'_>, stale: &Mapping, change: &Change<'_>) -> Option<Splice> {
    let (key, last) = stale.entries.last()?;
    if stale.flow {
        let text = format!(", {}: {}", in_flow(change.tag), written(&change.marks, in_flow));
        return Some(Splice::insert(last.span().end.max(key.span.end), text));
    }
    let column = document.column(key.span.start);
    let at = document.after_comments(document.after(last), column);
    Some(document.lines_at(at, &line(change, column), false))
}

/// Other marks in the place of those in a locale.
fn replaced(document: Document<'_>, tag: &Scalar, old: &Node, marks: &[&Stale]) -> Splice {
    let is_below = match old {
        Node::Scalar(text) => text.style == Style::Block,
        Node::Mapping(fields) => !fields.flow,
        _ => false,
    };
    if !is_below {
        return Splice { span: old.span(), text: written(marks, before_comment) };
    }
    let span = document.after_colon(tag)..document.after(old);
    let line_break = document.line_break(span.end);
    Splice { span, text: format!(" {}{line_break}", written(marks, before_comment)) }
}

/// A key of a mapping goes with its value.
fn removal(document: Document<'_>, mapping: &Mapping, key: &Scalar) -> Option<Splice> {
    let index = mapping.entries.iter().position(|(other, _)| other.span == key.span)?;
    let end = |(key, node): &(Scalar, Node)| node.span().end.max(key.span.end);
    let (_, node) = &mapping.entries[index];
    let span = if !mapping.flow {
        let start = lines::start(document.text, key.span.start);
        document.starts_line(key.span.start).then(|| start..document.after(node))?
    } else if let Some((next, _)) = mapping.entries.get(index + 1) {
        key.span.start..next.span.start
    } else {
        end(mapping.entries.get(index.checked_sub(1)?)?)..end(&mapping.entries[index])
    };
    Some(Splice { span, text: String::new() })
}

fn line(change: &Change<'_>, column: usize) -> String {
    format!("{}{}: {}", " ".repeat(column), on_one_line(change.tag), written(&change.marks, on_one_line))
}

/// The marks in a locale, on one line; `alone` writes what is a text alone.
fn written(marks: &[&Stale], alone: fn(&str) -> String) -> String {
    if let [Stale { field: TextField::Message, source, .. }] = marks {
        return alone(&source.concat());
    }
    let pair = |mark: &&Stale| {
        let texts: Vec<_> = mark.source.iter().map(|text| in_flow(text)).collect();
        let (open, close) = if mark.field.is_list() { ("[", "]") } else { ("", "") };
        format!("{}: {open}{}{close}", mark.field, texts.join(", "))
    };
    format!("{{{}}}", marks.iter().map(pair).collect::<Vec<_>>().join(", "))
}
