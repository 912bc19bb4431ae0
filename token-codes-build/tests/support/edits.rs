//! The edits that turn a catalog into another one.

use std::ops::RangeInclusive;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Case;

/// A place in a file of a catalog, and what is written there.
pub struct Edit {
    path: String,
    start: usize,
    old: Vec<u8>,
    new: Vec<u8>,
    /// Counted from 1.
    lines: RangeInclusive<usize>,
}

impl Edit {
    fn new(path: &str, text: &[u8], change: &Change) -> Self {
        let line_feeds = |bytes: &[u8]| bytes.split(|&byte| byte == b'\n').count() - 1;
        let line = 1 + line_feeds(&text[..change.start]);
        let lines = line..=line + line_feeds(change.old.strip_suffix(b"\n").unwrap_or(change.old));
        let (old, new) = (change.old.to_vec(), change.new.to_vec());
        Self { path: path.to_owned(), start: change.start, old, new, lines }
    }

    /// Applies it to the files of a catalog.
    pub fn apply(&self, files: &mut [(String, Vec<u8>)]) {
        let (_, bytes) = files.iter_mut().find(|(path, _)| *path == self.path).expect("the file is there");
        bytes.splice(self.start..self.start + self.old.len(), self.new.iter().copied());
    }

    /// Whether it changes one of these lines, or writes some between or next to them.
    pub fn touches(&self, path: &str, lines: &RangeInclusive<usize>) -> bool {
        let after = lines.end() + usize::from(self.old.is_empty());
        path == self.path && *self.lines.start() <= after && lines.start() <= self.lines.end()
    }
}

/// The edits from a catalog to another one that has the same files; the last comes first, so that each leaves the place of
/// the next where it is.
///
/// Each is of words on a line, or of lines in whose place others stand, more or fewer.
pub fn edits(old: &Case, new: &Case) -> Vec<Edit> {
    let mut edits = Vec::new();
    for ((path, old), (same, new)) in old.files.iter().zip(&new.files) {
        assert_eq!(path, same);
        let changes = changes(0, old, new, lines).into_iter().flat_map(finer);
        edits.extend(changes.map(|change| Edit::new(path, old, &change)));
    }
    edits.reverse();
    edits
}

struct Change<'a> {
    start: usize,
    old: &'a [u8],
    new: &'a [u8],
}

/// What is different in two texts that start at `start`, as runs of the parts that `split` divides them into.
fn changes<'a>(
    start: usize,
    old: &'a [u8],
    new: &'a [u8],
    split: fn(&[u8]) -> Vec<&[u8]>,
) -> Vec<Change<'a>> {
    let (old_parts, new_parts) = (split(old), split(new));
    let length = |parts: &[&[u8]]| parts.iter().map(|part| part.len()).sum::<usize>();
    let change = |parts: DiffOp| {
        let (before, before_new) =
            (length(&old_parts[..parts.old_range().start]), length(&new_parts[..parts.new_range().start]));
        Change {
            start: start + before,
            old: &old[before..][..length(&old_parts[parts.old_range()])],
            new: &new[before_new..][..length(&new_parts[parts.new_range()])],
        }
    };
    let parts = capture_diff_slices(Algorithm::Myers, &old_parts, &new_parts).into_iter();
    parts.filter(|parts| !matches!(parts, DiffOp::Equal { .. })).map(change).collect()
}

/// The changes of words in a change of lines, if the lines are no more or fewer afterwards.
fn finer(change: Change) -> Vec<Change> {
    let (old, new) = (lines(change.old), lines(change.new));
    if old.len() != new.len() {
        return vec![change];
    }
    let mut start = change.start;
    let mut finer = Vec::new();
    for (old, new) in old.into_iter().zip(new) {
        finer.extend(changes(start, old, new, words));
        start += old.len();
    }
    finer
}

/// Each with its line feed.
fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|&byte| byte == b'\n').collect()
}

/// And what is between them.
fn words(line: &[u8]) -> Vec<&[u8]> {
    line.chunk_by(|left, right| left.is_ascii_whitespace() == right.is_ascii_whitespace()).collect()
}
