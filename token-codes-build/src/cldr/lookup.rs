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
        let language = subtags.next().filter(|language| is_letters(language)).unwrap_or_default();
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
        Self { language: language.to_ascii_lowercase(), script, region }
    }

    /// An outdated language is the one that it is called now, such as `sr-Latn` for `sh`.
    fn without_alias(self) -> Self {
        let alias = ALIASES.split_once(&format!(" {}=", self.language));
        let Some(now) = alias.and_then(|(_, now)| now.split(' ').next()) else { return self };
        let now = Self::read(now);
        Self {
            language: now.language,
            script: self.script.or(now.script),
            region: self.region.or(now.region),
        }
    }
}

/// The tags under which the tables may have the locale, the most exact first; each between spaces, as it stands there.
pub(super) fn candidates(tag: &str) -> Vec<String> {
    let Tag { language, script, region } = Tag::read(tag).without_alias();
    let mut candidates = Vec::new();
    if let (Some(script), Some(region)) = (&script, &region) {
        candidates.push(format!(" {language}-{script}-{region} "));
    }
    candidates.extend(script.map(|script| format!(" {language}-{script} ")));
    candidates.extend(region.map(|region| format!(" {language}-{region} ")));
    candidates.push(format!(" {language} "));
    candidates
}

/// The row of a table that has the first of these tags that any row has.
pub(super) fn find<T>(
    table: &'static [T],
    tags: fn(&T) -> &'static str,
    candidates: &[String],
) -> Option<&'static T> {
    candidates.iter().find_map(|tag| table.iter().find(|row| tags(row).contains(tag)))
}
