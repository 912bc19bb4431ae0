//! What to say of text that is no YAML, or more of it than a catalog has a use for.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::{
    MAX_DEPTH,
    outline::{colon, lines_from},
};
use crate::{
    diagnostic::{Diagnostic, Kind},
    lines,
    suggest::quoted,
};

/// A rest of a line that has more bytes is too long to be shown.
const MAX_QUOTED: usize = 1024;

/// The report on a syntax error at `at`; `in_brackets` is what was read before it if that is in a list or mapping in
/// brackets, and `closed` is a list or mapping in brackets that ended just before it.
pub(super) fn syntax_error(
    text: &str,
    at: usize,
    error: &ScanError,
    in_brackets: Option<Range<usize>>,
    closed: Option<Range<usize>>,
) -> Diagnostic {
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return too_deep(at..end_of_character(text, at));
    }
    if let Some(diagnostic) = closed.and_then(|closed| text_after_bracket(text, at, closed)) {
        return diagnostic;
    }
    if *error.kind() == ErrorKind::CommentNotSeparated
        && let Some(diagnostic) = number_sign_in_brackets(text, at)
    {
        return diagnostic;
    }
    let at = if is_tab(error.kind()) { after_tab(text, at) } else { at };
    let span = at..end_of_character(text, at);
    let (message, help) = wording(text, at, error.kind(), in_brackets);
    let diagnostic = Diagnostic::new(Kind::Syntax, span, message);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

pub(super) fn too_deep(span: Range<usize>) -> Diagnostic {
    Diagnostic::new(
        Kind::TooDeep,
        span,
        format!("lists and mappings are nested deeper than {MAX_DEPTH} levels"),
    )
    .help("a catalog needs no more than five levels; a text that starts with `{` or `[` must be in quotes")
}

/// What stands after the tab that indents a line; the parser may be at the text before it.
fn after_tab(text: &str, at: usize) -> usize {
    let mut tabbed = lines_from(text, lines::start(text, at))
        .filter(|line| text[line.start..line.at].contains('\t') && line.is_significant());
    tabbed.next().map_or(at, |line| at.max(line.at))
}

/// Whether the error is a tab that stands where YAML wants spaces.
pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabInIndentation
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar
    )
}

/// The report on the line at `at`, which is no key.
pub(super) fn no_key(text: &str, at: usize) -> Diagnostic {
    let message = "this line is neither a key nor part of a text";
    let span = at..at + rest_of_line(text, at).len();
    Diagnostic::new(Kind::Syntax, span, message).help("write `key: value`, or indent the line")
}

/// The report on the quote at `at`, which is closed by a quote that opens another text, or not at all.
pub(super) fn unclosed_quote(text: &str, at: usize) -> Diagnostic {
    let sign = &rest_of_line(text, at)[..1];
    Diagnostic::new(Kind::Syntax, at..at + 1, "this quote is never closed")
        .help(format!("end the text with `{sign}`"))
}

/// The report on the comment at `at`, which has a line of its own between `before` and the rest of that text.
pub(super) fn comment_in_text(at: usize, before: Range<usize>) -> Diagnostic {
    let message = "YAML takes this for a comment, in the midst of a text";
    let help = "put the whole text in quotes, or move the comment above it";
    Diagnostic::new(Kind::Syntax, at..at + 1, message).help(help).label(before, "the text starts here")
}

/// The report on the bracket at `at`, which is not closed before the next key.
pub(super) fn unclosed_bracket(text: &str, at: usize) -> Diagnostic {
    let (message, help) = unclosed(if text[at..].starts_with('{') { '{' } else { '[' });
    Diagnostic::new(Kind::Syntax, at..at + 1, message).help(help)
}

fn unclosed(open: char) -> (String, String) {
    let close = if open == '{' { '}' } else { ']' };
    let help = format!("close it with `{close}`; a text that starts with `{open}` must be in quotes");
    (format!("this `{open}` is never closed"), help)
}

