//! `token-codes check`, run as its users run it: the real binary on catalogs with and without mistakes.

use std::fs;
use std::io::pipe;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const MISTAKEN: &str = "\
locales: [ja, en]
codes:
  TOK001:
    message: {ja: '無効な{0}'}
  TOK005:
    params: {max_hours: integer}
    message:
      ja: 有効期限は{0}時間、指定:{2}
";

const WARNED: &str = "\
locales: [ja, en]
codes:
  TOK001:
    message: {ja: 無効なトークン}
";

const SOUND: &str = "\
locales: [en]
codes:
  TOK001:
    message: invalid token
";

/// A folder of one test, with the catalog in it; removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str, catalog: &str) -> Self {
        let name = format!("token-codes-check-{}-{test}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).expect("the temporary folder can be written");
        fs::write(folder.0.join("catalog.yaml"), catalog).expect("the catalog can be written");
        folder
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_token-codes"));
        command.current_dir(&self.0).arg("check").args(arguments);
        // The tests compare text, whatever the terminal of whoever runs them.
        command.env_remove("CLICOLOR_FORCE").env_remove("NO_COLOR");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the binary runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over in the temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the output is UTF-8")
}

/// Asserts what goes to standard output, with nothing on standard error.
#[track_caller]
fn assert_shows(output: &Output, exit_code: i32, shown: &str) {
    assert_eq!(text(&output.stderr), "");
    assert_eq!(text(&output.stdout), shown);
    assert_eq!(output.status.code(), Some(exit_code));
}

#[test]
fn all_mistakes_are_shown_with_their_lines_and_a_summary() {
    let folder = Folder::new("human", MISTAKEN);
    let shown = "\
warning[missing-translation]: `message` of `TOK001` lacks the locale `en`; `ja` stands in
 --> catalog.yaml:4:5
  |
4 |     message: {ja: '無効な{0}'}
  |     ^^^^^^^
  |
  = help: add `en: …` below `message`

error[unknown-placeholder]: the `ja` message uses `{0}`, but `TOK001` has no params
 --> catalog.yaml:4:23
  |
4 |     message: {ja: '無効な{0}'}
  |                          ^^^
  |
  = help: declare it: `params: {param_0: any}`; for the text itself, write `{{0}}`

warning[missing-translation]: `message` of `TOK005` lacks the locale `en`; `ja` stands in
 --> catalog.yaml:7:5
  |
7 |     message:
  |     ^^^^^^^
  |
  = help: add `en: …` below `message`

error[unknown-placeholder]: the `ja` message uses `{2}`, but `TOK005` has 1 param
 --> catalog.yaml:8:25
  |
6 |     params: {max_hours: integer}
  |             -------------------- 1 param declared here
7 |     message:
8 |       ja: 有効期限は{0}時間、指定:{2}
  |                                   ^^^ no such param
  |
  = help: the placeholder is `{0}` (`max_hours`); for the text itself, write `{{2}}`

error: 2 errors, 2 warnings in catalog.yaml
";
    assert_shows(&folder.run(&[]), 1, shown);
    assert_shows(&folder.run(&["--format", "human"]), 1, shown);
}

#[test]
fn warnings_are_shown_but_do_not_fail() {
    let folder = Folder::new("warnings", WARNED);
    let output = folder.run(&["catalog.yaml"]);
    assert!(text(&output.stdout).starts_with("warning[missing-translation]: "), "{output:?}");
    assert!(text(&output.stdout).ends_with("\n\nwarning: 1 warning in catalog.yaml\n"), "{output:?}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn strict_makes_errors_of_warnings() {
    let folder = Folder::new("strict", WARNED);
    let output = folder.run(&["--strict"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).starts_with("error[missing-translation]: "));
}

#[test]
fn a_catalog_without_mistakes_is_said_to_be_one() {
    let folder = Folder::new("sound", SOUND);
    assert_shows(&folder.run(&[]), 0, "no mistakes in catalog.yaml\n");
    assert_shows(&folder.run(&["--format", "json"]), 0, "");
    assert_shows(&folder.run(&["--format", "github"]), 0, "");
}

#[test]
fn the_catalog_of_the_repository_has_no_mistakes() {
    let folder = Folder::new("repository", "");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is in the root's folder");
    let output = folder.command(&["catalog.yaml"]).current_dir(root).output().expect("the binary runs");
    assert_shows(&output, 0, "no mistakes in catalog.yaml\n");
}

#[test]
fn json_has_every_mistake_on_a_line() {
    let folder = Folder::new("json", &MISTAKEN.replace("TOK001:\n    message: {ja: '無効な{0}'}\n  ", ""));
    let output = folder.run(&["--format", "json"]);
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1));
    let objects: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect();
    let levels: Vec<_> = objects.iter().map(|object| &object["level"]).collect();
    assert_eq!(levels, ["warning", "error"]);
    let catalog = fs::read_to_string(folder.0.join("catalog.yaml")).expect("the catalog is there");
    let start = catalog.find("{2}").expect("the mistake is there");
    let declared = catalog.find("{max_hours").expect("the params are there");
    let expected = serde_json::json!({
        "name": "unknown-placeholder",
        "level": "error",
        "message": "the `ja` message uses `{2}`, but `TOK005` has 1 param",
        "label": "no such param",
        "help": "the placeholder is `{0}` (`max_hours`); for the text itself, write `{{2}}`",
        "path": "catalog.yaml",
        "span": {
            "byte_start": start, "byte_end": start + 3,
            "line_start": 6, "column_start": 25, "line_end": 6, "column_end": 28,
        },
        "labels": [{
            "message": "1 param declared here",
            "path": "catalog.yaml",
            "span": {
                "byte_start": declared, "byte_end": declared + 20,
                "line_start": 4, "column_start": 13, "line_end": 4, "column_end": 33,
            },
        }],
    });
    assert_eq!(objects[1], expected);
}

