//! What of a catalog is in the program that uses it.

use std::process::Command;

use token_codes_benches::executable;

use crate::figure::Figure;
use crate::project::{artifacts, root};

#[allow(clippy::cast_precision_loss, reason = "the counts are small")]
pub(crate) fn figures() -> Vec<Figure> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--release", "-p", "token-codes-benches", "--bins"]).current_dir(root());
    let built = artifacts(cargo);
    let program = |name| {
        let artifact = built.iter().find(|artifact| artifact.target == name && artifact.executable.is_some());
        artifact.and_then(|artifact| artifact.executable.as_deref()).expect("it was built")
    };
    let catalog = token_codes_synthetic::catalog(10_000);
    let columns = executable::columns_in(program("two-columns"), &catalog);
    assert!(columns.contains(&"code"), "the search finds what is there");
    let details = columns.iter().filter(|column| executable::DETAILS.contains(column)).count();
    let relocations = |name| executable::relocations(program(name)) as f64;
    let what = "a program that uses `as_str` and `message(Ja)` of 10,000 codes: ";
    let text = token_codes_synthetic::bytes_of_plurals();
    let more = executable::loaded_bytes(program("plural-20")) as f64
        - executable::loaded_bytes(program("plain-20")) as f64;
    vec![
        Figure::at_most(format!("{what}columns of details in it"), 0.0, details as f64, ""),
        Figure::at_most(
            format!("{what}relocations beside an empty program's"),
            10.0,
            relocations("two-columns") - relocations("empty"),
            "",
        ),
        Figure::at_most(
            "a program with a plural in twenty locales: more than one without, beside the texts",
            2_048.0,
            more - text as f64,
            " bytes",
        ),
    ]
}
