//! Brings the texts of a filled stub into a catalog: into its trees, to be checked, and into its text.

use std::{collections::HashMap, fmt::Write as _};

use super::{
    document::{Document, Splice},
    entry::{Indent, Lines},
    marks,
    scalar::{before_comment, in_flow, on_one_line, value},
    stub::FilledText,
};
use crate::{
    catalog::{Catalog, Stale, TextField as Field},
    lines,
    reports::Reported,
    text_field::Written,
    yaml::{Mapping, Node, Scalar, Sequence, Style},
};

/// How far a text is indented from its key where there is no other to go by.
const STEP: usize = 2;

/// The texts that are to be merged.
pub(super) struct Merge<'a> {
    catalog: &'a Catalog,
    locale: &'a Scalar,
    /// The texts that are new.
    by_code: HashMap<&'a str, Vec<FilledText<'a>>>,
    /// What is left of the marks of each code in the locale, where some are removed.
    left: HashMap<&'a str, Vec<&'a Stale>>,
}

/// What happens to a field of an entry.
enum Change<'a> {
    /// Its texts get one in another locale.
    Add(&'a Mapping, FilledText<'a>),
    /// The text in the locale becomes another; the key is that of the locale, or of the field.
    Revise { key: &'a Scalar, old: &'a Node, in_braces: bool, new: FilledText<'a> },
    /// The one text of all locales becomes that of the first of these, and of the others if there are any; beside it stands
    /// the one in the new locale, if there is one.
    Divide(Vec<&'a str>, Option<FilledText<'a>>),
}

impl<'a> Merge<'a> {
    pub(super) fn new(catalog: &'a Catalog, locale: &'a Scalar, texts: &[FilledText<'a>]) -> Self {
        let mut by_code: HashMap<_, Vec<_>> = HashMap::with_capacity(texts.len());
        let mut left: HashMap<_, Vec<&Stale>> = HashMap::new();
        for text in texts {
            let entry = &catalog.entries[text.entry];
            if text.is_new {
                by_code.entry(&*entry.code).or_default().push(*text);
            }
            if text.settles && text.mark(catalog, &locale.text).is_some() {
                let in_locale = |mark: &&Stale| catalog.locales[mark.locale].tag == locale.text;
                let marks = left
                    .entry(&*entry.code)
                    .or_insert_with(|| entry.stale.iter().filter(in_locale).collect());
                marks.retain(|mark| mark.field != text.field);
            }
        }
        Self { catalog, locale, by_code, left }
    }

    fn source(&self) -> &'a str {
        &self.catalog.locales[0].tag
    }

    /// Whether the catalog gets its second locale: every message must then say in which it is, be it translated or not.
    fn gets_second(&self) -> bool {
        self.catalog.locales.len() == 1 && self.locale.text != self.source()
    }

