//! The catalog compiler of `token-codes`: from `catalog.yaml` to Rust, in stages that are plain functions.
//!
//! ```text
//! Source -> parse -> Parsed -> lower -> lint -> Catalog + Diagnostics -> generate
//! ```
//!
//! - **parse**: each file of a [`Source`] to a tree in which every node knows its bytes. Two YAML readers must agree on it.
//!   Only `yaml/` knows YAML.
//! - **lower**: the trees to typed entries with places. Only `lower/` matches on the shapes of YAML: a new key goes there.
//! - **lint**: rules over what was lowered. A new check is a function there, a line in its list of rules and a row in the
//!   table of diagnostics.
//! - **generate**: the [`Catalog`](catalog::Catalog), in which nothing can be wrong any more, to Rust. Pages and exports are
//!   made of the same value, in `token-codes-docs`.
//!
//! What all stages share is where reports go. A part of which nothing could be made is `Err(Reported)`, which only a report
//! gives. [`edit`] changes a catalog's text by its trees, and leaves the rest of it as it is.
//!
//! ```
//! let source = token_codes_build::Source::new("catalog.yaml", "\
//! locales: [en]
//! codes:
//!   TOK005:
//!     params: {max_hours: integer}
//!     message: must not expire more than {1} hours ahead
//! ");
//! let mistakes = token_codes_build::read(&source).unwrap_err();
//! assert_eq!(mistakes.to_string(), "\
//! error[unknown-placeholder]: the message uses `{1}`, but `TOK005` has 1 param
//!  --> catalog.yaml:5:40
//!   |
//! 4 |     params: {max_hours: integer}
//!   |             -------------------- 1 param declared here
//! 5 |     message: must not expire more than {1} hours ahead
//!   |                                        ^^^ no such param
//!   |
//!   = help: the placeholder is `{0}` (`max_hours`); for the text itself, write `{{1}}`");
//! ```
#![deny(missing_docs)]

mod assemble;
pub mod catalog;
#[doc(hidden)]
pub mod characters;
pub mod cldr;
mod compile;
mod context;
mod diagnostic;
pub mod diff;
pub mod edit;
#[cfg(feature = "exchange")]
mod exchange;
mod generate;
mod headings;
mod identifier;
mod lines;
mod lint;
mod lower;
mod model;
mod options;
mod parse;
mod plural_notes;
mod reports;
mod roles;
mod source;
mod source_files;
mod source_texts;
#[doc(hidden)]
pub mod suggest;
mod template;
mod text_field;
mod yaml;

use std::ops::Range;

use context::Context;
use parse::Parsed;
use reports::{Reported, Reports};

pub use compile::{CompileError, compile, compile_with};
pub use diagnostic::{Diagnostic, Diagnostics, Kind, Label, Level};
pub use generate::{GenerateError, generate};
pub use options::Options;
pub use source::{Lines, MAX_BYTES, Position, Source, SourceFile};
pub use source_files::is_catalog_file;

/// A catalog without mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// The catalog.
    pub catalog: catalog::Catalog,
    /// What is worth a look all the same; none of them is an error.
    pub warnings: Diagnostics,
}

/// Parses and checks a catalog.
///
/// # Errors
///
/// Every mistake in it, in the order of its files, warnings included. What is no YAML costs the field or entry that it is
/// in; the search goes on after it. It ends where an entry has more than 32 such mistakes, which is said, and in a file
/// that is written in brackets, is a list, or is nested too deeply as a whole.
pub fn read(source: &Source) -> Result<Checked, Diagnostics> {
    read_with(source, Options::default())
}

/// Parses and checks a catalog, as the caller wants it; see [`Options`].
///
/// # Errors
///
/// As [`read`].
pub fn read_with(source: &Source, options: Options) -> Result<Checked, Diagnostics> {
    source_files::check_size(source)?;
    let mut reports = Reports::default();
    let parsed = parse::parse(source, &mut reports);
    read_parsed(&parsed, options, reports)
}

/// Checks a catalog that has been parsed; `reports` is what was said then.
fn read_parsed(parsed: &Parsed<'_>, options: Options, mut reports: Reports) -> Result<Checked, Diagnostics> {
    let checked = check(parsed, options, &mut reports);
    reports.extend(checked.without_codes);
    let found = Diagnostics::new(parsed.source.clone(), reports.into_vec()).with_entries(checked.entries);
    match checked.catalog {
        Ok(catalog) if !found.has_errors() => Ok(Checked { catalog, warnings: found }),
        // What gives no catalog has said why.
        _ => Err(found),
    }
}

/// What is known of a catalog after every rule has been asked.
struct Outcome {
    /// Without mistakes only if no error was reported.
    catalog: Result<catalog::Catalog, Reported>,
    /// What to say of files without codes: no mistake for whoever is about to add one, and so not reported yet.
    without_codes: Vec<Diagnostic>,
    /// Where the entry of each code is.
    entries: Vec<(Range<usize>, String)>,
}

/// Lowers a catalog and looks at it.
fn check(parsed: &Parsed<'_>, options: Options, reports: &mut Reports) -> Outcome {
    let mut context = Context::new(parsed.source, reports);
    let model = lower::lower(&mut context, parsed, options);
    lint::lint(&mut context, &model);
    let entries = model.entries.iter().map(|entry| (entry.span.clone(), entry.code.text.clone()));
    Outcome {
        catalog: assemble::assemble(&model),
        entries: entries.collect(),
        without_codes: model.without_codes,
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
