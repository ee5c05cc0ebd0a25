//! The choice of the step to ask next. The short route asks around the person's level, the full one asks everything.
//!
//! In a competency the short route goes up after a met step and down after an unmet one. It stops when no step is left
//! between the highest met and the lowest unmet one. Its next step depends only on the answers, so a reader may go back,
//! change an answer or skip at any time. `docs/scoring.md` says how much it saves and when its result can differ.

use super::answers::{Answers, Rating, Route};
use super::framework::{AnswerKind, CompetencyIndex, Framework, StepRef};

/// The number of statements that a person rates per minute: five seconds each.
const STATEMENTS_A_MINUTE: usize = 12;

/// The state of one step according to the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Every expected statement is rated Consistently.
    Met,
    /// At least one expected statement is rated Sometimes or Not yet, or is not part of the role of a person who does
    /// not work at that step.
    Unmet,
    /// Nothing contradicts the step, but expected statements are open.
    Open,
    /// No statement of the step has a rating.
    Untouched,
}

/// Returns the state of a step according to the answers.
#[must_use]
pub fn step_state(framework: &Framework, answers: &Answers, step: StepRef) -> StepState {
    if answers.untouched(framework, step) {
        return StepState::Untouched;
    }
    let mut state = StepState::Met;
    for indicator in framework.expected_of(&[step]) {
        match answers.rating(indicator) {
            Some(Rating::Sometimes | Rating::NotYet) => return StepState::Unmet,
            Some(Rating::NotMyRole) if !answers.shows_work_at(framework, step) => return StepState::Unmet,
            Some(Rating::NotMyRole) | None => state = StepState::Open,
            Some(Rating::Consistently) => {}
        }
    }
    state
}

/// An assumption about a step that was not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presumption {
    /// A higher step of the competency is met.
    Met,
    /// A lower step of the competency is unmet.
    Unmet,
}

/// Returns the short route's assumption about a step; `None` if the step was asked, or still has to be.
#[must_use]
pub fn presumption(framework: &Framework, answers: &Answers, step: StepRef) -> Option<Presumption> {
    if answers.route == Route::Everything || !answers.untouched(framework, step) {
        return None;
    }
    let settled = Settled::of(framework, answers, step.competency);
    if settled.highest_met.is_some_and(|met| step.step < met) {
        Some(Presumption::Met)
    } else if settled.lowest_unmet.is_some_and(|unmet| step.step > unmet) {
        Some(Presumption::Unmet)
    } else {
        None
    }
}

/// Returns the step to ask next, given the cards already shown; `None` if there is nothing left to ask.
#[must_use]
pub fn next_step(framework: &Framework, answers: &Answers, shown: &[StepRef]) -> Option<StepRef> {
    framework.competency_indices().find_map(|competency| next_in(framework, answers, shown, competency))
}

/// Returns the step to ask next in one competency; `None` if it is settled.
#[must_use]
pub fn next_in(
    framework: &Framework,
    answers: &Answers,
    shown: &[StepRef],
    competency: CompetencyIndex,
) -> Option<StepRef> {
    let is_left = |step: StepRef| !shown.contains(&step) && answers.untouched(framework, step);
    if framework.competency(competency).answer == AnswerKind::Choose {
        // One card is for all steps.
        return Some(StepRef { competency, step: 0 }).filter(|&card| is_left(card));
    }
    match answers.route {
        Route::Everything => framework.steps_of(competency).iter().copied().find(|&step| is_left(step)),
        Route::Short => next_around(framework, answers, competency, is_left).map(|step| StepRef { competency, step }),
    }
}

