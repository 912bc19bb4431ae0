//! `token-codes init`, run as its users run it.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use project::Project;

const MANIFEST: &str = "\
# A comment.
[package]
name    = \"shop-codes\"   # aligned by hand
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
";

const LIBRARY: &str = "//! The codes of the shop.\n\n#![no_std]\n\npub mod a;\n";

fn package() -> Project {
    Project::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", LIBRARY)])
}

#[test]
fn a_new_crate_gets_all_that_it_needs() {
    let project = package();
    let shown = project.run(&["init", "--locales", "ja, en"]).done();
    assert_eq!(
        shown,
        "\
created catalog.yaml
created build.rs
added the dependencies `token-codes` and `token-codes-build` to Cargo.toml
added the line `token_codes::include_catalog!();` to src/lib.rs

next:
  cargo build                 builds `Code`, `Locale` and `message!` from catalog.yaml
  token-codes add APP         adds the next code
  token-codes check --watch   reports every mistake in the catalog while you edit it

then, in a crate that depends on this one and on token-codes:
  #[derive(Debug, TokenCode)]
  #[token(catalog = shop_codes)]
"
    );
    assert_eq!(
        project.read("Cargo.toml"),
        format!(
            "{MANIFEST}token-codes = {{ version = \"0.1\", default-features = false }}

[build-dependencies]
token-codes-build = \"0.1\"
"
        )
    );
    assert_eq!(
        project.read("build.rs"),
        "\
fn main() -> Result<(), Box<dyn std::error::Error>> {
    token_codes_build::compile(\"catalog.yaml\")?;
    Ok(())
}
"
    );
    assert_eq!(
        project.read("src/lib.rs"),
        LIBRARY.replace("pub mod", "token_codes::include_catalog!();\n\npub mod")
    );
    let catalog = project.read("catalog.yaml");
    assert!(catalog.contains("locales: [ja, en]\n") && !catalog.contains("$schema"), "{catalog}");
    assert_eq!(project.run(&["check"]).done(), "no mistakes in catalog.yaml\n");
}

#[test]
fn the_second_run_changes_nothing() {
    let project = package();
    project.run(&["init"]).done();
    let files = ["Cargo.toml", "build.rs", "catalog.yaml", "src/lib.rs"];
    let before = files.map(|file| project.read(file));
    let shown = project.run(&["init", "--locales=fr"]).done();
    assert!(shown.ends_with("\nnothing to do: this crate has its catalog\n"), "{shown}");
    assert_eq!(files.map(|file| project.read(file)), before);
}

