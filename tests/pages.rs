//! The README and the pages in `docs/`: what they promise, and where they point.

#[path = "support/markdown.rs"]
mod markdown;

use std::fs;
use std::path::Path;

use markdown::{anchors, blocks, links, nth_block, prose, read, root};

/// Every page that is written by hand, and the one on the mistakes; the reference pages have tests of their own.
fn pages() -> Vec<String> {
    let mut pages = ["README.md", "CHANGELOG.md"].map(str::to_owned).to_vec();
    for folder in fs::read_dir(root()).expect("the root can be read") {
        let name = folder.expect("the root can be read").file_name().into_string().expect("it is UTF-8");
        let readme = format!("{name}/README.md");
        pages.extend(root().join(&readme).is_file().then_some(readme));
    }
    for file in fs::read_dir(root().join("docs")).expect("the folder can be read") {
        let name = file.expect("the folder can be read").file_name().into_string().expect("it is UTF-8");
        pages.extend(
            Path::new(&name).extension().is_some_and(|end| end == "md").then(|| format!("docs/{name}")),
        );
    }
    assert!(pages.len() >= 11, "{pages:?}");
    pages
}

#[test]
fn the_readme_is_short() {
    let lines = read("README.md").lines().count();
    assert!(lines <= 200, "the README has {lines} lines: what is more than a first look goes into `docs/`");
}

#[test]
fn the_readme_shows_what_rustc_says() {
    let readme = read("README.md");
    let shown = nth_block(&readme, "text", 0);
    let said = read("tests/ui/fail/missing_in_struct.stderr");
    // The tests leave out the number of the line, and the file has another name.
    let essence = |report: &str| -> Vec<String> {
        let lines = report.lines().filter(|line| !line.contains("-->"));
        lines
            .map(|line| line.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ').to_owned())
            .collect()
    };
    assert_eq!(essence(shown), essence(&said));
}

/// The library has no dependency on axum, so the README's example is run where the page on services has it.
#[test]
fn the_service_of_the_readme_is_the_one_that_is_run() {
    let readme = read("README.md");
    let services = read("docs/services.md");
    let example = blocks(&readme).into_iter().find(|block| block.text.contains("token_codes_service"));
    let example = example.expect("the README shows a service").text;
    assert!(
        blocks(&services).iter().any(|block| block.language == "rust" && block.text == example),
        "{example}"
    );
}

/// What sets up everything, so the first that anybody runs.
#[test]
fn the_two_commands_of_the_readme_are_what_ci_runs() {
    let readme = read("README.md");
    let commands: Vec<&str> = nth_block(&readme, "sh", 0)
        .lines()
        .map(|line| line.split_once('#').expect("a comment says what the command does").0.trim())
        .collect();
    let [main_job, tests] = commands[..] else { panic!("there are two commands: {commands:?}") };
    let arguments = main_job.strip_prefix("cargo run -- ").expect("it runs the command");
    let ci = read(".ci/run");
    assert!(ci.contains(&format!("run cargo run --locked -- {arguments}\n")), "{arguments}");
    assert_eq!(tests, "cargo test --workspace");
    assert!(
        ci.contains("run $test_command\n") && ci.contains("s/^\\(cargo test"),
        "it takes the command from here"
    );
}

#[test]
fn every_link_has_a_target() {
    let mut dead = Vec::new();
    let mut seen = 0;
    for page in pages() {
        let text = read(&page);
        for link in links(&prose(&text)).into_iter().filter(|link| !link.contains("://")) {
            let (path, anchor) =
                link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(anchor)));
            let target = root().join(&page).parent().expect("a page is in a folder").join(path);
            let is_there = match anchor {
                _ if !path.is_empty() && !target.exists() => false,
                Some(anchor) if path.is_empty() => anchors(&text).iter().any(|its| its == anchor),
                Some(anchor) => {
                    let text = fs::read_to_string(&target).expect("an anchor is in a page");
                    anchors(&text).iter().any(|its| its == anchor)
                }
                None => true,
            };
            seen += 1;
            dead.extend((!is_there).then(|| format!("{page}: {link}")));
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
    assert!(seen > 80, "only {seen} links were looked at");
}

/// Of all pages that are written by hand, whoever reads the README finds each.
#[test]
fn the_readme_leads_to_every_page() {
    let readme = read("README.md");
    for page in pages().iter().filter(|page| page.starts_with("docs/")) {
        assert!(links(&readme).contains(&&**page), "{page}");
    }
}

#[test]
fn the_stages_of_the_compiler_are_the_same_on_every_page() {
    let stages = "\nSource -> parse -> Parsed -> lower -> lint -> Catalog + Diagnostics -> generate\n";
    for page in ["docs/design.md", "token-codes-build/README.md", "token-codes-build/src/lib.rs"] {
        let text = read(page).replace("\n//! ", "\n");
        assert!(text.contains(stages), "{page}");
    }
}

#[test]
fn the_map_of_the_folders_is_right() {
    let design = read("docs/design.md");
    let map =
        blocks(&design).into_iter().find(|block| block.text.starts_with("catalog.yaml  ")).expect("the map");
    let named: Vec<&str> = map.text.lines().filter_map(|line| line.split_whitespace().next()).collect();
    for path in &named {
        assert!(root().join(path).exists(), "{path}");
    }
    for entry in fs::read_dir(root()).expect("the root can be read") {
        let entry = entry.expect("the root can be read");
        let name = entry.file_name().into_string().expect("it is UTF-8");
        if entry.path().is_dir() && !name.starts_with('.') && name != "target" {
            assert!(named.contains(&&*format!("{name}/")), "the map lacks `{name}/`");
        }
    }
}

/// A path in backticks, such as `tests/site/run`, that starts with a folder of this repository.
#[test]
fn every_path_that_is_named_exists() {
    let mut seen = 0;
    for page in pages().into_iter().filter(|page| page != "docs/diagnostics.md") {
        let prose = prose(&read(&page));
        let words = markdown::code_words(&prose).into_iter().filter_map(|code| code.split(' ').next());
        for word in words.filter(|word| word.contains('/') && word.split('/').all(|part| !part.is_empty())) {
            let first = word.split('/').next().expect("it has a part");
            // The README of a package names paths of the package.
            let folders = [root(), root().join(&page).parent().expect("a page is in a folder").to_owned()];
            if folders.iter().any(|folder| folder.join(first).is_dir()) {
                assert!(folders.iter().any(|folder| folder.join(word).exists()), "{page}: `{word}`");
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "only {seen} paths were looked at");
}
