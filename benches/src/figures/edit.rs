//! What is built again after an edit of one message.

use std::fs;

use crate::figure::Figure;
use crate::project::Project;

#[allow(clippy::cast_precision_loss, reason = "the crates are few")]
pub(crate) fn figures() -> Vec<Figure> {
    let project = Project::new("edit");
    project.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"codes\", \"service\", \"other\"]\nresolver = \"3\"\n",
    );
    project.write_catalog_crate("codes", 13);
    project.write_crate("service", "service", "[dependencies]\ncodes = { path = \"../codes\" }\n");
    project.write("service/src/lib.rs", "pub use codes::Code;\n");
    project.write_crate("other", "other", "");
    project.write("other/src/lib.rs", "");
    project.build(&["--workspace"]);

    let file = project.path("codes/catalog.yaml");
    let text = fs::read_to_string(&file).expect("it is there");
    fs::write(file, text.replacen("      en: ", "      en: Edited, ", 1)).expect("it can be written");
    let mut built: Vec<_> = project
        .build(&["--workspace"])
        .into_iter()
        .filter_map(|artifact| (!artifact.fresh).then_some(artifact.package))
        .collect();
    built.dedup();
    assert!(built.iter().any(|package| package == "codes"), "the edit is seen: {built:?}");
    assert!(built.iter().any(|package| package == "service"), "the edit is seen downstream: {built:?}");
    let others = built.iter().filter(|package| !["codes", "service"].contains(&&***package)).count();
    let what = "editing one message: crates built again beside the catalog's and those that depend on it";
    vec![Figure::at_most(what, 0.0, others as f64, "")]
}
