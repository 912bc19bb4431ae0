//! From the files of two catalogs to findings with their places.

use std::{error, fmt, ops::Range};

use super::{
    diff,
    finding::{Finding, Side},
    places::Places,
    rule::{Bump, Severity, Who},
};
use crate::{
    Options,
    catalog::Catalog,
    diagnostic::Diagnostics,
    parse::{self, Parsed},
    read_parsed,
    reports::Reports,
    source::Source,
    source_files,
};

/// The catalog that another is compared with.
#[derive(Clone, Debug)]
pub struct Base {
    source: Source,
    has_places: bool,
}

impl Base {
    /// A catalog as it was written.
    #[must_use]
    pub const fn new(source: Source) -> Self {
        Self { source, has_places: true }
    }

    /// A catalog that was made from something else, so that its lines are nobody's.
    #[must_use]
    pub const fn without_places(source: Source) -> Self {
        Self { source, has_places: false }
    }

    /// Its files; what stands where in them means something only if it [has places](Self::has_places).
    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Whether its places can be shown.
    #[must_use]
    pub const fn has_places(&self) -> bool {
        self.has_places
    }
}

/// What changed between two catalogs, and where.
///
/// Displayed as one report after the other, as the mistakes of a catalog are.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Comparison {
    /// The catalog as it was.
    pub base: Base,
    /// The catalog as it is.
    pub source: Source,
    /// What the base says.
    pub old: Catalog,
    /// The edits, as [`diff`] gives them.
    pub findings: Vec<Located>,
}

/// An edit, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Located {
    /// The edit.
    pub finding: Finding,
    /// The bytes of the base; `None` where nothing was written, or nobody knows where.
    pub before: Option<Range<usize>>,
    /// The bytes of the source; `None` where nothing is written any more.
    pub after: Option<Range<usize>>,
}

/// Compares a catalog with what it was.
///
/// ```
/// use token_codes_build::{Source, diff::{Base, Bump, compare}};
///
/// let old = Source::new("old.yaml", "locales: [en]\ncodes:\n  A1: {message: one}\n  A2: {message: two}\n");
/// let new = Source::new("catalog.yaml", "locales: [en]\nretired: [A2]\ncodes:\n  A1: {message: one}\n");
/// let compared = compare(Base::new(old), new).unwrap();
/// assert_eq!(compared.to_string(), "\
/// major[code-retired]: `A2` is retired
///  --> catalog.yaml:2:11
///   |
/// 2 | retired: [A2]
///   |           ^^
///   |
///  ::: old.yaml:4:3
///   |
/// 4 |   A2: {message: two}
///   |   -- before
///   |
///   = note: breaks clients and rust
///   = help: announce it one version before, and leave the entry until then");
/// assert_eq!(compared.bump(), Bump::Major);
/// ```
///
/// # Errors
///
/// If one of the two has mistakes.
pub fn compare(base: Base, source: Source) -> Result<Comparison, CompareError> {
    let (old, findings) = {
        let (old, old_catalog) = read(&base.source).map_err(CompareError::Base)?;
        let (new, new_catalog) = read(&source).map_err(CompareError::Source)?;
        let found = diff(&old_catalog, &new_catalog);
        let found = if found.is_empty() { Vec::new() } else { locate(found, &base, &old, &new) };
        (old_catalog, found)
    };
    Ok(Comparison { base, source, old, findings })
}

/// A catalog without mistakes, after its trees.
fn read(source: &Source) -> Result<(Parsed<'_>, Catalog), Diagnostics> {
    source_files::check_size(source)?;
    let mut reports = Reports::default();
    let parsed = parse::parse(source, &mut reports);
    let catalog = read_parsed(&parsed, Options::default(), reports)?.catalog;
    Ok((parsed, catalog))
}

fn locate(found: Vec<Finding>, base: &Base, old: &Parsed<'_>, new: &Parsed<'_>) -> Vec<Located> {
    let old = base.has_places.then(|| Places::new(old));
    let new = Places::new(new);
    let place = |places: Option<&Places<'_>>, finding: &Finding, side: &Option<Side>| {
        places?.of(finding, side.as_ref()?)
    };
    let located = |finding: Finding| Located {
        before: place(old.as_ref(), &finding, &finding.before),
        after: place(Some(&new), &finding, &finding.after),
        finding,
    };
    found.into_iter().map(located).collect()
}

impl Comparison {
    /// Leaves only what these notice.
    pub fn retain_for(&mut self, who: &[Who]) {
        self.findings.retain(|located| located.finding.who.iter().any(|noticing| who.contains(noticing)));
    }

    /// The version that all edits together ask for, whether they are accepted or not.
    #[must_use]
    pub fn bump(&self) -> Bump {
        self.findings.iter().map(|located| located.finding.rule.bump()).max().unwrap_or(Bump::None)
    }

    /// Whether there is an edit of this severity, or a graver one, that the catalog does not accept.
    #[must_use]
    pub fn has(&self, severity: Severity) -> bool {
        self.findings.iter().any(|located| located.finding.fails(severity))
    }
}

impl Finding {
    /// Whether it is of this severity, or a graver one, and not accepted.
    #[must_use]
    pub fn fails(&self, severity: Severity) -> bool {
        self.accepted.is_none() && self.severity() >= severity
    }
}

/// Why two catalogs were not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareError {
    /// The base has mistakes.
    Base(Diagnostics),
    /// The catalog has mistakes.
    Source(Diagnostics),
}

impl CompareError {
    /// The mistakes.
    #[must_use]
    pub const fn diagnostics(&self) -> &Diagnostics {
        match self {
            Self::Base(mistakes) | Self::Source(mistakes) => mistakes,
        }
    }
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostics().fmt(f)
    }
}

impl error::Error for CompareError {}
