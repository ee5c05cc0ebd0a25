//! From ratings to a result: which steps are met, how far each competency reaches, and the operating level.
//!
//! No thresholds, no averages, no weights. Every result is worked out twice, with all open answers unmet and with all of
//! them met; where the two agree that is the result, else it is a range. `docs/scoring.md` gives each rule its source.

use super::answers::{Answers, Rating};
use super::framework::{
    Competency, CompetencyIndex, Cumulative, Framework, IndicatorIndex, LevelIndex, RuleKind, StepRef,
};
use super::route::{Presumption, presumption};

mod conjunctive;
mod contrast;
mod stages;

pub use contrast::Difference;

/// How many unmet statements a level may be "reached but for". The number is ours.
pub const BUT_FOR_AT_MOST: usize = 2;

/// The lowest and the highest value that open answers leave possible; equal when they leave no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Bounds<T> {
    /// With every open answer unmet.
    pub low: T,
    /// With every open answer met.
    pub high: T,
}

impl<T: PartialEq + Copy> Bounds<T> {
    /// The value, when there is only one.
    pub fn single(self) -> Option<T> {
        (self.low == self.high).then_some(self.low)
    }
}

/// What the answers say, by the framework's own rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The operating level; `None` is below the first.
    pub level: Bounds<Option<LevelIndex>>,
    /// The highest level above it that is reached but for one or two statements.
    pub but_for: Option<ButFor>,
    /// Each described level with its own statements, lowest first.
    pub ladder: Vec<Rung>,
    /// How far each competency reaches, in framework order.
    pub competencies: Vec<Proficiency>,
    /// The level reached in each area of the source that was split into several competencies, in framework order.
    pub areas: Vec<Area>,
    /// Whether everything at the first level is shown at least sometimes, but not all of it consistently.
    pub mixed_evidence: bool,
    /// Which differences are shown at which level; only for a contrast.
    pub differences: Vec<Difference>,
    /// Met steps beyond what the operating level expects.
    pub strengths: Vec<StepRef>,
    /// Met steps above an unmet one.
    pub contradictions: Vec<Contradiction>,
    /// Every expected statement that is not answered or not part of the role, in framework order.
    pub open: Vec<IndicatorIndex>,
    /// Every statement without an answer that the short route takes for granted as met, in framework order. A card that
    /// was skipped is among them once a higher step is met.
    pub presumed: Vec<IndicatorIndex>,
}

/// An area of the source that was split into several competencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The area's name in the source.
    pub name: String,
    /// The level that all of its competencies reach together; `None` is below the first.
    pub level: Bounds<Option<LevelIndex>>,
}

/// A level that is reached but for a few statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ButFor {
    /// The level.
    pub level: LevelIndex,
    /// The one or two statements that stand between, in framework order.
    pub unmet: Vec<IndicatorIndex>,
}

/// The expected statements of one level's own steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// The level.
    pub level: LevelIndex,
    /// How many are met, presumed ones included.
    pub met: usize,
    /// How many there are.
    pub expected: usize,
    /// How many are open.
    pub open: usize,
}

/// How far one competency reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Proficiency {
    /// Steps met: without a hole from the bottom where the competency is cumulative, else the highest met step.
    pub met: Bounds<usize>,
    /// The expected statements rated Sometimes or Not yet, in framework order.
    pub unmet: Vec<IndicatorIndex>,
    /// The value on the radar, from 0 to 1.
    pub value: Bounds<f64>,
}

/// A met step above an unmet one: one of the two deserves a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// The higher step, met.
    pub met: StepRef,
    /// The lower step, unmet.
    pub unmet: StepRef,
}

/// Works out the result by the framework's own rule; `None` when nothing is answered.
///
/// Cannot fail: the framework was checked while loading.
#[must_use]
pub fn assess(framework: &Framework, answers: &Answers) -> Option<Assessment> {
    if answers.rated() == 0 {
        return None;
    }
    let reading = Reading { framework, answers };
    let pessimist = reading.case(Case::OpenUnmet);
    let optimist = reading.case(Case::OpenMet);
    let level = Bounds { low: operating_level(&pessimist), high: operating_level(&optimist) };
    Some(Assessment {
        level,
        but_for: but_for(&pessimist, level.high),
        ladder: reading.ladder(),
        competencies: framework
            .competency_indices()
            .map(|competency| reading.proficiency(competency, &pessimist, &optimist))
            .collect(),
        areas: areas(&pessimist, &optimist),
        mixed_evidence: level.high.is_none() && reading.mixed_evidence(),
        differences: contrast::differences(&pessimist, &optimist),
        strengths: strengths(&pessimist, level.low),
        contradictions: contradictions(&pessimist, &optimist),
        open: reading.open(),
        presumed: reading.presumed(),
    })
}

