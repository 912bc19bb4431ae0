//! A catalog as it was in a revision, by the `git` command.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use token_codes_build::suggest::nearest;
use token_codes_build::{Source, is_catalog_file};

use crate::catalog_file::{FILE_NAME, FOLDER_NAME};
use crate::mistake::Mistake;

/// A catalog as it was.
pub(crate) struct Then {
    pub(crate) source: Source,
    /// That it was elsewhere, if whoever asks should know.
    pub(crate) note: Option<String>,
}

/// Reads the catalog as it was in a revision: at this path from the root of the repository, or else where it is today, or
/// where git knows that it has been moved from.
///
/// # Errors
///
/// If there is no git, no repository, no such revision, or no catalog in it.
pub(crate) fn read(catalog: &Path, revision: &str, path: Option<&str>) -> Result<Then, Mistake> {
    let repository = Repository::of(catalog)?;
    let commit = repository.commit(revision)?;
    let today = repository.path_of(catalog);
    if let Some(path) = path {
        let files = repository.files(&commit, revision, path)?;
        let files = files.ok_or_else(|| is_not_there(revision, path))?;
        return source(revision, path, files).map(|source| Then { source, note: None });
    }
    if let Some(files) = repository.files(&commit, revision, &today)? {
        return source(revision, &today, files).map(|source| Then { source, note: None });
    }
    for path in repository.former_paths(&commit, &today) {
        if let Some(files) = repository.files(&commit, revision, &path)? {
            let note = format!("in `{revision}`, the catalog is `{path}`");
            return source(revision, &path, files).map(|source| Then { source, note: Some(note) });
        }
    }
    Err(is_not_there(revision, &today))
}

fn is_not_there(revision: &str, path: &str) -> Mistake {
    Mistake::answer(format!("there is no catalog `{path}` in `{revision}`"))
        .help(format!(
            "if it was elsewhere, say where: `--against git:{revision}:PATH`, from the root of the repository"
        ))
        .help("if it is new, there is nothing to compare it with")
}

/// A file of a catalog: its path from the root, and what is in it.
type File = (String, Vec<u8>);

fn source(revision: &str, path: &str, files: Vec<File>) -> Result<Source, Mistake> {
    let shown = |path: &str| format!("{revision}:{path}");
    let files = files.into_iter().map(|(path, bytes)| (shown(&path), bytes));
    Source::from_files(shown(path), files).map_err(|mistakes| Mistake::catalog(mistakes.styled()))
}

/// The repository in which a catalog is.
struct Repository {
    root: PathBuf,
}

impl Repository {
    fn of(catalog: &Path) -> Result<Self, Mistake> {
        let folder = if catalog.is_dir() { Some(catalog) } else { catalog.parent() };
        let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let output = git(folder, ["rev-parse", "--show-toplevel"])?;
        if !output.status.success() {
            let message = format!("`{}` is in no repository of git: {}", catalog.display(), said(&output));
            return Err(Mistake::answer(message).help("`git init` makes one; `git clone` brings one"));
        }
        Ok(Self { root: PathBuf::from(text(&output.stdout).trim_end_matches(['\n', '\r'])) })
    }

    /// The path from the root, as git writes it.
    fn path_of(&self, catalog: &Path) -> String {
        let root = self.root.canonicalize().unwrap_or_else(|_| self.root.clone());
        let catalog = catalog.canonicalize().unwrap_or_else(|_| catalog.to_owned());
        let below = catalog.strip_prefix(&root).unwrap_or(&catalog);
        below.iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join("/")
    }

    fn run<const N: usize>(&self, arguments: [&str; N]) -> Result<Output, Mistake> {
        git(&self.root, arguments)
    }

    /// The commit that the revision names.
    fn commit(&self, revision: &str) -> Result<String, Mistake> {
        let named = format!("{revision}^{{commit}}");
        let output = self.run(["rev-parse", "--verify", "--quiet", "--end-of-options", &named])?;
        if output.status.success() && !revision.is_empty() {
            return Ok(text(&output.stdout).trim().to_owned());
        }
        let mistake = Mistake::answer(format!("git knows no revision `{revision}`"));
        let is_shallow = text(&self.run(["rev-parse", "--is-shallow-repository"])?.stdout).trim() == "true";
        if is_shallow {
            return Err(mistake
                .help("the clone is shallow: fetch what is missing, as `git fetch --unshallow` or `git fetch origin main` does")
                .help("in a workflow of GitHub, give `actions/checkout` the setting `fetch-depth: 0`"));
        }
        let known = self.run(["for-each-ref", "--format=%(refname:short)"])?;
        let known = text(&known.stdout);
        Err(match nearest(revision, known.lines()) {
            Some(meant) => mistake.help(format!("did you mean `git:{meant}`?")),
            None => {
                mistake.help("`git fetch` brings the branches of the remote; `git log` shows the commits")
            }
        })
    }

