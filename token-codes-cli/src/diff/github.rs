//! Annotations of GitHub Actions: each edit beside its line in the pull request.

use token_codes_build::diff::{Finding, Located, Severity};

use super::{Report, human};
use crate::github::{Annotation, Annotator};

pub(super) fn write(report: &Report) -> String {
    let annotator = Annotator::new(&report.compared.source);
    let edits = report.compared.findings.iter().map(|located| {
        let start = located.after.as_ref().map_or(0, |after| after.start);
        annotator.write(annotation(report, located), start)
    });
    // What is no annotation stands in the log.
    let summary = human::summary(report);
    format!("{}{summary}\nversion bump: {}\n", edits.collect::<String>(), report.compared.bump())
}

fn annotation<'a>(report: &Report, Located { finding, after, .. }: &'a Located) -> Annotation<'a> {
    let before = finding.old_value().map(|before| format!("\nbefore: {before}")).unwrap_or_default();
    let why = match (&finding.accepted, finding.rule.instead()) {
        (Some(reason), _) => format!("\naccepted: {reason}"),
        (None, "") => String::new(),
        (None, instead) => format!("\nhelp: {instead}"),
    };
    Annotation {
        level: level(report, finding),
        span: after.clone(),
        title: finding.rule.name(),
        text: format!("{}{before}{why}", finding.message),
    }
}

/// What makes the command fail is an error there, whatever it is here.
fn level(report: &Report, finding: &Finding) -> &'static str {
    match finding.severity() {
        _ if report.is_failed_by(finding) => "error",
        Severity::Error | Severity::Major | Severity::Warning if finding.accepted.is_none() => "warning",
        _ => "notice",
    }
}