/// The report on a part of the file in which the search for mistakes ended.
pub(super) fn search_ended(text: &str, at: usize) -> Diagnostic {
    let message = "the search for mistakes ends here, because so much before it is not YAML";
    let diagnostic = Diagnostic::new(Kind::Syntax, at..end_of_character(text, at), message);
    diagnostic.help("there may be more mistakes below, to the next code; correct those above first")
}

/// The report on what follows the first document.
pub(super) fn another_document(span: Range<usize>) -> Diagnostic {
    let message = "the catalog is a single YAML document, but another one starts here";
    let help = "remove this line, or put what follows into a catalog of its own";
    Diagnostic::new(Kind::SeveralDocuments, span, message).help(help)
}

/// The report on what YAML takes for a tag.
pub(super) fn tag(text: &str, span: Range<usize>, before: Before) -> Diagnostic {
    let help = remove_or_quote(text, span.start, before);
    let message = format!("YAML takes `{}` for a tag, which a catalog has no use for", &text[span.clone()]);
    Diagnostic::new(Kind::Tag, span, message).help(help)
}

/// The report on what YAML takes for `what`: an anchor or an alias.
pub(super) fn anchor(text: &str, span: Range<usize>, what: &str, before: Before) -> Diagnostic {
    let help = remove_or_quote(text, span.start, before);
    let message =
        format!("YAML takes `{}` for an {what}, which a catalog has no use for", &text[span.clone()]);
    Diagnostic::new(Kind::Anchor, span, message).help(help)
}

/// The report on an alias that stands for something in the file.
pub(super) fn known_alias(text: &str, span: Range<usize>) -> Diagnostic {
    let written = &text[span.clone()];
    let help = format!("write out what `&{}` stands before", written.trim_start_matches('*'));
    let message = format!("YAML takes `{written}` for an alias, which a catalog has no use for");
    Diagnostic::new(Kind::Anchor, span, message).help(help)
}

/// What a sign of YAML stands before.
#[derive(Clone, Copy)]
pub(super) enum Before {
    Text,
    /// A text in a list or mapping in brackets.
    TextInBrackets,
    /// A key, list or mapping.
    Structure,
}

/// What to do with a sign of YAML at `at`.
fn remove_or_quote(text: &str, at: usize, before: Before) -> String {
    let rest = match before {
        Before::Text => quoted_rest_of_line(text, at),
        Before::TextInBrackets => {
            quoted(rest_in_brackets(&text[..text.floor_char_boundary(at + MAX_QUOTED)], at))
        }
        Before::Structure => return "remove it".to_owned(),
    };
    let sign = text[at..].chars().next().unwrap_or_default();
    format!("put a text that starts with `{sign}` in quotes: {rest}")
}

pub(super) fn merge_key(span: Range<usize>) -> Diagnostic {
    let help = "write the keys of the other mapping out";
    Diagnostic::new(Kind::MergeKey, span, "a catalog has no merge keys").help(help)
}

pub(super) fn no_text_as_key(span: Range<usize>) -> Diagnostic {
    let help = "a text that starts with `{`, `[` or `?` must be in quotes";
    Diagnostic::new(Kind::WrongShape, span, "a key must be a text").help(help)
}

pub(super) fn control_character(text: &str, place: Range<usize>) -> Diagnostic {
    let number = text[place.clone()].chars().next().map_or(0, u32::from);
    let message = format!("the character U+{number:04X} cannot stand in a catalog as it is");
    let help = format!("remove it, or write it as `\\u{number:04X}` in a text in double quotes");
    Diagnostic::new(Kind::ControlCharacter, place, message).help(help)
}

/// The report on the control characters from `place` on, which are too many to be shown.
pub(super) fn more_control_characters(place: Range<usize>, count: usize) -> Diagnostic {
    let message = format!("{count} more characters cannot stand in a catalog");
    let help = "save the catalog as text, in the encoding UTF-8";
    Diagnostic::new(Kind::ControlCharacter, place, message).help(help)
}

