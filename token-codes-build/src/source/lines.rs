//! Where the lines of a catalog start.

use std::ops::Range;

use super::Source;
use crate::lines;

/// A place in a file as an editor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line; the first is 1.
    pub line: usize,
    /// The column, counted in characters; the first is 1.
    pub column: usize,
}

/// Where the lines of a catalog start: built once, asked often.
#[derive(Clone, Debug)]
pub struct Lines<'source> {
    source: &'source Source,
    /// Those of all files, one after the other.
    starts: Vec<usize>,
    /// How many of them stand before each file.
    before: Vec<usize>,
    /// How many characters start before each [`CHUNK`] of bytes: a column is counted from the nearest, since there may be
    /// many places on one long line.
    characters: Vec<usize>,
}

/// How many bytes are counted for one column at most, twice.
const CHUNK: usize = 1024;

impl<'source> Lines<'source> {
    pub(super) fn new(source: &'source Source) -> Self {
        let (mut starts, mut before) = (Vec::new(), Vec::new());
        for file in source.files() {
            before.push(starts.len());
            starts
                .extend(lines::starts(source.text_of(file)).into_iter().map(|start| file.span.start + start));
        }
        Self { source, starts, before, characters: characters_before_chunks(source.text()) }
    }

    /// A number for the line on which a byte stands, counted through all files.
    pub(crate) fn line(&self, offset: usize) -> usize {
        // A byte order mark stands before the first line of its file.
        let first = self.before[self.source.file_index(offset)] + 1;
        self.starts.partition_point(|&start| start <= offset).max(first)
    }

    /// The number that a line has in its file.
    pub(crate) fn number_in_file(&self, line: usize) -> usize {
        let files = self.before.partition_point(|&before| before < line);
        line - self.before[files - 1]
    }

    /// Where the byte with this offset stands; see [`Source::position`].
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.source.text().floor_char_boundary(offset);
        let line = self.line(offset);
        let start = self.starts[line - 1].min(offset);
        let column = self.characters_before(offset) - self.characters_before(start) + 1;
        Position { line: self.number_in_file(line), column }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let text = self.source.text();
        let chunk = offset / CHUNK;
        self.characters[chunk] + text[text.floor_char_boundary(chunk * CHUNK)..offset].chars().count()
    }

    /// Where the first of these bytes stands, and where the one after the last of them does.
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
        let end_of_file = self.source.file_at(start).span.end;
        let end = self.starts.get(line).map_or(end_of_file, |&next| next.min(end_of_file));
        start..start + self.source.text()[start..end].trim_end_matches(['\r', '\n']).len()
    }

    /// These bytes, and what else belongs to their characters.
    pub(crate) fn whole_characters(&self, span: Range<usize>) -> Range<usize> {
        let end = self.source.text().ceil_char_boundary(span.end);
        self.source.text().floor_char_boundary(span.start).min(end)..end
    }

    /// The text of these bytes; empty if they do not stand for characters.
    pub(crate) fn text(&self, span: Range<usize>) -> &'source str {
        self.source.text().get(span).unwrap_or_default()
    }
}

fn characters_before_chunks(text: &str) -> Vec<usize> {
    let bound = |chunk: usize| text.floor_char_boundary(chunk * CHUNK);
    let chunks = (0..=text.len() / CHUNK).map(|chunk| &text[bound(chunk)..bound(chunk + 1)]);
    let ends = chunks.scan(0, |before, chunk| {
        *before += chunk.chars().count();
        Some(*before)
    });
    std::iter::once(0).chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Source;

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
    fn columns_of_a_long_line_are_counted_from_its_start() {
        let text = format!("あ\n{}", "aあ😀".repeat(2000));
        let source = Source::new("", &*text);
        let lines = source.lines();
        for (column, (at, _)) in text[4..].char_indices().enumerate() {
            assert_eq!(lines.position(4 + at).column, column + 1);
        }
        assert_eq!(lines.position(text.len()).column, 6001);
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
    fn an_offset_in_or_after_a_character_is_moved_down() {
        assert_position("あ", 1, 1, 1);
        assert_position("ab", 99, 1, 3);
    }

    /// Each offset in these files: the index of its file, its line and its column.
    fn positions(files: &[&str]) -> Vec<(usize, usize, usize)> {
        let named = |(index, text): (usize, &&str)| (index.to_string(), text.as_bytes().to_vec());
        let source = Source::from_files("", files.iter().enumerate().map(named)).unwrap();
        let lines = source.lines();
        let place = |offset| {
            let position = lines.position(offset);
            (source.file_at(offset).path.parse().unwrap(), position.line, position.column)
        };
        (0..=source.text().len()).map(place).collect()
    }

    #[test]
    fn every_file_has_lines_of_its_own() {
        assert_eq!(positions(&["a", "b"]), [(0, 1, 1), (0, 1, 2), (1, 1, 1), (1, 1, 2)]);
        // The end of a file is in it, also after its last line break.
        assert_eq!(positions(&["a\n", "b"]), [(0, 1, 1), (0, 1, 2), (0, 2, 1), (1, 1, 1), (1, 1, 2)]);
        assert_eq!(positions(&["", "", "\n"]), [(0, 1, 1), (1, 1, 1), (2, 1, 1), (2, 2, 1)]);
    }

    #[test]
    fn a_line_break_at_the_end_of_a_file_is_not_joined_with_what_follows() {
        assert_eq!(positions(&["\r", "b"]), [(0, 1, 1), (0, 2, 1), (1, 1, 1), (1, 1, 2)]);
        assert_eq!(positions(&["\r\n", "b"])[2..], [(0, 2, 1), (1, 1, 1), (1, 1, 2)]);
    }

    #[test]
    fn every_file_may_have_a_byte_order_mark() {
        let found = positions(&["\u{FEFF}a\n", "\u{FEFF}b\nc"]);
        assert_eq!(found[..6], [(0, 1, 1), (0, 1, 1), (0, 1, 1), (0, 1, 1), (0, 1, 2), (0, 2, 1)]);
        assert_eq!(found[6..], [(1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]);
    }

    #[test]
    fn the_content_of_a_line_ends_with_its_file() {
        let files = [("a".into(), "x\ny\r".into()), ("b".into(), "\u{FEFF}z".into())];
        let source = Source::from_files("", files).unwrap();
        let lines = source.lines();
        let contents: Vec<_> = (1..=4).map(|line| lines.text(lines.content(line))).collect();
        assert_eq!(contents, ["x", "y", "", "z"]);
        assert_eq!((1..=4).map(|line| lines.number_in_file(line)).collect::<Vec<_>>(), [1, 2, 3, 1]);
    }
}
