//! The lines of a file that is not YAML yet, as far as they can be understood without it.

use std::ops::Range;

use super::lookalike::is_odd_space;
use crate::lines;

/// A line.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its line break.
    pub(super) end: usize,
    /// The first byte of its text.
    pub(super) at: usize,
    /// How many characters stand before its text: spaces, tabs, and what only looks like a space.
    pub(super) indent: usize,
    /// Its text, without the blanks around it.
    pub(super) content: &'a str,
}

/// The lines of a text from `start` on.
pub(super) fn lines_from(text: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    lines::from(text, start).map(|line| Line::new(text, &line))
}

impl<'a> Line<'a> {
    fn new(text: &'a str, line: &Range<usize>) -> Self {
        let written = &text[line.clone()];
        let unindented = written
            .trim_start_matches(|character| matches!(character, ' ' | '\t') || is_odd_space(character));
        let at = line.end - unindented.len();
        Self {
            start: line.start,
            end: line.end + lines::break_at(text, line.end).len(),
            at,
            indent: text[line.start..at].chars().count(),
            content: unindented.trim_end(),
        }
    }

    /// Whether it is more than blanks and a comment.
    pub(super) fn is_significant(&self) -> bool {
        !self.content.is_empty() && !self.content.starts_with('#')
    }

    /// Whether it closes a list or a mapping in brackets that starts above it.
    pub(super) fn closes(&self) -> bool {
        self.content.starts_with([']', '}'])
    }

    /// Whether it is this marker: `---` or `...`.
    pub(super) fn is_marker(&self, marker: &str) -> bool {
        self.indent == 0
            && self
                .content
                .strip_prefix(marker)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    }

    /// The bytes of its text.
    pub(super) fn span(&self) -> Range<usize> {
        self.at..self.at + self.content.len()
    }

    /// Its items: how many bytes of its text are `- `, and where the last of them starts.
    pub(super) fn items(&self) -> Option<(usize, usize)> {
        let mut found = None;
        let mut at = 0;
        while let Some(rest) = self.content[at..].strip_prefix('-')
            && (rest.is_empty() || rest.starts_with([' ', '\t']))
        {
            let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            found = Some((at + 1 + blanks, at));
            at += 1 + blanks;
        }
        found
    }
}

/// Where the colon stands that ends the key which a text starts with.
pub(super) fn colon(text: &str) -> Option<usize> {
    let after = match text.chars().next()? {
        quote @ ('"' | '\'') => 1 + text[1..].find(quote)? + 1,
        '{' | '[' | '#' => return None,
        _ => 0,
    };
    let ends_key = |&(at, _): &(usize, &str)| {
        let rest = &text[at + 1..];
        rest.is_empty() || rest.starts_with([' ', '\t'])
    };
    let (at, _) = text.match_indices(':').filter(|(at, _)| *at >= after).find(ends_key)?;
    (!text[..at].contains(" #")).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{colon, lines_from};

    #[test]
    fn every_line_break_ends_a_line() {
        let found: Vec<_> =
            lines_from("a\r\n  b\rc\n\n\td ", 0).map(|line| (line.indent, line.content)).collect();
        assert_eq!(found, [(0, "a"), (2, "b"), (0, "c"), (0, ""), (1, "d")]);
    }

    #[test]
    fn keys_end_with_a_colon_and_a_blank() {
        for (text, expected) in [
            ("a: b", Some(1)),
            ("CDC:Err: x", Some(7)),
            ("a:", Some(1)),
            ("'a: b': c", Some(6)),
            ("a:b", None),
            ("a # b: c", None),
            ("{a: b}", None),
            ("", None),
        ] {
            assert_eq!(colon(text), expected, "{text}");
        }
    }

    #[test]
    fn items_are_counted() {
        let items = |text| lines_from(text, 0).next().and_then(|line| line.items());
        assert_eq!(items("  - a"), Some((2, 0)));
        assert_eq!(items("- - a"), Some((4, 2)));
        assert_eq!(items("-a"), None);
    }
}
