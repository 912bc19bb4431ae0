//! Which message a text is, with its values filled in: what a customer has pasted, or a line of a log.
//!
//! Between the placeholders, a message is the same whatever fills them. So its code is the one whose pieces are in the
//! text, in their order. Only a part of the message may be given, and something else may stand around it. How the text
//! was broken into lines is no matter, so white space is left out. Logs have a line for each line of a message, so each of
//! them is looked for as well.

use std::cmp::Reverse;

use token_codes_build::catalog::{Catalog, Entry, Template};

use super::Hit;
use super::texts;
use super::variants::{PLACEHOLDER, as_written, variants};
use crate::fold::fold;

/// A whole message of fewer characters is in many a text by chance.
const ENOUGH_OF_WHOLE: usize = 4;

/// So is a part of one.
const ENOUGH_OF_PART: usize = 6;

/// And a line of one.
const ENOUGH_OF_LINE: usize = 8;

/// The codes one of whose messages the text may be; the one that explains the most of it first.
pub(super) fn hits<'a>(catalog: &'a Catalog, text: &str) -> Vec<Hit<'a>> {
    let text = squeeze(text);
    let mut found: Vec<(usize, Hit<'a>)> =
        catalog.with_retired().map(|(entry, _)| entry).filter_map(|entry| identify(entry, &text)).collect();
    found.sort_by_key(|(explained, _)| Reverse(*explained));
    let best = found.first().map_or(0, |(explained, _)| *explained);
    // A short message in the text of a long one is there by chance.
    found.into_iter().take_while(|(explained, _)| explained * 2 >= best).map(|(_, hit)| hit).collect()
}

/// How much of the text the entry's best message explains.
fn identify<'a>(entry: &'a Entry, text: &str) -> Option<(usize, Hit<'a>)> {
    let messages = entry.messages.iter().enumerate().filter(|(_, message)| message.translated);
    let explained =
        messages.filter_map(|(index, message)| Some((explained(&message.template, text)?, index)));
    let (most, locale) = explained.max_by_key(|(explained, index)| (*explained, Reverse(*index)))?;
    let texts = texts::message(entry, locale).into_iter().collect();
    Some((most, Hit { entry, identified: true, texts }))
}

/// The text as it is compared; of two hyphens, some programs make a dash.
fn squeeze(text: &str) -> String {
    let mut squeezed = String::new();
    for character in fold(text).chars().filter(|character| !character.is_whitespace()) {
        if character != '-' || !squeezed.ends_with('-') {
            squeezed.push(character);
        }
    }
    squeezed
}

/// How many characters of the text are the message's own, if it is that message or a part of it.
fn explained(template: &Template, text: &str) -> Option<usize> {
    let messages = variants(template).into_iter().chain(as_written(template));
    messages.filter_map(|message| explained_by_message(&message, text)).max()
}

fn explained_by_message(message: &str, text: &str) -> Option<usize> {
    let whole = explained_by(&pieces(message), text);
    let lines = message.trim().lines().filter(|line| line.len() < message.trim().len());
    whole.max(lines.filter_map(|line| explained_by_line(&pieces(line), text)).max())
}

fn explained_by(pieces: &[String], text: &str) -> Option<usize> {
    let found = (0..pieces.len()).map(|first| follow(pieces, first, text));
    found.filter(|found| found.is_enough(text)).map(|found| found.characters).max()
}

fn explained_by_line(pieces: &[String], text: &str) -> Option<usize> {
    let found = follow(pieces, 0, text);
    (found.is_whole && found.characters >= ENOUGH_OF_LINE).then_some(found.characters)
}

/// The pieces of the message between its placeholders, after an empty one: before it, there may be anything. Of values side
/// by side, it cannot be said where one ends, so they are one.
fn pieces(message: &str) -> Vec<String> {
    let mut pieces: Vec<_> = message.split(PLACEHOLDER).map(squeeze).collect();
    pieces.dedup_by(|next, piece| next.is_empty() && piece.is_empty());
    pieces.insert(0, String::new());
    pieces
}

/// What a text has of a message.
struct Found {
    characters: usize,
    /// Whether every piece is there.
    is_whole: bool,
    /// Whether the value of a placeholder is there. A part without one is found by its words, as any text is.
    has_value: bool,
    /// Whether the text goes on after the message.
    goes_on: bool,
}

impl Found {
    fn is_enough(&self, text: &str) -> bool {
        let is_most = self.characters * 2 >= text.chars().count();
        let is_part = self.has_value && !self.goes_on && is_most;
        self.is_whole && self.characters >= ENOUGH_OF_WHOLE || is_part && self.characters >= ENOUGH_OF_PART
    }
}

