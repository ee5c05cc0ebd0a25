//! The answers so far. "Not answered" is a value of its own and never counts as zero.

use super::framework::{
    CompetencyIndex, Framework, IndicatorIndex, LevelIndex, SituationKind, SituationOption, StepRef,
};

/// An answer for one indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rating {
    /// The person does this every time it is needed.
    Consistently,
    /// The person does this now and then.
    Sometimes,
    /// The person does not do this so far.
    NotYet,
    /// The person's job leaves no room for it: open if the person works at that step, otherwise not shown.
    NotMyRole,
}

impl Rating {
    /// Every rating, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Consistently, Self::Sometimes, Self::NotYet, Self::NotMyRole];

    /// Returns the name of the rating in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Consistently => "consistently",
            Self::Sometimes => "sometimes",
            Self::NotYet => "not-yet",
            Self::NotMyRole => "not-my-role",
        }
    }

    /// Returns the rating with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.id() == id)
    }
}

/// The choice of statements to ask, which determines the meaning of untouched steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Route {
    /// Statements are asked around the person's level. Untouched steps below a met one are presumed met, and untouched
    /// steps above an unmet one presumed unmet.
    Short,
    /// Every statement is asked; an untouched one is open.
    #[default]
    Everything,
}

impl Route {
    /// Returns the name of the route in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Everything => "everything",
        }
    }

    /// Returns the route with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Short, Self::Everything].into_iter().find(|route| route.id() == id)
    }
}

/// The person that the ratings are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Subject {
    /// The person who rates.
    #[default]
    Oneself,
    /// Somebody who asked the person who rates for a second view.
    Another,
}

/// Ratings, situation and private notes for one framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The choice of statements to ask.
    pub route: Route,
    ratings: Vec<Option<Rating>>,
    situation: Vec<Option<usize>>,
    notes: Vec<String>,
}

impl Answers {
    /// Creates empty answers for a framework, on the route that asks everything.
    #[must_use]
    pub fn none(framework: &Framework) -> Self {
        Self {
            route: Route::default(),
            ratings: vec![None; framework.indicators.len()],
            situation: vec![None; framework.situation.len()],
            notes: vec![String::new(); framework.competencies.len()],
        }
    }

    /// Returns the rating of an indicator; `None` if it is not answered.
    #[must_use]
    pub fn rating(&self, indicator: IndicatorIndex) -> Option<Rating> {
        self.ratings[indicator.0]
    }

    /// Rates an indicator, or removes its rating if given `None`.
    pub fn rate(&mut self, indicator: IndicatorIndex, rating: Option<Rating>) {
        self.ratings[indicator.0] = rating;
    }

    /// Returns the number of indicators with a rating.
    #[must_use]
    pub fn rated(&self) -> usize {
        self.ratings.iter().flatten().count()
    }

    /// Returns `true` if no indicator of a step has a rating.
    #[must_use]
    pub fn untouched(&self, framework: &Framework, step: StepRef) -> bool {
        framework.indicators_of(step).all(|indicator| self.rating(indicator).is_none())
    }

    /// Chooses the description that fits in a competency of the kind [`AnswerKind::Choose`], by the number of its steps
    /// that are met: 0 if none fits yet. `None` takes the choice back.
    ///
    /// Each step includes the ones below it, so they are met as well.
    ///
    /// [`AnswerKind::Choose`]: super::framework::AnswerKind::Choose
    pub fn fit(&mut self, framework: &Framework, competency: CompetencyIndex, met: Option<usize>) {
        for &step in framework.steps_of(competency) {
            let rating = met.map(|met| if step.step < met { Rating::Consistently } else { Rating::NotYet });
            for indicator in framework.indicators_of(step) {
                self.rate(indicator, rating);
            }
        }
    }

    /// Returns the number of steps met by the chosen description; `None` if none was chosen, or if the steps were rated
    /// in another way.
    #[must_use]
    pub fn fitting(&self, framework: &Framework, competency: CompetencyIndex) -> Option<usize> {
        (0..=framework.steps_of(competency).len()).find(|&met| {
            let is_so = |step: &StepRef| {
                let expected = if step.step < met { Rating::Consistently } else { Rating::NotYet };
                framework.indicators_of(*step).all(|indicator| self.rating(indicator) == Some(expected))
            };
            framework.steps_of(competency).iter().all(is_so)
        })
    }

    /// Returns `true` if the person works at a step: some statement of it, or of a higher step of the same competency,
    /// is rated Consistently or Sometimes.
    #[must_use]
    pub fn shows_work_at(&self, framework: &Framework, step: StepRef) -> bool {
        let at_or_above = &framework.steps_of(step.competency)[step.step..];
        let mut indicators = at_or_above.iter().flat_map(|&step| framework.indicators_of(step));
        indicators.any(|each| matches!(self.rating(each), Some(Rating::Consistently | Rating::Sometimes)))
    }

    /// Returns the index of the option chosen for a situation question.
    #[must_use]
    pub fn option(&self, question: usize) -> Option<usize> {
        self.situation[question]
    }

    /// Chooses an option of a situation question, or removes the choice if given `None`.
    pub fn choose(&mut self, question: usize, option: Option<usize>) {
        self.situation[question] = option;
    }

    /// Returns the chosen options of all questions of a kind.
    pub fn chosen<'framework>(
        &self,
        framework: &'framework Framework,
        kind: SituationKind,
    ) -> impl Iterator<Item = &'framework SituationOption> {
        let chosen = framework.situation.iter().zip(&self.situation).filter(move |(question, _)| question.kind == kind);
        chosen.filter_map(|(question, &option)| Some(&question.options[option?]))
    }

    /// Returns the level of the work that the person gets, or of their title, if they told us.
    #[must_use]
    pub fn claimed_level(&self, framework: &Framework) -> Option<LevelIndex> {
        let work = self.chosen(framework, SituationKind::Work);
        let title = self.chosen(framework, SituationKind::Title);
        work.chain(title).find_map(|option| option.level)
    }

    /// Returns the private note for a competency; empty if there is none.
    #[must_use]
    pub fn note(&self, competency: CompetencyIndex) -> &str {
        &self.notes[competency.0]
    }

    /// Returns the private notes that are not blank, in framework order.
    #[must_use]
    pub fn notes(&self) -> Vec<(CompetencyIndex, &str)> {
        let notes = self.notes.iter().enumerate();
        let written = notes.filter(|(_, note)| !note.trim().is_empty());
        written.map(|(index, note)| (CompetencyIndex(index), note.as_str())).collect()
    }

    /// Sets the private note for a competency.
    pub fn write_note(&mut self, competency: CompetencyIndex, text: String) {
        self.notes[competency.0] = text;
    }
}
