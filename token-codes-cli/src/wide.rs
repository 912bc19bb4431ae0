//! The room that texts take on a terminal, where a character of Japanese is two columns wide.

use std::io::stdout;

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The width of the terminal that standard output is; `None` if it is none, and so takes lines of any length.
pub(crate) fn of_terminal() -> Option<usize> {
    terminal_size::terminal_size_of(stdout()).map(|(width, _)| usize::from(width.0))
}

/// The text on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text, cut short with `…` if it is wider than this.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let Some(room) = width.checked_sub("…".width()) else { return String::new() };
    let mut taken = 0;
    let fits = |character: &char| {
        taken += character.width().unwrap_or(0);
        taken <= room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::{cut, one_line};

    #[test]
    fn what_fits_is_not_cut() {
        assert_eq!(cut("認証", 4), "認証");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn what_is_cut_fits() {
        assert_eq!(cut("認証中に", 7), "認証中…");
        assert_eq!(cut("認証中に", 6), "認証…");
        assert_eq!(cut("token", 4), "tok…");
        assert_eq!(cut("か\u{3099}か\u{3099}か", 3), "か\u{3099}…");
        for width in 0..12 {
            assert!(cut("a認証中に😀b", width).width() <= width);
        }
    }

    #[test]
    fn several_lines_become_one() {
        assert_eq!(one_line("one\n  two\r\n\nthree\tfour\n"), "one two three four");
    }
}
