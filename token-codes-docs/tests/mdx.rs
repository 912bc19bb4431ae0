//! The Markdown pages, compiled as MDX: they show there what they show to a Markdown parser.

mod support;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use support::texts::{HOSTILE, text, yaml, yaml_with_plurals};
use support::{pages, shown};

const THIRTEEN: &str = include_str!("../../catalog.yaml");

/// How many texts are made up beside those that are known to be hostile.
const MADE_UP: usize = 300;

#[test]
#[ignore = "needs node and packages: `token-codes-docs/tests/mdx/run` installs them"]
fn mdx_shows_what_markdown_shows() {
    let mut runner = TestRunner::deterministic();
    let made_up = (0..MADE_UP).map(|_| text().new_tree(&mut runner).expect("a text is made up").current());
    let texts = HOSTILE.iter().map(|text| (*text).to_owned()).chain(made_up);
    let mut files = pages(THIRTEEN);
    files
        .extend(texts.flat_map(|text| [yaml(&text), yaml_with_plurals(&text)]).flat_map(|yaml| pages(&yaml)));
    let pages: Vec<&str> = files.iter().map(|file| &*file.text).collect();
    let compiled = compile(&pages);
    assert_eq!(compiled.len(), pages.len());
    for (page, compiled) in pages.iter().zip(&compiled) {
        assert_eq!(*compiled, shown(page), "{page}");
    }
}

/// The lines that each page shows as MDX.
fn compile(pages: &[&str]) -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mdx");
    let mut node = Command::new("node")
        .arg("shown.mjs")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    let mut input = node.stdin.take().expect("it is piped");
    input.write_all(serde_json::to_string(pages).expect("texts are JSON").as_bytes()).expect("node reads");
    drop(input);
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("node writes JSON")
}
