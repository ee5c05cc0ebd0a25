//! Stages: the stage is the job a person has, not a mark.
//!
//! `three-stages`: its author describes three different jobs and asks which one is yours, without a test. The test is
//! ours. A later stage is the job of a person who fully shows one of its responsibilities, or lacks at most two of its
//! own statements and shows more of them than they lack. The first is for anyone else who shows any of it, even if only
//! sometimes.

use super::{Facts, NEAR_AT_MOST};
use crate::assessment::framework::LevelIndex;

pub(super) fn level(facts: &Facts) -> Option<LevelIndex> {
    let stages = facts.framework.described_levels();
    let (&first, later) = stages.split_first()?;
    let has_job = |stage: &LevelIndex| shows_a_responsibility(facts, *stage) || is_nearly_shown(facts, *stage);
    later.iter().copied().rfind(has_job).or_else(|| facts.is_any_shown(first).then_some(first))
}

fn shows_a_responsibility(facts: &Facts, stage: LevelIndex) -> bool {
    facts.framework.steps_at(stage).into_iter().any(|step| facts.is_step_met(step))
}

fn is_nearly_shown(facts: &Facts, stage: LevelIndex) -> bool {
    let lacking = facts.unmet_in(&facts.framework.steps_at(stage));
    lacking.len() <= NEAR_AT_MOST && facts.is_mostly_shown(stage)
}
