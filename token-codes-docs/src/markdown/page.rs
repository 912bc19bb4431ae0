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

    /// A list of texts.
    pub(super) fn bullets(&mut self, items: &[String]) {
        self.list(items, |_| "- ".to_owned());
    }

    /// A list of texts with the numbers from 1.
    pub(super) fn numbered(&mut self, items: &[String]) {
        self.list(items, |index| format!("{}. ", index + 1));
    }

    fn list(&mut self, items: &[String], mark: impl Fn(usize) -> String) {
        let item = |(index, text): (usize, &String)| {
            let mark = mark(index);
            let text = block(text, &" ".repeat(mark.len()));
            mark + &text
        };
        self.push(&items.iter().enumerate().map(item).collect::<Vec<_>>().join("\n"));
    }

    /// A table, the cells of which are Markdown on one line.
    pub(super) fn table<const N: usize>(
        &mut self,
        header: [String; N],
        rows: impl Iterator<Item = [String; N]>,
    ) {
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
