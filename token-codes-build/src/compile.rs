//! The build script's part: from the file to `OUT_DIR`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{env, fmt, fs, io};

use crate::diagnostic::visible;
use crate::diagnostic::{Diagnostic, Diagnostics, Kind};
use crate::generate::GenerateError;
use crate::suggest::joined;
use crate::{Lines, Options, Position, Source, generate, read_with};

/// The file that `token_codes::include_catalog!()` includes, in `OUT_DIR`.
const FILE: &str = "token_codes.rs";

/// Compiles a catalog, in a build script: its tables are then what `token_codes::include_catalog!()` includes.
///
/// `path` is relative to the crate's folder, wherever the build script is run. It is a file, or a folder with one for each
/// family of codes, as [`Source::read`] takes it. The build script runs again when a file changes, is added or is removed,
/// and only then. The warnings of the catalog are cargo's warnings.
///
/// A crate has one catalog; see [`CompileError::Second`].
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
    compile_with(path, Options::default())
}

/// As [`compile`], for a build script that wants it otherwise than the catalog itself says.
///
/// ```no_run
/// # use token_codes_build::{CompileError, Options, compile_with};
/// # fn main() -> Result<(), CompileError> {
/// // A warning is no reason to stop while one writes; what is merged has none.
/// let is_ci = std::env::var_os("CI").is_some();
/// println!("cargo::rerun-if-env-changed=CI");
/// compile_with("catalog", Options::default().strict(is_ci))
/// # }
/// ```
///
/// # Errors
///
/// As [`compile`].
pub fn compile_with(path: impl AsRef<Path>, options: Options) -> Result<(), CompileError> {
    let path = path.as_ref();
    let folder = env::var_os("OUT_DIR").ok_or(CompileError::NoOutDir)?;
    let file = PathBuf::from(folder).join(FILE);
    claim(&file, path)?;
    let source = Source::read(&from_package(path)).map_err(CompileError::Catalog)?;
    let checked = read_with(&source, options).map_err(CompileError::Catalog)?;
    let generated = generate(&checked.catalog).map_err(CompileError::Generate)?;
    write_if_changed(&file, &generated).map_err(|error| CompileError::Write(file, error))?;
    // Of a folder, cargo looks at all that is in it.
    println!("cargo::rerun-if-changed={}", path.display());
    for line in warning_lines(&source, &checked.warnings) {
        println!("cargo::warning={line}");
    }
    Ok(())
}

/// Refuses a second catalog for the same file: it would overwrite the first.
fn claim(file: &Path, catalog: &Path) -> Result<(), CompileError> {
    static CLAIMED: Mutex<BTreeMap<PathBuf, PathBuf>> = Mutex::new(BTreeMap::new());
    let mut claimed = CLAIMED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let first = claimed.entry(file.to_owned()).or_insert_with(|| catalog.to_owned());
    if first == catalog {
        return Ok(());
    }
    Err(CompileError::Second { first: first.clone(), second: catalog.to_owned() })
}

