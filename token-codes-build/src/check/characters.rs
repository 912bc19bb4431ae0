//! Characters that are not seen, and change what is.

use super::{Context, placeholders::MAX_WRONG, spot::Spot};
use crate::{
    diagnostic::{Diagnostic, Kind},
    yaml::{Scalar, Style, locate, locate_blank},
};

/// The embeddings, overrides and isolates of the bidirectional algorithm.
///
/// The marks U+200E, U+200F and U+061C are not among them: they are of use in Arabic and Hebrew, and move nothing but
/// the signs beside them.
const BIDI: [char; 9] = [
    '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}',
];

/// Whether the file has such characters as they are; if not, only texts with escapes need a look.
pub(super) fn in_file(text: &str) -> bool {
    // All of them start with this byte, and few files have it; a search for a byte is fast even where nothing is optimised.
    text.as_bytes().contains(&0xE2)
        && BIDI.iter().chain(&['\u{2028}', '\u{2029}']).any(|character| text.contains(*character))
}

/// Reports control characters and those that change the direction.
///
/// A line break is in order in details, and in a message that is written below `|` or `>`; a tab is in details.
pub(super) fn check(context: &mut Context<'_>, scalar: &Scalar, spot: &Spot<'_>) {
    if !is_suspicious(context, scalar) {
        return;
    }
    let characters = scalar.text.char_indices();
    let wrong =
        characters.filter_map(|(at, character)| Some((at, character, kind(character, scalar.style, spot)?)));
    for (at, character, kind) in wrong.take(MAX_WRONG) {
        let part = at..at + character.len_utf8();
        let span = if character.is_whitespace() {
            locate_blank(context.text, scalar, part)
        } else {
            locate(context.text, scalar, part)
        };
        let (name, help) = wording(kind, character);
        let message = format!("the {} has {name} (U+{:04X})", spot.what, u32::from(character));
        context.report_in(spot.locale, Diagnostic::new(kind, span, message).help(help));
    }
}

/// Whether the text may have such a character: searches for single characters are fast even where nothing is optimised.
fn is_suspicious(context: &Context<'_>, scalar: &Scalar) -> bool {
    let is_escaped = scalar.style == Style::DoubleQuoted && context.written(&scalar.span).contains('\\');
    context.has_bidi || is_escaped || scalar.text.contains('\t') || scalar.text.contains('\n')
}

/// What is wrong with the character, if anything is.
fn kind(character: char, style: Style, spot: &Spot<'_>) -> Option<Kind> {
    let is_wrong = match character {
        '\n' => spot.is_message && style != Style::Block,
        '\t' => spot.is_message,
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
