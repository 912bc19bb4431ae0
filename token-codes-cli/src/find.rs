//! Which code of the catalog is meant by a word.

use token_codes_build::catalog::{Catalog, Entry};
use token_codes_build::suggest::all_nearest;

use crate::catalog_file::Loaded;
use crate::fold::fold;
use crate::mistake::{Mistake, list};

/// The entry with this code, or with this name in one of its spellings, in any case and width.
///
/// # Errors
///
/// If there is none, or if several are meant.
pub(crate) fn entry<'a>(loaded: &'a Loaded, word: &str) -> Result<&'a Entry, Mistake> {
    let catalog = &loaded.catalog;
    if let Some(entry) = exact(catalog, word) {
        return Ok(entry);
    }
    let folded = fold(word);
    let is_meant = |entry: &&Entry| words(entry).iter().any(|known| fold(known) == folded);
    let meant: Vec<&Entry> = catalog.entries.iter().filter(is_meant).collect();
    match meant.as_slice() {
        [] => Err(loaded.with_origin(unknown(catalog, word))),
        [entry] => Ok(entry),
        several => Err(ambiguous(word, several)),
    }
}

/// What an entry is called as it is written, its code before all else.
fn exact<'a>(catalog: &'a Catalog, word: &str) -> Option<&'a Entry> {
    let has_word = |entry: &&Entry| words(entry).contains(&word);
    catalog.entry(word).or_else(|| catalog.entries.iter().find(has_word))
}

/// What an entry is called, in the catalog and in Rust.
fn words(entry: &Entry) -> [&str; 4] {
    [&entry.code, &entry.name, &entry.constant, &entry.variant]
}

fn ambiguous(word: &str, meant: &[&Entry]) -> Mistake {
    let titles: Vec<String> = meant.iter().map(|entry| title(entry)).collect();
    Mistake::answer(format!("`{word}` may be any of {} codes", meant.len()))
        .help(format!("write the one that is meant as it is in the catalog: {}", list(&titles, "or")))
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
