//! Conjunctive: a level is reached if its whole profile and all lower levels are.
//!
//! `clarity`: each level does what the lower one does and takes on one more unclear thing (its author). `two-areas`:
//! stated for the build area, ours for both areas together. The per-competency rule rolls up in the same way, and says
//! that the roll-up is ours.

use super::Facts;
use crate::assessment::framework::{CompetencyIndex, IndicatorIndex, LevelIndex};

pub(super) fn level(facts: &Facts) -> Option<LevelIndex> {
    level_in(facts, None)
}

/// Returns the level reached in the competencies of one area of the source, or in all of them.
pub(super) fn level_in(facts: &Facts, area: Option<&str>) -> Option<LevelIndex> {
    let counts = |competency: &CompetencyIndex| {
        area.is_none() || facts.framework.competency(*competency).group.as_deref() == area
    };
    let is_reached = |level: &LevelIndex| !facts.below_profile(*level).iter().any(counts);
    facts.framework.described_levels().into_iter().take_while(is_reached).last()
}

/// Returns every statement that is still unmet for the level's profile and all lower ones, in framework order.
pub(super) fn lacking(facts: &Facts, level: LevelIndex) -> Vec<IndicatorIndex> {
    // A person who meets the highest of the targets meets the lower ones too.
    let expected = facts.framework.profile_up_to(level);
    let mut lacking = Vec::new();
    for competency in facts.framework.competency_indices() {
        let target = expected[competency.0];
        if facts.steps_met(competency) < target {
            lacking.extend(facts.unmet_up_to(competency, target));
        }
    }
    lacking
}
