//! From the events of `granit-parser` to the tree.

use std::{borrow::Cow, collections::HashSet, ops::Range};

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StructureStyle};

use super::{
    MAX_DEPTH, Mapping, Node, Reading, Scalar, Sequence, Style,
    explain::{self, Before},
    lookalike,
};
use crate::{
    diagnostic::Diagnostic,
    lines,
    reports::{Reported, Reports},
};

/// What is in a text that can be read to its end.
pub(super) struct Tree {
    /// That of the first document; `None` if there is none.
    pub(super) root: Option<Node>,
    pub(super) reports: Reports,
}

/// Why a text cannot be read to its end.
pub(super) struct Stop {
    pub(super) cause: Cause,
    /// What to say of it, or the proof that it has been said.
    pub(super) explained: Result<Reported, Diagnostic>,
    /// On what stands before it.
    pub(super) reports: Reports,
    /// Where it was noticed.
    pub(super) at: usize,
    /// What was read last.
    pub(super) read: Range<usize>,
    /// Where the outermost list or mapping in brackets starts that is not closed.
    pub(super) flow: Option<usize>,
}

/// What kinds of stops are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    TooDeep,
    /// A tab stands where YAML wants spaces.
    Tab,
    /// A colon makes a key of what can be none.
    KeyNotAllowed,
    /// A key has a character that only looks like one of YAML's own.
    Lookalike,
    Other,
}

impl Stop {
    /// What is to be said if nothing else is.
    pub(super) fn alone(self) -> Reading {
        match self.explained {
            Ok(reported) => Reading { root: Err(reported), reports: self.reports },
            Err(diagnostic) => Reading::failed(diagnostic),
        }
    }

    /// What is to be said with what stands before it.
    pub(super) fn with_others(self) -> Reading {
        let Self { explained, mut reports, .. } = self;
        let reported = explained.unwrap_or_else(|diagnostic| reports.report(diagnostic));
        Reading { root: Err(reported), reports }
    }
}

/// The tree of the first document.
pub(super) fn build(text: &str) -> Result<Tree, Box<Stop>> {
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
        reports: Reports::default(),
        open: Vec::new(),
        root: None,
        documents: 0,
        read: 0..0,
        closed_flow: None,
        anchored: None,
        anchors: HashSet::new(),
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
    Ok(Tree { root: builder.root, reports: builder.reports })
}

