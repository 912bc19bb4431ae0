//! Whether the carets of a report stand under the right characters, as a terminal shows them.

use token_codes_build::{Diagnostic, Source};
use unicode_width::UnicodeWidthChar as _;

/// Asserts it for a mistake on one line; says whether it was one whose line is shown from its start.
pub fn check(source: &Source, diagnostic: &Diagnostic, about: &str) -> bool {
    let place = source.lines().positions(diagnostic.span.clone());
    let report = diagnostic.display(source).to_string();
    if !diagnostic.has_place() || place.start.line != place.end.line {
        return false;
    }
    let drawn = Drawn::find(&report, place.start.line)
        .unwrap_or_else(|| panic!("{about}: line {} is not in the report\n{report}", place.start.line));
    let marked = shown(&source.text()[diagnostic.span.start..end(source, diagnostic)]);
    let under = columns(drawn.line, drawn.caret, drawn.width);
    // Under a place without characters, such as a missing text, stands one caret.
    if width(&marked) > 0 {
        assert_eq!(under, marked, "{about}: the carets are under other characters\n{report}");
    }
    // A long line is shown in part.
    if drawn.line.starts_with("...") {
        return false;
    }
    let file = source.file_at(diagnostic.span.start).span.start;
    let before = before(&source.text()[file..], diagnostic.span.start - file);
    assert_eq!(drawn.caret, width(&shown(before)), "{about}: the caret is in another column\n{report}");
    true
}

/// A line of the source in a report, and the carets below it.
struct Drawn<'a> {
    line: &'a str,
    caret: usize,
    width: usize,
}

impl<'a> Drawn<'a> {
    fn find(report: &'a str, number: usize) -> Option<Self> {
        let lines: Vec<&str> = report.lines().collect();
        // The first line of the gutter is empty but for its bar.
        let bar = lines.iter().find(|line| line.trim() == "|")?.find('|')?;
        let at = lines.iter().position(|line| {
            line.get(..bar).is_some_and(|start| start.trim() == number.to_string())
                && line[bar..].starts_with('|')
        })?;
        let line = lines[at].get(bar + 2..).unwrap_or("");
        let marks = lines[at + 1].get(bar + 2..)?;
        let caret = marks.find('^')?;
        let width = marks[caret..].bytes().take_while(|&byte| byte == b'^').count();
        Some(Self { line, caret: self::width(&marks[..caret]), width })
    }
}

/// The end of the place, or of its last character if it is amid one.
fn end(source: &Source, diagnostic: &Diagnostic) -> usize {
    source.text().ceil_char_boundary(diagnostic.span.end)
}

/// What is before a place on its line.
fn before(text: &str, start: usize) -> &str {
    let text = text[..start].trim_start_matches('\u{FEFF}');
    let line = text.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    &text[line..]
}

/// The text as a report shows it.
fn shown(text: &str) -> String {
    let text = text.replace('\t', "    ").replace('\u{200D}', "");
    text.chars()
        .map(|character| match character {
            '\0'..='\x1F' => char::from_u32(0x2400 + u32::from(character)).expect("a control picture"),
            '\u{80}'..='\u{9F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
            _ => character,
        })
        .collect()
}

fn width(text: &str) -> usize {
    text.chars().map(|character| character.width().unwrap_or(0)).sum()
}

/// The characters of a line in these columns, and what combines with them.
fn columns(line: &str, from: usize, count: usize) -> String {
    let mut column = 0;
    let mut found = String::new();
    for character in line.chars() {
        let width = character.width().unwrap_or(0);
        let is_in = column >= from && column + width <= from + count && (width > 0 || column > from);
        if is_in {
            found.push(character);
        }
        column += width;
    }
    found
}
