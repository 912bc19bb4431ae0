//! The page `docs/diagnostics.md`, written from the table of kinds and the cases.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use token_codes_build::{Kind, Level};

use super::{Case, RENEW};

pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/diagnostics.md")
}

pub fn text(cases: &[Case]) -> String {
    let mut page = format!(
        "<!-- @generated from the table of kinds in token-codes-build: `{RENEW}` renews it. -->\n\n\
         # Mistakes in a catalog\n\n\
         What `token-codes check` and the build report, by name. An error stops the build, a warning does not.\n\n\
         | name | level | what it is about |\n|---|---|---|\n"
    );
    for kind in Kind::ALL {
        let name = kind.name();
        writeln!(page, "| [`{name}`](#{name}) | {} | {} |", kind.level(), about(*kind)).unwrap();
    }
    for kind in Kind::ALL {
        write_kind(&mut page, *kind, cases);
    }
    page
}

fn write_kind(page: &mut String, kind: Kind, cases: &[Case]) {
    let level = if kind.level() == Level::Error { "Error" } else { "Warning" };
    write!(page, "\n## {}\n\n{level}. {}\n", kind.name(), about(kind)).unwrap();
    let Some(case) = example(kind, cases) else { return };
    if let Some(catalog) = printable(case) {
        write!(page, "\n```yaml\n{}\n```\n", catalog.trim_end()).unwrap();
    }
    let diagnostic = case.found.iter().find(|diagnostic| diagnostic.kind == kind);
    let report = diagnostic.expect("the example has it").display(case.found.source()).to_string();
    write!(page, "\n```text\n{report}\n```\n").unwrap();
}

/// In a cell of a table, a bar would end it.
fn about(kind: Kind) -> String {
    kind.about().replace('|', "\\|")
}

/// The smallest catalog that has this mistake and hardly another, one that a page can show if there is one, in one file.
fn example(kind: Kind, cases: &[Case]) -> Option<&Case> {
    cases
        .iter()
        .filter(|case| case.found.iter().any(|diagnostic| diagnostic.kind == kind))
        .min_by_key(|case| (printable(case).is_none(), case.files.len(), case.found.len(), case.size()))
}

/// The text, if nothing in it is lost on a page; of several files, each below its path.
fn printable(case: &Case) -> Option<String> {
    let [(_, bytes)] = &*case.files else {
        let texts =
            case.files.iter().map(|(path, bytes)| Some(format!("# {path}\n{}", plain(bytes)?.trim_end())));
        return texts.collect::<Option<Vec<_>>>().map(|texts| texts.join("\n\n"));
    };
    plain(bytes).map(str::to_owned)
}

fn plain(bytes: &[u8]) -> Option<&str> {
    let text = str::from_utf8(bytes).ok()?;
    let is_plain = |character: char| character == '\n' || !character.is_control() && character != '\u{FEFF}';
    (text.chars().all(is_plain) && !text.trim().is_empty()).then_some(text)
}
