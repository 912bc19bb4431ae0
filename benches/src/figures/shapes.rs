//! A catalog as Rust, in the shapes that one might write by hand, beside the one that is generated.

use std::fmt::Write as _;

use token_codes_build::catalog::{Catalog, Entry, Template};

/// What is generated, as the root of a crate.
pub(crate) fn generated(catalog: &Catalog) -> String {
    format!("pub use ::token_codes::__private;\n{}", text(catalog))
}

fn text(catalog: &Catalog) -> String {
    token_codes_build::generate(catalog).expect("its codes differ")
}

/// The enum as it is generated, without anything else.
pub(crate) fn enum_alone(catalog: &Catalog) -> String {
    let text = text(catalog);
    let name = text.find("    pub enum Code {").expect("there is an enum");
    let start = text[..name].rfind("    #[non_exhaustive]").expect("it has attributes");
    let end = name + text[name..].find("\n    }\n").expect("it ends");
    text[start..end].to_owned() + "\n    }\n"
}

/// A `match` for each accessor.
pub(crate) fn matches(catalog: &Catalog) -> String {
    let mut out = enum_alone(catalog);
    out.push_str("impl Code {\n");
    for (name, result, value) in COLUMNS {
        let _ = writeln!(out, "    pub const fn {name}(self) -> {result} {{\n        match self {{");
        for entry in &catalog.entries {
            let _ = writeln!(out, "            Self::{} => {},", entry.variant, value(entry));
        }
        out.push_str("        }\n    }\n");
    }
    out + "}\n"
}

/// A static array for each column.
pub(crate) fn columns(catalog: &Catalog) -> String {
    let mut out = enum_alone(catalog);
    for (name, result, value) in COLUMNS {
        let column = name.to_uppercase();
        let _ = writeln!(out, "static {column}: [{result}; {}] = [", catalog.entries.len());
        for entry in &catalog.entries {
            let _ = writeln!(out, "    {},", value(entry));
        }
        let _ = writeln!(
            out,
            "];\nimpl Code {{\n    pub fn {name}(self) -> {result} {{\n        {column}[self as usize]\n    }}\n}}"
        );
    }
    out
}

/// The name of an accessor, what it returns, and the expression for an entry.
type Column = (&'static str, &'static str, fn(&Entry) -> String);

const COLUMNS: [Column; 7] = [
    ("as_str", "&'static str", |entry| literal(&entry.code)),
    ("message_ja", "&'static str", |entry| literal(&entry.messages[0].template.text)),
    ("message_en", "&'static str", |entry| literal(&entry.messages[1].template.text)),
    ("summary", "&'static str", |entry| literal(&entry.summary.get(0).text)),
    ("description", "&'static str", |entry| literal(&entry.description.get(0).text)),
    ("causes", "&'static [&'static str]", |entry| list(entry.causes.get(0))),
    ("resolution", "&'static [&'static str]", |entry| list(entry.resolution.get(0))),
];

fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn list(texts: &[Template]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| literal(&text.text)).collect();
    format!("&[{}]", texts.join(", "))
}
