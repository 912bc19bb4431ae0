//! A file of a catalog as it is edited: its text and its tree.

use std::ops::Range;

use crate::{
    lines,
    parse::Parsed,
    source::{Source, SourceFile},
    yaml::{Mapping, Node, Scalar, Style},
};

/// A file of a catalog. Its places are those of the whole catalog.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    pub(super) file: &'a SourceFile,
    /// The text of the catalog, up to the end of this file.
    pub(super) text: &'a str,
    pub(super) root: &'a Mapping,
}

impl<'a> Document<'a> {
    /// Those of a catalog without mistakes.
    pub(super) fn all(parsed: &'a Parsed<'_>) -> impl DoubleEndedIterator<Item = Self> {
        let files = parsed.source.files().iter().zip(&parsed.trees);
        files.filter_map(|(file, tree)| {
            let Ok(Node::Mapping(root)) = tree else { return None };
            Some(Self { file, text: &parsed.source.text()[..file.span.end], root })
        })
    }

    /// Each code with its entry.
    pub(super) fn codes(&self) -> &'a [(Scalar, Node)] {
        match self.root.get("codes") {
            Some(Node::Mapping(codes)) => &codes.entries,
            _ => &[],
        }
    }

    /// The line break before `at`, or else the first of the file.
    pub(super) fn line_break(&self, at: usize) -> &'static str {
        let start = self.file.span.start;
        let own = &self.text[start..];
        let is_after_break = own[..at - start].ends_with(['\n', '\r']);
        let end = if is_after_break { at - start } else { lines::next(own, 0) };
        match &own.as_bytes()[..end] {
            [.., b'\r', b'\n'] => "\r\n",
            [.., b'\r'] => "\r",
            _ => "\n",
        }
    }

    /// Lines that start at `at`, where another one ends; `ends_line` if their text ends with a line break.
    pub(super) fn lines_at(&self, at: usize, lines: &str, ends_line: bool) -> Splice {
        let line_break = self.line_break(at);
        let is_below = !self.is_amid_line(at);
        let before = if is_below { "" } else { line_break };
        // A file whose last line does not end keeps it so, unless that line break is part of a text.
        let after = if is_below || ends_line { line_break } else { "" };
        Splice::insert(at, format!("{before}{}{after}", lines.replace('\n', line_break)))
    }

    /// Whether the text before `at` ends amid a line: at the end of a file whose last line does not end.
    pub(super) fn is_amid_line(&self, at: usize) -> bool {
        let before = &self.text[self.file.span.start..at];
        !before.is_empty() && !before.ends_with(['\n', '\r'])
    }

    /// After the lines of a value: no line of it follows.
    pub(super) fn after(&self, node: &Node) -> usize {
        let mut at = lines::next(self.text, node.span().end);
        let Some(block) = last_block(node) else { return at };
        let (signs, column) = (self.signs(block), self.column_of_block(block));
        let mut end = at;
        while let Some(line) = self.line(at).filter(|line| line.trim().is_empty()) {
            at = lines::next(self.text, at);
            // Blanks beyond the indentation are text; with `+`, so is every empty line.
            let blanks = line.trim_end_matches(['\n', '\r']);
            if signs.contains('+') || blanks.len() > column || blanks.contains('\t') {
                end = at;
            }
        }
        end
    }

    /// How far a text below `|` or `>` is indented, at least.
    fn column_of_block(&self, block: &Scalar) -> usize {
        // With a number there, blanks before the first word may be part of the text.
        if self.signs(block).contains(|sign: char| sign.is_ascii_digit()) {
            return 0;
        }
        let start = lines::start(self.text, block.span.start);
        indent(self.text[start..].trim_start_matches(['\n', '\r']))
    }

    /// After the comments from `at` on that are further in than `column`, and so belong to what is above them.
    pub(super) fn after_comments(&self, mut at: usize, column: usize) -> usize {
        while self.line(at).is_some_and(|line| indent(line) > column && line.trim_start().starts_with('#')) {
            at = lines::next(self.text, at);
        }
        at
    }

    /// Before the comments that end at `at`, the start of a line, and start at `column`: those of what is below them.
    pub(super) fn before_comments(&self, at: usize, column: usize) -> usize {
        let is_comment = |line: &str| indent(line) == column && line[column..].starts_with('#');
        self.before_lines(at, is_comment)
    }

    /// Before the empty lines that end at `at`, the start of a line.
    pub(super) fn before_empty_lines(&self, at: usize) -> usize {
        self.before_lines(at, |line| line.trim().is_empty())
    }

    /// Before the lines that end at `at` for which this is true.
    fn before_lines(&self, mut at: usize, is_one: impl Fn(&str) -> bool) -> usize {
        while at > self.file.span.start {
            let above = &self.text[..at];
            let above = ["\r\n", "\n", "\r"].iter().find_map(|end| above.strip_suffix(end)).unwrap_or(above);
            let start = lines::start(self.text, above.len()).max(self.file.span.start);
            if !is_one(&self.text[start..at]) {
                break;
            }
            at = start;
        }
        at
    }

    /// After the empty lines from `at` on.
    pub(super) fn after_empty_lines(&self, mut at: usize) -> usize {
        while self.line(at).is_some_and(|line| line.trim().is_empty()) {
            at = lines::next(self.text, at);
        }
        at
    }

    /// Whether comments or blank lines from `at` on would become part of a text below `|` that ends there and is indented
    /// by `indent`.
    pub(super) fn is_swallowed(&self, mut at: usize, indent: usize) -> bool {
        while let Some(line) = self.line(at) {
            let content = line.trim_start_matches(' ');
            let column = line.len() - content.len();
            match content.trim_end_matches(['\n', '\r']) {
                "" if column <= indent => {}
                comment if comment.starts_with('#') => return column >= indent,
                rest => return rest.trim().is_empty() || rest.trim_start().starts_with('#'),
            }
            at = lines::next(self.text, at);
        }
        false
    }

    /// The line that starts at `at`, with its line break; `None` at the end of the file.
    fn line(&self, at: usize) -> Option<&'a str> {
        self.text.get(at..lines::next(self.text, at)).filter(|line| !line.is_empty())
    }

    /// Whether the empty lines after a value are part of it: it ends with a text below `|+` or `>+`.
    pub(super) fn keeps_empty_lines(&self, node: &Node) -> bool {
        last_block(node).is_some_and(|last| self.signs(last).contains('+'))
    }

    /// The text that ends `node`, if it would end with a line break if it did not end with the file.
    pub(super) fn ends_with_file<'n>(&self, node: &'n Node) -> Option<&'n Scalar> {
        let is_at_end = lines::next(self.text, node.span().end) == self.text.len();
        let ends = is_at_end && self.is_amid_line(self.text.len());
        last_block(node).filter(|last| ends && !self.signs(last).contains('-'))
    }

    /// The `|` or `>` of a text, with the signs that follow.
    fn signs(&self, block: &Scalar) -> &'a str {
        self.indicator(block).map_or("", |signs| &self.text[signs])
    }

    /// Where the `|` or `>` of a text stands, with the signs that follow; `None` if it has none.
    pub(super) fn indicator(&self, block: &Scalar) -> Option<Range<usize>> {
        if block.style != Style::Block {
            return None;
        }
        let header = self.text[..block.span.start].trim_end();
        let start = lines::start(self.text, header.len());
        let line = &header[start..];
        let at = line.match_indices(['|', '>']).map(|(at, _)| at).find(|&at| {
            let before = line[..at].trim_end();
            let rest =
                line[at + 1..].trim_start_matches(|sign: char| "+-".contains(sign) || sign.is_ascii_digit());
            (before.is_empty() || before.ends_with([':', '-']))
                && (rest.is_empty() || rest.starts_with([' ', '\t']))
        })?;
        let signs = line[at + 1..].find([' ', '\t']).unwrap_or(line.len() - at - 1);
        Some(start + at..start + at + 1 + signs)
    }

    /// Whether `at` is the first on its line but for its indentation.
    pub(super) fn starts_line(&self, at: usize) -> bool {
        self.text[lines::start(self.text, at)..at].bytes().all(|byte| byte == b' ')
    }

    /// How many characters stand before `at` on its line.
    pub(super) fn column(&self, at: usize) -> usize {
        lines::column(self.text, at)
    }

    /// How many blanks its line starts with.
    pub(super) fn indent(&self, at: usize) -> usize {
        indent(&self.text[lines::start(self.text, at)..])
    }

    /// After the colon of a key.
    pub(super) fn after_colon(&self, key: &Scalar) -> usize {
        let end = key.span.end;
        self.text[end..].find(':').map_or(end, |colon| end + colon + 1)
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The text that ends a value, if it stands below `|` or `>`.
fn last_block(node: &Node) -> Option<&Scalar> {
    match node {
        Node::Mapping(Mapping { flow: false, entries, .. }) => last_block(&entries.last()?.1),
        Node::Sequence(sequence) => last_block(sequence.items.last()?),
        Node::Scalar(scalar) if scalar.style == Style::Block => Some(scalar),
        _ => None,
    }
}

/// A new text for these bytes of a catalog.
pub(super) struct Splice {
    pub(super) span: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { span: at..at, text: text.into() }
    }
}

/// The catalog with all of these, none of which overlap. Those at one place come in the order in which they are given.
pub(super) fn apply(source: &Source, mut splices: Vec<Splice>) -> Source {
    // What is inserted where another text is removed comes before it.
    splices.sort_by_key(|splice| (splice.span.start, splice.span.end));
    let mut splices = splices.into_iter().peekable();
    let mut edited = Source::without_files(source.path().to_owned());
    for file in source.files() {
        let mut text = String::with_capacity(file.span.len());
        let mut end = file.span.start;
        while let Some(splice) = splices.next_if(|splice| splice.span.start <= file.span.end) {
            text.push_str(source.text().get(end..splice.span.start).unwrap_or_default());
            text.push_str(&splice.text);
            end = splice.span.end;
        }
        text.push_str(source.text().get(end..file.span.end).unwrap_or_default());
        edited.push(&file.path, &text);
    }
    edited
}
