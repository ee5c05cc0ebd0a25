//! The state of a widget and its changes: a view emits a [`Msg`], [`update`] returns the next [`State`].

use std::rc::Rc;

use crate::assessment::answers::{Answers, Rating, Route, Subject};
use crate::assessment::framework::{CompetencyIndex, Framework, IndicatorIndex, StepRef};
use crate::assessment::route;
use crate::assessment::whose::Whose;
use crate::formats::draft::{Draft, DraftError, Screen};
use crate::formats::history::{HistoryError, Remembered};
use crate::formats::share_link::{self, ShareLinkError, SharedResult};
use crate::report::FileKind;

/// The state of one widget: everything that it shows and knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The framework of the assessment.
    pub framework: Rc<Framework>,
    /// The person who is rated.
    pub subject: Subject,
    /// The answers so far.
    pub answers: Answers,
    /// The cards shown so far, in the order in which they were shown.
    pub shown: Vec<StepRef>,
    /// The screen of the journey that the person is on.
    pub screen: Screen,
    /// The answers before several statements were rated at once, until the next change.
    pub before_all: Option<Answers>,
    /// `true` if the person tried to leave the current card with unrated statements.
    pub is_reminding: bool,
    /// The loss that the person was asked to confirm.
    pub confirming: Option<Loss>,
    /// The outcome of the last action, to be confirmed next to its button.
    pub done: Option<Outcome>,
    /// A plain line about something that went wrong around the assessment.
    pub notice: Option<Notice>,
    /// The screen shown instead of the journey, which keeps its state.
    pub aside: Option<Aside>,
    /// The results from links and files.
    pub brought: Vec<(Origin, SharedResult)>,
    /// The results that this device remembers, in any framework, oldest first.
    pub history: Vec<Remembered>,
    /// The reason why stored results cannot be shown.
    pub history_problem: Option<HistoryError>,
    /// The result chosen to be compared with the next one.
    pub picked: Option<Pick>,
    /// The reason why the pasted text is not a result.
    pub paste_problem: Option<Notice>,
    /// The reason why the part of the program that was needed last could not be loaded.
    pub load_failure: Option<LoadFailure>,
}

/// The origin of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A link, made by its sender.
    Link,
    /// A file, saved by the person.
    File,
}

/// A result at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The person's own answers.
    Own,
    /// One of [`State::brought`].
    Brought(usize),
    /// One of [`State::history`].
    Remembered(usize),
}

/// A screen shown instead of the journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// A result that can be read but not changed.
    Result(Pick),
    /// Two results side by side.
    Comparison(Pick, Pick),
}

/// Something that cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// All answers in this framework.
    Answers,
    /// All answers, to be replaced by those of this result.
    AnswersFor(Pick),
    /// Everything that this device stores.
    Everything,
}

/// An action that only the browser can perform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Copies the link to the results on screen.
    CopyLink,
    /// Sends the link to the results on screen to another app.
    SendLink,
    /// Copies a link that asks for a second view.
    CopyInvitation,
    /// Saves a file.
    Save(FileKind),
    /// Prints the page.
    Print,
    /// Stores the result on this device.
    Remember,
    /// Removes a remembered result.
    Forget(usize),
    /// Removes everything that this device stores.
    ForgetEverything,
    /// Jumps to a section of the result.
    Jump(Jump),
}

/// A section of the result that can be jumped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jump {
    /// The radar and its table.
    Profile,
    /// The next things to work on.
    Focus,
    /// The ways to keep the result.
    TakeAway,
    /// Everything else.
    More,
}

impl Jump {
    /// Returns the id of the section's heading in the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Focus => "focus",
            Self::TakeAway => "take-away",
            Self::More => "more",
        }
    }
}

/// The outcome of the last action that the person asked the browser for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The link is in the clipboard.
    LinkCopied,
    /// The link that asks for a second view is in the clipboard.
    InvitationCopied,
    /// The clipboard cannot be reached; this is the text for the person to copy by hand.
    ToCopy(String),
    /// The result is stored on this device.
    Remembered,
    /// A file is being made.
    Saving(FileKind),
    /// A file was saved.
    Saved(FileKind),
    /// The picture at this address was saved, if the browser saves files from a page.
    PictureSaved(String),
    /// This browser cannot draw the picture, so it was saved as SVG.
    DrawingSaved,
    /// A file could not be made or saved.
    NotSaved,
    /// This browser did not store the result.
    NotRemembered,
}

