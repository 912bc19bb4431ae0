//! A build script: where it looks for the catalog, and what it does with a second one.
//!
//! Each is this test's own executable, run again as cargo or another build system runs a build script.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use token_codes_build::{CompileError, compile};

const P0: &str = "locales: [en]\ncodes:\n  P0: {message: plain}\n";

/// Not a test: the build script, when the others run it.
#[test]
#[ignore = "it is run by the other tests, with a package"]
fn build_script() -> Result<(), CompileError> {
    let catalogs = std::env::var("CATALOGS").expect("the test that runs this sets it");
    catalogs.split(' ').try_for_each(compile)
}

/// A package with catalogs, an output folder and another folder.
fn package() -> TempDir {
    let package = tempfile::tempdir().unwrap();
    for folder in ["out", "elsewhere"] {
        fs::create_dir(package.path().join(folder)).unwrap();
    }
    fs::write(package.path().join("catalog.yaml"), P0).unwrap();
    fs::write(package.path().join("other.yaml"), P0.replace("P0", "Q0")).unwrap();
    package
}

fn run(package: &Path, catalogs: &str, current: &Path) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "build_script", "--ignored", "--nocapture"])
        .envs([("CARGO_MANIFEST_DIR", package), ("OUT_DIR", &package.join("out"))])
        .env("CATALOGS", catalogs)
        .current_dir(current)
        .output()
        .unwrap()
}

fn generated(package: &Path) -> String {
    fs::read_to_string(package.join("out/token_codes.rs")).unwrap()
}

#[test]
fn a_path_is_relative_to_the_package_wherever_the_script_runs() {
    let package = package();
    for current in ["", "elsewhere"] {
        let _ = fs::remove_file(package.path().join("out/token_codes.rs"));
        let output = run(package.path(), "catalog.yaml", &package.path().join(current));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(generated(package.path()).contains("P0"));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("cargo::rerun-if-changed=catalog.yaml\n"), "{said}");
    }
}

#[test]
fn a_second_catalog_does_not_overwrite_the_first() {
    let package = package();
    let output = run(package.path(), "catalog.yaml other.yaml", package.path());
    assert!(!output.status.success());
    let said =
        String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains(
            "`catalog.yaml` has been compiled for this crate already, and `other.yaml` would overwrite it\n\
             help: put both into one folder"
        ),
        "{said}"
    );
    assert!(generated(package.path()).contains("P0"));
    assert!(run(package.path(), "catalog.yaml catalog.yaml", package.path()).status.success());
}
