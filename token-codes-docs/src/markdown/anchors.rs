//! Where links to a code lead on the page of all codes: to one element, in every renderer.
//!
//! GitHub, Docusaurus and mdBook give each heading an `id` of its text, and number those that are the same. For most codes
//! that is the slug, and so a second element with it would be one too many. Where it is not, an element of its own stands
//! before the heading, with an `id` that no heading has.

use std::collections::HashMap;

use token_codes_build::catalog::Heading;

use super::Family;
use super::edition::Edition;

/// What the fragment of a link to a code is, such as `tok005`.
pub(super) struct Anchor {
    pub(super) id: String,
    /// Whether the heading of the code has that `id` by itself.
    pub(super) is_of_heading: bool,
}

/// Those of the codes on a page.
pub(super) fn anchors(edition: Edition<'_>, family: &Family<'_>) -> Vec<Anchor> {
    let ids = Ids::of_page(edition, family);
    let anchors = edition.entries(family).map(|(entry, slug)| {
        let is_of_heading = ids.is_of_one_heading(&entry.code, slug);
        // No heading has an `id` with a dot.
        let id = if is_of_heading || !ids.may_have(slug) { slug.to_owned() } else { format!("code.{slug}") };
        Anchor { id, is_of_heading }
    });
    anchors.collect()
}

/// The `id`s of the headings of a page before they are numbered, each with how many headings have it.
struct Ids(HashMap<String, usize>);

impl Ids {
    fn of_page(edition: Edition<'_>, family: &Family<'_>) -> Self {
        let mut ids = Self(HashMap::new());
        ids.add(edition.title(family));
        let word = |heading| edition.locale().headings.get(heading);
        [Heading::Overview, Heading::Details].into_iter().for_each(|heading| ids.add(word(heading)));
        for (entry, _) in edition.entries(family) {
            ids.add(&entry.code);
            let sections = [Heading::Message, Heading::Description, Heading::Causes, Heading::Resolution];
            sections.into_iter().for_each(|heading| ids.add(word(heading)));
        }
        ids
    }

    fn add(&mut self, heading: &str) {
        *self.0.entry(id(heading)).or_default() += 1;
    }

    /// Whether this heading has the `id`, and no other one may.
    fn is_of_one_heading(&self, heading: &str, wanted: &str) -> bool {
        id(heading) == wanted && self.0.get(wanted) == Some(&1) && !self.may_be_numbered(wanted)
    }

    fn may_have(&self, wanted: &str) -> bool {
        self.0.contains_key(wanted) || self.may_be_numbered(wanted)
    }

    /// Whether it may be one of several that are the same but for their numbers.
    fn may_be_numbered(&self, wanted: &str) -> bool {
        wanted.rsplit_once('-').is_some_and(|(id, number)| {
            number.bytes().all(|byte| byte.is_ascii_digit()) && self.0.get(id).is_some_and(|count| *count > 1)
        })
    }
}

/// As `github-slugger`, which is Docusaurus's, and mdBook make it of a heading.
fn id(heading: &str) -> String {
    let kept = |character: char| match character {
        '_' | '-' => Some(character),
        _ if character.is_alphanumeric() => Some(character),
        _ => character.is_whitespace().then_some('-'),
    };
    heading.trim().to_lowercase().chars().filter_map(kept).collect()
}
