//! A code that is retired: its lines go from the codes to the list of the retired ones, as they are.

use std::ops::Range;

use super::{
    EditError, Edited, Editor, about, check_edited,
    document::{self, Document, Splice},
    head,
    insertion::{has_empty_line, in_braces, not_in_lines, text_at_end},
    scalar::{in_flow, on_one_line, value},
};
use crate::{
    catalog::{Catalog, Entry, Retired},
    diagnostic::{Diagnostic, Diagnostics, Kind},
    lines,
    source::Source,
    suggest,
    yaml::{Mapping, Node, Scalar, Sequence},
};

/// That a code is retired, with what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retirement {
    /// The code, as written in the catalog.
    pub code: String,
    /// When, such as `2026-11`.
    pub since: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// The code to use instead.
    pub replacement: Option<String>,
}

impl Editor<'_> {
    /// Moves the entry of a code to the retired codes of its file, with its texts and its comments as they are.
    ///
    /// ```
    /// # use token_codes_build::{Source, edit::{Editor, Retirement}};
    /// let source = Source::new("catalog.yaml", "\
    /// locales: [en]
    /// codes:
    ///   SHOP001:      # the first
    ///     message: sold out
    ///   SHOP002:
    ///     message: closed
    /// ");
    /// let mut retirement = Retirement::new("SHOP001");
    /// retirement.replacement = Some("SHOP002".into());
    /// let edited = Editor::open(&source)?.retire(&retirement)?;
    /// assert_eq!(edited.source.text(), "\
    /// locales: [en]
    /// codes:
    ///   SHOP002:
    ///     message: closed
    ///
    /// retired:
    ///   - code: SHOP001      # the first
    ///     use: SHOP002
    ///     message: sold out
    /// ");
    /// # Ok::<(), token_codes_build::edit::EditError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`EditError::Given`], if the catalog has no such code. Also if it would have mistakes without the code, such as
    /// another that is to be replaced by it, and if the codes are in braces.
    pub fn retire(&self, retirement: &Retirement) -> Result<Edited, EditError> {
        let source = self.parsed.source;
        let place = Document::all(&self.parsed).find_map(|document| {
            let index = document.codes().iter().position(|(code, _)| code.text == retirement.code)?;
            Some((document, index))
        });
        let Some((document, index)) = place else { return Err(self.no_code(&retirement.code)) };
        let is_only_file = source.files().len() == 1;
        let moving = moved(&document, index, retirement, is_only_file);
        let Move { splices, added } = moving.map_err(|diagnostic| self.refuse(diagnostic))?;
        let edited = document::apply(source, splices);
        let checked = check_edited(&edited)?;
        let is_all = retirement.is_all(&self.catalog, &checked.catalog);
        if !is_all || head(&self.catalog) != head(&checked.catalog) {
            let at = document.codes()[index].0.span.clone();
            let message =
                format!("`{}` cannot be moved from here without a change of something else", retirement.code);
            let diagnostic = Diagnostic::new(Kind::AmbiguousYaml, at, message);
            return Err(self.refuse(diagnostic.help("move the entry to `retired` by hand")));
        }
        let warnings = about(&checked.warnings, &added);
        Ok(Edited { source: edited, added, warnings })
    }

    /// The refusal of a code that the catalog does not have.
    fn no_code(&self, code: &str) -> EditError {
        let is_retired = self.catalog.retired.iter().any(|retired| retired.code == code);
        let shown = code.escape_debug();
        let codes = self.catalog.entries.iter().map(|entry| &*entry.code);
        let (message, help) = match suggest::nearest(code, codes) {
            _ if is_retired => {
                (format!("the code `{shown}` is retired already"), "there is nothing to do".to_owned())
            }
            Some(nearest) => {
                (format!("the catalog has no code `{shown}`"), format!("did you mean `{nearest}`?"))
            }
            None => (format!("the catalog has no code `{shown}`"), "name a code as it is written".to_owned()),
        };
        let diagnostic = Diagnostic::new(Kind::UnknownCode, 0..code.len(), message).help(help);
        EditError::Given(Diagnostics::new(Source::new("code", code), vec![diagnostic]))
    }
}

