//! The root: holds the [`State`] and starts every effect.
//!
//! A struct component: hooks would add 8 KB to the download, and here there is one of everything.

use std::rc::Rc;

use yew::prelude::*;

use crate::assessment::draft::{self, DraftError, Place};
use crate::assessment::framework::Framework;
use crate::assessment::route;
use crate::browser::{storage, view};
use crate::state::{Msg, Notice, State, update};
use crate::ui::competency_card::{CompetencyCard, competency_card};
use crate::ui::notice_line::{NoticeLine, notice_line};
use crate::ui::results::{Results, results};
use crate::ui::situation::{Situation, situation};
use crate::ui::start::{Start, start};
use crate::words::Words;

/// What the tab kept of an earlier visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Nothing, or nothing that can be read.
    Nothing,
    /// The text of a draft.
    Draft(AttrValue),
}

/// Everything that a widget is configured by.
#[derive(Properties)]
pub struct AppProps {
    /// The framework to take.
    pub framework: Rc<Framework>,
    /// What the tab kept of an earlier visit.
    pub kept: Kept,
    /// Where the tab keeps the answers.
    pub draft_key: AttrValue,
    /// The widget's number on the page, which keeps its radio groups apart from those of others.
    pub instance: usize,
    /// The level of the widget's own heading, from 1 to 5.
    pub heading_level: u8,
    /// The language.
    pub words: &'static Words,
}

impl PartialEq for AppProps {
    /// A widget is configured once; only its number tells it from others.
    fn eq(&self, other: &Self) -> bool {
        self.instance == other.instance
    }
}

/// One assessment.
pub struct App {
    state: State,
    widget: NodeRef,
    /// The draft as it was kept last.
    saved: String,
    /// Where the person was when the screen was drawn last.
    drawn: (Place, bool),
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { framework, kept, .. } = context.props();
        let state = opening(framework, kept);
        let drawn = (state.place, state.is_reminding);
        Self { state, widget: NodeRef::default(), saved: String::new(), drawn }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        self.state = update(&self.state, msg);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { words, .. } = *context.props();
        let send = &context.link().callback(|msg| msg);
        let notice = self.state.notice.map(|notice| notice_line(&NoticeLine { notice, words, send }));
        let screen = screen(context.props(), &self.state, send);
        html! { <div class="nr" lang={words.language} ref={&self.widget}>{ notice }{ screen }</div> }
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            set_unreadable_draft_aside(context.props());
        }
        self.save_draft(context);
        self.show_new_screen();
    }
}

impl App {
    /// Keeps the answers in the tab whenever they change; says so where that cannot be done, once.
    fn save_draft(&mut self, context: &Context<Self>) {
        let draft = draft::encode(&self.state.framework, &self.state.draft());
        if draft == self.saved {
            return;
        }
        let is_first_try = self.saved.is_empty();
        if storage::write(&context.props().draft_key, &draft).is_err() && is_first_try {
            context.link().send_message(Msg::Notify(Notice::DraftNotSaved));
        }
        self.saved = draft;
    }

    /// A new screen starts at its top, with the focus on its heading; a reminder at the first unrated statement.
    ///
    /// Where a visit begins is left to the page around the widget.
    fn show_new_screen(&mut self) {
        let drawn = (self.state.place, self.state.is_reminding);
        if let Some(widget) = self.widget.cast() {
            match (drawn.0 != self.drawn.0, drawn.1 && !self.drawn.1) {
                (true, _) => view::show_top(&widget),
                (false, true) => view::show_first_unrated(&widget),
                (false, false) => {}
            }
        }
        self.drawn = drawn;
    }
}

/// The state to begin with: the kept draft's, or a fresh one with a line about what became of the draft.
fn opening(framework: &Rc<Framework>, kept: &Kept) -> State {
    let fresh = State::new(Rc::clone(framework));
    let Kept::Draft(text) = kept else { return fresh };
    match draft::decode(framework, text) {
        Ok((draft, 0)) => State::resume(Rc::clone(framework), draft),
        Ok((draft, dropped)) => {
            update(&State::resume(Rc::clone(framework), draft), Msg::Notify(Notice::AnswersDropped(dropped)))
        }
        Err(DraftError::Unreadable(_) | DraftError::NoFormat | DraftError::OtherFramework) => {
            update(&fresh, Msg::Notify(Notice::DraftUnreadable))
        }
        Err(DraftError::NewerFormat { .. }) => update(&fresh, Msg::Notify(Notice::DraftNewer)),
    }
}

/// A draft that cannot be read now, or not whole, is kept beside before the first save takes its place.
fn set_unreadable_draft_aside(props: &AppProps) {
    if let Kept::Draft(text) = &props.kept
        && draft::decode(&props.framework, text).map_or(true, |(_, dropped)| dropped > 0)
    {
        // Without storage there was no draft to set aside.
        let _ = storage::set_aside(&props.draft_key, text);
    }
}

fn screen(props: &AppProps, state: &State, send: &Callback<Msg>) -> Html {
    let AppProps { instance, heading_level, words, .. } = *props;
    let State { framework, answers, .. } = state;
    match state.place {
        Place::Start => start(&Start { framework, heading_level, words, send }),
        Place::Situation => situation(&Situation { framework, answers, instance, heading_level, words, send }),
        Place::Card(step) | Place::Review(step) => competency_card(&CompetencyCard {
            framework,
            answers,
            step,
            is_review: state.place == Place::Review(step),
            progress: route::progress(framework, answers, &state.shown),
            unrated: state.unrated(step),
            is_reminding: state.is_reminding,
            instance,
            heading_level,
            words,
            send,
            on_note: send.reform(move |event| Msg::Note(step.competency, view::typed(&event))),
        }),
        Place::Result => results(&Results {
            framework,
            answers,
            is_confirming_start_over: state.is_confirming_start_over,
            heading_level,
            words,
            send,
        }),
    }
}
