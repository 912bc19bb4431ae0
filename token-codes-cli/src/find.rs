//! Which code of the catalog is meant by a word.

use std::collections::HashSet;

use token_codes_build::catalog::{Catalog, Entry, Retired};
use token_codes_build::suggest::all_nearest;

use crate::catalog_file::Loaded;
use crate::fold::fold;
use crate::mistake::{Mistake, list};

/// The entry with this code, or with this name in one of its spellings, in any case and width; or else the one whose code
/// has this number, or is in this text; or else what is kept of a retired code, with what is said of that.
///
/// # Errors
///
/// If there is none, or if several are meant.
pub(crate) fn entry<'a>(loaded: &'a Loaded, word: &str) -> Result<(&'a Entry, Option<&'a Retired>), Mistake> {
    let catalog = &loaded.catalog;
    if let Some(entry) = exact(catalog, word) {
        return Ok((entry, None));
    }
    let folded = fold(word);
    let is_meant = |entry: &&Entry| words(entry).any(|known| fold(known) == folded);
    let meant: Vec<&Entry> = catalog.entries.iter().filter(is_meant).collect();
    let is_known = !meant.is_empty() || catalog.retired.iter().any(|retired| fold(&retired.code) == folded);
    let meant = if is_known { meant } else { with_number(catalog, &folded) };
    let meant = if is_known || !meant.is_empty() { meant } else { named(catalog, &folded) };
    match meant.as_slice() {
        [] => retired_or_unknown(catalog, word, &folded).map_err(|mistake| loaded.with_origin(mistake)),
        [entry] => Ok((entry, None)),
        several => Err(ambiguous(word, several)),
    }
}

/// The entries whose code has this number, as `ORA-00942` has 942; none if it is no number.
fn with_number<'a>(catalog: &'a Catalog, word: &str) -> Vec<&'a Entry> {
    catalog.entries.iter().filter(|entry| has_number(&entry.code, word)).collect()
}

fn has_number(code: &str, word: &str) -> bool {
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number && last_number(code) == Some(word.trim_start_matches('0'))
}

/// The last digits of a code, without zeros before them.
fn last_number(code: &str) -> Option<&str> {
    let code = code.trim_end_matches(|character: char| !character.is_ascii_digit());
    let start = code.rfind(|character: char| !character.is_ascii_digit()).map_or(0, |before| before + 1);
    (!code.is_empty()).then(|| code[start..].trim_start_matches('0'))
}

/// The entries whose codes stand in a folded text, such as `failed with ORD001 at x`.
fn named<'a>(catalog: &'a Catalog, text: &str) -> Vec<&'a Entry> {
    let words: HashSet<&str> = words_of(text).collect();
    catalog.entries.iter().filter(|entry| words.contains(&*fold(&entry.code))).collect()
}

/// What may be a code in a folded text. `A1` in `A1-2` is none.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let is_of_code = |character: char| character.is_alphanumeric() || "_-.:/".contains(character);
    let words = text.split(move |character| !is_of_code(character));
    words.flat_map(|word| [word, word.trim_matches(['_', '-', '.', ':', '/'])])
}

/// What an entry is called as it is written, its code before all else.
fn exact<'a>(catalog: &'a Catalog, word: &str) -> Option<&'a Entry> {
    let has_word = |entry: &&Entry| words(entry).any(|known| known == word);
    catalog.entry(word).or_else(|| catalog.entries.iter().find(has_word))
}

/// What an entry is called, in the catalog and in Rust; not all have a name.
fn words(entry: &Entry) -> impl Iterator<Item = &str> {
    let words: [&str; 4] = [&entry.code, &entry.name, &entry.constant, &entry.variant];
    words.into_iter().filter(|word| !word.is_empty())
}

fn ambiguous(word: &str, meant: &[&Entry]) -> Mistake {
    let titles: Vec<String> = meant.iter().map(|entry| title(entry)).collect();
    Mistake::answer(format!("`{word}` may be any of {} codes", meant.len()))
        .help(format!("write the one that is meant as it is in the catalog: {}", list(&titles, "or")))
}

fn retired_or_unknown<'a>(
    catalog: &'a Catalog,
    word: &str,
    folded: &str,
) -> Result<(&'a Entry, Option<&'a Retired>), Mistake> {
    let words: HashSet<&str> = words_of(folded).collect();
    let is_meant = |retired: &&Retired| {
        let has_name = |entry: &Entry| !entry.name.is_empty() && fold(&entry.name) == folded;
        let code = &retired.code;
        has_number(code, folded)
            || words.contains(&*fold(code))
            || retired.entry.as_ref().is_some_and(has_name)
    };
    let found = catalog.retired.iter().find(|retired| retired.code == word);
    match found.or_else(|| catalog.retired.iter().find(is_meant)) {
        Some(found @ Retired { entry: Some(entry), .. }) => Ok((entry, Some(found))),
        Some(found) => Err(retired(found)),
        None => Err(unknown(catalog, word)),
    }
}

/// Says of a retired code that it is one, and what is known of that.
pub(crate) fn retired(retired: &Retired) -> Mistake {
    let Retired { code, since, why, replacement, .. } = retired;
    let since = if since.is_empty() { String::new() } else { format!(" since {since}") };
    let mistake = Mistake::answer(format!(
        "`{code}` is retired{since}: it was a code of the catalog, and is never used again"
    ));
    let mistake = if why.is_empty() { mistake } else { mistake.help(why) };
    let mistake =
        replacement.iter().fold(mistake, |mistake, code| mistake.help(format!("use `{code}` instead")));
    mistake.help(format!("what it meant is in the catalog's history, such as `git log -S {code}`"))
}

fn unknown(catalog: &Catalog, word: &str) -> Mistake {
    let words = catalog.entries.iter().flat_map(|entry| [(&*entry.code, entry), (&*entry.name, entry)]);
    let mut nearest = all_nearest(word, words.filter(|(word, _)| !word.is_empty()));
    nearest.dedup_by_key(|entry| &entry.code);
    let mistake = Mistake::answer(format!("the catalog has no code `{word}`"));
    match (nearest.as_slice(), catalog.entries.first()) {
        ([], None) => mistake.help("it has no codes at all"),
        ([], Some(first)) => {
            let count = catalog.entries.len();
            mistake
                .help(format!("it has {count} of them, such as {}", title(first)))
                .help("`token-codes list` shows all of them, and `token-codes search` finds one by its texts")
        }
        (nearest, _) => {
            let titles: Vec<String> = nearest.iter().map(|entry| title(entry)).collect();
            mistake.help(format!("did you mean {}?", list(&titles, "or")))
        }
    }
}

/// The code with its short name, for a help line.
fn title(Entry { code, name, .. }: &Entry) -> String {
    if name.is_empty() { format!("`{code}`") } else { format!("`{code}` ({name})") }
}
