//! Turns ratings into a result: the steps that are met, the proficiency in each competency, and the four levels that
//! everything else refers to.
//!
//! There are no thresholds, averages or weights. Every result is calculated twice, with all open answers unmet and with
//! all of them met. If both agree, that is the result; otherwise it is a range. `docs/scoring.md` gives the source of
//! each rule.

use super::answers::Answers;
use super::framework::{CompetencyIndex, Framework, IndicatorIndex, LevelIndex, RuleKind, StepRef};
use super::route::Presumption;

mod conjunctive;
mod contrast;
mod facts;
mod reading;
mod stages;

pub use contrast::Difference;
use facts::Facts;
pub use facts::is_cumulative;
use reading::{Case, Reading};

/// The maximum number of statements that a near level may lack. The number is ours.
pub const NEAR_AT_MOST: usize = 2;

/// The lowest and the highest value that are possible with open answers; equal if there is only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Bounds<T> {
    /// The value if every open answer counts as unmet.
    pub low: T,
    /// The value if every open answer counts as met.
    pub high: T,
}

impl<T: PartialEq + Copy> Bounds<T> {
    /// Returns the value if there is only one.
    pub fn single(self) -> Option<T> {
        (self.low == self.high).then_some(self.low)
    }
}

/// The result by the framework's own rule. Everything that is shown, drawn or saved about a result is based on these
/// four levels: level, near, standing and target.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// `true` if the framework describes any of the person's work: something is rated other than Not part of my role.
    pub applies: bool,
    /// The highest level reached by the rule; `None` is below the first.
    pub level: Bounds<Option<LevelIndex>>,
    /// The highest level above it that lacks at most [`NEAR_AT_MOST`] statements if every open answer counts as unmet.
    pub near: Option<Near>,
    /// The higher of the level and the level just below the near one; `None` is below the first.
    pub standing: Bounds<Option<LevelIndex>>,
    /// The level above the standing, which radar, focus and advice point to; `None` where the source ends.
    pub target: Bounds<Option<LevelIndex>>,
    /// The open statements that decide between the lowest and the highest level, in framework order: if they are met,
    /// the level is the highest one. Empty if there is only one level.
    pub deciding: Vec<IndicatorIndex>,
    /// The one or two statements that the headline counts and the text below it names.
    pub named: Lacking,
    /// Everything missing up to the standing. A level can be reached, or be near, with holes below it.
    pub holes: Lacking,
    /// The competencies below the target's profile while at least one other has reached it, in framework order.
    pub held_back_by: Vec<CompetencyIndex>,
    /// Each described level with its own statements, lowest first.
    pub ladder: Vec<Rung>,
    /// The proficiency in each competency, in framework order.
    pub competencies: Vec<Proficiency>,
    /// The level reached in each area of the source that was split into several competencies, in framework order.
    pub areas: Vec<Area>,
    /// `true` if everything at the first level is shown at least sometimes, but not all of it consistently.
    pub mixed_evidence: bool,
    /// The differences with the level at which each is shown; only for a contrast.
    pub differences: Vec<Difference>,
    /// Met steps beyond what the standing expects.
    pub strengths: Vec<StepRef>,
    /// Met steps above an unmet one.
    pub contradictions: Vec<Contradiction>,
    /// Every expected statement that is open, in framework order.
    pub open: Vec<IndicatorIndex>,
    /// Every statement without an answer that the short route presumes met, in framework order. It includes statements
    /// of a skipped card once a higher step is met.
    pub presumed: Vec<IndicatorIndex>,
    /// Every statement that the short route did not ask because a lower step is unmet, in framework order.
    pub left_out: Vec<IndicatorIndex>,
}

/// An area of the source that was split into several competencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The area's name in the source.
    pub name: String,
    /// The level that all of its competencies reach together; `None` is below the first.
    pub level: Bounds<Option<LevelIndex>>,
}

