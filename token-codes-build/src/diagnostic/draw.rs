//! A mistake as a person reads it: what is wrong, the lines where it is, what stands there, what to write instead.
//!
//! `annotate-snippets` draws it. It is handed the few lines around the mistake and never the file, so that a hundred
//! mistakes in a large catalog cost no more than a hundred in a small one.

use std::{fmt, ops::Range};

use annotate_snippets::{Group, Level as Severity, Origin, Renderer};

use super::{
    Diagnostic, Diagnostics, Level,
    excerpt::{Excerpt, MAX_BYTES, Mark, Marked, visible},
};
use crate::source::{Lines, Source};

/// Places that are further from the mistake than this many lines are drawn below it, with a line number of their own.
const NEAR: usize = 30;

/// What one excerpt can show of its lines, in columns; the renderer takes 140 for the width of a terminal.
const WIDTH: usize = 120;

/// Of a place with more lines, such as a whole mapping, only the first one is marked.
const MAX_LINES: usize = 6;

/// Draws the mistakes in one source.
pub(crate) struct Drawing<'a> {
    source: &'a Source,
    lines: Lines<'a>,
    pub(crate) renderer: Renderer,
}

impl<'a> Drawing<'a> {
    /// Without colour: for files, pipes and build scripts.
    pub(crate) fn plain(source: &'a Source) -> Self {
        Self { source, lines: source.lines(), renderer: Renderer::plain() }
    }

    /// With the colours of a terminal.
    pub(crate) fn styled(source: &'a Source) -> Self {
        Self { renderer: Renderer::styled(), ..Self::plain(source) }
    }

    /// The report on one mistake, with no line break at its end.
    pub(super) fn draw(&self, diagnostic: &Diagnostic) -> String {
        let is_error = diagnostic.level() == Level::Error;
        let severity = if is_error { Severity::ERROR } else { Severity::WARNING };
        let title = severity.primary_title(visible(&diagnostic.message)).id(diagnostic.kind.name());
        let group = Group::with_title(title);
        if !diagnostic.has_place() {
            let group = group.element(Origin::path(self.path(diagnostic.span.start)));
            return self.renderer.render(&[with_help(group, diagnostic)]);
        }
        let excerpts = self.excerpts(diagnostic);
        let group = group.elements(excerpts.iter().map(|excerpt| excerpt.snippet()));
        let drawn = self.renderer.render(&[with_help(group, diagnostic)]);
        if excerpts.iter().any(Excerpt::is_cut) { self.with_columns(&drawn, &excerpts) } else { drawn }
    }

    /// The lines to show: those around the mistake, and then each place that is far away.
    fn excerpts(&self, diagnostic: &Diagnostic) -> Vec<Excerpt> {
        let primary = self.place(diagnostic.span.clone(), Mark::Primary, diagnostic.here.as_deref());
        let labels = diagnostic.labels.iter();
        let labels =
            labels.map(|label| self.place(label.span.clone(), Mark::Secondary, Some(&label.message)));
        let (mut near, far): (Vec<_>, Vec<_>) = labels.partition(|label| self.is_near(&primary, label));
        near.insert(0, primary);
        let far = far.into_iter().map(|place| vec![place]);
        std::iter::once(near).chain(far).map(|places| self.excerpt(places)).collect()
    }

    /// The lines around one place.
    pub(crate) fn lines_at(&self, span: Range<usize>, mark: Mark, label: Option<&str>) -> Excerpt {
        self.excerpt(vec![self.place(span, mark, label)])
    }

    fn excerpt(&self, places: Vec<Marked<'_>>) -> Excerpt {
        let path = self.path(places.first().map_or(0, |place| place.span.start));
        Excerpt::new(path, &self.lines, places)
    }

    /// The path of the file in which a byte stands, as it is shown.
    fn path(&self, offset: usize) -> String {
        visible(&self.source.file_at(offset).path)
    }

