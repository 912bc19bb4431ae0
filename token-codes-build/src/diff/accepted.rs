//! The edits that the catalog accepts.

use super::{
    Item,
    finding::{Finding, Subject},
    rule::Rule,
};
use crate::{
    catalog::{Acceptance, Catalog},
    edit::in_flow,
};

/// Notes which edits the catalog accepts, and adds a finding for each acceptance of an edit that is not there.
pub(super) fn apply(catalog: &Catalog, found: &mut Vec<Finding>) {
    let mut unused = Vec::new();
    for (index, acceptance) in catalog.accepted.iter().enumerate() {
        let mut is_used = false;
        for finding in found.iter_mut().filter(|finding| is_meant(acceptance, finding)) {
            finding.accepted = Some(acceptance.reason.clone());
            is_used = true;
        }
        if !is_used {
            unused.push(self::unused(index, acceptance, found));
        }
    }
    found.extend(unused);
}

/// Whether an acceptance names all that the edit is about, and what came of it.
fn is_meant(acceptance: &Acceptance, finding: &Finding) -> bool {
    acceptance.rule == finding.rule
        && subject(acceptance) == finding.item().subject()
        && acceptance.to.as_deref() == finding.new_value()
}

fn subject(acceptance: &Acceptance) -> Subject<'_> {
    Subject {
        code: acceptance.code.as_deref(),
        param: acceptance.param.as_deref(),
        column: acceptance.column.as_deref(),
        locale: acceptance.locale.as_deref(),
    }
}

/// The report on an acceptance; with what to write, if an edit by the same rule is about the same.
fn unused(index: usize, acceptance: &Acceptance, found: &[Finding]) -> Finding {
    let mut alike = found
        .iter()
        .filter(|finding| finding.rule == acceptance.rule && finding.item().subject() == subject(acceptance));
    let rule = acceptance.rule;
    let message = match alike.next() {
        Some(finding) => format!(
            "`accepted` has another edit by the rule `{rule}` than was made; that is {}",
            finding.acceptance()
        ),
        None => {
            format!("`accepted` has an edit by the rule `{rule}` that was not made, or not since the base")
        }
    };
    Finding::new(Rule::UnusedAcceptance, None, Item::Acceptance(index).there(), message)
}

impl Finding {
    /// What to write in `accepted` of the catalog, so that the edit is accepted: a mapping of YAML on one line.
    #[must_use]
    pub fn acceptance(&self) -> String {
        let Subject { code, param, column, locale } = self.item().subject();
        let keys = [
            ("rule", Some(self.rule.name())),
            ("code", code),
            ("param", param),
            ("column", column),
            ("locale", locale),
            ("to", self.new_value()),
            ("reason", Some("…")),
        ];
        let keys = keys.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}", in_flow(value?))));
        format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
    }
}
