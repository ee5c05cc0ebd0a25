//! Contrast: which differences are shown at which of two levels, and a lean, never a verdict.
//!
//! `junior-senior`: its author gives the differences as clues and no rule for adding them up. The lean is ours: to the
//! higher level when most of the differences are shown there, to the lower one when any is shown at all.

use super::{Bounds, Facts};
use crate::assessment::framework::{CompetencyIndex, LevelIndex, RuleKind};

/// Where one difference is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The competency that holds the difference.
    pub competency: CompetencyIndex,
    /// The level of its highest met step; `None` where it is not shown at either.
    pub shown_at: Bounds<Option<LevelIndex>>,
}

pub(super) fn level(facts: &Facts) -> Option<LevelIndex> {
    let [lower, higher] = facts.framework.described_levels()[..] else { return None };
    let shown: Vec<_> = facts.framework.competency_indices().map(|competency| shown_at(facts, competency)).collect();
    let shown_higher = shown.iter().filter(|&&level| level == Some(higher)).count();
    if shown_higher * 2 > shown.len() { Some(higher) } else { shown.iter().any(Option::is_some).then_some(lower) }
}

/// Where each competency is shown; none for a framework of another rule.
pub(super) fn differences(pessimist: &Facts, optimist: &Facts) -> Vec<Difference> {
    let framework = pessimist.framework;
    if framework.level_rule.kind != RuleKind::Contrast {
        return Vec::new();
    }
    let difference = |competency| Difference {
        competency,
        shown_at: Bounds { low: shown_at(pessimist, competency), high: shown_at(optimist, competency) },
    };
    framework.competency_indices().map(difference).collect()
}

fn shown_at(facts: &Facts, competency: CompetencyIndex) -> Option<LevelIndex> {
    let steps = &facts.framework.competency(competency).steps;
    facts.steps_met(competency).checked_sub(1).map(|highest| steps[highest].level)
}
