//! What the tests of the pages share: the text of a Markdown page, read by a real parser.

// No test uses all of it.
#![allow(dead_code)]

pub mod texts;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use token_codes_build::Source;
use token_codes_build::catalog::Catalog;
use token_codes_docs::{File, markdown};

/// The catalog in this YAML.
pub fn catalog(yaml: &str) -> Catalog {
    let source = Source::new("catalog.yaml", yaml);
    token_codes_build::read(&source).unwrap_or_else(|mistakes| panic!("{mistakes}\n{yaml}")).catalog
}

/// The pages of the catalog in this YAML.
pub fn pages(yaml: &str) -> Vec<File> {
    markdown::files(&catalog(yaml))
}

/// The Markdown of the page at this path.
#[track_caller]
pub fn page<'a>(files: &'a [File], path: &str) -> &'a str {
    let paths = || files.iter().map(|file| &*file.path).collect::<Vec<_>>();
    &files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path} in {:?}", paths())).text
}

/// All that the renderers know beyond plain Markdown, and the curly quotes that mdBook makes by default.
pub fn events(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::all())
}

/// The lines of text that a page shows, as a browser would copy them: the cells of a row are not kept apart, and items
/// have their bullets and numbers.
///
/// # Panics
///
/// If the page has markup that no page should have.
pub fn shown(markdown: &str) -> Vec<String> {
    let mut shown = Shown::default();
    for event in events(markdown) {
        shown.read(event);
    }
    shown.lines
}

#[derive(Default)]
struct Shown {
    lines: Vec<String>,
    block: String,
    /// The numbers of the next items in the lists around.
    lists: Vec<Option<u64>>,
}

impl Shown {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.block += &text,
            Event::InlineHtml(tag) if &*tag == "<br />" => self.block.push('\n'),
            // Nothing, which keeps apart what is before and after it.
            Event::InlineHtml(tag) if ["<span>", "</span>"].contains(&&*tag) => {}
            Event::HardBreak => self.block.push('\n'),
            Event::Start(Tag::List(number)) => {
                // Of an item that has a list.
                self.end_block();
                self.lists.push(number);
            }
            Event::Start(Tag::Item) => self.start_item(),
            Event::End(TagEnd::List(_)) => drop(self.lists.pop()),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow,
            ) => self.end_block(),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::Link { .. }
                | Tag::Emphasis,
            )
            | Event::End(TagEnd::Table | TagEnd::TableCell | TagEnd::Link | TagEnd::Emphasis) => {}
            event => panic!("unexpected {event:?}"),
        }
    }

    fn start_item(&mut self) {
        self.block = match self.lists.last_mut().expect("an item is in a list") {
            None => "  • ".to_owned(),
            Some(number) => {
                *number += 1;
                format!("  {}. ", *number - 1)
            }
        };
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        self.lines.extend(block.split('\n').filter(|line| !line.is_empty()).map(str::to_owned));
    }
}
