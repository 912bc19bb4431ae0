//! Synthetic catalogs: any number of codes, about 930 bytes of text each, the same text in every run.
//!
//! A catalog of fewer codes is the beginning of one of more.
#![deny(missing_docs)]

mod counted;
mod random;
mod words;

use std::fmt::{Display, Write as _};
use std::path::PathBuf;
use std::{env, fs};

pub use counted::{Hours, LOCALES, Locale, bytes_of_plurals, counted, counted_yaml};
pub use random::Random;
use token_codes_build::Source;
use token_codes_build::catalog::Catalog;

/// An entry of a synthetic catalog.
pub struct Entry {
    /// `TOK00000`, or of more than eight bytes in each tenth entry: `TOKEN-00009.E`.
    pub code: String,
    /// `expired-session-00000`.
    pub name: String,
    /// Each param's name and type.
    pub params: &'static [(&'static str, &'static str)],
    /// The message in Japanese and in English, with its placeholders.
    pub messages: [String; 2],
    /// One line.
    pub summary: String,
    /// Two sentences.
    pub description: String,
    /// Two of them.
    pub causes: [String; 2],
    /// Two of them.
    pub resolution: [String; 2],
}

/// The params of the entries, in turn.
pub const PARAMS: [&[(&str, &str)]; 4] = [&[], &[("user", "text")], INTEGER_AND_TEXT, TWO_OF_ANY];

/// The params of an entry whose message can be put together without `core::fmt`.
pub const INTEGER_AND_TEXT: &[(&str, &str)] = &[("max_hours", "integer"), ("expires_at", "text")];

/// The params of an entry whose message needs `Display`.
pub const TWO_OF_ANY: &[(&str, &str)] = &[("limit", "any"), ("day", "any")];

/// The first entries.
///
/// # Panics
///
/// If there are to be more than 100,000: their numbers have five digits.
#[must_use]
pub fn entries(count: usize) -> Vec<Entry> {
    assert!(count <= 100_000, "a synthetic catalog has at most 100,000 codes");
    let mut random = Random::new();
    (0..count).map(|number| entry(number, PARAMS[number % PARAMS.len()], &mut random)).collect()
}

/// The code with this number; without an entry, if the number is that of none.
#[must_use]
pub fn code(number: usize) -> String {
    if number % 10 == 9 { format!("TOKEN-{number:05}.E") } else { format!("TOK{number:05}") }
}

fn entry(number: usize, params: &'static [(&'static str, &'static str)], random: &mut Random) -> Entry {
    Entry {
        code: code(number),
        name: format!("{}-{}-{number:05}", random.pick(&words::ADJECTIVES), random.pick(&words::NOUNS)),
        params,
        messages: [japanese(params.len(), random), english(params.len(), random)],
        summary: sentence(6, random),
        description: format!("{}. {}.", sentence(10, random), sentence(9, random)),
        causes: [sentence(16, random), sentence(16, random)],
        resolution: [sentence(16, random), sentence(15, random)],
    }
}

/// A message with a placeholder for each param, the last one not at its end.
fn japanese(params: usize, random: &mut Random) -> String {
    let mut text = String::new();
    for param in 0..params {
        let _ = write!(text, "{}{{{param}}}", random.pick(&words::JAPANESE));
    }
    for _ in params..7 {
        text.push_str(random.pick(&words::JAPANESE));
    }
    text + "。"
}

fn english(params: usize, random: &mut Random) -> String {
    let mut text = sentence(5, random);
    for param in 0..params {
        let _ = write!(text, " {} {{{param}}}", random.pick(&words::NOUNS));
    }
    let _ = write!(text, " {}.", words_of(8 - params, random));
    text
}

fn sentence(length: usize, random: &mut Random) -> String {
    let text = words_of(length, random);
    text[..1].to_uppercase() + &text[1..]
}

fn words_of(length: usize, random: &mut Random) -> String {
    let word = |index| {
        let words = if index % 2 == 0 { &words::ADJECTIVES } else { &words::NOUNS };
        random.pick(words)
    };
    (0..length).map(word).collect::<Vec<_>>().join(" ")
}

/// A catalog of so many codes.
#[must_use]
pub fn yaml(count: usize) -> String {
    yaml_of(&entries(count))
}

