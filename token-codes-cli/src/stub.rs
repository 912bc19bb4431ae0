//! `token-codes stub`: what a translator is to fill in, and the way back into the catalog.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use token_codes_build::edit::{EditError, Editor, Merged, MergedText};
use token_codes_build::{Diagnostics, Source};
use token_codes_docs::StagedFile;

use crate::answer::Answer;
use crate::locale;
use crate::mistake::{Mistake, list};
use crate::open_catalog::{OpenCatalog, Waiting};

pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the stub has been written, or its texts are in the catalog
  1  nothing was written, or not all of the stub: the catalog or the stub has mistakes, or a file cannot be read or written;
     or all was done, and only the output cannot be written, which is said
  2  the command line has mistakes";

/// What to translate, or what has been translated.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// Write a stub: for each code, an empty text for each that is not in this locale
    #[arg(long, value_name = "TAG", required_unless_present = "merge", conflicts_with = "merge")]
    locale: Option<String>,

    /// Fill the stub with every text of the source locale in other letters, longer, and in brackets: it shows what does not
    /// come from the catalog, and what breaks where texts are longer
    #[arg(long, requires = "locale")]
    pseudo: bool,

    /// The file to write the stub to, which must not be there yet [default: the standard output]
    #[arg(long, value_name = "FILE", requires = "locale")]
    out: Option<PathBuf>,

    /// Bring the texts of a filled stub into the catalog, and leave all else in it as it is
    #[arg(long, value_name = "STUB")]
    merge: Option<PathBuf>,
}

/// Writes a stub, or merges one; what is to be shown.
///
/// # Errors
///
/// If the catalog or the stub has mistakes, or a file cannot be read or written; the catalog then stays as it is.
pub(crate) fn run(catalog: Option<&Path>, request: &Request) -> Result<Answer, Vec<Mistake>> {
    match (&request.locale, &request.merge) {
        (_, Some(stub)) => merge(catalog, stub),
        (Some(locale), None) => write(catalog, locale, request),
        (None, None) => unreachable!("clap asks for one of the two"),
    }
}

fn write(catalog: Option<&Path>, locale: &str, request: &Request) -> Result<Answer, Vec<Mistake>> {
    let catalog = OpenCatalog::open(catalog, Waiting::WhileWritten)?;
    let editor = Editor::open(&catalog.source)
        .map_err(|error| vec![Mistake::catalog(error.diagnostics().styled())])?;
    let locale = locale::known_or_new(editor.catalog(), locale);
    let stub = if request.pseudo { editor.pseudo(locale).map(Some) } else { editor.stub(locale) };
    let stub = stub.map_err(|error| no_locale(&error))?;
    let Some(stub) = stub else {
        let message = format!("no text of `{}` lacks the locale `{locale}`", catalog.source.path());
        return Err(Mistake::answer(message).into());
    };
    let Some(out) = &request.out else { return Ok(Answer::plain(stub)) };
    let shown = out.display();
    StagedFile::creating(out, &stub, None).and_then(StagedFile::put).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Mistake::answer(format!("`{shown}` is already there"))
            .help("name another file; what a translator has written into this one would be lost"),
        _ => Mistake::answer(format!("`{shown}` cannot be written: {error}")),
    })?;
    let ready = if request.pseudo { "to merge it" } else { "when it is filled in" };
    Ok(Answer::deed(format!("created {shown}; {ready}: token-codes stub --merge {shown}\n")))
}

/// The locale on the command line is none.
pub(crate) fn no_locale(error: &EditError) -> Mistake {
    let mut mistakes = error.diagnostics().iter();
    let mistake = mistakes.next().expect("what is refused is reported");
    let said = Mistake::usage(&mistake.message);
    if let Some(help) = &mistake.help { said.help(help) } else { said }
}

fn merge(catalog: Option<&Path>, stub: &Path) -> Result<Answer, Vec<Mistake>> {
    let catalog = OpenCatalog::open(catalog, Waiting::UntilWritten)?;
    let editor = catalog.editor()?;
    let stub = Source::read(stub).map_err(|mistakes| vec![Mistake::catalog(mistakes.styled())])?;
    let merged = editor.merge(&stub).map_err(|error| match &error {
        EditError::Given(found) => given(found, &stub),
        _ => catalog.refused(&error, "these texts"),
    })?;
    if merged.texts.is_empty() {
        let message = format!("nothing was written: `{}` has no text that the catalog lacks", stub.path());
        return Err(Mistake::answer(message).help("write the texts between the quotes").into());
    }
    let files = list(&catalog.replace(&merged.source)?, "and");
    let mut answer = Answer::deed(told(&merged, &files));
    if let Some(warnings) = left_out(&merged, stub.path(), "merge") {
        answer.warnings = warnings;
        answer.exit_code = ExitCode::FAILURE;
    }
    Ok(answer)
}

/// Says that nothing of a file can be used.
pub(crate) fn given(found: &Diagnostics, file: &Source) -> Vec<Mistake> {
    let conclusion = format!("nothing was written: `{}` is to be mended first", file.path());
    vec![Mistake::catalog(found.styled()), Mistake::answer(conclusion)]
}

/// What was left out, if anything was, and what to do about it.
pub(crate) fn left_out(merged: &Merged, path: &str, again: &str) -> Option<String> {
    if merged.left_out.is_empty() {
        return None;
    }
    let conclusion = format!("not all of `{path}` was merged: mend what is wrong, and {again} it again");
    let found = merged.left_out.styled().to_string();
    Some(format!("{}\n{}", found.trim_end(), Mistake::answer(conclusion).text))
}

type IsOfKind = fn(&MergedText) -> bool;

/// What has been merged.
pub(crate) fn told(merged: &Merged, files: &str) -> String {
    let mut told = String::new();
    let kinds: [(&str, IsOfKind, &str); 3] = [
        ("added", |text| !text.revised && !text.confirmed, "to"),
        ("revised", |text| text.revised, "in"),
        ("confirmed", |text| text.confirmed, "in"),
    ];
    for (verb, is_of_kind, to) in kinds {
        let texts: Vec<_> = merged.texts.iter().filter(|text| is_of_kind(text)).collect();
        if texts.is_empty() {
            continue;
        }
        let _ = writeln!(told, "{verb} {} in `{}` {to} {files}", counted(&texts), merged.locale);
        for code in texts.chunk_by(|one, other| one.code == other.code) {
            let fields: Vec<_> = code.iter().map(|text| text.field).collect();
            let _ = match &*fields {
                ["message"] => writeln!(told, "  {}", code[0].code),
                fields => writeln!(told, "  {}: {}", code[0].code, fields.join(", ")),
            };
        }
    }
    told
}

fn counted(texts: &[&MergedText]) -> String {
    let word = if texts.iter().all(|text| text.field == "message") { "message" } else { "text" };
    let plural = if texts.len() == 1 { "" } else { "s" };
    format!("{} {word}{plural}", texts.len())
}
