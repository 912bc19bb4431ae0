//! Which locale of the catalog is meant.

use token_codes::find_locale;
use token_codes_build::catalog::Catalog;

use crate::mistake::{Mistake, list};

/// The index of the locale in the catalog; without a tag, of the source locale.
///
/// # Errors
///
/// If the catalog has no such locale.
pub(crate) fn find(catalog: &Catalog, tag: Option<&str>) -> Result<usize, Mistake> {
    let Some(tag) = tag else { return Ok(0) };
    lookup(catalog, tag).ok_or_else(|| {
        let help = all(tags(catalog));
        Mistake::usage(format!("the catalog has no locale `{tag}`")).help(help)
    })
}

/// Says which locales the catalog has.
pub(crate) fn all<'t>(tags: impl Iterator<Item = &'t str>) -> String {
    match &*tags.map(|tag| format!("`{tag}`")).collect::<Vec<_>>() {
        [only] => format!("its only locale is {only}"),
        several => format!("its locales are {}", list(several, "and")),
    }
}

/// The locale of the catalog that is called so, or else the tag of one that it does not have yet.
pub(crate) fn known_or_new<'t>(catalog: &'t Catalog, tag: &'t str) -> &'t str {
    let is_tag = !tag.contains(['_', '.', '@', ' ']);
    // `en-US` may be wanted beside `en`, but `en_US.UTF-8` is no tag.
    let known = if is_tag {
        // Language tags are the same in upper and lower case (RFC 5646).
        tags(catalog).position(|known| known.eq_ignore_ascii_case(tag))
    } else {
        lookup(catalog, tag)
    };
    known.map_or(tag, |index| &catalog.locales[index].tag)
}

fn lookup(catalog: &Catalog, tag: &str) -> Option<usize> {
    find_locale(&tags(catalog).collect::<Vec<_>>(), tag)
}

fn tags(catalog: &Catalog) -> impl Iterator<Item = &str> {
    catalog.locales.iter().map(|locale| &*locale.tag)
}

#[cfg(test)]
mod tests {
    use token_codes_build::{Source, read};

    use super::{find, known_or_new};

    #[test]
    fn a_locale_is_found_with_its_region_and_its_encoding() {
        let text = "locales: [ja, en, zh-Hant]\ncodes: {A1: {message: {ja: x, en: y, zh-Hant: z}}}\n";
        let catalog = read(&Source::new("", text)).unwrap().catalog;
        for (tag, index) in [
            ("ja", 0),
            (" ja", 0),
            ("ja-JP", 0),
            ("ja_JP.UTF-8", 0),
            ("ja_JP.eucJP", 0),
            ("EN", 1),
            ("en-US", 1),
            ("en_US", 1),
            ("en-Latn-US-x-y", 1),
            ("en@euro", 1),
            ("zh-hant-TW", 2),
        ] {
            assert_eq!(find(&catalog, Some(tag)).unwrap(), index, "{tag}");
        }
        for tag in ["", "C", "POSIX", "eng", "e", "zh", "fr-en", "-ja"] {
            assert!(find(&catalog, Some(tag)).is_err(), "{tag}");
        }
        for (tag, known) in [("EN", "en"), ("en-US", "en-US"), ("en_US.UTF-8", "en"), ("fr_FR", "fr_FR")] {
            assert_eq!(known_or_new(&catalog, tag), known);
        }
    }
}
