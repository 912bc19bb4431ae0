//! `token-codes diff` in a repository: each kind of edit, in each format, and each way in which there is nothing to compare
//! with.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;
#[path = "diff/repository.rs"]
mod repository;

use std::collections::BTreeSet;
use std::fs;

use project::Project;
use repository::Repository;
use serde_json::Value;
use token_codes_build::diff::Rule;

const BASE: &str = r#"title: Shop
locales: [en, hi, ja, fr]
log_locale: ja
retired: [E0]
columns:
  http_status: {type: u16, contract: true}
  status: u16
  size: integer
  severity: [info, warning, error]
  team: {type: text, required: true, default: shop}
  kind: {type: [user, system], contract: true}
codes:
  E1:
    name: closed
    params: {until: text, by: {type: any, privacy: personal}, key: {type: text, privacy: secret}}
    http_status: 503
    status: 503
    size: 7
    severity: warning
    team: shop floor
    kind: system
    message: {en: "Closed until {until} by {by}", ja: "{by} により {until} まで閉店", fr: "{by} a fermé jusqu'à {until}"}
    summary: The shop is closed
  E-2:
    name: sold-out
    deprecated: too vague
    message: {en: Sold out, ja: 売り切れ, fr: Épuisé}
"#;

/// An edit: what is replaced, and by what.
type Edit = &'static [(&'static str, &'static str)];

