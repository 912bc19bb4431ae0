//! A place in a file, as programs are told it.

use std::ops::Range;

use serde::Serialize;
use token_codes_build::{Lines, Source};

/// A place in a file. Bytes are counted from 0, lines and columns from 1, and a column is a character. The end is after
/// the last one.
#[derive(Serialize)]
pub(crate) struct Span {
    byte_start: usize,
    byte_end: usize,
    line_start: usize,
    column_start: usize,
    line_end: usize,
    column_end: usize,
}

impl Span {
    pub(crate) fn new(source: &Source, lines: &Lines<'_>, span: &Range<usize>) -> Self {
        let Range { start, end } = lines.positions(span.clone());
        let start_of_file = source.file_at(span.start).span.start;
        Self {
            byte_start: span.start - start_of_file,
            byte_end: span.end - start_of_file,
            line_start: start.line,
            column_start: start.column,
            line_end: end.line,
            column_end: end.column,
        }
    }
}
