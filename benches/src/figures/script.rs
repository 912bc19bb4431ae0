//! What the build script takes for a catalog, as cargo builds it by default: not optimised.

use std::fs;

use crate::figure::{Figure, ratio};
use crate::project::{Project, path_dependency};
use crate::usage;

/// Measures both in turn, and leaves the seconds in `times`.
const BUILD_SCRIPT: &str = r#"
use std::fmt::Write;
use std::time::Instant;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let text = std::fs::read_to_string("catalog.yaml").unwrap();
    let mut times = String::new();
    for _ in 0..5 {
        let start = Instant::now();
        token_codes_build::compile("catalog.yaml").unwrap();
        let ours = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let parsed: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
        writeln!(times, "{ours} {}", start.elapsed().as_secs_f64()).unwrap();
        drop(parsed);
    }
    std::fs::write("times", times).unwrap();
}
"#;

pub(crate) fn figures() -> Vec<Figure> {
    let compiler = path_dependency("token-codes-build", "token-codes-build", "");
    let dependencies = format!("[build-dependencies]\n{compiler}serde_yaml = \"0.9\"\n");
    let project = Project::depending_on("script", &dependencies);
    project.write("catalog.yaml", &token_codes_synthetic::yaml(10_000));
    project.write("build.rs", BUILD_SCRIPT);
    usage::of(&mut project.cargo(&["build"]));
    let times = fs::read_to_string(project.path("times")).expect("the build script has written it");
    let seconds = |text: &str| -> f64 { text.parse().expect("a number") };
    let pairs = times.lines().map(|line| line.split_once(' ').expect("two numbers"));
    let (ours, peer): (Vec<_>, Vec<_>) = pairs.map(|(ours, peer)| (seconds(ours), seconds(peer))).unzip();
    let what = "build script, 10,000 codes: parse, check and generate";
    vec![Figure::at_most(what, 3.0, ratio(&ours, &peer), "x serde_yaml's parse")]
}