/// Each edit with all rules that tell it.
const EDITS: &[(&[&str], Edit)] = &[
    (&["code-removed"], &[(SOLD_OUT, "")]),
    (&["code-retired"], &[(SOLD_OUT, ""), ("[E0]", "[E0, E-2]")]),
    (
        &["code-reused"],
        &[("retired: [E0]\n", ""), ("codes:\n", "codes:\n  E0: {message: {en: a, ja: b, fr: c}}\n")],
    ),
    (&["ledger-dropped"], &[("retired: [E0]\n", "")]),
    (&["code-reserved"], &[("[E0]", "[E0, E9]")]),
    (&["code-deprecated"], &[("name: closed", "name: closed\n    deprecated: use E-2")]),
    (&["deprecation-changed"], &[("deprecated: too vague", "deprecated: far too vague")]),
    (&["retirement-changed"], &[("[E0]", "[{code: E0, why: it was a test}]")]),
    (&["code-added"], &[("codes:\n", "codes:\n  E9: {message: {en: a, ja: b, fr: c}}\n")]),
    (
        &["code-added", "constant-changed"],
        &[("codes:\n", "codes:\n  E_2: {name: other, message: {en: a, ja: b, fr: c}}\n")],
    ),
    (&["name-changed"], &[("name: closed", "name: shut\n    was: closed")]),
    (&["name-changed", "name-moved"], &[("name: closed", "name: shut"), ("name: sold-out", "name: closed")]),
    (&["param-removed"], &[(", key: {type: text, privacy: secret}", "")]),
    (&["param-added"], &[("secret}}", "secret}, token: {type: any, privacy: secret}}")]),
    (&["param-renamed"], &[("key: {type: text,", "token: {type: text, was: key,")]),
    (&["param-narrowed"], &[("until: text", "until: integer")]),
    (&["param-widened"], &[("until: text", "until: any")]),
    (
        &["params-reordered"],
        &[(
            "until: text, by: {type: any, privacy: personal}",
            "by: {type: any, privacy: personal}, until: text",
        )],
    ),
    (
        &["secret-removed", "source-text-changed", "log-text-changed", "translation-changed"],
        &[
            (", privacy: secret", ""),
            ("Closed", "{key} Closed"),
            ("まで", "{key} まで"),
            ("a fermé", "a {key} fermé"),
        ],
    ),
    (
        &["secret-added", "source-text-changed", "log-text-changed", "translation-changed"],
        &[("personal", "secret"), (" by {by}", ""), ("{by} により ", ""), ("{by} a fermé", "Fermé")],
    ),
    (&["personal-removed"], &[("{type: any, privacy: personal}", "any")]),
    (&["personal-added"], &[("until: text", "until: {type: text, privacy: personal}")]),
    (&["source-locale-changed"], &[("[en, hi, ja, fr]", "[ja, hi, en, fr]")]),
    (
        &["locale-removed"],
        &[("ja, fr]", "ja]"), (", fr: \"{by} a fermé jusqu'à {until}\"", ""), (", fr: Épuisé", "")],
    ),
    (&["locale-added"], &[("ja, fr]", "ja, fr, de]")]),
    (&["fallback-changed"], &[("log_locale", "fallback: {fr: ja}\nlog_locale")]),
    (&["digits-changed"], &[("log_locale", "native_digits: [hi]\nlog_locale")]),
    (&["log-locale-changed"], &[("log_locale: ja", "log_locale: en")]),
    (&["column-removed"], &[("  status: u16\n", ""), ("    status: 503\n", "")]),
    (
        &["column-renamed"],
        &[("  status: u16\n", "  state: {type: u16, was: status}\n"), ("    status:", "    state:")],
    ),
    (&["column-retyped", "value-changed"], &[("size: 7", "size: 70000")]),
    (
        &["default-changed", "requirement-changed"],
        &[
            ("text, required: true, default: shop", "text, required: true"),
            ("required: true", "required: false"),
            ("name: sold-out", "name: sold-out\n    team: shop"),
        ],
    ),
    (&["default-changed"], &[("default: shop", "default: nobody")]),
    (
        &["column-added"],
        &[("columns:\n", "columns:\n  retryable: boolean\n"), ("size: 7", "size: 7\n    retryable: true")],
    ),
    (&["listed-value-removed"], &[("[info, ", "[")]),
    (&["listed-value-added"], &[("[info, ", "[trace, info, ")]),
    (&["list-reordered"], &[("[info, warning, error]", "[error, warning, info]")]),
    (&["value-changed"], &[("team: shop floor", "team: back office")]),
    (&["contract-dropped"], &[("{type: u16, contract: true}", "u16")]),
    (&["contract-added"], &[("  status: u16", "  status: {type: u16, contract: true}")]),
    (
        &["contract-column-removed"],
        &[("  kind: {type: [user, system], contract: true}\n", ""), ("    kind: system\n", "")],
    ),
    (&["contract-column-renamed"], &[("  kind: {", "  side: {was: kind, "), ("    kind:", "    side:")]),
    (&["contract-column-retyped"], &[("type: [user, system]", "type: text")]),
    (&["contract-value-changed"], &[("http_status: 503", "http_status: 404")]),
    (&["role-changed"], &[("log_locale", "roles: {http_status: status}\nlog_locale")]),
    (&["source-text-changed"], &[("Sold out", "Gone")]),
    (&["log-text-changed"], &[("売り切れ", "完売")]),
    (&["translation-changed"], &[("Épuisé", "Vendu")]),
    (&["detail-changed"], &[("The shop is closed", "No shop is open")]),
    (&["page-text-changed"], &[("title: Shop", "title: Store")]),
    (
        &["unused-acceptance"],
        &[("codes:", "accepted:\n  - {rule: code-removed, code: E7, reason: nobody had it}\ncodes:")],
    ),
];

const SOLD_OUT: &str = "  E-2:\n    name: sold-out\n    deprecated: too vague\n    message: {en: Sold out, ja: 売り切れ, fr: Épuisé}\n";

