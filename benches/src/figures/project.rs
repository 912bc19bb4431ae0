//! Crates that are made to be measured, in a folder of their own outside the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

/// A workspace, or a crate, in the temporary folder.
pub(crate) struct Project {
    folder: PathBuf,
}

/// What rustc is to do.
#[derive(Clone, Copy)]
pub(crate) enum Build {
    /// As `cargo check`.
    Check,
    /// As `cargo build`.
    Debug,
    /// As `cargo build --release`.
    Release,
}

/// What cargo says of a crate that a build needed.
pub(crate) struct Artifact {
    /// The name of the package.
    pub(crate) package: String,
    /// The name of the library or program.
    pub(crate) target: String,
    /// Whether it was there already.
    pub(crate) fresh: bool,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) executable: Option<PathBuf>,
}

impl Project {
    /// An empty one, of the versions in this workspace's lock file.
    pub(crate) fn new(name: &str) -> Self {
        let folder = env::temp_dir().join("token-codes-figures").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the last run's folder can be removed");
        }
        let project = Self { folder };
        project.write("Cargo.lock", &fs::read_to_string(root().join("Cargo.lock")).expect("it is there"));
        project
    }

    /// A library that does nothing but depend on what a line of its manifest says.
    pub(crate) fn depending_on(name: &str, dependencies: &str) -> Self {
        let project = Self::new(name);
        project.write_crate("", name, dependencies);
        project.write("src/lib.rs", "");
        project
    }

    /// Writes the manifest of a crate in a subfolder; in none, of a workspace of its own.
    pub(crate) fn write_crate(&self, subfolder: &str, name: &str, dependencies: &str) {
        let mut manifest = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n\n{dependencies}\n");
        if subfolder.is_empty() {
            manifest.push_str("\n[workspace]\n");
        }
        self.write(Path::new(subfolder).join("Cargo.toml"), &manifest);
    }

    /// Writes a crate that has a synthetic catalog.
    pub(crate) fn write_catalog_crate(&self, name: &str, count: usize) {
        let dependencies = format!(
            "[dependencies]\n{}\n[build-dependencies]\n{}",
            path_dependency("token-codes", "", ", default-features = false"),
            path_dependency("token-codes-build", "token-codes-build", "")
        );
        self.write_crate(name, name, &dependencies);
        let folder = Path::new(name);
        self.write(folder.join("catalog.yaml"), &token_codes_synthetic::yaml(count));
        self.write(
            folder.join("build.rs"),
            "fn main() -> Result<(), Box<dyn std::error::Error>> {\n    \
             Ok(token_codes_build::compile(\"catalog.yaml\")?)\n}\n",
        );
        self.write(folder.join("src/lib.rs"), "token_codes::include_catalog!();\n");
    }

    pub(crate) fn path(&self, file: impl AsRef<Path>) -> PathBuf {
        self.folder.join(file)
    }

    pub(crate) fn write(&self, file: impl AsRef<Path>, text: &str) {
        let file = self.path(file);
        fs::create_dir_all(file.parent().expect("it is in a folder")).expect("a folder can be created");
        fs::write(file, text).expect("a file can be written");
    }

    pub(crate) fn remove_target(&self) {
        let target = self.path("target");
        if target.exists() {
            fs::remove_dir_all(target).expect("what cargo has built can be removed");
        }
    }

    /// A call of cargo, which builds what is here as it would what comes from a registry: not incrementally.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command
            .args(arguments)
            .args(["--offline", "--target-dir"])
            .arg(self.path("target"))
            .current_dir(&self.folder)
            .env("CARGO_INCREMENTAL", "0")
            // Whoever sets these means the outer build.
            .env("CARGO_BUILD_BUILD_DIR", self.path("target"))
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        command
    }

    /// Builds it, and says what that took.
    pub(crate) fn build(&self, arguments: &[&str]) -> Vec<Artifact> {
        artifacts(self.cargo(&[&["build"], arguments].concat()))
    }

    /// Compiles one file with the libraries that cargo has built, as cargo would.
    pub(crate) fn rustc(&self, file: &str, build: Build, libraries: &[Artifact]) -> Command {
        let (profile, options): (_, &[&str]) = match build {
            Build::Check => ("debug", &["--emit=dep-info,metadata", "-Cdebuginfo=2"]),
            Build::Debug => ("debug", &["--emit=dep-info,metadata,link", "-Cdebuginfo=2"]),
            Build::Release => {
                ("release", &["--emit=dep-info,metadata,link", "-Copt-level=3", "-Cembed-bitcode=no"])
            }
        };
        let out = self.path("out");
        fs::create_dir_all(&out).expect("a folder can be created");
        let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        command
            // As cargo sets it: the docs of generated code name the crate.
            .env("CARGO_CRATE_NAME", file.trim_end_matches(".rs"))
            .args(["--edition=2024", "--crate-type=lib", "--cap-lints=allow"])
            .args(options)
            .arg("--out-dir")
            .arg(out)
            .arg("-L")
            .arg(self.path(format!("target/{profile}/deps")));
        for Artifact { target, files, .. } in libraries {
            let library = files.iter().find(|file| file.extension().is_some_and(|end| end == "rlib"));
            if let Some(library) = library {
                command.arg("--extern").arg(format!("{target}={}", library.display()));
            }
        }
        command.arg(self.path(file));
        command
    }
}

/// A line of a manifest.
pub(crate) fn path_dependency(name: &str, folder: &str, options: &str) -> String {
    format!("{name} = {{ path = '{}'{options} }}\n", root().join(folder).display())
}

/// This workspace.
pub(crate) fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("the benches are in the workspace").to_owned()
}

/// Runs a build, and reads what cargo says of it.
///
/// # Panics
///
/// If it fails.
pub(crate) fn artifacts(mut command: Command) -> Vec<Artifact> {
    let output = command.arg("--message-format=json").output().expect("cargo can be started");
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}:\n{report}");
    let lines = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    lines.lines().filter_map(artifact).collect()
}

fn artifact(line: &str) -> Option<Artifact> {
    let message: Value = serde_json::from_str(line).expect("each line is an object");
    if message["reason"] != "compiler-artifact" {
        return None;
    }
    let text = |value: &Value| value.as_str().map(ToOwned::to_owned);
    let manifest = PathBuf::from(text(&message["manifest_path"])?);
    Some(Artifact {
        package: manifest.parent()?.file_name()?.to_str()?.to_owned(),
        target: text(&message["target"]["name"])?,
        fresh: message["fresh"].as_bool()?,
        files: message["filenames"].as_array()?.iter().filter_map(text).map(PathBuf::from).collect(),
        executable: text(&message["executable"]).map(PathBuf::from),
    })
}
