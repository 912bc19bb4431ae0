//! The lines of a text, whatever ends them.

pub(super) use crate::lines::{next as next_line, start as line_start};

/// How many characters stand before `at` on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}

/// Behind the empty lines that start at `at`.
pub(super) fn behind_empty_lines(text: &str, mut at: usize) -> usize {
    while let Some(line) = text.get(at..next_line(text, at)).filter(|line| !line.is_empty()) {
        if !line.trim().is_empty() {
            break;
        }
        at += line.len();
    }
    at
}

/// The line break before `at`, or else the first of the file.
pub(super) fn line_break(text: &str, at: usize) -> &str {
    let end = if text[..at].ends_with(['\n', '\r']) {
        at
    } else {
        text.find(['\n', '\r']).map_or(0, |end| next_line(text, end))
    };
    match &text.as_bytes()[..end] {
        [.., b'\r', b'\n'] => "\r\n",
        [.., b'\r'] => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::{column, line_break, line_start, next_line};

    #[test]
    fn a_line_ends_with_any_of_three_breaks() {
        for (text, line_end, shown) in
            [("a\nb", 2, "\n"), ("a\r\nb", 3, "\r\n"), ("a\rb", 2, "\r"), ("a", 1, "\n")]
        {
            assert_eq!(next_line(text, 0), line_end);
            assert_eq!(line_break(text, line_end), shown);
            assert_eq!(line_start(text, text.len()), if text.len() > 1 { line_end } else { 0 });
        }
    }

    #[test]
    fn a_last_line_without_a_break_takes_that_of_the_first() {
        assert_eq!(line_break("a\r\nb", 4), "\r\n");
    }

    #[test]
    fn columns_are_characters_without_a_byte_order_mark() {
        assert_eq!(column("\u{FEFF}日本x", 9), 2);
        assert_eq!(column("a\n  b", 4), 2);
    }
}
