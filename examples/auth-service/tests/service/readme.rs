//! The commands of the README give what it shows.

use std::process::Command;

use serde_json::Value;

use crate::server::Folder;

const README: &str = include_str!("../../README.md");

#[test]
fn the_commands_give_what_is_shown() {
    let folder = Folder::new();
    let server = folder.start(&["--user", "mika", "--password", "tea"]);
    // The first ones start the service.
    let script: String = blocks("sh").skip(1).collect();
    let script = script.replace("http://127.0.0.1:3000", server.address());
    let output = Command::new("sh").args(["-ec", &script]).output().expect("there is a shell");
    assert!(output.status.success(), "{output:?}");
    let shown: String = blocks("json").collect();
    assert_eq!(values(&output.stdout), values(shown.as_bytes()));
}

/// The values of JSON that stand one after the other.
fn values(json: &[u8]) -> Vec<Value> {
    let values = serde_json::Deserializer::from_slice(json).into_iter();
    values.map(|value| value.expect("it is JSON")).collect()
}

/// What stands between a line of three backticks with this word, and the next one.
fn blocks(language: &str) -> impl Iterator<Item = &'static str> {
    let start = format!("\n```{language}\n");
    let blocks: Vec<_> = README.split(&start).skip(1).collect();
    blocks.into_iter().map(|rest| rest.split_once("```").map_or(rest, |(block, _)| block))
}
