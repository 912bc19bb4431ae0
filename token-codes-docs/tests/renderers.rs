//! The Markdown pages as a real Docusaurus and a real mdBook show them in a browser: this writes the pages and what they
//! should show; `renderers/compare.mjs` looks at them.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use support::texts::{HOSTILE, text, yaml};
use support::{pages, shown};

const THIRTEEN: &str = include_str!("../../catalog.yaml");

/// Codes whose anchors are not those that headings have, and whose pages might be called as others.
const ODD: &str = r"
locales: [en, zh-Hant, con]
checks: {untranslated: allow, missing-translation: allow, duplicate-message: allow}
codes:
  A.1: {message: {en: one}}
  a-1: {message: {en: two}}
  '000012': {message: {en: three}, description: d}
  message: {message: {en: four}, description: d}
  MESSAGE-1: {message: {en: five}}
  overview: {message: {en: six}}
  ab: {message: {en: seven}}
  AB: {message: {en: eight}}
  AB-1: {message: {en: nine}}
  a_b: {message: {en: ten}}
  CON: {message: {en: eleven}}
  index: {message: {en: twelve}}
  README: {message: {en: thirteen}}
  codes: {message: {en: fourteen}}
  404-gone: {message: {en: fifteen}}
  410-gone: {message: {en: sixteen}}
  gone: {message: {en: seventeen}}
";

/// How many texts are made up beside those that are known to be hostile.
const MADE_UP: usize = 60;

#[test]
#[ignore = "needs Docusaurus, mdBook and a browser: `token-codes-docs/tests/renderers/run` installs them"]
fn write_pages_and_what_they_should_show() {
    let work = PathBuf::from(env::var_os("WORK").expect("`token-codes-docs/tests/renderers/run` sets it"));
    let mut runner = TestRunner::deterministic();
    let made_up = (0..MADE_UP).map(|_| text().new_tree(&mut runner).expect("a text is made up").current());
    let texts = HOSTILE.iter().map(|text| (*text).to_owned()).chain(made_up);
    let texts = texts.filter(|text| !text.trim().is_empty()).map(|text| with_plain_title(&yaml(&text)));
    let catalogs = [THIRTEEN.to_owned(), ODD.to_owned()].into_iter().chain(texts);
    let (mut expected, mut summary) = (BTreeMap::new(), String::from("# Summary\n\n"));
    for (number, catalog) in catalogs.enumerate() {
        for file in pages(&catalog) {
            let path = format!("t{number:03}/{}", file.path);
            write(&work.join("pages").join(&path), &file.text);
            writeln!(summary, "- [{path}]({path})").expect("a text can always be written");
            expected.insert(path, shown(&file.text));
        }
    }
    // What the title of a Docusaurus site leads to.
    write(&work.join("pages/index.md"), "# Pages\n");
    write(&work.join("pages/SUMMARY.md"), &summary);
    write(&work.join("book.toml"), "[book]\nsrc = \"pages\"\n");
    write(&work.join("expected.json"), &serde_json::to_string(&expected).expect("texts are JSON"));
}

/// Without backslashes in the title: Docusaurus 3.10 puts it into a script as it is, which ends the build.
fn with_plain_title(yaml: &str) -> String {
    let (title, rest) = yaml.split_once('\n').expect("the title is on the first line");
    let title: serde_json::Value =
        serde_json::from_str(&title["title: ".len()..]).expect("it is a JSON text");
    let title = title.as_str().expect("it is a text").replace('\\', "/");
    format!("title: {}\n{rest}", serde_json::json!(title))
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}
