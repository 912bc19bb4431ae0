//! What rustc takes for each further derive.

use std::fmt::Write as _;

use token_codes_synthetic::{Entry, INTEGER_AND_TEXT, entries};

use crate::figure::{Figure, median};
use crate::project::{Artifact, Build, Project, path_dependency};
use crate::usage;

const ROUNDS: usize = 5;

/// So many types, so that the compiler's start counts for nothing.
const TYPES: usize = 200;

pub(crate) fn figures() -> Vec<Figure> {
    let bench = Bench::new();
    let catalogs = [("13", 13), ("10,000", 10_000)];
    catalogs.into_iter().flat_map(|(codes, count)| bench.figures(codes, count)).collect()
}

/// A crate that depends on catalogs and on thiserror.
struct Bench {
    project: Project,
    libraries: Vec<Artifact>,
}

impl Bench {
    fn new() -> Self {
        let dependencies = "[dependencies]\nthiserror = \"2\"\ncatalog-13 = { path = \"catalog-13\" }\n\
                            catalog-10000 = { path = \"catalog-10000\" }\n";
        let token_codes = path_dependency("token-codes", "", ", default-features = false");
        let project = Project::depending_on("derive", &format!("{dependencies}{token_codes}"));
        project.write_catalog_crate("catalog-13", 13);
        project.write_catalog_crate("catalog-10000", 10_000);
        let mut libraries = project.build(&[]);
        libraries.retain(|library| {
            ["catalog_13", "catalog_10000", "thiserror", "token_codes"].contains(&&*library.target)
        });
        Self { project, libraries }
    }

    fn figures(&self, codes: &str, count: usize) -> [Figure; 2] {
        let all = entries(count);
        let entries: Vec<_> = all.iter().filter(|entry| entry.params == INTEGER_AND_TEXT).collect();
        let file = |derive: &str, attribute: &dyn Fn(&Entry) -> String| {
            let mut text = String::new();
            for (number, entry) in entries.iter().cycle().take(TYPES).enumerate() {
                let _ = writeln!(text, "#[derive(Debug{derive})]\n{}", attribute(entry));
                let _ =
                    writeln!(text, "pub struct E{number} {{ pub max_hours: u32, pub expires_at: String }}");
            }
            text
        };
        let bare = file("", &|_| String::new());
        let ours = file(", token_codes::TokenCode", &|entry| {
            format!("#[token({:?}, catalog = catalog_{count})]", entry.code)
        });
        let peer = file(", thiserror::Error", &|entry| {
            let text = entry.messages[0].replace("{0}", "{max_hours}").replace("{1}", "{expires_at}");
            format!("#[error({text:?})]")
        });
        [("`cargo check`", Build::Check), ("`cargo build`", Build::Debug)].map(|(command, build)| {
            let ratios = (0..ROUNDS).map(|_| {
                let [bare, ours, peer] = [&bare, &ours, &peer].map(|text| self.compile(text, build));
                (ours - bare) / (peer - bare)
            });
            let what = format!("each further derive, catalog of {codes} codes, {command}");
            Figure::at_most(what, 2.0, median(ratios.collect()), "x thiserror's")
        })
    }

    fn compile(&self, text: &str, build: Build) -> f64 {
        self.project.write("types.rs", text);
        usage::of(&mut self.project.rustc("types.rs", build, &self.libraries)).cpu
    }
}
