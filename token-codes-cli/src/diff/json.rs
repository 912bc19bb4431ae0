//! JSON lines: one object for each edit, and a last one for all of them.

use std::ops::Range;

use serde::Serialize;
use token_codes_build::catalog::TextField;
use token_codes_build::diff::{Finding, Item, Located, Side};
use token_codes_build::{Lines, Source};

use super::Report;
use crate::format::json_line;
use crate::span::Span;

/// One edit. The fields keep their names; others may be added.
#[derive(Serialize)]
struct Edit<'a> {
    rule: &'static str,
    level: &'static str,
    who: Vec<&'static str>,
    message: &'a str,
    /// `null` where nothing is to be done.
    instead: Option<&'static str>,
    /// Why it is made all the same; `null` if the catalog does not accept it.
    accepted: Option<&'a str>,
    /// What to write in `accepted` of the catalog.
    acceptance: String,
    code: Option<&'a str>,
    param: Option<&'a str>,
    column: Option<&'a str>,
    locale: Option<&'a str>,
    field: Option<&'static str>,
    before: Option<State<'a>>,
    after: Option<State<'a>>,
}

/// One of the two states of what was edited.
#[derive(Serialize)]
struct State<'a> {
    /// What it says; `null` where it is only there or not.
    value: Option<&'a str>,
    /// `null`, and the span too, where it is not written.
    path: Option<&'a str>,
    span: Option<Span>,
}

#[derive(Serialize)]
struct Total {
    edits: usize,
    bump: &'static str,
    fails: bool,
}

pub(super) fn write(report: &Report) -> String {
    let compared = &report.compared;
    let old = compared.base.has_places().then(|| compared.base.source()).map(|old| (old, old.lines()));
    let new = (&compared.source, compared.source.lines());
    let edits = compared.findings.iter().map(|located| {
        let Located { finding, before, after, .. } = located;
        let before = state(finding.before.as_ref(), before.as_ref(), old.as_ref());
        json_line(&edit(finding, before, state(finding.after.as_ref(), after.as_ref(), Some(&new))))
    });
    let total =
        Total { edits: compared.findings.len(), bump: compared.bump().as_str(), fails: report.fails() };
    edits.collect::<String>() + &json_line(&total)
}

fn edit<'a>(finding: &'a Finding, before: Option<State<'a>>, after: Option<State<'a>>) -> Edit<'a> {
    let subject = finding.item().subject();
    let field = match finding.item() {
        Item::Text { field, .. } => Some(*field),
        _ => None,
    };
    Edit {
        rule: finding.rule.name(),
        level: finding.severity().as_str(),
        who: finding.who.iter().map(|who| who.as_str()).collect(),
        message: &finding.message,
        instead: Some(finding.rule.instead()).filter(|instead| !instead.is_empty()),
        accepted: finding.accepted.as_deref(),
        acceptance: finding.acceptance(),
        code: subject.code,
        param: subject.param,
        column: subject.column,
        locale: subject.locale,
        field: field.map(TextField::as_str),
        before,
        after,
    }
}

fn state<'a>(
    side: Option<&'a Side>,
    span: Option<&Range<usize>>,
    source: Option<&(&'a Source, Lines<'a>)>,
) -> Option<State<'a>> {
    let place = span.zip(source);
    Some(State {
        value: side?.value.as_deref(),
        path: place.map(|(span, (source, _))| &*source.file_at(span.start).path),
        span: place.map(|(span, (source, lines))| Span::new(source, lines, span)),
    })
}
