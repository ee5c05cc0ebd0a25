//! Which competencies to work on next, and why: at most three, for the next level only.
//!
//! The order: an unmet basic below the reached or claimed level, then the largest gap to the next level's profile, then
//! framework order. A competency about which only open answers speak comes last: a gap there is not known.

use std::cmp::Reverse;

use super::answers::Answers;
use super::framework::{
    AdviceKind, CompetencyIndex, Framework, IndicatorIndex, LevelIndex, RuleKind, SituationKind, StepRef,
};
use super::scoring::{Assessment, is_cumulative};

/// How many competencies a plan names. A reader cannot work on everything at once.
pub const FOCUS_AT_MOST: usize = 3;

/// What to work on next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The level held by the strict reading; `None` is below the first.
    pub from: Option<LevelIndex>,
    /// The level whose profile the focus leads to: the next one, or the level held where that is not fully shown or is
    /// the stage to grow within; `None` where the source ends and nothing is left to show.
    pub to: Option<LevelIndex>,
    /// Growth within the level held or across to the next.
    pub kind: AdviceKind,
    /// The competencies, most important first; at most [`FOCUS_AT_MOST`].
    pub focus: Vec<Focus>,
    /// Advice that is not about a single competency, as places in [`Framework::advice`].
    pub advice: Vec<usize>,
}

/// One competency to work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// The one step to work on.
    pub step: StepRef,
    /// Why it was chosen.
    pub reason: Reason,
    /// The statements of that step rated Sometimes or Not yet.
    pub unmet: Vec<IndicatorIndex>,
    /// The expected statements of that step that are open.
    pub open: Vec<IndicatorIndex>,
    /// Advice about this competency, as places in [`Framework::advice`].
    pub advice: Vec<usize>,
}

/// Why a competency was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It belongs to a level at or below the one reached.
    Basic(LevelIndex),
    /// It belongs to a level at or below the one that the person's work or title is at.
    BelowClaimed(LevelIndex),
    /// It keeps the next level away, by this many steps.
    Gap {
        /// The next level.
        level: LevelIndex,
        /// Target minus steps met; at least 1.
        steps: usize,
    },
    /// It is a part of the present stage that is not fully shown.
    MissingPart(LevelIndex),
    /// It is what the next stage is about.
    NextStage(LevelIndex),
    /// The present stage is fully shown; what is left there is to do it better.
    Craft(LevelIndex),
}

/// The plan that follows from a result.
#[must_use]
pub fn plan(framework: &Framework, answers: &Answers, assessment: &Assessment) -> Plan {
    let planning = Planning { framework, answers, assessment, from: assessment.level.low };
    let (kind, to, mut focus) = match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency | RuleKind::Contrast => planning.by_gap(),
        RuleKind::Stages => planning.by_stage(),
    };
    focus.truncate(FOCUS_AT_MOST);
    for each in &mut focus {
        each.advice = planning.advice(kind, to, Some(each.step.competency));
    }
    Plan { from: planning.from, to, kind, advice: planning.advice(kind, to, None), focus }
}

struct Planning<'a> {
    framework: &'a Framework,
    answers: &'a Answers,
    assessment: &'a Assessment,
    from: Option<LevelIndex>,
}

