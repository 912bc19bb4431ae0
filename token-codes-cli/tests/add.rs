//! `token-codes add`, run as its users run it.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use project::Project;

const CATALOG: &str = "\
# Every message of the shop.
locales: [ja, en]
retired: [SHOP007]

codes:
  # Stock.
  SHOP001:
    message: {ja: '売り切れ', en: 'sold out'}   # as short as it gets
    # TODO: a summary

  # Tokens.
  TOK001:
    message:
      ja: 無効
      en: invalid
";

fn project() -> Project {
    Project::new(&[("catalog.yaml", CATALOG)])
}

/// What `add` was to put in, cut out of the file again.
#[track_caller]
fn assert_added(project: &Project, before: &str, added: &str) {
    let (head, tail) = CATALOG.split_at(CATALOG.find(before).expect("it is in the catalog"));
    assert_eq!(project.read("catalog.yaml"), format!("{head}{added}{tail}"));
    assert_eq!(project.names(), ["catalog.yaml"], "nothing else is left in the folder");
}

#[test]
fn an_entry_with_all_that_it_can_have() {
    let project = project();
    let shown = project
        .run(&[
            "add",
            "SHOP042",
            "--name=out-of-stock",
            "--param=item:text",
            "--param=left:integer",
            "--message=ja=商品 {0} は残り{1}個です。",
            "--message=en={1} of {0}: not enough",
            "--summary=- out of stock -",
            "--description",
            "Sold. #1",
            "--cause=Sold out.",
            "--cause=Lost.",
            "--resolution=Wait.",
        ])
        .done();
    let entry = "  SHOP042:
    name: out-of-stock
    params:
      item: text
      left: integer
    message:
      ja: 商品 {0} は残り{1}個です。
      en: '{1} of {0}: not enough'
    summary: '- out of stock -'
    description: 'Sold. #1'
    causes:
      - Sold out.
      - Lost.
    resolution:
      - Wait.
";
    assert_eq!(shown, format!("added `SHOP042` at catalog.yaml:11\n\n{entry}"));
    assert_added(&project, "\n  # Tokens.", &format!("\n{entry}"));
    assert_eq!(project.run(&["check"]).done(), "no mistakes in catalog.yaml\n");
}

#[test]
fn details_may_differ_from_locale_to_locale() {
    let project = project();
    let entry = ["add", "SHOP002", "--message=ja=閉店", "--message=en=closed"];
    let details = [
        "--summary=ja=終わり",
        "--summary=en=over",
        "--description=a=b",
        "--cause=en=No money.",
        "--cause=ja=金欠",
        "--cause=en=No time.",
        "--resolution=Wait.",
    ];
    project.run(&[&entry[..], &details].concat()).done();
    let added = "
  SHOP002:
    message:
      ja: 閉店
      en: closed
    summary:
      ja: 終わり
      en: over
    description: a=b
    causes:
      en:
        - No money.
        - No time.
      ja:
        - 金欠
    resolution:
      - Wait.
";
    assert_added(&project, "\n  # Tokens.", added);

    let entry = ["add", "SHOP003", "--message=ja=閉店中", "--message=en=closed now"];
    for (details, mistake) in [
        (
            &["--summary=fr=fin"][..],
            "the catalog has no locale `fr`\n  help: its locales are `ja` and `en`; if",
        ),
        (&["--cause=EN=x"], "write the locale before it: `ja=EN=…`"),
        (&["--summary=x", "--summary=y"], "`--summary` is given twice\n"),
        (&["--summary=ja=x", "--summary=ja=y"], "`--summary` is given twice in `ja`\n"),
        (&["--cause=x", "--cause=ja=y"], "`--cause` is given for all locales, and for `ja`\n"),
    ] {
        let said = project.run(&[&entry[..], details].concat()).failed(2);
        assert!(said.contains(mistake), "`{mistake}` is not in\n{said}");
    }
    let said = project.run(&[&entry[..], &["--summary=en=over"]].concat()).failed(1);
    assert!(said.contains("`summary` of `SHOP003` lacks the source locale `ja`"), "{said}");
    assert_added(&project, "\n  # Tokens.", added);
}

