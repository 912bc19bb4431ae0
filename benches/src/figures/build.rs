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
    generated.push(large.count, median(large.generated.cpu.clone()));
    columns.push(large.count, median(large.columns.clone()));
    matches.push(large.count, large.matches);

    let largest = catalog(100_000);
    let whole = bench.compile(shapes::generated, &largest).cpu;
    let nameless = bench.compile(shapes::generated, &without_names(&largest)).cpu;
    let enum_alone = bench.compile(shapes::enum_alone, &largest).cpu;
    generated.push(100_000, whole);

    plot::draw(&[matches, columns, generated]);
    let growth = |what: &str, whole: f64, at_large: &Generated| {
        let growth = (whole - enum_alone) / at_large.outside_enum(&large.enum_alone);
        Figure::at_most(format!("{what}, outside the enum, 100,000 codes beside 10,000"), 12.0, growth, "x")
    };
    let mut figures = large.figures(NAMED, &large.generated);
    figures.push(growth(NAMED, whole, &large.generated));
    figures.extend(large.figures(NAMELESS, &large.nameless));
    figures.push(growth(NAMELESS, nameless, &large.nameless));
    figures
}

const NAMED: &str = "rustc";

const NAMELESS: &str = "rustc, codes without names";

/// The same codes without names, and so without a constant beside each variant.
fn without_names(catalog: &Catalog) -> Catalog {
    let mut catalog = catalog.clone();
    for entry in &mut catalog.entries {
        entry.name.clear();
        entry.variant.clone_from(&entry.constant);
    }
    catalog
}

/// What rustc takes for what the catalog compiler writes.
#[derive(Default)]
struct Generated {
    /// In seconds, a round each.
    cpu: Vec<f64>,
    /// In megabytes.
    peak: f64,
}

impl Generated {
    fn push(&mut self, usage: &Usage) {
        self.cpu.push(usage.cpu);
        self.peak = self.peak.max(usage.peak);
    }

    fn outside_enum(&self, enum_alone: &[f64]) -> f64 {
        median(self.cpu.iter().zip(enum_alone).map(|(whole, part)| whole - part).collect())
    }
}

/// What rustc takes for a catalog that other shapes can do, too: seconds, in each round.
struct Measured {
    count: usize,
    generated: Generated,
    nameless: Generated,
    enum_alone: Vec<f64>,
    columns: Vec<f64>,
    /// In the one round.
    matches: f64,
}

impl Measured {
    fn new(bench: &Bench, count: usize) -> Self {
        let catalog = catalog(count);
        let nameless = without_names(&catalog);
        let matches = bench.compile(shapes::matches, &catalog).cpu;
        let (generated, columns) = (Generated::default(), Vec::new());
        let mut all = Self {
            count,
            generated,
            nameless: Generated::default(),
            enum_alone: Vec::new(),
            columns,
            matches,
        };
        for _ in 0..ROUNDS {
            all.generated.push(&bench.compile(shapes::generated, &catalog));
            all.nameless.push(&bench.compile(shapes::generated, &nameless));
            all.enum_alone.push(bench.compile(shapes::enum_alone, &catalog).cpu);
            all.columns.push(bench.compile(shapes::columns, &catalog).cpu);
        }
        all
    }

    fn figures(&self, what: &str, ours: &Generated) -> Vec<Figure> {
        let beside_match = self.matches / median(ours.cpu.clone());
        let beside_columns = ratio(&self.columns, &ours.cpu);
        let row = |beside: &str, goal, times| {
            Figure::at_least(format!("{what}, 10,000 codes, beside {beside}"), goal, times, "x less")
        };
        vec![
            row("a `match` per accessor", 80.0, beside_match),
            row("columns of `&'static str`", 8.0, beside_columns),
            Figure::at_most(format!("{what}, 10,000 codes, peak of its memory"), 250.0, ours.peak, " MB"),
        ]
    }
}

/// A crate with nothing but the dependency that each shape is compiled with.
pub(crate) struct Bench {
    project: Project,
    libraries: Vec<Artifact>,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let dependency = path_dependency("token-codes", "", ", default-features = false");
        let project = Project::depending_on("build", &format!("[dependencies]\n{dependency}"));
        let mut libraries = project.build(&["--release"]);
        libraries.retain(|library| library.target == "token_codes");
        Self { project, libraries }
    }

    pub(crate) fn compile(&self, shape: fn(&Catalog) -> String, catalog: &Catalog) -> Usage {
        self.project.write("shape.rs", &shape(catalog));
        usage::of(&mut self.project.rustc("shape.rs", Build::Release, &self.libraries))
    }
}