/// A level that lacks few statements, and has more of its own statements met than missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The level.
    pub level: LevelIndex,
    /// The one or two statements that it lacks.
    pub lacking: Lacking,
}

/// The expected statements that something lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Those that the answers do not show, in framework order.
    pub unmet: Vec<IndicatorIndex>,
    /// Those that the answers leave open, in framework order.
    pub open: Vec<IndicatorIndex>,
}

impl Lacking {
    fn of(statements: Vec<IndicatorIndex>, all_open: &[IndicatorIndex]) -> Self {
        let (open, unmet) = statements.into_iter().partition(|each| all_open.contains(each));
        Self { unmet, open }
    }
}

/// The expected statements of one level's own steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// The level.
    pub level: LevelIndex,
    /// The number of statements that are met, presumed ones included.
    pub met: usize,
    /// The number of statements.
    pub expected: usize,
    /// The number of open statements.
    pub open: usize,
}

/// The proficiency in one competency.
#[derive(Debug, Clone, PartialEq)]
pub struct Proficiency {
    /// The steps met: counted from the bottom up to the first hole if the competency is cumulative, otherwise the
    /// highest met step.
    pub met: Bounds<usize>,
    /// The expected statements that the answers do not show, in framework order. They include those above the lowest
    /// unmet step, even if the short route did not ask for them.
    pub unmet: Vec<IndicatorIndex>,
    /// The value on the radar, from 0 to 1.
    pub value: Bounds<f64>,
}

/// A met step above an unmet one: one of the two should be checked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// The higher step, met.
    pub met: StepRef,
    /// The lower step, unmet.
    pub unmet: StepRef,
}

/// Calculates the result by the framework's own rule; `None` if nothing is answered.
///
/// Cannot fail: the framework was checked when it was loaded.
#[must_use]
pub fn assess(framework: &Framework, answers: &Answers) -> Option<Assessment> {
    if answers.rated() == 0 {
        return None;
    }
    let reading = Reading { framework, answers };
    let pessimist = reading.facts(Case::OpenUnmet);
    let optimist = reading.facts(Case::OpenMet);
    let (low, high) = (Levels::of(&pessimist), Levels::of(&optimist));
    let open = reading.open();
    let level = Bounds { low: low.level, high: high.level };
    let near = low.near.map(|(level, lacking)| Near { level, lacking: Lacking::of(lacking, &open) });
    let deciding = deciding(optimist.clone(), &open, low.level);
    let holes = Lacking::of(pessimist.holes_up_to(low.standing), &open);
    Some(Assessment {
        applies: reading.applies(),
        level,
        named: named(framework.level_rule.kind, level, near.as_ref(), &deciding, &holes),
        near,
        standing: Bounds { low: low.standing, high: high.standing },
        target: Bounds { low: low.target, high: high.target },
        deciding,
        holes,
        held_back_by: held_back_by(&pessimist, low.target),
        ladder: reading.ladder(),
        competencies: framework
            .competency_indices()
            .map(|competency| reading.proficiency(competency, &pessimist, &optimist))
            .collect(),
        areas: areas(&pessimist, &optimist),
        mixed_evidence: high.level.is_none() && reading.mixed_evidence(),
        differences: contrast::differences(&pessimist, &optimist),
        strengths: strengths(&pessimist, low.standing),
        contradictions: contradictions(&pessimist, &optimist),
        open,
        presumed: reading.presumed(Presumption::Met),
        left_out: reading.presumed(Presumption::Unmet),
    })
}

/// The four levels for one reading of the open answers. Nothing else decides which level a person is at.
struct Levels {
    level: Option<LevelIndex>,
    /// The near level and the statements that it lacks.
    near: Option<(LevelIndex, Vec<IndicatorIndex>)>,
    standing: Option<LevelIndex>,
    target: Option<LevelIndex>,
}

