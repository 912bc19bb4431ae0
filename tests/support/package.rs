//! Packages outside this workspace that compile a catalog of their own.

use std::fs;
use std::path::Path;

const MANIFEST: &str = "\
[package]
name = \"NAME\"
edition = \"2024\"

[dependencies]
token-codes = { path = 'PROJECT', default-features = false }

[build-dependencies]
token-codes-build = { path = 'PROJECT/token-codes-build' }

# Less to write, so the test takes less time.
[profile.dev]
debug = false

[workspace]
";

const BUILD: &str = "\
fn main() -> Result<(), token_codes_build::CompileError> {
    token_codes_build::compile(\"CATALOG\")
}
";

/// Writes a package whose build script compiles `catalog`, with these files beside it.
pub fn write(folder: &Path, name: &str, catalog: &str, files: &[(&str, &str)]) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = MANIFEST.replace("PROJECT", &project.display().to_string()).replace("NAME", name);
    let build = BUILD.replace("CATALOG", catalog);
    fs::create_dir_all(folder.join("src")).expect("the folder can be created");
    for (file, text) in [("Cargo.toml", &*manifest), ("build.rs", &*build)].iter().chain(files) {
        fs::write(folder.join(file), text).expect("the file can be written");
    }
    // The versions that the outer build has downloaded.
    fs::copy(project.join("Cargo.lock"), folder.join("Cargo.lock")).expect("there is a lock file");
}