/// The operating level by the framework's rule; `None` is below the first.
fn operating_level(facts: &Facts) -> Option<LevelIndex> {
    match facts.framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => conjunctive::level(facts),
        RuleKind::Contrast => contrast::level(facts),
        RuleKind::Stages => stages::level(facts),
    }
}

/// The level of each area, by the conjunctive rule: the author gives none for an area alone.
fn areas(pessimist: &Facts, optimist: &Facts) -> Vec<Area> {
    let mut areas: Vec<Area> = Vec::new();
    for name in pessimist.framework.competencies.iter().filter_map(|competency| competency.group.as_ref()) {
        if areas.last().is_none_or(|area| area.name != *name) {
            let level_in = |facts| conjunctive::level_in(facts, Some(name));
            areas.push(Area {
                name: name.clone(),
                level: Bounds { low: level_in(pessimist), high: level_in(optimist) },
            });
        }
    }
    areas
}

/// The statements that stand between a person and a level; `None` where the rule cannot say.
fn blocking(facts: &Facts, level: LevelIndex) -> Option<Vec<IndicatorIndex>> {
    match facts.framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => Some(conjunctive::blocking(facts, level)),
        RuleKind::Contrast => None,
        RuleKind::Stages => Some(stages::blocking(facts, level)),
    }
}

/// The highest level above the one reached that at most [`BUT_FOR_AT_MOST`] statements keep away.
///
/// At least one of the level's own statements must be met: a short level is not nearly reached by showing none of it.
fn but_for(facts: &Facts, reached: Option<LevelIndex>) -> Option<ButFor> {
    let above = facts.framework.described_levels().into_iter().rev().take_while(|&level| Some(level) > reached);
    for level in above {
        let unmet = blocking(facts, level)?;
        let shown = own_statements(facts.framework, level).into_iter().any(|indicator| facts.is_met(indicator));
        if (1..=BUT_FOR_AT_MOST).contains(&unmet.len()) && shown {
            return Some(ButFor { level, unmet });
        }
    }
    None
}

/// The expected statements of the steps that belong to a level, in framework order.
fn own_statements(framework: &Framework, level: LevelIndex) -> Vec<IndicatorIndex> {
    framework.expected_of(&framework.steps_at(level))
}

/// Met steps above what the level expects of their competency.
fn strengths(facts: &Facts, level: Option<LevelIndex>) -> Vec<StepRef> {
    let is_strength = |step: &StepRef| {
        let expected = level.map_or(0, |level| facts.framework.profile(level)[step.competency.0]);
        step.step >= expected && Some(facts.framework.step(*step).level) > level && facts.is_step_met(*step)
    };
    facts.framework.steps().iter().copied().filter(is_strength).collect()
}

/// In each competency, the highest met step above the lowest step that is unmet whatever the open answers are.
fn contradictions(pessimist: &Facts, optimist: &Facts) -> Vec<Contradiction> {
    let mut contradictions = Vec::new();
    for competency in pessimist.framework.competency_indices() {
        let steps = pessimist.framework.steps_of(competency);
        let met = steps.iter().rev().find(|&&step| pessimist.is_step_met(step));
        let unmet = steps.iter().find(|&&step| !optimist.is_step_met(step));
        if let (Some(&met), Some(&unmet)) = (met, unmet)
            && unmet < met
        {
            contradictions.push(Contradiction { met, unmet });
        }
    }
    contradictions
}

/// What the answers, and on the short route the presumptions, say about one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    Met,
    Unmet,
    Open,
}

/// How the open answers are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    OpenUnmet,
    OpenMet,
}

/// The answers beside their framework.
struct Reading<'a> {
    framework: &'a Framework,
    answers: &'a Answers,
}

impl<'a> Reading<'a> {
    fn evidence(&self, indicator: IndicatorIndex) -> Evidence {
        match self.answers.rating(indicator) {
            Some(Rating::Consistently) => Evidence::Met,
            Some(Rating::Sometimes | Rating::NotYet) => Evidence::Unmet,
            Some(Rating::NotMyRole) => Evidence::Open,
            None => match presumption(self.framework, self.answers, self.framework.indicator(indicator).step) {
                Some(Presumption::Met) => Evidence::Met,
                Some(Presumption::Unmet) => Evidence::Unmet,
                None => Evidence::Open,
            },
        }
    }

    fn open(&self) -> Vec<IndicatorIndex> {
        let mut open = self.framework.expected_of(self.framework.steps());
        open.retain(|&indicator| self.evidence(indicator) == Evidence::Open);
        open
    }

