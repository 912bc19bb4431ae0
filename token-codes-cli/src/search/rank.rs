//! Which entries have all words, the best first.

use std::collections::BTreeSet;

use token_codes_build::catalog::{Catalog, Entry};

use super::Hit;
use super::texts::{self, Field, Text};
use crate::fold::places;

/// How good a place for a word is: the less, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Whole,
    Start,
    Within(Field),
}

/// The entries that have every one of the folded words; best first, then in the catalog's order.
///
/// The worst place of a word decides, then the others. Of equal texts, that in the locale is shown.
pub(super) fn hits<'a>(catalog: &'a Catalog, words: &[String], locale: usize) -> Vec<Hit<'a>> {
    let mut ranked: Vec<_> = catalog
        .with_retired()
        .map(|(entry, _)| entry)
        .filter_map(|entry| rank(catalog, entry, words, locale))
        .collect();
    ranked.sort_by(|(left, _), (right, _)| left.cmp(right));
    ranked.into_iter().map(|(_, hit)| hit).collect()
}

fn rank<'a>(
    catalog: &Catalog,
    entry: &'a Entry,
    words: &[String],
    locale: usize,
) -> Option<(Vec<Rank>, Hit<'a>)> {
    let texts = texts::of(catalog, entry);
    let folded: Vec<String> = texts.iter().map(Text::folded).collect();
    let best = |word: &String| {
        let ranks = texts.iter().zip(&folded).enumerate();
        let ranks = ranks.filter_map(|(index, (text, folded))| {
            let is_other = text.locale.is_some_and(|other| other != locale);
            Some((rank_of(text.field, folded, word)?, is_other, index))
        });
        ranks.min()
    };
    let mut found = words.iter().map(best).collect::<Option<Vec<_>>>()?;
    found.sort_by(|left, right| right.cmp(left));
    let (ranks, places): (Vec<Rank>, BTreeSet<usize>) =
        found.into_iter().map(|(rank, _, index)| (rank, index)).unzip();
    let texts = places.into_iter().map(|index| texts[index].clone()).collect();
    Some((ranks, Hit { entry, identified: false, texts }))
}

fn rank_of(field: Field, folded: &str, word: &str) -> Option<Rank> {
    let first = places(folded, word).next()?;
    let is_title = matches!(field, Field::Code | Field::Name);
    Some(match first.start {
        0 if is_title && first.end == folded.len() => Rank::Whole,
        0 if is_title => Rank::Start,
        _ => Rank::Within(field),
    })
}
