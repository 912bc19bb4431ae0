//! Text as Markdown that shows it, on GitHub, in mdBook and in MDX alike.

use std::fmt::Write as _;

use token_codes_build::characters::BIDI;

/// Text on one line, for a heading, a cell of a table or a link; a line break in it is shown as one.
pub(super) fn inline(text: &str) -> String {
    let lines: Vec<_> = lines(text).map(escape).collect();
    // Closed, as MDX wants it.
    lines.join("<br />")
}

/// Text as paragraphs whose further lines start with `indent`; each of its line breaks is shown.
pub(super) fn block(text: &str, indent: &str) -> String {
    let mut block = String::new();
    let mut is_new_paragraph = false;
    for line in lines(text) {
        if line.is_empty() {
            is_new_paragraph = true;
            continue;
        }
        if !block.is_empty() {
            block += if is_new_paragraph { "\n\n" } else { "\\\n" };
            block += indent;
        }
        block += &escape(line);
        is_new_paragraph = false;
    }
    block
}

/// The lines, without the spaces and empty lines at their edges, which neither Markdown nor HTML shows.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_matches([' ', '\t', '\n']).split('\n').map(|line| line.trim_matches([' ', '\t']))
}

fn escape(line: &str) -> String {
    let mut markdown = String::with_capacity(line.len());
    let mut before = "";
    for (at, character) in line.char_indices() {
        let after = &line[at + character.len_utf8()..];
        push(&mut markdown, before, character, after);
        before = &line[..at + character.len_utf8()];
    }
    markdown
}

/// Appends a character of a line.
fn push(markdown: &mut String, before: &str, character: char, after: &str) {
    if needs_entity(before, character, after) {
        let _ = write!(markdown, "&#{};", u32::from(character));
        return;
    }
    if starts_no_address(before, character, after) {
        markdown.push_str(NOTHING);
    }
    if needs_backslash(before, character, after) {
        markdown.push('\\');
    }
    markdown.push(character);
}

/// What is not shown, and keeps the text before it apart from that after it.
pub(super) const NOTHING: &str = "<span></span>";

/// Whether the text is at the `:` or `.` of what looks like an address and is none, such as `http://host.example:PORT`.
/// Docusaurus makes links of addresses even if they are escaped, and ends with an error if it cannot read one.
fn starts_no_address(before: &str, character: char, after: &str) -> bool {
    let ends_with = |word: &str| {
        before
            .len()
            .checked_sub(word.len())
            .and_then(|start| before.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    match character {
        '.' if ends_with("www") => !is_authority(after),
        ':' if ends_with("http") || ends_with("https") => {
            after.strip_prefix("//").is_some_and(|authority| !is_authority(authority))
        }
        _ => false,
    }
}

/// Whether the text starts with a host, and perhaps a port, that nothing can be wrong with.
fn is_authority(text: &str) -> bool {
    let authority = text.split([' ', '\t', '/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "1"));
    let is_label = |label: &str| {
        let is_plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        is_plain && !label.is_empty() && !label.starts_with("xn--")
    };
    // A host that ends with a number is an address of four numbers.
    let is_name = host
        .rsplit('.')
        .next()
        .is_some_and(|last| last.starts_with(|first: char| first.is_ascii_alphabetic()));
    is_name && host.split('.').all(is_label) && port.parse::<u16>().is_ok()
}

fn needs_entity(before: &str, character: char, after: &str) -> bool {
    match character {
        // Renderers differ in what a backslash before it is in a table.
        '|' => true,
        // In MDX, a line that starts with these words is a statement.
        'i' => before.is_empty() && after.starts_with("mport"),
        'e' => before.is_empty() && after.starts_with("xport"),
        // In a file, they would change the order in which its markup is shown as well.
        _ => BIDI.contains(&character),
    }
}

fn needs_backslash(before: &str, character: char, after: &str) -> bool {
    let next = after.chars().next().unwrap_or(' ');
    match character {
        // Braces are expressions in MDX, dollar signs are formulas on GitHub, and mdBook makes quotes curly.
        '"' | '\'' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '{' | '}' | '~' | '$' | '^' => true,
        // Also at the end of a heading, which it would only close.
        '#' => before.is_empty() || after.is_empty(),
        '+' | '=' | '>' => before.is_empty(),
        '-' => before.is_empty() || next == '-',
        // A definition in mdBook; a directive or a block of its own in Docusaurus; an address on GitHub, in which it
        // would show the backslashes.
        ':' => before.is_empty() || next != ' ',
        // mdBook makes one character of three dots.
        '.' => is_number(before) || ends_with_www(before) || next == '.',
        ')' => is_number(before),
        '&' => next.is_ascii_alphabetic() || next == '#',
        _ => false,
    }
}

fn ends_with_www(text: &str) -> bool {
    text.as_bytes().last_chunk::<3>().is_some_and(|end| end.eq_ignore_ascii_case(b"www"))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{block, inline};

    /// That they are shown as written, a parser says in `tests/markdown_text.rs`; these are to stay readable as well.
    #[test]
    fn texts_are_readable_as_they_stand() {
        for (text, markdown) in [
            ("不正なリクエストトークンです。", "不正なリクエストトークンです。"),
            ("At most {0} hours (24), e.g. 50% & more!", r"At most \{0\} hours (24), e.g. 50% & more!"),
            ("well-known: it's \"quoted\", a = b > c; #1", r#"well-known: it\'s \"quoted\", a = b > c; #1"#),
            ("wait... (3 -- 4)", r"wait\.\.. (3 \-- 4)"),
            ("<b> a|b snake_case", r"\<b> a&#124;b snake\_case"),
            ("1. first", r"1\. first"),
            ("import it", "&#105;mport it"),
            ("https://example.com at 10:30", r"https\://example.com at 10\:30"),
            ("www.example.com:80/%zz", r"www\.example.com\:80/%zz"),
            ("http://host.example:PORT", r"http<span></span>\://host.example\:PORT"),
            ("https://10.0.0.256/", r"https<span></span>\://10.0.0.256/"),
            ("WWW.%", r"WWW<span></span>\.%"),
        ] {
            assert_eq!(inline(text), markdown);
            assert_eq!(block(text, ""), markdown);
        }
    }

    #[test]
    fn line_breaks_are_shown() {
        let text = "one \n  two\n\n\nthree\n";
        assert_eq!(inline(text), "one<br />two<br /><br /><br />three");
        assert_eq!(block(text, "  "), "one\\\n  two\n\n  three");
    }
}