    /// The files of a catalog at this path from the root; `None` if there is nothing at it.
    fn files(&self, commit: &str, revision: &str, path: &str) -> Result<Option<Vec<File>>, Mistake> {
        let path = path.trim_end_matches('/');
        let Some(entry) = self.tree(commit, path)?.into_iter().next() else { return Ok(None) };
        let entries = match &*entry.kind {
            "tree" => {
                let all = self.tree(commit, &format!("{path}/"))?;
                let is_part =
                    |entry: &TreeEntry| entry.kind == "blob" && is_catalog_file(Path::new(&entry.path));
                all.into_iter().filter(is_part).collect()
            }
            "blob" => vec![entry],
            // A submodule.
            _ => return Err(is_not_there(revision, path)),
        };
        let mut files = Vec::new();
        for entry in entries {
            if entry.mode == "120000" {
                let message = format!("`{}` is a symbolic link in `{revision}`", entry.path);
                let help = format!("name what it leads to: `--against git:{revision}:PATH`");
                return Err(Mistake::answer(message).help(help));
            }
            let output = self.run(["cat-file", "blob", &entry.object])?;
            if !output.status.success() {
                let message = format!("git cannot read `{}` in `{revision}`: {}", entry.path, said(&output));
                return Err(
                    Mistake::answer(message).help("`git fsck` says more; a partial clone may be offline")
                );
            }
            files.push((entry.path, output.stdout));
        }
        // As `Source::read` finds them.
        files.sort();
        Ok(Some(files).filter(|files| !files.is_empty()))
    }

    /// What a commit has at a path, or, if that ends with `/`, below it.
    fn tree(&self, commit: &str, path: &str) -> Result<Vec<TreeEntry>, Mistake> {
        // The root of the repository is the path of a catalog that is a folder, too.
        let output = match path {
            "" => return Ok(vec![TreeEntry::root(commit)]),
            "/" => self.run(["ls-tree", "-z", "--full-tree", commit])?,
            _ => self.run(["--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit, "--", path])?,
        };
        Ok(text(&output.stdout).split('\0').filter_map(TreeEntry::parse).collect())
    }

    /// Where the catalog may have been: where git takes its files to be moved from, and where a catalog that was divided
    /// into files, or joined, had its place.
    fn former_paths(&self, commit: &str, today: &str) -> Vec<String> {
        let arguments = ["diff", "--find-renames=30%", "--diff-filter=R", "--name-status", "-z", commit];
        let told = self.run(arguments).map(|output| text(&output.stdout)).unwrap_or_default();
        let words: Vec<&str> = told.split('\0').collect();
        let (moves, _) = words.as_chunks::<3>();
        let from = moves.iter().filter_map(|[_, from, to]| {
            if *to == today {
                return Some((*from).to_owned());
            }
            let (folder, _) = to.rsplit_once('/').filter(|(folder, _)| *folder == today)?;
            let name = to.strip_prefix(folder)?;
            from.strip_suffix(name).map(str::to_owned)
        });
        let mut paths: Vec<String> = from.collect();
        let (folder, name) = today.rsplit_once('/').map_or(("", today), |(folder, name)| (folder, name));
        let other = match name {
            FILE_NAME => Some(FOLDER_NAME),
            FOLDER_NAME => Some(FILE_NAME),
            _ => None,
        };
        let beside =
            |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        paths.extend(other.map(beside));
        paths.dedup();
        paths
    }
}

/// A line of `git ls-tree`.
struct TreeEntry {
    mode: String,
    kind: String,
    object: String,
    path: String,
}

impl TreeEntry {
    fn parse(line: &str) -> Option<Self> {
        let (about, path) = line.split_once('\t')?;
        let mut words = about.split(' ').map(str::to_owned);
        Some(Self { mode: words.next()?, kind: words.next()?, object: words.next()?, path: path.to_owned() })
    }

    fn root(commit: &str) -> Self {
        let [mode, kind] = ["040000", "tree"].map(str::to_owned);
        Self { mode, kind, object: commit.to_owned(), path: String::new() }
    }
}

/// Runs git in a folder.
fn git<'a>(folder: &Path, arguments: impl IntoIterator<Item = &'a str>) -> Result<Output, Mistake> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    output.map_err(|error| {
        let message = if error.kind() == ErrorKind::NotFound {
            "the command `git` is not there".to_owned()
        } else {
            format!("the command `git` cannot be run: {error}")
        };
        Mistake::answer(message).help("install it, and make sure that it is in `PATH`")
    })
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What git says is wrong, on one line.
fn said(output: &Output) -> String {
    let text = text(&output.stderr);
    text.lines().next().unwrap_or("it does not say why").trim_start_matches("fatal: ").to_owned()
}
