//! The cases in `tests/golden`, and how they are read and renewed.

pub mod carets;
pub mod edits;
pub mod page;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use token_codes_build::{Diagnostics, Source, read};

/// What renews the files that a test expects.
pub const RENEW: &str = "BLESS=1 cargo test -p token-codes-build --test golden";

/// What the name of a fixed catalog ends with.
const FIXED: &str = ".fixed";

/// A catalog in `tests/golden`, and what is reported on it.
pub struct Case {
    /// The name of its file, without `.yaml`, or of its folder.
    pub name: String,
    /// Its files, each with the path that is shown.
    pub files: Vec<(String, Vec<u8>)>,
    pub found: Diagnostics,
}

/// Every catalog in the folder but the fixed ones, in the order of the names.
pub fn cases() -> Vec<Case> {
    let names: Vec<_> = catalogs().filter(|name| !name.ends_with(FIXED)).collect();
    assert!(!names.is_empty(), "there are no cases in {}", folder().display());
    names.iter().map(|name| case(name)).collect()
}

/// The names of all catalogs in the folder.
fn catalogs() -> impl Iterator<Item = String> {
    entries(&folder()).into_iter().filter_map(|path| {
        let name = path.file_name()?.to_str()?;
        if path.is_dir() { Some(name.to_owned()) } else { name.strip_suffix(".yaml").map(str::to_owned) }
    })
}

/// What is in a folder, in the order of the names.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    paths
}

/// The case of this name.
pub fn case(name: &str) -> Case {
    let path = path(name);
    let bytes = |path: &Path| fs::read(path).expect("a case can be read");
    let files = if path.is_dir() {
        let shown = |file: &Path| format!("catalog/{}", file.file_name().unwrap().display());
        entries(&path).iter().map(|file| (shown(file), bytes(file))).collect()
    } else {
        vec![("catalog.yaml".to_owned(), bytes(&path))]
    };
    let found = report(files.clone());
    Case { name: name.to_owned(), files, found }
}

/// The folder of a case, or its file.
fn path(name: &str) -> PathBuf {
    let path = folder().join(name);
    if path.is_dir() { path } else { folder().join(format!("{name}.yaml")) }
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

    /// The catalog that is written in place of this one if its reports are followed.
    pub fn fixed(&self) -> Option<Self> {
        let name = format!("{}{FIXED}", self.name);
        path(&name).exists().then(|| case(&name))
    }

    /// Every file and folder that the case may have.
    pub fn paths(&self) -> [PathBuf; 4] {
        [path(&self.name), self.file("stderr"), self.file("places"), path(&format!("{}{FIXED}", self.name))]
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
