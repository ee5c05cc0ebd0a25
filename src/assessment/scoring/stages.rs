//! Stages: the stage is the job one has, not a mark.
//!
//! `three-stages`: its author gives three different jobs and asks which one is yours, without a test. Ours: the first for
//! anyone who shows any of it, a later one when one of its responsibilities is fully shown; then complete, or with the
//! missing part named.

use super::{Facts, own_statements};
use crate::assessment::framework::{IndicatorIndex, LevelIndex};

pub(super) fn level(facts: &Facts) -> Option<LevelIndex> {
    let levels = facts.framework.described_levels();
    let (&first, later) = levels.split_first()?;
    let has_it = |level: &LevelIndex| facts.framework.steps_at(*level).into_iter().any(|step| facts.is_step_met(step));
    let shows_first = || own_statements(facts.framework, first).into_iter().any(|indicator| facts.is_met(indicator));
    later.iter().copied().rfind(has_it).or_else(|| shows_first().then_some(first))
}

/// The unmet statements of the responsibility that is nearest to being shown.
pub(super) fn blocking(facts: &Facts, level: LevelIndex) -> Vec<IndicatorIndex> {
    let responsibilities = facts.framework.steps_at(level);
    let unmet = responsibilities.into_iter().map(|step| facts.unmet_in(&[step]));
    unmet.min_by_key(Vec::len).unwrap_or_default()
}
