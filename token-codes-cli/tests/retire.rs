//! `token-codes retire`, and the numbers that `add` gives, run as their users run them.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::process::Command;

use project::Project;

const CATALOG: &str = "\
locales: [en]
codes:
  # The first.
  SHOP001:
    name: closed-on-sundays
    params: {day: text}
    message: closed on {0}
    deprecated: {use: SHOP002}

  SHOP002:
    message: closed
";

const RETIRED: &str = "\
locales: [en]
codes:
  SHOP002:
    message: closed

retired:
  # The first.
  - code: SHOP001
    since: 2026-11
    use: SHOP002
    why: never
    name: closed-on-sundays
    params: {day: text}
    message: closed on {0}
    deprecated: {use: SHOP002}
";

fn retired() -> Project {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    let shown = project.run(&["retire", "SHOP001", "--since=2026-11", "--why=never"]).done();
    assert!(shown.starts_with("retired `SHOP001` at catalog.yaml:7\n\n  # The first.\n"), "{shown}");
    project
}

/// What `git` does with these words in the folder of the project.
#[track_caller]
fn git(project: &Project, arguments: &[&str]) {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let mut git = Command::new("git");
    let output = git.current_dir(project.path()).args(identity).args(arguments).output().expect("git runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_entry_moves_and_what_replaces_it_is_known() {
    let project = retired();
    assert_eq!(project.read("catalog.yaml"), RETIRED);
    assert_eq!(project.names(), ["catalog.yaml"], "nothing else is left in the folder");
    assert_eq!(project.run(&["check"]).done(), "no mistakes in catalog.yaml\n");
}

#[test]
fn without_a_date_it_is_this_month() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    let shown = project.run(&["retire", "SHOP001"]).done();
    let since =
        shown.lines().find_map(|line| line.trim().strip_prefix("since: ")).expect("it says since when");
    let (year, month) = since.split_once('-').expect("a year and a month");
    assert!(year.parse::<u16>().is_ok_and(|year| year >= 2026) && month.len() == 2, "{since}");
    assert!((1..=12).contains(&month.parse::<u8>().unwrap()), "{since}");
}

