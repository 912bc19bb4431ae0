//! `token-codes list`: the codes of a catalog, each with its message.

use std::path::Path;

use clap::Args;
use clap::builder::styling::Style;
use token_codes_build::catalog::{Catalog, Entry};
use token_codes_build::suggest;
use token_codes_docs::EntryJson;

use crate::answer::Answer;
use crate::catalog_file::{self, Loaded};
use crate::fold::fold;
use crate::format::{Format, json_line};
use crate::mistake::Mistake;
use crate::{locale, placeholders, wide};

const CODE: Style = Style::new().bold();

/// What is between the columns.
const GAP: &str = "  ";

/// Which codes to list.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// Only codes that start with this, such as `TOK`
    #[arg(value_name = "PREFIX")]
    prefix: Option<String>,

    /// The locale of the messages, such as `en` [default: the catalog's first]
    #[arg(long, value_name = "LOCALE")]
    locale: Option<String>,

    /// How to list them
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// Lists the codes of a catalog, in its order.
///
/// # Errors
///
/// If the catalog cannot be read, or has no such locale or no such codes.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    list(&catalog_file::load(catalog)?, request)
}

fn list(loaded: &Loaded, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let catalog = &loaded.catalog;
    let locale = locale::find(catalog, request.locale.as_deref());
    let entries = with_prefix(loaded, request.prefix.as_deref());
    let (locale, entries) = match (locale, entries) {
        (Ok(locale), Ok(entries)) => (locale, entries),
        (locale, entries) => return Err([entries.err(), locale.err()].into_iter().flatten().collect()),
    };
    Ok(match request.format {
        Format::Json => Answer::page(
            entries.iter().map(|entry| json_line(&EntryJson::new(catalog, entry))).collect::<String>(),
        ),
        Format::Human => Answer::page(rows(&entries, locale, wide::of_terminal()))
            .note(loaded.note())
            .note(untranslated(catalog, &entries, locale)),
    })
}

fn with_prefix<'a>(loaded: &'a Loaded, prefix: Option<&str>) -> Result<Vec<&'a Entry>, Mistake> {
    let catalog = &loaded.catalog;
    let folded = fold(prefix.unwrap_or_default());
    let entries: Vec<&Entry> =
        catalog.entries.iter().filter(|entry| fold(&entry.code).starts_with(&folded)).collect();
    match (prefix, catalog.entries.first()) {
        (Some(prefix), Some(first)) if entries.is_empty() => {
            let mistake = Mistake::answer(format!("no code of the catalog starts with `{prefix}`"));
            let count = catalog.entries.len();
            Err(loaded.with_origin(mistake.help(format!("it has {count} of them, such as `{}`", first.code))))
        }
        _ => Ok(entries),
    }
}

/// A row for each entry; on a terminal, no wider than it is.
fn rows(entries: &[&Entry], locale: usize, width: Option<usize>) -> String {
    // A code is ASCII, so a byte of it is a column.
    let codes = entries.iter().map(|entry| entry.code.len()).max().unwrap_or(0);
    let row = |entry: &&Entry| {
        let message = placeholders::shown(&entry.messages[locale].template, &entry.params);
        let mut message = wide::one_line(&message);
        if let Some(width) = width {
            message = wide::cut(&message, width.saturating_sub(codes + GAP.len()));
        }
        format!("{CODE}{:codes$}{CODE:#}{GAP}{message}\n", entry.code)
    };
    entries.iter().map(row).collect()
}

fn untranslated(catalog: &Catalog, entries: &[&Entry], locale: usize) -> Option<String> {
    let messages = entries.iter().map(|entry| &entry.messages[locale]);
    let mut instead: Vec<_> =
        messages.filter(|message| !message.translated).map(|message| message.locale).collect();
    let count = instead.len();
    instead.sort_unstable();
    instead.dedup();
    let tags = instead.iter().map(|instead| format!("`{}`", catalog.locales[*instead].tag));
    let (tags, wanted) = (suggest::list(&tags.collect::<Vec<_>>(), "or"), &catalog.locales[locale].tag);
    match count {
        0 => None,
        1 => Some(format!("1 message is not in `{wanted}`, so the one in {tags} is shown")),
        _ => Some(format!("{count} messages are not in `{wanted}`, so those in {tags} are shown")),
    }
}
