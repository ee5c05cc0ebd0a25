//! Contrast: shows each difference at one of two levels and gives a lean, never a verdict.
//!
//! `junior-senior`: its author gives four differences as clues and no rule for adding them up. The lean is ours: to the
//! higher level if most of the author's differences are shown there, to the lower one if any is shown at all.
//! Differences that we grouped ourselves are shown beside them and never counted.

use super::{Bounds, Facts};
use crate::assessment::framework::{CompetencyIndex, Framework, Grouping, LevelIndex, RuleKind};

/// A difference with the level at which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The competency that holds the difference.
    pub competency: CompetencyIndex,
    /// `true` if the author names the difference. Only these are counted.
    pub is_counted: bool,
    /// The level of its highest met step; `None` if it is not shown at either level.
    pub shown_at: Bounds<Option<LevelIndex>>,
}

pub(super) fn level(facts: &Facts) -> Option<LevelIndex> {
    let [lower, higher] = facts.framework.described_levels()[..] else { return None };
    let counted = facts.framework.competency_indices().filter(|&competency| is_counted(facts.framework, competency));
    let shown: Vec<_> = counted.map(|competency| shown_at(facts, competency)).collect();
    let shown_higher = shown.iter().filter(|&&level| level == Some(higher)).count();
    if shown_higher * 2 > shown.len() { Some(higher) } else { shown.iter().any(Option::is_some).then_some(lower) }
}

/// Returns every difference with its level; empty for a framework with another rule.
pub(super) fn differences(pessimist: &Facts, optimist: &Facts) -> Vec<Difference> {
    let framework = pessimist.framework;
    if framework.level_rule.kind != RuleKind::Contrast {
        return Vec::new();
    }
    let difference = |competency| Difference {
        competency,
        is_counted: is_counted(framework, competency),
        shown_at: Bounds { low: shown_at(pessimist, competency), high: shown_at(optimist, competency) },
    };
    framework.competency_indices().map(difference).collect()
}

fn is_counted(framework: &Framework, competency: CompetencyIndex) -> bool {
    framework.competency(competency).grouping == Grouping::Source
}

fn shown_at(facts: &Facts, competency: CompetencyIndex) -> Option<LevelIndex> {
    let steps = &facts.framework.competency(competency).steps;
    facts.steps_met(competency).checked_sub(1).map(|highest| steps[highest].level)
}
