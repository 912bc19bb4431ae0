//! What rustc says where a type has no catalog to look in: token-codes is built without its own, or the catalog is
//! included where its macros cannot be found.
//!
//! The tests build crates outside the workspace, which stay in `target/tmp/catalog_in_reach` until the next run.

#[path = "support/package.rs"]
mod package;
// Nothing is edited here.
#[allow(dead_code)]
mod support;

use std::path::Path;

use support::Report;

const CATALOG: &str = "\
locales: [en]
codes:
  P0: {message: plain}
  P1: {params: {item: any}, message: 'item {0}'}
";

/// What uses the impls, and would be one mistake more if there were none.
const USES: &str = "
pub fn uses(error: Mine) -> (String, Box<dyn std::error::Error>) {
    (error.any_code().to_string(), Box::new(error))
}
";

#[test]
fn a_type_that_names_no_catalog_is_one_error_at_the_code() {
    let program = "\
use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
pub enum Mine {
    #[token(P0)]
    Plain,
    #[token(P1)]
    Item { item: String },
    #[token(P0)]
    From(#[from] std::io::Error),
}
";
    let report = check("no_catalog", &format!("{program}{USES}")).failed();
    report.says("error: the type names no catalog, and `token-codes` is built without its own\n");
    report.says(
        "help: write `#[token(catalog = that_crate)]` before the type, with the crate whose catalog has `P0`",
    );
    report.says("--> src/lib.rs:5:13\n");
    report.says("due to 1 previous error\n");

    let named = program.replace("pub enum", "#[token(catalog = crate)]\npub enum");
    check("no_catalog", &format!("token_codes::include_catalog!();\n{named}{USES}")).passed();
}

#[test]
fn a_catalog_that_is_misplaced_too_is_one_error() {
    let program = "\
#[derive(Debug, token_codes::TokenCode)]
pub enum Mine {
    #[token(P0, catalog = crate)]
    Plain,
}
";
    let report = check("misplaced", program).failed();
    report.says("help: move it: write `#[token(catalog = crate)]` before `enum Mine`\n");
    report.says("due to 1 previous error\n");
}

#[test]
fn the_message_of_no_catalog_says_whose_to_call() {
    let report =
        check("no_message", "pub fn uses() -> String { token_codes::message!(P0).to_string() }").failed();
    report.says("help: call the `message!` of the crate that has yours");
    report.says("due to 1 previous error\n");
}

#[test]
fn a_catalog_in_a_module_is_one_error_that_says_where_it_belongs() {
    let program = "\
pub mod codes { token_codes::include_catalog!(); }
use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(P0, catalog = crate::codes)]
pub struct Mine;

#[derive(Debug, TokenCode)]
#[token(P1, catalog = codes)]
pub struct Other { item: u8 }

pub fn message() -> String { codes::message!(P0).to_string() }
";
    let report = check("in_a_module", &format!("{program}{USES}")).failed();
    report.says("could not find `include_catalog_belongs_in_the_root_of_the_crate` in the crate root\n");
    report.says("--> src/lib.rs:1:17\n");
    report.says("due to 1 previous error\n");
}

/// Checks a crate with this program and the catalog.
fn check(name: &str, program: &str) -> Report {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("catalog_in_reach").join(name);
    package::write(&folder, name, "catalog.yaml", &[("catalog.yaml", CATALOG), ("src/lib.rs", program)]);
    support::cargo(&folder, &folder.join("../target"), &["check"])
}
