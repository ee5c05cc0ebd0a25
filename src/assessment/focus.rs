//! The competencies to work on next with their reasons: at most three, toward the target and never beyond it.
//!
//! The order: what is missing up to the standing, then the largest gap to the target's profile, then framework order.
//! The source's areas take turns where this leaves a tie. What is only open comes last, because a gap there is not
//! known. `docs/scoring.md` says more.

use std::cmp::Reverse;

use super::answers::{Answers, Rating};
use super::framework::{
    Advice, AdviceKind, CareerPath, CompetencyIndex, Framework, IndicatorIndex, LevelIndex, RuleKind, SituationKind,
    StepRef, Weight,
};
use super::scoring::{Assessment, NEAR_AT_MOST};

/// The maximum number of competencies in a plan. A reader cannot work on everything at once.
pub const FOCUS_AT_MOST: usize = 3;
/// The maximum number of pieces of advice in a focus, for the same reason.
pub const ADVICE_AT_MOST: usize = 3;

/// The next things to work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The kind of growth: within the level where the person stands, or across to the next.
    pub kind: AdviceKind,
    /// The level whose profile the focus leads to: the target, or the standing for growth within; `None` if the source
    /// ends there and nothing is left to show.
    pub to: Option<LevelIndex>,
    /// The competencies, most important first; at most [`FOCUS_AT_MOST`].
    pub focus: Vec<Focus>,
    /// Advice that is not about a single competency, as indices into [`Framework::advice`].
    pub advice: Vec<usize>,
    /// The optional statements up to the standing that are rated Sometimes or Not yet and are in no focus, in framework
    /// order. The author names them too, but they are not a gap.
    pub also_named: Vec<IndicatorIndex>,
}

/// One competency to work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// The one step to work on.
    pub step: StepRef,
    /// The reason for its choice.
    pub reason: Reason,
    /// The expected statements of that step that the answers do not show.
    pub unmet: Vec<IndicatorIndex>,
    /// The expected statements of that step that are open.
    pub open: Vec<IndicatorIndex>,
    /// The optional statements of that step to work on; only if the level has nothing else to show.
    pub optional: Vec<IndicatorIndex>,
    /// Advice about this step, as indices into [`Framework::advice`]; at most [`ADVICE_AT_MOST`].
    pub advice: Vec<usize>,
}

/// The reason for choosing a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A level up to the standing expects it.
    Hole(LevelIndex),
    /// It belongs to a level at or below that of the person's work or title.
    BelowClaimed(LevelIndex),
    /// The target expects more steps of it.
    Gap {
        /// The target.
        level: LevelIndex,
        /// Target minus steps met; at least 1.
        steps: usize,
    },
    /// A level expects it, and the answers leave it open.
    Open(LevelIndex),
    /// It is optional at the level within which the person wants to grow.
    Optional(LevelIndex),
    /// It is a part of the present stage that is not fully shown.
    MissingPart(LevelIndex),
    /// It is what the next stage is about.
    NextStage(LevelIndex),
    /// The present stage is fully shown, so growth there means doing it better.
    Craft(LevelIndex),
}

/// Creates the plan that follows from a result.
#[must_use]
pub fn plan(framework: &Framework, answers: &Answers, assessment: &Assessment) -> Plan {
    let planning = Planning { framework, answers, assessment };
    if !assessment.applies {
        // People are not told to work on what is not their work.
        let kind = AdviceKind::Across;
        return Plan { kind, to: None, focus: Vec::new(), advice: Vec::new(), also_named: Vec::new() };
    }
    let (kind, to, mut focus) = match framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency | RuleKind::Contrast => planning.by_gap(),
        RuleKind::Stages => planning.by_stage(),
    };
    focus.truncate(FOCUS_AT_MOST);
    for each in &mut focus {
        each.advice = planning.advice_about(each.step, kind);
        each.advice.truncate(ADVICE_AT_MOST);
    }
    let is_anything_missing = focus.iter().any(|each| !each.unmet.is_empty());
    let advice =
        if kind == AdviceKind::Across && !is_anything_missing { Vec::new() } else { planning.advice(kind, to) };
    let mut also_named = planning.also_named();
    also_named.retain(|each| !focus.iter().any(|focus| focus.optional.contains(each)));
    Plan { kind, to, focus, advice, also_named }
}

