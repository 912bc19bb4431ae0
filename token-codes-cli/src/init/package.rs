//! The package that gets the catalog.

use std::path::{Path, PathBuf};
use std::{env, fs};

use toml_edit::DocumentMut;

use crate::mistake::Mistake;

/// A package as its `Cargo.toml` describes it.
pub(super) struct Package {
    pub(super) folder: PathBuf,
    /// `Cargo.toml`, byte for byte.
    pub(super) text: String,
    pub(super) manifest: DocumentMut,
}

impl Package {
    /// That of the nearest `Cargo.toml`, in the working folder or above it.
    ///
    /// # Errors
    ///
    /// If there is none, or it is that of a workspace without a package.
    pub(super) fn nearest() -> Result<Self, Mistake> {
        let here = env::current_dir()
            .map_err(|error| Mistake::answer(format!("cannot tell the working folder: {error}")))?;
        let found = here.ancestors().find(|folder| folder.join("Cargo.toml").is_file());
        let Some(folder) = found.map(Path::to_owned) else {
            let message = format!("there is no `Cargo.toml` in `{}` or above it", here.display());
            return Err(Mistake::answer(message)
                .help("make a package with `cargo new --lib my-codes`, and run this in it"));
        };
        let text = read(&folder.join("Cargo.toml"))?;
        let parsed = text.trim_start_matches('\u{FEFF}').parse::<DocumentMut>();
        let manifest = parsed.map_err(|error| {
            let shown = folder.join("Cargo.toml");
            Mistake::answer(format!("`{}` cannot be read: {}", shown.display(), error.to_string().trim_end()))
        })?;
        if !manifest.contains_key("package") {
            let message =
                format!("`{}` is a workspace without a package", folder.join("Cargo.toml").display());
            let help =
                "run this in the folder of one of its packages, or make one with `cargo new --lib my-codes`";
            return Err(Mistake::answer(message).help(help));
        }
        Ok(Self { folder, text, manifest })
    }

    pub(super) fn manifest_path(&self) -> PathBuf {
        self.folder.join("Cargo.toml")
    }

    /// How the crate is called in the code of others.
    pub(super) fn crate_name(&self) -> String {
        let library = self.manifest.get("lib").and_then(|library| library.get("name"));
        let name = library.or_else(|| self.manifest["package"].get("name")).and_then(|name| name.as_str());
        name.unwrap_or("my_codes").replace('-', "_")
    }

    /// The build script, be it there or not.
    ///
    /// # Errors
    ///
    /// If the manifest says that there is none.
    pub(super) fn build_script(&self) -> Result<String, Mistake> {
        match self.manifest["package"].get("build") {
            None => Ok("build.rs".to_owned()),
            Some(build) if build.as_bool() == Some(true) => Ok("build.rs".to_owned()),
            Some(build) => build.as_str().map(str::to_owned).ok_or_else(|| {
                Mistake::answer(
                    "the package has no build script, which compiles the catalog: `Cargo.toml` says so",
                )
                .help("remove `build` from `[package]`")
            }),
        }
    }

    /// The file that is the root of the crate: the library, or else the program.
    ///
    /// # Errors
    ///
    /// If there is neither.
    pub(super) fn root_file(&self) -> Result<String, Mistake> {
        let path =
            |target: &toml_edit::Item| target.get("path").and_then(|path| path.as_str()).map(str::to_owned);
        let library = self.manifest.get("lib").and_then(path);
        let programs = self.manifest.get("bin").and_then(|programs| programs.as_array_of_tables());
        let program = programs.and_then(|programs| {
            programs
                .iter()
                .find_map(|program| program.get("path").and_then(|path| path.as_str()).map(str::to_owned))
        });
        let known = [library, Some("src/lib.rs".to_owned()), Some("src/main.rs".to_owned()), program];
        known.into_iter().flatten().find(|file| self.folder.join(file).is_file()).ok_or_else(|| {
            let message =
                format!("there is neither `src/lib.rs` nor `src/main.rs` in `{}`", self.folder.display());
            Mistake::answer(message).help("begin with an empty `src/lib.rs`")
        })
    }
}

/// The text of a file of the package.
pub(super) fn read(file: &Path) -> Result<String, Mistake> {
    fs::read_to_string(file)
        .map_err(|error| Mistake::answer(format!("`{}` cannot be read: {error}", file.display())))
}
