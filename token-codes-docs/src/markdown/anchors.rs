//! What the fragments of links to headings are. GitHub, Docusaurus and mdBook make the same `id` of a heading, so no element
//! is written for it: a second one with that `id` would be one too many, and Docusaurus takes links to others for broken.

use std::collections::HashSet;

use token_codes_build::catalog::{Entry, Heading};

use super::Family;
use super::edition::Edition;
use super::sections;

/// The `id` that the heading of each code has on the page of all codes, in the order of the entries.
pub(super) fn anchors(edition: Edition<'_>, family: &Family<'_>) -> Vec<String> {
    let word = |heading| edition.locale().headings.get(heading);
    let mut ids = Ids::default();
    for heading in [edition.title(family), word(Heading::Overview), word(Heading::Details)] {
        ids.next(heading);
    }
    let of_code = |(entry, _): (&Entry, _)| {
        let id = ids.next(&entry.code);
        sections::headings(edition, entry).for_each(|heading| drop(ids.next(word(heading))));
        id
    };
    edition.entries(family).map(of_code).collect()
}

/// The `id`s of a page so far.
#[derive(Default)]
struct Ids(HashSet<String>);

impl Ids {
    /// That of the next heading with this text: as `github-slugger`, which is Docusaurus's, and mdBook number those that
    /// are the same.
    fn next(&mut self, heading: &str) -> String {
        let id = id(heading);
        let numbered = (1_usize..).map(|number| format!("{id}-{number}"));
        let mut candidates = std::iter::once(id.clone()).chain(numbered);
        let free = candidates.find(|candidate| !self.0.contains(candidate));
        let free = free.expect("there is always a next number");
        self.0.insert(free.clone());
        free
    }
}

/// Before it is numbered: `not-found` of `Not found!`.
fn id(heading: &str) -> String {
    let kept = |character: char| match character {
        '_' | '-' => Some(character),
        _ if character.is_alphanumeric() => Some(character),
        _ => character.is_whitespace().then_some('-'),
    };
    heading.trim().to_lowercase().chars().filter_map(kept).collect()
}