impl Levels {
    fn of(facts: &Facts) -> Self {
        let framework = facts.framework;
        let level = operating_level(facts);
        let near = near(facts, level);
        let below_near = near.as_ref().and_then(|(near, _)| framework.level_before(*near));
        let standing = level.max(below_near);
        Self { level, near, standing, target: framework.level_after(standing) }
    }
}

/// Returns the highest level reached by the framework's rule; `None` is below the first.
fn operating_level(facts: &Facts) -> Option<LevelIndex> {
    match facts.framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => conjunctive::level(facts),
        RuleKind::Contrast => contrast::level(facts),
        RuleKind::Stages => stages::level(facts),
    }
}

/// Returns the highest near level above the one reached, with the statements that it lacks.
///
/// A lean is not a level that anybody could be short of, and a stage is reached as soon as it is near.
fn near(facts: &Facts, reached: Option<LevelIndex>) -> Option<(LevelIndex, Vec<IndicatorIndex>)> {
    match facts.framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => {}
        RuleKind::Contrast | RuleKind::Stages => return None,
    }
    let above = facts.framework.described_levels().into_iter().rev().take_while(|&level| Some(level) > reached);
    let mut lacking = above.map(|level| (level, conjunctive::lacking(facts, level)));
    lacking.find(|(level, lacking)| lacking.len() <= NEAR_AT_MOST && facts.is_mostly_shown(*level))
}

/// Returns the open statements that decide between the lowest and the highest level. They are as few as possible: each
/// one that the highest level does not need is left out.
fn deciding(mut optimist: Facts, open: &[IndicatorIndex], lowest: Option<LevelIndex>) -> Vec<IndicatorIndex> {
    let highest = operating_level(&optimist);
    if highest == lowest {
        return Vec::new();
    }
    let mut deciding = open.to_vec();
    deciding.retain(|&statement| {
        optimist.take_back(statement);
        let is_needed = operating_level(&optimist) != highest;
        if is_needed {
            optimist.grant(statement);
        }
        is_needed
    });
    deciding
}

/// Returns the statements that are missing for the near level, the highest level that is possible with open answers, or
/// the whole of a stage.
fn named(
    rule: RuleKind,
    level: Bounds<Option<LevelIndex>>,
    near: Option<&Near>,
    deciding: &[IndicatorIndex],
    holes: &Lacking,
) -> Lacking {
    let few = |lacking: Lacking| {
        let is_few = lacking.unmet.len() + lacking.open.len() <= NEAR_AT_MOST;
        if is_few { lacking } else { Lacking { unmet: Vec::new(), open: Vec::new() } }
    };
    match near {
        Some(near) if Some(near.level) > level.high => near.lacking.clone(),
        _ if level.low == level.high && rule == RuleKind::Stages => few(holes.clone()),
        _ => few(Lacking { unmet: Vec::new(), open: deciding.to_vec() }),
    }
}

/// Returns the competencies below a level's profile; empty if all of them are, since then none holds the others back.
fn held_back_by(facts: &Facts, target: Option<LevelIndex>) -> Vec<CompetencyIndex> {
    let below = target.map_or_else(Vec::new, |target| facts.below_profile(target));
    if below.len() == facts.framework.competencies.len() { Vec::new() } else { below }
}

/// Returns the level of each area by the conjunctive rule, because the author gives no rule for a single area.
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

/// Returns the met steps above what the standing expects of their competency.
fn strengths(facts: &Facts, standing: Option<LevelIndex>) -> Vec<StepRef> {
    let is_strength = |step: &StepRef| {
        let expected = standing.map_or(0, |level| facts.framework.profile(level)[step.competency.0]);
        step.step >= expected && Some(facts.framework.step(*step).level) > standing && facts.is_step_met(*step)
    };
    facts.framework.steps().iter().copied().filter(is_strength).collect()
}

/// Returns, for each competency, the highest met step above the lowest step that is unmet for any reading of the open
/// answers.
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
