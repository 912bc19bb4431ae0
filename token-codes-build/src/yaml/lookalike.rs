//! Characters that only look like those that YAML is written with: a no-break space, a full-width colon.
//!
//! In a text they are what they are. Where a key, an item or an indentation should be, they are why YAML reads something
//! else than what one sees.

use std::ops::Range;

use super::{Node, Scalar, Style};
use crate::{
    diagnostic::{Diagnostic, Kind},
    lines,
};

/// Why a value is not the list, mapping or word that it looks like, if that is due to such a character.
pub(crate) fn misread(text: &str, value: &Node) -> Option<Diagnostic> {
    let Node::Scalar(scalar) = value else { return None };
    let written = text.get(scalar.span.clone()).filter(|_| scalar.style == Style::Plain)?;
    let line = &written[..lines::end(written, 0)];
    let in_brackets = text[..scalar.span.start].trim_end().ends_with(['[', '{', ',']);
    let comma = || comma(line).filter(|_| in_brackets);
    structure(line).or_else(comma).map(|found| found.report(text, scalar.span.start))
}

/// Such a character after each word in the lines of a text that `is_key`: then the text is no text, but those keys with
/// their values. None if the text does not start a line.
pub(crate) fn misread_keys(text: &str, scalar: &Scalar, is_key: impl Fn(&str) -> bool) -> Vec<Diagnostic> {
    let Some(written) = text.get(scalar.span.clone()).filter(|_| scalar.style == Style::Plain) else {
        return Vec::new();
    };
    let start = scalar.span.start;
    if written.is_ascii() || !text[lines::start(text, start)..start].trim_matches([' ', '\t']).is_empty() {
        return Vec::new();
    }
    let found = lines::from(written, 0).filter_map(|line| {
        let content = written[line.clone()].trim_start_matches([' ', '\t']);
        let word = content.split(|sign: char| !is_of_key(sign)).next().filter(|word| is_key(word))?;
        let found = key(content, 0).filter(|found| found.span.start <= word.len() + 1)?;
        Some(found.report(text, start + line.end - content.len()))
    });
    found.collect()
}

/// Such a character in the plain key with this span, where there cannot be one in any key.
pub(super) fn in_key(text: &str, key: Range<usize>) -> Option<Diagnostic> {
    let is_sign = |found: &Found| !matches!(found.role, Role::Quote | Role::Bracket);
    structure(&text[key.clone()]).filter(is_sign).map(|found| found.report(text, key.start))
}

/// Such a character on the line of `at`, in a text that is no YAML.
pub(super) fn in_line(text: &str, at: usize) -> Option<Diagnostic> {
    let line = lines::start(text, at)..lines::end(text, at);
    let written = text[line.clone()].trim_start_matches([' ', '\t']);
    let in_brackets = written.find(['[', '{']).map_or("", |start| &written[start..]);
    let comma = || comma(in_brackets).map(|found| found.after(written.len() - in_brackets.len()));
    structure(written).or_else(comma).map(|found| found.report(text, line.end - written.len()))
}

/// Whether the character looks like a space, or like nothing, and is no space to YAML.
pub(super) fn is_odd_space(character: char) -> bool {
    matches!(
        character,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{FEFF}'
    )
}

/// What one takes the character for.
#[derive(Clone, Copy)]
enum Role {
    Indentation,
    AfterColon,
    AfterHyphen,
    Colon,
    Hyphen,
    Comment,
    Comma,
    Quote,
    Bracket,
}

struct Found {
    character: char,
    span: Range<usize>,
    role: Role,
}

impl Found {
    fn first(text: &str, at: usize, role: Role) -> Option<Self> {
        let character = text[at..].chars().next()?;
        Some(Self { character, span: at..at + character.len_utf8(), role })
    }

    /// In a text that has so many bytes more before it.
    fn after(self, bytes: usize) -> Self {
        Self { span: self.span.start + bytes..self.span.end + bytes, ..self }
    }