/// Something that went wrong around the assessment and does not stop it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The browser stores nothing here.
    DraftNotSaved,
    /// The stored text is not a draft.
    DraftUnreadable,
    /// The stored draft was made by a newer version.
    DraftNewer,
    /// This many answers do not match the current framework.
    AnswersDropped(usize),
    /// The pasted text contains no link to a result.
    NoLink,
    /// A link was changed or cut.
    LinkDamaged,
    /// A link was made by a newer version.
    LinkNewer,
    /// A link or file is a result in another framework.
    OtherFramework,
    /// A file contains no result.
    FileUnreadable,
    /// A link was made for other texts of a framework that is not pinned.
    OtherTexts,
}

/// A part of the program that is loaded on demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The screens of a result.
    Result,
    /// Two results side by side.
    Comparison,
}

/// The reason why a part of the program could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadFailure {
    /// The server could not be reached.
    Unreachable,
    /// The server now has another version.
    Replaced,
}

impl From<&ShareLinkError> for Notice {
    fn from(error: &ShareLinkError) -> Self {
        match error {
            ShareLinkError::NewerVersion { .. } => Self::LinkNewer,
            ShareLinkError::Damaged => Self::LinkDamaged,
            ShareLinkError::OtherFramework { .. } => Self::OtherFramework,
            ShareLinkError::OtherTexts => Self::OtherTexts,
        }
    }
}

/// An action of the person, or a response from the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// Leaves the start screen.
    Begin,
    /// Chooses an option of a situation question.
    Choose {
        /// The question's index.
        question: usize,
        /// The option's index.
        option: usize,
    },
    /// Chooses which statements are asked.
    Take(Route),
    /// Continues to the first card, with the situation as it is.
    LeaveSituation,
    /// Continues to the first card without a situation.
    SkipSituation,
    /// Rates a statement.
    Rate(IndicatorIndex, Rating),
    /// Clears the rating of a statement.
    Clear(IndicatorIndex),
    /// Rates all unrated statements of a step as Consistently.
    RateAllConsistently(StepRef),
    /// Chooses the description that fits in a competency, by the number of its steps that are met; `None` takes the choice
    /// back.
    Fit(CompetencyIndex, Option<usize>),
    /// Undoes the ratings that were given together.
    UndoAll,
    /// Writes a private note.
    Note(CompetencyIndex, String),
    /// Leaves a card if all its expected statements are rated; otherwise shows a reminder.
    Next,
    /// Leaves a card as it is.
    Skip,
    /// Goes back one screen.
    Back,
    /// Opens a card from the result.
    Review(StepRef),
    /// Switches to the full route, for everything that the short route left out.
    AnswerEverything,
    /// Goes to the result of the answers so far.
    ShowResult,
    /// Asks the person to confirm a loss.
    AskToLose(Loss),
    /// Cancels the loss.
    Keep,
    /// Deletes all answers.
    StartOver,
    /// Compares the result in a pasted text.
    Paste(String),
    /// Shows the result in a file, given with the number of its entries that the framework no longer has.
    Load(Result<(Draft, usize), DraftError>),
    /// Shows a screen instead of the journey.
    Show(Aside),
    /// Goes back to the journey.
    CloseAside,
    /// Chooses a result to compare with the next one chosen.
    Pick(Pick),
    /// Continues with the answers of another result as the reader's own.
    Adopt(Pick),
    /// Asks the browser for an action.
    Ask(Request),
    /// Confirms the outcome of an action.
    Confirm(Outcome),
    /// Sets the results that this device remembers.
    History(Result<Vec<Remembered>, HistoryError>),
    /// Shows a notice.
    Notify(Notice),
    /// Closes the notice.
    CloseNotice,
    /// A part of the program arrived.
    PartLoaded,
    /// A part of the program could not be loaded.
    PartNotLoaded(LoadFailure),
    /// Tries again to load the part that the screen needs.
    LoadAgain,
}

impl State {
    /// Creates the start of a framework's assessment: the short route, nothing answered.
    #[must_use]
    pub fn new(framework: Rc<Framework>, subject: Subject) -> Self {
        let mut answers = Answers::none(&framework);
        answers.route = Route::Short;
        Self {
            framework,
            subject,
            answers,
            shown: Vec::new(),
            screen: Screen::Start,
            before_all: None,
            is_reminding: false,
            confirming: None,
            done: None,
            notice: None,
            aside: None,
            brought: Vec::new(),
            history: Vec::new(),
            history_problem: None,
            picked: None,
            paste_problem: None,
            load_failure: None,
        }
    }

