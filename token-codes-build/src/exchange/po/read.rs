//! Reads PO: entries line by line, each text with its bytes.

use std::ops::Range;

use crate::{
    diagnostic::{Diagnostic, Kind},
    exchange::{Exchange, Translation, without_locale},
    lines,
    reports::Reports,
    yaml::{Scalar, Style},
};

/// Reads a file that starts at `start` in the text that every place is in.
pub(in crate::exchange) fn read(text: &str, start: usize, found: &mut Reports) -> Exchange {
    let mut reader = Reader { start, found, entry: Entry::default(), entries: Vec::new(), open: None };
    for line in lines::from(text, lines::mark(text)) {
        reader.line(&text[line.clone()], line.start);
    }
    reader.end_entry();
    let entries = std::mem::take(&mut reader.entries);
    let header = entries.iter().find(|entry| entry.context.is_none() && is_empty(entry.id.as_ref()));
    let locale = header.and_then(|header| locale(text, start, header.text.as_ref()?));
    let locale = locale.ok_or_else(|| {
        let help = "write it into the first msgstr: \"Language: fr\\n\"";
        found.report(without_locale(start, help))
    });
    let translations = entries.into_iter().filter_map(|entry| entry.translation(found)).collect();
    Exchange { locale, translations }
}

fn is_empty(text: Option<&Scalar>) -> bool {
    text.is_none_or(|text| text.text.is_empty())
}

/// What the header says, as a language tag.
fn locale(text: &str, start: usize, header: &Scalar) -> Option<Scalar> {
    let line = header.text.lines().find_map(|line| line.strip_prefix("Language:"))?.trim();
    if line.is_empty() {
        return None;
    }
    let written = text.get(header.span.start - start..header.span.end - start)?;
    let at = written.find("Language:").map(|at| at + "Language:".len());
    let at = at.and_then(|at| Some(header.span.start + at + written.get(at..)?.find(line)?));
    let span = at.map_or(header.span.clone(), |at| at..at + line.len());
    Some(Scalar { span, text: line.replace('_', "-"), style: Style::Plain })
}

#[derive(Default)]
struct Entry {
    context: Option<Scalar>,
    id: Option<Scalar>,
    text: Option<Scalar>,
    is_fuzzy: bool,
    /// Set if a part of it has been reported.
    is_broken: bool,
}

impl Entry {
    fn translation(self, found: &mut Reports) -> Option<Translation> {
        if self.is_broken {
            return None;
        }
        let Some(key) = self.context else {
            // The header, or nothing at all.
            let id = self.id.filter(|id| !id.text.is_empty())?;
            let message = "the entry does not say which text of the catalog it is";
            let help = "write code and field before it: msgctxt \"TOK001 message\"";
            found.report(Diagnostic::new(Kind::MissingKey, id.span, message).help(help));
            return None;
        };
        let is_done = !self.is_fuzzy && !is_empty(self.text.as_ref());
        Some(Translation { key, source: self.id, text: self.text, is_done })
    }
}

/// The parts of an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Context,
    Id,
    Text,
}

