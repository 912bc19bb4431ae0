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
    /// The name of its file, without `.yaml`.
    pub name: String,
    pub bytes: Vec<u8>,
    pub found: Diagnostics,
}

/// Every catalog in the folder, in the order of the names.
pub fn cases() -> Vec<Case> {
    let files = fs::read_dir(folder()).expect("the folder of the cases is there");
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "there are no cases in {}", folder().display());
    paths.iter().map(|path| case(path)).collect()
}

fn case(path: &Path) -> Case {
    let bytes = fs::read(path).expect("a case can be read");
    let name = path.file_stem().and_then(|name| name.to_str()).expect("its name is a text").to_owned();
    let found = report(bytes.clone());
    Case { name, bytes, found }
}

/// What is reported on a catalog: its mistakes, or its warnings if there are none.
pub fn report(bytes: Vec<u8>) -> Diagnostics {
    let checked = Source::from_bytes("catalog.yaml", bytes).and_then(|source| read(&source));
    checked.map_or_else(|mistakes| mistakes, |checked| checked.warnings)
}

impl Case {
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
