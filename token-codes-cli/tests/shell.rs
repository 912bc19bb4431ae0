//! What the command gives to shells and terminals: completions, the manual page, colour.

mod support;

use std::io::Write as _;
use std::process::{Command, Stdio};

use support::{command, run, text};

const COMMANDS: [&str; 13] = [
    "explain",
    "list",
    "search",
    "stats",
    "check",
    "diff",
    "docs",
    "add",
    "retire",
    "init",
    "stub",
    "completions",
    "man",
];

#[test]
fn every_shell_has_a_script_that_names_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell]);
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
        for command in COMMANDS {
            assert!(text(&output.stdout).contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(run(&["completions", "cmd"]).status.code(), Some(2));
    assert_eq!(run(&["completions"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn bash_can_read_its_script() {
    let script = run(&["completions", "bash"]).stdout;
    let mut bash = Command::new("bash").arg("-n").stdin(Stdio::piped()).spawn().expect("bash runs");
    bash.stdin.take().expect("it is piped").write_all(&script).expect("bash reads");
    assert!(bash.wait().expect("bash ends").success());
}

#[test]
fn the_manual_has_a_page_for_the_command_and_each_subcommand() {
    let output = run(&["man"]);
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
    for part in
        [".TH token-codes 1", ".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH SUBCOMMANDS", "Exit codes:"]
    {
        assert!(text(&output.stdout).contains(part), "{part}: {output:?}");
    }
    for name in COMMANDS {
        assert!(text(&output.stdout).contains(&format!("token\\-codes\\-{name}(1)")), "{name}");
        let page = run(&["man", name]);
        assert!(text(&page.stdout).contains(&format!(".TH token-codes-{name} 1")), "{page:?}");
    }
}

#[test]
fn a_page_of_no_command_is_a_mistake() {
    let output = run(&["man", "lsit"]);
    assert_eq!(
        text(&output.stderr),
        "\
error: there is no command `lsit`
  help: the commands are `explain`, `list`, `search`, `stats`, `check`, `diff`, `docs`, `add`, `retire`, `init`, `stub`, `export`, `import`, `completions` and `man`
"
    );
    assert_eq!((text(&output.stdout), output.status.code()), ("", Some(2)));
}

#[test]
fn colour_is_as_the_command_line_says_and_else_as_the_environment_says() {
    let coloured = |arguments: &[&str], variable: &str| {
        let mut command = command(arguments);
        let output = command.env_remove("NO_COLOR").env(variable, "1").output().expect("the binary runs");
        [output.stdout, output.stderr].concat().contains(&b'\x1b')
    };
    for arguments in
        [&["list"][..], &["explain", "TOK005"], &["search", "token"], &["stats"], &["explain", "none"]]
    {
        let with = |when| [arguments, &["--color", when]].concat();
        assert!(!coloured(arguments, "UNRELATED"), "{arguments:?}");
        assert!(coloured(arguments, "CLICOLOR_FORCE"), "{arguments:?}");
        assert!(coloured(&with("always"), "NO_COLOR"), "{arguments:?}");
        assert!(!coloured(&with("never"), "CLICOLOR_FORCE"), "{arguments:?}");
        assert!(!coloured(&with("auto"), "NO_COLOR"), "{arguments:?}");
    }
    assert_eq!(run(&["list", "--color", "sometimes"]).status.code(), Some(2));
}

#[test]
fn no_pager_can_be_asked_for_anywhere() {
    let plain = run(&["list"]).stdout;
    assert_eq!(run(&["list", "--no-pager"]).stdout, plain);
    assert_eq!(run(&["--no-pager", "list"]).stdout, plain);
}
