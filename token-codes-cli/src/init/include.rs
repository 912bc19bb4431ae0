//! The line that takes the generated code into a crate.

use std::ops::Range;

use syn::spanned::Spanned as _;
use syn::{File, Item};

/// A root file with the line in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inserted {
    /// It had the line.
    Already,
    /// Its text with the line.
    Text(String),
    /// It is not Rust, or so dense that there is no telling where the line goes.
    Unknown,
}

/// Puts `line` before the first item of the file: below its inner attributes, its documentation and what else stands at
/// its head.
pub(super) fn insert(text: &str, line: &str) -> Inserted {
    let Ok(file) = syn::parse_file(text) else { return Inserted::Unknown };
    if file.items.iter().any(is_include) {
        return Inserted::Already;
    }
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let places = [before_first_item(text, &file), Some(behind_attributes(text, &file))];
    let texts = places.into_iter().flatten().map(|at| with_line(text, at, line, line_break));
    // A comment over several lines, or an attribute and an item on one line, can be in the way.
    let mut good = texts.filter(|text| syn::parse_file(text).is_ok_and(|new| is_as_meant(&file, &new)));
    good.next().map_or(Inserted::Unknown, Inserted::Text)
}

fn is_include(item: &Item) -> bool {
    let Item::Macro(item) = item else { return false };
    item.mac.path.segments.last().is_some_and(|last| last.ident == "include_catalog")
}

/// Whether the only difference is the line, as the first item.
fn is_as_meant(old: &File, new: &File) -> bool {
    new.items.first().is_some_and(is_include)
        && new.items.len() == old.items.len() + 1
        && new.attrs.len() == old.attrs.len()
}

fn with_line(text: &str, at: usize, line: &str, line_break: &str) -> String {
    let (before, after) = text.split_at(at);
    let mut edited = before.to_owned();
    let above = before.trim_start_matches('\u{FEFF}');
    if !above.is_empty() && !above.ends_with('\n') {
        edited.push_str(line_break);
    }
    if !above.trim().is_empty() && !above.ends_with("\n\n") && !above.ends_with("\n\r\n") {
        edited.push_str(line_break);
    }
    edited.push_str(line);
    edited.push_str(line_break);
    if !after.trim().is_empty() && !after.starts_with(['\r', '\n']) {
        edited.push_str(line_break);
    }
    edited.push_str(after);
    edited
}

/// Before the lines above the first item that belong to it: attributes, documentation, comments.
fn before_first_item(text: &str, file: &File) -> Option<usize> {
    let item = in_text(text, file, file.items.first()?.span());
    let end = behind_attributes(text, file);
    let mut at = text[..item.start].rfind('\n').map_or(0, |end| end + 1);
    while at > end {
        let above = text[..at - 1].rfind('\n').map_or(0, |end| end + 1);
        if text[above..at].trim().is_empty() {
            break;
        }
        at = above;
    }
    Some(at.max(end))
}

/// After the line of the last inner attribute, or of the shebang.
fn behind_attributes(text: &str, file: &File) -> usize {
    let end = match file.attrs.last() {
        Some(attribute) => in_text(text, file, attribute.span()).end,
        None if file.shebang.is_some() => stripped(text, file),
        None => return stripped(text, file),
    };
    text[end..].find('\n').map_or(text.len(), |line| end + line + 1)
}

/// What syn takes off before it reads: a byte order mark and the shebang.
fn stripped(text: &str, file: &File) -> usize {
    let mark = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    mark + file.shebang.as_ref().map_or(0, String::len)
}

fn in_text(text: &str, file: &File, span: proc_macro2::Span) -> Range<usize> {
    let Range { start, end } = span.byte_range();
    let stripped = stripped(text, file);
    // Documentation in a comment ends before its line break.
    text.floor_char_boundary(start + stripped)..text.floor_char_boundary(end + stripped)
}

#[cfg(test)]
mod tests {
    use super::{Inserted, insert};

    /// Asserts that the line comes in at the `‸`, with these line breaks around it.
    #[track_caller]
    fn assert_inserted(text: &str, inserted: &str) {
        let expected = text.replace('‸', inserted);
        assert_eq!(insert(&text.replace('‸', ""), "x::include_catalog!();"), Inserted::Text(expected));
    }

    #[test]
    fn it_is_the_first_item() {
        assert_inserted("‸", "x::include_catalog!();\n");
        assert_inserted("‸mod a;\n", "x::include_catalog!();\n\n");
        assert_inserted("‸/// Documented.\n#[test]\nfn a() {}\n", "x::include_catalog!();\n\n");
    }

    #[test]
    fn it_is_below_what_is_about_the_crate() {
        assert_inserted("//! A crate.\n//! 日本語\n\n#![no_std]\n‸", "\nx::include_catalog!();\n");
        assert_inserted("#![allow(\n    dead_code,\n)] // why\n\n‸use a::b;\n", "x::include_catalog!();\n\n");
        assert_inserted("#![doc = \"#![x] {\"]\n‸fn main() {}\n", "\nx::include_catalog!();\n\n");
        assert_inserted("#!/usr/bin/env run\n‸fn main() {}\n", "\nx::include_catalog!();\n\n");
        assert_inserted("#!/usr/bin/env run\n#![no_std]\n\n‸fn main() {}\n", "x::include_catalog!();\n\n");
        assert_inserted("//! A crate.‸", "\n\nx::include_catalog!();\n");
        assert_inserted("/*! A crate.\n\n over lines */\n\n‸fn a() {}", "x::include_catalog!();\n\n");
    }

    #[test]
    fn a_head_of_comments_stays_at_the_head() {
        assert_inserted("// Copyright.\n\n‸// About a.\nfn a() {}\n", "x::include_catalog!();\n\n");
        assert_inserted("‸/* over\n\n lines */ fn a() {}\n", "x::include_catalog!();\n\n");
    }

    #[test]
    fn line_breaks_and_a_byte_order_mark_are_kept() {
        assert_inserted("\u{FEFF}‸fn a() {}\r\n", "x::include_catalog!();\r\n\r\n");
        assert_inserted("\u{FEFF}#![no_std]\r\n\r\n‸fn a() {}\r\n", "x::include_catalog!();\r\n\r\n");
    }

    #[test]
    fn once_is_enough() {
        for text in
            ["token_codes::include_catalog!();", "#![no_std]\nfn a() {}\n::codes::include_catalog! {}\n"]
        {
            assert_eq!(insert(text, "x::include_catalog!();"), Inserted::Already);
        }
    }

    #[test]
    fn what_is_not_understood_is_left_alone() {
        for text in ["fn main() {", "#![no_std] fn main() {}"] {
            assert_eq!(insert(text, "x::include_catalog!();"), Inserted::Unknown);
        }
    }
}
