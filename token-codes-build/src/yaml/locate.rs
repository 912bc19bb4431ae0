//! From an offset in a scalar's value to the source.

use std::ops::Range;

use super::{Scalar, Style};
use crate::lines;

/// Where `part` of the scalar's value stands in the source; all of the scalar, if that cannot be told.
///
/// Folding changes nothing but white space, so the other characters of value and source are the same in the same order,
/// except where an escape stands for one. That holds for all five styles of YAML.
pub(crate) fn locate(text: &str, scalar: &Scalar, part: Range<usize>) -> Range<usize> {
    find(text, scalar, &part).unwrap_or_else(|| scalar.span.clone())
}

/// As [`locate`], for a `part` that is white space.
pub(crate) fn locate_blank(text: &str, scalar: &Scalar, part: Range<usize>) -> Range<usize> {
    find_blank(text, scalar, &part).unwrap_or_else(|| scalar.span.clone())
}

/// White space has no place of its own, since folding changes it; it is what stands between what is visible.
fn find_blank(text: &str, scalar: &Scalar, part: &Range<usize>) -> Option<Range<usize>> {
    let value = &*scalar.text;
    let start = value[..part.start].trim_end().len();
    let end = value.len() - value[part.end..].trim_start().len();
    let written = between(text, scalar, start..end)?;
    // Where it is not folded, each character stands for one.
    let units = units(text.get(written.clone())?, scalar.style)?;
    if units.len() != value[start..end].chars().count() {
        return Some(written);
    }
    let first = value[start..part.start].chars().count();
    let last = first + value[part.clone()].chars().count() - 1;
    Some(written.start + units.get(first)?.start..written.start + units.get(last)?.end)
}

/// What stands between the visible characters around `part` of the value.
fn between(text: &str, scalar: &Scalar, part: Range<usize>) -> Option<Range<usize>> {
    let value = &*scalar.text;
    let quote = usize::from(is_quoted(scalar.style));
    let start = match value[..part.start].chars().next_back() {
        Some(last) => find(text, scalar, &(part.start - last.len_utf8()..part.start))?.end,
        None => scalar.span.start + quote,
    };
    let end = match value[part.end..].chars().next() {
        Some(next) => find(text, scalar, &(part.end..part.end + next.len_utf8()))?.start,
        // The span of a block ends with what is visible.
        None if scalar.style == Style::Block => lines::end(text, scalar.span.end),
        None => scalar.span.end.checked_sub(quote)?,
    };
    (start <= end).then_some(start..end)
}

/// The characters and escapes in `written`, which is white space.
fn units(written: &str, style: Style) -> Option<Vec<Range<usize>>> {
    let mut characters = Characters { written, style, at: 0 };
    let mut units = Vec::new();
    while characters.at < written.len() {
        let start = characters.at;
        let character = written[start..].chars().next()?;
        characters.at += character.len_utf8();
        if style == Style::DoubleQuoted && character == '\\' {
            characters.skip_escape()?;
        }
        // Two characters, and one line break.
        if character == '\r' && written[characters.at..].starts_with('\n') {
            characters.at += 1;
        }
        units.push(start..characters.at);
    }
    Some(units)
}

fn find(text: &str, scalar: &Scalar, part: &Range<usize>) -> Option<Range<usize>> {
    let written = text.get(scalar.span.clone())?;
    let mut characters =
        Characters { written, style: scalar.style, at: usize::from(is_quoted(scalar.style)) };
    let mut found: Option<Range<usize>> = None;
    for (offset, character) in scalar.text.char_indices() {
        if offset >= part.end {
            break;
        }
        if character.is_whitespace() {
            continue;
        }
        let (range, stands_for) = characters.next_visible(character)?;
        if stands_for.is_some_and(|stands_for| stands_for != character) {
            return None;
        }
        if offset >= part.start {
            let start = found.map_or(range.start, |found| found.start);
            found = Some(start..range.end);
        }
    }
    let found = found?;
    Some(scalar.span.start + found.start..scalar.span.start + found.end)
}

fn is_quoted(style: Style) -> bool {
    matches!(style, Style::SingleQuoted | Style::DoubleQuoted | Style::Lines)
}

/// The characters of a scalar as written, each with its bytes.
struct Characters<'a> {
    written: &'a str,
    style: Style,
    at: usize,
}

impl Characters<'_> {
    /// The next character that is no white space; `None` in its place for what can only be right: an escape, or an element
    /// that stands for a placeholder as a whole, whose last character is `}`. It is to be `wanted`.
    fn next_visible(&mut self, wanted: char) -> Option<(Range<usize>, Option<char>)> {
        loop {
            let start = self.at;
            let character = self.written[start..].chars().next()?;
            self.at += character.len_utf8();
            match (self.style, character) {
                (Style::Markup, '<') => {
                    let end = start + self.written[start..].find('>')? + 1;
                    let is_placeholder =
                        ["<x ", "<ph "].iter().any(|tag| self.written[start..].starts_with(tag));
                    self.at = if is_placeholder && wanted != '}' { start } else { end };
                    if is_placeholder {
                        return Some((start..end, None));
                    }
                    continue;
                }
                (Style::Markup, '&') => {
                    self.at = start + self.written[start..].find(';')? + 1;
                    if matches!(&self.written[start..self.at], "&#9;" | "&#10;" | "&#13;") {
                        continue;
                    }
                    return Some((start..self.at, None));
                }
                (Style::Lines, '"') => continue,
                (Style::SingleQuoted, '\'') => self.at += 1,
                (Style::DoubleQuoted | Style::Lines, '\\') => {
                    if self.skip_escape()? {
                        return Some((start..self.at, None));
                    }
                    continue;
                }
                _ if character.is_whitespace() => continue,
                _ => {}
            }
            return Some((start..self.at, Some(character)));
        }
    }

    /// Skips what follows a backslash; tells whether it stands for something visible.
    fn skip_escape(&mut self) -> Option<bool> {
        let character = self.written[self.at..].chars().next()?;
        self.at += character.len_utf8();
        let digits = match character {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            // Blanks, and line breaks with or without a value.
            ' ' | '\t' | '\n' | '\r' | 't' | 'n' | 'r' | 'v' | 'f' | 'N' | '_' | 'L' | 'P' => {
                return Some(false);
            }
            _ => return Some(true),
        };
        let number = u32::from_str_radix(self.written.get(self.at..self.at + digits)?, 16).ok()?;
        self.at += digits;
        if (0xD800..0xDC00).contains(&number) {
            // The second half of a character in JSON's manner: `\uXXXX`.
            self.at += 6;
        }
        Some(char::from_u32(number).is_none_or(|character| !character.is_whitespace()))
    }
}
