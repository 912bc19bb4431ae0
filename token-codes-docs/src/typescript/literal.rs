//! Texts of the catalog in TypeScript: none can end what it stands in, or change how the file reads.

use std::fmt::Write as _;

/// A string literal that is safe in a module, in a `<script>` and in a diff.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            // `</script>` and `<!--`.
            '<' => out.push_str("\\u003c"),
            _ if is_hidden(character) => {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

/// The text of a comment, on one line.
pub(super) fn comment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // What TSDoc gives a meaning to, and the end of the comment.
            '\\' | '{' | '}' | '@' | '<' | '>' | '/' | '`' => out.extend(['\\', character]),
            _ if is_hidden(character) => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

/// Control characters, line breaks of any kind, and what changes the order of the characters around it.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{comment, quoted};

    #[test]
    fn a_text_stays_within_its_quotes() {
        assert_eq!(quoted("トークン: it's `${x}`"), "\"トークン: it's `${x}`\"");
        assert_eq!(quoted("a\"b\\c\nd\re"), r#""a\"b\\c\nd\u000de""#);
        assert_eq!(quoted("</script><!--"), r#""\u003c/script>\u003c!--""#);
        assert_eq!(quoted("\u{2028}\u{2029}\u{202e}\u{0}\u{7f}"), r#""\u2028\u2029\u202e\u0000\u007f""#);
    }

    #[test]
    fn a_text_stays_within_its_comment() {
        assert_eq!(comment("a */ b {@link c}\n<d>\u{2028}"), r"a *\/ b \{\@link c\} \<d\> ");
    }
}
