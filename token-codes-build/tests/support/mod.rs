//! The cases in `tests/golden`, and how they are read and renewed.

pub mod carets;
pub mod page;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use token_codes_build::{Diagnostics, Source, read};

/// What renews the files that a test expects.
pub const RENEW: &str = "BLESS=1 cargo test -p token-codes-build --test golden";

/// A catalog in `tests/golden`, and what is reported on it.
pub struct Case {
    /// The name of its file, without `.yaml`, or of its folder.
    pub name: String,
    /// Its files, each with the path that is shown.
    pub files: Vec<(String, Vec<u8>)>,
    pub found: Diagnostics,
}

/// Every catalog in the folder, in the order of the names.
pub fn cases() -> Vec<Case> {
    let paths: Vec<_> =
        entries(&folder()).into_iter().filter(|path| is_yaml(path) || path.is_dir()).collect();
    assert!(!paths.is_empty(), "there are no cases in {}", folder().display());
    paths.iter().map(|path| case(path)).collect()
}

/// What is in a folder, in the order of the names.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    paths
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml")
}

fn case(path: &Path) -> Case {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("its name is a text").to_owned();
    let bytes = |path: &Path| fs::read(path).expect("a case can be read");
    let files = if path.is_dir() {
        let shown = |file: &Path| format!("catalog/{}", file.file_name().unwrap().display());
        entries(path).iter().map(|file| (shown(file), bytes(file))).collect()
    } else {
        vec![("catalog.yaml".to_owned(), bytes(path))]
    };
    let found = report(files.clone());
    Case { name, files, found }
}

/// What is reported on a catalog: its mistakes, or its warnings if there are none.
pub fn report(files: Vec<(String, Vec<u8>)>) -> Diagnostics {
    let checked = Source::from_files("catalog", files).and_then(|source| read(&source));
    checked.map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

impl Case {
    /// How many bytes the catalog has.
    pub fn size(&self) -> usize {
        self.files.iter().map(|(_, bytes)| bytes.len()).sum()
    }

    /// The file beside the catalog that has this extension.
    pub fn file(&self, extension: &str) -> PathBuf {
        folder().join(format!("{}.{extension}", self.name))
    }
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Compares files with what they should hold, or renews them.
#[derive(Default)]
pub struct Files {
    wrong: Vec<String>,
}

impl Files {
    pub fn expect(&mut self, path: &Path, text: &str) {
        let old = fs::read_to_string(path).ok();
        if old.as_deref() == Some(text) {
            return;
        }
        if env::var_os("BLESS").is_some() {
            fs::write(path, text).expect("the file can be written");
        } else {
            let old = old.unwrap_or_else(|| "(there is no such file)".to_owned());
            self.wrong.push(format!("{}\n--- expected\n{old}\n--- found\n{text}", path.display()));
        }
    }

    pub fn finish(self) {
        assert!(
            self.wrong.is_empty(),
            "files that are not what they should be: {}; after a look at each, `{RENEW}` renews them\n\n{}",
            self.wrong.len(),
            self.wrong.join("\n\n")
        );
    }
}