/// `{0}時間`: a text that was taken for a mapping, until it went on, before `at`.
fn text_after_bracket(text: &str, at: usize, closed: Range<usize>) -> Option<Diagnostic> {
    let rest = text.get(closed.end..at)?.trim_start_matches([' ', '\t']);
    let is_on_line = lines::end(text, closed.end) >= at;
    if !rest.is_empty() && (is_on_line || rest.starts_with(['\n', '\r', '#', ',', ':', ']', '}'])) {
        return None;
    }
    Some(bracket_not_in_quotes(closed.start, rest_of_line(text, closed.start)))
}

/// `{n, plural, one {# hour} other {# hours}}`: a text that was taken for a mapping, until the number sign at `at`.
fn number_sign_in_brackets(text: &str, at: usize) -> Option<Diagnostic> {
    let line = lines::start(text, at);
    let before = text.get(line..at).filter(|before| before.len() < MAX_QUOTED)?;
    let mut open = Vec::new();
    for (start, sign) in before.char_indices() {
        match sign {
            '[' | '{' => open.push(start),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    // What has a key in it is a mapping.
    let outermost = open.iter().position(|start| !before[*start..].contains(": "))?;
    let start = open[outermost];
    let is_value = before[..start].trim_end().ends_with([':', '-', '[', '{', ',']);
    let whole = if outermost == 0 { rest_of_line } else { rest_in_brackets };
    is_value.then(|| bracket_not_in_quotes(line + start, whole(text, line + start)))
}

fn bracket_not_in_quotes(start: usize, whole: &str) -> Diagnostic {
    let sign = &whole[..1.min(whole.len())];
    let message = format!("a text that starts with `{sign}` is not in quotes");
    let diagnostic = Diagnostic::new(Kind::Syntax, start..start + whole.len(), message);
    diagnostic.help(format!("put it in quotes: {}", quoted(whole)))
}

const COLON_IN_TEXT: &str = "YAML takes `: ` in a text without quotes for the end of a key";

/// What to say, and what to write instead.
fn wording(
    text: &str,
    at: usize,
    kind: &ErrorKind,
    in_brackets: Option<Range<usize>>,
) -> (String, Option<String>) {
    let rest = rest_of_line(text, at);
    let say = |message: &str, help: &str| (message.to_owned(), Some(help.to_owned()));
    match kind {
        kind if is_tab(kind) => say("a tab stands where YAML wants spaces", "indent with spaces"),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            let sign = &rest[..1.min(rest.len())];
            say("this quote is never closed", &format!("end the text with `{sign}`"))
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let sign = if *character == '`' { "a backtick".to_owned() } else { format!("`{character}`") };
            let message = format!("a text that starts with {sign} is not in quotes");
            let written =
                if in_brackets.is_some() { rest_in_brackets(text, at) } else { key_or_rest(text, at) };
            (message, Some(format!("put it in quotes: {}", quoted(written))))
        }
        ErrorKind::MappingValueNotAllowed => match value_before(text, at) {
            Some(value) => {
                (COLON_IN_TEXT.to_owned(), Some(format!("put the text in quotes: {}", quoted(value))))
            }
            None => say("YAML expects no key here", "indent the line like the keys beside it"),
        },
        ErrorKind::CommentNotSeparated => {
            say("YAML takes `#` for a comment, in the midst of a text", "put the whole text in quotes")
        }
        ErrorKind::CommentInterceptedScalar => say(
            "YAML takes what follows ` #` for a comment, in the midst of a text",
            "put the whole text in quotes",
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar => say(
            "the text goes on behind its closing quote",
            "write `''` for an apostrophe inside single quotes, or put the whole text in quotes",
        ),
        ErrorKind::InvalidTrailingDoubleQuotedScalar => say(
            "the text goes on behind its closing quote",
            "write `\\\"` for a quote inside double quotes, or put the whole text in single quotes",
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => say(
            "a text in double quotes has an escape that YAML does not know",
            "write `\\\\` for a backslash, or put the text in single quotes",
        ),
        ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate => say(
            "a text in double quotes has an escape for one half of a character",
            "write the character as it is",
        ),
        ErrorKind::UnclosedFlowCollection { open } => {
            let (message, help) = unclosed(*open);
            (message, Some(help))
        }
        ErrorKind::InvalidBlockScalarIndent => say(
            "this line of a text is indented less than the text",
            "indent all lines of the text alike, and write no number after `|` or `>`",
        ),
        ErrorKind::InvalidBlockScalarHeader => say(
            "a text that starts with `|` or `>` is not in quotes",
            "put it in quotes, or begin the text on the next line, indented",
        ),
        ErrorKind::SimpleKeyExpected => {
            say("this line is neither a key nor part of a text", "write `key: value`, or indent the line")
        }
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::InvalidIndentation => {
            say("YAML expects a key here", "indent the line like the keys beside it")
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            say("a list cannot start here", "put each `- ` on a line of its own, or the text in quotes")
        }
        _ if let Some(value) = value_in_brackets(text, at, in_brackets) => {
            (COLON_IN_TEXT.to_owned(), Some(format!("put the text in quotes: {}", quoted(value))))
        }
        ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => say(
            "the brackets of a list or mapping do not match",
            "close each `[` with `]` and each `{` with `}`; put a text with brackets in quotes",
        ),
        _ if rest.starts_with(',') => (
            "a text that starts with `,` is not in quotes".to_owned(),
            Some(format!("put it in quotes: {}", quoted(rest))),
        ),
        other => say(&format!("this is not YAML: {other}"), "put a text with special characters in quotes"),
    }
}

/// What stands from `start` to the end of its line, without blanks at the end.
fn rest_of_line(text: &str, start: usize) -> &str {
    let start = text.floor_char_boundary(start);
    text[start..lines::end(text, start)].trim_end()
}

/// The same in quotes, without a look at the end of a line that is too long to be shown: there may be a report on each of
/// its words.
fn quoted_rest_of_line(text: &str, start: usize) -> String {
    let near = &text[..text.floor_char_boundary(start + MAX_QUOTED)];
    let end = lines::end(near, start);
    if end == near.len() { quoted(&near[start..]) } else { quoted(near[start..end].trim_end()) }
}

/// The key at `at`, if a line starts with one there, or else the rest of the line.
fn key_or_rest(text: &str, at: usize) -> &str {
    let rest = rest_of_line(text, at);
    let is_first = text[lines::start(text, at)..at].trim_matches([' ', '\t']).is_empty();
    colon(rest).filter(|_| is_first).map_or(rest, |colon| rest[..colon].trim_end())
}

/// The value that the line of `at` has before it, to the end of the line: `b: c` in `a: b: c` and `- b: c`.
fn value_before(text: &str, at: usize) -> Option<&str> {
    let line = lines_from(text, lines::start(text, at)).next()?;
    if let Some((marker, _)) = line.items() {
        // A list has texts, and none of them is a key.
        return Some(&line.content[marker..]);
    }
    let key = text[line.at..at].find(": ")?;
    Some(rest_of_line(text, line.at + key + 2).trim_start())
}

/// The text in brackets that was `read` last, with the colon at `at` that follows it: `b: c` in `{a: b: c}`.
fn value_in_brackets(text: &str, at: usize, read: Option<Range<usize>>) -> Option<&str> {
    let read =
        read.filter(|read| read.end == at && !text[read.start..].starts_with(['"', '\'', '[', '{']))?;
    text[at..].starts_with(": ").then(|| rest_in_brackets(text, read.start))
}

/// What stands from `start` to the comma or bracket that ends an item in brackets, or to the end of its line.
fn rest_in_brackets(text: &str, start: usize) -> &str {
    let rest = rest_of_line(text, start);
    let mut open = 0_usize;
    let end = rest.char_indices().find(|&(_, sign)| {
        match sign {
            '[' | '{' => open += 1,
            ']' | '}' if open > 0 => open -= 1,
            ']' | '}' | ',' => return open == 0,
            _ => {}
        }
        false
    });
    end.map_or(rest, |(end, _)| rest[..end].trim_end())
}

fn end_of_character(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}
