//! The evidence for each statement, and everything that can be counted from it without a rule.

use super::facts::{Facts, Shown};
use super::{Bounds, Proficiency, Rung};
use crate::assessment::answers::{Answers, Rating};
use crate::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex, StepRef};
use crate::assessment::route::{Presumption, presumption};

/// The evidence for one statement, from the answers and, on the short route, from presumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    Met,
    Unmet,
    Open,
}

/// The way in which open answers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    OpenUnmet,
    OpenMet,
}

/// The answers together with their framework.
pub(super) struct Reading<'a> {
    pub(super) framework: &'a Framework,
    pub(super) answers: &'a Answers,
}

impl<'a> Reading<'a> {
    fn evidence(&self, indicator: IndicatorIndex) -> Evidence {
        let step = self.framework.indicator(indicator).step;
        match self.answers.rating(indicator) {
            Some(Rating::Consistently) => Evidence::Met,
            Some(Rating::Sometimes | Rating::NotYet) => Evidence::Unmet,
            Some(Rating::NotMyRole) if self.answers.shows_work_at(self.framework, step) => Evidence::Open,
            Some(Rating::NotMyRole) => Evidence::Unmet,
            None => match presumption(self.framework, self.answers, step) {
                Some(Presumption::Met) => Evidence::Met,
                Some(Presumption::Unmet) => Evidence::Unmet,
                None => Evidence::Open,
            },
        }
    }

    /// Returns `true` if anything is rated other than Not part of my role.
    pub(super) fn applies(&self) -> bool {
        let mut ratings = (0..self.framework.indicators.len()).map(|index| self.answers.rating(IndicatorIndex(index)));
        ratings.any(|rating| rating.is_some_and(|rating| rating != Rating::NotMyRole))
    }

    pub(super) fn open(&self) -> Vec<IndicatorIndex> {
        let mut open = self.framework.expected_of(self.framework.steps());
        open.retain(|&indicator| self.evidence(indicator) == Evidence::Open);
        open
    }

    /// Returns the statements without an answer that the short route presumes met or unmet.
    pub(super) fn presumed(&self, presumed: Presumption) -> Vec<IndicatorIndex> {
        let mut statements = Vec::new();
        for &step in self.framework.steps() {
            if presumption(self.framework, self.answers, step) == Some(presumed) {
                statements.extend(self.framework.indicators_of(step));
            }
        }
        statements
    }

    /// Returns every fact that follows from one reading of the open answers.
    pub(super) fn facts(&self, case: Case) -> Facts<'a> {
        let shown =
            (0..self.framework.indicators.len()).map(IndicatorIndex).map(|indicator| match self.evidence(indicator) {
                Evidence::Met => Shown::Consistently,
                Evidence::Open if case == Case::OpenMet => Shown::Consistently,
                Evidence::Unmet if self.answers.rating(indicator) == Some(Rating::Sometimes) => Shown::Sometimes,
                Evidence::Unmet | Evidence::Open => Shown::No,
            });
        Facts { framework: self.framework, shown: shown.collect() }
    }

    pub(super) fn ladder(&self) -> Vec<Rung> {
        let mut ladder = Vec::new();
        for level in self.framework.described_levels() {
            let mut rung = Rung { level, met: 0, expected: 0, open: 0 };
            for indicator in self.framework.own_statements(level) {
                rung.expected += 1;
                match self.evidence(indicator) {
                    Evidence::Met => rung.met += 1,
                    Evidence::Unmet => {}
                    Evidence::Open => rung.open += 1,
                }
            }
            ladder.push(rung);
        }
        ladder
    }

    /// Returns `true` if the rated statements of the first level are all shown at least sometimes, one of them only sometimes.
    pub(super) fn mixed_evidence(&self) -> bool {
        let Some(first) = self.framework.level_after(None) else { return false };
        let own = self.framework.own_statements(first);
        let is_rated = |wanted| own.iter().any(|&indicator| self.answers.rating(indicator) == Some(wanted));
        is_rated(Rating::Sometimes) && !is_rated(Rating::NotYet)
    }

    pub(super) fn proficiency(&self, competency: CompetencyIndex, pessimist: &Facts, optimist: &Facts) -> Proficiency {
        let mut unmet = self.framework.expected_of(self.framework.steps_of(competency));
        unmet.retain(|&each| self.evidence(each) == Evidence::Unmet);
        Proficiency {
            met: Bounds { low: pessimist.steps_met(competency), high: optimist.steps_met(competency) },
            unmet,
            value: Bounds {
                low: self.value(competency, pessimist, Case::OpenUnmet),
                high: self.value(competency, optimist, Case::OpenMet),
            },
        }
    }

    /// Returns the steps met plus the met share of the next step, divided by the number of steps. Sometimes counts half,
    /// but only here.
    fn value(&self, competency: CompetencyIndex, facts: &Facts, case: Case) -> f64 {
        let steps = self.framework.steps_of(competency);
        let met = facts.steps_met(competency);
        let share = steps.get(met).map_or(0.0, |&next| self.share(next, case));
        (count(met) + share) / count(steps.len())
    }

    fn share(&self, step: StepRef, case: Case) -> f64 {
        let expected = self.framework.expected_of(&[step]);
        let mut shown = 0.0;
        for &indicator in &expected {
            shown += match self.evidence(indicator) {
                Evidence::Met => 1.0,
                Evidence::Unmet if self.answers.rating(indicator) == Some(Rating::Sometimes) => 0.5,
                Evidence::Open if case == Case::OpenMet => 1.0,
                Evidence::Unmet | Evidence::Open => 0.0,
            };
        }
        shown / count(expected.len())
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps and statements are counted in tens")]
fn count(number: usize) -> f64 {
    number as f64
}