#[test]
fn comments_and_blanks_after_a_text_of_several_lines_stay_so() {
    let head = "locales: [en]\ncodes:\n  A1:\n    message: one\n";
    for (tail, added) in [
        ("\n      # next family\n\n  B1:\n    message: b\n", "\n  A2:\n    message: \"two\\nlines\"\n"),
        ("          \n", "\n  A2:\n    message: \"two\\nlines\"\n"),
        ("\n    # not as far in\n", "\n  A2:\n    message: |-\n      two\n      lines\n"),
    ] {
        let project = Project::new(&[("catalog.yaml", &format!("{head}{tail}"))]);
        project.run(&["add", "A", "--message", "en=two\nlines"]).done();
        assert_eq!(project.read("catalog.yaml"), format!("{head}{added}{tail}"));
    }
}

#[test]
fn of_many_at_once_none_is_lost() {
    let project = project();
    let (each, writers) = (10, 6);
    std::thread::scope(|scope| {
        for writer in 0..writers {
            let project = &project;
            scope.spawn(move || {
                for number in 0..each {
                    let (ja, en) = (
                        format!("--message=ja=閉{writer}の{number}"),
                        format!("--message=en=closed {writer} {number}"),
                    );
                    project.run(&["add", "SHOP", &ja, &en]).done();
                }
            });
        }
    });
    let codes = project.run(&["list"]).done().lines().count();
    assert_eq!(codes, 2 + each * writers);
    assert_eq!(project.names(), ["catalog.yaml"]);
}

/// Whatever is written there, the disk is full.
#[test]
#[cfg(target_os = "linux")]
fn what_was_done_is_told_though_the_output_cannot_be_written() {
    let project = project();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = project
        .command(&["add", "SHOP002", "--message=ja=閉店", "--message=en=closed"])
        .stdout(full)
        .output();
    let output = output.unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("cannot write the output: "), "{said}");
    assert!(said.contains("; this was done all the same:\nadded `SHOP002` at catalog.yaml:11\n"), "{said}");
    assert!(!said.contains("nothing was written"), "{said}");
    assert!(project.read("catalog.yaml").contains("  SHOP002:\n"));
}

#[test]
fn the_next_number_of_a_family() {
    let project = project();
    let arguments = ["--message=ja=閉店", "--message=en=closed"];
    let shown = project.run(&[&["add", "SHOP"][..], &arguments].concat()).done();
    assert!(shown.starts_with("added `SHOP008` at catalog.yaml:11\n"), "{shown}");
    let shown = project.run(&["add", "CART", "--message=ja=空", "--message=en=empty"]).done();
    assert!(shown.starts_with("added `CART001` at catalog.yaml:"), "{shown}");
    let shown = project.run(&["add", "--exact", "X.U", "--message=ja=終", "--message=en=over"]).done();
    assert!(shown.starts_with("added `X.U` at catalog.yaml:"), "{shown}");
}

#[test]
fn what_is_worth_a_look_is_said_once_it_is_written() {
    let project = project();
    let answer = project.run(&["add", "SHOP002", "--message", "ja=閉店"]);
    assert_eq!(answer.exit_code, Some(0));
    assert!(answer.stderr.starts_with("warning[missing-translation]: "), "{}", answer.stderr);
    assert!(answer.stderr.contains("--> catalog.yaml:12:5"), "{}", answer.stderr);
    assert_added(&project, "\n  # Tokens.", "\n  SHOP002:\n    message:\n      ja: 閉店\n");
}

