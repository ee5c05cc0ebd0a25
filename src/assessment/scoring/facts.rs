//! The facts of a result for one reading of the open answers. The rules use nothing else.

use crate::assessment::framework::{
    Competency, CompetencyIndex, Cumulative, Framework, IndicatorIndex, LevelIndex, RuleKind, StepRef,
};

/// The degree to which a statement is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    No,
    Sometimes,
    Consistently,
}

/// The facts for one reading of the open answers.
#[derive(Clone)]
pub(super) struct Facts<'a> {
    pub(super) framework: &'a Framework,
    /// By indicator.
    pub(super) shown: Vec<Shown>,
}

impl Facts<'_> {
    fn is_met(&self, indicator: IndicatorIndex) -> bool {
        self.shown[indicator.0] == Shown::Consistently
    }

    /// Counts an open statement as met.
    pub(super) fn grant(&mut self, indicator: IndicatorIndex) {
        self.shown[indicator.0] = Shown::Consistently;
    }

    /// Counts an open statement as unmet.
    pub(super) fn take_back(&mut self, indicator: IndicatorIndex) {
        self.shown[indicator.0] = Shown::No;
    }

    /// Returns `true` if any of a level's own statements is shown, even if only sometimes.
    pub(super) fn is_any_shown(&self, level: LevelIndex) -> bool {
        self.framework.own_statements(level).into_iter().any(|each| self.shown[each.0] != Shown::No)
    }

    /// Returns `true` if more of a level's own statements are met than missing.
    pub(super) fn is_mostly_shown(&self, level: LevelIndex) -> bool {
        let own = self.framework.own_statements(level);
        let met = own.iter().filter(|&&each| self.is_met(each)).count();
        met > own.len() - met
    }

    /// Returns `true` if a step is met, which means that all its expected indicators are.
    pub(super) fn is_step_met(&self, step: StepRef) -> bool {
        self.unmet_in(&[step]).is_empty()
    }

    /// Returns the steps met, counted from the bottom up to the first hole; the highest met step if the author does not
    /// call the competency cumulative.
    pub(super) fn steps_met(&self, competency: CompetencyIndex) -> usize {
        let steps = self.framework.steps_of(competency);
        if is_cumulative(self.framework.competency(competency)) {
            steps.iter().take_while(|&&step| self.is_step_met(step)).count()
        } else {
            steps.iter().rposition(|&step| self.is_step_met(step)).map_or(0, |highest| highest + 1)
        }
    }

    /// Returns the competencies that stay below a level's target profile.
    pub(super) fn below_profile(&self, level: LevelIndex) -> Vec<CompetencyIndex> {
        let profile = self.framework.profile(level);
        let is_below = |competency: &CompetencyIndex| self.steps_met(*competency) < profile[competency.0];
        self.framework.competency_indices().filter(is_below).collect()
    }

    /// Returns the expected statements of some steps that are not met.
    pub(super) fn unmet_in(&self, steps: &[StepRef]) -> Vec<IndicatorIndex> {
        let mut unmet = self.framework.expected_of(steps);
        unmet.retain(|&indicator| !self.is_met(indicator));
        unmet
    }

    /// Returns the unmet statements that keep a competency from reaching a number of steps, at least one.
    pub(super) fn unmet_up_to(&self, competency: CompetencyIndex, target: usize) -> Vec<IndicatorIndex> {
        let steps = &self.framework.steps_of(competency)[..target];
        let needed = if is_cumulative(self.framework.competency(competency)) { 0 } else { target - 1 };
        self.unmet_in(&steps[needed..])
    }

    /// Returns the unmet statements of everything that is expected up to a level. A stage expects only its own profile.
    pub(super) fn holes_up_to(&self, standing: Option<LevelIndex>) -> Vec<IndicatorIndex> {
        let Some(standing) = standing else { return Vec::new() };
        let expected = match self.framework.level_rule.kind {
            RuleKind::Stages => self.framework.profile(standing).to_vec(),
            RuleKind::Conjunctive | RuleKind::PerCompetency | RuleKind::Contrast => {
                self.framework.profile_up_to(standing)
            }
        };
        let mut holes = Vec::new();
        for competency in self.framework.competency_indices() {
            holes.extend(self.unmet_in(&self.framework.steps_of(competency)[..expected[competency.0]]));
        }
        holes
    }
}

/// Returns `true` if a hole in the lower steps stops a competency.
#[must_use]
pub fn is_cumulative(competency: &Competency) -> bool {
    match competency.cumulative {
        Cumulative::Stated | Cumulative::Assumed => true,
        Cumulative::No => false,
    }
}
