//! What codes, families and locales are called in addresses and file names.

use std::collections::{HashMap, HashSet};

use token_codes_build::catalog::Catalog;

/// What each code is called in the address of its page, such as `tok005`; in the order of the entries, and then of the
/// retired codes of which texts are kept, whose pages stay where they were.
///
/// It has lower-case letters, digits and `-` only, and at most 120 of them, so that it is the same on every file system and
/// in every browser. Of codes that would be called the same, all but the first have a number after it: `a-1`, `a-1-2`. So
/// a code that is added at the end of a catalog changes no address. Names that mean something else to Windows (`con`) or
/// to a renderer of the pages (`index`, `readme`) are never given: such a code has a number, too.
///
/// ```
/// let source = token_codes_build::Source::new("catalog.yaml", "\
/// locales: [en]
/// codes:
///   TOK005: {message: one, name: one}
///   A.1: {message: two, name: two}
///   a-1: {message: three, name: three}
///   CON: {message: four, name: four}
/// ");
/// let catalog = token_codes_build::read(&source).unwrap().catalog;
/// assert_eq!(token_codes_docs::slugs(&catalog), ["tok005", "a-1", "a-1-2", "con-2"]);
/// ```
#[must_use]
pub fn slugs(catalog: &Catalog) -> Vec<String> {
    let mut slugs = Slugs::of_folder(["codes"]);
    catalog.with_retired().map(|(entry, _)| slugs.unique(&entry.code)).collect()
}

/// The folder of the pages in the locale with this tag: the tag itself, unless Windows has another use for it, as for
/// `con`, the tag of Cofán.
pub(crate) fn folder(tag: &str) -> String {
    if is_device(&tag.to_ascii_lowercase()) { format!("{tag}-2") } else { tag.to_owned() }
}

/// Names for the files of a folder, of which no two are the same or lead to the same address.
pub(crate) struct Slugs {
    taken: HashSet<String>,
    /// The last number that was put after a name.
    numbers: HashMap<String, usize>,
}

impl Slugs {
    /// Without the names that Docusaurus and mdBook take for the index of a folder, and those of the folder itself, which
    /// Docusaurus takes for it, too.
    pub(crate) fn of_folder<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let indexes = ["index", "readme"].into_iter().chain(names);
        Self { taken: indexes.map(slug).collect(), numbers: HashMap::new() }
    }

    /// What `text` is called.
    pub(crate) fn unique(&mut self, text: &str) -> String {
        let slug = slug(text);
        let free = if self.is_free(&slug) { slug } else { self.numbered(slug) };
        self.taken.insert(without_order(&free).to_owned());
        self.taken.insert(free.clone());
        free
    }

    /// With the next number that makes it free; those before were taken the last time already.
    fn numbered(&mut self, slug: String) -> String {
        let last = self.numbers.get(&slug).copied().unwrap_or(1);
        let mut numbered = (last + 1..).map(|number| (number, format!("{slug}-{number}")));
        let (number, free) =
            numbered.find(|(_, numbered)| self.is_free(numbered)).expect("there is always a next number");
        self.numbers.insert(slug, number);
        free
    }

    fn is_free(&self, candidate: &str) -> bool {
        !is_device(candidate)
            && [candidate, without_order(candidate)].iter().all(|name| !self.taken.contains(*name))
    }
}

fn slug(text: &str) -> String {
    // A file name may have 255 bytes, and some encrypted file systems take 140.
    const LONGEST: usize = 120;
    let legal = |character: char| if character.is_ascii_alphanumeric() { character } else { '-' };
    text.chars().map(|character| legal(character).to_ascii_lowercase()).take(LONGEST).collect()
}

/// Docusaurus takes a number and a hyphen before a name for its place in the order, and leaves it out of the address: so
/// `404-gone` and `500-gone` would be one page.
fn without_order(slug: &str) -> &str {
    let rest = slug.trim_start_matches(|character: char| character.is_ascii_digit());
    let name = rest.trim_start_matches('-');
    let is_order = rest.len() < slug.len() && name.len() < rest.len();
    // Two numbers are a date or a version.
    if is_order && name.starts_with(|character: char| character.is_ascii_lowercase()) { name } else { slug }
}

/// Whether Windows takes a file or folder of this name for a device, whatever its extension.
fn is_device(slug: &str) -> bool {
    let numbered =
        |name: &str| slug.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(slug, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::{Slugs, folder};

    #[track_caller]
    fn assert_slugs(codes: &[&str], slugs: &[&str]) {
        let mut unique = Slugs::of_folder(["codes"]);
        assert_eq!(codes.iter().map(|code| unique.unique(code)).collect::<Vec<_>>(), slugs);
    }

    #[test]
    fn no_name_is_that_of_a_device() {
        assert_slugs(
            &["CON", "con", "com1", "LPT0", "nul", "PRN", "aux"],
            &["con-2", "con-3", "com1-2", "lpt0-2", "nul-2", "prn-2", "aux-2"],
        );
        assert_slugs(&["com", "com10", "CONIN", "nul.x"], &["com", "com10", "conin", "nul-x"]);
        assert_eq!(["con", "AUX", "en", "zh-Hant"].map(folder), ["con-2", "AUX-2", "en", "zh-Hant"]);
    }

    #[test]
    fn names_that_differ_in_case_only_differ() {
        assert_slugs(&["ab", "AB", "Ab", "ab-2"], &["ab", "ab-2", "ab-3", "ab-2-2"]);
    }

    #[test]
    fn no_name_is_that_of_an_index() {
        assert_slugs(&["index", "README", "Codes", "codes"], &["index-2", "readme-2", "codes-2", "codes-3"]);
    }

    #[test]
    fn names_that_differ_in_their_order_only_differ() {
        assert_slugs(
            &["404-gone", "500-gone", "gone", "12", "1-2", "2"],
            &["404-gone", "500-gone-2", "gone-3", "12", "1-2", "2"],
        );
    }

    #[test]
    fn the_next_number_is_known() {
        // Those that are taken are a billion pairs.
        let mut unique = Slugs::of_folder([]);
        let last = (0..50_000).map(|_| unique.unique("a.b")).last();
        assert_eq!(last.as_deref(), Some("a-b-50000"));
    }

    #[test]
    fn long_names_are_cut_and_differ() {
        let long = "x".repeat(300);
        let mut unique = Slugs::of_folder([]);
        let names = [&long, &long, &"é".repeat(300)].map(|code| unique.unique(code));
        assert_eq!(names, ["x".repeat(120), format!("{}-2", "x".repeat(120)), "-".repeat(120)]);
    }
}
