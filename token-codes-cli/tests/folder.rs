//! A catalog that is a folder of files, in every command that writes and in those that look for the nearest one.

#[allow(dead_code, reason = "every test takes what it needs")]
mod project;

use std::fs;

use project::Project;

const SHOP: &str = "\
# The shop.
locales: [ja, en]
retired: [TOK009]
columns: {http_status: integer, severity: [info, error], team: text}
codes:
  SHOP001:
    message: {ja: 売り切れ, en: sold out}   # as short as it gets
    http_status: 404
    severity: error
    team: shop
";

const TOKEN: &str = "\
title: Tokens
codes:
  TOK001:
    message:
      ja: 無効
      en: invalid
  TOK002:
    message:
      ja: 期限切れ
# The end.
";

/// A project with a catalog of two files.
fn project() -> Project {
    Project::new(&[("catalog/shop.yaml", SHOP), ("catalog/token.yaml", TOKEN), ("deep/down/x", "")])
}

/// The names of the files in the catalog.
fn files(project: &Project) -> Vec<String> {
    let entries = fs::read_dir(project.file("catalog")).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[track_caller]
fn assert_unchanged(project: &Project) {
    assert_eq!(
        (project.read("catalog/shop.yaml"), project.read("catalog/token.yaml")),
        (SHOP.into(), TOKEN.into())
    );
    assert_eq!(files(project), ["shop.yaml", "token.yaml"]);
}

#[test]
fn the_nearest_folder_answers() {
    let project = project();
    let run = |arguments: &[&str]| {
        let output = project.command(arguments).current_dir(project.file("deep/down")).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(run(&["list", "--locale=en"]).lines().next(), Some("SHOP001  sold out"));
    assert_eq!(run(&["list", "--locale=en"]).lines().count(), 3);
    assert!(run(&["explain", "TOK001"]).starts_with("TOK001\n\n  無効\n"), "{}", run(&["explain", "TOK001"]));
    let shown = run(&["check"]);
    assert!(shown.contains("warning[missing-translation]: ") && shown.contains("token.yaml:8:5"), "{shown}");
    let shown = run(&["add", "SHOP", "--message=ja=閉店", "--message=en=closed"]);
    assert!(shown.starts_with("added `SHOP002` at ") && shown.contains("shop.yaml:12\n"), "{shown}");
    // A file is taken before a folder.
    project.write("deep/catalog.yaml", "locales: [en]\ncodes: {A1: {message: nearer}}\n");
    assert_eq!(run(&["list"]), "A1  nearer\n");
}

#[test]
fn a_code_goes_to_the_file_of_its_family() {
    let project = project();
    let shown = project.run(&["add", "TOK", "--message=ja=終", "--message=en=over"]).done();
    let entry = "  TOK010:\n    message:\n      ja: 終\n      en: over\n";
    assert_eq!(shown, format!("added `TOK010` at catalog/token.yaml:10\n\n{entry}"));
    assert_eq!(
        project.read("catalog/token.yaml"),
        TOKEN.replace("# The end.\n", &format!("{entry}# The end.\n"))
    );
    assert_eq!((project.read("catalog/shop.yaml"), files(&project).len()), (SHOP.into(), 2));

    let said = project.run(&["add", "--catalog=catalog/", "SHOP001", "--message=ja=又"]).failed(1);
    assert!(said.contains("the code `SHOP001` is already defined on line 6"), "{said}");
    let said = project.run(&["add", "TOK009", "--message=ja=又"]).failed(1);
    assert!(said.contains("the code `TOK009` was retired on line 3 of `catalog/shop.yaml`"), "{said}");
}

#[test]
fn a_new_family_needs_a_file() {
    let project = project();
    let arguments = ["add", "CART", "--message=ja=空", "--message=en=empty"];
    assert_eq!(
        project.run(&arguments).failed(2),
        "\
error: no file of the catalog has a code of the family of `CART001` yet
  help: say with `--file` where it belongs: in `catalog/shop.yaml` or `catalog/token.yaml`, or in a new file
"
    );
    for (file, mistake) in [
        ("../cart.yaml", "`../cart.yaml` is not in the folder `catalog` of the catalog"),
        ("deep/cart.yaml", "is not in the folder `catalog`"),
        ("cart.txt", "`cart.txt` cannot be a file of the catalog"),
        (".cart.yaml", "`.cart.yaml` cannot be a file of the catalog"),
        ("catalog/..", "cannot be a file of the catalog"),
    ] {
        let said = project.run(&[&arguments[..], &["--file", file]].concat()).failed(2);
        assert!(said.contains(mistake), "{said}");
    }
    assert_unchanged(&project);

    let entry = "  CART001:\n    message:\n      ja: 空\n      en: empty\n";
    let shown = project.run(&[&arguments[..], &["--file=cart.yaml"]].concat()).done();
    assert_eq!(shown, format!("added `CART001` at catalog/cart.yaml:2\n\n{entry}"));
    assert_eq!(project.read("catalog/cart.yaml"), format!("codes:\n{entry}"));
    // From now on, the family is known; and the file may be named by its path.
    let shown = project.run(&["add", "CART", "--message=ja=満", "--message=en=full"]).done();
    assert!(shown.starts_with("added `CART002` at catalog/cart.yaml:7\n"), "{shown}");
    let arguments = ["add", "CART", "--message=ja=半", "--message=en=half", "--file=catalog/token.yaml"];
    let shown = project.run(&arguments).done();
    assert!(shown.starts_with("added `CART003` at catalog/token.yaml:"), "{shown}");
    let shown = project.run(&["check"]).done();
    assert!(shown.contains("1 warning in catalog"), "{shown}");
}

#[test]
#[cfg(unix)]
fn a_new_file_may_be_read_by_whoever_reads_the_others() {
    use std::os::unix::fs::PermissionsExt as _;

    let project = project();
    fs::set_permissions(project.file("catalog/shop.yaml"), fs::Permissions::from_mode(0o640)).unwrap();
    project.run(&["add", "A1", "--file=a.yaml", "--message=ja=空", "--message=en=empty"]).done();
    let mode = fs::metadata(project.file("catalog/a.yaml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(files(&project), ["a.yaml", "shop.yaml", "token.yaml"]);
}

#[test]
fn a_file_without_codes_gets_its_first() {
    let head = "locales: [en]\n# All of them.\n";
    let project = Project::new(&[
        ("catalog/_head.yaml", head),
        ("catalog/b.yaml", "codes:\n  B1:\n    message: x\n"),
        ("catalog/c.yaml", "codes: # none yet\n"),
    ]);
    let said = project.run(&["add", "C1", "--message=en=first", "--file=b.yaml"]).failed(1);
    assert!(said.contains("error[empty-value]: the file has no codes"), "{said}");
    let shown = project.run(&["add", "C1", "--message=en=first", "--file=c.yaml"]).done();
    assert!(shown.starts_with("added `C1` at catalog/c.yaml:2\n"), "{shown}");
    assert_eq!(project.read("catalog/c.yaml"), "codes: # none yet\n  C1:\n    message: first\n");
    project.run(&["add", "A1", "--message=en=second", "--file=_head.yaml"]).done();
    assert_eq!(
        project.read("catalog/_head.yaml"),
        "locales: [en]\n\ncodes:\n  A1:\n    message: second\n# All of them.\n"
    );
    assert_eq!(project.run(&["check"]).done(), "no mistakes in catalog\n");
}

#[test]
fn a_catalog_of_one_file_has_no_other() {
    let project = Project::new(&[("catalog.yaml", "locales: [en]\ncodes:\n  A1:\n    message: x\n")]);
    let said = project.run(&["add", "A", "--message=en=y", "--file=other.yaml"]).failed(2);
    assert!(said.starts_with("error: the catalog is the file `catalog.yaml`, not `other.yaml`\n"), "{said}");
    let shown = project.run(&["add", "A", "--message=en=y", "--file=./catalog.yaml"]).done();
    assert!(shown.starts_with("added `A2` at catalog.yaml:"), "{shown}");
}

#[test]
fn translations_go_to_the_files_of_their_codes() {
    let project = project();
    let stub = project.run(&["stub", "--locale=fr"]).done();
    assert_eq!(stub.matches("message: \"\"").count(), 3, "{stub}");
    project.write("fr.yaml", &stub.replacen("\"\"", "\"épuisé\"", 1).replacen("\"\"", "\"invalide\"", 1));
    let shown = project.run(&["stub", "--merge=fr.yaml"]).done();
    assert_eq!(
        shown,
        "added 2 messages in `fr` to catalog/shop.yaml and catalog/token.yaml\n  SHOP001\n  TOK001\n"
    );
    let shop = SHOP.replace("[ja, en]", "[ja, en, fr]").replace("sold out}", "sold out, fr: épuisé}");
    assert_eq!(project.read("catalog/shop.yaml"), shop);
    let token = TOKEN.replace("      en: invalid\n", "      en: invalid\n      fr: invalide\n");
    assert_eq!(project.read("catalog/token.yaml"), token);

    // Only the file that changes is told.
    let stub = project.run(&["stub", "--locale=en"]).done();
    project.write("en.yaml", &stub.replacen("\"\"", "expired", 1));
    let shown = project.run(&["stub", "--merge=en.yaml"]).done();
    assert_eq!(shown, "added 1 message in `en` to catalog/token.yaml\n  TOK002\n");
    assert_eq!(project.read("catalog/shop.yaml"), shop);
}

#[test]
fn a_second_locale_divides_the_messages_of_every_file() {
    let project = Project::new(&[
        ("catalog/a.yaml", "codes:\n  A1: {message: one}\n"),
        ("catalog/b.yaml", "locales: [en]\ncodes:\n  B1:\n    message: two\n"),
        ("fr.yaml", "locale: fr\ncodes: {B1: {message: deux}}\n"),
    ]);
    project.run(&["stub", "--merge=fr.yaml"]).done();
    assert_eq!(project.read("catalog/a.yaml"), "codes:\n  A1: {message: {en: one}}\n");
    let merged = "locales: [en, fr]\ncodes:\n  B1:\n    message:\n      en: two\n      fr: deux\n";
    assert_eq!(project.read("catalog/b.yaml"), merged);
}

#[test]
#[cfg(unix)]
fn if_one_file_may_not_be_written_none_is() {
    use std::os::unix::fs::PermissionsExt as _;

    let project = project();
    project.write("fr.yaml", "locale: fr\ncodes: {SHOP001: {message: a}, TOK001: {message: b}}\n");
    let token = project.file("catalog/token.yaml");
    fs::set_permissions(&token, fs::Permissions::from_mode(0o444)).unwrap();
    let said = project.run(&["stub", "--merge=fr.yaml"]).failed(1);
    assert!(
        said.contains("nothing was written: `catalog/token.yaml` cannot be replaced: it is read-only"),
        "{said}"
    );
    assert_unchanged(&project);
}

#[test]
fn values_of_columns_are_written_and_checked() {
    let project = project();
    let arguments = ["add", "SHOP", "--message=ja=空", "--message=en=empty"];
    let said = project
        .run(&[&arguments[..], &["--set=http_status=4O4", "--set=severity=eror", "--set=taem=x"]].concat())
        .failed(1);
    for mistake in [
        "error[mismatched-value]: `http_status` takes a whole number, not `4O4`",
        "error[mismatched-value]: `severity` cannot be `eror`",
        "did you mean `error`?",
        "did you mean `team`?",
    ] {
        assert!(said.contains(mistake), "`{mistake}` is not in\n{said}");
    }
    let said = project.run(&["add", "SHOP", "--set=http_status"]).failed(2);
    assert!(said.contains("write it as `column=value`, such as `http_status=404`"), "{said}");
    assert_unchanged(&project);

    project
        .run(&[&arguments[..], &["--set=http_status=409", "--set=severity=info", "--set=team=007"]].concat())
        .done();
    let entry = "
  SHOP002:
    http_status: 409
    severity: info
    team: '007'
    message:
      ja: 空
      en: empty
";
    assert_eq!(project.read("catalog/shop.yaml"), format!("{SHOP}{entry}"));
    let found = project.run(&["search", "007"]).done();
    assert!(found.contains("SHOP002") && found.contains("columns"), "{found}");
}