fn edited(edit: Edit) -> String {
    edit.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

#[test]
fn each_edit_is_told_in_each_format() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    let mut seen = BTreeSet::new();
    for (rules, edit) in EDITS {
        repository.commit(&[("catalog.yaml", &edited(edit))]);
        let json = repository.diff("json");
        let told: Vec<_> = json.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect();
        let (total, told) = told.split_last().expect("there is a line for all");
        let names: BTreeSet<_> = told.iter().map(|edit| edit["rule"].as_str().unwrap()).collect();
        assert_eq!(names, rules.iter().copied().collect(), "{edit:?}");
        for edit in told {
            assert_is_in_each_format(&repository, edit, total["bump"].as_str().unwrap());
        }
        seen.extend(rules.iter().copied());
        repository.commit(&[("catalog.yaml", BASE)]);
    }
    assert_eq!(seen, Rule::ALL.iter().map(|rule| rule.name()).collect());
}

fn assert_is_in_each_format(repository: &Repository, edit: &Value, bump: &str) {
    let [rule, level, message] = ["rule", "level", "message"].map(|key| edit[key].as_str().unwrap());
    let [before, after] = ["before", "after"].map(|side| place(&edit[side]));
    let text = repository.diff("text");
    assert!(text.contains(&format!("{level}[{rule}]: {message}\n")), "{text}");
    assert_eq!(text.lines().last().unwrap(), format!("version bump: {bump}"));
    for place in [&before, &after].into_iter().flatten() {
        assert!(text.contains(&format!(" {place}\n")), "{place}\n{text}");
    }
    assert!(before.is_some() || after.is_some(), "{edit}");
    let github = repository.diff("github");
    let mut of_rule = github.lines().filter(|line| line.contains(&format!(",title={rule}::{message}")));
    let annotation = of_rule.next_back().unwrap_or_else(|| panic!("{github}"));
    let is_failing = ["error", "major"].contains(&level);
    assert_eq!(annotation.starts_with("::error "), is_failing, "{annotation}");
    assert_eq!(annotation.contains(",line="), after.is_some(), "{annotation}");
    let markdown = repository.diff("markdown");
    assert!(
        markdown.contains(&format!("<code>{rule}</code>")) && markdown.contains(&format!("\n**{level}**\n")),
        "{markdown}"
    );
    assert_eq!(markdown.lines().last().unwrap(), format!("Version bump: **{bump}**"));
    let junit = repository.diff("junit");
    assert!(junit.contains(&format!("classname=\"{rule}\"")), "{junit}");
    assert_eq!(junit.contains(&format!(" type=\"{rule}\"")), is_failing, "{junit}");
}

/// `path:line:column`, as the text has it; `None` where nothing is written.
fn place(side: &Value) -> Option<String> {
    let span = side.get("span").filter(|span| !span.is_null())?;
    Some(format!("{}:{}:{}", side["path"].as_str()?, span["line_start"], span["column_start"]))
}

#[test]
fn what_is_only_written_in_another_way_is_no_edit() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    let other = BASE
        .replace("{until}", "{0}")
        .replace("E1:\n", "E1: # the first\n")
        .replace("Sold out", "'Sold out'");
    repository.commit(&[("catalog.yaml", &other)]);
    assert_eq!(
        repository.run(&["--against", "git:HEAD~1", "--fail-on", "patch"]).done(),
        "version bump: none\n"
    );
}

#[test]
fn the_exit_code_is_by_severity_and_the_report_by_who_notices() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    let both = edited(&[("Sold out", "Gone"), ("name: closed", "name: shut")]);
    repository.commit(&[("catalog.yaml", &both)]);
    let run = |arguments: &[&str]| repository.run(&[&["--against", "git:HEAD~1"], arguments].concat());
    for (level, exit_code) in [("error", 0), ("major", 1), ("warning", 1), ("minor", 1), ("never", 0)] {
        assert_eq!(run(&["--fail-on", level]).exit_code, Some(exit_code), "{level}");
    }
    let for_translators = run(&["--for", "translators,http", "--fail-on", "major"]).done();
    assert!(for_translators.starts_with("warning[source-text-changed]"), "{for_translators}");
    assert!(for_translators.ends_with("\n1 edit: 1 warning\nversion bump: minor\n"), "{for_translators}");
    assert_eq!(run(&["--for", "rust"]).exit_code, Some(1));
}

