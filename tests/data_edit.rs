//! A new code is a data edit: an entry in `catalog.yaml`, and no Rust changes.
//!
//! The test edits the catalog in a copy of the project, and builds a crate that depends on the copy from outside its
//! workspace. Both stay in `target/tmp/data_edit` until the next run.

mod support;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use support::{Report, modified, write_newer};

/// Appended to the catalog, whose last key is `codes`.
const ENTRY: &str = "
  TOK014:
    name: too-many-tokens
    params:
      max_tokens: integer
    message:
      ja: トークンは{0}個までです。
      en: At most {0} tokens are allowed.
    summary: Too many tokens
    description: The user has as many tokens as are allowed.
    causes:
      - Tokens were not revoked after use.
    resolution:
      - Revoke one of the {0} tokens.
";

const PROGRAM: &str = "\
use token_codes::{Code, Locale, TokenCode};

#[derive(Debug, TokenCode)]
#[token(TOK014)]
struct TooManyTokens {
    max_tokens: u32,
}

fn main() {
    let error = TooManyTokens {
        max_tokens: 5,
    };
    println!(\"{error}\");
    println!(\"{error:#}\");
    println!(\"{}\", error.localized(Locale::En));
    println!(\"{:?} {}\", Code::TooManyTokens, Code::TOK014.summary());
    println!(\"{:?}\", Code::from_code(\"TOK014\"));
}
";

const CRATES: [&str; 2] = ["token-codes", "downstream"];

#[test]
fn a_new_code_needs_no_rust() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("data_edit");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the last run's folder can be removed");
    }
    let project = Project::copy_to(folder.join("project"));
    let downstream = Downstream::create(folder.join("downstream"));

    // Without the entry, the code does not exist.
    let unknown = downstream.build().failed();
    unknown.says("error: unknown code `TOK014`");
    unknown.says("--> src/main.rs:4:9");

    // The entry is all that it takes.
    let catalog = format!("{}{ENTRY}", project.catalog);
    project.write_catalog(&catalog);
    let output = "\
トークンは5個までです。
TOK014: トークンは5個までです。
At most 5 tokens are allowed.
TOK014 Too many tokens
Some(TOK014)
";
    assert_eq!(downstream.run().passed().stdout, output);

    // A changed text is seen downstream.
    let catalog = replace(&catalog, "At most {0} tokens are allowed.", "'{0} tokens are \"enough\".'");
    let catalog = replace(&catalog, "summary: Too many tokens", "summary: More tokens than allowed");
    project.write_catalog(&catalog);
    let output = replace(output, "At most 5 tokens are allowed.", "5 tokens are \"enough\".");
    let output = replace(&output, "Too many tokens", "More tokens than allowed");
    assert_eq!(downstream.run().passed().stdout, output);

    // A type that does not supply what the new message needs is rejected, with one error.
    let without_field = replace(PROGRAM, "    max_tokens: u32,\n", "");
    downstream.write_main(&replace(&without_field, "        max_tokens: 5,\n", ""));
    let unfilled = downstream.build().failed();
    unfilled.says("error: `TOK014` has the placeholder {0} (`max_tokens`), but no field supplies it");
    unfilled.says("--> src/main.rs:5:8");
    unfilled.says("could not compile `downstream` (bin \"downstream\") due to 1 previous error");
    downstream.write_main(PROGRAM);

    // A mistake in the catalog stops the build where it is, and its correction is all that it takes again.
    let mistaken = replace(&catalog, "'{0} tokens", "'Five tokens");
    project.write_catalog(&mistaken);
    let stopped = downstream.build().failed();
    stopped.says("error[missing-placeholder]: ");
    stopped.says(&format!("--> catalog.yaml:{}\n", position(&mistaken, "'Five tokens")));
    project.write_catalog(&catalog);
    assert_eq!(downstream.run().passed().stdout, output);

    // A warning does not stop the build, and has its place too, on cargo's one line.
    let warned = replace(&catalog, "summary: More tokens than allowed", "summary: {ja: 多い}");
    project.write_catalog(&warned);
    downstream.build().passed().says(&format!(
        "warning: token-codes@0.1.0: catalog.yaml:{}: `summary` of `TOK014` lacks the locale `en`; `ja` stands in \
         [missing-translation]; help: add `en: …` below `summary`\n",
        position(&warned, "summary: {ja: 多い}")
    ));
    project.write_catalog(&catalog);
    assert_eq!(downstream.run().passed().stdout, output);

    // Nothing runs again without a reason.
    let generated = Generated::find(&downstream);
    downstream.build().passed().reran_nothing(&CRATES);
    // This file is part of the package: without `rerun-if-changed`, cargo would run build.rs again on account of it.
    project.touch("LICENSE-MIT");
    downstream.build().passed().reran_nothing(&CRATES);
    assert!(generated == Generated::find(&downstream), "the generated file was written without a reason");

    // A comment runs build.rs again, which has nothing to write.
    project.write_catalog(&format!("# A comment.\n{catalog}"));
    let rerun = downstream.build().passed();
    rerun.says("catalog.yaml` has changed");
    rerun.says("build-script-build`");
    assert!(generated == Generated::find(&downstream), "the generated file was written for a comment");
    downstream.build().passed().reran_nothing(&CRATES);
}

/// A copy of this project.
struct Project {
    folder: PathBuf,
    /// The catalog before any edit.
    catalog: String,
}

impl Project {
    fn copy_to(folder: PathBuf) -> Self {
        copy(Path::new(env!("CARGO_MANIFEST_DIR")), &folder);
        let catalog = fs::read_to_string(folder.join("catalog.yaml")).expect("the catalog was copied");
        assert!(
            !catalog.contains("TOK014"),
            "the catalog has a TOK014: this test needs a code that it lacks"
        );
        Self { folder, catalog }
    }

    fn write_catalog(&self, text: &str) {
        write_newer(&self.folder.join("catalog.yaml"), text);
    }

    /// Makes a file newer, and leaves what is in it.
    fn touch(&self, file: &str) {
        let file = self.folder.join(file);
        write_newer(&file, &fs::read_to_string(&file).expect("the file was copied"));
    }
}

/// A crate that depends on the copy, in a workspace of its own.
struct Downstream {
    folder: PathBuf,
}

impl Downstream {
    /// Creates it beside the copy.
    fn create(folder: PathBuf) -> Self {
        fs::create_dir_all(folder.join("src")).expect("the folder can be created");
        let manifest = "\
[package]
name = \"downstream\"
edition = \"2024\"

[dependencies]
token-codes = { path = \"../project\" }

# Less to write, so the test takes less time.
[profile.dev]
debug = false

[workspace]
";
        fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
        // The versions that the outer build has downloaded.
        fs::copy(folder.join("../project/Cargo.lock"), folder.join("Cargo.lock"))
            .expect("there is a lock file");
        let downstream = Self { folder };
        downstream.write_main(PROGRAM);
        downstream
    }

    fn write_main(&self, text: &str) {
        write_newer(&self.folder.join("src/main.rs"), text);
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Says what is fresh and what is not, and why.
    fn build(&self) -> Report {
        self.cargo(&["build", "--verbose"])
    }

    fn run(&self) -> Report {
        self.cargo(&["run", "--quiet"])
    }

    fn cargo(&self, arguments: &[&str]) -> Report {
        support::cargo(&self.folder, &self.target(), arguments)
    }
}

/// The file that build.rs has written, and when.
#[derive(PartialEq)]
struct Generated {
    text: String,
    written: SystemTime,
}

impl Generated {
    fn find(downstream: &Downstream) -> Self {
        let build = downstream.target().join("debug/build");
        let files = entries(&build).into_iter().map(|folder| folder.join("out/token_codes.rs"));
        let files: Vec<_> = files.filter(|file| file.exists()).collect();
        let [file] = &*files else { panic!("one generated file in {}: {files:?}", build.display()) };
        Self { text: fs::read_to_string(file).expect("it is a text"), written: modified(file) }
    }
}

/// Copies a folder, without what git and cargo keep in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be created");
    for path in entries(from) {
        let name = path.file_name().expect("an entry has a name");
        // The target folder may have another name, and holds the copy: it would be copied without end.
        let is_target =
            name == OsStr::new("target") || Path::new(env!("CARGO_TARGET_TMPDIR")).starts_with(&path);
        if is_target || name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let copied = to.join(name);
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("the file can be copied");
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.expect("the folder can be read").path()).collect()
}

/// Replaces what occurs.
#[track_caller]
fn replace(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "no `{from}` in:\n{text}");
    text.replace(from, to)
}

/// `LINE:COLUMN` of the first `part`, for a line of ASCII up to there.
#[track_caller]
fn position(text: &str, part: &str) -> String {
    let before = &text[..text.find(part).expect("the part is there")];
    let column = before.len() - before.rfind('\n').map_or(0, |end| end + 1) + 1;
    format!("{}:{column}", before.matches('\n').count() + 1)
}
