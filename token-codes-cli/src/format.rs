//! For whom an answer is: a person or a program.

use clap::ValueEnum;
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person
    Human,
    /// For a program: JSON, an object on a line of its own for each item
    Json,
}

/// An object on a line of its own.
pub(crate) fn json_line(object: &impl Serialize) -> String {
    let json = serde_json::to_string(object).expect("texts and numbers are always JSON");
    json + "\n"
}
