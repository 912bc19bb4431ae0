//! The lines of a text, whatever ends them.

/// The offset after the line break that ends the line of `at`, or the end of the text.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let Some(end) = text[at..].find(['\n', '\r']) else { return text.len() };
    let end = at + end;
    end + if text[end..].starts_with("\r\n") { 2 } else { 1 }
}

/// Where the line of `at` starts.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    // A byte order mark is no character of the first line.
    if text[start..at].starts_with('\u{FEFF}') { start + '\u{FEFF}'.len_utf8() } else { start }
}

/// How many characters stand before `at` on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}

#[cfg(test)]
mod tests {
    use super::{column, line_start, next_line};

    #[test]
    fn a_line_ends_with_any_of_three_breaks() {
        for (text, line_end) in [("a\nb", 2), ("a\r\nb", 3), ("a\rb", 2), ("a", 1)] {
            assert_eq!(next_line(text, 0), line_end);
            assert_eq!(line_start(text, text.len()), if text.len() > 1 { line_end } else { 0 });
        }
    }

    #[test]
    fn columns_are_characters_without_a_byte_order_mark() {
        assert_eq!(column("\u{FEFF}日本x", 9), 2);
        assert_eq!(column("a\n  b", 4), 2);
    }
}
