//! `token-codes init`: a catalog of one's own, in the crate that one stands in.

mod include;
mod manifest;
mod package;
mod starter;

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use token_codes_docs::StagedFile;

use crate::answer::Answer;
use crate::catalog_file;
use crate::mistake::Mistake;
use manifest::Origin;
use package::Package;

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  what was missing has been written
  1  nothing was written: there is no package here, or a file of it cannot be read or written; or all was done, and only the
     output cannot be written, which is said
  2  the command line has mistakes";

/// What compiles the catalog, with the call that does.
const BUILD_SCRIPT: &str = "\
fn main() -> Result<(), Box<dyn std::error::Error>> {
    CALL
    Ok(())
}
";

/// What to begin with.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The locales of the catalog, the source locale first
    #[arg(long, value_name = "TAGS", value_delimiter = ',', default_value = "en", value_parser = trimmed)]
    locales: Vec<String>,

    /// Depend on the token-codes in this folder, and not on a published one
    #[arg(long, value_name = "FOLDER")]
    path: Option<PathBuf>,
}

/// What is to be done with one file.
pub(super) struct Step {
    file: PathBuf,
    change: Change,
}

enum Change {
    /// There is no such file yet.
    Create { text: String },
    /// The file gets a new text.
    Edit { text: String, what: String },
    /// All that is needed is there.
    Keep,
    /// What is there is somebody's work; it says what to add.
    ByHand(String),
}

/// Puts a catalog into the nearest package; says what was written, and what is left to do.
///
/// # Errors
///
/// If there is no package, or a file of it cannot be read or written.
pub(crate) fn run(request: &Request) -> Result<Answer, Vec<Mistake>> {
    let package = Package::nearest()?;
    let origin = Origin::new(request.path.as_deref(), &package.folder)?;
    let manifest = manifest::edit(&package, &origin)?;
    let name = catalog_name(&package);
    let steps = [
        catalog(&package, name, &request.locales, &origin)?,
        build_script(&package, name, &manifest.build_crate)?,
        Step { file: package.manifest_path(), change: manifest.change },
        include(&package, &manifest.library_crate)?,
    ];
    // All are written before the first is put in its place, since it is then that most of what can go wrong does.
    let staged = steps.iter().map(|step| step.stage(&package.folder)).collect::<Result<Vec<_>, _>>()?;
    let mut told = String::new();
    for (step, staged) in steps.iter().zip(staged) {
        step.put(staged, &package.folder, &mut told)?;
    }
    if let Some(note) = manifest.note {
        let _ = writeln!(told, "{note}");
    }
    told.push_str(&outlook(&steps, &package.crate_name(), name));
    Ok(Answer::deed(told))
}

/// The catalog that the package is to have, or has already: a file, or else a folder of them.
fn catalog_name(package: &Package) -> &'static str {
    let has_folder = catalog_file::catalog_in(&package.folder).is_some_and(|path| path.is_dir());
    if has_folder { catalog_file::FOLDER_NAME } else { catalog_file::FILE_NAME }
}

fn catalog(package: &Package, name: &str, locales: &[String], origin: &Origin) -> Result<Step, Mistake> {
    let file = package.folder.join(name);
    let change = if exists(&file) {
        Change::Keep
    } else {
        Change::Create { text: starter::catalog(locales, origin.schema().as_deref())? }
    };
    Ok(Step { file, change })
}

fn build_script(package: &Package, catalog: &str, build_crate: &str) -> Result<Step, Mistake> {
    let file = package.folder.join(package.build_script()?);
    let call = format!("{build_crate}::compile(\"{catalog}\")?;");
    let wanted = BUILD_SCRIPT.replace("CALL", &call);
    let change = if !exists(&file) {
        Change::Create { text: wanted }
    } else if package::read(&file)?.contains(&format!("{build_crate}::compile")) {
        Change::Keep
    } else {
        Change::ByHand(format!("add to its `main`: {call}"))
    };
    Ok(Step { file, change })
}

fn include(package: &Package, library_crate: &str) -> Result<Step, Mistake> {
    let file = package.folder.join(package.root_file()?);
    let text = package::read(&file)?;
    let line = format!("{library_crate}::include_catalog!();");
    let change = match include::insert(&text, &line) {
        include::Inserted::Already => Change::Keep,
        include::Inserted::Text(text) => Change::Edit { text, what: format!("the line `{line}`") },
        include::Inserted::Unknown => {
            Change::ByHand(format!("where its first item stands, add the line: {line}"))
        }
    };
    Ok(Step { file, change })
}

impl Step {
    /// The file that is to be put in its place, if there is one.
    fn stage(&self, folder: &Path) -> Result<Option<StagedFile>, Mistake> {
        let staged = match &self.change {
            Change::Create { text } => StagedFile::creating(&self.file, text, None),
            Change::Edit { text, .. } => StagedFile::replacing(&self.file, text),
            Change::Keep | Change::ByHand(_) => return Ok(None),
        };
        staged.map(Some).map_err(|error| self.cannot_write(folder, &error, ""))
    }

    fn put(&self, staged: Option<StagedFile>, folder: &Path, told: &mut String) -> Result<(), Mistake> {
        if let Some(staged) = staged {
            staged.put().map_err(|error| self.cannot_write(folder, &error, told))?;
        }
        let shown = self.shown(folder);
        let _ = match &self.change {
            Change::Create { .. } => writeln!(told, "created {shown}"),
            Change::Edit { what, .. } => writeln!(told, "added {what} to {shown}"),
            Change::Keep => writeln!(told, "kept {shown}, which has what it needs"),
            Change::ByHand(todo) => writeln!(told, "kept {shown} as it is; {todo}"),
        };
        Ok(())
    }

    fn shown(&self, folder: &Path) -> std::path::Display<'_> {
        self.file.strip_prefix(folder).unwrap_or(&self.file).display()
    }

    fn cannot_write(&self, folder: &Path, error: &io::Error, told: &str) -> Mistake {
        let before = if told.is_empty() {
            "; nothing was written".to_owned()
        } else {
            format!("; before that:\n{told}")
        };
        let shown = self.shown(folder);
        Mistake::answer(format!("`{shown}` cannot be written: {error}{}", before.trim_end()))
    }
}

/// What to do next.
fn outlook(steps: &[Step], crate_name: &str, catalog: &str) -> String {
    if steps.iter().all(|step| matches!(step.change, Change::Keep)) {
        return "\nnothing to do: this crate has its catalog\n".to_owned();
    }
    format!(
        "
next:
  cargo build                 builds `Code`, `Locale` and `message!` from {catalog}
  token-codes add APP         adds the next code
  token-codes check --watch   reports every mistake in the catalog while you edit it

then, in a crate that depends on this one and on token-codes:
  #[derive(Debug, TokenCode)]
  #[token(catalog = {crate_name})]
"
    )
}

/// Whether anything has this name, be it a link that leads nowhere.
fn exists(file: &Path) -> bool {
    file.symlink_metadata().is_ok()
}

/// A word of a list that was written with spaces.
#[expect(clippy::unnecessary_wraps, reason = "clap asks for a result")]
fn trimmed(word: &str) -> Result<String, String> {
    Ok(word.trim().to_owned())
}
