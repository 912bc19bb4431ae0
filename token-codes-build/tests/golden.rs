//! Every catalog in `tests/golden`, what is reported on it, where, and what to write instead.
//!
//! Beside each `<name>.yaml`, or folder `<name>` with the files of one catalog, stand
//!
//! - `<name>.stderr`, the report as a person reads it, and `<name>.places`, the line and column of each mistake, its kind and the
//!   text there: the file to review. `BLESS=1` renews both.
//! - `<name>.fixed.yaml` or a folder `<name>.fixed`, the catalog after its helps were followed, on which nothing is reported any
//!   more. It is written by hand. The lines in which it differs are edits that are also tried one after the other.

mod support;

use std::{
    collections::{BTreeMap, HashSet},
    fmt::Write as _,
    ops::{Range, RangeInclusive},
    thread,
};

use support::{Case, Files, carets, case, cases, edits::edits, page, report};
use token_codes_build::{Diagnostic, Diagnostics, Kind, Level};

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
fn every_case_is_reported_alike_with_other_line_breaks() {
    let told = |case: &Case| {
        let told = case.found.iter().map(|found| {
            let text = format!("{} {} {:?}", place(case, found), found.message, found.help);
            text.replace("\\r\\n", "\\n")
        });
        told.collect::<Vec<_>>()
    };
    let mut compared = 0;
    for case in cases() {
        let texts = case.files.iter().map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
        let Some(texts) = texts.collect::<Option<Vec<_>>>() else { continue };
        if texts.iter().any(|(_, text)| text.contains('\r')) {
            continue;
        }
        let files: Vec<_> = texts
            .into_iter()
            .map(|(path, text)| (path.clone(), text.replace('\n', "\r\n").into_bytes()))
            .collect();
        let found = report(files.clone());
        let other = Case { name: case.name.clone(), files, found };
        assert_eq!(told(&other), told(&case), "{}", case.name);
        compared += 1;
    }
    assert!(compared > 150, "only {compared} catalogs were compared");
}

