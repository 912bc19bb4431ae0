//! Where lines start and end, for all that reads, edits and shows a catalog.
//!
//! A line ends as YAML has it: with a line feed, a carriage return, or both. A byte order mark at the start of a line is no
//! character of it.

use std::ops::Range;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// How many bytes the byte order mark takes that a text starts with; 0 if it has none.
pub(crate) fn mark(text: &str) -> usize {
    if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
}

/// Where the line of `at` starts, after its byte order mark.
pub(crate) fn start(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at];
    let start = before.iter().rposition(|&byte| is_break(byte)).map_or(0, |end| end + 1);
    start + mark(&text[start..at])
}

/// Where the line of `at` ends, before its line break.
pub(crate) fn end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    at + rest.iter().position(|&byte| is_break(byte)).unwrap_or(rest.len())
}

/// Where the line after that of `at` starts; the end of the text if there is none.
pub(crate) fn next(text: &str, at: usize) -> usize {
    let end = end(text, at);
    end + break_at(text, end).len()
}

/// The line break that stands at `at`; empty if none does.
pub(crate) fn break_at(text: &str, at: usize) -> &'static str {
    match text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        [b'\n', ..] => "\n",
        _ => "",
    }
}

/// The lines from `at` on, without their line breaks.
pub(crate) fn from(text: &str, mut at: usize) -> impl Iterator<Item = Range<usize>> {
    std::iter::from_fn(move || {
        let line = (at < text.len()).then(|| at..end(text, at))?;
        at = line.end + break_at(text, line.end).len();
        Some(line)
    })
}

/// Where each line starts, the first one after its byte order mark.
pub(crate) fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![mark(text)];
    // A search for one character is fast even in a build script that is not optimised.
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    let feeds = starts.len();
    let is_lone = |at: &usize| break_at(text, *at) == "\r";
    let returns = text.match_indices('\r').map(|(at, _)| at);
    starts.extend(returns.filter(is_lone).map(|at| at + 1));
    if starts.len() > feeds {
        starts.sort_unstable();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::{break_at, end, from, next, start, starts};

    #[test]
    fn a_line_ends_with_any_of_three_breaks() {
        for (text, line_break) in [("a\nb", "\n"), ("a\r\nb", "\r\n"), ("a\rb", "\r"), ("ab", "")] {
            let second = text.len() - 1;
            let ends = !line_break.is_empty();
            assert_eq!(break_at(text, 1), line_break);
            assert_eq!(end(text, 0), if ends { 1 } else { 2 });
            assert_eq!(next(text, 0), if ends { second } else { 2 });
            assert_eq!(start(text, text.len()), if ends { second } else { 0 });
            assert_eq!(starts(text), if ends { vec![0, second] } else { vec![0] });
        }
    }

    #[test]
    fn what_follows_the_last_break_is_a_line_for_who_counts_and_none_for_who_reads() {
        assert_eq!(starts("a\n"), [0, 2]);
        assert_eq!(from("a\n\r\n", 0).collect::<Vec<_>>(), [0..1, 2..2]);
    }

    #[test]
    fn mixed_breaks_are_in_order() {
        let text = "a\r\nb\rc\n\nd";
        assert_eq!(starts(text), [0, 3, 5, 7, 8]);
        assert_eq!(from(text, 0).map(|line| line.start).collect::<Vec<_>>(), starts(text));
    }

    #[test]
    fn a_byte_order_mark_is_before_the_line() {
        assert_eq!(starts("\u{FEFF}a\nb"), [3, 5]);
        assert_eq!(start("\u{FEFF}日本x", 9), 3);
        assert_eq!(start("a\n\u{FEFF}b", 6), 5);
    }
}
