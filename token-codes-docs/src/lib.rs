//! The reference pages of a catalog, in several formats.
//!
//! Each format is a function from a [`Catalog`](token_codes_build::catalog::Catalog) to files: nothing is read, and the
//! same catalog always gives the same files. [`folder`] brings them to disk, and says whether what is there is current.
#![deny(missing_docs)]

mod entry_json;
pub mod folder;
pub mod html;
pub mod json;
pub mod markdown;
mod slug;
mod staged_file;
pub mod typescript;

pub use entry_json::{ColumnsJson, EntryJson};
pub use slug::slugs;
pub use staged_file::{Lock, StagedFile};

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
