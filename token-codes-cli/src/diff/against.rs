//! What a catalog is compared with: a revision, a file, a folder, or an export.

use std::convert::Infallible;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use token_codes_build::Source;
use token_codes_build::diff::Base;

use crate::git::{self, Then};
use crate::mistake::Mistake;

/// As it is said on the command line.
#[derive(Clone, Debug)]
pub(crate) enum Against {
    /// A revision of git, and where the catalog was in it, if that is said.
    Git { revision: String, path: Option<String> },
    /// A file or a folder.
    Path(PathBuf),
}

/// A catalog to compare with.
pub(crate) struct Found {
    pub(crate) base: Base,
    /// What may surprise whoever reads the report.
    pub(crate) note: Option<String>,
}

impl FromStr for Against {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        let Some(revision) = text.strip_prefix("git:") else { return Ok(Self::Path(text.into())) };
        // As git itself writes a file of a revision; no name of a revision has a colon.
        Ok(match revision.split_once(':') {
            Some((revision, path)) => Self::Git { revision: revision.into(), path: Some(path.into()) },
            None => Self::Git { revision: revision.into(), path: None },
        })
    }
}

impl fmt::Display for Against {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Git { revision, path: Some(path) } => write!(f, "{revision}:{path}"),
            Self::Git { revision, path: None } => f.write_str(revision),
            Self::Path(path) => write!(f, "{}", path.display()),
        }
    }
}

impl Against {
    /// Reads what is there; `catalog` is the path of the catalog that is compared with it.
    pub(crate) fn read(&self, catalog: &Path) -> Result<Found, Mistake> {
        match self {
            Self::Git { revision, path } => {
                let Then { source, note } = git::read(catalog, revision, path.as_deref())?;
                Ok(Found { base: Base::new(source), note })
            }
            Self::Path(path) if is_export(path) => read_export(path),
            Self::Path(path) => {
                let source = Source::read(path).map_err(|mistakes| {
                    let mistake = Mistake::catalog(mistakes.styled());
                    if path.exists() { mistake } else { mistake.help(is_revision(path)) }
                })?;
                Ok(Found { base: Base::new(source), note: None })
            }
        }
    }
}

fn is_revision(path: &Path) -> String {
    format!("for a revision of git, write `git:{}`", path.display())
}

/// Whether the file is one that `docs --format json` writes.
fn is_export(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn read_export(path: &Path) -> Result<Found, Mistake> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Mistake::answer(format!("the export `{shown}` cannot be read: {error}")))?;
    let source = token_codes_docs::json::source(&shown.to_string(), &text).map_err(|error| {
        Mistake::answer(format!("`{shown}` is no export to compare with: {error}"))
            .help("write it with `token-codes docs --format json`, by this version of the command")
    })?;
    Ok(Found { base: Base::without_places(source), note: None })
}