#[test]
fn every_file_belongs_to_a_case() {
    let paths: HashSet<_> = cases().iter().flat_map(Case::paths).collect();
    for path in support::entries(&support::folder()) {
        assert!(paths.contains(&path), "{} belongs to no catalog", path.display());
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
fn every_case_is_mended_by_its_fixed_catalog() {
    let mut wrong = String::new();
    for case in cases() {
        let still = case.fixed().map(|fixed| fixed.found.to_string());
        match (case.found.is_empty(), still.as_deref()) {
            (true, None) | (false, Some("")) => {}
            (true, Some(_)) => writeln!(wrong, "{} has nothing to fix", case.name).unwrap(),
            (false, None) => writeln!(wrong, "{} has no fixed catalog", case.name).unwrap(),
            (false, Some(still)) => writeln!(wrong, "{} is not mended:\n{still}", case.name).unwrap(),
        }
    }
    assert_eq!(wrong, "");
}

/// Edits that belong together: after the first of them, the catalog is wrong in another way.
const TOGETHER: &[(&str, &str)] = &[
    ("braces-that-are-no-placeholders", "two braces around spaces are doubled"),
    ("columns-that-collide", "a column is renamed, and in the entries"),
    ("columns-with-wrong-names", "a column is renamed, and in the entries"),
    ("invalid-column", "a column is renamed, and in the entries"),
    ("plurals-of-other-formats", "a plural is written anew, and braces come in pairs"),
    ("recovery-quote-noticed-twice", "a quote is opened and closed on two lines"),
    ("unused-param", "a param is removed, and the placeholders are counted anew"),
    ("values-that-no-column-holds", "a mapping becomes one value, and a key goes with its value"),
];

#[test]
fn no_edit_brings_another_report() {
    let mut together = Vec::new();
    for (case, fixed) in fixed_cases() {
        let mut left = kinds(&case.found);
        let mut is_alone = true;
        let last = each_edit(&case, &fixed, |found| {
            let now = kinds(found);
            is_alone &= is_part(&now, &left);
            left = now;
        });
        assert!(last == fixed.files, "{}: its edits give another catalog", case.name);
        if !is_alone {
            together.push(case.name);
        }
    }
    assert_eq!(together, TOGETHER.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}

/// Where there is one edit for each report, the last one removes the last report and no other, and so on.
#[test]
fn each_edit_removes_its_own_report() {
    let mut followed = 0;
    for (case, fixed) in fixed_cases() {
        let mut left: Vec<_> = case.found.iter().map(|diagnostic| diagnostic.kind).collect();
        if left.len() != edits(&case, &fixed).len() || TOGETHER.iter().any(|(name, _)| *name == case.name) {
            continue;
        }
        followed += left.len();
        each_edit(&case, &fixed, |found| {
            left.pop();
            let now: Vec<_> = found.iter().map(|diagnostic| diagnostic.kind).collect();
            assert_eq!(now, left, "{}", case.name);
        });
    }
    assert!(followed > 250, "only {followed} edits were followed");
}

#[test]
fn twenty_different_mistakes_are_reported_at_once() {
    let kinds = kinds(&case("twenty-mistakes").found);
    assert!(kinds.len() >= 20, "only {} kinds", kinds.len());
    for name in ["twenty-mistakes", "mistakes-in-columns"] {
        let case = case(name);
        assert_eq!(edits(&case, &case.fixed().unwrap()).len(), case.found.len(), "each is followed alone");
    }
}

#[test]
fn every_help_is_followed_at_its_place() {
    let mut elsewhere = String::new();
    for (case, fixed) in fixed_cases() {
        let edits = edits(&case, &fixed);
        for diagnostic in &case.found {
            let labels = diagnostic.labels.iter().map(|label| &label.span);
            let is_edited = [&diagnostic.span].into_iter().chain(labels).any(|span| {
                let (path, lines) = lines(&case, span);
                edits.iter().any(|edit| edit.touches(path, &lines))
            });
            if !is_edited && !is_new(diagnostic, &case, &fixed) {
                writeln!(elsewhere, "{}: {}", case.name, diagnostic.message).unwrap();
            }
        }
    }
    assert_eq!(elsewhere, "");
}

#[test]
fn labels_point_at_what_belongs_to_the_mistake() {
    for (name, kind, there, message) in [
        ("duplicate-message", Kind::DuplicateMessage, "the same", "the first"),
        ("untranslated", Kind::Untranslated, "期限は{0}時間", "the source text"),
        ("retired-code", Kind::RetiredCode, "TOK003", "retired here"),
        ("needless-omission", Kind::NeedlessOmission, "\"{hours} hours\"", "the message"),
    ] {
        let found = case(name).found;
        let first = found.iter().find(|diagnostic| diagnostic.kind == kind).unwrap();
        let label = &first.labels[0];
        assert_eq!((&found.source().text()[label.span.clone()], &*label.message), (there, message), "{name}");
        assert_ne!(label.span, first.span);
    }
}

/// What can be allowed is gone once it is, at each place, and nothing else is.
#[test]
fn an_allowed_check_reports_nothing() {
    let mut allowed = HashSet::new();
    for case in cases() {
        let (_, first) = &case.files[0];
        let sets_checks = |(_, bytes): &(String, Vec<u8>)| String::from_utf8_lossy(bytes).contains("checks:");
        let settable = case.found.iter().map(|diagnostic| diagnostic.kind).filter(|kind| kind.is_settable());
        let settable: HashSet<_> = settable.filter(|_| !case.files.iter().any(sets_checks)).collect();
        for kind in settable {
            let mut files = case.files.clone();
            files[0].1 = [format!("checks: {{{kind}: allow}}\n").as_bytes(), first].concat();
            let mut left = kinds(&case.found);
            left.remove(kind.name());
            assert_eq!(kinds(&report(files)), left, "{kind}: {}", case.name);
            allowed.insert(kind);
        }
    }
    let settable = Kind::ALL.iter().copied().filter(|kind| kind.is_settable());
    assert_eq!(allowed, settable.collect());
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
    // The effort grows with the square of the length.
    let cases: Vec<_> = cases().into_iter().filter(|case| case.size() <= 900).collect();
    let tried: usize = thread::scope(|scope| {
        let threads: Vec<_> = cases.iter().map(|case| scope.spawn(|| break_everywhere(case))).collect();
        threads.into_iter().map(|thread| thread.join().expect("nothing panics")).sum()
    });
    assert!(tried > 40_000, "only {tried} texts were tried");
}

/// How many texts were read: those that end at a character, and those that lack it.
fn break_everywhere(case: &Case) -> usize {
    let mut tried = 0;
    for (index, (_, bytes)) in case.files.iter().enumerate() {
        let Ok(text) = str::from_utf8(bytes) else { continue };
        for (at, character) in text.char_indices() {
            let without = format!("{}{}", &text[..at], &text[at + character.len_utf8()..]);
            for broken in [&text[..at], &without] {
                let mut files = case.files.clone();
                files[index].1 = broken.as_bytes().to_vec();
                let found = report(files);
                let text = found.source().text();
                assert!(found.iter().all(|diagnostic| text.get(diagnostic.span.clone()).is_some()));
                let _ = found.to_string();
                tried += 1;
            }
        }
    }
    tried
}

#[test]
fn the_page_on_the_kinds_is_up_to_date() {
    let mut files = Files::default();
    files.expect(&page::path(), &page::text(&cases()));
    files.finish();
}

/// The cases that have something to fix, each with its fixed catalog.
fn fixed_cases() -> Vec<(Case, Case)> {
    let fixed: Vec<_> =
        cases().into_iter().filter_map(|case| case.fixed().map(|fixed| (case, fixed))).collect();
    assert!(fixed.len() > 150, "only {} cases are fixed", fixed.len());
    fixed
}

/// Applies one edit after the other, the last one first, and shows what is reported after each.
fn each_edit(case: &Case, fixed: &Case, mut show: impl FnMut(&Diagnostics)) -> Vec<(String, Vec<u8>)> {
    let mut files = case.files.clone();
    for edit in edits(case, fixed) {
        edit.apply(&mut files);
        show(&report(files.clone()));
    }
    files
}

/// How often each kind is reported.
fn kinds(found: &Diagnostics) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    found.iter().for_each(|diagnostic| *kinds.entry(diagnostic.kind.name()).or_default() += 1);
    kinds
}

fn is_part(kinds: &BTreeMap<&str, usize>, of: &BTreeMap<&str, usize>) -> bool {
    kinds.iter().all(|(kind, count)| of.get(kind).is_some_and(|all| count <= all))
}

/// The lines of a place, counted from 1, and their file.
fn lines<'a>(case: &'a Case, span: &Range<usize>) -> (&'a str, RangeInclusive<usize>) {
    let (path, (first, _)) = local(case, span.start);
    let (_, (last, _)) = local(case, span.end);
    (path, first..=last)
}

/// Whether something that the help says to write is only in the fixed catalog.
fn is_new(diagnostic: &Diagnostic, case: &Case, fixed: &Case) -> bool {
    let [before, after] = [case, fixed].map(|case| case.found.source().text());
    let help = diagnostic.help.as_deref().expect("every mistake has a help");
    let quoted = help.split('`').skip(1).step_by(2).chain(help.split('"').skip(1).step_by(2));
    let mut written = quoted.map(|text| text.trim_end_matches('…').trim()).filter(|text| !text.is_empty());
    written.any(|text| after.matches(text).count() > before.matches(text).count())
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