#[test]
fn what_is_accepted_is_shown_and_fails_nothing() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    let accepted =
        "accepted:\n  - {rule: name-changed, code: E1, to: shut, reason: the old name was wrong}\n";
    let text = edited(&[("name: closed", "name: shut")]).replace("codes:\n", &format!("{accepted}codes:\n"));
    repository.commit(&[("catalog.yaml", &text)]);
    let told = repository.run(&["--against", "git:HEAD~1"]).done();
    assert!(told.contains("  = note: accepted: the old name was wrong\n"), "{told}");
    assert!(told.ends_with("1 edit: 1 major (1 accepted)\nversion bump: major\n"), "{told}");
    // Another name than the one that was accepted is another edit.
    repository.commit(&[("catalog.yaml", &text.replace("name: shut", "name: locked"))]);
    let told = repository.run(&["--against", "git:HEAD~2"]);
    assert_eq!(told.exit_code, Some(1));
    let says = "warning[unused-acceptance]: `accepted` has another edit by the rule `name-changed` than was made; that is \
                {rule: name-changed, code: E1, to: locked, reason: …}\n";
    assert!(told.stdout.contains(says), "{}", told.stdout);
}

#[test]
fn a_file_a_folder_and_an_export_are_bases_too() {
    let project = Project::new(&[("catalog.yaml", BASE), ("new.yaml", &edited(&[("Sold out", "Gone")]))]);
    project.run(&["docs", "--format", "json", "--out", "export"]).done();
    let (codes, header) = BASE.split_at(BASE.find("  E-2:").unwrap());
    project.write("folder/a.yaml", codes);
    project.write("folder/b.yaml", &format!("codes:\n{header}"));
    for base in ["catalog.yaml", "folder", "export/catalog.json"] {
        let told = project.run(&["diff", "--catalog", "new.yaml", "--against", base]).done();
        assert!(told.starts_with("warning[source-text-changed]"), "{base}: {told}");
        assert!(told.contains("1 edit: 1 warning\n"), "{base}: {told}");
        let is_export = base.ends_with("json");
        assert_eq!(told.contains("= note: before: Sold out\n"), is_export, "{base}: {told}");
        assert_eq!(told.contains("::: "), !is_export, "{base}: {told}");
    }
}

#[test]
fn a_folder_in_a_revision_is_read_as_it_was() {
    let header = "locales: [en]\n";
    let repository = Repository::new(&[
        ("errors/catalog/a.yaml", &format!("{header}codes:\n  A1: {{message: one}}\n")),
        ("errors/catalog/b.yaml", "codes:\n  B1: {message: two}\n"),
        ("errors/catalog/notes.txt", "no part of it"),
    ]);
    repository.commit(&[("errors/catalog/b.yaml", "codes:\n  B1: {message: three}\n")]);
    let told = repository.in_folder("errors", &["--against", "git:HEAD~1"]).done();
    assert!(told.contains("--> catalog/b.yaml:2:17\n"), "{told}");
    assert!(told.contains("::: HEAD~1:errors/catalog/b.yaml:2:17\n"), "{told}");
}

#[test]
fn a_catalog_that_was_elsewhere_is_found_or_named() {
    let repository = Repository::new(&[("errors.yaml", BASE)]);
    repository.git(&["mv", "errors.yaml", "shop/catalog.yaml"]);
    repository.commit(&[("shop/catalog.yaml", &edited(&[("Sold out", "Gone")]))]);
    let found = repository.in_folder("shop", &["--against", "git:HEAD~1"]);
    assert_eq!(found.stderr, "note: in `HEAD~1`, the catalog is `errors.yaml`\n");
    assert!(found.stdout.contains("1 edit: 1 warning\n"), "{}", found.stdout);
    let named = repository.in_folder("shop", &["--against", "git:HEAD~1:errors.yaml"]);
    assert_eq!((named.stdout, &*named.stderr), (found.stdout, ""));
    let wrong = repository.in_folder("shop", &["--against", "git:HEAD~1:error.yaml"]).failed(1);
    assert!(wrong.starts_with("error: there is no catalog `error.yaml` in `HEAD~1`\n"), "{wrong}");
}