/// The second file starts with a byte order mark and repeats a code of the first.
const FAMILIES: [(&str, &str); 2] = [
    ("function.yaml", "locales: [ja]\ncodes:\n  A1: {message: 関数}\n"),
    ("token.yaml", "\u{FEFF}codes:\n  B1: {message: 期限}\n  A1: {message: 無効}\n"),
];

#[test]
fn the_places_of_a_folder_are_those_of_its_files() {
    let folder = Folder::new("folder", SOUND);
    let catalog = folder.0.join("catalog");
    fs::create_dir_all(&catalog).expect("the folder can be created");
    for (name, text) in FAMILIES {
        fs::write(catalog.join(name), text).expect("the file can be written");
    }
    let path = |name: &str| Path::new("catalog").join(name).display().to_string();
    let (function, token) = (path(FAMILIES[0].0), path(FAMILIES[1].0));

    let output = folder.run(&["catalog", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(text(&output.stdout)).expect("one object");
    let (first, second) = (FAMILIES[0].1.find("A1").unwrap(), FAMILIES[1].1.find("A1").unwrap());
    assert_eq!(found["message"], format!("the code `A1` is already defined on line 3 of `{function}`"));
    assert_eq!(found["path"], token);
    assert_eq!(
        found["span"],
        serde_json::json!({
            "byte_start": second, "byte_end": second + 2,
            "line_start": 3, "column_start": 3, "line_end": 3, "column_end": 5,
        })
    );
    assert_eq!(
        found["labels"],
        serde_json::json!([{
            "message": "first defined here",
            "path": function,
            "span": {
                "byte_start": first, "byte_end": first + 2,
                "line_start": 3, "column_start": 3, "line_end": 3, "column_end": 5,
            },
        }])
    );

    let output = folder.run(&["catalog", "--format", "github"]);
    let start = format!("::error file={token},line=3,endLine=3,col=3,endColumn=4,title=duplicate-code::");
    assert!(text(&output.stdout).starts_with(&start), "{output:?}");

    let output = folder.run(&["catalog"]);
    let end = "\n\nerror: 1 error in catalog\n";
    assert!(text(&output.stdout).ends_with(end), "{output:?}");
}

#[test]
fn github_gets_an_annotation_for_each() {
    let folder = Folder::new("github", &WARNED.replace("トークン}", "%}"));
    assert_shows(
        &folder.run(&["--format", "github"]),
        0,
        "::warning file=catalog.yaml,line=4,endLine=4,col=5,endColumn=11,title=missing-translation::\
         `message` of `TOK001` lacks the locale `en`; `ja` stands in%0Ahelp: add `en: …` below `message`\n",
    );
    fs::rename(folder.0.join("catalog.yaml"), folder.0.join("100%,a:b.yaml")).expect("it can be renamed");
    let output = folder.run(&["100%,a:b.yaml", "--format", "github"]);
    assert!(text(&output.stdout).starts_with("::warning file=100%25%2Ca%3Ab.yaml,line=4,"), "{output:?}");
}

#[test]
fn github_gets_paths_from_the_root_of_the_repository() {
    let folder = Folder::new("github-subfolder", WARNED);
    let below = folder.0.join("services/a b/catalog");
    fs::create_dir_all(&below).expect("the folder can be made");
    fs::rename(folder.0.join("catalog.yaml"), below.join("auth.yaml")).expect("it can be moved");
    let path_in = |at: &Path, argument: &str, workspace: Option<&Path>| {
        let mut command = folder.command(&["--format", "github", argument]);
        command.current_dir(at).env_remove("GITHUB_WORKSPACE");
        command.envs(workspace.map(|workspace| ("GITHUB_WORKSPACE", workspace)));
        let output = command.output().expect("the binary runs");
        let shown = text(&output.stdout).to_owned();
        let path = shown.strip_prefix("::warning file=").and_then(|rest| rest.split(",line").next());
        path.unwrap_or_else(|| panic!("{shown}")).to_owned()
    };
    let absolute = below.to_str().expect("it is UTF-8").to_owned();
    // In no repository, it is what is shown elsewhere.
    assert_eq!(path_in(&folder.0.join("services"), "a b/catalog", None), "a b/catalog/auth.yaml");
    let expected = "services/a b/catalog/auth.yaml";
    for root in ["", ".git"] {
        fs::create_dir_all(folder.0.join(root)).expect("the folder can be made");
        let workspace = root.is_empty().then_some(&*folder.0);
        for argument in ["a b/catalog", "../services/a b/catalog", "./a b/catalog/auth.yaml", &absolute] {
            assert_eq!(path_in(&folder.0.join("services"), argument, workspace), expected, "{argument}");
        }
        assert_eq!(path_in(&below, "auth.yaml", workspace), expected);
    }
    // A repository that is checked out below the workspace.
    fs::create_dir(folder.0.join("services/.git")).expect("the folder can be made");
    assert_eq!(path_in(&below, "auth.yaml", Some(&folder.0)), "a b/catalog/auth.yaml");
}

#[test]
fn github_gets_no_columns_for_several_lines() {
    let catalog = "locales: [en, de]\ncodes:\n  A1:\n    params: {a: any}\n    message:\n      \
                   en: one {0}\n      de: |\n        eins\n        zwei\n";
    let output = Folder::new("lines", catalog).run(&["--format", "github"]);
    let start = "::error file=catalog.yaml,line=8,endLine=9,title=missing-placeholder::";
    assert!(text(&output.stdout).starts_with(start), "{output:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_mistake_in_every_format() {
    let folder = Folder::new("unreadable", SOUND);
    for (format, start) in [
        ("human", "error[unreadable-file]: the catalog cannot be read: "),
        ("json", r#"{"name":"unreadable-file","level":"error","message":"the catalog cannot be read: "#),
        ("github", "::error file=none.yaml,title=unreadable-file::the catalog cannot be read: "),
    ] {
        let output = folder.run(&["none.yaml", "--format", format]);
        assert!(text(&output.stdout).starts_with(start), "{output:?}");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn the_nearest_catalog_is_checked_unless_one_is_named() {
    let folder = Folder::new("nearest", MISTAKEN);
    let below = folder.0.join("src");
    fs::create_dir_all(&below).expect("the folder can be created");
    fs::write(folder.0.join("other.yaml"), SOUND).expect("the catalog can be written");
    let output = folder.command(&[]).current_dir(&below).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    for arguments in [&["other.yaml"][..], &["--catalog", "other.yaml"]] {
        assert_shows(&folder.run(arguments), 0, "no mistakes in other.yaml\n");
    }
    fs::remove_file(folder.0.join("catalog.yaml")).expect("the catalog can be removed");
    let output = folder.run(&[]);
    assert!(text(&output.stderr).starts_with("error: there is no `catalog.yaml` in "), "{output:?}");
    assert_eq!((text(&output.stdout), output.status.code()), ("", Some(1)));
}

#[test]
fn a_command_line_with_mistakes_is_none_of_the_catalog() {
    let folder = Folder::new("usage", SOUND);
    for arguments in [
        &["--format", "xml"][..],
        &["catalog.yaml", "other.yaml"],
        &["catalog.yaml", "--catalog", "catalog.yaml"],
        &["--colour"],
    ] {
        let output = folder.run(arguments);
        assert!(text(&output.stderr).starts_with("error: "), "{output:?}");
        assert_eq!((text(&output.stdout), output.status.code()), ("", Some(2)));
    }
}

#[test]
fn colour_is_for_terminals() {
    let folder = Folder::new("colour", MISTAKEN);
    let coloured = |variable: &str| {
        let output = folder.command(&[]).env(variable, "1").output().expect("the binary runs");
        output.stdout.contains(&b'\x1b')
    };
    assert!(!folder.run(&[]).stdout.contains(&b'\x1b'));
    assert!(coloured("CLICOLOR_FORCE"));
    assert!(!coloured("NO_COLOR"));
}

#[test]
fn a_closed_pipe_is_the_end_and_no_panic() {
    let folder = Folder::new("pipe", MISTAKEN);
    let (reader, writer) = pipe().expect("a pipe can be made");
    drop(reader);
    let output = folder.command(&[]).stdout(writer).output().expect("the binary runs");
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(1)));
}

#[test]
fn help_documents_formats_and_exit_codes() {
    let output = Folder::new("help", SOUND).run(&["--help"]);
    for part in ["Exit codes:\n  0  the catalog has no errors", "- human:", "- json:", "- github:", "[FILE]"]
    {
        assert!(text(&output.stdout).contains(part), "{output:?}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn explain_shows_the_mistakes_of_a_catalog_in_the_same_way() {
    let folder = Folder::new("explain", MISTAKEN);
    let mut command = Command::new(env!("CARGO_BIN_EXE_token-codes"));
    command.current_dir(&folder.0).args(["explain", "TOK001"]).env_remove("CLICOLOR_FORCE");
    let output = command.output().expect("the binary runs");
    let checked = folder.run(&[]);
    let (report, _summary) = text(&checked.stdout).rsplit_once("\n\n").expect("there is a summary");
    assert_eq!(text(&output.stderr), format!("{report}\n"));
    assert_eq!((text(&output.stdout), output.status.code()), ("", Some(1)));
}
