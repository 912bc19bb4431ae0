//! `token-codes stub`: what a translator is to fill in, and the way back into the catalog.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use token_codes_build::edit::{self, Refused};
use token_codes_build::{Options, Source};

use crate::answer::Answer;
use crate::mistake::{Mistake, list};
use crate::open_catalog::OpenCatalog;

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the stub has been written, or its messages are in the catalog
  1  nothing was written: the catalog or the stub has mistakes, or a file cannot be read or written
  2  the command line has mistakes";

/// What to translate, or what has been translated.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// Write a stub: an empty message in this locale for each code that has none
    #[arg(long, value_name = "TAG", required_unless_present = "merge", conflicts_with = "merge")]
    locale: Option<String>,

    /// The file to write the stub to, which must not be there yet [default: the standard output]
    #[arg(long, value_name = "FILE", requires = "locale")]
    out: Option<PathBuf>,

    /// Bring the messages of a filled stub into the catalog, and leave all else in it as it is
    #[arg(long, value_name = "STUB")]
    merge: Option<PathBuf>,
}

/// Writes a stub, or merges one; what is to be shown.
///
/// # Errors
///
/// If the catalog or the stub has mistakes, or a file cannot be read or written; the catalog then stays as it is.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let told = match (&request.locale, &request.merge) {
        (_, Some(stub)) => merge(catalog, stub)?,
        (Some(locale), None) => write(catalog, locale, request.out.as_deref())?,
        (None, None) => unreachable!("clap asks for one of the two"),
    };
    Ok(Answer::plain(told))
}

fn write(catalog: Option<&Path>, locale: &str, out: Option<&Path>) -> Result<String, Mistake> {
    check_locale(locale)?;
    let catalog = OpenCatalog::open(catalog)?;
    let stub = edit::stub(&catalog.source, locale).map_err(|refused| {
        let mistakes = refused.diagnostics();
        Mistake::catalog(mistakes.styled())
    })?;
    let Some(stub) = stub else {
        return Err(Mistake::answer(format!(
            "no message of `{}` lacks the locale `{locale}`",
            catalog.source.path()
        )));
    };
    let Some(out) = out else { return Ok(stub) };
    let shown = out.display();
    let written = File::create_new(out).and_then(|mut file| file.write_all(stub.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Mistake::answer(format!("`{shown}` is already there"))
            .help("name another file; what a translator has written into this one would be lost"),
        _ => Mistake::answer(format!("`{shown}` cannot be written: {error}")),
    })?;
    Ok(format!("created {shown}; when it is filled in: token-codes stub --merge {shown}\n"))
}

/// What a catalog would say of the locale, before somebody translates into it.
fn check_locale(locale: &str) -> Result<(), Mistake> {
    let quoted = locale.replace('\'', "''");
    let catalog = format!("locales: ['{quoted}']\ncodes: {{A1: {{message: x}}}}\n");
    let checked = token_codes_build::read_with(&Source::new("", catalog), Options::default());
    checked.map(drop).map_err(|mistakes| match mistakes.iter().next() {
        Some(mistake) => {
            let help = mistake.help.as_deref().unwrap_or("name it by its tag, such as `fr`");
            Mistake::usage(&mistake.message).help(help)
        }
        None => Mistake::usage(format!("`{locale}` is no locale")),
    })
}

fn merge(catalog: Option<&Path>, stub: &Path) -> Result<String, Vec<Mistake>> {
    let catalog = OpenCatalog::open(catalog)?;
    let stub = Source::read(stub).map_err(|mistakes| vec![Mistake::catalog(mistakes.styled())])?;
    let merged = edit::merge(&catalog.source, &stub).map_err(|refused| match &refused {
        Refused::Before(found) if found.source() == &stub => {
            let conclusion = format!("nothing was written: `{}` is to be mended first", stub.path());
            vec![Mistake::catalog(found.styled()), Mistake::answer(conclusion)]
        }
        _ => catalog.refused(&refused, "these messages"),
    })?;
    if merged.codes.is_empty() {
        let message = format!("nothing was written: `{}` has no message that the catalog lacks", stub.path());
        return Err(vec![Mistake::answer(message).help("write the messages between the quotes")]);
    }
    let files = list(&catalog.replace(&merged.source)?, "and");
    let mut told = format!("added {} in `{}` to {files}\n", counted(merged.codes.len()), merged.locale);
    for code in &merged.codes {
        let _ = writeln!(told, "  {code}");
    }
    Ok(told)
}

fn counted(messages: usize) -> String {
    if messages == 1 { "1 message".to_owned() } else { format!("{messages} messages") }
}