#[test]
fn a_file_that_was_divided_into_a_folder_is_found() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    fs::remove_file(repository.project.file("catalog.yaml")).unwrap();
    let (one, other) = BASE.split_at(BASE.find("  E-2:").unwrap());
    repository.commit(&[("catalog/a.yaml", one), ("catalog/b.yaml", &format!("codes:\n{other}"))]);
    let told = repository.run(&["--against", "git:HEAD~1", "--fail-on", "patch"]);
    assert_eq!((&*told.stdout, told.exit_code), ("version bump: none\n", Some(0)), "{}", told.stderr);
    assert_eq!(told.stderr, "note: in `HEAD~1`, the catalog is `catalog.yaml`\n");
}

#[test]
fn what_cannot_be_compared_is_told() {
    let repository = Repository::new(&[("catalog.yaml", "locales: [en]\ncodes: {A1: {}}\n"), ("README", "")]);
    repository.git(&["tag", "v1.2.0"]);
    repository.commit(&[("catalog.yaml", BASE)]);
    let against = |base: &str| repository.run(&["--against", base]).failed(1);

    let broken = against("git:v1.2.0");
    assert!(
        broken.starts_with("error[missing-key]: `A1` has no message\n --> v1.2.0:catalog.yaml:2:9\n"),
        "{broken}"
    );
    assert!(
        broken.contains("\nerror: nothing was compared: the catalog has mistakes in `v1.2.0`\n"),
        "{broken}"
    );

    let unknown = against("git:v1.2.1");
    assert_eq!(unknown, "error: git knows no revision `v1.2.1`\n  help: did you mean `git:v1.2.0`?\n");
    assert!(against("git:").starts_with("error: git knows no revision ``\n"));
    assert!(against("git:--all").starts_with("error: git knows no revision `--all`\n"));

    repository.project.write("other.yaml", BASE);
    let not_there = repository.run(&["--against", "git:HEAD", "--catalog", "other.yaml"]).failed(1);
    assert!(not_there.contains("there is no catalog `other.yaml` in `HEAD`\n"), "{not_there}");
    let path = against("v1.2.0");
    assert!(path.contains("help: for a revision of git, write `git:v1.2.0`"), "{path}");
    assert!(against("git:HEAD:README").starts_with("error[empty-catalog]"));

    let project =
        Project::new(&[("catalog.yaml", BASE), ("old.json", "{\"version\": 1}"), ("older.json", "")]);
    let outside = project.run(&["diff", "--against", "git:HEAD"]).failed(1);
    assert!(
        outside.starts_with("error: `catalog.yaml` is in no repository of git: not a git repository"),
        "{outside}"
    );
    for export in ["old.json", "older.json", "oldest.json"] {
        let refused = project.run(&["diff", "--against", export]).failed(1);
        assert!(refused.starts_with("error: ") && refused.contains(export), "{refused}");
    }
    let no_git = project.command(&["diff", "--against", "git:HEAD"]).env("PATH", "").output().unwrap();
    let no_git = String::from_utf8(no_git.stderr).unwrap();
    assert!(no_git.starts_with("error: the command `git` is not there\n  help: install it"), "{no_git}");
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    repository.commit(&[("catalog.yaml", &edited(&[("Sold out", "Gone")]))]);
    let clone = Repository::shallow_clone_of(&repository);
    let told = clone.run(&["--against", "git:HEAD~1"]).failed(1);
    assert!(
        told.starts_with("error: git knows no revision `HEAD~1`\n  help: the clone is shallow: fetch"),
        "{told}"
    );
    assert!(told.contains("`fetch-depth: 0`"), "{told}");
    assert_eq!(clone.run(&["--against", "git:HEAD"]).done(), "version bump: none\n");
}

