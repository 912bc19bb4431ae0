//! A catalog that is a folder of files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use token_codes_build::{Checked, Diagnostics, Kind, Source, catalog::Catalog, generate, read};

/// A folder that holds these files and nothing else.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the last run's folder can be removed");
    }
    fs::create_dir_all(&folder).expect("the folder can be created");
    for (name, text) in files {
        fs::write(folder.join(name), text).expect("the file can be written");
    }
    folder
}

fn read_folder(folder: &Path) -> Result<Checked, Diagnostics> {
    Source::read(folder).and_then(|source| read(&source))
}

fn accepted(files: &[(&str, &str)]) -> Catalog {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let checked = read(&Source::from_files("catalog", files).unwrap());
    checked.unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog
}

const FUNCTION: &str = "title: Functions\ndescription: Of functions.\ncodes:\n  FUN001: {message: no such function}\n  \
                        ABC001: {message: another prefix}\n";
const TOKEN: &str = "title: Tokens\nlocales: [en]\ncodes:\n  TOK001: {message: invalid token}\n";

#[test]
fn every_yaml_file_of_a_folder_is_read_in_the_order_of_the_names() {
    let folder = folder(
        "order",
        &[
            ("token.yaml", TOKEN),
            ("function.yml", FUNCTION),
            (".hidden.yaml", "@"),
            ("README.md", "@"),
            ("function.yml~", "@"),
        ],
    );
    let catalog = read_folder(&folder).unwrap().catalog;
    let codes: Vec<_> = catalog.entries.iter().map(|entry| &*entry.code).collect();
    assert_eq!(codes, ["FUN001", "ABC001", "TOK001"]);
    let names = ["function.yml", "token.yaml"].map(|name| folder.join(name).display().to_string());
    assert_eq!(
        catalog.files.iter().map(|file| &file.path).collect::<Vec<_>>(),
        names.iter().collect::<Vec<_>>()
    );
}

#[test]
fn every_file_keeps_its_title_and_its_codes() {
    let catalog = accepted(&[
        ("function.yaml", FUNCTION),
        ("retired.yaml", "retired: [OLD1]\n"),
        ("token.yaml", TOKEN),
    ]);
    // Of the file with the locales.
    assert_eq!((&*catalog.title, &*catalog.description), ("Tokens", ""));
    let files: Vec<_> = catalog
        .files
        .iter()
        .map(|file| (&*file.path, &*file.title, &*file.description, file.entries.clone()))
        .collect();
    assert_eq!(
        files,
        [
            ("function.yaml", "Functions", "Of functions.", 0..2),
            ("retired.yaml", "", "", 2..2),
            ("token.yaml", "Tokens", "", 2..3)
        ]
    );
}

#[test]
fn one_file_is_a_catalog_in_a_folder_too() {
    let alone = read(&Source::new("catalog/token.yaml", TOKEN)).unwrap().catalog;
    assert_eq!(accepted(&[("catalog/token.yaml", TOKEN)]), alone);
    assert_eq!(
        (alone.title.as_str(), alone.files.len(), alone.files[0].entries.clone()),
        ("Tokens", 1, 0..1)
    );
}

/// What one file says of the catalog as a whole is so in the others.
#[test]
fn the_header_holds_for_every_file() {
    let header = "locales: [ja, en]\nchecks: {untranslated: allow}\nstrict: true\n";
    let family = "codes:\n  A1: {message: {ja: OK, en: OK}}\n";
    for names in [["a.yaml", "b.yaml"], ["b.yaml", "a.yaml"]] {
        let mut files = [(names[0], header), (names[1], family)];
        files.sort_unstable();
        assert_eq!(accepted(&files).locales.len(), 2);
        let lacking = [files[0], files[1], ("c.yaml", "codes:\n  B1: {message: {ja: 日}}\n")];
        let files = lacking.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let mistakes = read(&Source::from_files("catalog", files).unwrap()).unwrap_err();
        let kinds: Vec<_> = mistakes.iter().map(|mistake| mistake.kind).collect();
        assert_eq!((kinds, mistakes.has_errors()), (vec![Kind::MissingTranslation], true));
    }
}

/// The thirteen codes, each in a file of its own, are the same Rust.
#[test]
fn how_a_catalog_is_divided_changes_nothing_in_the_tables() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog.yaml")).unwrap();
    let mut parts = text.split("\n  TOK");
    let header = parts.next().and_then(|text| text.strip_suffix("codes:")).expect("the codes come last");
    let families = parts.map(|entry| format!("codes:\n  TOK{entry}\n"));
    let files: Vec<_> = std::iter::once(header.to_owned()).chain(families).collect();
    assert_eq!(files.len(), 14);
    let named = |(index, text): (usize, &String)| (format!("{index:02}.yaml"), text.clone().into_bytes());
    let divided = Source::from_files("catalog", files.iter().enumerate().map(named)).unwrap();
    let divided = read(&divided).unwrap_or_else(|mistakes| panic!("{mistakes}")).catalog;
    let whole = read(&Source::new("catalog.yaml", text)).unwrap().catalog;
    assert_eq!(divided.title, whole.title);
    assert_eq!(divided.entries, whole.entries);
    assert_eq!(generate(&divided), generate(&whole));
}

#[test]
fn a_folder_without_files_is_told() {
    let folder = folder("empty", &[(".hidden.yaml", TOKEN), ("catalog.json", "{}")]);
    let mistakes = read_folder(&folder).unwrap_err();
    assert_eq!(
        mistakes.to_string(),
        format!(
            "error[unreadable-file]: the folder has no file that ends with `.yaml` or `.yml`\n--> {}\n = help: a \
             catalog is one such file, or a folder with some directly in it; check the path",
            folder.display()
        )
    );
}

#[test]
fn every_file_that_cannot_be_read_is_told_at_once() {
    let folder = folder("unreadable", &[("b.yaml", TOKEN)]);
    fs::write(folder.join("a.yaml"), b"title: \xFF").unwrap();
    fs::create_dir(folder.join("c.yaml")).unwrap();
    let mistakes = read_folder(&folder).unwrap_err();
    let kinds: Vec<_> = mistakes.iter().map(|mistake| mistake.kind).collect();
    assert_eq!(kinds, [Kind::NotUtf8, Kind::UnreadableFile]);
    let shown = mistakes.to_string();
    for (name, place) in [("a.yaml", ":1:8\n"), ("c.yaml", "\n")] {
        let place = format!("--> {}{place}", folder.join(name).display());
        assert!(shown.contains(&place), "{place} is not in\n{shown}");
    }
}
