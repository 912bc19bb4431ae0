//! What the tables are written with: Rust literals, and columns of texts and numbers.

use std::fmt::Write as _;

use crate::characters::is_invisible;

/// Of what stands in a table.
pub(super) const INDENT: &str = "        ";

/// Appends a table.
pub(super) fn write_static(out: &mut String, name: &str, ty: &str, value: &str) {
    let _ = writeln!(out, "    static {name}: {ty} = {value};\n");
}

/// A column of texts.
pub(super) fn text_column(rows: impl Iterator<Item = impl AsRef<str>> + Clone) -> String {
    let mut out = "p::TextColumn::new(\n        ".to_owned();
    push_blob(&mut out, rows.clone());
    out.push_str(",\n        ");
    push_offsets(&mut out, rows.map(|row| row.as_ref().len()));
    out.push_str(",\n    )");
    out
}

/// Appends text as the inside of a string literal.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(|c| matches!(c, '"' | '\\') || is_invisible(c)) {
        out.push_str(&rest[..at]);
        let mut chars = rest[at..].chars();
        match chars.next() {
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some('\n') => out.push_str("\\n"),
            Some(c) => _ = write!(out, "{}", c.escape_unicode()),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// Appends the rows of a column as one string literal, a row a line.
fn push_blob(out: &mut String, rows: impl Iterator<Item = impl AsRef<str>>) {
    out.push('"');
    for row in rows {
        let row = row.as_ref();
        if row.is_empty() {
            continue;
        }
        let _ = write!(out, "\\\n{INDENT}");
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
pub(super) fn push_bytes(out: &mut String, bytes: impl Iterator<Item = u8>) {
    const BYTES_A_LINE: usize = 32;
    out.push_str("b\"");
    for (index, byte) in bytes.enumerate() {
        if index % BYTES_A_LINE == 0 {
            let _ = write!(out, "\\\n{INDENT}");
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
pub(super) fn push_array(out: &mut String, items: impl Iterator<Item = String>) {
    const WIDTH: usize = 100;
    out.push('[');
    let mut width = usize::MAX;
    for item in items {
        if width.saturating_add(item.len()) > WIDTH {
            let _ = write!(out, "\n{INDENT}");
            width = 0;
        } else {
            out.push(' ');
        }
        width += item.len() + 2;
        out.push_str(&item);
        out.push(',');
    }
    if width != usize::MAX {
        let _ = write!(out, "\n{}", &INDENT[4..]);
    }
    out.push(']');
}

/// Appends where each row starts, and where the last ends.
pub(super) fn push_offsets(out: &mut String, lengths: impl Iterator<Item = usize>) {
    push_numbers(out, offsets(0, lengths));
}

/// Where each row starts, and where the last ends.
pub(super) fn offsets(first: usize, lengths: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    let ends = lengths.scan(first, |end, length| {
        *end += length;
        Some(*end)
    });
    std::iter::once(first).chain(ends)
}

/// Appends numbers as `token-codes` reads them (`numbers.rs` there).
pub(super) fn push_numbers(out: &mut String, numbers: impl Iterator<Item = usize>) {
    let bytes = |number| u32::try_from(number).expect("a catalog has less than 4 GiB").to_le_bytes();
    push_bytes(out, numbers.flat_map(bytes));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blob_reads_back_as_its_rows() {
        let rows =
            ["plain", "", " leading", "\u{3000}wide", "q\"b\\s", "two\nlines", "\u{202e}bidi\r\0", "{0}"];
        let mut source = String::new();
        push_blob(&mut source, rows.iter().copied());
        let literal: syn::LitStr = syn::parse_str(&source).unwrap();
        assert_eq!(literal.value(), rows.concat());
    }

    #[test]
    fn bytes_read_back() {
        let bytes: Vec<u8> = (0..=255).chain(*b"\0\x001 \"\\").collect();
        let mut source = String::new();
        push_bytes(&mut source, bytes.iter().copied());
        let literal: syn::LitByteStr = syn::parse_str(&source).unwrap();
        assert_eq!(literal.value(), bytes);
    }

    #[test]
    fn an_empty_array_is_one() {
        let mut source = String::new();
        push_array(&mut source, std::iter::empty());
        assert_eq!(source, "[]");
    }
}
