//! What a build takes where nothing was built before.

use crate::figure::{Figure, ratio};
use crate::project::{Project, path_dependency};
use crate::usage;

const ROUNDS: usize = 5;

pub(crate) fn figures() -> Vec<Figure> {
    let library = against("library", &path_dependency("token-codes", "", ""), "thiserror = \"2\"");
    let macros = path_dependency("token-codes-macros", "token-codes-macros", "");
    let macros = against("macros", &macros, "thiserror-impl = \"2\"");
    vec![
        Figure::at_most("clean build of `token-codes`", 2.5, library, "x thiserror"),
        Figure::at_most("clean build of its macros", 1.1, macros, "x thiserror's"),
    ]
}

/// The ratio of the times that pass until the crates are built.
fn against(name: &str, ours: &str, peer: &str) -> f64 {
    let ours = Project::depending_on(&format!("clean-{name}"), &format!("[dependencies]\n{ours}"));
    let peer = Project::depending_on(&format!("clean-{name}-peer"), &format!("[dependencies]\n{peer}"));
    let wall = |project: &Project| {
        project.remove_target();
        usage::of(&mut project.cargo(&["build"])).wall
    };
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (wall(&ours), wall(&peer))).collect();
    let (ours, peer): (Vec<_>, Vec<_>) = rounds.into_iter().unzip();
    ratio(&ours, &peer)
}