    /// Whether two places fit into one excerpt, all of whose lines are of one file and show the same columns.
    fn is_near(&self, one: &Marked<'_>, other: &Marked<'_>) -> bool {
        if self.source.file_at(one.span.start) != self.source.file_at(other.span.start) {
            return false;
        }
        let columns = [one, other].map(|place| self.columns(place));
        let start = columns[0].start.min(columns[1].start);
        let end = columns[0].end.max(columns[1].end);
        one.first_line.abs_diff(other.first_line) <= NEAR && end - start <= WIDTH
    }

    /// The columns of a place and its label, more or less: only the renderer knows the width of each character.
    fn columns(&self, place: &Marked<'_>) -> Range<usize> {
        let width = |text: &str| -> usize {
            // Of a line that is far too long for a terminal, an upper bound is good enough.
            let is_long = text.len() > MAX_BYTES;
            let wide = |character| if character < '\u{1100}' { 1 } else { 2 };
            if is_long { text.len() } else { text.chars().map(wide).sum() }
        };
        let content = self.lines.content(place.first_line);
        let start = width(self.lines.text(content.start..place.span.start));
        let end = start + width(self.lines.text(place.span.start..place.span.end.min(content.end)));
        start..end + place.label.map_or(0, |label| width(label) + 1)
    }

    fn place<'l>(&self, span: Range<usize>, mark: Mark, label: Option<&'l str>) -> Marked<'l> {
        let span = self.lines.whole_characters(span);
        let first_line = self.lines.line(span.start);
        // What ends with a line break ends on that line.
        let last_line = self.lines.line(span.end.saturating_sub(1).max(span.start));
        let last_line = if last_line - first_line < MAX_LINES { last_line } else { first_line };
        let end = span.end.min(self.lines.content(last_line).end).max(span.start);
        Marked { span: span.start..end, first_line, last_line, mark, label }
    }

    /// Says in which column each excerpt is; the renderer does not know it where a long line was cut.
    pub(crate) fn with_columns(&self, drawn: &str, excerpts: &[Excerpt]) -> String {
        // The places stand below the title, in the order of the excerpts.
        let (title, mut rest) = drawn.split_at(drawn.find('\n').unwrap_or(0));
        let mut corrected = title.to_owned();
        for excerpt in excerpts {
            let position = self.lines.position(excerpt.start());
            let place = format!("{}:{}:", excerpt.path(), position.line);
            let Some(at) = rest.find(&place) else { continue };
            let (before, after) = rest.split_at(at + place.len());
            corrected.push_str(before);
            corrected.push_str(&position.column.to_string());
            rest = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
        }
        corrected + rest
    }
}

fn with_help<'a>(group: Group<'a>, diagnostic: &'a Diagnostic) -> Group<'a> {
    match &diagnostic.help {
        Some(help) => group.element(Severity::HELP.message(visible(help))),
        None => group,
    }
}

impl Diagnostic {
    /// The report as a person reads it: what is wrong, the lines where it is, and what to write instead.
    ///
    /// Each call looks for the lines of the source anew; to show all, display the [`Diagnostics`].
    #[must_use]
    pub fn display<'a>(&'a self, source: &'a Source) -> impl fmt::Display + 'a {
        fmt::from_fn(move |f| f.write_str(&Drawing::plain(source).draw(self)))
    }
}

impl Diagnostics {
    /// As displayed, with the colours of a terminal.
    #[must_use]
    pub fn styled(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| draw_all(f, self, &Drawing::styled(self.source())))
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        draw_all(f, self, &Drawing::plain(self.source()))
    }
}

impl std::error::Error for Diagnostics {}

fn draw_all(f: &mut fmt::Formatter<'_>, diagnostics: &Diagnostics, drawing: &Drawing<'_>) -> fmt::Result {
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        // An empty line between two reports.
        f.write_str(if index > 0 { "\n\n" } else { "" })?;
        f.write_str(&drawing.draw(diagnostic))?;
    }
    Ok(())
}
