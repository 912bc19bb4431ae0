//! JSON lines: an object for each mistake, for editors and scripts.

use std::ops::Range;

use serde::Serialize;
use token_codes_build::{Diagnostic, Diagnostics, Label, Lines};

/// A mistake. The fields keep their names; others may be added.
#[derive(Serialize)]
struct Object<'a> {
    name: &'a str,
    level: String,
    message: &'a str,
    /// What is at the span, in a few words; `null` if the message says it.
    label: Option<&'a str>,
    help: Option<&'a str>,
    path: &'a str,
    /// `null` if the mistake is about the file as a whole.
    span: Option<Span>,
    labels: Vec<Place<'a>>,
}

/// Another place that belongs to the mistake.
#[derive(Serialize)]
struct Place<'a> {
    message: &'a str,
    span: Span,
}

/// Bytes are counted from 0, lines and columns from 1, and a column is a character. The end is behind the last one.
#[derive(Serialize)]
struct Span {
    byte_start: usize,
    byte_end: usize,
    line_start: usize,
    column_start: usize,
    line_end: usize,
    column_end: usize,
}

pub(super) fn write(found: &Diagnostics) -> String {
    let lines = found.source().lines();
    let path = &*found.source().path;
    found.iter().map(|diagnostic| line(&Object::new(diagnostic, path, &lines))).collect()
}

fn line(object: &Object<'_>) -> String {
    let json = serde_json::to_string(object).expect("texts and numbers are always JSON");
    json + "\n"
}

impl<'a> Object<'a> {
    fn new(diagnostic: &'a Diagnostic, path: &'a str, lines: &Lines<'_>) -> Self {
        let place = |label: &'a Label| Place { message: &label.message, span: Span::new(&label.span, lines) };
        Self {
            name: diagnostic.kind.name(),
            level: diagnostic.level().to_string(),
            message: &diagnostic.message,
            label: diagnostic.here.as_deref(),
            help: diagnostic.help.as_deref(),
            path,
            span: diagnostic.has_place().then(|| Span::new(&diagnostic.span, lines)),
            labels: diagnostic.labels.iter().map(place).collect(),
        }
    }
}

impl Span {
    fn new(span: &Range<usize>, lines: &Lines<'_>) -> Self {
        let Range { start, end } = lines.positions(span.clone());
        Self {
            byte_start: span.start,
            byte_end: span.end,
            line_start: start.line,
            column_start: start.column,
            line_end: end.line,
            column_end: end.column,
        }
    }
}
