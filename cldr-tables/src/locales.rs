//! Which locales CLDR has.

use std::collections::{BTreeMap, BTreeSet};

use crate::data::{aliases, language_of, likely_subtags, number_locales, parents, plural_locales};
use crate::left_out;

const TEXT: &str = "subtags are text";

/// Every tag that CLDR says something about: of each language, the languages themselves first, and those of three parts
/// last.
pub fn tags() -> Vec<String> {
    let (known, outdated) = (known_tags(), outdated());
    let languages: BTreeSet<_> = known
        .iter()
        .map(|tag| language_of(tag))
        .filter(|tag| *tag != "und" && !outdated.contains_key(*tag))
        .collect();
    let (mut scripts, mut regions) = (BTreeSet::new(), BTreeSet::new());
    for tag in known.iter().filter(|tag| languages.contains(language_of(tag))) {
        for subtag in tag.split('-').skip(1) {
            match subtag.len() {
                4 => scripts.insert((language_of(tag), subtag)),
                _ => regions.insert((language_of(tag), subtag)),
            };
        }
    }
    let mut tags = BTreeSet::new();
    for language in languages {
        let of_it = |set: &BTreeSet<(&str, &str)>| -> Vec<String> {
            let subtags =
                set.iter().filter(|(of, _)| *of == language).map(|(_, subtag)| format!("-{subtag}"));
            subtags.chain([String::new()]).collect()
        };
        let regions = of_it(&regions);
        for script in of_it(&scripts) {
            tags.extend(regions.iter().map(|region| format!("{language}{script}{region}")));
        }
    }
    let mut tags: Vec<_> = tags.into_iter().collect();
    tags.sort_by_key(|tag| tag.split('-').count());
    tags
}

/// The languages that are called otherwise now, each with what.
pub fn outdated() -> BTreeMap<String, String> {
    let aliases = aliases();
    let aliases = aliases.get();
    let two = aliases
        .language_len2
        .iter()
        .map(|(from, to)| (from.try_into_tinystr().expect(TEXT).to_string(), to.to_string()));
    let three = aliases
        .language_len3
        .iter()
        .map(|(from, to)| (from.try_into_tinystr().expect(TEXT).to_string(), to.to_string()));
    two.chain(three).collect()
}

/// The tags that stand anywhere in the data.
fn known_tags() -> BTreeSet<String> {
    let mut tags = plural_locales();
    tags.extend(number_locales().into_iter().map(|(tag, _)| tag));
    tags.extend(left_out::languages().map(str::to_owned));
    // Of other languages there is nothing but what their script is.
    let languages: BTreeSet<_> = tags.iter().map(|tag| language_of(tag).to_owned()).collect();
    let parents = parents();
    let parents = parents.get().parents.iter_copied_values();
    let more = parents.map(|(tag, _)| tag.try_as_str().expect(TEXT).to_owned()).chain(likely_tags());
    tags.extend(more.filter(|tag| languages.contains(language_of(tag))));
    tags
}

/// Those that are said to be in a script.
fn likely_tags() -> Vec<String> {
    let likely = likely_subtags();
    let likely = likely.get();
    let languages = likely
        .language
        .iter_copied()
        .map(|(language, (script, _))| format!("{}-{script}", language.try_into_tinystr().expect(TEXT)));
    let scripts = likely.language_script.iter_copied().map(|((language, script), _)| {
        format!("{}-{}", language.try_into_tinystr().expect(TEXT), script.try_into_tinystr().expect(TEXT))
    });
    let regions = likely.language_region.iter_copied().map(|((language, region), script)| {
        format!(
            "{}-{script}-{}",
            language.try_into_tinystr().expect(TEXT),
            region.try_into_tinystr().expect(TEXT)
        )
    });
    languages.chain(scripts).chain(regions).collect()
}
