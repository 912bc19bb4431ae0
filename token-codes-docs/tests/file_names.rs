//! Every file of every format can be checked out everywhere, and is a page of its own.

mod support;

use std::collections::BTreeSet;
use std::iter;

use support::catalog;
use token_codes_docs::FORMATS;

/// Names that mean something else on Windows or to a renderer, that differ in case only, and that are long.
fn odd() -> String {
    let numbered =
        ["COM", "LPT"].into_iter().flat_map(|name| (0..=9).map(move |number| format!("{name}{number}")));
    let odd = [
        "CON", "con", "PRN", "AUX", "NUL", "nul.x", "index", "README", "codes", "a.", "a..", "a-", "A-", "a",
    ];
    let long = ["x".repeat(300), "X".repeat(300), "x".repeat(400)];
    let codes = odd.into_iter().map(str::to_owned).chain(numbered).chain(long);
    let entry = |(index, code)| format!("  \"{code}\": {{name: code-{index}, message: {{en: m}}}}\n");
    let entries = codes.enumerate().map(entry);
    let head = "locales: [en, con]\nchecks: {missing-translation: allow, duplicate-message: allow}\ncodes:\n";
    iter::once(head.to_owned()).chain(entries).collect()
}

#[test]
fn no_name_is_one_that_windows_does_not_take() {
    let catalog = catalog(&odd());
    for format in FORMATS {
        for file in (format.files)(&catalog) {
            for part in file.path.split('/') {
                let stem = part.split('.').next().unwrap().to_ascii_uppercase();
                let is_numbered = matches!(
                    stem.as_bytes(),
                    [b'C', b'O', b'M', b'0'..=b'9'] | [b'L', b'P', b'T', b'0'..=b'9']
                );
                let is_device = is_numbered || ["CON", "PRN", "AUX", "NUL"].contains(&&*stem);
                assert!(!is_device, "{}", file.path);
                assert!(!part.ends_with(['.', ' ']), "{}", file.path);
                assert!(
                    part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)),
                    "{}",
                    file.path
                );
                assert!(part.len() < 140, "{}", file.path);
            }
        }
    }
}

#[test]
fn no_two_files_are_the_same_where_case_makes_no_difference() {
    let catalog = catalog(&odd());
    for format in FORMATS {
        let files = (format.files)(&catalog);
        let paths: BTreeSet<_> = files.iter().map(|file| file.path.to_ascii_lowercase()).collect();
        assert_eq!(paths.len(), files.len(), "{}", format.name);
    }
}
