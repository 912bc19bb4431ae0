//! Rust literals.

use std::fmt::Write as _;

/// Appends text as the inside of a string literal.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ if is_invisible(c) => {
                let _ = write!(out, "{}", c.escape_unicode());
            }
            _ => out.push(c),
        }
    }
}

/// Whether rustc refuses the character in source text, or a reader cannot see it there.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Appends the rows of a column as one string literal, a row a line.
pub(super) fn push_blob<'a>(out: &mut String, indent: &str, rows: impl Iterator<Item = &'a str>) {
    out.push('"');
    for row in rows.filter(|row| !row.is_empty()) {
        let _ = write!(out, "\\\n{indent}");
        let mut rest = row;
        // The line break and the white space after it are no part of the literal: that at the start of a row must not
        // look like it.
        if let Some(c) = row.chars().next().filter(|c| c.is_whitespace()) {
            let _ = write!(out, "{}", c.escape_unicode());
            rest = &row[c.len_utf8()..];
        }
        push_escaped(out, rest);
    }
    out.push('"');
}

/// Appends bytes as a byte string, in lines of bearable length.
pub(super) fn push_bytes(out: &mut String, indent: &str, bytes: impl Iterator<Item = u8>) {
    const BYTES_A_LINE: usize = 32;
    out.push_str("b\"");
    for (index, byte) in bytes.enumerate() {
        if index % BYTES_A_LINE == 0 {
            let _ = write!(out, "\\\n{indent}");
        }
        match byte {
            0 => out.push_str("\\0"),
            b'"' | b'\\' => out.extend(['\\', char::from(byte)]),
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push('"');
}

/// Appends an array of what `items` gives, in lines of bearable length.
pub(super) fn push_array(out: &mut String, indent: &str, items: impl Iterator<Item = String>) {
    const WIDTH: usize = 100;
    out.push('[');
    let mut width = usize::MAX;
    for item in items {
        if width.saturating_add(item.len()) > WIDTH {
            let _ = write!(out, "\n{indent}");
            width = 0;
        } else {
            out.push(' ');
        }
        width += item.len() + 2;
        out.push_str(&item);
        out.push(',');
    }
    if width != usize::MAX {
        let _ = write!(out, "\n{}", &indent[4..]);
    }
    out.push(']');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_reads_back_as_its_rows() {
        let rows =
            ["plain", "", " leading", "\u{3000}wide", "q\"b\\s", "two\nlines", "\u{202e}bidi\r\0", "{0}"];
        let mut source = String::new();
        push_blob(&mut source, "    ", rows.iter().copied());
        let literal: syn::LitStr = syn::parse_str(&source).unwrap();
        assert_eq!(literal.value(), rows.concat());
    }

    #[test]
    fn bytes_read_back() {
        let bytes: Vec<u8> = (0..=255).chain(*b"\0\x001 \"\\").collect();
        let mut source = String::new();
        push_bytes(&mut source, "    ", bytes.iter().copied());
        let literal: syn::LitByteStr = syn::parse_str(&source).unwrap();
        assert_eq!(literal.value(), bytes);
    }

    #[test]
    fn an_empty_array_is_one() {
        let mut source = String::new();
        push_array(&mut source, "    ", std::iter::empty());
        assert_eq!(source, "[]");
    }
}
