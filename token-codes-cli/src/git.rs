//! A catalog as it was at a revision, by the command `git`.

use std::path::Path;
use std::process::{Command, Stdio};

use token_codes_build::{Source, is_catalog_file};

/// The catalog at `path`, a file or a folder, as it was at `revision`.
///
/// # Errors
///
/// What `git` says, or that there is no such command.
pub(crate) fn source(path: &Path, revision: &str) -> Result<Source, String> {
    let is_folder = path.is_dir();
    let folder = if is_folder { Some(path) } else { path.parent() };
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let names = if is_folder {
        let names = git(folder, &["ls-tree", "-z", "--name-only", "--end-of-options", revision, "./"])?;
        names.split('\0').filter(|name| is_catalog_file(Path::new(name))).map(str::to_owned).collect()
    } else {
        let name = path.file_name().unwrap_or_default();
        vec![name.to_str().ok_or_else(|| format!("`{}` is not UTF-8", path.display()))?.to_owned()]
    };
    let file = |name: String| {
        let text = git(folder, &["show", "--end-of-options", &format!("{revision}:./{name}")])?;
        Ok((folder.join(name).display().to_string(), text.into_bytes()))
    };
    let files = names.into_iter().map(file).collect::<Result<Vec<_>, String>>()?;
    Source::from_files(path.display().to_string(), files).map_err(|mistakes| mistakes.to_string())
}

/// What `git` answers in this folder.
fn git(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("`git` cannot be run: {error}"))?;
    if output.status.success() {
        return String::from_utf8(output.stdout).map_err(|error| error.to_string());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().next().unwrap_or("`git` failed").trim_start_matches("fatal: ").to_owned())
}