#[test]
fn what_is_kept_is_explained_and_found() {
    let project = retired();
    let explained = "SHOP001 closed-on-sundays\nretired since 2026-11, use SHOP002 instead\nnever\n\n  closed on Monday\n";
    for word in ["SHOP001", "shop001", "closed-on-sundays", "failed with SHOP001 here", "1"] {
        assert_eq!(project.run(&["explain", word, "day=Monday"]).done(), explained, "{word}");
    }
    let found = project.run(&["search", "closed"]).done();
    let expected = "SHOP002\n  message: closed\n\n\
        SHOP001 closed-on-sundays (retired since 2026-11, use SHOP002 instead)\n  message: closed on {day}\n";
    assert_eq!(found, expected);
    let json = project.run(&["explain", "SHOP001", "--format=json"]).done();
    let notices =
        r#""retired":{"since":"2026-11","use":"SHOP002","why":"never"},"deprecated":{"use":"SHOP002"},"#;
    assert!(json.contains(notices), "{json}");
    assert!(project.run(&["search", "sundays", "--format=json"]).done().contains(r#""retired":{"#));
    assert!(project.run(&["stats"]).done().starts_with("1 code, 0 params, 1 retired\n"));
}

#[test]
fn a_code_of_which_nothing_is_kept_says_what_is_known() {
    let catalog = "locales: [en]\nretired: [{code: A1, since: 2026-11, why: old, use: A2}]\ncodes:\n  A2: {message: new}\n";
    let project = Project::new(&[("catalog.yaml", catalog)]);
    for command in ["explain", "search"] {
        let answer = project.run(&[command, "A1"]);
        let expected = "error: `A1` is retired since 2026-11: it was a code of the catalog, and is never used again\n  \
            help: old\n  help: use `A2` instead\n  \
            help: what it meant is in the catalog's history, such as `git log -S A1`\n";
        assert_eq!((answer.exit_code, &*answer.stderr), (Some(1), expected));
    }
}

#[test]
fn what_cannot_be_retired_leaves_the_catalog_as_it_is() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    for (arguments, said) in [
        (
            &["retire", "SHOP003"][..],
            "error: the catalog has no code `SHOP003`\n  help: did you mean `SHOP00",
        ),
        (&["retire", "SHOP002"], "error[unknown-code]: `use` names `SHOP002`, which is retired"),
        (&["retire", "SHOP001", "--use=SHOP1"], "name a code of the catalog, or leave `use` out"),
    ] {
        let answer = project.run(arguments);
        assert_eq!(answer.exit_code, Some(1), "{}", answer.stderr);
        assert!(answer.stderr.contains(said), "{}", answer.stderr);
        assert_eq!(project.read("catalog.yaml"), CATALOG);
    }
}

const ADD: [&str; 4] = ["add", "SHOP", "--message=en=new", "--no-input"];

#[test]
fn no_number_is_given_again() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    git(&project, &["init", "--quiet"]);
    // Nothing is committed yet.
    assert!(project.run(&ADD).done().starts_with("added `SHOP003`"));
    git(&project, &["add", "."]);
    git(&project, &["commit", "--quiet", "--message=one"]);
    git(&project, &["branch", "old"]);
    project.write("catalog.yaml", CATALOG);
    assert!(project.run(&ADD).done().starts_with("added `SHOP004`"));
    project.write("catalog.yaml", CATALOG);
    git(&project, &["commit", "--quiet", "--all", "--message=two"]);
    assert!(project.run(&ADD).done().starts_with("added `SHOP003`"), "it is forgotten there");
    project.write("catalog.yaml", CATALOG);
    assert!(project.run(&[&ADD[..], &["--against=git:old"]].concat()).done().starts_with("added `SHOP004`"));
    for (against, said) in [
        ("git:none", "git knows no revision `none`\n"),
        ("git:--output=x", "git knows no revision `--output=x`\n"),
        ("old", "`old` is no revision of git\n  help: write it as `git:origin/main`"),
    ] {
        let answer = project.run(&[&ADD[..], &["--against", against]].concat());
        assert!(answer.stderr.contains(said), "{}", answer.stderr);
        assert!(matches!(answer.exit_code, Some(1 | 2)));
    }
}

#[test]
fn in_a_folder_every_file_counts() {
    let project = Project::new(&[
        ("catalog/a.yaml", "locales: [en]\ncodes:\n  A1: {message: one}\n"),
        ("catalog/b.yaml", "codes:\n  B1: {message: two}\n  B2: {message: three}\n"),
    ]);
    git(&project, &["init", "--quiet"]);
    git(&project, &["add", "."]);
    git(&project, &["commit", "--quiet", "--message=one"]);
    project.write("catalog/b.yaml", "codes:\n  B1: {message: two}\n");
    let added = project.run(&["add", "B", "--message=en=new", "--no-input"]).done();
    assert!(added.starts_with("added `B3` at catalog/b.yaml:4"), "{added}");
    project.run(&["retire", "B1", "--since=2026-11"]).done();
    let after = "codes:\n  B3:\n    message: new\n\nretired:\n  - {code: B1, since: 2026-11, message: two}\n";
    assert_eq!(project.read("catalog/b.yaml"), after);
}

/// Where there is no `git`, nothing is known of what was.
#[test]
fn without_git_numbers_are_given_all_the_same() {
    let project = Project::new(&[("catalog.yaml", CATALOG)]);
    let output = project.command(&ADD).env("PATH", "").output().expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let arguments = [&ADD[..], &["--against=git:HEAD"]].concat();
    let output = project.command(&arguments).env("PATH", "").output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("the command `git` is not there"), "{said}");
}