struct Builder<'a> {
    text: &'a str,
    reports: Reports,
    /// The collections that are not closed yet, from the outside in.
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    /// The last event.
    read: Range<usize>,
    /// The flow collection that was closed last, if nothing came after it.
    closed_flow: Option<Range<usize>>,
    /// The scalar whose anchor is the next event.
    anchored: Option<Range<usize>>,
    /// The names of all anchors so far.
    anchors: HashSet<&'a str>,
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
            Event::Scalar(value, style, anchor, _) => self.scalar(value, style, anchor > 0, tag, span)?,
            Event::MappingStart(style, ..) => {
                self.tagged(tag, Before::Structure);
                let flow = style == StructureStyle::Flow;
                let mapping = Mapping { span: span.clone(), flow, entries: Vec::new(), lost_key: None };
                self.opened(Open::Mapping { mapping, key: None }, span)?;
            }
            Event::SequenceStart(..) => {
                self.tagged(tag, Before::Structure);
                self.opened(Open::Sequence(Sequence { span: span.clone(), items: Vec::new() }), span)?;
            }
            Event::MappingEnd | Event::SequenceEnd => self.closed(&span)?,
            Event::Anchor(..) => {
                let anchored = self.anchored.take();
                let before = if anchored.is_some() { self.sign_before() } else { Before::Structure };
                self.anchors.extend(self.text[span.clone()].strip_prefix('&'));
                let reported = self.reports.report(explain::anchor(self.text, span, "anchor", before));
                if let Some(span) = anchored {
                    self.place(Node::Broken(span, reported))?;
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let is_known = span.len() > 1 && self.anchors.contains(&self.text[span.start + 1..span.end]);
                let diagnostic = if is_known {
                    explain::known_alias(self.text, span.clone())
                } else {
                    explain::anchor(self.text, span.clone(), "alias", self.sign_before())
                };
                let reported = self.reports.report(diagnostic);
                self.place(Node::Broken(span, reported))?;
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
        self.reports.report(explain::another_document(span));
        false
    }

    fn scalar(
        &mut self,
        value: Cow<'_, str>,
        style: ScalarStyle,
        anchored: bool,
        tag: Option<Range<usize>>,
        mut span: Range<usize>,
    ) -> Result<(), Box<Stop>> {
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
        let tagged = self.tagged(tag, self.sign_before());
        // With a tag or an anchor, the text is not what was meant, so nothing more is said of it.
        if anchored {
            self.anchored = Some(span);
            return Ok(());
        }
        if let Some(reported) = tagged {
            return self.place(Node::Broken(span, reported));
        }
        // The parser gives `~` for a value that is not written.
        let text = if style == Style::Plain && span.is_empty() { String::new() } else { value.into_owned() };
        self.place(Node::Scalar(Scalar { span, text, style }))
    }

    fn opened(&mut self, open: Open, span: Range<usize>) -> Result<(), Box<Stop>> {
        self.open.push(open);
        if self.open.len() <= MAX_DEPTH {
            return Ok(());
        }
        Err(self.stop(span.start, Cause::TooDeep, Err(explain::too_deep(span))))
    }

    fn closed(&mut self, end: &Range<usize>) -> Result<(), Box<Stop>> {
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
            None => return Ok(()),
        };
        self.place(node)
    }

    /// Puts a node where it belongs: into the innermost collection that is open.
    fn place(&mut self, node: Node) -> Result<(), Box<Stop>> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence(sequence)) => sequence.items.push(node),
            Some(Open::Mapping { mapping, key }) => match key.take() {
                None => match lookalike_in_key(self.text, &node) {
                    None => *key = Some(as_key(node, &mut self.reports)),
                    Some(diagnostic) => {
                        return Err(self.stop(node.span().start, Cause::Lookalike, Err(diagnostic)));
                    }
                },
                Some(Key::Good(key)) => mapping.entries.push((key, node)),
                // What was meant by it is not known, so nothing is known to be missing.
                Some(Key::Bad(reported)) => mapping.lost_key = Some(reported),
            },
        }
        Ok(())
    }

    /// What the word is that comes next.
    fn sign_before(&self) -> Before {
        match self.open.last() {
            Some(Open::Mapping { key: None, .. }) => Before::Structure,
            _ if self.is_in_flow() => Before::TextInBrackets,
            _ => Before::Text,
        }
    }

    /// Whether the innermost collection that is open is in brackets.
    fn is_in_flow(&self) -> bool {
        match self.open.last() {
            Some(Open::Mapping { mapping, .. }) => mapping.flow,
            Some(Open::Sequence(sequence)) => self.text[sequence.span.start..].starts_with('['),
            None => false,
        }
    }

    fn tagged(&mut self, tag: Option<Range<usize>>, before: Before) -> Option<Reported> {
        let tag = tag?;
        let start = self.text.floor_char_boundary(tag.start);
        let span = start..self.text.floor_char_boundary(tag.end).max(start);
        Some(self.reports.report(explain::tag(self.text, span, before)))
    }

    fn syntax_error(mut self, error: &ScanError) -> Box<Stop> {
        let at = error.marker().byte_offset().unwrap_or(self.text.len());
        let at = self.text.floor_char_boundary(at);
        // `*stars* and text` breaks the syntax after what was taken for an alias: one mistake, one report.
        let on_this_line = lines::start(self.text, at)..=at;
        let is_reported = self.reports.last().is_some_and(|last| on_this_line.contains(&last.span.start));
        let explained = if let Some(reported) = self.reports.any().filter(|_| is_reported) {
            Ok(reported)
        } else {
            let in_brackets = self.is_in_flow().then(|| self.read.clone());
            Err(explain::syntax_error(self.text, at, error, in_brackets, self.closed_flow.take()))
        };
        self.stop(at, cause(error.kind()), explained)
    }

    fn stop(&mut self, at: usize, cause: Cause, explained: Result<Reported, Diagnostic>) -> Box<Stop> {
        let mut starts = self.open.iter().map(|open| match open {
            Open::Mapping { mapping, .. } => mapping.span.start,
            Open::Sequence(sequence) => sequence.span.start,
        });
        let flow = starts.find(|&start| self.text[start..].starts_with(['[', '{']));
        let reports = std::mem::take(&mut self.reports);
        Box::new(Stop { cause, explained, reports, at, read: self.read.clone(), flow })
    }
}

fn cause(kind: &ErrorKind) -> Cause {
    match kind {
        ErrorKind::RecursionLimitExceeded => Cause::TooDeep,
        kind if explain::is_tab(kind) => Cause::Tab,
        ErrorKind::MappingValueNotAllowed => Cause::KeyNotAllowed,
        _ => Cause::Other,
    }
}

fn lookalike_in_key(text: &str, node: &Node) -> Option<Diagnostic> {
    match node {
        Node::Scalar(scalar) if scalar.style == Style::Plain && !scalar.text.is_ascii() => {
            lookalike::in_key(text, scalar.span.clone())
        }
        _ => None,
    }
}

/// A key is a text that is not `<<`.
fn as_key(node: Node, reports: &mut Reports) -> Key {
    match node {
        Node::Scalar(Scalar { span, text, style: Style::Plain }) if text == "<<" => {
            Key::Bad(reports.report(explain::merge_key(span)))
        }
        Node::Scalar(scalar) => Key::Good(scalar),
        Node::Broken(_, reported) => Key::Bad(reported),
        Node::Mapping(Mapping { span, .. }) | Node::Sequence(Sequence { span, .. }) => {
            Key::Bad(reports.report(explain::no_text_as_key(span)))
        }
    }
}
