//! What is in an executable.

use std::fs;
use std::path::Path;

use object::{Object as _, ObjectSegment as _, ObjectSymbol as _};
use token_codes_build::catalog::{Catalog, Template};

/// How many bytes of it are loaded: what a stripped file has.
///
/// # Panics
///
/// If the file is no executable.
#[must_use]
pub fn loaded_bytes(file: &Path) -> u64 {
    with_object(file, |object| object.segments().map(|segment| segment.file_range().1).sum())
}

/// The functions and statics whose path has these words in it.
///
/// # Panics
///
/// If the file is no executable.
#[must_use]
pub fn symbols_with(file: &Path, words: &str) -> Vec<String> {
    with_object(file, |object| {
        let names = object.symbols().filter_map(|symbol| symbol.name().ok().map(str::to_owned));
        names.filter(|name| name.contains(words)).collect()
    })
}

/// How many places the loader has to fill in before the program starts.
///
/// # Panics
///
/// If the file is no executable.
#[must_use]
pub fn relocations(file: &Path) -> usize {
    with_object(file, |object| object.dynamic_relocations().map_or(0, Iterator::count))
}

fn with_object<T>(file: &Path, look: impl FnOnce(&object::File<'_>) -> T) -> T {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    look(&object::File::parse(&*bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
}

/// What is in a catalog beside codes and messages: as [`columns_in`] names it.
pub const DETAILS: [&str; 5] = ["name", "summary", "description", "causes", "resolution"];

/// The columns of which the executable has a text: those of the first code, the last and one between.
///
/// # Panics
///
/// If the file cannot be read.
#[must_use]
pub fn columns_in(file: &Path, catalog: &Catalog) -> Vec<&'static str> {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let entries = &catalog.entries;
    let mut found = Vec::new();
    for entry in [&entries[0], &entries[entries.len() / 2 + 1], &entries[entries.len() - 1]] {
        let first = |list: &[Template]| list[0].text.clone();
        let texts = [
            ("code", entry.code.clone()),
            ("name", entry.name.clone()),
            ("message (ja)", entry.messages[0].template.text.clone()),
            ("message (en)", entry.messages[1].template.text.clone()),
            ("summary", entry.summary.get(0).text.clone()),
            ("description", entry.description.get(0).text.clone()),
            ("causes", first(entry.causes.get(0))),
            ("resolution", first(entry.resolution.get(0))),
        ];
        for (column, text) in texts {
            if !found.contains(&column) && contains(&bytes, text.as_bytes()) {
                found.push(column);
            }
        }
    }
    found
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