impl Planning<'_> {
    fn by_gap(&self) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let next = self.framework.level_after(self.from);
        let mut candidates: Vec<_> =
            self.framework.competency_indices().filter_map(|competency| self.candidate(competency, next)).collect();
        let urgency = |(focus, gap): &(Focus, usize)| {
            let is_basic = !matches!(focus.reason, Reason::Gap { .. });
            (focus.unmet.is_empty(), !is_basic, Reverse(*gap))
        };
        let mut focus = Vec::new();
        // The first of the most urgent ones keeps framework order.
        while let Some(next) = (0..candidates.len()).min_by_key(|&index| urgency(&candidates[index])) {
            focus.push(candidates.remove(next).0);
        }
        let within = self.wanted() == Some(AdviceKind::Within) || next.is_none();
        let kind = if within && self.from.is_some() { AdviceKind::Within } else { AdviceKind::Across };
        let to = if next.is_none() && !focus.is_empty() { self.from } else { next };
        (kind, to, focus)
    }

    /// The step of a competency to work on with its gap, if there is one up to the next level.
    fn candidate(&self, competency: CompetencyIndex, next: Option<LevelIndex>) -> Option<(Focus, usize)> {
        let met = self.met(competency);
        let gap_to = |level: LevelIndex| self.framework.profile(level)[competency.0].saturating_sub(met);
        let below_reached = self.from.map_or(0, gap_to);
        if let (Some(level), 1..) = (self.from, below_reached) {
            return Some((self.focus(StepRef { competency, step: met }, Reason::Basic(level)), below_reached));
        }
        if let Some(step) = self.hole(competency) {
            return Some((self.focus(step, Reason::Basic(self.framework.step(step).level)), 1));
        }
        let level = next?;
        let steps = gap_to(level);
        let step = StepRef { competency, step: met };
        let claimed = self.answers.claimed_level(self.framework);
        (steps > 0).then(|| {
            let reason = match claimed {
                Some(claimed) if self.framework.step(step).level <= claimed => Reason::BelowClaimed(claimed),
                Some(_) | None => Reason::Gap { level, steps },
            };
            (self.focus(step, reason), steps)
        })
    }

    /// The lowest unmet step below a met one, up to the level reached or claimed, where the author does not call the competency
    /// cumulative: elsewhere a hole already holds the proficiency down.
    fn hole(&self, competency: CompetencyIndex) -> Option<StepRef> {
        let next = self.framework.level_after(self.from);
        let claimed = self.answers.claimed_level(self.framework).min(next);
        let basic = self.from.max(claimed)?;
        let met = self.met(competency);
        let mut below = self.framework.steps_of(competency)[..met].iter().copied();
        let hole = below.find(|&step| !self.unmet(step).is_empty())?;
        let is_basic = self.framework.step(hole).level <= basic;
        (is_basic && !is_cumulative(self.framework.competency(competency))).then_some(hole)
    }

    /// Within-stage and across-stage growth are never mixed.
    fn by_stage(&self) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let next = self.framework.level_after(self.from);
        let Some(stage) = self.from else {
            return next.map_or((AdviceKind::Across, None, Vec::new()), |first| self.across(first));
        };
        let missing = self.missing_parts(stage);
        match (self.wanted(), next) {
            (Some(AdviceKind::Across), Some(next)) => self.across(next),
            (None, Some(next)) if missing.is_empty() => self.across(next),
            (_, _) => self.within(stage, &missing),
        }
    }

    fn within(&self, stage: LevelIndex, missing: &[StepRef]) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let focus = if missing.is_empty() {
            self.each(&self.framework.steps_at(stage), Reason::Craft(stage))
        } else {
            self.each(missing, Reason::MissingPart(stage))
        };
        (AdviceKind::Within, Some(stage), focus)
    }

    /// Only what the next stage brings: nobody crosses a stage by getting better at the one before.
    fn across(&self, next: LevelIndex) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let focus = self.each(&self.framework.steps_at(next), Reason::NextStage(next));
        (AdviceKind::Across, Some(next), focus)
    }

    fn missing_parts(&self, stage: LevelIndex) -> Vec<StepRef> {
        let profile = self.framework.profile(stage);
        let competencies = self.framework.competency_indices();
        competencies
            .map(|competency| StepRef { competency, step: self.met(competency) })
            .filter(|at| at.step < profile[at.competency.0])
            .collect()
    }

    fn each(&self, steps: &[StepRef], reason: Reason) -> Vec<Focus> {
        steps.iter().map(|&step| self.focus(step, reason)).collect()
    }

    fn met(&self, competency: CompetencyIndex) -> usize {
        self.assessment.competencies[competency.0].met.low
    }

    fn unmet(&self, step: StepRef) -> Vec<IndicatorIndex> {
        self.in_step(step, &self.assessment.competencies[step.competency.0].unmet)
    }

    fn in_step(&self, step: StepRef, indicators: &[IndicatorIndex]) -> Vec<IndicatorIndex> {
        indicators.iter().copied().filter(|&indicator| self.framework.indicator(indicator).step == step).collect()
    }

    fn focus(&self, step: StepRef, reason: Reason) -> Focus {
        let open = self.in_step(step, &self.assessment.open);
        Focus { step, reason, unmet: self.unmet(step), open, advice: Vec::new() }
    }

    /// Whether the person told us to grow within their level or across.
    fn wanted(&self) -> Option<AdviceKind> {
        self.answers.chosen(self.framework, SituationKind::Next).find_map(|option| option.wants)
    }

    /// The advice for this way, for everybody and for the person's situation.
    fn advice(&self, kind: AdviceKind, to: Option<LevelIndex>, competency: Option<CompetencyIndex>) -> Vec<usize> {
        let to = match kind {
            AdviceKind::Within => self.from,
            AdviceKind::Across => to,
        };
        let advice = self.framework.advice.iter().enumerate();
        advice
            .filter(|(_, advice)| advice.kind == kind && advice.from == self.from && Some(advice.to) == to)
            .filter(|(_, advice)| advice.competency == competency)
            .filter(|(_, advice)| {
                advice.when.is_none_or(|(question, option)| self.answers.option(question) == Some(option))
            })
            .map(|(index, _)| index)
            .collect()
    }
}
