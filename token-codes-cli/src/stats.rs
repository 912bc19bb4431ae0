//! `token-codes stats`: how complete a catalog is in each of its locales.

mod human;

use std::path::Path;

use clap::Args;
use serde::Serialize;
use token_codes_build::catalog::{Catalog, Entry, Text, TextField};

use crate::answer::Answer;
use crate::catalog_file;
use crate::format::{Format, json_line};
use crate::mistake::Mistake;

/// How to show it.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// What is in a catalog. The fields keep their names; others may be added.
#[derive(Serialize)]
struct Stats<'a> {
    codes: usize,
    params: usize,
    /// Of the codes.
    deprecated: usize,
    /// Beside the codes.
    retired: usize,
    /// The first is the source locale.
    locales: Vec<LocaleStats<'a>>,
}

#[derive(Serialize)]
struct LocaleStats<'a> {
    locale: &'a str,
    messages: Counts,
    /// Summaries, descriptions, causes and resolutions, each of an entry counting as one.
    details: Counts,
}

/// How many texts there are for a locale.
#[derive(Clone, Copy, Default, Serialize)]
struct Counts {
    /// With a text of its own.
    translated: usize,
    /// With one text for every locale, of several.
    shared: usize,
    /// With the text of another locale as a stand-in.
    missing: usize,
    /// Of those with a text of their own, how many were translated from another source text.
    stale: usize,
    /// Of those with a text of their own, rounded down, so that only a complete locale has 100.
    percent: usize,
}

/// Counts the texts of a catalog.
///
/// # Errors
///
/// If the catalog cannot be read.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let loaded = catalog_file::load(catalog)?;
    let stats = Stats::new(&loaded.catalog);
    Ok(match request.format {
        Format::Human => Answer::page(human::write(&stats)).note(loaded.note()),
        Format::Json => Answer::page(json_line(&stats)),
    })
}

impl<'a> Stats<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        let locales = catalog.locales.iter().enumerate().map(|(index, locale)| LocaleStats {
            locale: &locale.tag,
            messages: Counts::new(catalog.entries.iter().map(|entry| message(entry, index))),
            details: Counts::new(catalog.entries.iter().flat_map(|entry| details(catalog, entry, index))),
        });
        Self {
            codes: catalog.entries.len(),
            params: catalog.entries.iter().map(|entry| entry.params.len()).sum(),
            deprecated: catalog.entries.iter().filter(|entry| entry.deprecated.is_some()).count(),
            retired: catalog.retired.len(),
            locales: locales.collect(),
        }
    }
}

/// What there is of a text in a locale.
#[derive(Clone, Copy)]
enum State {
    Translated,
    Stale,
    Shared,
    Missing,
}

fn message(entry: &Entry, locale: usize) -> State {
    if entry.messages[locale].translated { own(entry, locale, TextField::Message) } else { State::Missing }
}

fn own(entry: &Entry, locale: usize, field: TextField) -> State {
    if entry.is_stale(locale, field) { State::Stale } else { State::Translated }
}

/// Those of the details that the entry has.
fn details(catalog: &Catalog, entry: &Entry, locale: usize) -> impl Iterator<Item = State> {
    let Entry { summary, description, causes, resolution, .. } = entry;
    // A text for every locale is the only locale's own.
    let same = if catalog.locales.len() == 1 { State::Translated } else { State::Shared };
    let own = |field| own(entry, locale, field);
    let states = [
        detail(summary, locale, same, own(TextField::Summary)),
        detail(description, locale, same, own(TextField::Description)),
        detail(causes, locale, same, own(TextField::Causes)),
        detail(resolution, locale, same, own(TextField::Resolution)),
    ];
    states.into_iter().flatten()
}

fn detail<T: Default + PartialEq>(text: &Text<T>, locale: usize, same: State, own: State) -> Option<State> {
    match text {
        Text::Same(text) => (*text != T::default()).then_some(same),
        Text::PerLocale(_) if text.written(locale).is_some() => Some(own),
        Text::PerLocale(_) => Some(State::Missing),
    }
}

impl Counts {
    fn new(states: impl Iterator<Item = State>) -> Self {
        let mut counts = Self::default();
        for state in states {
            match state {
                State::Translated => counts.translated += 1,
                State::Stale => {
                    counts.translated += 1;
                    counts.stale += 1;
                }
                State::Shared => counts.shared += 1,
                State::Missing => counts.missing += 1,
            }
        }
        let all = counts.translated + counts.shared + counts.missing;
        counts.percent = (counts.translated * 100).checked_div(all).unwrap_or(100);
        counts
    }
}