impl Retirement {
    /// That of this code, of which nothing else is said yet.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), ..Self::default() }
    }

    /// What is said of the code, by the keys of a catalog.
    fn remarks(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let remarks = [("since", &self.since), ("use", &self.replacement), ("why", &self.why)];
        remarks.into_iter().filter_map(|(key, text)| Some((key, text.as_deref()?)))
    }

    /// Whether `after` is the catalog `before` with this code retired, and nothing else changed.
    ///
    /// Identifiers are left out: a code may have been the only reason that another has no constant of its own.
    pub(super) fn is_all(&self, before: &Catalog, after: &Catalog) -> bool {
        let is_it = |code: &str| code == self.code;
        let left = before.entries.iter().filter(|entry| !is_it(&entry.code)).map(without_identifiers);
        let old = after.retired.iter().filter(|retired| !is_it(&retired.code)).map(normal);
        let new = after.retired.iter().find(|retired| is_it(&retired.code));
        left.eq(after.entries.iter().map(without_identifiers))
            && old.eq(before.retired.iter().map(normal))
            && new.is_some_and(|new| self.is(new, before.entry(&self.code)))
    }

    fn is(&self, retired: &Retired, entry: Option<&Entry>) -> bool {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        (&retired.since, &retired.why) == (&text(&self.since), &text(&self.why))
            && retired.replacement == self.replacement
            && retired.entry.as_ref().map(without_identifiers) == entry.map(without_identifiers)
    }
}

fn without_identifiers(entry: &Entry) -> Entry {
    Entry { constant: String::new(), variant: String::new(), ..entry.clone() }
}

fn normal(retired: &Retired) -> Retired {
    Retired { entry: retired.entry.as_ref().map(without_identifiers), ..retired.clone() }
}

/// What moves an entry.
pub(super) struct Move {
    pub(super) splices: Vec<Splice>,
    /// The bytes of the lines of the retired code, in the edited catalog.
    pub(super) added: Range<usize>,
}

/// What moves the entry at this index of the document's codes. `is_only_file` keeps a `codes:` that nothing is left in.
pub(super) fn moved(
    document: &Document<'_>,
    index: usize,
    retirement: &Retirement,
    is_only_file: bool,
) -> Result<Move, Diagnostic> {
    let root = document.root;
    let codes = match root.entries.iter().find(|(key, _)| key.text == "codes") {
        Some((_, Node::Mapping(codes))) if !codes.flow && !root.flow => codes,
        _ => return Err(in_braces(root.span.clone())),
    };
    let place = EntryPlace::new(document, codes, index)?;
    let list = ListPlace::new(document, &place)?;
    let item = place.item(retirement, list.indent)?;
    let mut splices = vec![Splice { span: place.span_with_gap(codes), text: String::new() }];
    if let ([_], false, Some((key, _))) =
        (&*codes.entries, is_only_file, root.entries.iter().find(|(key, _)| key.text == "codes"))
    {
        let start = lines::start(document.text, key.span.start);
        splices.push(Splice { span: start..lines::next(document.text, start), text: String::new() });
    }
    splices.extend(list.replaced.clone().map(|span| Splice { span, text: String::new() }));
    let before: usize =
        splices.iter().filter(|splice| splice.span.end <= list.at).map(|splice| splice.span.len()).sum();
    let start = list.at - before + list.opening.len();
    let added = start..start + item.trim_end_matches(['\n', '\r']).len();
    splices.push(Splice::insert(list.at, list.opening + &item));
    Ok(Move { splices, added })
}

/// Where an entry stands that is to be moved.
struct EntryPlace<'a> {
    document: &'a Document<'a>,
    index: usize,
    key: &'a Scalar,
    body: &'a Mapping,
    /// Its lines, with the comments right above it and those below that are further in.
    span: Range<usize>,
    /// Where the line of its code starts.
    line: usize,
}

impl<'a> EntryPlace<'a> {
    fn new(document: &'a Document<'a>, codes: &'a Mapping, index: usize) -> Result<Self, Diagnostic> {
        let (key, node) = &codes.entries[index];
        let Node::Mapping(body) = node else { return Err(not_in_lines(key)) };
        if !document.starts_line(key.span.start) {
            return Err(not_in_lines(key));
        }
        if let Some(last) = document.ends_with_file(node) {
            return Err(text_at_end(key, last));
        }
        let column = document.column(key.span.start);
        let line = lines::start(document.text, key.span.start);
        let start = document.before_comments(line, column);
        let end = document.after_comments(document.after(node), column);
        Ok(Self { document, index, key, body, span: start..end, line })
    }

