//! From an empty folder to a message on the screen, in the steps that the README tells.
//!
//! Nothing is downloaded: the versions are those of the workspace's own lock file.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::fs;
use std::path::Path;
use std::process::Command;

use project::Project;

const PROGRAM: &str = "\
use token_codes::TokenCode;

#[derive(Debug, TokenCode)]
#[token(SHOP001, catalog = shop_codes)]
struct OutOfStock {
    item: String,
}

fn main() {
    let error = OutOfStock { item: \"tea\".into() };
    println!(\"{error:#}\");
    println!(\"{}\", error.localized(shop_codes::Locale::En));
    assert_eq!(error.code(), shop_codes::Code::OutOfStock);
}
";

#[test]
fn from_an_empty_folder_to_a_message() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in the workspace");
    let project = Project::new(&[]);
    cargo(&project, "", &["new", "--lib", "shop-codes", "--vcs=none"]);
    let library = project.file("shop-codes");
    let token_codes = |arguments: &[&str]| {
        let output = project.command(arguments).current_dir(&library).output().expect("the binary runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    token_codes(&["init", "--locales=ja,en", "--path", &workspace.display().to_string()]);
    token_codes(&[
        "add",
        "SHOP",
        "--name=out-of-stock",
        "--param=item:text",
        "--message=ja=商品 {0} は売り切れです。",
        "--message=en={0} is out of stock.",
    ]);
    fs::copy(workspace.join("Cargo.lock"), library.join("Cargo.lock")).expect("there is a lock file");
    let built = cargo(&project, "shop-codes", &["build"]);
    assert!(!built.contains("warning"), "{built}");

    cargo(&project, "", &["new", "--bin", "shop", "--vcs=none"]);
    let manifest = project.read("shop/Cargo.toml");
    let path = workspace.display();
    project.write(
        "shop/Cargo.toml",
        &format!(
            "{manifest}shop-codes = {{ path = \"../shop-codes\" }}
token-codes = {{ path = '{path}', default-features = false }}
"
        ),
    );
    project.write("shop/src/main.rs", PROGRAM);
    fs::copy(workspace.join("Cargo.lock"), project.file("shop/Cargo.lock")).expect("there is a lock file");
    let shown = cargo(&project, "shop", &["run", "--quiet"]);
    assert_eq!(shown, "SHOP001: 商品 tea は売り切れです。\ntea is out of stock.\n");
}

/// What cargo says, on both streams.
fn cargo(project: &Project, folder: &str, arguments: &[&str]) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("story");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--color=never"])
        .current_dir(project.file(folder))
        // Whoever sets these for the outer build means that one. What both crates share is built once.
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_BUILD_BUILD_DIR", &target)
        .env_remove("CARGO_BUILD_TARGET")
        .output()
        .expect("cargo can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "`cargo {}` failed:\n{said}", arguments.join(" "));
    format!("{said}{}", String::from_utf8_lossy(&output.stdout))
}
