//! Text on one line that is what it looks like.

use core::fmt::{self, Write as _};

/// A value whose text cannot begin another line, nor hide a part of the one that it stands in: for logs.
///
/// It displays as the value, with these written as Rust writes them in a literal:
///
/// - line breaks, escape sequences and the other control characters: `\n`, `\r`, `\t`, `\u{1b}`; also `\u{2028}` and
///   `\u{2029}`;
/// - the marks that turn the direction of what follows, such as `\u{202e}`, and those that nobody sees: `\u{feff}`,
///   `\u{fff9}` to `\u{fffb}`;
/// - a backslash, as two of them, so that what is read is what was given.
///
/// If the `Display` of the value fails, `‹!›` stands after what it has written.
///
/// [`TokenCode::for_log`](crate::TokenCode::for_log) does this to the arguments of a message. This is for a log's other
/// texts, such as a path or the name of a user:
///
/// ```
/// use token_codes::Escaped;
///
/// let user = "mika\n2026-12-01 INFO signed in";
/// assert_eq!(Escaped::new(user).to_string(), r"mika\n2026-12-01 INFO signed in");
/// ```
#[derive(Clone, Copy)]
pub struct Escaped<T>(T);

impl<T: fmt::Display> Escaped<T> {
    /// This value, escaped where it is shown.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(value)
    }
}

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_escaped(f, &self.0)
    }
}

impl<T: fmt::Display> fmt::Debug for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Escaped({self})")
    }
}

/// Writes a value, escaped. An error is one of `out`.
pub(crate) fn write_escaped(
    out: &mut (impl fmt::Write + ?Sized),
    value: &(impl fmt::Display + ?Sized),
) -> fmt::Result {
    write_or_mark(out, value, |out, text| write_escaped_text(out, text))
}

/// Writes a value by what writes its text, and `‹!›` if its `Display` fails. An error is one of `out`.
pub(crate) fn write_or_mark<W: fmt::Write + ?Sized>(
    out: &mut W,
    value: &(impl fmt::Display + ?Sized),
    write_text: impl Fn(&mut W, &str) -> fmt::Result,
) -> fmt::Result {
    let mut writer = Writer { out, write_text, failed: false };
    match write!(writer, "{value}") {
        Err(_) if !writer.failed => out.write_str("‹!›"),
        result => result,
    }
}

/// Writes a text, escaped.
pub(crate) fn write_escaped_text(out: &mut (impl fmt::Write + ?Sized), text: &str) -> fmt::Result {
    write_with(out, text, is_escaped)
}

/// Writes a text on one line: as it is, but for its line breaks.
pub(crate) fn write_on_one_line(out: &mut (impl fmt::Write + ?Sized), text: &str) -> fmt::Result {
    write_with(out, text, |character| {
        character != '\\' && is_escaped(character) && !is_directional(character)
    })
}

fn write_with(
    out: &mut (impl fmt::Write + ?Sized),
    mut text: &str,
    is_escaped: impl Fn(char) -> bool,
) -> fmt::Result {
    let mut seen = 0;
    while let Some(start) = find_suspect(text.as_bytes(), seen) {
        let (before, from_character) = text.split_at(start);
        let mut characters = from_character.chars();
        let Some(character) = characters.next() else { break };
        seen = start + character.len_utf8();
        if is_escaped(character) {
            out.write_str(before)?;
            write_character(out, character)?;
            (text, seen) = (characters.as_str(), 0);
        }
    }
    out.write_str(text)
}

/// Where the next character that might be escaped begins, from `start` on.
fn find_suspect(text: &[u8], start: usize) -> Option<usize> {
    let (chunks, _) = text.get(start..)?.as_chunks::<16>();
    // Without a branch for each byte, the bytes of a chunk are looked at together.
    let is_clean = |chunk: &&[u8; 16]| !chunk.iter().fold(false, |found, byte| found | is_suspect(*byte));
    let seen = start + 16 * chunks.iter().take_while(is_clean).count();
    Some(seen + text.get(seen..)?.iter().position(|byte| SUSPECTS[usize::from(*byte)])?)
}

/// What [`is_suspect`] says of each byte, for where they are looked at one by one.
#[expect(clippy::cast_possible_truncation, reason = "the bytes are below 256")]
static SUSPECTS: [bool; 256] = {
    let mut suspects = [false; 256];
    let mut byte = 0;
    while byte < suspects.len() {
        suspects[byte] = is_suspect(byte as u8);
        byte += 1;
    }
    suspects
};