    /// Its lines, with the empty ones that would be left beside others.
    fn span_with_gap(&self, codes: &Mapping) -> Range<usize> {
        let Range { start, end } = self.span;
        let above = self.index.checked_sub(1).map(|above| &codes.entries[above].1);
        match above {
            // They are part of a text.
            Some(above) if self.document.keeps_empty_lines(above) => start..end,
            Some(_) => self.document.before_empty_lines(start)..end,
            None if codes.entries.len() > 1 => start..self.document.after_empty_lines(end),
            None => start..end,
        }
    }

    /// The entry as an item of the list whose items are indented by `indent`.
    fn item(&self, retirement: &Retirement, indent: usize) -> Result<String, Diagnostic> {
        let (text, line_break) = (self.document.text, self.document.line_break(self.span.end));
        let comments = &text[self.span.start..self.line];
        let mut item = comments.to_owned();
        item.push_str(&" ".repeat(indent));
        if self.body.flow {
            item.push_str(&self.in_braces(retirement)?);
        } else {
            item.push_str(&self.in_lines(retirement, indent, line_break));
        }
        if !item.ends_with(['\n', '\r']) {
            item.push_str(line_break);
        }
        Ok(item)
    }

    /// The keys stay where they are, if they can: then no byte of them changes.
    fn in_lines(&self, retirement: &Retirement, indent: usize, line_break: &str) -> String {
        let text = self.document.text;
        let old = self.body.entries.first().map_or(0, |(key, _)| self.document.column(key.span.start));
        let column = old.max(indent + 2);
        let colon = self.document.after_colon(self.key);
        let below = lines::next(text, colon);
        let mut lines = format!("-{}code: ", " ".repeat(column - indent - 1));
        lines.push_str(&text[self.key.span.clone()]);
        lines.push_str(&text[colon..below]);
        for (key, remark) in retirement.remarks() {
            let remark = if key == "why" { value(remark, column, 2) } else { on_one_line(remark) };
            let written = format!("{}{key}: {remark}\n", " ".repeat(column));
            lines.push_str(&written.replace('\n', line_break));
        }
        for line in text[below..self.span.end].split_inclusive('\n') {
            if !line.trim_end_matches(['\n', '\r']).is_empty() {
                lines.push_str(&" ".repeat(column - old));
            }
            lines.push_str(line);
        }
        lines
    }

    fn in_braces(&self, retirement: &Retirement) -> Result<String, Diagnostic> {
        let text = self.document.text;
        let (colon, brace) = (self.document.after_colon(self.key), self.body.span.start);
        if !text[colon..brace].trim().is_empty() {
            return Err(not_in_lines(self.key));
        }
        let rest = &text[brace + 1..self.span.end];
        let inner = rest.trim_start_matches(' ');
        let code = [("code", &*retirement.code)];
        let remarks = code.into_iter().chain(retirement.remarks());
        let remarks: Vec<_> = remarks.map(|(key, text)| format!("{key}: {}", in_flow(text))).collect();
        let space = if inner.starts_with(['\n', '\r']) { "" } else { " " };
        let blanks = &rest[..rest.len() - inner.len()];
        Ok(format!("- {{{blanks}{},{space}{inner}", remarks.join(", ")))
    }
}

/// Where the next retired code goes.
struct ListPlace {
    /// The offset at which its lines are inserted: a line starts there, or the file ends.
    at: usize,
    /// How far the items are indented.
    indent: usize,
    /// What comes before it: an empty line, the key `retired`, items that were in brackets.
    opening: String,
    /// The brackets that are replaced by lines.
    replaced: Option<Range<usize>>,
}

impl ListPlace {
    fn new(document: &Document<'_>, entry: &EntryPlace<'_>) -> Result<Self, Diagnostic> {
        let list = document.root.entries.iter().find(|(key, _)| key.text == "retired");
        let place = match list {
            Some((key, Node::Sequence(list))) if document.text[list.span.start..].starts_with('[') => {
                Self::of_brackets(document, key, list, entry)?
            }
            Some((key, Node::Sequence(list))) => Self::of_lines(document, key, list)?,
            Some((key, node)) => return Err(in_brackets(key.span.start..node.span().end)),
            None => Self::at_end(document, entry)?,
        };
        Ok(place.beyond(document, entry))
    }

