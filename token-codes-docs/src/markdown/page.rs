//! A page that is written block by block.

use super::escape::{block, inline};

/// The blocks so far, with an empty line between two.
#[derive(Default)]
pub(super) struct Page {
    markdown: String,
}

impl Page {
    /// A heading, which is Markdown.
    pub(super) fn heading(&mut self, level: usize, markdown: &str) {
        self.push(&format!("{} {markdown}", "#".repeat(level)));
    }

    /// A place that links can lead to. Renderers give headings anchors too, but each in its own way.
    pub(super) fn anchor(&mut self, id: &str) {
        self.push(&format!("<a id=\"{id}\"></a>"));
    }

    /// Text as paragraphs; none if it is empty.
    pub(super) fn text(&mut self, text: &str) {
        self.push(&block(text, ""));
    }

    pub(super) fn bullets<'a>(&mut self, items: impl IntoIterator<Item = &'a str>) {
        self.list(items.into_iter().map(|item| ("- ".to_owned(), item)));
    }

    pub(super) fn numbered<'a>(&mut self, items: impl IntoIterator<Item = &'a str>) {
        self.list((1..).zip(items).map(|(number, item)| (format!("{number}. "), item)));
    }

    fn list<'a>(&mut self, items: impl Iterator<Item = (String, &'a str)>) {
        let item = |(mark, text): (String, &str)| mark.clone() + &block(text, &" ".repeat(mark.len()));
        self.push(&items.map(item).collect::<Vec<_>>().join("\n"));
    }

    /// A table, the cells of which are Markdown on one line.
    pub(super) fn table<const N: usize>(&mut self, header: [String; N], rows: impl Iterator<Item = [String; N]>) {
        let row = |cells: [String; N]| format!("| {} |", cells.join(" | "));
        let rule = std::array::from_fn(|_| "---".to_owned());
        let lines: Vec<_> = [header, rule].into_iter().chain(rows).map(row).collect();
        self.push(&lines.join("\n"));
    }

    /// Markdown as it stands; nothing if it is empty.
    pub(super) fn push(&mut self, markdown: &str) {
        if markdown.is_empty() {
            return;
        }
        if !self.markdown.is_empty() {
            self.markdown.push('\n');
        }
        self.markdown += markdown;
        self.markdown.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.markdown
    }
}

/// A link that shows this text.
pub(super) fn link(text: &str, to: &str) -> String {
    format!("[{}]({to})", inline(text))
}
