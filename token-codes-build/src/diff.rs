//! What changed between two catalogs, how grave it is, and for whom.
//!
//! [`diff`] looks at catalogs, and not at files: white space, quotes, comments, and the order of keys, entries and files are
//! no edits. Each edit is one [`Finding`] of one [`Rule`]; what follows from it is not told again: a locale that is gone is
//! not also a thousand translations that are.
//!
//! ```
//! use token_codes_build::{Source, diff::{Rule, diff}, read};
//!
//! let catalog = |status| {
//!     let yaml = format!("\
//! locales: [en]
//! columns: {{http_status: {{type: u16, contract: true}}}}
//! codes: {{TOK008: {{message: there is no token, http_status: {status}}}}}
//! ");
//!     read(&Source::new("catalog.yaml", yaml)).unwrap().catalog
//! };
//! let found = diff(&catalog(404), &catalog(401));
//! assert_eq!(found[0].rule, Rule::ContractValueChanged);
//! assert_eq!(found[0].message, "`TOK008` has `401` in `http_status`, and had `404`");
//! ```

mod accepted;
mod codes;
mod columns;
mod compare;
mod draw;
mod finding;
mod locales;
mod names;
mod notices;
mod pages;
mod pairs;
mod params;
mod places;
mod roles;
mod rule;
mod texts;
mod values;
mod witness;

pub use compare::{Base, CompareError, Comparison, Located, compare};
pub use finding::{Finding, Item, Side, Subject};
pub use rule::{Bump, Rule, Severity, Who};
pub use witness::witness;

use crate::catalog::{Catalog, Entry};

/// Every edit from the one catalog to the other, the gravest first; among those of one rule, in the order of the catalog.
#[must_use]
pub fn diff(old: &Catalog, new: &Catalog) -> Vec<Finding> {
    let mut found = Vec::new();
    let entries = pairs::entries(old, new);
    codes::compare(old, new, &entries, &mut found);
    names::compare(old, &entries, &mut found);
    locales::compare(old, new, &mut found);
    let columns = columns::pairs(old, new);
    columns::compare(&columns, &mut found);
    roles::compare(old, new, &columns, &mut found);
    pages::compare(old, new, &mut found);
    let (shared, tongues) = (values::shared(old, new, &columns), texts::Tongues::new(old, new));
    let edits = |was: &Entry, is: &Entry, found: &mut Vec<Finding>| {
        let params = params::pairs(was, is);
        params::compare(was, is, &params, found);
        values::compare([old, new], &shared, [was, is], found);
        texts::compare(&tongues, was, is, &params, found);
        found.extend(notices::deprecation(was, is));
    };
    for (was, is) in &entries.kept {
        edits(was, is, &mut found);
    }
    let is_edited = |was: &Entry, is: &Entry| {
        let mut found = Vec::new();
        edits(was, is, &mut found);
        was.name != is.name || !found.is_empty()
    };
    notices::retirements(old, new, is_edited, &mut found);
    accepted::apply(new, &mut found);
    found.sort_by_key(|finding| (std::cmp::Reverse(finding.severity()), finding.rule));
    found
}