#[test]
fn mistakes_are_told_all_at_once_and_nothing_is_written() {
    let project = project();
    let said = project
        .run(&["add", "SHOP007", "--name=No Name", "--param=item:txt", "--message=en={1}", "--message=fr=x"])
        .failed(1);
    for mistake in [
        "error[retired-code]: the code `SHOP007` was retired on line 3",
        "error[invalid-name]: ",
        "error[unknown-type]: ",
        "error[unknown-placeholder]: ",
        "error[unknown-locale]: ",
        "error[missing-source-text]: ",
        "error: nothing was written: with the entry, `catalog.yaml` would have mistakes\n",
    ] {
        assert!(said.contains(mistake), "`{mistake}` is not in\n{said}");
    }
    let said = project.run(&["add", "SHOP001", "--message=ja=又"]).failed(1);
    assert!(
        said.contains("error[duplicate-code]: the code `SHOP001` is already defined on line 7"),
        "{said}"
    );
    let said = project.run(&["add", "SHOP 9", "--message=ja=又"]).failed(1);
    assert!(said.contains("error[invalid-code]: the code `SHOP 9` contains ` `"), "{said}");
    let said = project.run(&["add", "SHOP9"]).failed(1);
    assert!(said.contains("error[empty-value]: the entry `SHOP9` is empty"), "{said}");
    assert!(said.ends_with("help: give its message in each locale with `--message LOCALE=TEXT`\n"), "{said}");
    assert_added(&project, "codes:", "");
}

#[test]
fn mistakes_on_the_command_line() {
    let project = project();
    let said = project.run(&["add", "SHOP9", "--message=hello"]).failed(2);
    assert!(said.contains("write it as `locale=text`"), "{said}");
    for param in ["item", "item:", ":text", "item:text:", "item:text:secret:x"] {
        let said = project.run(&["add", "SHOP9", "--param", param]).failed(2);
        assert!(said.contains("write it as `name:type`"), "{said}");
        assert!(said.contains("`boolean`, `float` and `any`, the privacies `public`,"), "{said}");
    }
    assert_added(&project, "codes:", "");
}

#[test]
fn a_param_is_added_with_its_privacy() {
    let project = project();
    let params = ["--param=user:text:personal", "--param=key:any:secret", "--param=share:float"];
    project.run(&[&["add", "SHOP"], &params[..], &["--message=ja={0}は{2}"]].concat()).done();
    let entry = "
  SHOP008:
    params:
      user: {type: text, privacy: personal}
      key: {type: any, privacy: secret}
      share: float
    message:
      ja: '{0}は{2}'
";
    assert_added(&project, "\n  # Tokens.", entry);
    let said = project.run(&["add", "SHOP", "--param=user:text:pii", "--message=ja={0}の"]).failed(1);
    assert!(said.contains("there is no privacy `pii`"), "{said}");
    let said = project.run(&["add", "SHOP", "--param=key:any, x: y:secret", "--message=ja=鍵"]).failed(2);
    assert!(said.contains("write it as `name:type`"), "{said}");
    let said = project.run(&["add", "SHOP", "--param=key:any, x:secret", "--message=ja=鍵"]).failed(1);
    assert!(said.contains("there is no type `any, x`"), "{said}");
}

#[test]
fn a_catalog_with_mistakes_is_mended_first() {
    let project = Project::new(&[("catalog.yaml", "locales: [en]\ncodes:\n  A1:\n    mesage: x\n")]);
    let said = project.run(&["add", "A2", "--message=en=y"]).failed(1);
    assert!(said.starts_with("error[unknown-key]: "), "{said}");
    assert!(said.ends_with("error: nothing was written: `catalog.yaml` is to be mended first\n"), "{said}");
    let said = Project::new(&[]).run(&["add", "A2", "--catalog=none.yaml"]).failed(1);
    assert!(said.starts_with("error[unreadable-file]: "), "{said}");
}