struct Reader<'r> {
    start: usize,
    found: &'r mut Reports,
    entry: Entry,
    entries: Vec<Entry>,
    /// The part that a line with nothing but a text goes on with; `None` if there is none, or it has been reported.
    open: Option<Part>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, at: usize) {
        let trimmed = line.trim_start();
        let at = at + line.len() - trimmed.len();
        if let Some(comment) = trimmed.strip_prefix('#') {
            self.comment(comment);
        } else if trimmed.starts_with('"') {
            match self.open {
                Some(part) => self.append(part, trimmed, at),
                None if self.entry.is_broken => {}
                None => self.wrong(at..at + trimmed.trim_end().len(), "a text without a keyword before it"),
            }
        } else if !trimmed.is_empty() {
            self.keyword(trimmed, at);
        }
    }

    fn comment(&mut self, comment: &str) {
        if self.entry.text.is_some() {
            self.end_entry();
        }
        self.open = None;
        if let Some(flags) = comment.strip_prefix(',') {
            self.entry.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
    }

    fn keyword(&mut self, line: &str, at: usize) {
        let length = line.find(|sign: char| sign == '"' || sign.is_whitespace()).unwrap_or(line.len());
        let (word, rest) = line.split_at(length);
        let part = match word {
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgstr" => Part::Text,
            _ => {
                self.open = None;
                let message = match word {
                    "msgid_plural" => "a text of the catalog has no plural".to_owned(),
                    _ => format!("`{}` is no keyword of a catalog's texts", word.escape_debug()),
                };
                return self.wrong(at..at + length, &message);
            }
        };
        let starts = part == Part::Context || (part == Part::Id && self.entry.context.is_none());
        if self.entry.text.is_some() || (starts && self.entry.id.is_some()) {
            self.end_entry();
        }
        self.open = Some(part);
        let text = rest.trim_start();
        self.append(part, text, at + line.len() - text.len());
    }

    /// Adds the text in quotes at the start of `written` to a part of the entry.
    fn append(&mut self, part: Part, written: &str, at: usize) {
        let written = written.trim_end();
        match unquoted(written) {
            Ok(text) => {
                let span = self.start + at..self.start + at + written.len();
                let slot = match part {
                    Part::Context => &mut self.entry.context,
                    Part::Id => &mut self.entry.id,
                    Part::Text => &mut self.entry.text,
                };
                match slot {
                    Some(scalar) => {
                        scalar.text.push_str(&text);
                        scalar.span.end = span.end;
                    }
                    None => *slot = Some(Scalar { span, text, style: Style::Lines }),
                }
            }
            Err((wrong, message)) => {
                self.open = None;
                self.wrong(at + wrong.start..at + wrong.end, message);
            }
        }
    }

    fn wrong(&mut self, place: Range<usize>, message: &str) {
        let place = self.start + place.start..self.start + place.end;
        let help = "write as gettext does: msgctxt \"TOK001 message\", msgid \"…\" and msgstr \"…\", each on a line of its own";
        self.found.report(Diagnostic::new(Kind::Syntax, place, message).help(help));
        self.entry.is_broken = true;
    }

    fn end_entry(&mut self) {
        self.open = None;
        self.entries.push(std::mem::take(&mut self.entry));
    }
}

/// What a text in quotes stands for; or what is wrong with it, and where.
fn unquoted(written: &str) -> Result<String, (Range<usize>, &'static str)> {
    let Some(inside) = written.strip_prefix('"') else {
        return Err((0..written.len(), "a text that is not in quotes"));
    };
    // Escapes may stand for single bytes of a character.
    let mut text = Vec::with_capacity(inside.len());
    let mut at = 0;
    loop {
        let rest = &inside[at..];
        let plain = rest.find(['"', '\\']).ok_or((0..written.len(), "a text whose quotes are not closed"))?;
        text.extend_from_slice(&rest.as_bytes()[..plain]);
        at += plain + 1;
        if rest[plain..].starts_with('"') {
            break;
        }
        let Some((byte, length)) = escape(&inside[at..]) else {
            let end = written.ceil_char_boundary((at + 2).min(written.len()));
            return Err((at..end, "an escape that gettext does not have"));
        };
        text.push(byte);
        at += length;
    }
    if at < inside.len() {
        return Err((at + 1..written.len(), "something follows the text in quotes"));
    }
    String::from_utf8(text).map_err(|_| (0..written.len(), "a text whose escapes are no characters of UTF-8"))
}

/// The byte that what follows a backslash stands for, and of how many ASCII characters it is.
fn escape(rest: &str) -> Option<(u8, usize)> {
    let sign = *rest.as_bytes().first()?;
    Some(match sign {
        b'n' => (b'\n', 1),
        b't' => (b'\t', 1),
        b'r' => (b'\r', 1),
        b'"' | b'\\' => (sign, 1),
        b'0'..=b'7' => {
            let digits = rest.bytes().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
            (u8::from_str_radix(&rest[..digits], 8).ok()?, digits)
        }
        b'x' => {
            let digits = rest[1..].bytes().take(2).take_while(u8::is_ascii_hexdigit).count();
            (u8::from_str_radix(&rest[1..=digits], 16).ok()?, 1 + digits)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::unquoted;

    #[test]
    fn escapes_are_those_of_gettext() {
        assert_eq!(unquoted(r#""a\n\t\"\\ \101\x41期\346\234\237""#).as_deref(), Ok("a\n\t\"\\ AA期期"));
        for (written, place) in
            [(r#""a\期""#, 2..6), (r#""a" b"#, 3..5), ("a", 0..1), (r#""a\""#, 0..4), (r#""\xff""#, 0..6)]
        {
            assert_eq!(unquoted(written).unwrap_err().0, place, "{written}");
        }
    }
}