    /// The new text of this field, if there is one.
    fn new_text(&self, code: &Scalar, field: &Scalar) -> Option<FilledText<'a>> {
        let texts = self.by_code.get(&*code.text)?;
        texts.iter().find(|text| text.field.as_str() == field.text).copied()
    }

    /// What happens to this field, if anything does.
    fn change<'n>(
        &self,
        code: &Scalar,
        field: &'n Scalar,
        node: &'n Node,
        in_braces: bool,
    ) -> Option<Change<'n>>
    where
        'a: 'n,
    {
        let Some(new) = self.new_text(code, field) else {
            let is_one_for_all = field.text == Field::Message.as_str() && matches!(node, Node::Scalar(_));
            let divides = is_one_for_all && self.gets_second();
            return divides.then(|| Change::Divide(vec![self.source()], None));
        };
        let locales = &self.catalog.locales;
        Some(match node {
            Node::Mapping(texts) => {
                match texts.entries.iter().find(|(key, _)| key.text == self.locale.text) {
                    Some((key, old)) => Change::Revise { key, old, in_braces: texts.flow, new },
                    None => Change::Add(texts, new),
                }
            }
            // Where the others have none, another locale stands in.
            _ if self.locale.text != self.source() => Change::Divide(vec![self.source()], Some(new)),
            _ if locales.len() == 1 => Change::Revise { key: field, old: node, in_braces, new },
            _ => Change::Divide(locales[1..].iter().map(|locale| &*locale.tag).collect(), Some(new)),
        })
    }

    /// The trees with the texts in them, which keep their places in the stub: so what is wrong with them is reported there.
    pub(super) fn grafted(&self, trees: &[Result<Node, Reported>]) -> Vec<Result<Node, Reported>> {
        let mut trees = trees.to_vec();
        for root in trees.iter_mut().flatten() {
            let Node::Mapping(root) = root else { continue };
            for (key, node) in &mut root.entries {
                match node {
                    Node::Sequence(locales)
                        if key.text == "locales" && !locales.words().any(|tag| tag == self.locale.text) =>
                    {
                        locales.items.push(Node::Scalar(self.locale.clone()));
                    }
                    Node::Mapping(codes) if key.text == "codes" => {
                        codes.entries.iter_mut().for_each(|(code, entry)| self.graft(code, entry));
                    }
                    _ => {}
                }
            }
        }
        trees
    }

    fn graft(&self, code: &Scalar, entry: &mut Node) {
        let Node::Mapping(entry) = entry else { return };
        if let Some(left) = self.left.get(&*code.text) {
            self.unmark(entry, left);
        }
        for (field, node) in &mut entry.entries {
            let new = |text: FilledText<'_>| (self.locale.clone(), text.node.clone());
            let changed = match self.change(code, field, node, entry.flow) {
                None => continue,
                Some(Change::Add(texts, text)) => {
                    let mut texts = texts.clone();
                    texts.entries.push(new(text));
                    Node::Mapping(texts)
                }
                Some(Change::Revise { key, new: text, .. }) => {
                    let (span, mut changed) = (key.span.clone(), node.clone());
                    let old = match &mut changed {
                        Node::Mapping(texts) => {
                            texts.entries.iter_mut().find(|(key, _)| key.span == span).map(|(_, old)| old)
                        }
                        only => Some(only),
                    };
                    if let Some(old) = old {
                        *old = text.node.clone();
                    }
                    changed
                }
                Some(Change::Divide(keepers, text)) => {
                    let span = node.span();
                    let key = |tag: &str| Scalar {
                        span: span.start..span.start,
                        text: tag.to_owned(),
                        style: Style::Plain,
                    };
                    let kept = keepers.into_iter().map(|tag| (key(tag), node.clone()));
                    let entries = kept.chain(text.map(new)).collect();
                    Node::Mapping(Mapping { span: span.clone(), entries, ..Mapping::default() })
                }
            };
            *node = changed;
        }
    }

    /// Leaves only those marks that are `left`.
    fn unmark(&self, entry: &mut Mapping, left: &[&Stale]) {
        let is_left = |field: &str| left.iter().any(|mark| mark.field.as_str() == field);
        entry.entries.retain_mut(|(key, node)| {
            let Node::Mapping(stale) = node else { return true };
            if key.text != "stale" {
                return true;
            }
            stale.entries.retain_mut(|(tag, marks)| {
                if tag.text != self.locale.text {
                    return true;
                }
                if let Node::Mapping(fields) = marks {
                    fields.entries.retain(|(field, _)| is_left(&field.text));
                }
                !left.is_empty()
            });
            !stale.entries.is_empty()
        });
    }

    /// What changes in the text of a file.
    pub(super) fn splices(&self, document: Document<'_>) -> Vec<Splice> {
        let mut writer = Writer { document, locale: &self.locale.text, splices: Vec::new() };
        if let Some(Node::Sequence(locales)) = document.root.get("locales")
            && !locales.words().any(|tag| tag == self.locale.text)
        {
            writer.add_locale(locales);
        }
        for (code, entry) in document.codes() {
            let Node::Mapping(entry) = entry else { continue };
            if let Some(left) = self.left.get(&*code.text) {
                let change = marks::Change { tag: &self.locale.text, marks: left.clone() };
                writer.splices.extend(marks::splices(document, entry, &[change]));
            }
            for (field, node) in &entry.entries {
                match self.change(code, field, node, entry.flow) {
                    None => {}
                    Some(Change::Add(texts, new)) => writer.add(texts, new),
                    Some(Change::Revise { key, old, in_braces, new }) => {
                        writer.revise(key, old, in_braces, new);
                    }
                    Some(Change::Divide(keepers, new)) => {
                        let copies = new.map(|new| new.field.of(&self.catalog.entries[new.entry]));
                        writer.divide(field, node, entry.flow, &keepers, copies.as_ref(), new);
                    }
                }
            }
        }
        writer.splices
    }
}