/// The path from the folder of the package, which is where cargo runs a build script, but other build systems may not.
fn from_package(path: &Path) -> PathBuf {
    match env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) {
        Some(package) if env::current_dir().is_ok_and(|current| current != package) => package.join(path),
        _ => path.to_owned(),
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

/// A line for each warning; of those that say the same of more than a few codes, one for all.
fn warning_lines(source: &Source, warnings: &Diagnostics) -> Vec<String> {
    const A_FEW: usize = 3;
    let mut alike: BTreeMap<(Kind, String), Vec<&Diagnostic>> = BTreeMap::new();
    for warning in warnings {
        alike.entry((warning.kind, without_code(warnings, warning))).or_default().push(warning);
    }
    let lines = source.lines();
    let mut told = Vec::new();
    for warning in warnings {
        let message = without_code(warnings, warning);
        let alike = &alike[&(warning.kind, message.clone())];
        let is_first = std::ptr::eq(alike[0], warning);
        if alike.len() <= A_FEW {
            let message = warning.message.clone() + &of_code(warnings, warning);
            told.push(one_line(source, &lines, warning, &message));
        } else if is_first {
            let message = message + &of_all(warnings, alike, A_FEW);
            told.push(one_line(source, &lines, warning, &message));
        }
    }
    told
}

/// What a warning says, of whichever code.
fn without_code(warnings: &Diagnostics, warning: &Diagnostic) -> String {
    match warnings.code_of(warning) {
        Some(code) if warning.names_its_code() => warning.message.replacen(&format!(" of `{code}`"), "", 1),
        _ => warning.message.clone(),
    }
}

/// The code that a warning is about, if the warning itself does not say it.
fn of_code(warnings: &Diagnostics, warning: &Diagnostic) -> String {
    let code = warnings.code_of(warning).filter(|_| !warning.names_its_code());
    code.map(|code| format!(", in `{code}`")).unwrap_or_default()
}

/// The codes that warnings which say the same are about, the first few by name.
fn of_all(warnings: &Diagnostics, alike: &[&Diagnostic], a_few: usize) -> String {
    let codes = alike.iter().filter_map(|warning| warnings.code_of(warning));
    let mut names: Vec<_> = codes.map(|code| format!("`{code}`")).collect();
    names.dedup();
    names.truncate(a_few);
    names.push(format!("{} more places, which `token-codes check` lists", alike.len() - names.len()));
    format!(", in {}", joined(names))
}

/// `path:line:column: what, in … [kind]; help: …`: cargo shows a warning of a build script on one line.
fn one_line(source: &Source, lines: &Lines<'_>, warning: &Diagnostic, message: &str) -> String {
    let start = warning.span.start;
    let (path, Position { line, column }) = (&source.file_at(start).path, lines.position(start));
    let help = warning.help.as_ref().map(|help| format!("; help: {help}")).unwrap_or_default();
    let text = format!("{path}:{line}:{column}: {message} [{}]{help}", warning.kind);
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    visible(&lines.join(" "))
}

/// Why a catalog was not compiled.
#[non_exhaustive]
pub enum CompileError {
    /// The catalog cannot be read, or has mistakes.
    Catalog(Diagnostics),
    /// `OUT_DIR` is not set: this is not a build script.
    NoOutDir,
    /// Two of its codes are the same, though no check has found it.
    Generate(GenerateError),
    /// The build script has compiled another catalog, which this one would overwrite. A crate has one: its families of
    /// codes are files in a folder, and what is a catalog of its own is in a crate of its own.
    Second {
        /// The catalog that has been compiled.
        first: PathBuf,
        /// The one that has not.
        second: PathBuf,
    },
    /// The tables cannot be written.
    Write(PathBuf, io::Error),
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Catalog(mistakes) => mistakes.fmt(f),
            Self::NoOutDir => f.write_str("OUT_DIR is not set: call `compile` in a build script"),
            Self::Generate(error) => error.fmt(f),
            Self::Second { first, second } => write!(
                f,
                "`{}` has been compiled for this crate already, and `{}` would overwrite it\n\
                 help: put both into one folder, a file for each family of codes, and compile that; \
                 or give the second a crate of its own",
                first.display(),
                second.display()
            ),
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
            Self::Generate(error) => Some(error),
            Self::Catalog(_) | Self::NoOutDir | Self::Second { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Source, one_line, warning_lines};
    use crate::{Kind, read};

    #[test]
    fn a_warning_is_one_line() {
        let source = Source::new("catalog.yaml", "locales: [ja]\n  期限: x\n");
        let warning =
            Diagnostic::new(Kind::MissingTranslation, 22..23, "a\rb\u{1B}").help("write:\n  en: …\n");
        assert_eq!(
            one_line(&source, &source.lines(), &warning, &warning.message),
            "catalog.yaml:2:5: a\u{240D}b\u{241B} [missing-translation]; help: write: en: …"
        );
    }

    fn lines(missing: usize) -> Vec<String> {
        let codes = (1..=missing).map(|code| format!("  A{code}: {{message: {{ja: 文{code}}}}}\n"));
        let codes = codes.collect::<Vec<_>>().concat();
        let source = Source::new("catalog.yaml", format!("locales: [ja, en]\ncodes:\n{codes}"));
        warning_lines(&source, &read(&source).unwrap().warnings)
    }

    #[test]
    fn a_code_is_named_even_where_its_letters_are_in_the_report() {
        let source = Source::new("catalog.yaml", "locales: [en]\ncodes:\n  s: {message: 'the file %s'}\n");
        let told = warning_lines(&source, &read(&source).unwrap().warnings);
        assert!(matches!(&*told, [only] if only.contains(", in `s` [foreign-placeholder]")), "{told:?}");
    }

    #[test]
    fn a_warning_names_its_code_and_many_that_are_alike_are_one() {
        let line = |line: usize, of: &str, places: &str| {
            format!(
                "catalog.yaml:{line}:8: `message`{of} lacks the locale `en`; `ja` stands in{places} \
                 [missing-translation]; help: add `en: …` below `message`"
            )
        };
        assert_eq!(lines(2), [line(3, " of `A1`", ""), line(4, " of `A2`", "")]);
        let places = ", in `A1`, `A2`, `A3` and 38 more places, which `token-codes check` lists";
        assert_eq!(lines(41), [line(3, "", places)]);
    }
}
