//! Conjunctive: a level is reached when its whole profile is, and all lower levels are.
//!
//! `clarity`: each level does what the lower does and takes on one more unclear thing (its author). `two-areas`: stated
//! for the build area, ours for both areas together. The per-competency rule rolls up in the same way, and says that the
//! roll-up is ours.

use super::Facts;
use crate::assessment::framework::{CompetencyIndex, IndicatorIndex, LevelIndex};

pub(super) fn level(facts: &Facts) -> Option<LevelIndex> {
    level_in(facts, None)
}

/// The level reached in the competencies of one area of the source, or in all of them.
pub(super) fn level_in(facts: &Facts, area: Option<&str>) -> Option<LevelIndex> {
    let counts = |competency: &CompetencyIndex| {
        area.is_none() || facts.framework.competency(*competency).group.as_deref() == area
    };
    let is_reached = |level: &LevelIndex| !facts.below_profile(*level).iter().any(counts);
    facts.framework.described_levels().into_iter().take_while(is_reached).last()
}

/// Every unmet statement of the level's profile and of all lower ones, in framework order.
pub(super) fn blocking(facts: &Facts, level: LevelIndex) -> Vec<IndicatorIndex> {
    let mut blocking = Vec::new();
    for competency in facts.framework.competency_indices() {
        // Who meets the highest of the targets meets the lower ones too.
        let up_to = facts.framework.described_levels().into_iter().take_while(|&each| each <= level);
        let target = up_to.map(|each| facts.framework.profile(each)[competency.0]).max().unwrap_or_default();
        if facts.steps_met(competency) < target {
            blocking.extend(facts.unmet_up_to(competency, target));
        }
    }
    blocking
}
