//! What every stage after parsing needs: the source, its lines, and where reports go.

use std::ops::Range;

use crate::{
    diagnostic::Diagnostic,
    reports::{Reported, Reports},
    source::{Lines, Source},
    suggest,
};

pub(crate) struct Context<'a, 'r> {
    pub(crate) source: &'a Source,
    lines: Lines<'a>,
    reports: &'r mut Reports,
    /// How many words may still be compared with a misspelt one.
    comparisons: usize,
}

impl<'a, 'r> Context<'a, 'r> {
    pub(crate) fn new(source: &'a Source, reports: &'r mut Reports) -> Self {
        // Enough for any catalog that was written by hand, and no more than the file is long.
        let comparisons = 10_000 + source.text().len() / 2;
        Self { source, lines: source.lines(), reports, comparisons }
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) -> Reported {
        self.reports.report(diagnostic)
    }

    /// The candidate that `word` is most likely a misspelling of; none any more, once a catalog has so many unknown words
    /// that the search would take longer than all the rest.
    pub(crate) fn nearest<'w>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'w str>,
    ) -> Option<&'w str> {
        let comparisons = &mut self.comparisons;
        let affordable = candidates.into_iter().take_while(|_| {
            *comparisons = comparisons.saturating_sub(1);
            *comparisons > 0
        });
        suggest::nearest(word, affordable)
    }

    /// Whether the catalog is a single file.
    pub(crate) fn has_one_file(&self) -> bool {
        self.source.files().len() == 1
    }

    /// What a file is called in reports: a single one is the catalog.
    pub(crate) fn file_word(&self) -> &'static str {
        if self.has_one_file() { "the catalog" } else { "the file" }
    }

    /// Whether two bytes stand on one line.
    pub(crate) fn on_one_line(&self, one: usize, other: usize) -> bool {
        self.lines.line(one) == self.lines.line(other)
    }

    /// Whether two bytes stand in one file.
    pub(crate) fn in_one_file(&self, one: usize, other: usize) -> bool {
        self.source.file_at(one) == self.source.file_at(other)
    }

    /// The line of `there` as a report on `here` names it: with its file, if that is another.
    pub(crate) fn line(&self, there: &Range<usize>, here: &Range<usize>) -> String {
        let line = self.lines.number_in_file(self.lines.line(there.start));
        if self.in_one_file(there.start, here.start) {
            return format!("line {line}");
        }
        format!("line {line} of `{}`", self.source.file_at(there.start).path)
    }

    /// The text as it is written.
    pub(crate) fn written(&self, span: &Range<usize>) -> &'a str {
        self.source.text().get(span.clone()).unwrap_or_default()
    }
}