/// Whether a character that is escaped may begin with this byte.
#[expect(clippy::needless_bitwise_bool, reason = "without branches, a processor compares many bytes at once")]
const fn is_suspect(byte: u8) -> bool {
    // In UTF-8, U+0080 to U+009F begin with C2, U+061C with D8, U+200E to U+206F with E2, and U+FEFF and U+FFF9 with EF.
    (byte < b' ')
        | (byte == b'\\')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xd8)
        | (byte == 0xe2)
        | (byte == 0xef)
}

#[cold]
fn write_character(out: &mut (impl fmt::Write + ?Sized), character: char) -> fmt::Result {
    match character {
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        '\t' => out.write_str("\\t"),
        '\\' => out.write_str("\\\\"),
        other => write!(out, "{}", other.escape_unicode()),
    }
}

fn is_escaped(character: char) -> bool {
    match character {
        ' '..='[' | ']'..='~' => false,
        '\\' | '\u{2028}' | '\u{2029}' => true,
        other => other.is_control() || is_directional(other),
    }
}

/// Whether it turns the direction of what follows, or is there without being seen.
fn is_directional(character: char) -> bool {
    matches!(
        character,
        '\u{61c}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
    )
}

struct Writer<'a, W: ?Sized, F> {
    out: &'a mut W,
    write_text: F,
    /// Whether it is `out` that has an error.
    failed: bool,
}

impl<W: fmt::Write + ?Sized, F: Fn(&mut W, &str) -> fmt::Result> fmt::Write for Writer<'_, W, F> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let written = (self.write_text)(self.out, text);
        self.failed |= written.is_err();
        written
    }
}

#[cfg(all(test, feature = "alloc"))]
mod tests {
    use alloc::string::{String, ToString as _};

    use super::*;

    fn escaped(text: &str) -> String {
        Escaped::new(text).to_string()
    }

    #[test]
    fn what_can_be_seen_stays() {
        for text in ["", "a b~!", "日本語、…", "naïve – “x”", "a\u{200d}b", "👩‍💻"] {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn what_forges_a_line_is_written_out() {
        let cases = [
            ("a\nb\r\n\tc", r"a\nb\r\n\tc"),
            (r"C:\temp", r"C:\\temp"),
            ("\u{0}\u{1b}[2K\u{7f}\u{85}\u{9b}", r"\u{0}\u{1b}[2K\u{7f}\u{85}\u{9b}"),
            ("\u{2028}\u{2029}\u{202e}gnp.exe", r"\u{2028}\u{2029}\u{202e}gnp.exe"),
            (
                "\u{61c}\u{200e}\u{200f}\u{202a}\u{2066}\u{2069}",
                r"\u{61c}\u{200e}\u{200f}\u{202a}\u{2066}\u{2069}",
            ),
            ("\u{feff}\u{fff9}\u{fffb}", r"\u{feff}\u{fff9}\u{fffb}"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn two_texts_are_never_shown_alike() {
        // An escape can be undone: only a backslash begins one, and of a text's own there are two.
        for character in (0..=0x2100).chain(0xfe00..=0x1_0000).filter_map(char::from_u32) {
            let shown = escaped(character.encode_utf8(&mut [0; 4]));
            assert_eq!(shown.starts_with('\\'), is_escaped(character), "{shown}");
        }
    }

    struct Failing;

    impl fmt::Display for Failing {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half\n")?;
            Err(fmt::Error)
        }
    }

    struct Full;

    impl fmt::Write for Full {
        fn write_str(&mut self, _: &str) -> fmt::Result {
            Err(fmt::Error)
        }
    }

    #[test]
    fn a_failure_of_the_value_is_shown_and_one_of_the_writer_is_not_hidden() {
        assert_eq!(Escaped::new(Failing).to_string(), r"half\n‹!›");
        assert!(write_escaped(&mut Full, &Failing).is_err());
        assert!(write_escaped(&mut Full, "text").is_err());
    }

    #[test]
    fn a_text_of_the_catalog_stays_on_one_line() {
        let mut out = String::new();
        write_on_one_line(&mut out, "C:\\a\nb\u{200f}\u{2028}").expect("a string takes all");
        assert_eq!(out, "C:\\a\\nb\u{200f}\\u{2028}");
    }
}
