//! The reference pages of a catalog, in several formats.
//!
//! Each format is a function from a [`Catalog`] to files: nothing is read, and the same catalog always gives the same files.
//! [`FORMATS`] lists them. [`folder`] brings the files to disk, and says whether what is there is current.
#![deny(missing_docs)]

mod entry_json;
pub mod folder;
pub mod html;
pub mod json;
pub mod markdown;
mod notice;
pub mod openapi;
mod parts;
mod plurals;
mod slug;
mod staged_file;
pub mod typescript;

use token_codes_build::catalog::Catalog;

pub use entry_json::{ColumnsJson, EntryJson};
pub use notice::Notice;
pub use slug::slugs;
// For the command, which replaces files in the same way.
#[doc(hidden)]
pub use staged_file::{Lock, StagedFile};

/// What a catalog can be written as. A format is a module with a `FORMAT`, and a line here.
pub const FORMATS: &[Format] =
    &[markdown::FORMAT, html::FORMAT, json::FORMAT, openapi::FORMAT, typescript::FORMAT];

/// What a catalog can be written as.
///
/// ```
/// let formats: Vec<_> = token_codes_docs::FORMATS.iter().map(|format| format.name).collect();
/// assert_eq!(formats, ["markdown", "html", "json", "openapi", "typescript"]);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Format {
    /// Its name on a command line, such as `markdown`.
    pub name: &'static str,
    /// What it is, in a sentence without a full stop.
    pub about: &'static str,
    /// The files of a catalog.
    pub files: fn(&Catalog) -> Vec<File>,
}

/// A file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the output folder, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub text: String,
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
