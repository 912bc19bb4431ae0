//! Characters that are not seen and change what is, texts that are empty, and spaces where nobody sees them.

use std::ops::Range;

use super::{Lint, edges};
use crate::{
    characters::BIDI,
    diagnostic::{Diagnostic, Kind},
    model::{Role, Written},
    template::MAX_WRONG,
    yaml::{Scalar, Style, locate, locate_blank},
};

/// Reports what nobody sees in a text, and changes what is seen.
pub(super) fn check(lint: &mut Lint<'_, '_, '_>) {
    let source = lint.context.source.text();
    // Those of more than one byte start with this one, and few files have it; a search for a byte is fast even where nothing
    // is optimised.
    let has_wide =
        || BIDI.iter().chain(&['\u{2028}', '\u{2029}']).any(|character| source.contains(*character));
    let has_rare = source.contains('\t') || source.as_bytes().contains(&0xE2) && has_wide();
    // One text after the other, since to go through all of them takes longer than to look at one.
    for written in lint.model.plain_texts() {
        characters(lint, written, has_rare, |_| true);
        unseen(lint, written);
        spaces(lint, written);
    }
    for text in lint.model.bodies().flat_map(|(_, body)| body.texts()) {
        // Of what could not be read, nobody knows what is shown.
        let is_broken = text.is_broken();
        characters(lint, &text.written, has_rare, |at| !is_broken && text.is_shown(at));
        unseen(lint, &text.written);
        match &*text.plurals {
            _ if is_broken => {}
            [] => spaces(lint, &text.written),
            _ => edges::check(lint, text),
        }
    }
    // Nobody is to edit these, but they are shown all the same.
    for text in lint.model.retired_bodies().flat_map(|(_, body)| body.texts()) {
        characters(lint, &text.written, has_rare, |at| text.is_shown(at));
    }
}

/// Reports control characters and those that change the direction.
///
/// A line break is in order in details, and in a message that is written below `|` or `>`; a tab is in details.
///
/// `has_rare` says whether the file has any of them as it is, `is_shown` whether a byte is not between the branches of a
/// plural, where line breaks and tabs are nothing.
fn characters(
    lint: &mut Lint<'_, '_, '_>,
    written: &Written<'_>,
    has_rare: bool,
    is_shown: impl Fn(usize) -> bool,
) {
    let source = lint.context.source.text();
    let scalar = written.scalar;
    if !has_rare && !is_suspicious(source, scalar) {
        return;
    }
    let wrong = scalar
        .text
        .char_indices()
        .filter_map(|(at, character)| Some((at, character, kind(character, written)?)))
        .filter(|(at, _, kind)| *kind != Kind::MessageBreak || is_shown(*at));
    let mut last = None;
    for (at, character, kind) in wrong.take(MAX_WRONG) {
        let part = at..at + character.len_utf8();
        let locate = if character.is_whitespace() { locate_blank } else { locate };
        let span = locate(source, scalar, part);
        // Several blank lines in a text without quotes are several line breaks, and one mistake.
        if last.replace((character, span.clone())) == Some((character, span.clone())) {
            continue;
        }
        let (name, help) = wording(kind, character);
        let message = format!("the {written} has {name} (U+{:04X})", u32::from(character));
        let diagnostic = Diagnostic::new(kind, span, message).help(help);
        lint.report_in(written.tag(), diagnostic);
    }
}

/// Whether the text may have such a character though the file has none of the rare ones as it is: a line break, or an escape.
/// A text that takes as many bytes as it is written with has neither.
fn is_suspicious(source: &str, scalar: &Scalar) -> bool {
    let is_one_line = scalar.style == Style::Plain && scalar.span.len() == scalar.text.len();
    let has_escape = || source.get(scalar.span.clone()).is_some_and(|written| written.contains('\\'));
    !is_one_line && (scalar.text.contains('\n') || scalar.style == Style::DoubleQuoted && has_escape())
}

/// What is wrong with the character, if anything is.
fn kind(character: char, written: &Written<'_>) -> Option<Kind> {
    let is_message = written.role == Role::Message;
    let is_wrong = match character {
        '\n' => is_message && written.scalar.style != Style::Block,
        '\t' => is_message,
        '\u{2028}' | '\u{2029}' => return Some(Kind::ControlCharacter),
        _ if BIDI.contains(&character) => return Some(Kind::BidiOverride),
        _ => return character.is_control().then_some(Kind::ControlCharacter),
    };
    is_wrong.then_some(Kind::MessageBreak)
}

fn wording(kind: Kind, character: char) -> (&'static str, &'static str) {
    match (kind, character) {
        (Kind::BidiOverride, _) => (
            "a character that changes the direction of text",
            "remove it; if texts need it, set `bidi-override: allow` in `checks` at the top",
        ),
        (_, '\n') => ("a line break", "write the message on one line, or its lines below `|`, indented"),
        (_, '\t') => ("a tab", "write a space in its place"),
        (_, '\u{85}' | '\u{2028}' | '\u{2029}') => ("an unusual line break", "remove it"),
        _ => ("a control character", "remove it"),
    }
}

/// Whether nobody sees the character, though it is part of a word to every program.
///
/// The joiners U+200C and U+200D are not among them, nor the selectors of variants: many scripts and emoji have use for them.
pub(super) fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}'
        | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether there is nothing to see: blanks, what nobody sees, and signs for characters that were lost.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|character| {
        character.is_whitespace() || is_unseen(character) || matches!(character, '\u{2800}' | '\u{FFFD}')
    })
}