#[test]
fn programs_are_written_into_a_folder_of_their_own() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    repository.commit(&[("catalog.yaml", &edited(&[("name: closed", "name: shut"), ("Sold out", "Gone")]))]);
    let run = || repository.run(&["--against", "git:HEAD~1", "--witness", "programs"]);
    let told = run();
    assert!(told.stderr.starts_with("note: 1 program in `programs`;"), "{}", told.stderr);
    let program = repository.project.read("programs/001-name-changed.rs");
    assert!(program.contains("catalog::Code::Closed"), "{program}");
    assert!(run().failed(2).starts_with("error: the folder `programs` is not empty\n"));
}

#[test]
fn stale_translations_are_marked_against_a_revision() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    let now = BASE
        .replace("en: Sold out", "en: Sold out for now")
        .replace("fr: Épuisé", "fr: Épuisé pour l'instant");
    repository.project.write("catalog.yaml", &now);
    let arguments = ["--against", "git:HEAD", "--mark-stale"];
    let answer = repository.run(&arguments);
    assert_eq!(answer.exit_code, Some(0), "{}", answer.stderr);
    assert!(
        answer.stderr.ends_with("note: marked 1 translation as stale in catalog.yaml\n"),
        "{}",
        answer.stderr
    );
    let marked = format!("{now}    stale:\n      ja: Sold out\n");
    assert_eq!(repository.project.read("catalog.yaml"), marked);
    assert!(repository.project.run(&["check"]).done().contains("warning[stale-translation]"));
    // Once more, and there is nothing left to do.
    let again = repository.run(&arguments);
    assert!(
        again.stderr.ends_with("note: no translation has become stale since `HEAD`\n"),
        "{}",
        again.stderr
    );
    assert_eq!((repository.project.read("catalog.yaml"), again.stdout), (marked, answer.stdout));
}

#[test]
fn check_marks_what_is_stale_and_reports_it() {
    let repository = Repository::new(&[("catalog.yaml", BASE)]);
    let now = BASE.replace("en: Sold out", "en: Sold out for now");
    repository.project.write("catalog.yaml", &now);
    let check = || repository.project.run(&["check", "--against", "git:HEAD"]);
    let answer = check();
    assert_eq!(answer.exit_code, Some(0), "{}", answer.stderr);
    assert!(
        answer.stderr.contains("note: marked 2 translations as stale in catalog.yaml\n"),
        "{}",
        answer.stderr
    );
    assert_eq!(answer.stdout.matches("warning[stale-translation]").count(), 2, "{}", answer.stdout);
    let marked = repository.project.read("catalog.yaml");
    assert!(marked.contains("stale:"), "{marked}");
    assert!(check().stderr.contains("note: no translation has become stale since `HEAD`\n"));

    let wrong = marked.replace("ja: ", "jaa: ");
    repository.project.write("catalog.yaml", &wrong);
    let answer = check();
    assert_eq!(answer.exit_code, Some(1));
    assert!(answer.stdout.contains("error[unknown-locale]"), "{}", answer.stdout);
    assert!(
        answer.stderr.contains("note: nothing was marked, since the catalog has errors\n"),
        "{}",
        answer.stderr
    );
    assert_eq!(repository.project.read("catalog.yaml"), wrong);
}

#[test]
fn nothing_is_marked_against_what_cannot_be_read() {
    let repository = Repository::new(&[("catalog.yaml", "locales: [en]\ncodes: {}\n")]);
    repository.project.write("catalog.yaml", BASE);
    let said = repository.run(&["--against", "git:HEAD^", "--mark-stale"]).failed(1);
    assert!(!said.contains("marked 1"), "{said}");
    assert_eq!(repository.project.read("catalog.yaml"), BASE);
}