    fn presumed(&self) -> Vec<IndicatorIndex> {
        let mut presumed = Vec::new();
        for &step in self.framework.steps() {
            if presumption(self.framework, self.answers, step) == Some(Presumption::Met) {
                presumed.extend(self.framework.indicators_of(step));
            }
        }
        presumed
    }

    /// Every fact that follows once the open answers are taken one way.
    fn case(&self, case: Case) -> Facts<'a> {
        let is_met = |index| match self.evidence(IndicatorIndex(index)) {
            Evidence::Met => true,
            Evidence::Unmet => false,
            Evidence::Open => case == Case::OpenMet,
        };
        Facts { framework: self.framework, met: (0..self.framework.indicators.len()).map(is_met).collect() }
    }

    fn ladder(&self) -> Vec<Rung> {
        let mut ladder = Vec::new();
        for level in self.framework.described_levels() {
            let mut rung = Rung { level, met: 0, expected: 0, open: 0 };
            for indicator in own_statements(self.framework, level) {
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

    /// Whether the rated statements of the first level are all shown at least sometimes, one of them only sometimes.
    fn mixed_evidence(&self) -> bool {
        let Some(first) = self.framework.level_after(None) else { return false };
        let own = own_statements(self.framework, first);
        let is_rated = |wanted| own.iter().any(|&indicator| self.answers.rating(indicator) == Some(wanted));
        is_rated(Rating::Sometimes) && !is_rated(Rating::NotYet)
    }

    fn proficiency(&self, competency: CompetencyIndex, pessimist: &Facts, optimist: &Facts) -> Proficiency {
        let mut unmet = self.framework.expected_of(self.framework.steps_of(competency));
        unmet.retain(|&each| matches!(self.answers.rating(each), Some(Rating::Sometimes | Rating::NotYet)));
        Proficiency {
            met: Bounds { low: pessimist.steps_met(competency), high: optimist.steps_met(competency) },
            unmet,
            value: Bounds {
                low: self.value(competency, pessimist, Case::OpenUnmet),
                high: self.value(competency, optimist, Case::OpenMet),
            },
        }
    }

    /// Steps met plus the met share of the next step, over the number of steps. Sometimes counts half, here only.
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

/// What holds once the open answers are taken one way.
struct Facts<'a> {
    framework: &'a Framework,
    met: Vec<bool>,
}

impl Facts<'_> {
    fn is_met(&self, indicator: IndicatorIndex) -> bool {
        self.met[indicator.0]
    }

    /// A step is met when all its expected indicators are.
    fn is_step_met(&self, step: StepRef) -> bool {
        self.unmet_in(&[step]).is_empty()
    }

    /// The steps met without a hole from the bottom; the highest met step where the author does not call the competency
    /// cumulative.
    fn steps_met(&self, competency: CompetencyIndex) -> usize {
        let steps = self.framework.steps_of(competency);
        if is_cumulative(self.framework.competency(competency)) {
            steps.iter().take_while(|&&step| self.is_step_met(step)).count()
        } else {
            steps.iter().rposition(|&step| self.is_step_met(step)).map_or(0, |highest| highest + 1)
        }
    }

    /// The competencies that stay below a level's target profile.
    fn below_profile(&self, level: LevelIndex) -> Vec<CompetencyIndex> {
        let profile = self.framework.profile(level);
        let is_below = |competency: &CompetencyIndex| self.steps_met(*competency) < profile[competency.0];
        self.framework.competency_indices().filter(is_below).collect()
    }

    /// The expected statements of some steps that are not met.
    fn unmet_in(&self, steps: &[StepRef]) -> Vec<IndicatorIndex> {
        let mut unmet = self.framework.expected_of(steps);
        unmet.retain(|&indicator| !self.is_met(indicator));
        unmet
    }

    /// The unmet statements that keep a competency from reaching a number of steps, at least one.
    fn unmet_up_to(&self, competency: CompetencyIndex, target: usize) -> Vec<IndicatorIndex> {
        let steps = &self.framework.steps_of(competency)[..target];
        let needed = if is_cumulative(self.framework.competency(competency)) { 0 } else { target - 1 };
        self.unmet_in(&steps[needed..])
    }
}

/// Whether a hole in the lower steps stops a competency.
#[must_use]
pub fn is_cumulative(competency: &Competency) -> bool {
    match competency.cumulative {
        Cumulative::Stated | Cumulative::Assumed => true,
        Cumulative::No => false,
    }
}

#[expect(clippy::cast_precision_loss, reason = "steps and statements are counted in tens")]
fn count(number: usize) -> f64 {
    number as f64
}
