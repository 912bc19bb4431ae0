//! What the fragments of links to headings are. GitHub, Docusaurus and mdBook make the same `id` of a heading, so no element
//! is written for it: a second one with that `id` would be one too many, and Docusaurus takes links to others for broken.

use std::collections::HashMap;

use token_codes_build::catalog::{Entry, Heading};

use super::Family;
use super::locale_view::LocaleView;
use super::sections;

/// The `id` that the heading of each code has on the page of all codes, in the order of the entries.
pub(super) fn anchors(view: LocaleView<'_>, family: &Family<'_>) -> Vec<String> {
    let word = |heading| view.locale().headings.get(heading);
    let mut ids = Ids::default();
    for heading in [view.title(family), word(Heading::Overview), word(Heading::Details)] {
        ids.next(heading);
    }
    let of_code = |(entry, _): (&Entry, _)| {
        let id = ids.next(&entry.code);
        sections::headings(view, entry).for_each(|heading| drop(ids.next(word(heading))));
        id
    };
    view.entries(family).map(of_code).collect()
}

/// The `id`s of a page so far, each with the last number that was put after it.
#[derive(Default)]
struct Ids(HashMap<String, usize>);

impl Ids {
    /// That of the next heading with this text: as `github-slugger`, which is Docusaurus's, and mdBook number those that
    /// are the same.
    fn next(&mut self, heading: &str) -> String {
        let id = id(heading);
        let Some(&last) = self.0.get(&id) else {
            self.0.insert(id.clone(), 0);
            return id;
        };
        let mut numbered = (last + 1..).map(|number| (number, format!("{id}-{number}")));
        let (number, free) = numbered
            .find(|(_, numbered)| !self.0.contains_key(numbered))
            .expect("there is always a next number");
        self.0.insert(id, number);
        self.0.insert(free.clone(), 0);
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

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_are_numbered_as_the_renderers_do() {
        let mut ids = Ids::default();
        let headings = ["Message", "Message", "message-1", "Message", "Message 3", "Message"];
        let found = headings.map(|heading| ids.next(heading));
        assert_eq!(found, ["message", "message-1", "message-1-1", "message-2", "message-3", "message-4"]);
    }

    #[test]
    fn the_next_number_is_known() {
        // Those that are taken are a billion pairs.
        let mut ids = Ids::default();
        let last = (0..50_000).map(|_| ids.next("Message")).last();
        assert_eq!(last.as_deref(), Some("message-49999"));
    }
}
