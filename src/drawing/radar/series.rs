//! What a radar shows of a framework and of results: values from 0 to 1, one for each competency.

use super::{Grid, Point, number, on_spoke};
use crate::assessment::framework::{Framework, LevelIndex};
use crate::assessment::scoring::Assessment;

/// The rings where the levels do not give them.
const QUARTERS: usize = 4;
/// What dividing and multiplying may lose of a value.
const TINY: f64 = 1e-9;

/// One result on the radar: a value from 0 to 1 for each spoke.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Whose result it is, for the legend.
    pub name: String,
    /// The values with every open answer unmet.
    pub low: Vec<f64>,
    /// The values with every open answer met.
    pub high: Vec<f64>,
}

impl Series {
    /// The series of a result.
    #[must_use]
    pub fn new(name: &str, assessment: &Assessment) -> Self {
        let values = assessment.competencies.iter().map(|each| each.value);
        Self {
            name: name.to_owned(),
            low: values.clone().map(|value| value.low).collect(),
            high: values.map(|value| value.high).collect(),
        }
    }

    /// Whether open answers leave any spoke between two values.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.low != self.high
    }

    /// Where open answers leave a spoke between two values: the points of both.
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

/// The grid of a framework: a spoke for each competency, and rings for the levels or else for quarters.
#[must_use]
pub fn grid(framework: &Framework) -> Grid {
    super::grid(&labels(framework), framework.ring_levels().map_or(QUARTERS, |levels| levels.len()))
}

/// The short names of the competencies, in their order.
#[must_use]
pub fn labels(framework: &Framework) -> Vec<&str> {
    framework.competencies.iter().map(|competency| competency.label.as_str()).collect()
}

/// The values of a level's target profile; none where the source only names the level.
#[must_use]
pub fn target_values(framework: &Framework, level: LevelIndex) -> Vec<f64> {
    let steps = framework.competencies.iter().map(|competency| competency.steps.len());
    framework.profile(level).iter().zip(steps).map(|(&target, steps)| number(target) / number(steps)).collect()
}

/// The steps met that a value stands for, in a competency with so many steps. What a value has beyond them is a part of
/// the next step.
#[must_use]
pub fn steps_met(value: f64, steps: usize) -> usize {
    (1..=steps).take_while(|&step| number(step) / number(steps) <= value + TINY).count()
}

/// The names of some series, in their order.
#[must_use]
pub fn names(series: &[Series]) -> Vec<&str> {
    series.iter().map(|each| each.name.as_str()).collect()
}