    /// Restores the state from a stored draft.
    #[must_use]
    pub fn resume(framework: Rc<Framework>, subject: Subject, draft: Draft) -> Self {
        let Draft { answers, shown, screen } = draft;
        Self { answers, shown, screen, ..Self::new(framework, subject) }
    }

    /// Returns the state with a result from the page's address on screen; a second one is shown next to the first.
    #[must_use]
    pub fn with_result(mut self, result: SharedResult) -> Self {
        let beside = self.read_aside();
        self.bring(Origin::Link, result, beside);
        self
    }

    /// Returns the data that a reload must restore.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft { answers: self.answers.clone(), shown: self.shown.clone(), screen: self.screen }
    }

    /// Returns the part of the program that draws the screen; `None` if the main part draws it.
    #[must_use]
    pub const fn needed_part(&self) -> Option<Part> {
        match (self.aside, self.screen) {
            (Some(Aside::Comparison(..)), _) => Some(Part::Comparison),
            (Some(Aside::Result(_)), _) | (None, Screen::Result) => Some(Part::Result),
            (None, Screen::Start | Screen::Situation | Screen::Card(_) | Screen::Review(_)) => None,
        }
    }

    /// Returns the part of the program that should be loaded now: the needed one, or the result as soon as there is a
    /// result at hand, which may be the reader's own first rating.
    #[must_use]
    pub fn likely_part(&self) -> Option<Part> {
        self.needed_part().or_else(|| (!self.at_hand().is_empty()).then_some(Part::Result))
    }

    /// Returns the card on screen, if there is one.
    #[must_use]
    pub fn card(&self) -> Option<StepRef> {
        match self.screen {
            Screen::Card(step) | Screen::Review(step) => Some(step),
            Screen::Start | Screen::Situation | Screen::Result => None,
        }
    }

    /// Returns the number of expected statements of a step that have no rating.
    #[must_use]
    pub fn unrated(&self, step: StepRef) -> usize {
        let expected = self.framework.expected_of(&[step]);
        expected.iter().filter(|&&indicator| self.answers.rating(indicator).is_none()).count()
    }

    /// Returns a result at hand; `None` if it is gone or in another framework.
    #[must_use]
    pub fn result(&self, pick: Pick) -> Option<SharedResult> {
        match pick {
            Pick::Own => Some(SharedResult { subject: self.subject, answers: self.answers.clone(), dropped: 0 }),
            Pick::Brought(index) => self.brought.get(index).map(|(_, result)| result.clone()),
            Pick::Remembered(index) => share_link::decode(&self.framework, &self.history.get(index)?.result).ok(),
        }
    }

    /// Returns the owner or origin of a result.
    #[must_use]
    pub fn whose(&self, pick: Pick) -> Whose {
        match pick {
            Pick::Own if self.subject == Subject::Oneself => Whose::You,
            Pick::Own => Whose::YourView,
            Pick::Brought(index) => {
                let kind = |index: usize| self.brought.get(index).map(|(origin, result)| (*origin, result.subject));
                let number = (0..index).filter(|&before| kind(before) == kind(index)).count();
                match kind(index) {
                    Some((Origin::File, _)) => Whose::Saved(number),
                    Some((Origin::Link, Subject::Another)) => Whose::SecondView(number),
                    Some((Origin::Link, Subject::Oneself)) | None => Whose::Shared(number),
                }
            }
            Pick::Remembered(index) => {
                Whose::Of(self.history.get(index).map_or_else(String::new, |each| each.date.clone()))
            }
        }
    }

    /// Returns the subject of a result for its reader: somebody else, unless it is the reader's own result or a view of
    /// the reader.
    #[must_use]
    pub fn reads_about(&self, whose: &Whose) -> Subject {
        match whose {
            Whose::Shared(_) => Subject::Another,
            Whose::You | Whose::YourView | Whose::SecondView(_) | Whose::Saved(_) | Whose::Of(_) => self.subject,
        }
    }

    /// Returns the results that can be compared.
    #[must_use]
    pub fn at_hand(&self) -> Vec<(Pick, SharedResult)> {
        let mut picks = Vec::new();
        if self.answers.rated() > 0 {
            picks.push(Pick::Own);
        }
        picks.extend((0..self.brought.len()).map(Pick::Brought));
        picks.extend((0..self.history.len()).map(Pick::Remembered));
        let mut at_hand = Vec::new();
        for pick in picks {
            if let Some(result) = self.result(pick) {
                at_hand.push((pick, result));
            }
        }
        at_hand
    }

    /// Returns the results on screen as the fragment of a link.
    #[must_use]
    pub fn on_screen(&self) -> String {
        let picks = match self.aside {
            None => vec![Pick::Own],
            Some(Aside::Result(pick)) => vec![pick],
            Some(Aside::Comparison(first, second)) => vec![first, second],
        };
        let mut results = Vec::new();
        for pick in picks {
            if let Some(result) = self.result(pick) {
                results.push(share_link::encode(&self.framework, result.subject, &result.answers));
            }
        }
        share_link::fragment(&results)
    }

    /// Returns the person's own result as the text of a link.
    #[must_use]
    pub fn own_result(&self) -> String {
        share_link::encode(&self.framework, self.subject, &self.answers)
    }

    /// Shows a result beside another one, or by itself if there is none.
    fn bring(&mut self, origin: Origin, result: SharedResult, beside: Option<Pick>) {
        // A result that is brought twice is already at hand.
        let place =
            self.brought.iter().position(|(from, known)| (*from, known) == (origin, &result)).unwrap_or_else(|| {
                self.brought.push((origin, result));
                self.brought.len() - 1
            });
        let brought = Pick::Brought(place);
        self.aside = Some(match beside.filter(|&pick| pick != brought) {
            Some(pick) => Aside::Comparison(pick, brought),
            None => Aside::Result(brought),
        });
    }

    /// Returns the result that is shown instead of the journey.
    const fn read_aside(&self) -> Option<Pick> {
        match self.aside {
            Some(Aside::Result(pick)) => Some(pick),
            Some(Aside::Comparison(..)) | None => None,
        }
    }

    /// Finds the screen shown instead of the journey again after the device's remembered results have changed; `None` if
    /// one of its results is gone.
    fn find_again(&self, aside: Aside, before: &[Remembered]) -> Option<Aside> {
        let find = |pick: Pick| match pick {
            Pick::Remembered(index) => {
                let known = before.get(index)?;
                self.history.iter().position(|each| each == known).map(Pick::Remembered)
            }
            Pick::Own | Pick::Brought(_) => Some(pick),
        };
        Some(match aside {
            Aside::Result(pick) => Aside::Result(find(pick)?),
            Aside::Comparison(first, second) => Aside::Comparison(find(first)?, find(second)?),
        })
    }

    /// Reads a pasted link, which may be inside a message.
    fn paste(&mut self, text: &str) {
        match share_link::find(text).first().map(|result| share_link::decode(&self.framework, result)) {
            Some(Ok(shared)) => {
                let own = (self.answers.rated() > 0).then_some(Pick::Own);
                let beside = self.picked.take().or(self.read_aside()).or(own);
                self.bring(Origin::Link, shared, beside);
            }
            Some(Err(error)) => self.paste_problem = Some((&error).into()),
            None if text.trim().is_empty() => {}
            None => self.paste_problem = Some(Notice::NoLink),
        }
    }

    /// Shows the result of a saved file, beside the one that was picked for comparison.
    fn load(&mut self, file: Result<(Draft, usize), DraftError>) {
        match file {
            Ok((draft, dropped)) => {
                self.notice = None;
                let result = SharedResult { subject: self.subject, answers: draft.answers, dropped };
                let beside = self.picked.take();
                self.bring(Origin::File, result, beside);
            }
            Err(DraftError::OtherFramework) => self.notice = Some(Notice::OtherFramework),
            Err(DraftError::NewerFormat { .. }) => self.notice = Some(Notice::LinkNewer),
            Err(DraftError::Unreadable) => self.notice = Some(Notice::FileUnreadable),
        }
    }

    fn advance(&mut self) {
        match route::next_step(&self.framework, &self.answers, &self.shown) {
            Some(step) => self.show(step),
            None => self.screen = Screen::Result,
        }
    }

    fn show(&mut self, step: StepRef) {
        self.shown.push(step);
        self.screen = Screen::Card(step);
    }

    fn go_back(&mut self) {
        self.screen = match self.screen {
            Screen::Start | Screen::Situation => Screen::Start,
            Screen::Review(_) => Screen::Result,
            Screen::Result => self.shown.last().copied().map_or(self.before_cards(), Screen::Card),
            Screen::Card(step) => {
                let before = self.shown.iter().position(|&shown| shown == step).and_then(|index| index.checked_sub(1));
                before.map_or(self.before_cards(), |index| Screen::Card(self.shown[index]))
            }
        };
    }

    /// Returns the screen before the cards. The situation is about the work of the person who rates, so it is not asked
    /// about somebody else.
    const fn before_cards(&self) -> Screen {
        match self.subject {
            Subject::Oneself => Screen::Situation,
            Subject::Another => Screen::Start,
        }
    }

    /// Leaves a card: continues to the card shown after it before, if the person went back, otherwise to the next one.
    fn leave_card(&mut self) {
        match self.screen {
            Screen::Review(_) => self.screen = Screen::Result,
            Screen::Card(step) => {
                let after =
                    self.shown.iter().position(|&shown| shown == step).and_then(|index| self.shown.get(index + 1));
                match after.copied() {
                    Some(step) => self.screen = Screen::Card(step),
                    None => self.advance(),
                }
            }
            Screen::Start | Screen::Situation | Screen::Result => {}
        }
    }
}

