//! What codes are called in addresses.

use std::collections::HashSet;

use token_codes_build::catalog::Catalog;

/// What each code is called in the address of its page and in anchors, such as `tok005`; in the order of the entries.
///
/// It has lower-case letters, digits and `-` only, so that it is the same on every file system and in every browser. Of
/// codes that would be called the same, all but the first have a number behind it: `a-1`, `a-1-2`. So a code that is
/// added at the end of a catalog changes no address.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// codes:
///   TOK005: {message: one, name: one}
///   A.1: {message: two, name: two}
///   a-1: {message: three, name: three}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// assert_eq!(token_codes_docs::slugs(&catalog), ["tok005", "a-1", "a-1-2"]);
/// ```
#[must_use]
pub fn slugs(catalog: &Catalog) -> Vec<String> {
    let mut slugs = Slugs::default();
    catalog.entries.iter().map(|entry| slugs.unique(&entry.code)).collect()
}

/// Names for addresses, of which no two are the same.
#[derive(Default)]
pub(crate) struct Slugs {
    taken: HashSet<String>,
}

impl Slugs {
    /// What `text` is called.
    pub(crate) fn unique(&mut self, text: &str) -> String {
        let slug = slug(text);
        let numbered = (2_usize..).map(|number| format!("{slug}-{number}"));
        let free = std::iter::once(slug.clone()).chain(numbered).find(|slug| !self.taken.contains(slug));
        let free = free.unwrap_or_default();
        self.taken.insert(free.clone());
        free
    }
}

fn slug(text: &str) -> String {
    let legal = |character: char| if character.is_ascii_alphanumeric() { character } else { '-' };
    text.chars().map(|character| legal(character).to_ascii_lowercase()).collect()
}
