//! From a tag as it is written to what the tables have for it.

use super::tables::ALIASES;

/// The parts of a tag that CLDR's data differ by, spelled as there.
struct Tag {
    language: String,
    script: Option<String>,
    region: Option<String>,
}

impl Tag {
    /// Variants and extensions are passed over.
    fn read(tag: &str) -> Self {
        let mut subtags = tag.split(['-', '_']).peekable();
        let is_letters = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_digits = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_digit());
        let language = subtags.next().unwrap_or_default().to_ascii_lowercase();
        let script = subtags.next_if(|subtag| subtag.len() == 4 && is_letters(subtag)).map(|script| {
            let (first, rest) = script.split_at(1);
            first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
        });
        let is_region = |subtag: &&str| match subtag.len() {
            2 => is_letters(subtag),
            3 => is_digits(subtag),
            _ => false,
        };
        let region = subtags.next_if(is_region).map(str::to_ascii_uppercase);
        Self { language, script, region }
    }

    /// An outdated language is the one that it is called now, such as `sr-Latn` for `sh`.
    fn without_alias(self) -> Self {
        let is_it = |alias: &(&str, &str)| alias.0 == self.language;
        let Some((_, now)) = ALIASES.split_whitespace().filter_map(|alias| alias.split_once('=')).find(is_it)
        else {
            return self;
        };
        let now = Self::read(now);
        Self {
            language: now.language,
            script: self.script.or(now.script),
            region: self.region.or(now.region),
        }
    }
}

/// The tags under which the tables may have the locale, the most exact first.
pub(super) fn candidates(tag: &str) -> Vec<String> {
    let Tag { language, script, region } = Tag::read(tag).without_alias();
    let mut candidates = Vec::new();
    if let (Some(script), Some(region)) = (&script, &region) {
        candidates.push(format!("{language}-{script}-{region}"));
    }
    candidates.extend(script.map(|script| format!("{language}-{script}")));
    candidates.extend(region.map(|region| format!("{language}-{region}")));
    candidates.push(language);
    candidates
}

/// The row of a table that has the first of these tags that any row has.
pub(super) fn find<T>(
    table: &'static [T],
    tags: fn(&T) -> &'static str,
    candidates: &[String],
) -> Option<&'static T> {
    let row_of = |tag: &String| table.iter().find(|row| tags(row).split_whitespace().any(|has| has == tag));
    candidates.iter().find_map(row_of)
}
