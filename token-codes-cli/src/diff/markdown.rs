//! Markdown for a comment on a pull request.

use std::fmt::Write as _;

use token_codes_build::Lines;
use token_codes_build::diff::{Located, Severity};

use super::{Report, human};

pub(super) fn write(report: &Report) -> String {
    let compared = &report.compared;
    let path = code(compared.source.path());
    let bump = compared.bump();
    if compared.findings.is_empty() {
        return format!("### {path} is as it was\n\nVersion bump: **{bump}**\n");
    }
    let mut out = format!("### {path}: {}\n", human::summary(report));
    let lines = compared.source.lines();
    for severity in Severity::ALL {
        let edits: Vec<_> =
            compared.findings.iter().filter(|located| located.finding.severity() == severity).collect();
        if !edits.is_empty() {
            let _ = write!(out, "\n**{severity}**\n\n| edit | who | where | instead |\n|---|---|---|---|\n");
        }
        for located in edits {
            out.push_str(&row(report, located, &lines));
        }
    }
    // The last line is the version, in each format for people.
    let _ = write!(out, "\nVersion bump: **{bump}**\n");
    out
}

fn row(report: &Report, Located { finding, after, .. }: &Located, lines: &Lines<'_>) -> String {
    let who: Vec<_> = finding.who.iter().map(|who| who.as_str()).collect();
    let place = after.as_ref().map(|after| {
        let path = &report.compared.source.file_at(after.start).path;
        code(&format!("{path}:{}", lines.position(after.start).line))
    });
    let instead = match &finding.accepted {
        Some(reason) => format!("accepted: {}", plain(reason)),
        None => message(finding.rule.instead()),
    };
    let (rule, edit) = (code(finding.rule.name()), message(&finding.message));
    let place = place.unwrap_or_default();
    format!("| {edit}<br>{rule} | {} | {place} | {instead} |\n", who.join(", "))
}

/// A message of ours, with what stands in backquotes as code.
fn message(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { code(part) } else { plain(part) }).collect()
}

/// Code, whatever is in it: nothing there is Markdown, a mention, or a link.
fn code(text: &str) -> String {
    format!("<code>{}</code>", plain(text))
}

/// Text of which nothing is Markdown or HTML.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\n' | '\r' => out.push(' '),
            _ if sign.is_ascii_punctuation() && !".,-/:;'()".contains(sign) => {
                let _ = write!(out, "&#{};", u32::from(sign));
            }
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn nothing_of_a_catalog_is_markdown() {
        assert_eq!(
            message("`a|b` is <b>, and\nwas `*`"),
            "<code>a&#124;b</code> is &#60;b&#62;, and was <code>&#42;</code>"
        );
    }
}
