//! Texts of errors that nobody has checked: as long as they like, and with a `Display` that may fail or
//! panic.

use std::fmt::{self, Display, Write};

use crate::guarded::guarded;

#[cfg(any(feature = "miette", feature = "tracing"))]
pub(crate) mod causes;

/// What stands where a value could not be shown.
const NOT_SHOWN: &str = "‹!›";

/// How many bytes a value usually fits in.
const USUAL: usize = 32;

/// How many bytes that are left out are counted. A `Display` need not end, so it is told to stop after that
/// many.
const COUNTED: usize = 16 << 20;

/// The value as `{}` shows it: at most `max_bytes` of that, and then how many bytes are left out.
///
/// Where it stops because its `Display` fails or panics, `‹!›` says so.
pub(crate) fn bounded(value: &dyn Display, max_bytes: usize) -> String {
    let mut text = Bounded { text: String::with_capacity(USUAL.min(max_bytes)), max_bytes, left_out: 0 };
    let shown = guarded(|| write!(text, "{value}"));
    text.finish(shown.is_some_and(|shown| shown.is_ok()))
}

struct Bounded {
    text: String,
    max_bytes: usize,
    left_out: usize,
}

impl Bounded {
    fn finish(mut self, is_whole: bool) -> String {
        // Writing to a `String` does not fail.
        let _ = match self.left_out {
            0 => Ok(()),
            1..=COUNTED => write!(self.text, "… ({} bytes left out)", self.left_out),
            _ => write!(self.text, "… (more than {COUNTED} bytes left out)"),
        };
        if !is_whole && self.left_out <= COUNTED {
            self.text.push_str(NOT_SHOWN);
        }
        self.text
    }
}

impl Write for Bounded {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = if self.left_out == 0 { self.max_bytes - self.text.len() } else { 0 };
        let (kept, rest) = text.split_at(text.floor_char_boundary(room));
        self.text.push_str(kept);
        self.left_out = self.left_out.saturating_add(rest.len());
        if self.left_out > COUNTED { Err(fmt::Error) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Shown(fn(&mut fmt::Formatter<'_>) -> fmt::Result);

    impl Display for Shown {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0(f)
        }
    }

    #[test]
    fn what_fits_is_whole() {
        assert_eq!(bounded(&"", 0), "");
        assert_eq!(bounded(&"12345", 5), "12345");
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(bounded(&"トークン", 7), "トー… (6 bytes left out)");
        assert_eq!(bounded(&"トークン", 0), "… (12 bytes left out)");
    }

    #[test]
    fn nothing_is_shown_after_the_cut() {
        assert_eq!(
            bounded(&Shown(|f| ["ト", "ー", "a"].iter().try_for_each(|part| f.write_str(part))), 4),
            "ト… (4 bytes left out)"
        );
    }

    #[test]
    fn a_display_that_fails_or_panics_keeps_what_it_wrote() {
        let fails = Shown(|f| f.write_str("half").and(Err(fmt::Error)));
        assert_eq!(bounded(&fails, 10), "half‹!›");
        assert_eq!(bounded(&fails, 2), "ha… (2 bytes left out)‹!›");
        assert_eq!(bounded(&Shown(|f| f.write_str("half").and_then(|()| panic!())), 10), "half‹!›");
    }

    #[test]
    fn a_display_without_an_end_is_stopped() {
        let endless = Shown(|f| {
            loop {
                f.write_str("0123456789abcdef")?;
            }
        });
        assert_eq!(bounded(&endless, 4), "0123… (more than 16777216 bytes left out)");
    }
}
