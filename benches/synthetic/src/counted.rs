//! Catalogs whose every message has a number: of hours, in up to twenty locales.

use crate::{Entry, INTEGER_AND_TEXT, Random, entry, write_entry};

/// What a message has for its number of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// The number, and the word that most numbers have: what one writes where there are no plurals.
    Plain,
    /// A branch for each category of the locale.
    Plural,
    /// As [`Hours::Plain`], with the digits in groups.
    Grouped,
}

/// A locale, and the branches of a number of hours in it.
pub type Locale = (&'static str, &'static str);

/// Of many ways to choose a branch.
pub const LOCALES: [Locale; 20] = [
    ("en", "one {# hour} other {# hours}"),
    ("ja", "other {#時間}"),
    ("ru", "one {# час} few {# часа} many {# часов} other {# часа}"),
    ("ar", "zero {# ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}"),
    ("de", "one {# Stunde} other {# Stunden}"),
    ("fr", "one {# heure} many {# d’heures} other {# heures}"),
    ("es", "one {# hora} many {# de horas} other {# horas}"),
    ("it", "one {# ora} many {# di ore} other {# ore}"),
    ("pt", "one {# hora} many {# de horas} other {# horas}"),
    ("nl", "one {# uur} other {# uur}"),
    ("pl", "one {# godzina} few {# godziny} many {# godzin} other {# godziny}"),
    ("cs", "one {# hodina} few {# hodiny} other {# hodin}"),
    ("uk", "one {# година} few {# години} many {# годин} other {# години}"),
    ("lt", "one {# valanda} few {# valandos} other {# valandų}"),
    ("lv", "zero {# stundu} one {# stunda} other {# stundas}"),
    ("sl", "one {# ura} two {# uri} few {# ure} other {# ur}"),
    ("ga", "one {# uair} two {# uair} few {# huaire} many {# n-uaire} other {# uair}"),
    ("cy", "zero {# awr} one {# awr} two {# awr} few {# awr} many {# awr} other {# awr}"),
    ("he", "one {שעה אחת} two {שעתיים} other {# שעות}"),
    ("tr", "one {# saat} other {# saat}"),
];

impl Hours {
    fn text(self, branches: &str) -> String {
        let other = branches.rsplit(['{', '}']).nth(1).expect("the last branch is `other`");
        match self {
            Self::Plain => other.replace('#', "{0}"),
            Self::Plural => format!("{{0, plural, {branches}}}"),
            Self::Grouped => other.replace('#', "{0, number}"),
        }
    }
}

/// The entries of so many messages, each with an integer and a text; only of the first of `codes` of a message are the
/// texts in use.
#[must_use]
pub fn counted(messages: usize, codes: usize) -> Vec<Entry> {
    let mut random = Random::new();
    (0..messages * codes).map(|number| entry(number, INTEGER_AND_TEXT, &mut random)).collect()
}

/// A catalog of so many messages in these of the [`LOCALES`], with a code for each of `hours` for each message.
///
/// Whoever looks at it finds English words around the hours in all locales but Japanese.
#[must_use]
pub fn counted_yaml(messages: usize, hours: &[Hours], locales: &[Locale]) -> String {
    let tags: Vec<_> = locales.iter().map(|(tag, _)| *tag).collect();
    // The codes of a message have the same texts, but for how the hours are written.
    let checks = if hours.len() > 1 { "checks: {duplicate-message: allow}\n" } else { "" };
    let mut out = format!("title: Synthetic catalog\nlocales: [{}]\n{checks}codes:\n", tags.join(", "));
    for entries in counted(messages, hours.len()).chunks(hours.len()) {
        let [japanese, english] = &entries[0].messages;
        for (hours, entry) in hours.iter().zip(entries) {
            let text = |(tag, branches): &Locale| {
                let text = if *tag == "ja" { japanese } else { english };
                (*tag, text.replace("{0}", &hours.text(branches)))
            };
            let texts: Vec<_> = locales.iter().map(text).collect();
            write_entry(&mut out, entry, &texts);
        }
    }
    out
}

/// How much longer the texts of a message are with a plural than without, in all of [`LOCALES`].
#[must_use]
pub fn bytes_of_plurals() -> usize {
    let bytes = |hours: Hours| LOCALES.iter().map(|(_, branches)| hours.text(branches).len()).sum::<usize>();
    bytes(Hours::Plural) - bytes(Hours::Plain)
}
