//! Doc comments, so that hovering over a code tells all that the catalog says of it.

use std::fmt::Write as _;

use super::write::push_escaped;
use crate::catalog::{Catalog, Entry, Text};
use crate::characters::is_invisible;

const INDENT: &str = "        ";

/// Appends the doc comment of the enum `Code`.
pub(super) fn write_catalog(out: &mut String, catalog: &Catalog) {
    let mut docs = Docs { out, indent: "    " };
    docs.line("A code of the catalog.");
    for text in [&catalog.title, &catalog.description] {
        if !text.is_empty() {
            docs.line("");
            docs.text("", text);
        }
    }
    let entries = || catalog.entries.iter();
    if let Some(entry) = entries().find(|entry| entry.deprecated.is_none()).or(entries().next()) {
        docs.example(entry);
    }
}

/// Appends the doc comment of a variant: everything.
pub(super) fn write_entry(out: &mut String, catalog: &Catalog, entry: &Entry) {
    write_usage(out, catalog, entry);
    let mut docs = Docs { out, indent: INDENT };
    let mut values = catalog.values(entry).peekable();
    if values.peek().is_some() {
        docs.line("");
        docs.line("**Columns**");
    }
    for (name, value) in values {
        docs.text(&format!("- `{name}`: "), &value.to_string());
    }
    let description = &entry.description.get(0).text;
    if !description.is_empty() {
        docs.line("");
        docs.text("", description);
    }
    docs.list("Causes", "-", &entry.causes);
    docs.list("Resolution", "1.", &entry.resolution);
}

/// Appends the doc comment of a constant, with which that of a variant begins: what one needs to use it.
///
/// Not everything, since each line of it is memory that rustc takes; the value that is shown beside it names the variant.
pub(super) fn write_usage(out: &mut String, catalog: &Catalog, entry: &Entry) {
    let mut docs = Docs { out, indent: INDENT };
    docs.heading(entry);
    docs.line("");
    for (locale, message) in catalog.locales.iter().zip(&entry.messages) {
        if message.translated {
            docs.text(&format!("- `{}`: ", locale.tag), &message.template.text);
        }
    }
    if !entry.params.is_empty() {
        docs.line("");
        docs.line("**Placeholders**");
        for (index, param) in entry.params.iter().enumerate() {
            docs.line(&format!("- `{{{index}}}`: `{}`, {}", param.name, param.ty.as_str()));
        }
    }
}

/// What stands before a text, and is Markdown.
const MARKERS: [&str; 3] = ["", "- ", "1. "];

struct Docs<'a> {
    out: &'a mut String,
    indent: &'static str,
}

impl Docs<'_> {
    fn heading(&mut self, entry: &Entry) {
        let summary = &entry.summary.get(0).text;
        let separator = if summary.is_empty() { "" } else { ": " };
        self.text(&format!("`{}`{separator}", entry.code), summary);
    }

    fn list(&mut self, title: &str, bullet: &str, items: &Text<Vec<crate::catalog::Template>>) {
        let items = items.get(0);
        if items.is_empty() {
            return;
        }
        self.line("");
        self.line(&format!("**{title}**"));
        for item in items {
            self.text(&format!("{bullet} "), &item.text);
        }
    }

    /// How a code is used, as a test of the crate that has the catalog.
    fn example(&mut self, entry: &Entry) {
        let mut code = String::new();
        push_escaped(&mut code, &entry.code);
        self.line("");
        self.line("# Examples");
        self.line("");
        self.line("```");
        let _ = writeln!(
            self.out,
            "{}#[doc = ::core::concat!(\" use \", ::core::env!(\"CARGO_CRATE_NAME\"), \"::{{Code, Locale}};\")]",
            self.indent
        );
        self.line("");
        self.line(&format!("let code = Code::{};", entry.constant));
        self.line(&format!("assert_eq!(code.as_str(), \"{code}\");"));
        self.line(&format!("assert_eq!(Code::from_code(\"{code}\"), Some(code));"));
        self.line("println!(\"{}\", code.message(Locale::SOURCE).as_str());");
        self.line("```");
    }

    /// Text of the catalog after `lead`, which is Markdown; its further lines stand below its first.
    fn text(&mut self, lead: &str, text: &str) {
        let below =
            " ".repeat(if lead.starts_with(['-', '1']) { lead.find(' ').map_or(0, |i| i + 1) } else { 0 });
        let mut start = lead;
        for line in text.lines() {
            let line = line.trim();
            let starts_line = MARKERS.contains(&start) || start == below;
            self.line(&format!("{start}{}", as_markdown(line, starts_line)));
            start = &below;
        }
        if text.is_empty() {
            self.line(lead);
        }
    }

    fn line(&mut self, line: &str) {
        if line.chars().any(is_invisible) {
            let _ = write!(self.out, "{}#[doc = \" ", self.indent);
            push_escaped(self.out, line);
            self.out.push_str("\"]\n");
        } else {
            let space = if line.is_empty() { "" } else { " " };
            let _ = writeln!(self.out, "{}///{space}{line}", self.indent);
        }
    }
}

/// One line of text as Markdown that shows it.
fn as_markdown(line: &str, starts_line: bool) -> String {
    let mut markdown = String::with_capacity(line.len());
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (index, c) in line.char_indices() {
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' => true,
            '#' | '+' | '-' | '=' | ':' => starts_line && index == 0,
            '.' | ')' => starts_line && digits > 0 && index == digits,
            _ => false,
        };
        if special {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    markdown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_shown_as_written() {
        for (line, markdown) in [
            ("a `b` *c* <script>", r"a \`b\` \*c\* \<script\>"),
            ("# no heading", r"\# no heading"),
            ("1. no list", r"1\. no list"),
            ("see 1. and #2", "see 1. and #2"),
            ("[link](url) snake_case", r"\[link\](url) snake\_case"),
        ] {
            assert_eq!(as_markdown(line, true), markdown);
        }
    }

    /// Each would be a list, a rule, a heading, a table, a quotation, a fence or code.
    #[test]
    fn text_at_the_start_of_an_item_is_no_markdown() {
        for (text, shown) in [
            ("- x", r"\- x"),
            ("--- ", r"\---"),
            ("+ x", r"\+ x"),
            ("* x", r"\* x"),
            ("> x", r"\> x"),
            ("# x", r"\# x"),
            ("===", r"\==="),
            ("1) x", r"1\) x"),
            ("1. x", r"1\. x"),
            ("| a |", r"\| a \|"),
            ("```", r"\`\`\`"),
            ("~~~", r"\~\~\~"),
            ("<hr>", r"\<hr\>"),
            ("    x", "x"),
        ] {
            for lead in MARKERS {
                let mut out = String::new();
                let indent = " ".repeat(lead.len());
                Docs { out: &mut out, indent: "" }.text(lead, &format!("{text}\n{text}"));
                assert_eq!(out, format!("/// {lead}{shown}\n/// {indent}{shown}\n"));
            }
        }
    }

    #[test]
    fn what_rustc_refuses_in_a_comment_is_escaped() {
        let mut out = String::new();
        Docs { out: &mut out, indent: "" }.text("- ", "a\u{202e}b\nsecond");
        assert_eq!(out, "#[doc = \" - a\\u{202e}b\"]\n///   second\n");
    }
}
