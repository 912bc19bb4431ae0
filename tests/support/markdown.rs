//! The pages of this repository, taken apart: sections, blocks of code, tables, links.

// No test uses all of it.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// The text of a file, whose path is relative to the root of the repository.
#[track_caller]
pub fn read(path: &str) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The root of the repository, for a test of whichever package.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = package.ancestors().find(|folder| folder.join("catalog.schema.json").is_file());
    root.expect("the package is in the repository").to_owned()
}

/// What stands below a heading of the second level, such as `## Checks`.
#[track_caller]
pub fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let Some((_, section)) = page.split_once(&format!("\n{heading}\n")) else {
        panic!("the page has no section `{heading}`");
    };
    &section[..section.find("\n## ").unwrap_or(section.len())]
}

/// What stands before the first heading of the second level.
pub fn introduction(page: &str) -> &str {
    &page[..page.find("\n## ").unwrap_or(page.len())]
}

/// A fenced block of code.
pub struct Block<'a> {
    /// Such as `rust` or `yaml`.
    pub language: &'a str,
    /// Its lines, with a line feed after each.
    pub text: &'a str,
}

/// Every block of code, in order.
pub fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut rest = page;
    while let Some((_, fenced)) = rest.split_once("\n```") {
        let (language, code) = fenced.split_once('\n').expect("the language ends the line");
        let end = code.find("```").filter(|end| *end == 0 || code[..*end].ends_with('\n'));
        let end = end.unwrap_or_else(|| code.find("\n```").expect("every fence has an end") + 1);
        blocks.push(Block { language, text: &code[..end] });
        rest = &code[end + 3..];
    }
    blocks
}

/// The block of a language with this index.
#[track_caller]
pub fn nth_block<'a>(page: &'a str, language: &str, index: usize) -> &'a str {
    let blocks = blocks(page);
    let mut blocks = blocks.iter().filter(|block| block.language == language);
    blocks.nth(index).unwrap_or_else(|| panic!("there is no block {index} of {language}")).text
}

/// The page without its blocks of code.
pub fn prose(page: &str) -> String {
    let mut is_code = false;
    let mut is_prose = |line: &&str| {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    };
    page.lines().filter(|line| is_prose(line)).flat_map(|line| [line, "\n"]).collect()
}

/// The rows of the tables, cell by cell, without their headings.
pub fn rows(section: &str) -> Vec<Vec<String>> {
    let lines: Vec<&str> = section.lines().collect();
    let is_rule = |line: &&str| line.starts_with("|---");
    let is_row = |index: &usize| {
        let next = lines.get(index + 1).is_some_and(is_rule);
        lines[*index].starts_with("| ") && !next
    };
    (0..lines.len()).filter(is_row).map(|index| cells(lines[index])).collect()
}

fn cells(row: &str) -> Vec<String> {
    let row = row.trim_matches('|').replace("\\|", "\0");
    row.split('|').map(|cell| cell.trim().replace('\0', "\\|")).collect()
}

/// What stands between backticks.
pub fn code_words(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The targets of the links.
pub fn links(prose: &str) -> Vec<&str> {
    prose.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect()
}

/// The anchors that GitHub gives the headings.
pub fn anchors(page: &str) -> Vec<String> {
    let prose = prose(page);
    let headings = prose.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| slug(line.trim_start_matches('#').trim())).collect()
}

fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign));
    kept.flat_map(char::to_lowercase).map(|sign| if sign == ' ' { '-' } else { sign }).collect()
}
