//! `token-codes search`: which codes have these words in their texts, or this message, or are named in a text.

mod codes;
mod human;
mod identify;
mod json;
mod rank;
mod texts;
mod variants;

use std::collections::HashSet;
use std::path::Path;

use clap::Args;
use token_codes_build::catalog::{Catalog, Entry, Retired};

use crate::answer::Answer;
use crate::catalog_file::{self, Loaded};
use crate::fold::fold;
use crate::format::Format;
use crate::mistake::Mistake;
use crate::search::texts::Text;
use crate::{find, locale};

/// What to search for.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// Words or parts of them, all of which must be in the texts of a code; or a message with its values filled in; or any
    /// text with codes in it
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// The locale of the messages that are shown, such as `en` [default: the catalog's first]; all locales are searched
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,

    /// How to show what is found
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// A code that was found.
#[derive(Clone)]
struct Hit<'a> {
    entry: &'a Entry,
    /// Whether the message or the code was given within a text, and not only words.
    identified: bool,
    /// Where the words are, or what was given.
    texts: Vec<Text>,
}

/// Searches all texts of a catalog.
///
/// # Errors
///
/// If the catalog cannot be read, or nothing is found.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    Ok(search(&catalog_file::load(catalog)?, request)?)
}

fn search(loaded: &Loaded, request: &Request) -> Result<Answer, Mistake> {
    let catalog = &loaded.catalog;
    let locale = locale::find(catalog, request.locale.as_deref())?;
    let wanted = request.words.join(" ");
    let words = words(&wanted);
    if words.is_empty() {
        return Err(Mistake::usage("there is nothing to search for").help("give a word or a message"));
    }
    let hits = hits(catalog, &wanted, &words, locale);
    let retired = codes::retired(catalog, &wanted);
    if hits.is_empty() {
        let mistake = retired.first().map_or_else(|| nothing(&wanted, &words), |first| find::retired(first));
        return Err(loaded.with_origin(mistake));
    }
    let codes: Vec<_> = retired.iter().map(|retired| &*retired.code).collect();
    let retired = (!codes.is_empty())
        .then(|| format!("of the catalog's retired codes, it has `{}`", codes.join("`, `")));
    Ok(match request.format {
        Format::Human => {
            let page = human::write(catalog, &hits, &words, locale);
            Answer::page(page).note(retired).note(loaded.note())
        }
        Format::Json => Answer::page(json::write(catalog, &hits)),
    })
}

/// The words, folded; each once.
fn words(wanted: &str) -> Vec<String> {
    let mut known = HashSet::new();
    let words = wanted.split_whitespace().map(fold).filter(|word| !word.is_empty());
    words.filter(|word| known.insert(word.clone())).collect()
}

/// The codes that are named, those whose message was given, then those that have the words, each best first; in the end
/// those that may be named by chance, and those that are retired.
fn hits<'a>(catalog: &'a Catalog, wanted: &str, words: &[String], locale: usize) -> Vec<Hit<'a>> {
    let codes::Named { mut surely, perhaps } = codes::hits(catalog, wanted);
    let (identified, ranked) = (identify::hits(catalog, wanted), rank::hits(catalog, words, locale));
    // Of one that is found in several ways, the one that says the most is shown.
    for named in &mut surely {
        let same = identified.iter().chain(&ranked).find(|hit| hit.entry.code == named.entry.code);
        if let Some(same) = same {
            named.clone_from(same);
        }
    }
    let mut known = HashSet::new();
    let all = [surely, identified, ranked, perhaps].into_iter().flatten();
    let mut hits: Vec<_> = all.filter(|hit| known.insert(&*hit.entry.code)).collect();
    hits.sort_by_key(|hit| retirement(catalog, hit.entry).is_some());
    hits
}

/// What is said of the code of an entry, if it is retired.
fn retirement<'a>(catalog: &'a Catalog, entry: &Entry) -> Option<&'a Retired> {
    catalog.retired.iter().find(|retired| retired.code == entry.code)
}

fn nothing(wanted: &str, words: &[String]) -> Mistake {
    match words {
        [_] => Mistake::answer(format!("nothing in the catalog has `{}`", wanted.trim()))
            .help("try a part of it; `token-codes list` shows all codes"),
        _ => Mistake::answer("no code has all of these words")
            .help("try fewer words, or leave out of a message what was filled in"),
    }
}
