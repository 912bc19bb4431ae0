//! The report for a person: each edit with its lines, a summary, and the version that is asked for.

use token_codes_build::diff::Severity;

use super::Report;

pub(super) fn write(report: &Report) -> String {
    let compared = &report.compared;
    let edits = match compared.findings.len() {
        0 => String::new(),
        _ => format!("{}\n\n{}\n", compared.styled(), summary(report)),
    };
    format!("{edits}version bump: {}\n", compared.bump())
}

/// How many edits there are of each severity, and how many of them are accepted.
pub(super) fn summary(report: &Report) -> String {
    let findings = || report.compared.findings.iter().map(|located| &located.finding);
    let counts = Severity::ALL.into_iter().filter_map(|severity| {
        let count = findings().filter(|finding| finding.severity() == severity).count();
        (count > 0).then(|| format!("{count} {severity}"))
    });
    let accepted = findings().filter(|finding| finding.accepted.is_some()).count();
    let accepted = if accepted == 0 { String::new() } else { format!(" ({accepted} accepted)") };
    let count = report.compared.findings.len();
    let edits = if count == 1 { "edit" } else { "edits" };
    format!("{count} {edits}: {}{accepted}", counts.collect::<Vec<_>>().join(", "))
}
