//! The dependencies in `Cargo.toml`.

use std::env;
use std::path::{Component, Path, PathBuf};

use toml_edit::{DocumentMut, InlineTable, Item, TableLike, Value};

use super::Change;
use super::package::Package;
use crate::mistake::Mistake;

/// Which version is depended on: the one that this command belongs to.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));

/// Where the package gets token-codes from.
pub(super) enum Origin {
    Published,
    /// This folder, as seen from the package.
    Folder(PathBuf, /** whether it has a schema */ bool),
}

/// `Cargo.toml` after the edit, and how the two crates are called in the code of the package.
pub(super) struct Manifest {
    pub(super) change: Change,
    /// What could be better in what was there.
    pub(super) note: Option<String>,
    pub(super) library_crate: String,
    pub(super) build_crate: String,
}

impl Origin {
    /// The folder that was named, if it holds what it should.
    pub(super) fn new(folder: Option<&Path>, package: &Path) -> Result<Self, Mistake> {
        let Some(folder) = folder else { return Ok(Self::Published) };
        for file in ["Cargo.toml", "token-codes/src/lib.rs", "token-codes-build/Cargo.toml"] {
            if !folder.join(file).is_file() {
                let message = format!("`{}` does not hold token-codes: it has no `{file}`", folder.display());
                return Err(Mistake::usage(message).help("name the folder of a checkout with `--path`"));
            }
        }
        let has_schema = folder.join("catalog.schema.json").is_file();
        let here = env::current_dir()
            .map_err(|error| Mistake::answer(format!("cannot tell the working folder: {error}")))?;
        let from_package = here.strip_prefix(package).unwrap_or(Path::new("")).join(folder);
        Ok(Self::Folder(normal(&from_package), has_schema))
    }

    /// The schema of catalogs, as seen from the package, if it can be reached.
    pub(super) fn schema(&self) -> Option<String> {
        match self {
            Self::Folder(folder, true) => Some(slashed(&folder.join("catalog.schema.json"))),
            _ => None,
        }
    }

    /// The value of a dependency.
    fn dependency(&self, folder: &str, default_features: bool) -> Value {
        let mut table = InlineTable::new();
        match self {
            Self::Published if default_features => return Value::from(VERSION),
            Self::Published => table.insert("version", VERSION.into()),
            Self::Folder(path, _) => table.insert("path", slashed(&normal(&path.join(folder))).into()),
        };
        if !default_features {
            table.insert("default-features", false.into());
        }
        Value::InlineTable(table)
    }
}

/// Adds the dependencies that are not there yet.
///
/// # Errors
///
/// If what should be a table of dependencies is none.
pub(super) fn edit(package: &Package, origin: &Origin) -> Result<Manifest, Mistake> {
    let mut manifest = package.manifest.clone();
    let library = depend(&mut manifest, "dependencies", "token-codes", || origin.dependency("", false))?;
    let build = depend(&mut manifest, "build-dependencies", "token-codes-build", || {
        origin.dependency("token-codes-build", true)
    })?;
    let added: Vec<_> = [&library, &build].into_iter().filter(|one| one.added).collect();
    let change = match added.as_slice() {
        [] => Change::Keep,
        [only] => edited(package, &manifest, format!("the dependency `{}`", only.key)),
        _ => edited(package, &manifest, format!("the dependencies `{}` and `{}`", library.key, build.key)),
    };
    let note = has_own_codes(&manifest, &library).then(|| {
        format!(
            "kept `{}` in Cargo.toml as it is; with `default-features = false`, it has no codes of its own",
            library.key
        )
    });
    Ok(Manifest { change, note, library_crate: library.crate_name(), build_crate: build.crate_name() })
}

fn edited(package: &Package, manifest: &DocumentMut, what: String) -> Change {
    Change::Edit { text: like(&package.text, &manifest.to_string()), what }
}

/// A dependency of the package.
struct Dependency {
    /// Its name in this package.
    key: String,
    /// Whether it was not there before.
    added: bool,
}

impl Dependency {
    fn crate_name(&self) -> String {
        self.key.replace('-', "_")
    }
}

/// Finds a dependency, or else adds it.
fn depend(
    manifest: &mut DocumentMut,
    table: &str,
    name: &str,
    value: impl FnOnce() -> Value,
) -> Result<Dependency, Mistake> {
    let item = manifest.entry(table).or_insert_with(toml_edit::table);
    let Some(dependencies) = item.as_table_like_mut() else {
        return Err(Mistake::answer(format!("`{table}` in `Cargo.toml` is not a table")));
    };
    if let Some(key) = name_of(dependencies, name) {
        return Ok(Dependency { key, added: false });
    }
    dependencies.insert(name, Item::Value(value()));
    Ok(Dependency { key: name.to_owned(), added: true })
}

/// Whether the library is there with its default features, which are the codes of token-codes itself.
fn has_own_codes(manifest: &DocumentMut, library: &Dependency) -> bool {
    let item = &manifest["dependencies"][&library.key];
    let is = |key: &str, value: bool| item.get(key).and_then(Item::as_bool) == Some(value);
    !is("default-features", false) && !is("workspace", true)
}

/// The key under which a package stands among the dependencies.
fn name_of(dependencies: &dyn TableLike, package: &str) -> Option<String> {
    let renamed = |item: &Item| item.get("package").and_then(|name| name.as_str()) == Some(package);
    dependencies
        .iter()
        .find(|(name, item)| renamed(item) || (*name == package && item.get("package").is_none()))
        .map(|(name, _)| name.to_owned())
}

/// The text with the line breaks and the byte order mark of the old one.
fn like(old: &str, text: &str) -> String {
    let mark = if old.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    if old.contains("\r\n") {
        format!("{mark}{}", text.replace('\n', "\r\n"))
    } else {
        format!("{mark}{text}")
    }
}

/// The path without `.` and without the folders that `..` leaves again.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        let is_named = matches!(normal.components().next_back(), Some(Component::Normal(_)));
        match component {
            Component::CurDir => {}
            Component::ParentDir if is_named => {
                normal.pop();
            }
            component => normal.push(component),
        }
    }
    if normal.as_os_str().is_empty() { PathBuf::from(".") } else { normal }
}

/// As `Cargo.toml` and a schema's address have it, also on Windows.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