    /// The report on it; `start` is where the text starts in `text` in which it was found.
    fn report(self, text: &str, start: usize) -> Diagnostic {
        let shown = shown(self.character);
        let before = text[..start].trim_end_matches([' ', '\t']);
        let is_first = before.len() <= lines::mark(text) || before.ends_with(['\n', '\r']);
        let (message, help) = match self.role {
            Role::Indentation if !is_first => {
                (format!("{shown} stands before the text"), "write a space instead")
            }
            Role::Indentation => (format!("the line is indented with {shown}"), "indent with spaces"),
            Role::AfterColon => (format!("{shown} follows the colon"), "write a space after the colon"),
            Role::AfterHyphen => (format!("{shown} follows the hyphen"), "write a space after the hyphen"),
            Role::Colon => (format!("{shown} stands where a key ends"), "write `: ` instead"),
            Role::Hyphen => (format!("{shown} stands where an item starts"), "write `- ` instead"),
            Role::Comment => (format!("{shown} stands where a comment starts"), "write `# ` instead"),
            Role::Comma => (format!("{shown} stands between items"), "write `, ` instead"),
            Role::Quote => (
                format!("{shown} stands where a quote opens a text"),
                "write `\"` instead, before and after the text",
            ),
            Role::Bracket => {
                (format!("{shown} stands where a list or mapping starts"), "write `[` or `{` instead")
            }
        };
        let what = match self.role {
            Role::Indentation | Role::AfterColon | Role::AfterHyphen => "no space",
            Role::Colon => "no colon",
            Role::Hyphen => "no hyphen",
            Role::Comment => "no number sign",
            Role::Comma => "no comma",
            Role::Quote => "no quote",
            Role::Bracket => "no bracket",
        };
        let message = format!("{message}, which is {what} to YAML");
        let span = start + self.span.start..start + self.span.end;
        Diagnostic::new(Kind::Lookalike, span, message).help(help)
    }
}

/// The character, if it can be seen, and its number.
fn shown(character: char) -> String {
    let number = format!("U+{:04X}", u32::from(character));
    match character {
        '\u{A0}' | '\u{202F}' => format!("a no-break space ({number})"),
        '\u{3000}' => format!("an ideographic space ({number})"),
        '\u{200B}' | '\u{FEFF}' => format!("an invisible character ({number})"),
        _ if is_odd_space(character) => format!("an unusual space ({number})"),
        _ => format!("`{character}` ({number})"),
    }
}

/// One that stands where YAML's structure is told: at the start of a line, of an item, of a key or of its value.
fn structure(line: &str) -> Option<Found> {
    if line.starts_with(is_odd_space) {
        return Found::first(line, 0, Role::Indentation);
    }
    if line.starts_with('＃') {
        return Found::first(line, 0, Role::Comment);
    }
    let content = line.trim_start_matches("- ");
    let at = line.len() - content.len();
    item(line, at).or_else(|| key(line, at))
}

fn item(line: &str, at: usize) -> Option<Found> {
    let rest = &line[at..];
    if let Some(after) = rest.strip_prefix('-') {
        let follows = after.starts_with(is_odd_space);
        return if follows { Found::first(line, at + 1, Role::AfterHyphen) } else { None };
    }
    let after = rest.strip_prefix(['－', '–', '—', '•', '・'])?;
    let is_item = rest.starts_with('－') || after.starts_with(char::is_whitespace);
    if is_item { Found::first(line, at, Role::Hyphen) } else { None }
}

fn is_of_key(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.')
}

fn key(line: &str, at: usize) -> Option<Found> {
    let word = line[at..].trim_start_matches(is_of_key);
    let end = line.len() - word.len();
    if end == at {
        return value(line, at);
    }
    if word.starts_with('：') {
        return Found::first(line, end, Role::Colon);
    }
    let rest = word.strip_prefix(':')?;
    if rest.starts_with(is_odd_space) {
        return Found::first(line, end + 1, Role::AfterColon);
    }
    value(line, line.len() - rest.trim_start_matches([' ', '\t']).len())
}

fn value(line: &str, at: usize) -> Option<Found> {
    match line[at..].chars().next()? {
        '＂' | '＇' | '“' | '”' | '„' | '‘' | '’' => Found::first(line, at, Role::Quote),
        '［' | '｛' => Found::first(line, at, Role::Bracket),
        _ => None,
    }
}

fn comma(text: &str) -> Option<Found> {
    Found::first(text, text.find(['，', '､'])?, Role::Comma)
}