/// Writes texts into a file.
struct Writer<'a> {
    document: Document<'a>,
    locale: &'a str,
    splices: Vec<Splice>,
}

impl Writer<'_> {
    /// Adds the locale to the list of locales.
    fn add_locale(&mut self, locales: &Sequence) {
        let text = self.document.text;
        let Some(last) = locales.items.last().map(Node::span) else { return };
        if text[locales.span.start..].starts_with('[') {
            self.splices.push(Splice::insert(last.end, format!(", {}", in_flow(self.locale))));
            return;
        }
        // Down to the `-` of the last item.
        let Some(dash) = text[..last.start].rfind('-') else { return };
        let item = format!("{}- {}", " ".repeat(lines::column(text, dash)), on_one_line(self.locale));
        self.splices.push(self.document.lines_at(lines::next(text, last.end), &item, false));
    }

    /// Adds a text to those of a field.
    fn add(&mut self, texts: &Mapping, new: FilledText<'_>) {
        let Some((key, last)) = texts.entries.last() else { return };
        if texts.flow {
            let end = last.span().end.max(key.span.end);
            self.splices
                .push(Splice::insert(end, Self::pairs_in_flow(&[(self.locale, new.field, new.texts())])));
            return;
        }
        let column = self.document.column(key.span.start);
        let at = self.document.after_comments(self.document.after(last), column);
        self.pairs_at(at, column, &[(self.locale, new.field, new.texts())]);
    }

    /// Makes of a text that holds for all locales the one of the first of `keepers`; those that follow get it as well, and
    /// the new text stands after them.
    fn divide(
        &mut self,
        field: &Scalar,
        only: &Node,
        in_braces: bool,
        keepers: &[&str],
        copies: Option<&Written<'_>>,
        new: Option<FilledText<'_>>,
    ) {
        let [keeper, others @ ..] = keepers else { return };
        let mut added = Vec::new();
        if let Some(new) = new {
            if let Some(Written::Same(texts)) = copies {
                added.extend(others.iter().map(|other| (*other, new.field, texts.clone())));
            }
            added.push((self.locale, new.field, new.texts()));
        }
        let (document, text) = (self.document, self.document.text);
        let span = only.span();
        if in_braces {
            self.splices.push(Splice::insert(span.start, format!("{{{}: ", in_flow(keeper))));
            self.splices.push(Splice::insert(span.end, Self::pairs_in_flow(&added) + "}"));
            return;
        }
        let colon = document.after_colon(field);
        let column = document.column(field.span.start);
        let line_break = document.line_break(lines::next(text, field.span.end));
        let indent = " ".repeat(column + STEP);
        self.splices.push(Splice::insert(colon, format!("{line_break}{indent}{}:", on_one_line(keeper))));
        // Further lines of the text go along with its first.
        let mut at = lines::next(text, colon);
        let end = document.after(only);
        while at < end {
            if !text[at..].starts_with(['\n', '\r']) {
                self.splices.push(Splice::insert(at, " ".repeat(STEP)));
            }
            at = lines::next(text, at);
        }
        if !added.is_empty() {
            let at = document.after_comments(document.after(only), column);
            self.pairs_at(at, column + STEP, &added);
        }
    }

    /// Puts another text in the place of one.
    fn revise(&mut self, key: &Scalar, old: &Node, in_braces: bool, new: FilledText<'_>) {
        let column = self.document.column(key.span.start);
        match old {
            Node::Scalar(old) => {
                let is_beside = !self.document.text[key.span.end..old.span.start].contains(['\n', '\r']);
                for text in new.texts() {
                    self.revise_text(old, text, in_braces, is_beside, column);
                }
            }
            Node::Sequence(list) => {
                let in_brackets = in_braces || self.document.text[list.span.start..].starts_with('[');
                for (old, text) in list.items.iter().zip(new.texts()) {
                    if let Node::Scalar(old) = old
                        && old.text != text
                    {
                        // The text below `- |` is indented from the dash, which stands first on its line.
                        let start = self.document.indicator(old).map_or(old.span.start, |signs| signs.start);
                        let column = self.document.indent(start);
                        self.revise_text(old, text, in_brackets, false, column);
                    }
                }
            }
            Node::Mapping(_) | Node::Broken(..) => {}
        }
    }

    /// `is_beside` says whether a text of several lines may begin where the old one does; `column` is that of its key.
    fn revise_text(&mut self, old: &Scalar, new: &str, in_flow_style: bool, is_beside: bool, column: usize) {
        let text = self.document.text;
        if in_flow_style {
            self.splices.push(Splice { span: old.span.clone(), text: in_flow(new) });
        } else if old.style == Style::Block {
            self.revise_block(old, new, column);
        } else {
            let end_of_line = lines::end(text, old.span.end);
            let is_alone = text[old.span.end..end_of_line].trim().is_empty();
            let written = self.value(new, column, lines::next(text, end_of_line));
            let splice = if is_beside && is_alone && written.contains('\n') {
                let ends_line = new.ends_with('\n') && end_of_line == text.len();
                let line_break = self.document.line_break(end_of_line);
                let last = if ends_line { line_break } else { "" };
                Splice { span: old.span.start..end_of_line, text: written.replace('\n', line_break) + last }
            } else {
                let text = if is_alone { on_one_line(new) } else { before_comment(new) };
                Splice { span: old.span.clone(), text }
            };
            self.splices.push(splice);
        }
    }

    /// Puts a text in the place of one below `|` or `>`.
    fn revise_block(&mut self, old: &Scalar, new: &str, column: usize) {
        let (document, text) = (self.document, self.document.text);
        // Where it cannot be told, the edit is refused, since it is not what was asked for.
        let Some(signs) = document.indicator(old) else { return };
        let body = lines::next(text, signs.end)..document.after(&Node::Scalar(old.clone()));
        if text[signs.end..body.start].contains('#') {
            self.splices.push(Splice { span: signs, text: before_comment(new) });
            self.splices.push(Splice { span: body, text: String::new() });
            return;
        }
        let written = self.value(new, column, body.end);
        let line_break = document.line_break(body.start);
        let ends =
            text[..body.end].ends_with(['\n', '\r']) || (written.contains('\n') && new.ends_with('\n'));
        let last = if ends { line_break } else { "" };
        self.splices
            .push(Splice { span: signs.start..body.end, text: written.replace('\n', line_break) + last });
    }

    /// A text as the value of a key at `column`, unless what follows at `at` would become part of it.
    fn value(&self, text: &str, column: usize, at: usize) -> String {
        let written = value(text, column, STEP);
        if written.contains('\n') && self.document.is_swallowed(at, column + STEP) {
            on_one_line(text)
        } else {
            written
        }
    }

    /// Keys with their values for a mapping in braces, a comma before each.
    fn pairs_in_flow(pairs: &[(&str, Field, Vec<&str>)]) -> String {
        let mut text = String::new();
        for (locale, field, texts) in pairs {
            let texts: Vec<_> = texts.iter().map(|text| in_flow(text)).collect();
            let (open, close) = if field.is_list() { ("[", "]") } else { ("", "") };
            let _ = write!(text, ", {}: {open}{}{close}", in_flow(locale), texts.join(", "));
        }
        text
    }

    /// Lines of keys with their values that start at `at`, where another line ends.
    fn pairs_at(&mut self, at: usize, column: usize, pairs: &[(&str, Field, Vec<&str>)]) {
        let mut lines = Lines::new(Indent { code: column, step: STEP });
        for (locale, field, texts) in pairs {
            let texts: Vec<_> = texts.iter().map(|text| (*text).to_owned()).collect();
            if field.is_list() {
                lines.list(0, locale, &texts);
            } else {
                for text in &texts {
                    lines.pair(0, locale, text);
                }
            }
        }
        let document = self.document;
        let (lines, ends_line) = lines.finish(&|indent| document.is_swallowed(at, indent));
        self.splices.push(document.lines_at(at, &lines, ends_line));
    }
}
