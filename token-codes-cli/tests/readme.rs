//! What the README and `docs/catalog.md` tell of catalogs of one's own, done to the letter: commands, files, programs.
//!
//! Nothing is downloaded: the versions are those of the workspace's own lock file.
#![cfg(unix)]

#[path = "../../tests/support/markdown.rs"]
mod markdown;
#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::env;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use markdown::{nth_block, read, section};
use project::Project;

/// What a shell does before the commands of the README: a new crate gets the versions of the workspace.
const PRELUDE: &str = r#"
set -eu
here=$PWD
cargo() {
    command cargo "$@"
    if [ "$1" = new ]; then cp "$here/token-codes/Cargo.lock" "${@: -1}"; fi
}
"#;

#[test]
fn from_an_empty_folder_to_a_message() {
    let readme = read("README.md");
    let own = section(&readme, "## Your own catalog");
    let project = beside_a_checkout();
    let said = bash(&project, nth_block(own, "sh", 0));
    assert!(!said.contains("warning"), "{said}");
    assert!(said.contains("added `SHOP001` at catalog.yaml:"), "{said}");

    // The second block starts in the folder in which the first one ends.
    bash(&project, &format!("cd shop-codes\n{}", nth_block(own, "sh", 1)));
    let program = nth_block(own, "rust,ignore", 0);
    project.write("shop/src/main.rs", program);
    let (_, promised) = program.split_once("// ").expect("the program says what it shows");
    let promised = promised.lines().next().expect("there is a line");
    assert_eq!(bash(&project, "cd shop\ncargo run --quiet"), format!("{promised}\n"));
}

#[test]
fn the_same_by_hand_and_with_columns() {
    let page = read("docs/catalog.md");
    let (by_hand, columns) = (section(&page, "## In a crate by hand"), section(&page, "## Columns"));
    let project = beside_a_checkout();
    bash(&project, "cargo new by-hand");
    let manifest =
        project.read("by-hand/Cargo.toml").replace("[dependencies]\n", nth_block(by_hand, "toml", 0));
    // The versions that the page names are not published yet.
    let patch = "[patch.crates-io]\ntoken-codes.path = '../token-codes'\n\
                 token-codes-build.path = '../token-codes/token-codes-build'\n";
    project.write("by-hand/Cargo.toml", &format!("{manifest}\n{patch}"));
    project.write("by-hand/build.rs", nth_block(by_hand, "rust,ignore", 0));
    project.write("by-hand/catalog.yaml", nth_block(columns, "yaml", 0));
    let program = format!(
        "{}\nfn main() {{\n    let error: Box<dyn token_codes::TokenCode> = Box::new(message!(TOK005));\n{}\n    \
         println!(\"{{status:?}} {{severity:?}}\");\n}}\n",
        nth_block(by_hand, "rust,ignore", 1),
        nth_block(columns, "rust,ignore", 0)
    );
    project.write("by-hand/src/main.rs", &program);
    let shown = bash(&project, "cd by-hand\ncargo run --quiet");
    let columns = "http_status = 422\nseverity = error\nteam = identity\nretryable = false\n";
    assert_eq!(shown, format!("{columns}Some(422) Some(error)\n"));
}

/// A folder with nothing but a checkout of this repository in it.
fn beside_a_checkout() -> Project {
    let project = Project::new(&[]);
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in the workspace");
    symlink(workspace, project.file("token-codes")).expect("a link can be made");
    project
}

/// What the commands say, on both streams.
fn bash(project: &Project, commands: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_token-codes")).parent().expect("a file is in a folder");
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([binary.to_owned()].into_iter().chain(env::split_paths(&path)));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1\n{PRELUDE}{commands}")])
        .current_dir(project.path())
        .env("PATH", path.expect("the path can be joined"))
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_TERM_COLOR", "never")
        // Whoever sets these for the outer build means that one. What the crates share is built once.
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_BUILD_BUILD_DIR", &target)
        .env_remove("CARGO_BUILD_TARGET")
        .output()
        .expect("bash can be started");
    let said = String::from_utf8(output.stdout).expect("the output is UTF-8");
    assert!(output.status.success(), "{commands}\n{said}");
    said
}
