//! Every catalog in `tests/golden`, what is reported on it, and where.
//!
//! Beside each `<name>.yaml`, or folder `<name>` with the files of one catalog, stand `<name>.stderr`, the report as a person reads it, and `<name>.places`, the line and
//! column of each mistake, its kind and the text there: the file to review. `BLESS=1` renews both.

mod support;

use std::{collections::HashSet, fmt::Write as _};

use support::{Case, Files, carets, cases, page, report};
use token_codes_build::{Diagnostic, Kind, Level};

/// Kinds that no small file in the folder can have; each has a test in `tests/check.rs`.
const WITHOUT_CASE: &[Kind] = &[Kind::UnreadableFile, Kind::FileTooLarge];

#[test]
fn every_case_is_reported_as_its_files_say() {
    let mut files = Files::default();
    for case in cases() {
        let shown = case.found.to_string();
        let shown = if shown.is_empty() { shown } else { shown + "\n" };
        files.expect(&case.file("stderr"), &shown);
        files.expect(&case.file("places"), &places(&case));
    }
    files.finish();
}

#[test]
fn every_file_belongs_to_a_case() {
    let names: HashSet<String> = cases().into_iter().map(|case| case.name).collect();
    for file in std::fs::read_dir(support::folder()).expect("the folder is there") {
        let path = file.expect("the folder can be read").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("its name is a text");
        assert!(names.contains(name), "{} belongs to no catalog", path.display());
    }
}

#[test]
fn every_kind_has_a_case() {
    let cases = cases();
    let seen: HashSet<Kind> =
        cases.iter().flat_map(|case| case.found.iter().map(|diagnostic| diagnostic.kind)).collect();
    let missing: Vec<_> =
        Kind::ALL.iter().filter(|kind| !seen.contains(kind) && !WITHOUT_CASE.contains(kind)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
    let needless: Vec<_> = WITHOUT_CASE.iter().filter(|kind| seen.contains(kind)).collect();
    assert!(needless.is_empty(), "there is a case for {needless:?}");
}

#[test]
fn carets_stand_under_what_is_wrong() {
    let mut checked = 0;
    for case in cases() {
        for diagnostic in &case.found {
            checked += usize::from(carets::check(case.found.source(), diagnostic, &case.name));
        }
    }
    assert!(checked > 100, "only {checked} carets were looked at");
}

#[test]
fn reports_say_where_the_places_are() {
    for case in cases() {
        let reports = case.found.iter().map(|diagnostic| diagnostic.display(case.found.source()).to_string());
        for (report, diagnostic) in reports.zip(&case.found) {
            for span in diagnostic.labels.iter().map(|label| &label.span) {
                let path = &case.found.source().file_at(span.start).path;
                assert!(report.contains(path), "{}: no `{path}` in\n{report}", case.name);
            }
            let place = format!("--> {}\n", start(&case, diagnostic));
            assert!(report.contains(&place), "{}: no `{place}` in\n{report}", case.name);
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    for case in cases() {
        assert_eq!(without_colour(&case.found.styled().to_string()), case.found.to_string(), "{}", case.name);
    }
}

#[test]
fn messages_keep_the_voice() {
    for diagnostic in cases().iter().flat_map(|case| &case.found) {
        let help = diagnostic.help.as_ref().expect("every mistake has a help");
        let here = diagnostic.here.iter().chain(diagnostic.labels.iter().map(|label| &label.message));
        for text in [&diagnostic.message, help].into_iter().chain(here) {
            assert!(!text.ends_with('.') && !text.is_empty(), "{text}");
            let first = text.split(' ').next().unwrap_or_default();
            let is_name = ["YAML", "`"].iter().any(|name| first.starts_with(name));
            assert!(is_name || !first.starts_with(char::is_uppercase), "{text}");
        }
    }
}

/// Whatever is cut off or left out, there is a catalog or a report, and its places are in the text.
#[test]
fn nothing_panics() {
    for case in cases() {
        // The effort grows with the square of the length.
        if case.size() > 600 {
            continue;
        }
        for (index, (_, bytes)) in case.files.iter().enumerate() {
            let Ok(text) = str::from_utf8(bytes) else { continue };
            for (at, character) in text.char_indices() {
                for broken in
                    [text[..at].to_owned(), format!("{}{}", &text[..at], &text[at + character.len_utf8()..])]
                {
                    let mut files = case.files.clone();
                    files[index].1 = broken.into_bytes();
                    let found = report(files);
                    let text = found.source().text();
                    assert!(found.iter().all(|diagnostic| text.get(diagnostic.span.clone()).is_some()));
                    let _ = found.to_string();
                }
            }
        }
    }
}

#[test]
fn the_page_on_the_kinds_is_up_to_date() {
    let mut files = Files::default();
    files.expect(&page::path(), &page::text(&cases()));
    files.finish();
}

/// A line for each mistake: `line:column-line:column kind "text"`; of several files, the path stands before it.
fn places(case: &Case) -> String {
    case.found.iter().fold(String::new(), |mut lines, diagnostic| {
        writeln!(lines, "{}", place(case, diagnostic)).expect("a String takes all");
        lines
    })
}

fn place(case: &Case, diagnostic: &Diagnostic) -> String {
    let text = case.found.source().text();
    let end = text.ceil_char_boundary(diagnostic.span.end);
    let (path, first) = local(case, diagnostic.span.start);
    let (_, last) = local(case, end);
    let path = if case.files.len() == 1 { String::new() } else { format!("{path}:") };
    let level = if diagnostic.level() == Level::Error { "" } else { " (warning)" };
    let written = &text[diagnostic.span.start..end];
    format!("{path}{}:{}-{}:{} {}{level} {written:?}", first.0, first.1, last.0, last.1, diagnostic.kind)
}

/// `path:line:column` of a mistake.
fn start(case: &Case, diagnostic: &Diagnostic) -> String {
    let (path, (line, column)) = local(case, diagnostic.span.start);
    format!("{path}:{line}:{column}")
}

/// The file of an offset, and the line and column there; from the files themselves, and not as the library does it.
fn local(case: &Case, offset: usize) -> (&str, (usize, usize)) {
    let mut rest = offset;
    for (path, bytes) in &case.files {
        let text = String::from_utf8_lossy(bytes);
        if rest <= text.len() {
            return (path, line_and_column(&text, rest));
        }
        // The line feed between two files.
        rest -= text.len() + 1;
    }
    panic!("{}: {offset} is beyond the end", case.name)
}

/// Counted from the start of the file, character by character, and so in another way than the library does.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    let mut characters = text.char_indices().peekable();
    while let Some((_, character)) = characters.next_if(|&(at, _)| at < offset) {
        let is_crlf = character == '\r' && characters.peek().is_some_and(|&(_, next)| next == '\n');
        match character {
            '\n' | '\r' if !is_crlf => (line, column) = (line + 1, 1),
            '\u{FEFF}' if (line, column) == (1, 1) => {}
            _ => column += 1,
        }
    }
    (line, column)
}

/// Without the escape sequences that start with `ESC [` and end with `m`.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}
