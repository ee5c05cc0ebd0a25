//! Everything that can change in one widget, and how: a view emits a [`Msg`], [`update`] returns the next [`State`].

use std::rc::Rc;

use crate::assessment::answers::{Answers, Rating, Route};
use crate::assessment::draft::{Draft, Place};
use crate::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex, StepRef};
use crate::assessment::route;

/// What one widget shows and knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The framework that is taken.
    pub framework: Rc<Framework>,
    /// What the person said so far.
    pub answers: Answers,
    /// The cards shown so far, in the order in which they were shown.
    pub shown: Vec<StepRef>,
    /// Where in the journey the person is.
    pub place: Place,
    /// Whether the person tried to leave the present card with statements unrated.
    pub is_reminding: bool,
    /// Whether the person was asked to confirm the loss of all answers.
    pub is_confirming_start_over: bool,
    /// A plain line about something that went wrong around the assessment.
    pub notice: Option<Notice>,
}

/// Something that went wrong around the assessment and does not stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The browser keeps nothing here.
    DraftNotSaved,
    /// What was kept is not a draft.
    DraftUnreadable,
    /// What was kept is a draft of a newer version.
    DraftNewer,
    /// This many answers say nothing about the framework as it is now.
    AnswersDropped(usize),
}

/// What a person did, or what came back from the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// Leaves the start screen.
    Begin,
    /// Chooses an option of a situation question.
    Choose {
        /// The question's place.
        question: usize,
        /// The option's place.
        option: usize,
    },
    /// Chooses how statements are asked.
    Take(Route),
    /// Goes on to the first card, with the situation as it is.
    LeaveSituation,
    /// Goes on to the first card without a situation.
    SkipSituation,
    /// Rates a statement.
    Rate(IndicatorIndex, Rating),
    /// Rates every statement of a step Consistently.
    RateAllConsistently(StepRef),
    /// Writes a private note.
    Note(CompetencyIndex, String),
    /// Goes on from a card whose expected statements are all rated; reminds where some are not.
    Next,
    /// Goes on from a card as it is.
    Skip,
    /// Goes back one screen.
    Back,
    /// Opens a card from the result.
    Review(StepRef),
    /// Asks for everything that the short route left out.
    AnswerEverything,
    /// Goes to the result of the answers so far.
    ShowResult,
    /// Asks whether all answers may be deleted.
    AskToStartOver,
    /// Keeps the answers after all.
    KeepAnswers,
    /// Deletes all answers.
    StartOver,
    /// Shows a plain line.
    Notify(Notice),
    /// Takes the plain line away.
    CloseNotice,
}

impl State {
    /// The beginning of a framework's assessment: the short route, nothing answered.
    #[must_use]
    pub fn new(framework: Rc<Framework>) -> Self {
        let mut answers = Answers::none(&framework);
        answers.route = Route::Short;
        Self {
            framework,
            answers,
            shown: Vec::new(),
            place: Place::Start,
            is_reminding: false,
            is_confirming_start_over: false,
            notice: None,
        }
    }

    /// Where a kept draft left off.
    #[must_use]
    pub fn resume(framework: Rc<Framework>, draft: Draft) -> Self {
        let Draft { answers, shown, place } = draft;
        Self { answers, shown, place, ..Self::new(framework) }
    }

    /// What a reload must bring back.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft { answers: self.answers.clone(), shown: self.shown.clone(), place: self.place }
    }

    /// The card on screen, if there is one.
    #[must_use]
    pub fn card(&self) -> Option<StepRef> {
        match self.place {
            Place::Card(step) | Place::Review(step) => Some(step),
            Place::Start | Place::Situation | Place::Result => None,
        }
    }

    /// How many statements of a step that could stand between a person and a level have no rating.
    #[must_use]
    pub fn unrated(&self, step: StepRef) -> usize {
        let expected = self.framework.expected_of(&[step]);
        expected.iter().filter(|&&indicator| self.answers.rating(indicator).is_none()).count()
    }

    fn advance(&mut self) {
        match route::next_step(&self.framework, &self.answers, &self.shown) {
            Some(step) => self.show(step),
            None => self.place = Place::Result,
        }
    }

    fn show(&mut self, step: StepRef) {
        self.shown.push(step);
        self.place = Place::Card(step);
    }

    fn go_back(&mut self) {
        self.place = match self.place {
            Place::Start | Place::Situation => Place::Start,
            Place::Review(_) => Place::Result,
            Place::Result => self.shown.last().copied().map_or(Place::Situation, Place::Card),
            Place::Card(step) => {
                let before = self.shown.iter().position(|&shown| shown == step).and_then(|index| index.checked_sub(1));
                before.map_or(Place::Situation, |index| Place::Card(self.shown[index]))
            }
        };
    }

    /// Goes on from a card: to the card shown after it before, if the person went back, else to the next one.
    fn leave_card(&mut self) {
        match self.place {
            Place::Review(_) => self.place = Place::Result,
            Place::Card(step) => {
                let after =
                    self.shown.iter().position(|&shown| shown == step).and_then(|index| self.shown.get(index + 1));
                match after.copied() {
                    Some(step) => self.place = Place::Card(step),
                    None => self.advance(),
                }
            }
            Place::Start | Place::Situation | Place::Result => {}
        }
    }
}

/// The state after something happened.
#[must_use]
pub fn update(state: &State, msg: Msg) -> State {
    let mut next = State { is_reminding: false, is_confirming_start_over: false, ..state.clone() };
    match msg {
        Msg::Begin => next.place = Place::Situation,
        Msg::Choose { question, option } => next.answers.choose(question, Some(option)),
        Msg::Take(route) => next.answers.route = route,
        Msg::LeaveSituation => match next.shown.first() {
            Some(&first) => next.place = Place::Card(first),
            None => next.advance(),
        },
        Msg::SkipSituation => {
            for question in 0..next.framework.situation.len() {
                next.answers.choose(question, None);
            }
            return update(&next, Msg::LeaveSituation);
        }
        Msg::Rate(indicator, rating) => {
            next.answers.rate(indicator, Some(rating));
            next.is_reminding = state.is_reminding;
        }
        Msg::RateAllConsistently(step) => {
            for indicator in state.framework.indicators_of(step) {
                next.answers.rate(indicator, Some(Rating::Consistently));
            }
        }
        Msg::Note(competency, text) => {
            next.answers.write_note(competency, text);
            next.is_reminding = state.is_reminding;
        }
        Msg::Next if state.card().is_some_and(|card| state.unrated(card) > 0) => next.is_reminding = true,
        Msg::Next | Msg::Skip => next.leave_card(),
        Msg::Back => next.go_back(),
        Msg::Review(step) => next.place = Place::Review(step),
        Msg::AnswerEverything => {
            next.answers.route = Route::Everything;
            if next.card().is_none() {
                next.advance();
            }
        }
        Msg::ShowResult => next.place = Place::Result,
        Msg::AskToStartOver => next.is_confirming_start_over = true,
        Msg::KeepAnswers => {}
        Msg::StartOver => next = State { notice: state.notice, ..State::new(Rc::clone(&state.framework)) },
        Msg::Notify(notice) => next = State { notice: Some(notice), ..state.clone() },
        Msg::CloseNotice => next = State { notice: None, ..state.clone() },
    }
    next
}