/// Returns the state after a message.
#[must_use]
pub fn update(state: &State, msg: Msg) -> State {
    let mut next = State {
        before_all: None,
        is_reminding: false,
        confirming: None,
        done: None,
        paste_problem: None,
        load_failure: None,
        ..state.clone()
    };
    match msg {
        Msg::Begin if state.before_cards() == Screen::Start => return update(&next, Msg::LeaveSituation),
        Msg::Begin => next.screen = Screen::Situation,
        Msg::Choose { question, option } => next.answers.choose(question, Some(option)),
        Msg::Take(route) => next.answers.route = route,
        Msg::LeaveSituation => match next.shown.first() {
            Some(&first) => next.screen = Screen::Card(first),
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
        Msg::Clear(indicator) => {
            next.answers.rate(indicator, None);
            next.is_reminding = state.is_reminding;
        }
        Msg::Fit(competency, met) => {
            next.answers.fit(&state.framework, competency, met);
            next.is_reminding = state.is_reminding;
        }
        Msg::RateAllConsistently(step) => {
            for indicator in state.framework.indicators_of(step) {
                let rating = state.answers.rating(indicator).unwrap_or(Rating::Consistently);
                next.answers.rate(indicator, Some(rating));
            }
            next.before_all = (next.answers != state.answers).then(|| state.answers.clone());
        }
        Msg::UndoAll => {
            if let Some(before) = &state.before_all {
                next.answers.clone_from(before);
            }
        }
        Msg::Note(competency, text) => {
            next.answers.write_note(competency, text);
            next.is_reminding = state.is_reminding;
        }
        Msg::Next if state.card().is_some_and(|card| state.unrated(card) > 0) => next.is_reminding = true,
        Msg::Next | Msg::Skip => next.leave_card(),
        Msg::Back => next.go_back(),
        Msg::Review(step) => next.screen = Screen::Review(step),
        Msg::AnswerEverything => {
            next.answers.route = Route::Everything;
            if next.card().is_none() {
                next.advance();
            }
        }
        Msg::ShowResult => next.screen = Screen::Result,
        Msg::AskToLose(loss) => next.confirming = Some(loss),
        Msg::Ask(Request::ForgetEverything) => next = State::new(next.framework, next.subject),
        Msg::Keep | Msg::Ask(_) | Msg::LoadAgain => {}
        Msg::StartOver => {
            let State { notice, brought, history, history_problem, .. } = next;
            let fresh = State::new(next.framework, next.subject);
            next = State { notice, brought, history, history_problem, ..fresh };
        }
        Msg::Paste(text) => next.paste(&text),
        Msg::Load(file) => next.load(file),
        Msg::Show(aside) => {
            next.aside = Some(aside);
            next.picked = None;
        }
        Msg::CloseAside => next.aside = None,
        Msg::Pick(pick) => match state.picked {
            None => next.picked = Some(pick),
            Some(picked) if picked == pick => next.picked = None,
            Some(picked) => return update(&next, Msg::Show(Aside::Comparison(picked, pick))),
        },
        Msg::Adopt(pick) => {
            if let Some(result) = state.result(pick) {
                next.answers = result.answers;
                next.shown = Vec::new();
                next.screen = Screen::Result;
                next.aside = None;
            }
        }
        // A response from the browser leaves an open confirmation alone.
        Msg::Confirm(done) => next = State { done: Some(done), ..state.clone() },
        Msg::History(history) => {
            next = state.clone();
            next.history_problem = history.as_ref().err().copied();
            next.history = history.unwrap_or_default();
            next.aside = state.aside.and_then(|aside| next.find_again(aside, &state.history));
            next.picked = None;
        }
        Msg::Notify(notice) => next = State { notice: Some(notice), ..state.clone() },
        Msg::CloseNotice => next = State { notice: None, ..state.clone() },
        Msg::PartLoaded => next = state.clone(),
        Msg::PartNotLoaded(failure) => next = State { load_failure: Some(failure), ..state.clone() },
    }
    next
}