/// A catalog of these entries.
#[must_use]
pub fn yaml_of(entries: &[Entry]) -> String {
    let mut out = String::from("title: Synthetic catalog\nlocales: [ja, en]\ncodes:\n");
    for entry in entries {
        let [ja, en] = &entry.messages;
        write_entry(&mut out, entry, &[("ja", ja), ("en", en)]);
    }
    out
}

/// A catalog of so many codes, as the catalog compiler reads it: in parts, since 100,000 codes are more than it takes
/// in one file.
///
/// # Panics
///
/// If the catalog has mistakes.
#[must_use]
pub fn catalog(count: usize) -> Catalog {
    let parts = entries(count);
    let mut parts = parts.chunks(10_000).map(|part| read(yaml_of(part)));
    let mut catalog = parts.next().expect("a catalog has a code");
    for part in parts {
        catalog.entries.extend(part.entries);
    }
    catalog
}

/// A catalog as the catalog compiler reads it.
///
/// # Panics
///
/// If it has mistakes.
#[must_use]
pub fn read(yaml: String) -> Catalog {
    let source = Source::new("catalog.yaml", yaml);
    token_codes_build::read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog
}

fn write_entry(out: &mut String, entry: &Entry, messages: &[(&str, impl Display)]) {
    let Entry { code, name, params, messages: _, summary, description, causes, resolution } = entry;
    let _ = writeln!(out, "  {code}:\n    name: {name}");
    if !params.is_empty() {
        let params: Vec<_> = params.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
        let _ = writeln!(out, "    params: {{{}}}", params.join(", "));
    }
    out.push_str("    message:\n");
    for (locale, message) in messages {
        let _ = writeln!(out, "      {locale}: {message}");
    }
    let _ = writeln!(out, "    summary: {summary}\n    description: {description}");
    let _ = writeln!(out, "    causes:\n      - {}\n      - {}", causes[0], causes[1]);
    let _ = writeln!(out, "    resolution:\n      - {}\n      - {}", resolution[0], resolution[1]);
}

/// The build script of a crate with a synthetic catalog.
///
/// # Errors
///
/// If the catalog cannot be written or compiled.
pub fn compile(yaml: &str) -> Result<(), Box<dyn std::error::Error>> {
    let file = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?).join("catalog.yaml");
    fs::write(&file, yaml)?;
    token_codes_build::compile(file)?;
    // Not the catalog, which this writes anew each time.
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Entry, Hours, LOCALES, Source, counted_yaml, entries, yaml};

    #[test]
    fn a_synthetic_catalog_has_no_mistakes_and_no_warnings() {
        let counted = counted_yaml(200, &[Hours::Plain, Hours::Plural, Hours::Grouped], &LOCALES);
        for (yaml, count) in [(yaml(1_000), 1_000), (counted, 600)] {
            let source = Source::new("catalog.yaml", yaml);
            let checked = token_codes_build::read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}"));
            assert_eq!(checked.catalog.entries.len(), count);
            assert!(checked.warnings.is_empty(), "{}", checked.warnings);
        }
    }

    #[test]
    fn a_code_has_about_930_bytes_of_text() {
        let bytes = |entry: &Entry| {
            let Entry { messages, summary, description, causes, resolution, .. } = entry;
            let lists = messages.iter().chain(causes).chain(resolution).map(String::len).sum::<usize>();
            lists + summary.len() + description.len()
        };
        let mean = entries(1_000).iter().map(bytes).sum::<usize>() / 1_000;
        assert!((900..960).contains(&mean), "{mean}");
    }

    #[test]
    fn a_plural_is_the_plain_text_and_more() {
        let [plain, plural] =
            [Hours::Plain, Hours::Plural].map(|hours| counted_yaml(1, &[hours], &LOCALES[..2]));
        let word = "{0, plural, one {# hour} other {# hours}}";
        assert!(plain.contains("{0} hours") && plain.contains("{0}時間"), "{plain}");
        assert_eq!(plain, plural.replace(word, "{0} hours").replace("{0, plural, other {#時間}}", "{0}時間"));
    }

    #[test]
    fn every_run_gives_the_same_text() {
        assert_eq!(yaml(13), yaml(13));
        assert!(yaml(1_000).starts_with(&yaml(13)));
    }
}
