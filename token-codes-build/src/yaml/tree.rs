//! From the events of `granit-parser` to the tree.

use std::{borrow::Cow, ops::Range};

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span, StructureStyle};

use super::{MAX_DEPTH, Mapping, Node, Scalar, Sequence, Style, recover::another_document, syntax};
use crate::{
    diagnostic::{Diagnostic, Kind},
    reports::{Reported, Reports},
    suggest::quoted,
};

/// Why a text cannot be read to its end.
pub(super) struct Stop {
    /// What to say of it; `None` if that has been said.
    pub(super) diagnostic: Option<Diagnostic>,
    /// What the parser says of it, if it was the parser that stopped.
    pub(super) kind: Option<ErrorKind>,
    /// Whether it is a tab.
    pub(super) is_tab: bool,
    /// Where it was noticed.
    pub(super) at: usize,
    /// What was read last.
    pub(super) read: Range<usize>,
    /// Where the outermost list or mapping in brackets starts that is not closed.
    pub(super) flow: Option<usize>,
}

/// The tree of the first document; `None` if it has none.
pub(super) fn build(text: &str, reports: &mut Reports) -> Result<Option<Node>, Box<Stop>> {
    let options = granit_parser::options! {
        // Comments after a text are found in the source, so their number need not be limited.
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        // As serde_yaml reads it.
        block_scalar_eof_without_line_feed: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut builder = Builder {
        text,
        reports,
        open: Vec::new(),
        root: None,
        documents: 0,
        read: 0..0,
        closed_flow: None,
        anchored: None,
    };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                if !builder.event(event, &span)? {
                    break;
                }
            }
            Err(error) => return Err(builder.syntax_error(&error)),
        }
    }
    Ok(builder.root)
}

struct Builder<'a> {
    text: &'a str,
    reports: &'a mut Reports,
    /// The collections that are not closed yet, from the outside in.
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    /// The last event.
    read: Range<usize>,
    /// The flow collection that was closed last, if nothing came after it.
    closed_flow: Option<Range<usize>>,
    /// That of the last anchor.
    anchored: Option<Reported>,
}

enum Open {
    Mapping {
        mapping: Mapping,
        /// The key that waits for its value.
        key: Option<Key>,
    },
    Sequence(Sequence),
}

enum Key {
    Good(Scalar),
    /// The pair is left out.
    Bad(Reported),
}

