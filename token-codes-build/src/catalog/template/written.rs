//! The pieces of a template as texts: filled in, in one line for a person, and as they could be written in a catalog.

use std::fmt::Write as _;

use super::{Integer, Piece};
use crate::cldr::Language;

pub(super) fn fill_pieces<'a>(
    filled: &mut String,
    pieces: impl IntoIterator<Item = Piece<'a>>,
    language: Language,
    argument: &impl Fn(usize) -> String,
) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => filled.push_str(&text),
            Piece::Param { index, .. } => filled.push_str(&argument(index)),
            Piece::Number { index, .. } => {
                let argument = argument(index);
                match Integer::parse(&argument) {
                    Some(number) => filled.push_str(&language.format(number)),
                    None => filled.push_str(&argument),
                }
            }
            Piece::Plural(plural) => {
                let number = Integer::parse(&argument(plural.index));
                fill_pieces(filled, plural.choose(language, number).to_vec(), language, argument);
            }
        }
    }
}

pub(super) fn show_pieces<'a>(
    shown: &mut String,
    pieces: impl IntoIterator<Item = Piece<'a>>,
    placeholder: &impl Fn(usize) -> String,
) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => shown.push_str(&text),
            Piece::Param { index, .. } | Piece::Number { index, .. } => shown.push_str(&placeholder(index)),
            Piece::Plural(plural) => {
                let is_choice = plural.branches.len() > 1;
                for (place, branch) in plural.branches.into_iter().enumerate() {
                    shown.push_str(match place {
                        0 if is_choice => "[",
                        0 => "",
                        _ => " | ",
                    });
                    show_pieces(shown, branch.pieces, placeholder);
                }
                shown.push_str(if is_choice { "]" } else { "" });
            }
        }
    }
}

pub(super) fn write_pieces<'a>(
    written: &mut String,
    pieces: impl IntoIterator<Item = Piece<'a>>,
    is_icu: bool,
    counted: Option<usize>,
    name: &impl Fn(usize) -> String,
) {
    for piece in pieces {
        let _ = match piece {
            Piece::Text(text) if is_icu => {
                quote(written, &text, counted.is_some());
                Ok(())
            }
            Piece::Text(text) => {
                written.push_str(&text.replace('{', "{{").replace('}', "}}"));
                Ok(())
            }
            Piece::Number { index, .. } if counted == Some(index) => written.write_str("#"),
            Piece::Param { index, .. } => write!(written, "{{{}}}", name(index)),
            Piece::Number { index, .. } => write!(written, "{{{}, number}}", name(index)),
            Piece::Plural(mut plural) => {
                let _ = write!(written, "{{{}, {},", name(plural.index), plural.kind.as_str());
                plural.branches.sort_by_key(|branch| branch.selector);
                for branch in plural.branches {
                    let _ = write!(written, " {} {{", branch.selector);
                    write_pieces(written, branch.pieces, true, Some(plural.index), name);
                    written.push('}');
                }
                written.write_str("}")
            }
        };
    }
}

/// Writes a text so that ICU shows it: what has a meaning is quoted, and each apostrophe is written twice.
pub(crate) fn quote(written: &mut String, text: &str, is_branch: bool) {
    let mut is_quoted = false;
    for character in text.chars() {
        let is_special = matches!(character, '{' | '}') || is_branch && character == '#';
        // Of two quotations side by side, the apostrophes between would be one that is shown.
        if character != '\'' && is_special != is_quoted {
            written.push('\'');
            is_quoted = is_special;
        }
        written.push(character);
        if character == '\'' {
            written.push('\'');
        }
    }
    if is_quoted {
        written.push('\'');
    }
}
