//! `docs/commands.md` and the README of this package, held to the command: every example is run, every option is in its help.

#[path = "../../tests/support/markdown.rs"]
mod markdown;
#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use markdown::{Block, blocks, code_words, introduction, nth_block, read, root, rows, section};
use project::Project;
use serde_json::Value;

fn page() -> String {
    read("docs/commands.md")
}

/// What `--help` says.
fn help(arguments: &[&str]) -> String {
    Project::new(&[]).run(&[arguments, &["--help"]].concat()).done()
}

fn commands() -> Vec<String> {
    let help = help(&[]);
    let (_, listed) = help.split_once("\nCommands:\n").expect("the help lists the commands");
    let (listed, _) = listed.split_once("\n\n").expect("the list has an end");
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

/// The long options in a help.
fn options_in(help: &str) -> BTreeSet<String> {
    let lines = help.lines().map(str::trim_start);
    let lines = lines.filter_map(|line| Some(line.strip_prefix("-")?.trim_start_matches(|sign| sign != '-')));
    let options = lines.filter(|rest| rest.starts_with('-')).map(|rest| rest.trim_start_matches('-'));
    options.filter_map(|rest| Some(format!("--{}", rest.split([' ', '\n']).next()?))).collect()
}

/// The long options that a page names, without those of cargo.
fn options_of(text: &str) -> BTreeSet<String> {
    let words = code_words(text).into_iter().filter(|code| !code.starts_with("cargo "));
    let words = words.flat_map(str::split_whitespace);
    words.filter(|word| word.starts_with("--") && word.len() > 2).map(str::to_owned).collect()
}

#[test]
fn every_command_is_listed_with_what_its_help_says() {
    let page = page();
    let documented: Vec<Vec<String>> =
        rows(introduction(&page)).into_iter().filter(|row| row[0].starts_with('[')).collect();
    let said = commands().into_iter().map(|name| {
        let help = help(&[&name]);
        let (about, _) = help.split_once("\n\n").expect("the help starts with what the command does");
        vec![format!("[`{name}`](#{name})"), about.replace('\n', " ")]
    });
    assert_eq!(documented, said.collect::<Vec<_>>());
}

#[test]
fn every_option_is_described_and_no_other() {
    let page = page();
    let everywhere = options_in(&help(&[]));
    assert!(everywhere.contains("--catalog") && everywhere.contains("--help"), "{everywhere:?}");
    assert_eq!(options_of(introduction(&page)), everywhere);
    for command in commands() {
        let its: BTreeSet<_> = options_in(&help(&[&command])).difference(&everywhere).cloned().collect();
        assert_eq!(options_of(&markdown::prose(section(&page, &format!("## {command}")))), its, "{command}");
    }
}

#[test]
fn every_value_of_an_option_is_described() {
    let page = page();
    let mut seen = 0;
    for command in commands() {
        let help = help(&[&command]);
        let listed = help.lines().filter_map(|line| line.trim_start().strip_prefix("- ")?.split_once(':'));
        let listed = listed.map(|(value, _)| value.to_owned());
        let inline = help.split("[possible values: ").skip(1).filter_map(|rest| rest.split_once(']'));
        let inline = inline.flat_map(|(values, _)| values.split(',').map(|value| value.trim().to_owned()));
        for value in listed.chain(inline) {
            let texts = [section(&page, &format!("## {command}")), introduction(&page)];
            assert!(texts.iter().any(|text| code_words(text).contains(&&*value)), "{command}: `{value}`");
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} values were looked at");
}

/// In a section with files, the commands run beside them, and else in the repository.
#[cfg(unix)]
#[test]
fn every_example_gives_what_is_shown() {
    let mut seen = 0;
    for path in ["docs/commands.md", "token-codes-cli/README.md"] {
        let page = read(path);
        for section in page.split("\n## ") {
            let blocks = blocks(section);
            let files: Vec<_> = blocks.iter().filter(|block| block.language == "yaml").map(file).collect();
            let project = (!files.is_empty()).then(|| Project::new(&files));
            let folder = project.as_ref().map_or_else(root, |project| project.path().to_owned());
            for (command, shown) in
                blocks.iter().filter(|block| block.language == "console").flat_map(examples)
            {
                let output = Command::new("bash")
                    .args(["-c", &format!("exec 2>&1\ntoken-codes() {{ \"$BINARY\" \"$@\"; }}\n{command}")])
                    .env("BINARY", env!("CARGO_BIN_EXE_token-codes"))
                    .env_remove("CLICOLOR_FORCE")
                    .current_dir(&folder)
                    .output()
                    .expect("bash can be started");
                let said = String::from_utf8_lossy(&output.stdout);
                assert_eq!(said.trim_end_matches('\n'), shown, "{path}: {command}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 10, "only {seen} examples were run");
}

/// The name of the file that a block is, in a comment on its first line or else `catalog.yaml`, and its text.
fn file<'a>(block: &Block<'a>) -> (&'a str, &'a str) {
    let comment = block.text.strip_prefix("# ").and_then(|rest| rest.split('\n').next());
    (comment.unwrap_or("catalog.yaml"), block.text)
}

/// The commands of a block, each with the lines that it shows.
fn examples<'a>(block: &Block<'a>) -> Vec<(&'a str, &'a str)> {
    let text = block.text.strip_prefix("$ ").expect("a command comes first").trim_end_matches('\n');
    let parts = |example: &'a str| example.split_once('\n').expect("a command shows something");
    text.split("\n$ ").map(parts).collect()
}

#[test]
fn the_exit_codes_are_those_of_the_help() {
    let help = help(&[]);
    let (_, said) = help.split_once("\nExit codes:\n").expect("the help has them");
    let page = page();
    let documented: String = rows(section(&page, "## Exit codes"))
        .iter()
        .flat_map(|row| [row[0].trim_matches('`'), " ", &row[1], " "].map(str::to_owned))
        .collect();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&documented), words(said));
}

/// The keys of an object, and of those in it.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            found.extend(object.keys().cloned());
            object.values().for_each(|value| keys(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

/// Asserts that every field of the first object is documented, and that no field is that it has nowhere.
#[track_caller]
fn assert_fields(output: &str, documented: &BTreeSet<String>) {
    let object: Value = serde_json::from_str(output.lines().next().expect("a line")).expect("it is JSON");
    let mut all = BTreeSet::new();
    keys(&object, &mut all);
    let own: BTreeSet<_> = object.as_object().expect("it is an object").keys().cloned().collect();
    assert!(own.is_subset(documented), "{own:?} {documented:?}");
    assert!(documented.is_subset(&all), "{documented:?} {all:?}");
}

#[test]
fn every_field_of_the_json_is_described_and_no_other() {
    let page = page();
    let mut of = String::new();
    let mut documented: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows(section(&page, "## JSON")) {
        of = if row[0].is_empty() { of } else { row[0].clone() };
        for command in code_words(&of) {
            let fields = documented.entry(command.to_owned()).or_default();
            fields.extend(code_words(&row[1]).into_iter().map(str::to_owned));
        }
    }
    // With a code of which all is said that can be.
    let deprecated = "  TOK001:\n    deprecated: {use: TOK002}\n";
    let retired =
        "retired:\n- {code: TOK099, use: TOK002, params: {day: any}, message: {ja: '{0}'}, deprecated: a}\n";
    let catalog = read("catalog.yaml").replacen("  TOK001:\n", deprecated, 1) + retired;
    let project = Project::new(&[("catalog.yaml", &catalog)]);
    let requests = [&["explain", "TOK099"][..], &["list"], &["search", "TOK099"], &["stats"]];
    assert_eq!(documented.len(), requests.len(), "{:?}", documented.keys());
    for request in requests {
        let output = project.run(&[request, &["--format", "json"]].concat()).done();
        assert_fields(&output, &documented[request[0]]);
    }

    let mistaken = Project::new(&[("catalog.yaml", nth_block(section(&page, "## check"), "yaml", 0))]);
    let (_, fields) =
        section(&page, "## check").split_once("has these fields:").expect("the page lists the fields");
    let of_table = rows(fields)
        .into_iter()
        .flat_map(|row| code_words(&row[0]).into_iter().map(str::to_owned).collect::<Vec<_>>());
    let (_, span) = fields.split_once("A span has ").expect("the page says what a span has");
    let of_span =
        code_words(span.split_once('.').expect("the sentence ends").0).into_iter().map(str::to_owned);
    let output = mistaken.run(&["check", "--format", "json"]);
    assert_fields(&output.stdout, &of_table.chain(of_span).collect());
}

/// The scripts and pages that others read.
#[test]
fn what_is_written_for_a_shell_is_a_command() {
    let page = page();
    let mut seen = 0;
    for block in blocks(&page).iter().filter(|block| block.language == "sh") {
        for line in block.text.lines() {
            let (command, _) = line.split_once(" > ").expect("it goes to a file");
            let words: Vec<&str> = command.split(' ').collect();
            assert_eq!(words[0], "token-codes");
            assert!(!Project::new(&[]).run(&words[1..]).done().is_empty(), "{line}");
            seen += 1;
        }
    }
    assert_eq!(seen, 2);
}
