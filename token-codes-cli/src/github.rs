//! Annotations of GitHub Actions, which it shows beside the lines of a pull request.

use std::env;
use std::ops::Range;
use std::path::{self, Path, PathBuf};

use token_codes_build::{Lines, Source};

/// A line that GitHub takes for an annotation.
pub(crate) struct Annotation<'a> {
    /// `error`, `warning` or `notice`.
    pub(crate) level: &'a str,
    /// The bytes of the source; `None` if it is about a file as a whole.
    pub(crate) span: Option<Range<usize>>,
    pub(crate) title: &'a str,
    pub(crate) text: String,
}

/// Writes annotations on a catalog.
pub(crate) struct Annotator<'a> {
    source: &'a Source,
    lines: Lines<'a>,
    workspace: Option<PathBuf>,
}

impl<'a> Annotator<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        let workspace = env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
        Self { source, lines: source.lines(), workspace }
    }

    /// The annotation with its line break; in the first file, if it has no place.
    pub(crate) fn write(&self, annotation: Annotation<'_>, offset: usize) -> String {
        let Annotation { level, span, title, text } = annotation;
        let path = in_repository(&self.source.file_at(offset).path, self.workspace.as_deref());
        let place = span.map(|span| place(span, &self.lines)).unwrap_or_default();
        format!("::{level} file={}{place},title={}::{}\n", property(&path), property(title), data(&text))
    }
}

/// The path from the root of the repository, as GitHub wants it; as it is if the file is in none.
fn in_repository(shown: &str, workspace: Option<&Path>) -> String {
    // A file that cannot be read is reported, too.
    let canonical = |path: &Path| path.canonicalize().or_else(|_| path::absolute(path)).ok();
    let Some(file) = canonical(Path::new(shown)) else { return shown.to_owned() };
    let workspace = workspace.and_then(canonical);
    let is_root = |folder: &&Path| folder.join(".git").exists() || Some(*folder) == workspace.as_deref();
    let below = file.ancestors().skip(1).find(is_root).and_then(|root| file.strip_prefix(root).ok());
    let Some(below) = below else { return shown.to_owned() };
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// The place; with columns only on one line, since GitHub knows none for several.
fn place(span: Range<usize>, lines: &Lines<'_>) -> String {
    let Range { start, end } = lines.positions(span);
    let place = format!(",line={},endLine={}", start.line, end.line);
    if start.line != end.line {
        return place;
    }
    // Here the end is the last character, not the one after it.
    let last = end.column.saturating_sub(1).max(start.column);
    format!("{place},col={},endColumn={last}", start.column)
}

/// Text in a message, escaped as GitHub's own toolkit does it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text in a property, which also ends at `:` and `,`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_would_end_a_message_or_property_is_escaped() {
        assert_eq!(data("100%\r\na: b, c"), "100%25%0D%0Aa: b, c");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
