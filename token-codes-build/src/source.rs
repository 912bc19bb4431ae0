//! The text of a catalog, and where in it a byte stands.

use std::{fs::File, io::Read as _, ops::Range, path::Path};

use crate::diagnostic::{Diagnostic, Diagnostics, Kind};

/// The largest catalog that is read, in bytes: far above any real one, and low enough to fail before memory does.
pub const MAX_BYTES: usize = 64 << 20;

/// The text of a catalog and the path that its diagnostics show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The path as shown in diagnostics.
    pub path: String,
    /// The text, byte for byte: a byte order mark and line endings included.
    pub text: String,
}

/// A place in a text as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line; the first is 1.
    pub line: usize,
    /// The column, counted in characters; the first is 1.
    pub column: usize,
}

impl Source {
    /// A catalog that is at hand as text.
    ///
    /// ```
    /// # use token_codes_build::Source;
    /// let source = Source::new("catalog.yaml", "locales: [ja]\r\ncodes:\r\n");
    /// let position = source.position(15);
    /// assert_eq!((position.line, position.column), (2, 1));
    /// ```
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// The catalog in this file.
    ///
    /// # Errors
    ///
    /// One diagnostic: the file cannot be read, is larger than [`MAX_BYTES`], or is not UTF-8.
    pub fn read(path: &Path) -> Result<Self, Diagnostics> {
        let shown = path.display().to_string();
        let mut bytes = Vec::new();
        let limit = MAX_BYTES as u64 + 1;
        match File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)) {
            Ok(_) => Self::from_bytes(shown, bytes),
            Err(error) => Err(unreadable(shown, &error)),
        }
    }

    /// The catalog in these bytes.
    ///
    /// # Errors
    ///
    /// One diagnostic: the bytes are more than [`MAX_BYTES`], or not UTF-8.
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Result<Self, Diagnostics> {
        let path = path.into();
        if bytes.len() > MAX_BYTES {
            return Err(too_large(Self { path, text: String::new() }));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { path, text }),
            Err(error) => Err(not_utf8(path, error.utf8_error().valid_up_to(), error.as_bytes())),
        }
    }

    /// Where the byte with this offset stands.
    ///
    /// A byte order mark has no column, and an offset beyond the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        self.lines().position(offset)
    }

    /// Its lines: for whoever asks for more than one position.
    #[must_use]
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(&self.text)
    }
}

fn unreadable(path: String, error: &std::io::Error) -> Diagnostics {
    let message = format!("the catalog cannot be read: {error}");
    let help = "the catalog is a YAML file with `locales` and `codes`; check the path and the permissions";
    let diagnostic = Diagnostic::new(Kind::UnreadableFile, 0..0, message).help(help);
    Diagnostics::new(Source { path, text: String::new() }, vec![diagnostic])
}

pub(crate) fn too_large(source: Source) -> Diagnostics {
    let message = format!("the catalog is larger than {} MiB", MAX_BYTES >> 20);
    let diagnostic =
        Diagnostic::new(Kind::FileTooLarge, 0..0, message).help("divide it into several catalogs");
    Diagnostics::new(source, vec![diagnostic])
}

/// The report on bytes that are no UTF-8; what stands before them is kept, so that the place can be shown.
fn not_utf8(path: String, valid: usize, bytes: &[u8]) -> Diagnostics {
    let (valid, message) = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        (0, "the catalog is in UTF-16, not in UTF-8".to_owned())
    } else {
        (valid, format!("the byte 0x{:02X} is not UTF-8", bytes[valid]))
    };
    // In the text that is shown, U+FFFD stands for it.
    let diagnostic = Diagnostic::new(Kind::NotUtf8, valid..valid + '\u{FFFD}'.len_utf8(), message)
        .help("save the catalog in the encoding UTF-8; every editor's \"save as\" offers it");
    let text = String::from_utf8_lossy(bytes).into_owned();
    Diagnostics::new(Source { path, text }, vec![diagnostic])
}

/// Where the lines of a text start: built once, asked often.
#[derive(Clone, Debug)]
pub struct Lines<'text> {
    text: &'text str,
    starts: Vec<usize>,
}

impl<'text> Lines<'text> {
    pub(crate) fn new(text: &'text str) -> Self {
        let bytes = text.as_bytes();
        // A byte order mark is no character of the first line.
        let mut starts = vec![if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }];
        // A search for one character is fast even in a build script that is not optimised.
        starts.extend(text.match_indices('\n').map(|(index, _)| index + 1));
        let before = starts.len();
        // As in YAML, a lone carriage return ends a line too.
        let is_lone = |index: usize| bytes.get(index + 1) != Some(&b'\n');
        starts.extend(
            text.match_indices('\r').map(|(index, _)| index).filter(|&index| is_lone(index)).map(|i| i + 1),
        );
        if starts.len() > before {
            starts.sort_unstable();
        }
        Self { text, starts }
    }

    /// The number of the line on which a byte stands.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).max(1)
    }

    /// Where the byte with this offset stands; see [`Source::position`].
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        let start = self.starts[line - 1].min(offset);
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// Where the first of these bytes stands, and where the one behind the last of them does.
    ///
    /// The two are on one line, or a line break is among the bytes. Bytes amid a character stand for all of it.
    #[must_use]
    pub fn positions(&self, span: Range<usize>) -> Range<Position> {
        let span = self.whole_characters(span);
        self.position(span.start)..self.position(span.end)
    }

    /// The bytes of a line, without its line break and a byte order mark before it.
    pub(crate) fn content(&self, line: usize) -> Range<usize> {
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\r', '\n']).len()
    }

    /// These bytes, and what else belongs to their characters.
    pub(crate) fn whole_characters(&self, span: Range<usize>) -> Range<usize> {
        let end = self.text.ceil_char_boundary(span.end);
        self.text.floor_char_boundary(span.start).min(end)..end
    }

    /// The text of these bytes; empty if they do not stand for characters.
    pub(crate) fn text(&self, span: Range<usize>) -> &'text str {
        self.text.get(span).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[track_caller]
    fn assert_position(text: &str, offset: usize, line: usize, column: usize) {
        let position = Source::new("", text).position(offset);
        assert_eq!((position.line, position.column), (line, column));
    }

    #[test]
    fn positions_count_characters() {
        assert_position("", 0, 1, 1);
        assert_position("あい{0}", 6, 1, 3);
        assert_position("a\nあい", 5, 2, 2);
        assert_position("か\u{3099}😀x", 10, 1, 4);
    }

    #[test]
    fn line_endings_are_one_each() {
        assert_position("a\r\nb", 3, 2, 1);
        assert_position("a\rb", 2, 2, 1);
        assert_position("a\n\nb", 3, 3, 1);
        assert_position("a\u{2028}b", 4, 1, 3);
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        assert_position("\u{FEFF}ab", 0, 1, 1);
        assert_position("\u{FEFF}ab", 3, 1, 1);
        assert_position("\u{FEFF}ab", 4, 1, 2);
        assert_position("\u{FEFF}ab\nc", 6, 2, 1);
    }

    #[test]
    fn an_offset_in_or_behind_a_character_is_moved_down() {
        assert_position("あ", 1, 1, 1);
        assert_position("ab", 99, 1, 3);
    }
}
