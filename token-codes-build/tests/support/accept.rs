//! Catalogs that have no mistakes.

use token_codes_build::{Checked, Diagnostics, Source, catalog::Catalog, read};

pub fn check(text: &str) -> Result<Checked, Diagnostics> {
    read(&Source::new("catalog.yaml", text))
}

/// The catalog, of which nothing is reported.
#[track_caller]
pub fn accepted(text: &str) -> Catalog {
    let checked = check(text).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert_eq!(checked.warnings.to_string(), "");
    checked.catalog
}
