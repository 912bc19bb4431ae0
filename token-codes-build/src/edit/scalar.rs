//! Texts as YAML, so that every reader takes them for what they are.

/// What YAML 1.1 takes for a boolean, in any case; some readers still do.
const BOOLEANS: [&str; 6] = ["y", "n", "yes", "no", "on", "off"];

/// What ends a line in YAML 1.1, but not in YAML 1.2.
const UNUSUAL_BREAKS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

/// The value of a key whose line is indented by `indent`; its further lines, if it has any, by `step` more.
///
/// The lines end with `\n`, but for the last, which does not end.
pub(super) fn value(text: &str, indent: usize, step: usize) -> String {
    let written = emitted(text);
    let (header, lines) = written.split_once('\n').unwrap_or_default();
    // `|+` would take the empty lines after the entry for its own, and `|2` depends on how far it is indented.
    if !matches!(header, "|" | "|-") || text.contains(UNUSUAL_BREAKS) {
        return on_one_line(text);
    }
    let mut block = header.to_owned();
    for line in lines.lines() {
        block.push('\n');
        // serde_yaml indents by two, and leaves an empty line empty.
        if let Some(line) = line.strip_prefix("  ") {
            block.push_str(&" ".repeat(indent + step));
            block.push_str(line);
        }
    }
    block
}

/// A key, or a value on one line.
pub(super) fn on_one_line(text: &str) -> String {
    let written = emitted(text);
    if written.contains('\n') || text.contains(UNUSUAL_BREAKS) {
        double_quoted(text)
    } else if BOOLEANS.iter().any(|word| text.eq_ignore_ascii_case(word)) || matches!(text, "<<" | "=") {
        format!("'{text}'")
    } else {
        written
    }
}

/// A value on one line that a comment may follow: in quotes, so that nobody takes it for the rest of the text.
pub(super) fn before_comment(text: &str) -> String {
    let written = on_one_line(text);
    if written.starts_with(['"', '\'']) { written } else { format!("'{}'", written.replace('\'', "''")) }
}

/// A value within braces or brackets, where a plain text has more ways to go wrong.
pub(crate) fn in_flow(text: &str) -> String {
    let is_plain = on_one_line(text) == text
        && !text.contains([',', '[', ']', '{', '}', ':', '#', '\'', '"'])
        && !text.starts_with(['-', '?']);
    if is_plain { text.to_owned() } else { double_quoted(text) }
}

/// As `serde_yaml` writes it.
fn emitted(text: &str) -> String {
    // It cannot fail on a text; if it did, the quotes would be right all the same.
    let written = serde_yaml::to_string(text).unwrap_or_else(|_| double_quoted(text));
    written.strip_suffix('\n').map(str::to_owned).unwrap_or(written)
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{FEFF}' => quoted.push_str(&escape(character)),
            _ if character.is_control() || UNUSUAL_BREAKS.contains(&character) => {
                quoted.push_str(&escape(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// None of them is beyond U+FFFF.
fn escape(character: char) -> String {
    format!("\\u{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::{before_comment, in_flow, on_one_line, value};

    #[test]
    fn texts_are_quoted_as_needed() {
        for (text, written) in [
            ("plain", "plain"),
            ("商品 {0} は", "商品 {0} は"),
            ("{0} is gone", "'{0} is gone'"),
            ("0E0001", "'0E0001'"),
            ("on", "'on'"),
            ("NO", "'NO'"),
            ("a: b", "'a: b'"),
            ("a #b", "'a #b'"),
            ("- a", "'- a'"),
            ("", "''"),
            ("a\nb", r#""a\nb""#),
            ("a\u{2028}b", r#""a\u2028b""#),
            ("a\u{1B}b", r#""a\eb""#),
        ] {
            assert_eq!(on_one_line(text), written);
        }
    }

    #[test]
    fn lines_become_a_block_that_is_indented_like_its_siblings() {
        assert_eq!(value("a\n\n b", 4, 2), "|-\n      a\n\n       b");
        assert_eq!(value("a\nb\n", 8, 4), "|\n            a\n            b");
        assert_eq!(value("a\n\n", 4, 2), r#""a\n\n""#);
        assert_eq!(value(" a\nb", 4, 2), r#"" a\nb""#);
    }

    #[test]
    fn a_comment_is_kept_apart_by_quotes() {
        for (text, written) in
            [("it's", "'it''s'"), ("a: b", "'a: b'"), ("'a", "'''a'"), ("a\nb", "\"a\\nb\"")]
        {
            assert_eq!(before_comment(text), written);
        }
    }

    #[test]
    fn braces_need_more_quotes() {
        assert_eq!(in_flow("plain text"), "plain text");
        assert_eq!(in_flow("one, two"), r#""one, two""#);
        assert_eq!(in_flow("at most {0}"), r#""at most {0}""#);
    }
}