#[test]
#[cfg(unix)]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let project = Project::new(&[("texts/real.yaml", CATALOG)]);
    symlink("texts/real.yaml", project.file("catalog.yaml")).unwrap();
    let real = project.file("texts/real.yaml");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    project.run(&["add", "TOK002", "--message=ja=終", "--message=en=over"]).done();
    assert!(project.read("texts/real.yaml").ends_with("      en: over\n"));
    assert!(fs::symlink_metadata(project.file("catalog.yaml")).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
#[cfg(unix)]
fn what_may_not_be_written_is_not() {
    use std::os::unix::fs::PermissionsExt as _;

    let project = project();
    let arguments = ["add", "TOK002", "--message=ja=終", "--message=en=over"];
    let set = |name: &str, mode| {
        fs::set_permissions(project.file(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    set("catalog.yaml", 0o444);
    let said = project.run(&arguments).failed(1);
    assert!(
        said.contains("nothing was written: `catalog.yaml` cannot be replaced: it is read-only"),
        "{said}"
    );
    set("catalog.yaml", 0o644);

    set("", 0o555);
    if fs::write(project.file("probe"), "").is_err() {
        let said = project.run(&arguments).failed(1);
        assert!(said.contains("nothing was written: `catalog.yaml` cannot be replaced: "), "{said}");
    } else {
        // Written past what the test harness captures, so that it is seen although the test passes.
        let skipped = "what_may_not_be_written_is_not: a folder that is read-only was skipped, since the superuser may write in it";
        writeln!(std::io::stderr(), "{skipped}").unwrap();
    }
    set("", 0o755);
    let _ = fs::remove_file(project.file("probe"));
    assert_added(&project, "codes:", "");
}

/// Runs `add` on a terminal that `script` makes, types `typed`, and gives what the terminal shows.
#[cfg(target_os = "linux")]
fn on_a_terminal(project: &Project, arguments: &str, typed: &str) -> String {
    let command = format!("{} add {arguments}", env!("CARGO_BIN_EXE_token-codes"));
    let mut script = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .current_dir(project.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`script`, which is part of util-linux, runs");
    script.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = script.wait_with_output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_it_asks_for_what_is_missing() {
    let project = project();
    let typed = "\
No Name
out-of-stock
item
item:text

商品は
商品 {0} は
{0} is gone
Out of stock
";
    let shown = on_a_terminal(&project, "SHOP", typed);
    for (question, at_least) in [
        ("name, in kebab case (Enter for none): ", 2),
        ("params, such as `item:text count:integer id:any`", 2),
        ("message in `ja`, {0} is item: ", 3),
        ("message in `en`, {0} is item (Enter to leave it out): ", 1),
        ("summary (Enter for none): ", 1),
    ] {
        assert!(shown.matches(question).count() >= at_least, "`{question}` is not in\n{shown}");
    }
    assert!(shown.contains("every code has a message in `ja`"), "{shown}");
    let entry = "
  SHOP008:
    name: out-of-stock
    params:
      item: text
    message:
      ja: 商品 {0} は
      en: '{0} is gone'
    summary: Out of stock
";
    assert_added(&project, "\n  # Tokens.", entry);
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_it_asks_for_no_text_with_a_secret() {
    let project = project();
    let shown = on_a_terminal(&project, "SHOP", "\nkey:any:secret item:text\n鍵は{1}\n{1}\n\n");
    assert!(shown.contains("message in `ja`, {1} is item: "), "{shown}");
    let entry = "
  SHOP008:
    params:
      key: {type: any, privacy: secret}
      item: text
    message:
      ja: 鍵は{1}
      en: '{1}'
";
    assert_added(&project, "\n  # Tokens.", entry);
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_it_asks_for_nothing_that_is_given() {
    let project = project();
    let shown = on_a_terminal(&project, "SHOP002 --name closed --message en=closed", "閉店\n\n");
    assert!(!shown.contains("kebab") && !shown.contains("params"), "{shown}");
    let entry = "\n  SHOP002:\n    name: closed\n    message:\n      ja: 閉店\n      en: closed\n";
    assert_added(&project, "\n  # Tokens.", entry);
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_it_asks_again_for_what_a_strict_catalog_needs() {
    let strict = format!("strict: true\n{CATALOG}");
    let project = Project::new(&[("catalog.yaml", &strict)]);
    let typed = "\n\n閉店\n\n閉店\nclosed\n\n";
    let shown = on_a_terminal(&project, "SHOP002", typed);
    // Neither nothing nor the same text is a translation.
    assert_eq!(shown.matches("message in `en`: ").count(), 3, "{shown}");
    assert!(!shown.contains("(Enter to leave it out)"), "{shown}");
    let entry = "\n  SHOP002:\n    message:\n      ja: 閉店\n      en: closed\n";
    assert!(project.read("catalog.yaml").contains(entry), "{shown}");
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_it_asks_for_columns() {
    let columns = "columns: {http_status: integer, severity: [info, error], team: text}\n";
    let project = Project::new(&[("catalog.yaml", &format!("{columns}{CATALOG}"))]);
    let typed = "\n\n閉店\nclosed\n\nx404\n404\n\n";
    let shown = on_a_terminal(&project, "SHOP002 --set team=shop", typed);
    assert_eq!(shown.matches("http_status, integer (Enter for none): ").count(), 2, "{shown}");
    assert!(shown.contains("`http_status` takes a whole number, not `x404`"), "{shown}");
    assert!(shown.contains("severity, one of `info` and `error` (Enter for none): "), "{shown}");
    assert!(!shown.contains("team, text"), "{shown}");
    assert!(
        project.read("catalog.yaml").contains("  SHOP002:\n    http_status: 404\n    team: shop\n"),
        "{shown}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn on_a_terminal_it_asks_again_for_a_column_that_each_code_needs() {
    let columns = "\
columns:
  severity: {type: [info, error], required: true}
  http_status: {type: integer, required: true, default: 500}
";
    let catalog = CATALOG.replace("    message", "    severity: info\n    message");
    let project = Project::new(&[("catalog.yaml", &format!("{columns}{catalog}"))]);
    let typed = "\n\n閉店\nclosed\n\n\nfatal\nerror\n\n";
    let shown = on_a_terminal(&project, "SHOP002", typed);
    assert_eq!(shown.matches("severity, one of `info` and `error`: ").count(), 3, "{shown}");
    assert!(shown.contains("every code has a value in `severity`"), "{shown}");
    assert!(shown.contains("http_status, integer (Enter for \"500\"): "), "{shown}");
    let entry = "  SHOP002:\n    severity: error\n    message:\n";
    assert!(project.read("catalog.yaml").contains(entry), "{shown}");
    // Whoever is not asked is told.
    let output = project.run(&["add", "SHOP003", "--no-input", "--message=ja=休業", "--message=en=away"]);
    assert!(output.stderr.contains("`SHOP003` has no value in the column `severity`"), "{output:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn an_interrupted_question_writes_nothing() {
    let project = project();
    // Ctrl-C, and Ctrl-D for the end of the input.
    for key in ["\u{3}", "\u{4}"] {
        let shown = on_a_terminal(&project, "SHOP042", &format!("a-name\n{key}"));
        assert!(!shown.contains("added"), "{shown}");
        assert!(!shown.contains("panicked"), "{shown}");
        assert_added(&project, "codes:", "");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_code_that_cannot_be_is_refused_before_any_question() {
    let project = project();
    let shown = on_a_terminal(&project, "SHOP001", "");
    assert!(shown.contains("is already defined on line 7"), "{shown}");
    assert!(!shown.contains("kebab"), "{shown}");
    let shown = on_a_terminal(&project, "SHOP009 --message fr=x", "");
    assert!(shown.contains("error[unknown-locale]") && !shown.contains("kebab"), "{shown}");
    let shown = on_a_terminal(&project, "SHOP009 --no-input --message ja=x", "");
    assert!(shown.contains("added `SHOP009`"), "{shown}");
    assert!(!shown.contains("kebab"), "{shown}");
}