fn next_around(
    framework: &Framework,
    answers: &Answers,
    competency: CompetencyIndex,
    is_left: impl Fn(StepRef) -> bool,
) -> Option<usize> {
    let settled = Settled::of(framework, answers, competency);
    let (mut asked, mut left) = (None, Vec::new());
    for &step in framework.steps_of(competency).iter().filter(|step| settled.leaves(step.step)) {
        if is_left(step) {
            left.push(step.step);
        } else {
            asked = asked.or(Some(step.step));
        }
    }
    match (settled.highest_met, settled.lowest_unmet.or(asked)) {
        (None, None) => Some(start(framework, answers, competency)),
        (Some(_), _) => left.first().copied(),
        // A skipped or open card says nothing, so look below it first, then above.
        (None, Some(step)) => left.iter().rev().find(|&&left| left < step).or(left.first()).copied(),
    }
}

/// The bounds that the rated steps of one competency set.
struct Settled {
    highest_met: Option<usize>,
    lowest_unmet: Option<usize>,
}

impl Settled {
    fn of(framework: &Framework, answers: &Answers, competency: CompetencyIndex) -> Self {
        let mut settled = Self { highest_met: None, lowest_unmet: None };
        for &step in framework.steps_of(competency) {
            match step_state(framework, answers, step) {
                StepState::Met => settled.highest_met = Some(step.step),
                StepState::Unmet => settled.lowest_unmet = settled.lowest_unmet.or(Some(step.step)),
                StepState::Open | StepState::Untouched => {}
            }
        }
        settled
    }

    /// Returns `true` if a step lies strictly between the bounds, so that asking it gives new information.
    fn leaves(&self, step: usize) -> bool {
        self.highest_met.is_none_or(|met| step > met) && self.lowest_unmet.is_none_or(|unmet| step < unmet)
    }
}

/// Returns the step at which a competency starts: the highest one up to the level that the situation points to,
/// otherwise the second.
fn start(framework: &Framework, answers: &Answers, competency: CompetencyIndex) -> usize {
    let steps = &framework.competency(competency).steps;
    match answers.claimed_level(framework) {
        Some(level) => steps.iter().rposition(|step| step.level <= level).unwrap_or(0),
        None => 1.min(steps.len() - 1),
    }
}

/// Returns the progress on a card as `(done, total)`: cards on the full route, competencies on the short one. The
/// current one is not done.
#[must_use]
pub fn progress(framework: &Framework, answers: &Answers, shown: &[StepRef], card: StepRef) -> (usize, usize) {
    match answers.route {
        Route::Everything => {
            let is_done =
                |&&step: &&StepRef| step != card && (shown.contains(&step) || !answers.untouched(framework, step));
            let cards = framework.cards();
            (cards.iter().filter(is_done).count(), cards.len())
        }
        Route::Short => {
            let is_settled =
                |&each: &CompetencyIndex| each != card.competency && next_in(framework, answers, shown, each).is_none();
            (framework.competency_indices().filter(is_settled).count(), framework.competencies.len())
        }
    }
}

/// Returns `true` if the short route can leave something out. If every competency has one card, both routes are the same.
#[must_use]
pub fn has_choice(framework: &Framework) -> bool {
    framework.cards().len() > framework.competencies.len()
}

/// Returns the number of a card among those shown in its competency, from 1.
#[must_use]
pub fn number_in_competency(shown: &[StepRef], card: StepRef) -> usize {
    let before = shown.iter().take_while(|&&step| step != card);
    before.filter(|step| step.competency == card.competency).count() + 1
}

/// Estimates how many statements the short route asks: a little over half if there is anything to leave out.
#[must_use]
pub fn usual_length(framework: &Framework) -> usize {
    let asked = framework.competencies.iter().map(|competency| {
        let statements: usize = competency.steps.iter().map(|step| step.indicators.len()).sum();
        let is_asked_whole = competency.steps.len() == 1 || competency.answer == AnswerKind::Choose;
        if is_asked_whole { statements } else { statements * 3 / 5 }
    });
    asked.sum()
}

/// Estimates the minutes that the short route takes, rounded up because nobody minds finishing early.
#[must_use]
pub fn minutes(framework: &Framework) -> usize {
    usual_length(framework).div_ceil(STATEMENTS_A_MINUTE)
}
