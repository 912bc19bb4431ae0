//! `token-codes add`: a new entry of the catalog.

mod details;
mod questions;

use std::io::{IsTerminal as _, stderr, stdin};
use std::path::{Path, PathBuf};

use clap::Args;
use token_codes_build::catalog::{Catalog, ParamType, Privacy};
use token_codes_build::edit::{self, EditError, Editor, NewEntry, NewParam};

use crate::answer::Answer;
use crate::git;
use crate::mistake::{Mistake, list};
use crate::open_catalog::{OpenCatalog, Waiting};

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the entry has been written
  1  nothing was written: the catalog has mistakes, or would have them with the entry, or cannot be written; or it was, and
     only the output cannot be, which is said
  2  the command line has mistakes";

/// What to add.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The code, such as `SHOP042`; or only its family, such as `SHOP`, for the next free number
    #[arg(value_name = "CODE")]
    code: String,

    /// Take CODE for a whole code even if it does not end with a number
    #[arg(long)]
    exact: bool,

    /// Its name, in kebab case
    #[arg(long)]
    name: Option<String>,

    /// A param with its type, and who may see it if not everybody; once for each, in the order of {0}, {1}, … The type may be
    /// left out of one that a plural is for
    #[arg(long = "param", value_name = "NAME[:TYPE[:PRIVACY]]", value_parser = param_or_name)]
    params: Vec<NewParam>,

    /// The message in a locale; once for each
    #[arg(long = "message", value_name = "LOCALE=TEXT", value_parser = message)]
    messages: Vec<(String, String)>,

    /// One line that says what happened, in all locales, or once for each
    #[arg(long, value_name = "[LOCALE=]TEXT", allow_hyphen_values = true)]
    summary: Vec<String>,

    /// What happened, at length, in all locales, or once for each
    #[arg(long, value_name = "[LOCALE=]TEXT", allow_hyphen_values = true)]
    description: Vec<String>,

    /// A root cause; once for each
    #[arg(long = "cause", value_name = "[LOCALE=]TEXT", allow_hyphen_values = true)]
    causes: Vec<String>,

    /// A step that resolves it; once for each
    #[arg(long, value_name = "[LOCALE=]TEXT", allow_hyphen_values = true)]
    resolution: Vec<String>,

    /// A value in a column of the catalog; once for each
    #[arg(long = "set", value_name = "COLUMN=VALUE", value_parser = value)]
    values: Vec<(String, String)>,

    /// The file to write it to, in a catalog that is a folder; a new one is made [default: the one with the highest number
    /// of the family]
    #[arg(long, value_name = "NAME")]
    file: Option<PathBuf>,

    /// Give no number that a code had at this revision of git, such as `git:origin/main` [default: `git:HEAD`, where there is
    /// one]
    #[arg(long, value_name = "git:REVISION")]
    against: Option<String>,

    /// Ask nothing, even on a terminal
    #[arg(long)]
    no_input: bool,
}

/// Adds an entry to the catalog.
///
/// # Errors
///
/// If the catalog has mistakes or would have them with the entry, or cannot be written; it then stays as it is.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let asks = !request.no_input && stdin().is_terminal() && stderr().is_terminal();
    // Nobody is kept waiting by a person who thinks.
    let waiting = if asks { Waiting::WhileWritten } else { Waiting::UntilWritten };
    let catalog = &OpenCatalog::open(catalog, waiting)?;
    let editor = &catalog.editor()?;
    let mut entry = request.entry(editor)?;
    if !request.exact && !edit::has_number(&entry.code) {
        let next = editor.next_code_beside(&entry.code, &request.base(&catalog.path)?);
        entry.code = next.map_err(|error| catalog.refused(&error, "it"))?;
    }
    entry.file = Some(match &request.file {
        Some(name) => catalog.file(name)?,
        None => catalog.file_of(editor, &entry.code)?,
    });
    if asks {
        questions::ask(editor, &mut entry)?;
    }
    let edited = editor.insert(&entry).map_err(|error| refused(catalog, &entry, &error))?;
    catalog.replace(&edited.source)?;
    let at = edited.added.start;
    let (path, line) = (&edited.source.file_at(at).path, edited.source.position(at).line);
    let text = format!("added `{}` at {path}:{line}\n\n{}\n", entry.code, edited.text());
    Ok(Answer { warnings: edited.warnings.styled().to_string(), ..Answer::deed(text) })
}

fn refused(catalog: &OpenCatalog, entry: &NewEntry, error: &EditError) -> Vec<Mistake> {
    let mut mistakes = catalog.refused(error, "the entry");
    if entry.messages.is_empty() {
        let help = "give its message in each locale with `--message LOCALE=TEXT`";
        let conclusion = mistakes.pop().map(|conclusion| conclusion.help(help));
        mistakes.extend(conclusion);
    }
    mistakes
}