    /// After the last item.
    fn of_lines(document: &Document<'_>, key: &Scalar, retired: &Sequence) -> Result<Self, Diagnostic> {
        let ([first, ..], Some(last)) = (&*retired.items, retired.items.last()) else {
            return Err(in_brackets(retired.span.clone()));
        };
        if let Some(text) = document.ends_with_file(last) {
            return Err(text_at_end(key, text));
        }
        let dash = document.text[..first.span().start].trim_end();
        let Some(dash) = dash.strip_suffix('-') else { return Err(in_brackets(first.span())) };
        let indent = document.column(dash.len());
        let gaps =
            retired.items.windows(2).map(|pair| &document.text[pair[0].span().end..pair[1].span().start]);
        let is_spaced = retired.items.len() > 1 && gaps.into_iter().all(has_empty_line);
        let after = document.after(last);
        let (at, opening) = if document.keeps_empty_lines(last) {
            (after, "")
        } else {
            (document.after_comments(after, indent), if is_spaced { document.line_break(after) } else { "" })
        };
        Ok(Self { at, indent, opening: opening.to_owned(), replaced: None })
    }

    /// Below the key, after the items in lines of their own: what stands in brackets cannot hold comments and long texts.
    fn of_brackets(
        document: &Document<'_>,
        key: &Scalar,
        list: &Sequence,
        entry: &EntryPlace<'_>,
    ) -> Result<Self, Diagnostic> {
        let (text, colon) = (document.text, document.after_colon(key));
        if text[list.span.clone()].contains(['\n', '\r']) || !text[colon..list.span.start].trim().is_empty() {
            return Err(in_brackets(list.span.clone()));
        }
        let at = lines::next(text, list.span.end);
        let (indent, line_break) = (entry.indent_in_new_list(), document.line_break(at));
        let items = list
            .items
            .iter()
            .map(|item| format!("{}- {}{line_break}", " ".repeat(indent), &text[item.span()]));
        Ok(Self { at, indent, opening: items.collect(), replaced: Some(colon..list.span.end) })
    }

    /// A list of its own, after all that is in the file.
    fn at_end(document: &Document<'_>, entry: &EntryPlace<'_>) -> Result<Self, Diagnostic> {
        let entries = &document.root.entries;
        let (key, last) = &entries[entries.len() - 1];
        if let Some(ending) = document.ends_with_file(last) {
            return Err(text_at_end(key, ending));
        }
        let at = document.after(last).max(lines::next(document.text, key.span.end));
        let line_break = document.line_break(at);
        let indent = " ".repeat(document.column(key.span.start));
        let blank = if document.keeps_empty_lines(last) { "" } else { line_break };
        let opening = format!("{blank}{indent}retired:{line_break}");
        Ok(Self { at, indent: entry.indent_in_new_list(), opening, replaced: None })
    }

    /// The same, but not amid the lines that are taken away, and not amid a line.
    fn beyond(mut self, document: &Document<'_>, entry: &EntryPlace<'_>) -> Self {
        if entry.span.contains(&self.at) {
            self.at = entry.span.end;
        }
        if self.at != entry.span.end && document.is_amid_line(self.at) {
            self.opening.insert_str(0, document.line_break(self.at));
        }
        self
    }
}

impl EntryPlace<'_> {
    /// How far an item is to be indented so that the keys of the entry can stay where they are.
    fn indent_in_new_list(&self) -> usize {
        let column = |key: &Scalar| self.document.column(key.span.start);
        match self.body.entries.first() {
            Some((key, _)) if !self.body.flow => column(key).saturating_sub(2),
            _ => column(self.key),
        }
    }
}

fn in_brackets(span: Range<usize>) -> Diagnostic {
    let message = "the retired codes are in brackets, where no entry can be kept";
    let help = "write each of them on a line of its own below `retired:`, behind `- `";
    Diagnostic::new(Kind::WrongShape, span, message).help(help)
}