struct Planning<'a> {
    framework: &'a Framework,
    answers: &'a Answers,
    assessment: &'a Assessment,
}

/// A focus with its sort keys: lower values come first.
struct Candidate {
    focus: Focus,
    urgency: (Class, Reverse<usize>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Hole,
    Gap,
    Open,
}

impl Planning<'_> {
    fn by_gap(&self) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let (standing, target) = (self.assessment.standing.low, self.assessment.target.low);
        // Growth within a level needs a level, and below the first there is none.
        if let (Some(AdviceKind::Within), Some(home)) = (self.wish(), standing) {
            let mut focus = self.candidates(standing, None);
            if focus.iter().all(|focus| focus.unmet.is_empty()) {
                focus.splice(0..0, self.optional_at(home));
            }
            return (AdviceKind::Within, standing, focus);
        }
        let focus = self.candidates(standing, target);
        match target {
            Some(_) => (AdviceKind::Across, target, focus),
            None if focus.is_empty() => (AdviceKind::Within, None, focus),
            None => (AdviceKind::Within, standing, focus),
        }
    }

    /// Returns everything missing or open up to the standing, and the gaps to the target, most urgent first.
    fn candidates(&self, standing: Option<LevelIndex>, target: Option<LevelIndex>) -> Vec<Focus> {
        let profile = |level: Option<LevelIndex>| match level {
            Some(level) => self.framework.profile_up_to(level),
            None => vec![0; self.framework.competencies.len()],
        };
        let (held, aimed_at) = (profile(standing), profile(target));
        let mut candidates = Vec::new();
        for competency in self.framework.competency_indices() {
            candidates.extend(self.candidate(competency, held[competency.0], aimed_at[competency.0], target));
        }
        in_turn(self.framework, candidates)
    }

    /// Returns the step of a competency to work on, given the steps expected at the standing and at the target.
    fn candidate(
        &self,
        competency: CompetencyIndex,
        held: usize,
        aimed_at: usize,
        target: Option<LevelIndex>,
    ) -> Option<Candidate> {
        let steps = self.framework.steps_of(competency);
        let level = |step: StepRef| self.framework.step(step).level;
        if let Some(&step) = steps[..held].iter().find(|&&step| !self.unmet(step).is_empty()) {
            let urgency = (Class::Hole, Reverse(held - step.step));
            return Some(Candidate { focus: self.focus(step, Reason::Hole(level(step))), urgency });
        }
        let met = self.assessment.competencies[competency.0].met.low;
        if let Some(target) = target
            && met < aimed_at
            && !self.unmet(steps[met]).is_empty()
        {
            let gap = aimed_at - met;
            let reason = match self.answers.claimed_level(self.framework) {
                Some(claimed) if level(steps[met]) <= claimed => Reason::BelowClaimed(claimed),
                Some(_) | None => Reason::Gap { level: target, steps: gap },
            };
            return Some(Candidate { focus: self.focus(steps[met], reason), urgency: (Class::Gap, Reverse(gap)) });
        }
        let up_to_target = if met < aimed_at { &steps[met..=met] } else { &[] };
        let open = steps[..held].iter().chain(up_to_target).find(|&&step| !self.open(step).is_empty());
        open.map(|&step| Candidate {
            focus: self.focus(step, Reason::Open(level(step))),
            urgency: (Class::Open, Reverse(0)),
        })
    }

    /// Returns the competencies with optional statements at a level that are not shown.
    fn optional_at(&self, level: LevelIndex) -> Vec<Focus> {
        let steps = self.framework.steps_at(level).into_iter();
        let focus = steps.map(|step| {
            let optional = self.also_named().into_iter().filter(|&each| self.framework.indicator(each).step == step);
            Focus { optional: optional.collect(), ..self.focus(step, Reason::Optional(level)) }
        });
        focus.filter(|focus| !focus.optional.is_empty()).collect()
    }

    /// Plans by stage. Growth within a stage and across to the next are never mixed.
    fn by_stage(&self) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let next = self.assessment.target.low;
        let Some(stage) = self.assessment.standing.low else {
            return next.map_or((AdviceKind::Across, None, Vec::new()), |first| self.across(first));
        };
        let mut missing = self.candidates_within(stage);
        if missing.is_empty() && next.is_none() {
            missing = self.nearly_shown_below(stage);
        }
        match (self.wish(), next) {
            (Some(AdviceKind::Across), Some(next)) => self.across(next),
            (None, Some(next)) if missing.is_empty() => self.across(next),
            (_, _) if missing.is_empty() => {
                let craft =
                    self.framework.steps_at(stage).into_iter().map(|step| self.focus(step, Reason::Craft(stage)));
                (AdviceKind::Within, Some(stage), craft.collect())
            }
            (_, _) => (AdviceKind::Within, Some(stage), missing),
        }
    }

    /// Returns the parts of a stage that are missing, then those that are open.
    fn candidates_within(&self, stage: LevelIndex) -> Vec<Focus> {
        let profile = self.framework.profile(stage);
        let (mut missing, mut open) = (Vec::new(), Vec::new());
        for competency in self.framework.competency_indices() {
            for &step in &self.framework.steps_of(competency)[..profile[competency.0]] {
                if !self.unmet(step).is_empty() {
                    missing.push(self.focus(step, Reason::MissingPart(stage)));
                } else if !self.open(step).is_empty() {
                    open.push(self.focus(step, Reason::Open(stage)));
                }
            }
        }
        missing.append(&mut open);
        missing
    }

    /// Returns the missing parts of earlier stages that are nearly shown. The last stage does not expect them, so a
    /// person who does other work there is not sent back.
    fn nearly_shown_below(&self, stage: LevelIndex) -> Vec<Focus> {
        let mut missing = Vec::new();
        for rung in self.assessment.ladder.iter().take_while(|rung| rung.level < stage) {
            let lacking = rung.expected - rung.met;
            if lacking <= NEAR_AT_MOST && rung.met > lacking {
                let steps =
                    self.framework.steps_at(rung.level).into_iter().filter(|&step| !self.unmet(step).is_empty());
                missing.extend(steps.map(|step| self.focus(step, Reason::Hole(rung.level))));
            }
        }
        missing
    }

    /// Plans only what the next stage adds: nobody reaches the next stage by getting better at the one before.
    fn across(&self, next: LevelIndex) -> (AdviceKind, Option<LevelIndex>, Vec<Focus>) {
        let steps = self.framework.steps_at(next).into_iter();
        (AdviceKind::Across, Some(next), steps.map(|step| self.focus(step, Reason::NextStage(next))).collect())
    }

    fn focus(&self, step: StepRef, reason: Reason) -> Focus {
        let (unmet, open) = (self.unmet(step), self.open(step));
        Focus { step, reason, unmet, open, optional: Vec::new(), advice: Vec::new() }
    }

    fn unmet(&self, step: StepRef) -> Vec<IndicatorIndex> {
        self.on_path_in(step, &self.assessment.competencies[step.competency.0].unmet)
    }

    fn open(&self, step: StepRef) -> Vec<IndicatorIndex> {
        self.on_path_in(step, &self.assessment.open)
    }

    /// Filters statements to those of a step that are on the person's path.
    fn on_path_in(&self, step: StepRef, statements: &[IndicatorIndex]) -> Vec<IndicatorIndex> {
        let is_of_step = |each: &IndicatorIndex| self.framework.indicator(*each).step == step;
        statements.iter().copied().filter(|each| is_of_step(each) && self.is_on_path(*each)).collect()
    }

    /// Returns `true` if a statement is on the path that the person chose, or on every path. Nobody who chose to
    /// continue as an individual contributor is told to work on managing people.
    fn is_on_path(&self, indicator: IndicatorIndex) -> bool {
        let path = self.framework.indicator(indicator).path;
        self.path().is_none_or(|chosen| path.is_none_or(|path| path == chosen))
    }

    fn path(&self) -> Option<CareerPath> {
        self.answers.chosen(self.framework, SituationKind::Path).find_map(|option| option.path)
    }

    /// Returns the wish to grow within the level or across; `None` if they are not sure or did not say.
    fn wish(&self) -> Option<AdviceKind> {
        self.answers.chosen(self.framework, SituationKind::Next).find_map(|option| option.wants)
    }

    /// Returns the optional statements up to the standing that are rated Sometimes or Not yet.
    fn also_named(&self) -> Vec<IndicatorIndex> {
        let standing = self.assessment.standing.low;
        let is_also_named = |&each: &IndicatorIndex| {
            let indicator = self.framework.indicator(each);
            indicator.weight == Weight::Optional
                && Some(self.framework.step(indicator.step).level) <= standing
                && matches!(self.answers.rating(each), Some(Rating::Sometimes | Rating::NotYet))
                && self.is_on_path(each)
        };
        (0..self.framework.indicators.len()).map(IndicatorIndex).filter(is_also_named).collect()
    }

    /// Returns the general advice for reaching a level.
    fn advice(&self, kind: AdviceKind, to: Option<LevelIndex>) -> Vec<usize> {
        let standing = self.assessment.standing.low;
        let to = if kind == AdviceKind::Within { standing } else { to };
        self.advice_where(kind, |advice| {
            advice.competency.is_none() && advice.from == standing && Some(advice.to) == to
        })
    }

    /// Returns the advice about one step: for growth within the level where the person stands, or across to the step's
    /// level.
    fn advice_about(&self, step: StepRef, kind: AdviceKind) -> Vec<usize> {
        let to = match kind {
            AdviceKind::Within => self.assessment.standing.low,
            AdviceKind::Across => Some(self.framework.step(step).level),
        };
        self.advice_where(kind, |advice| advice.competency == Some(step.competency) && Some(advice.to) == to)
    }

    /// Returns the advice of a kind that fits the person's situation and does not recommend anything they already do.
    fn advice_where(&self, kind: AdviceKind, is_wanted: impl Fn(&Advice) -> bool) -> Vec<usize> {
        let fits = |advice: &Advice| {
            let is_for_them =
                advice.when.is_none_or(|(question, option)| self.answers.option(question) == Some(option));
            advice.kind == kind && is_for_them && self.is_news(&advice.about) && is_wanted(advice)
        };
        let advice = self.framework.advice.iter().enumerate();
        advice.filter(|(_, advice)| fits(advice)).map(|(index, _)| index).collect()
    }

    /// Returns `true` if none of these statements is shown and one is missing, or if there are no statements.
    fn is_news(&self, about: &[IndicatorIndex]) -> bool {
        let is_shown = |each: &IndicatorIndex| {
            self.answers.rating(*each) == Some(Rating::Consistently) || self.assessment.presumed.contains(each)
        };
        let is_open = |each: &IndicatorIndex| self.assessment.open.contains(each);
        about.is_empty() || (!about.iter().any(is_shown) && !about.iter().all(is_open))
    }
}

/// Sorts candidates by urgency. The source's areas take turns between equals, then framework order decides.
fn in_turn(framework: &Framework, candidates: Vec<Candidate>) -> Vec<Focus> {
    let area = |candidate: &Candidate| &framework.competency(candidate.focus.step.competency).group;
    let mut waiting = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let is_equal = |before: &&Candidate| before.urgency == candidate.urgency && area(before) == area(candidate);
        let turn = candidates[..index].iter().filter(is_equal).count();
        waiting.push((candidate.urgency, turn, index));
    }
    let mut focus = Vec::new();
    while let Some(&next) = waiting.iter().min() {
        waiting.retain(|each| *each != next);
        focus.push(candidates[next.2].focus.clone());
    }
    focus
}