/// Follows the message through the text, which starts at the end of the `first` piece or anywhere after it.
fn follow(pieces: &[String], first: usize, text: &str) -> Found {
    let start = common(text, &pieces[first]);
    let characters = start.chars().count();
    let mut found = Found { characters, is_whole: first == 0, has_value: false, goes_on: false };
    let mut rest = &text[start.len()..];
    for (index, piece) in pieces.iter().enumerate().skip(first + 1) {
        let is_last = index + 1 == pieces.len();
        let (value, there) = match rest.find(piece.as_str()) {
            // The message ends with a placeholder, so all that is left is its value.
            Some(_) if is_last && piece.is_empty() => (rest.len(), ""),
            Some(at) => (at, piece.as_str()),
            None => {
                found.is_whole = false;
                let there = common(piece, rest);
                (rest.len() - there.len(), there)
            }
        };
        found.characters += there.chars().count();
        // What is before the message is no value.
        found.has_value |= index > 1 && value > 0;
        rest = &rest[value + there.len()..];
        if rest.is_empty() {
            found.is_whole &= pieces[index + 1..].iter().all(String::is_empty);
            break;
        }
    }
    found.goes_on = !rest.is_empty();
    found
}

/// The longest start of `text` with which `other` ends.
fn common<'a>(text: &'a str, other: &str) -> &'a str {
    let longest = text.floor_char_boundary(other.len());
    let ends = text[..longest].char_indices().map(|(index, _)| index).rev();
    let mut starts = std::iter::once(longest).chain(ends).map(|end| &text[..end]);
    starts.find(|start| other.ends_with(start)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use token_codes_build::Source;

    const CATALOG: &str = "\
locales: [ja, en]
codes:
  E1:
    params: {max_hours: integer, expires_at: any}
    message:
      ja: 有効期限は、{0}時間より未来日に設定できません。指定された有効期限:{1}。調整してください。
      en: \"The expiry date cannot be more than {0} hours ahead. Specified: {1}. Please adjust it.\"
  E2:
    params: {id: any}
    message:
      ja: download Id {0} のエクスポートに失敗しました。
      en: Failed to export the token for download ID {0}.
  E3:
    message: {ja: 不正なトークンです。, en: Invalid token.}
  E4:
    params: {what: any}
    message: {ja: \"{0}\", en: \"{0}!\"}
";

    #[track_caller]
    fn assert_codes(text: &str, codes: &[&str]) {
        let catalog = token_codes_build::read(&Source::new("", CATALOG)).unwrap().catalog;
        let found: Vec<_> = super::hits(&catalog, text).into_iter().map(|hit| &*hit.entry.code).collect();
        assert_eq!(found, codes, "{text}");
    }

    #[test]
    fn a_whole_message_in_any_locale() {
        assert_codes(
            "有効期限は、24時間より未来日に設定できません。指定された有効期限:明日。調整してください。",
            &["E1"],
        );
        assert_codes(
            "the expiry date cannot be more than 24 hours ahead. specified: x. please adjust it.",
            &["E1"],
        );
        assert_codes("Invalid token.", &["E3"]);
    }

    #[test]
    fn a_part_of_a_message() {
        assert_codes("有効期限は、24時間より未来日に設定できません。", &["E1"]);
        assert_codes("24時間より未来日に設定できません。指定された", &["E1"]);
        assert_codes("be more than 24 hours ah", &["E1"]);
        assert_codes("Failed to export the token for download ID 17", &["E2"]);
    }

    #[test]
    fn something_around_it() {
        assert_codes("[2026-12-01T00:00:00Z ERROR auth::token] E3: Invalid token. (request 4711)", &["E3"]);
        assert_codes("E2: download Id 17 のエクスポートに失敗しました。", &["E2"]);
    }

    #[test]
    fn broken_into_lines_and_in_full_width() {
        assert_codes("Failed to export the\n  token for down-\nload", &[]);
        assert_codes("Failed to export the\n  token for\n  download ID 17.", &["E2"]);
        assert_codes("ｄｏｗｎｌｏａｄ　Ｉｄ　１７　のエクスポートに\n失敗しました。", &["E2"]);
    }

    #[test]
    fn words_are_no_message() {
        for words in ["token", "expiry date", "", "!", "有効期限", "失敗しました", "Invalid"] {
            assert_codes(words, &[]);
        }
        // The start or the end of a message, and something else.
        for words in
            ["the invalid token", "valid token. Again", "please adjust it. or not", "so: failed to export"]
        {
            assert_codes(words, &[]);
        }
    }

    #[test]
    fn of_two_the_one_that_explains_more_is_first_and_chance_is_left_out() {
        assert_codes("Invalid token. Failed to export the token for download ID 17.", &["E2"]);
        let both = "download Id 7 のエクスポートに失敗しました。 / 不正なトークンです。xx";
        assert_codes(both, &["E2"]);
    }
}
