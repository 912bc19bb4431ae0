//! A catalog in a folder: a file more, one less and an edit of one are all seen by the next build.
//!
//! The test builds a crate outside the workspace, whose `build.rs` compiles a folder. It stays in
//! `target/tmp/folder_edit` until the next run.

#[path = "support/package.rs"]
mod package;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Report, write_newer};

const PROGRAM: &str = "\
token_codes::include_catalog!();

fn main() {
    for code in Code::all() {
        println!(\"{code} {}\", code.message(Locale::En).as_str());
    }
}
";

const FUNCTION: &str = "codes:\n  FUN001: {message: no such function}\n";
const TOKEN: &str = "locales: [en]\ncodes:\n  TOK001: {message: invalid token}\n";

#[test]
fn the_folder_is_never_stale() {
    let families = Families::create();
    families.write("function.yaml", FUNCTION);
    families.write("token.yaml", TOKEN);
    assert_eq!(families.run(), "FUN001 no such function\nTOK001 invalid token\n");
    families.build().passed().reran_nothing(&["token-codes", "families"]);

    // A new file is all that a new family takes.
    families.write("grid.yaml", "codes:\n  GRD001: {message: no such grid}\n");
    assert_eq!(families.run(), "FUN001 no such function\nGRD001 no such grid\nTOK001 invalid token\n");

    // An edit of one of the files.
    families.write("function.yaml", &FUNCTION.replace("no such", "unknown"));
    assert_eq!(families.run(), "FUN001 unknown function\nGRD001 no such grid\nTOK001 invalid token\n");

    // A mistake is reported in both of the files that it is about.
    families.write("function.yaml", &FUNCTION.replace("FUN001", "TOK001"));
    let stopped = families.build().failed();
    let path = |name| Path::new("catalog").join(name).display().to_string();
    stopped.says(&format!("--> {}:3:3\n", path("token.yaml")));
    stopped.says(&format!("::: {}:2:3\n", path("function.yaml")));

    // A warning has its file too, on cargo's one line.
    families.write("function.yaml", &FUNCTION.replace("no such function", "'no such function '"));
    let warned = families.build().passed();
    warned.says(&format!("warning: families@0.0.0: {}:2:38: the message ends with", path("function.yaml")));
    families.write("function.yaml", FUNCTION);
    assert_eq!(families.run(), "FUN001 no such function\nGRD001 no such grid\nTOK001 invalid token\n");

    // A file less, and one that is older than the last build.
    let (grid, aside) = (families.folder.join("catalog/grid.yaml"), families.folder.join("grid.yaml"));
    fs::rename(&grid, &aside).expect("the file can be moved");
    assert_eq!(families.run(), "FUN001 no such function\nTOK001 invalid token\n");
    fs::rename(&aside, &grid).expect("the file can be moved");
    assert_eq!(families.run(), "FUN001 no such function\nGRD001 no such grid\nTOK001 invalid token\n");
    fs::remove_file(&grid).expect("the file can be removed");
    assert_eq!(families.run(), "FUN001 no such function\nTOK001 invalid token\n");
    families.build().passed().reran_nothing(&["token-codes", "families"]);
}

/// A crate in a workspace of its own, with a catalog of several files.
struct Families {
    folder: PathBuf,
}

impl Families {
    fn create() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("folder_edit");
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the last run's folder can be removed");
        }
        fs::create_dir_all(folder.join("catalog")).expect("the folder can be created");
        package::write(&folder, "families", "catalog", &[("src/main.rs", PROGRAM)]);
        Self { folder }
    }

    fn write(&self, name: &str, text: &str) {
        write_newer(&self.folder.join("catalog").join(name), text);
    }

    /// What the program prints, built anew.
    fn run(&self) -> String {
        self.cargo(&["run", "--quiet"]).passed().stdout
    }

    /// Says what is fresh and what is not.
    fn build(&self) -> Report {
        self.cargo(&["build", "--verbose"])
    }

    fn cargo(&self, arguments: &[&str]) -> Report {
        support::cargo(&self.folder, &self.folder.join("target"), arguments)
    }
}
