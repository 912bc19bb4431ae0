//! The lines that a report shows, as the renderer wants them.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use crate::source::Lines;

/// Of a line that is longer, only what is around its first mark is handed to the renderer, which looks at each
/// character several times.
pub(super) const MAX_BYTES: usize = 2048;

/// Where a line is cut, this much is kept on both sides of the mark.
const AROUND: usize = 512;

/// A place that is marked.
pub(super) struct Marked<'a> {
    pub(super) span: Range<usize>,
    pub(super) first_line: usize,
    pub(super) last_line: usize,
    pub(super) mark: Mark,
    pub(super) label: Option<&'a str>,
}

/// How a place is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// With `^`: the mistake itself.
    Primary,
    /// With `-`: what belongs to it.
    Secondary,
}

/// Some lines that follow each other, and what is marked on them.
pub(crate) struct Excerpt {
    path: String,
    text: String,
    /// The number of the first line in its file.
    number: usize,
    marks: Vec<Annotation<'static>>,
    /// Where the first of the marked places starts in the source.
    start: usize,
    cut: bool,
}

/// What is shown of a line.
struct ShownLine {
    source: Range<usize>,
    /// Where it starts in the text of the excerpt.
    at: usize,
}

impl Excerpt {
    /// The lines from the first place to the last. The first of them is named above the lines.
    pub(super) fn new(path: String, lines: &Lines<'_>, places: Vec<Marked<'_>>) -> Self {
        let first_line = places.iter().map(|place| place.first_line).min().unwrap_or(1);
        let last_line = places.iter().map(|place| place.last_line).max().unwrap_or(1);
        let start = places.first().map_or(0, |place| place.span.start);
        let number = lines.number_in_file(first_line);
        let mut excerpt = Self { path, text: String::new(), number, marks: Vec::new(), start, cut: false };
        let shown: Vec<_> = (first_line..=last_line).map(|line| excerpt.push(lines, line, &places)).collect();
        for place in places {
            let shown_at = |line: usize, offset| shown[line - first_line].place(lines, offset);
            let span =
                shown_at(place.first_line, place.span.start)..shown_at(place.last_line, place.span.end);
            let kind = match place.mark {
                Mark::Primary => AnnotationKind::Primary,
                Mark::Secondary => AnnotationKind::Context,
            };
            excerpt.marks.push(kind.span(span).label(place.label.map(visible)));
        }
        excerpt
    }

    /// Adds a line, each with the same line break, whichever the file has.
    fn push(&mut self, lines: &Lines<'_>, line: usize, places: &[Marked<'_>]) -> ShownLine {
        let content = lines.content(line);
        let source = if content.len() <= MAX_BYTES {
            content.clone()
        } else {
            let marked = places.iter().find(|place| place.first_line == line).map(|place| place.span.clone());
            cut(lines, &content, marked.unwrap_or(content.start..content.start))
        };
        self.cut |= source != content;
        let at = self.text.len();
        self.text.push_str(&visible(lines.text(source.clone())));
        self.text.push('\n');
        ShownLine { source, at }
    }

    /// The path that is named above it.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Where the place starts that is named above it.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Whether not all of a line is shown.
    pub(crate) fn is_cut(&self) -> bool {
        self.cut
    }

    /// As the renderer wants it.
    pub(crate) fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        let marks = self.marks.iter().cloned();
        Snippet::source(&*self.text).line_start(self.number).path(&*self.path).annotations(marks)
    }
}

impl ShownLine {
    /// Where an offset of the source is in the excerpt.
    fn place(&self, lines: &Lines<'_>, offset: usize) -> usize {
        let offset = offset.clamp(self.source.start, self.source.end);
        self.at + visible(lines.text(self.source.start..offset)).len()
    }
}

/// The part of a long line that is around the marked place.
fn cut(lines: &Lines<'_>, content: &Range<usize>, marked: Range<usize>) -> Range<usize> {
    let start = marked.start.saturating_sub(AROUND).max(content.start);
    let end = marked.end.min(marked.start + MAX_BYTES) + AROUND;
    lines.whole_characters(start..end.min(content.end))
}

/// The text with a visible sign for each character that would move the cursor of a terminal or reorder its line.
///
/// It has as many characters as the text, so columns stay what they are.
pub(crate) fn visible(text: &str) -> String {
    let sign = |character: char| match character {
        '\t' | '\n' => character,
        '\0'..='\x1F' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}'),
        '\x7F' => '\u{2421}',
        '\u{80}'..='\u{9F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        _ => character,
    };
    text.chars().map(sign).collect()
}
