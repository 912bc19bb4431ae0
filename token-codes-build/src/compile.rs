//! The build script's part: from the file to `OUT_DIR`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::report::visible;
use crate::{Lines, Options, Position, Source, generate, read_with};

/// The file that `token_codes::include_catalog!()` includes, in `OUT_DIR`.
const FILE: &str = "token_codes.rs";

/// Compiles a catalog, in a build script: its tables are then what `token_codes::include_catalog!()` includes.
///
/// `path` is relative to the crate's folder. It is a file, or a folder with one for each family of codes, as
/// [`Source::read`] takes it. The build script runs again when a file changes, is added or is removed, and only then. The
/// warnings of the catalog are cargo's warnings.
///
/// ```no_run
/// fn main() -> Result<(), Box<dyn std::error::Error>> {
///     token_codes_build::compile("catalog.yaml")?;
///     Ok(())
/// }
/// ```
///
/// # Errors
///
/// If the catalog cannot be read or has mistakes, or the tables cannot be written. The error's `Debug`, which is what
/// a `main` shows that returns it, is the report as a person reads it.
pub fn compile(path: impl AsRef<Path>) -> Result<(), CompileError> {
    Compiler::new(path.as_ref()).compile()
}

/// As [`compile`], for a build script that wants it otherwise than the catalog itself says.
///
/// ```no_run
/// # fn main() -> Result<(), token_codes_build::CompileError> {
/// // A warning is no reason to stop while one writes; what is merged has none.
/// let is_ci = std::env::var_os("CI").is_some();
/// println!("cargo::rerun-if-env-changed=CI");
/// token_codes_build::Compiler::new("catalog").strict(is_ci).compile()
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is compiled before `compile` is called"]
pub struct Compiler {
    path: PathBuf,
    options: Options,
}

impl Compiler {
    /// For the catalog in this file or folder.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), options: Options::default() }
    }

    /// Whether a warning is an error; see [`Options::strict`].
    pub fn strict(mut self, strict: bool) -> Self {
        self.options.strict = strict;
        self
    }

    /// Compiles the catalog.
    ///
    /// # Errors
    ///
    /// As [`compile`].
    pub fn compile(&self) -> Result<(), CompileError> {
        let source = Source::read(&self.path).map_err(CompileError::Catalog)?;
        let checked = read_with(&source, self.options).map_err(CompileError::Catalog)?;
        let folder = env::var_os("OUT_DIR").ok_or(CompileError::NoOutDir)?;
        let file = PathBuf::from(folder).join(FILE);
        write_if_changed(&file, &generate(&checked.catalog))
            .map_err(|error| CompileError::Write(file, error))?;
        // Of a folder, cargo looks at all that is in it.
        println!("cargo::rerun-if-changed={}", self.path.display());
        let lines = source.lines();
        for warning in &checked.warnings {
            println!("cargo::warning={}", one_line(&source, &lines, warning));
        }
        Ok(())
    }
}

/// A file that has not changed keeps its time, for whatever else looks at that; cargo compiles the crate again all the
/// same once its build script has run.
fn write_if_changed(file: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(file, text)
}

/// `path:line:column: what [kind]; help: …`: cargo shows a warning of a build script on one line.
fn one_line(source: &Source, lines: &Lines<'_>, warning: &Diagnostic) -> String {
    let start = warning.span.start;
    let (path, Position { line, column }) = (&source.file_at(start).path, lines.position(start));
    let help = warning.help.as_ref().map(|help| format!("; help: {help}")).unwrap_or_default();
    let text = format!("{path}:{line}:{column}: {} [{}]{help}", warning.message, warning.kind);
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    visible(&lines.join(" "))
}

/// Why a catalog was not compiled.
pub enum CompileError {
    /// The catalog cannot be read, or has mistakes.
    Catalog(Diagnostics),
    /// `OUT_DIR` is not set: this is not a build script.
    NoOutDir,
    /// The tables cannot be written.
    Write(PathBuf, io::Error),
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Catalog(mistakes) => mistakes.fmt(f),
            Self::NoOutDir => f.write_str("OUT_DIR is not set: call `compile` in a build script"),
            Self::Write(file, error) => write!(f, "cannot write {}: {error}", file.display()),
        }
    }
}

impl fmt::Debug for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the catalog was not compiled\n\n{self}\n")
    }
}

impl std::error::Error for CompileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(_, error) => Some(error),
            Self::Catalog(_) | Self::NoOutDir => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Source, one_line};
    use crate::Kind;

    #[test]
    fn a_warning_is_one_line() {
        let source = Source::new("catalog.yaml", "locales: [ja]\n  期限: x\n");
        let warning =
            Diagnostic::new(Kind::MissingTranslation, 22..23, "a\rb\u{1B}").help("write:\n  en: …\n");
        assert_eq!(
            one_line(&source, &source.lines(), &warning),
            "catalog.yaml:2:5: a\u{240D}b\u{241B} [missing-translation]; help: write: en: …"
        );
    }
}