/// Reports characters that nobody sees, which hide a word from a search, and the sign for characters that were lost.
fn unseen(lint: &mut Lint<'_, '_, '_>, written: &Written<'_>) {
    let scalar = written.scalar;
    // That a text is empty is a mistake of its own.
    if scalar.text.is_ascii() || is_blank(&scalar.text) {
        return;
    }
    let characters = scalar.text.char_indices();
    let wrong = characters.filter(|&(_, character)| is_unseen(character) || character == '\u{FFFD}');
    for (at, character) in wrong.take(MAX_WRONG) {
        let span = locate(lint.context.source.text(), scalar, at..at + character.len_utf8());
        let number = u32::from(character);
        let (name, help) = match character {
            '\u{FFFD}' => ("the sign for a character that was lost", "write the character that was meant"),
            _ => ("a character that nobody sees", "remove it"),
        };
        let message = format!("the {written} has {name} (U+{number:04X})");
        let help = format!(
            "{help}; if it is right as it is, set `suspicious-character: allow` in `checks` at the top"
        );
        let diagnostic = Diagnostic::new(Kind::SuspiciousCharacter, span, message).help(help);
        lint.report_in(written.tag(), diagnostic);
    }
}

/// Reports texts that are empty, and spaces at their ends and in a row.
fn spaces(lint: &mut Lint<'_, '_, '_>, written: &Written<'_>) {
    let text = &*written.scalar.text;
    // The line break at the end of a text below `|` is not seen as a space.
    let lines = text.trim_end_matches('\n');
    if is_blank(lines) {
        return empty(lint, written, None);
    }
    let start = lines.len() - lines.trim_start_matches(is_space).len();
    let end = lines.trim_end_matches(is_space).len();
    if start > 0 {
        edge(lint, written, 0..start, "starts", Place::Text);
    }
    if end < lines.len() {
        edge(lint, written, end..lines.len(), "ends", Place::Text);
    }
    doubled(lint, written, start..end);
}

/// Whether it looks like a space; line breaks and tabs are matters of their own.
pub(super) fn is_space(character: char) -> bool {
    !character.is_control() && character.is_whitespace() && !matches!(character, '\u{2028}' | '\u{2029}')
        || character == '\u{2800}'
}

/// Reports that a text is empty; with the `branch` of a plural, if there is one.
pub(super) fn empty(lint: &mut Lint<'_, '_, '_>, written: &Written<'_>, branch: Option<Range<usize>>) {
    let help = "write a text; if it is to be empty, set `empty-text: allow` in `checks` at the top";
    let (span, with) = match branch {
        Some(part) => {
            let with = format!(" with the branch `{}`", &written.scalar.text[part.clone()]);
            (locate(lint.context.source.text(), written.scalar, part), with)
        }
        None if written.scalar.span.is_empty() => (written.key.span.clone(), String::new()),
        None => (written.scalar.span.clone(), String::new()),
    };
    let diagnostic = Diagnostic::new(Kind::EmptyText, span, format!("the {written} is empty{with}"));
    lint.report_in(written.tag(), diagnostic.help(help));
}

/// What starts or ends with a space.
#[derive(Clone, Copy)]
pub(super) enum Place<'t> {
    /// The text.
    Text,
    /// The text if this branch of a plural is shown.
    Branch(&'t str),
}

pub(super) fn edge(
    lint: &mut Lint<'_, '_, '_>,
    written: &Written<'_>,
    part: Range<usize>,
    verb: &str,
    place: Place<'_>,
) {
    let span = locate_blank(lint.context.source.text(), written.scalar, part);
    let with = match place {
        Place::Text => String::new(),
        Place::Branch(selector) => format!(" with the branch `{selector}`"),
    };
    let message = format!("the {written} {verb} with a space{with}");
    lint.report_in(written.tag(), Diagnostic::new(Kind::EdgeSpace, span, message).help("remove it"));
}

/// Reports the runs of a space within the lines of the text.
pub(super) fn doubled(lint: &mut Lint<'_, '_, '_>, written: &Written<'_>, part: Range<usize>) {
    let is_ascii = written.scalar.text[part.clone()].is_ascii();
    runs_of(lint, written, part.clone(), " ");
    if !is_ascii {
        runs_of(lint, written, part, "\u{3000}");
    }
}

fn runs_of(lint: &mut Lint<'_, '_, '_>, written: &Written<'_>, part: Range<usize>, space: &str) {
    let text = &written.scalar.text[..part.end];
    let two = space.repeat(2);
    let mut at = part.start;
    let mut found = 0;
    while let Some(start) = text[at..].find(&two).map(|offset| at + offset) {
        let length = text[start..].len() - text[start..].trim_start_matches(space).len();
        at = start + length;
        // At the start of a line they indent it, and at its end they mean a line break in Markdown.
        let is_inside = !text[..start].ends_with('\n') && !text[at..].starts_with('\n');
        if is_inside {
            let count = length / space.len();
            let message = format!("the {written} has {count} spaces in a row");
            let span = locate_blank(lint.context.source.text(), written.scalar, start..at);
            let diagnostic = Diagnostic::new(Kind::DoubledSpace, span, message).help("write one space");
            lint.report_in(written.tag(), diagnostic);
            found += 1;
        }
        if found == MAX_WRONG {
            return;
        }
    }
}