impl Request {
    /// The catalog as it was at the revision; without one on the command line, an empty one if none can be read.
    fn base(&self, path: &Path) -> Result<Catalog, Mistake> {
        let read = |revision: &str| {
            let checked = token_codes_build::read(&git::read(path, revision, None)?.source);
            let had_mistakes = |_| Mistake::answer(format!("the catalog has mistakes in `{revision}`"));
            checked.map(|checked| checked.catalog).map_err(had_mistakes)
        };
        let Some(against) = &self.against else { return Ok(read("HEAD").unwrap_or_default()) };
        let revision =
            against.strip_prefix("git:").filter(|revision| !revision.is_empty()).ok_or_else(|| {
                Mistake::usage(format!("`{against}` is no revision of git"))
                    .help("write it as `git:origin/main`")
            })?;
        let help = "name another revision, or write the code with a number that was never used";
        read(revision).map_err(|mistake| mistake.help(help))
    }

    fn entry(&self, editor: &Editor<'_>) -> Result<NewEntry, Vec<Mistake>> {
        let mut entry = NewEntry::new(&self.code);
        entry.name.clone_from(&self.name);
        entry.params.clone_from(&self.params);
        entry.messages.clone_from(&self.messages);
        entry.values.clone_from(&self.values);
        entry.summary = details::text(editor, "--summary", &self.summary)?;
        entry.description = details::text(editor, "--description", &self.description)?;
        entry.causes = details::texts(editor, "--cause", &self.causes)?;
        entry.resolution = details::texts(editor, "--resolution", &self.resolution)?;
        for index in 0..entry.params.len() {
            if entry.params[index].ty.is_empty() {
                entry.params[index].ty = counted(&entry, index)?;
            }
        }
        Ok(entry)
    }
}

/// The type of a param of which none is said.
fn counted(entry: &NewEntry, index: usize) -> Result<String, Mistake> {
    if entry.counts_by(index) {
        return Ok(ParamType::Integer.as_str().to_owned());
    }
    let name = &entry.params[index].name;
    Err(Mistake::usage(format!("`--param {name}` does not say the type, and no plural is for it"))
        .help(param_help()))
}

/// As [`param`], or the name alone: a plural may say the type.
fn param_or_name(word: &str) -> Result<NewParam, String> {
    if word.is_empty() || word.contains(':') { param(word) } else { Ok(NewParam::new(word, "")) }
}

/// `item:text`, with the type, or `user:text:personal`, with the privacy as well.
fn param(word: &str) -> Result<NewParam, String> {
    let parts: Vec<&str> = word.split(':').collect();
    match &*parts {
        [name, ty, privacy @ ..] if privacy.len() <= 1 && !parts.contains(&"") => {
            let mut param = NewParam::new(*name, *ty);
            param.privacy = privacy.first().map(|privacy| (*privacy).to_owned());
            Ok(param)
        }
        _ => Err(param_help()),
    }
}

fn param_help() -> String {
    let words =
        |words: &[&str]| list(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>(), "and");
    format!(
        "write it as `name:type`, such as `item:text`, or with its privacy, such as `user:text:personal`; the types are \
         {}, the privacies {}",
        words(&ParamType::ALL.map(ParamType::as_str)),
        words(&Privacy::ALL.map(Privacy::as_str))
    )
}

/// `ja=…`, with the text.
fn message(word: &str) -> Result<(String, String), String> {
    match word.split_once('=') {
        Some((locale, text)) if !locale.is_empty() => Ok((locale.to_owned(), text.to_owned())),
        _ => Err("write it as `locale=text`, such as `en=Out of stock.`".to_owned()),
    }
}

/// `http_status=404`, with the value.
fn value(word: &str) -> Result<(String, String), String> {
    match word.split_once('=') {
        Some((column, value)) if !column.is_empty() => Ok((column.to_owned(), value.to_owned())),
        _ => Err("write it as `column=value`, such as `http_status=404`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use token_codes_build::Options;

    use super::{Request, run};
    use crate::catalog_file;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        request: Request,
    }

    /// What a run allocates does not depend on the machine: it is what reading and checking allocate, twice.
    #[test]
    fn the_catalog_is_read_before_and_after_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("catalog.yaml");
        let codes: Vec<_> = (0..500).map(|code| format!("  A{code:03}: {{message: sold {code}}}")).collect();
        std::fs::write(&path, format!("locales: [en]\ncodes:\n{}\n", codes.join("\n"))).unwrap();
        let line = Line::parse_from(["add", "A", "--no-input", "--message=en=new", "--summary=en=one"]);
        let read = allocation_counter::measure(|| {
            catalog_file::read(&path, Options::default()).unwrap();
        });
        let added = allocation_counter::measure(|| {
            assert!(run(Some(&path), &line.request).unwrap().text.starts_with("added `A500` at "));
        });
        let times = 10 * added.count_total / read.count_total;
        assert!((15..25).contains(&times), "`add` allocates {times} tenths of what reading does");
    }
}
