//! JSON lines: an object for each mistake, for editors and scripts.

use std::ops::Range;

use serde::Serialize;
use token_codes_build::{Diagnostic, Diagnostics, Label, Lines, Source};

use crate::span::Span;

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
    labels: Vec<LabelObject<'a>>,
}

/// Another place that belongs to the mistake; not always in the same file.
#[derive(Serialize)]
struct LabelObject<'a> {
    message: &'a str,
    path: &'a str,
    span: Span,
}

pub(super) fn write(found: &Diagnostics) -> String {
    let objects = Objects { source: found.source(), lines: found.source().lines() };
    found.iter().map(|diagnostic| line(&objects.object(diagnostic))).collect()
}

fn line(object: &Object<'_>) -> String {
    let json = serde_json::to_string(object).expect("texts and numbers are always JSON");
    json + "\n"
}

/// Makes objects of mistakes in this source.
struct Objects<'a> {
    source: &'a Source,
    lines: Lines<'a>,
}

impl<'a> Objects<'a> {
    fn object(&self, diagnostic: &'a Diagnostic) -> Object<'a> {
        Object {
            name: diagnostic.kind.name(),
            level: diagnostic.level().to_string(),
            message: &diagnostic.message,
            label: diagnostic.here.as_deref(),
            help: diagnostic.help.as_deref(),
            path: self.path(&diagnostic.span),
            span: diagnostic.has_place().then(|| Span::new(self.source, &self.lines, &diagnostic.span)),
            labels: diagnostic.labels.iter().map(|label| self.label(label)).collect(),
        }
    }

    fn label(&self, label: &'a Label) -> LabelObject<'a> {
        LabelObject {
            message: &label.message,
            path: self.path(&label.span),
            span: Span::new(self.source, &self.lines, &label.span),
        }
    }

    fn path(&self, span: &Range<usize>) -> &'a str {
        &self.source.file_at(span.start).path
    }
}
