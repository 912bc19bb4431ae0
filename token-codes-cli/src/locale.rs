//! Which locale of the catalog is meant.

use token_codes_build::catalog::Catalog;

use crate::mistake::{Mistake, list};

/// The index of the locale in the catalog; without a tag, of the source locale.
///
/// # Errors
///
/// If the catalog has no such locale.
pub(crate) fn find(catalog: &Catalog, tag: Option<&str>) -> Result<usize, Mistake> {
    let Some(tag) = tag else { return Ok(0) };
    // Language tags are the same in upper and lower case (RFC 5646).
    let found = catalog.locales.iter().position(|locale| locale.tag.eq_ignore_ascii_case(tag));
    found.ok_or_else(|| {
        let tags: Vec<String> = catalog.locales.iter().map(|locale| format!("`{}`", locale.tag)).collect();
        let help = match tags.as_slice() {
            [only] => format!("its only locale is {only}"),
            several => format!("its locales are {}", list(several, "and")),
        };
        Mistake::usage(format!("the catalog has no locale `{tag}`")).help(help)
    })
}