#[test]
fn what_is_there_is_kept_and_the_rest_is_told() {
    let manifest = "\
[dependencies]
codes = { package = \"token-codes\", version = \"0.1\" }
[package]
name = \"shop\"
build = \"make.rs\"
[build-dependencies.token-codes-build]
version = \"0.1\"
";
    let project = Project::new(&[
        ("Cargo.toml", manifest),
        ("make.rs", "fn main() {}\n"),
        ("catalog.yaml", "mine"),
        ("src/main.rs", "fn main() {}\n"),
    ]);
    let shown = project.run(&["init"]).done();
    for said in [
        "kept catalog.yaml, which has what it needs\n",
        "kept make.rs as it is; add to its `main`: token_codes_build::compile(\"catalog.yaml\")?;\n",
        "kept Cargo.toml, which has what it needs\n",
        "added the line `codes::include_catalog!();` to src/main.rs\n",
        "kept `codes` in Cargo.toml as it is; with `default-features = false`, it has no codes of its own\n",
    ] {
        assert!(shown.contains(said), "`{said}` is not in\n{shown}");
    }
    assert_eq!(project.read("Cargo.toml"), manifest);
    assert_eq!(project.read("make.rs"), "fn main() {}\n");
    assert_eq!(project.read("catalog.yaml"), "mine");
    assert_eq!(project.read("src/main.rs"), "codes::include_catalog!();\n\nfn main() {}\n");
}

#[test]
fn a_folder_of_the_package_will_do_and_paths_are_seen_from_the_package() {
    let project = package();
    project.write("src/deep/mod.rs", "");
    let checkout = Project::new(&[
        ("Cargo.toml", ""),
        ("token-codes/src/lib.rs", ""),
        ("token-codes-build/Cargo.toml", ""),
        ("catalog.schema.json", ""),
    ]);
    let name = checkout.path().file_name().unwrap().to_str().unwrap();
    // Both are folders in the temporary one.
    let path = format!("../../../{name}/");
    let output = project.command(&["init", "--path", &path]).current_dir(project.file("src/deep")).output();
    assert!(output.unwrap().status.success());
    let manifest = project.read("Cargo.toml");
    assert!(
        manifest.contains(&format!("token-codes = {{ path = \"../{name}\", default-features = false }}\n")),
        "{manifest}"
    );
    assert!(
        manifest.contains(&format!("token-codes-build = {{ path = \"../{name}/token-codes-build\" }}\n")),
        "{manifest}"
    );
    let catalog = project.read("catalog.yaml");
    let schema = format!("# yaml-language-server: $schema=../{name}/catalog.schema.json\n");
    assert!(catalog.starts_with(&schema), "{catalog}");
}

#[test]
fn line_breaks_of_windows_are_kept() {
    let project = package();
    let manifest = format!("{MANIFEST}\n[profile.dev]\nopt-level = 1\n");
    project.write("Cargo.toml", &manifest.replace('\n', "\r\n"));
    project.write("src/lib.rs", &LIBRARY.replace('\n', "\r\n"));
    project.run(&["init"]).done();
    let edited = project.read("Cargo.toml");
    assert_eq!(edited.matches('\n').count(), edited.matches("\r\n").count(), "{edited:?}");
    let (head, _) = MANIFEST.split_once("[dependencies]").unwrap();
    assert!(edited.starts_with(&head.replace('\n', "\r\n")), "{edited:?}");
    let library = project.read("src/lib.rs");
    assert_eq!(library.matches('\n').count(), library.matches("\r\n").count(), "{library:?}");
}

#[track_caller]
fn assert_refused(project: &Project, arguments: &[&str], exit_code: i32, said: &str) {
    let before = project.names();
    let shown = project.run(&[&["init"], arguments].concat()).failed(exit_code);
    assert!(shown.contains(said), "`{said}` is not in\n{shown}");
    assert_eq!(project.names(), before, "nothing was written");
}

#[test]
fn what_is_wrong_is_told_before_anything_is_written() {
    assert_refused(&Project::new(&[]), &[], 1, "there is no `Cargo.toml` in");
    let workspace = Project::new(&[("Cargo.toml", "[workspace]\nmembers = [\"a\"]\n")]);
    assert_refused(
        &workspace,
        &[],
        1,
        "is a workspace without a package\n  help: run this in the folder of one",
    );
    let broken = Project::new(&[("Cargo.toml", "[package\n")]);
    assert_refused(&broken, &[], 1, "Cargo.toml` cannot be read: TOML parse error at line 1");
    let empty = Project::new(&[("Cargo.toml", MANIFEST)]);
    assert_refused(&empty, &[], 1, "there is neither `src/lib.rs` nor `src/main.rs`");
    assert_refused(
        &package(),
        &["--path=nowhere"],
        2,
        "`nowhere` does not hold token-codes: it has no `Cargo.toml`",
    );
    assert_refused(&package(), &["--locales=en,日本"], 2, "error: `--locales`: ");
    let project = package();
    project.write("Cargo.toml", &MANIFEST.replace("edition", "build = false\nedition"));
    assert_refused(&project, &[], 1, "the package has no build script");
}

#[test]
fn a_catalog_that_is_a_folder_is_taken_as_it_is() {
    let project = Project::new(&[
        ("Cargo.toml", "[package]\nname = \"a\"\n[lib]\nname = \"codes\"\n"),
        ("src/lib.rs", ""),
        ("catalog/shop.yaml", "locales: [en]\ncodes: {A1: {message: x}}\n"),
    ]);
    let shown = project.run(&["init"]).done();
    assert!(shown.starts_with("kept catalog, which has what it needs\ncreated build.rs\n"), "{shown}");
    assert!(shown.ends_with("#[token(catalog = codes)]\n"), "{shown}");
    assert!(project.read("build.rs").contains("compile(\"catalog\")?;"));
    assert_eq!(project.names(), ["Cargo.toml", "build.rs", "catalog", "src"]);
}
