//! A measured figure and its goal.

use std::fmt;

/// A row of the table.
pub(crate) struct Figure {
    /// What is measured; each figure has another.
    pub(crate) what: String,
    pub(crate) goal: Goal,
    pub(crate) measured: f64,
    /// After the number: `x phf`, or ` MB`.
    pub(crate) unit: &'static str,
}

#[derive(Clone, Copy)]
pub(crate) enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

impl Figure {
    pub(crate) fn at_most(what: impl Into<String>, goal: f64, measured: f64, unit: &'static str) -> Self {
        Self { what: what.into(), goal: Goal::AtMost(goal), measured, unit }
    }

    pub(crate) fn at_least(what: impl Into<String>, goal: f64, measured: f64, unit: &'static str) -> Self {
        Self { what: what.into(), goal: Goal::AtLeast(goal), measured, unit }
    }

    pub(crate) fn is_met(&self) -> bool {
        match self.goal {
            Goal::AtMost(goal) => self.measured <= goal,
            Goal::AtLeast(goal) => self.measured >= goal,
        }
    }

    /// Never rounded in our favour.
    pub(crate) fn measured(&self) -> String {
        let scale = if self.measured < 10.0 { 100.0 } else { 1.0 };
        let scaled = self.measured * scale;
        let rounded = match self.goal {
            Goal::AtMost(_) => scaled.ceil(),
            Goal::AtLeast(_) => scaled.floor(),
        };
        format!("{}{}", rounded / scale, self.unit)
    }

    pub(crate) fn goal(&self) -> String {
        match self.goal {
            Goal::AtMost(goal) => format!("at most {goal}{}", self.unit),
            Goal::AtLeast(goal) => format!("at least {goal}{}", self.unit),
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_met() { "" } else { ", MISSED" };
        write!(f, "{}: {} ({}{verdict})", self.what, self.measured(), self.goal())
    }
}

/// The one in the middle; of an even number, the higher of the two.
///
/// # Panics
///
/// If there is none.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The median of the ratios of values that were measured in turn.
pub(crate) fn ratio(ours: &[f64], peers: &[f64]) -> f64 {
    median(ours.iter().zip(peers).map(|(ours, peer)| ours / peer).collect())
}