impl Builder<'_> {
    /// Takes an event; `false` if the rest is of no interest.
    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<bool, Box<Stop>> {
        let tag = span.tag_span().and_then(|tag| tag.byte_range());
        let span = self.range(span);
        self.closed_flow = None;
        if !span.is_empty() {
            self.read = span.clone();
        }
        match event {
            Event::DocumentStart(..) => return Ok(self.document(span)),
            Event::Scalar(value, style, anchor, _) => self.scalar(value, style, anchor > 0, tag, span),
            Event::MappingStart(style, ..) => {
                self.tagged(tag);
                let flow = style == StructureStyle::Flow;
                let mapping = Mapping { span: span.clone(), flow, entries: Vec::new(), lost_key: None };
                self.opened(Open::Mapping { mapping, key: None }, span)?;
            }
            Event::SequenceStart(..) => {
                self.tagged(tag);
                self.opened(Open::Sequence(Sequence { span: span.clone(), items: Vec::new() }), span)?;
            }
            Event::MappingEnd | Event::SequenceEnd => self.closed(&span),
            Event::Anchor(..) => self.anchored = Some(self.report_anchor(span, "anchor")),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let reported = self.report_anchor(span.clone(), "alias");
                self.place(Node::Broken(span, reported));
            }
            _ => {}
        }
        Ok(true)
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or_default();
        // Whatever a parser says, slicing with it must not panic.
        let end = self.text.floor_char_boundary(range.end);
        self.text.floor_char_boundary(range.start).min(end)..end
    }

    fn document(&mut self, span: Range<usize>) -> bool {
        self.documents += 1;
        if self.documents == 1 {
            return true;
        }
        self.reports.report(another_document(span));
        false
    }

    fn scalar(
        &mut self,
        value: Cow<'_, str>,
        style: ScalarStyle,
        anchored: bool,
        tag: Option<Range<usize>>,
        mut span: Range<usize>,
    ) {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        if style == Style::Block {
            // The blank lines and the indentation of what follows are no part of what is shown.
            span.end = span.start + self.text[span.clone()].trim_end().len();
        }
        let tagged = self.tagged(tag);
        if let Some(reported) = tagged.or(self.anchored.filter(|_| anchored)) {
            // The text is not what was meant, so nothing more is said of it.
            return self.place(Node::Broken(span, reported));
        }
        // The parser gives `~` for a value that is not written.
        let text = if style == Style::Plain && span.is_empty() { String::new() } else { value.into_owned() };
        self.place(Node::Scalar(Scalar { span, text, style }));
    }

    fn opened(&mut self, open: Open, span: Range<usize>) -> Result<(), Box<Stop>> {
        self.open.push(open);
        if self.open.len() <= MAX_DEPTH {
            return Ok(());
        }
        let (at, diagnostic) = (span.start, syntax::too_deep(span));
        Err(self.stop(at, None, Some(diagnostic)))
    }

    fn closed(&mut self, end: &Range<usize>) {
        let node = match self.open.pop() {
            Some(Open::Mapping { mut mapping, .. }) => {
                if mapping.flow {
                    mapping.span.end = end.end;
                    self.closed_flow = Some(mapping.span.clone());
                } else if let Some((key, value)) = mapping.entries.last() {
                    mapping.span.end = value.span().end.max(key.span.end);
                }
                Node::Mapping(mapping)
            }
            Some(Open::Sequence(mut sequence)) => {
                // Only a list in brackets has an end of its own.
                if !end.is_empty() {
                    sequence.span.end = end.end;
                    self.closed_flow = Some(sequence.span.clone());
                } else if let Some(item) = sequence.items.last() {
                    sequence.span.end = item.span().end;
                }
                Node::Sequence(sequence)
            }
            None => return,
        };
        self.place(node);
    }

    /// Puts a node where it belongs: into the innermost collection that is open.
    fn place(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence(sequence)) => sequence.items.push(node),
            Some(Open::Mapping { mapping, key }) => match key.take() {
                None => *key = Some(as_key(node, self.reports)),
                Some(Key::Good(key)) => mapping.entries.push((key, node)),
                // What was meant by it is not known, so nothing is known to be missing.
                Some(Key::Bad(reported)) => mapping.lost_key = Some(reported),
            },
        }
    }

    fn tagged(&mut self, tag: Option<Range<usize>>) -> Option<Reported> {
        let span = tag?;
        let written =
            &self.text[self.text.floor_char_boundary(span.start)..self.text.floor_char_boundary(span.end)];
        let help =
            format!("put a text that starts with `!` in quotes: {}", quoted(self.rest_of_line(span.start)));
        let message = format!("YAML takes `{written}` for a tag, which a catalog has no use for");
        Some(self.reports.report(Diagnostic::new(Kind::Tag, span, message).help(help)))
    }

    fn report_anchor(&mut self, span: Range<usize>, what: &str) -> Reported {
        let written = &self.text[span.clone()];
        let sign = &written[..1.min(written.len())];
        let help = format!(
            "put a text that starts with `{sign}` in quotes: {}",
            quoted(self.rest_of_line(span.start))
        );
        let message = format!("YAML takes `{written}` for an {what}, which a catalog has no use for");
        self.reports.report(Diagnostic::new(Kind::Anchor, span, message).help(help))
    }

    fn rest_of_line(&self, start: usize) -> &str {
        syntax::rest_of_line(self.text, start)
    }

    fn syntax_error(&self, error: &granit_parser::ScanError) -> Box<Stop> {
        let at = error.marker().byte_offset().unwrap_or(self.text.len());
        let at = self.text.floor_char_boundary(at);
        // `*stars* and text` breaks the syntax behind what was taken for an alias: one mistake, one report.
        let reported = self.reports.last().is_some_and(|last| {
            last.span.start <= at && !self.text[last.span.start..at].contains(['\n', '\r'])
        });
        let diagnostic = (!reported).then(|| syntax::explain(self.text, at, error, self.closed_flow.clone()));
        self.stop(at, Some(error.kind().clone()), diagnostic)
    }

    fn stop(&self, at: usize, kind: Option<ErrorKind>, diagnostic: Option<Diagnostic>) -> Box<Stop> {
        let mut starts = self.open.iter().map(|open| match open {
            Open::Mapping { mapping, .. } => mapping.span.start,
            Open::Sequence(sequence) => sequence.span.start,
        });
        let flow = starts.find(|&start| self.text[start..].starts_with(['[', '{']));
        let is_tab = kind.as_ref().is_some_and(syntax::is_tab);
        Box::new(Stop { diagnostic, kind, is_tab, at, read: self.read.clone(), flow })
    }
}

/// A key is a text that is not `<<`.
fn as_key(node: Node, reports: &mut Reports) -> Key {
    match node {
        Node::Scalar(scalar) if scalar.style == Style::Plain && scalar.text == "<<" => {
            let help = "write the keys of the other mapping out";
            let diagnostic = Diagnostic::new(Kind::MergeKey, scalar.span, "a catalog has no merge keys");
            Key::Bad(reports.report(diagnostic.help(help)))
        }
        Node::Scalar(scalar) => Key::Good(scalar),
        Node::Broken(_, reported) => Key::Bad(reported),
        Node::Mapping(Mapping { span, .. }) | Node::Sequence(Sequence { span, .. }) => {
            let help = "a text that starts with `{`, `[` or `?` must be in quotes";
            let diagnostic = Diagnostic::new(Kind::WrongShape, span, "a key must be a text").help(help);
            Key::Bad(reports.report(diagnostic))
        }
    }
}
