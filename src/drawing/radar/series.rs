//! The values on a radar, from a framework and results: from 0 to 1, one for each competency.

use super::{Grid, Point, number, on_spoke};
use crate::assessment::framework::{Framework, LevelIndex};
use crate::assessment::scoring::Assessment;

/// The number of rings if the levels do not define them.
const QUARTERS: usize = 4;
/// The tolerance for rounding errors of division and multiplication.
const TINY: f64 = 1e-9;

/// One result on the radar: a value from 0 to 1 for each spoke.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The owner of the result, for the legend.
    pub name: String,
    /// The values if every open answer counts as unmet.
    pub low: Vec<f64>,
    /// The values if every open answer counts as met.
    pub high: Vec<f64>,
}

impl Series {
    /// Creates the series of a result.
    #[must_use]
    pub fn new(name: &str, assessment: &Assessment) -> Self {
        let values = assessment.competencies.iter().map(|each| each.value);
        Self {
            name: name.to_owned(),
            low: values.clone().map(|value| value.low).collect(),
            high: values.map(|value| value.high).collect(),
        }
    }

    /// Returns `true` if open answers leave the value on any spoke undecided.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.low != self.high
    }

    /// Returns both end points of each spoke's range that open answers leave undecided.
    #[must_use]
    pub fn open_ranges(&self) -> Vec<(Point, Point)> {
        let spokes = self.low.len();
        let mut ranges = Vec::new();
        for (spoke, (&low, &high)) in self.low.iter().zip(&self.high).enumerate() {
            if low < high {
                ranges.push((on_spoke(spoke, spokes, low), on_spoke(spoke, spokes, high)));
            }
        }
        ranges
    }
}

/// Returns the grid of a framework: a spoke for each competency, and rings for the levels, or for quarters if the levels
/// do not define rings.
#[must_use]
pub fn grid(framework: &Framework) -> Grid {
    super::grid(&labels(framework), framework.ring_levels().map_or(QUARTERS, |levels| levels.len()))
}

/// Returns the short names of the competencies, in framework order.
#[must_use]
pub fn labels(framework: &Framework) -> Vec<&str> {
    framework.competencies.iter().map(|competency| competency.label.as_str()).collect()
}

/// Returns the values of a level's target profile; empty if the source only names the level.
#[must_use]
pub fn target_values(framework: &Framework, level: LevelIndex) -> Vec<f64> {
    let steps = framework.competencies.iter().map(|competency| competency.steps.len());
    framework.profile(level).iter().zip(steps).map(|(&target, steps)| number(target) / number(steps)).collect()
}

/// Returns the number of steps met that a value represents, in a competency with `steps` steps. The fraction beyond them
/// is a part of the next step.
#[must_use]
pub fn steps_met(value: f64, steps: usize) -> usize {
    (1..=steps).take_while(|&step| number(step) / number(steps) <= value + TINY).count()
}

/// Returns the names of some series, in their order.
#[must_use]
pub fn names(series: &[Series]) -> Vec<&str> {
    series.iter().map(|each| each.name.as_str()).collect()
}
