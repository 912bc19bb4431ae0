//! What rustc takes for a catalog, beside other shapes of it, in a release build.

use token_codes_build::catalog::Catalog;
use token_codes_synthetic::catalog;

use crate::figure::{Figure, median, ratio};
use crate::plot::{self, Series};
use crate::project::{Artifact, Build, Project, path_dependency};
use crate::shapes;
use crate::usage::{self, Usage};

/// What takes seconds is compiled so often, in turn with what it is compared with; what takes minutes, once.
const ROUNDS: usize = 3;

pub(crate) fn figures() -> Vec<Figure> {
    let bench = Bench::new();
    let mut generated = Series::new("token-codes");
    let mut columns = Series::new("columns of &'static str");
    let mut matches = Series::new("a match per accessor");
    for count in [13, 1_000] {
        let catalog = catalog(count);
        generated.push(count, bench.compile(shapes::generated, &catalog).cpu);
        columns.push(count, bench.compile(shapes::columns, &catalog).cpu);
        matches.push(count, bench.compile(shapes::matches, &catalog).cpu);
    }

    let large = Measured::new(&bench, 10_000);
    generated.push(large.count, median(large.generated.clone()));
    columns.push(large.count, median(large.columns.clone()));
    matches.push(large.count, large.matches);

    let largest = catalog(100_000);
    let whole = bench.compile(shapes::generated, &largest).cpu;
    let outside_enum = whole - bench.compile(shapes::enum_alone, &largest).cpu;
    generated.push(100_000, whole);

    plot::draw(&[matches, columns, generated]);
    let mut figures = large.figures();
    figures.push(Figure::at_most(
        "the same outside the enum, 100,000 codes beside 10,000",
        12.0,
        outside_enum / large.outside_enum(),
        "x",
    ));
    figures
}

/// What rustc takes for a catalog that other shapes can do, too: seconds, in each round.
struct Measured {
    count: usize,
    generated: Vec<f64>,
    enum_alone: Vec<f64>,
    columns: Vec<f64>,
    /// In the one round.
    matches: f64,
    /// In megabytes.
    peak: f64,
}

impl Measured {
    fn new(bench: &Bench, count: usize) -> Self {
        let catalog = catalog(count);
        let [mut generated, mut enum_alone, mut columns] = [const { Vec::new() }; 3];
        let mut peak: f64 = 0.0;
        for _ in 0..ROUNDS {
            let usage = bench.compile(shapes::generated, &catalog);
            peak = peak.max(usage.peak);
            generated.push(usage.cpu);
            enum_alone.push(bench.compile(shapes::enum_alone, &catalog).cpu);
            columns.push(bench.compile(shapes::columns, &catalog).cpu);
        }
        let matches = bench.compile(shapes::matches, &catalog).cpu;
        Self { count, generated, enum_alone, columns, matches, peak }
    }

    fn outside_enum(&self) -> f64 {
        median(self.generated.iter().zip(&self.enum_alone).map(|(whole, part)| whole - part).collect())
    }

    fn figures(&self) -> Vec<Figure> {
        let times = self.matches / median(self.generated.clone());
        vec![
            Figure::at_least("rustc, 10,000 codes, beside a `match` per accessor", 80.0, times, "x less"),
            Figure::at_least(
                "rustc, 10,000 codes, beside columns of `&'static str`",
                8.0,
                ratio(&self.columns, &self.generated),
                "x less",
            ),
            Figure::at_most("the same, peak of its memory", 250.0, self.peak, " MB"),
        ]
    }
}

/// A crate with nothing but the dependency that each shape is compiled with.
struct Bench {
    project: Project,
    libraries: Vec<Artifact>,
}

impl Bench {
    fn new() -> Self {
        let dependency = path_dependency("token-codes", "", ", default-features = false");
        let project = Project::depending_on("build", &format!("[dependencies]\n{dependency}"));
        let mut libraries = project.build(&["--release"]);
        libraries.retain(|library| library.target == "token_codes");
        Self { project, libraries }
    }

    fn compile(&self, shape: fn(&Catalog) -> String, catalog: &Catalog) -> Usage {
        self.project.write("shape.rs", &shape(catalog));
        usage::of(&mut self.project.rustc("shape.rs", Build::Release, &self.libraries))
    }
}
