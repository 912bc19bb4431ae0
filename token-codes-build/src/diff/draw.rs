//! An edit as a person reads it: what was done, the lines as they are and as they were, who notices, what to do instead.

use std::fmt;

use annotate_snippets::{Group, Level};

use super::{
    compare::{Comparison, Located},
    finding::Finding,
    rule::Severity,
};
use crate::{
    diagnostic::{
        draw::Drawing,
        excerpt::{Excerpt, Mark},
        visible,
    },
    suggest,
};

/// Draws the edits between two catalogs.
struct Drawings<'a> {
    old: Drawing<'a>,
    new: Drawing<'a>,
}

impl<'a> Drawings<'a> {
    fn new(comparison: &'a Comparison, drawing: fn(&'a crate::Source) -> Drawing<'a>) -> Self {
        Self { old: drawing(comparison.base.source()), new: drawing(&comparison.source) }
    }

    fn draw(&self, Located { finding, before, after }: &Located) -> String {
        let level = level(finding.severity());
        let title = level.primary_title(visible(&finding.message)).id(finding.rule.name());
        let mark = if after.is_some() { Mark::Secondary } else { Mark::Primary };
        let old = before.clone().map(|span| self.old.lines_at(span, mark, Some("before")));
        let new = after.clone().map(|span| self.new.lines_at(span, Mark::Primary, None));
        let excerpts = new.iter().chain(&old);
        let group = Group::with_title(title).elements(excerpts.map(Excerpt::snippet));
        let mut drawn = self.new.renderer.render(&[with_notes(group, finding, old.is_none())]);
        for (drawing, excerpt) in [(&self.new, new), (&self.old, old)] {
            if let Some(excerpt) = excerpt.filter(Excerpt::is_cut) {
                drawn = drawing.with_columns(&drawn, &[excerpt]);
            }
        }
        drawn
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Major => Level::ERROR.with_name("major"),
        Severity::Warning => Level::WARNING,
        Severity::Minor => Level::NOTE.with_name("minor"),
        Severity::Patch => Level::INFO.with_name("patch"),
    }
}

fn with_notes<'a>(mut group: Group<'a>, finding: &'a Finding, says_before: bool) -> Group<'a> {
    if let Some(before) = finding.old_value().filter(|_| says_before) {
        group = group.element(Level::NOTE.message(visible(&format!("before: {before}"))));
    }
    if !finding.who.is_empty() {
        group = group.element(Level::NOTE.message(noticed(finding)));
    }
    if let Some(reason) = &finding.accepted {
        return group.element(Level::NOTE.message(visible(&format!("accepted: {reason}"))));
    }
    let instead = finding.rule.instead();
    if instead.is_empty() { group } else { group.element(Level::HELP.message(instead)) }
}

/// Who notices it, and whether that breaks them.
fn noticed(finding: &Finding) -> String {
    let who: Vec<_> = finding.who.iter().map(|who| who.as_str()).collect();
    let verb = match finding.severity() {
        Severity::Error | Severity::Major => "breaks",
        Severity::Warning | Severity::Minor | Severity::Patch => "concerns",
    };
    format!("{verb} {}", suggest::list(&who, "and"))
}

impl Comparison {
    /// As displayed, with the colours of a terminal.
    #[must_use]
    pub fn styled(&self) -> impl fmt::Display + '_ {
        fmt::from_fn(|f| draw_all(f, self, &Drawings::new(self, Drawing::styled)))
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        draw_all(f, self, &Drawings::new(self, Drawing::plain))
    }
}

fn draw_all(f: &mut fmt::Formatter<'_>, comparison: &Comparison, drawings: &Drawings<'_>) -> fmt::Result {
    for (index, located) in comparison.findings.iter().enumerate() {
        // An empty line between two reports.
        f.write_str(if index > 0 { "\n\n" } else { "" })?;
        f.write_str(&drawings.draw(located))?;
    }
    Ok(())
}
