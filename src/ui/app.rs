//! The root: holds the [`State`] and starts every effect.
//!
//! A struct component: hooks would add 8 KB to the download, and here there is one of everything.

use std::rc::Rc;

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::assessment::draft::{self, DraftError, Place};
use crate::assessment::framework::Framework;
use crate::assessment::history::{self, HistoryError, Remembered};
use crate::assessment::report::FileKind;
use crate::assessment::report::json;
use crate::assessment::{route, scoring, share_link};
use crate::browser::storage::{self, Keeper};
use crate::browser::{device, view};
use crate::state::{Aside, Done, Msg, Notice, Pick, Request, State, update};
use crate::ui::at_hand::{AtHand, at_hand};
use crate::ui::brought::{Brought, brought, eyebrow};
use crate::ui::competency_card::{CompetencyCard, competency_card};
use crate::ui::confirmation::{Confirmation, confirmation};
use crate::ui::notice_line::{NoticeLine, notice_line};
use crate::ui::parts::more;
use crate::ui::results::{Results, results};
use crate::ui::side_by_side::{SideBySide, side_by_side};
use crate::ui::situation::{Situation, situation};
use crate::ui::start::{Start, start};
use crate::ui::take_away::{TakeAway, take_away};
use crate::words;

/// Every key that we keep something under begins so.
const OUR_KEYS: &str = "next-rung.";

/// What the tab kept of an earlier visit.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// The browser allows no storage here.
    Blocked,
    /// The text of a draft.
    Draft(AttrValue),
}

/// Everything that a widget is configured by.
#[derive(Properties)]
pub struct AppProps {
    /// The framework to take.
    pub framework: Rc<Framework>,
    /// The file that it was read from.
    pub framework_file: AttrValue,
    /// Who is to be rated.
    pub subject: Subject,
    /// What stands in the page's address after the `#`.
    pub fragment: AttrValue,
    /// The address that links lead to; empty where none are made.
    pub address: AttrValue,
    /// Whether the tab keeps the answers, and the device what it is told to remember.
    pub persists: bool,
    /// What the tab kept of an earlier visit.
    pub kept: Kept,
    /// Where the tab keeps the answers.
    pub draft_key: AttrValue,
    /// The widget's number on the page, which keeps its radio groups apart from those of others.
    pub instance: usize,
    /// The level of the widget's own heading, from 1 to 5.
    pub heading_level: u8,
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
    /// The answers as they were kept last.
    draft: String,
    /// Whether the person knows that nothing is kept here.
    is_told: bool,
    /// The screen as it was drawn last.
    drawn: Screen,
    /// What had the focus when a loss was to be confirmed.
    asked_from: Option<view::Focused>,
}

/// What tells one screen from another.
#[derive(Clone, Copy, PartialEq)]
struct Screen {
    place: Place,
    aside: Option<Aside>,
    is_reminding: bool,
    is_confirming: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let AppProps { framework, subject, kept, .. } = context.props();
        let state = opening(context.props());
        let drawn = Screen::of(&state);
        let draft = fresh_draft(&State::new(Rc::clone(framework), *subject));
        Self { state, widget: NodeRef::default(), draft, is_told: *kept == Kept::Blocked, drawn, asked_from: None }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let request = if let Msg::Ask(request) = msg { Some(request) } else { None };
        let before = (self.state.answers.rated(), self.state.place);
        self.state = update(&self.state, msg);
        self.tell_page(before);
        if let Some(request) = request {
            self.perform(context, request);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        widget(context.props(), &self.state, &self.widget, &context.link().callback(|msg| msg))
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            set_unreadable_draft_aside(context.props());
        }
        self.save_draft(context);
        if is_first || Screen::of(&self.state).aside != self.drawn.aside {
            self.show_comparison(context);
        }
        self.show_new_screen();
    }
}

impl Screen {
    const fn of(state: &State) -> Self {
        let State { place, aside, is_reminding, confirming, .. } = *state;
        Self { place, aside, is_reminding, is_confirming: confirming.is_some() }
    }
}

impl App {
    /// The answers so far, as the text of a draft.
    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// The result of the answers so far, as the text of a JSON report; `None` where nothing is answered.
    pub fn report(&self) -> Option<String> {
        let State { framework, answers, subject, .. } = &self.state;
        let assessment = scoring::assess(framework, answers)?;
        Some(json::write(words::english(*subject), framework, answers, Some(&assessment)).to_string())
    }

    /// Tells the page around the widget that there are more or fewer answers than before, or that the result is reached.
    fn tell_page(&self, (rated, place): (usize, Place)) {
        let Some(widget) = self.widget.cast() else { return };
        let State { framework, answers, .. } = &self.state;
        if answers.rated() != rated {
            device::tell_progress(&widget, answers.rated(), framework.indicators.len());
        }
        if self.state.place == Place::Result
            && place != Place::Result
            && let Some(report) = self.report()
        {
            device::tell_result(&widget, &report);
        }
    }

    /// Keeps the answers in the tab whenever they change, and nothing before; says so where that cannot be done, once.
    fn save_draft(&mut self, context: &Context<Self>) {
        let draft = draft::encode(&self.state.framework, &self.state.draft());
        if draft == self.draft {
            return;
        }
        let AppProps { persists, draft_key, .. } = context.props();
        let is_lost = *persists && storage::write(Keeper::Tab, draft_key, &draft).is_err();
        if is_lost && !self.is_told {
            self.is_told = true;
            context.link().send_message(Msg::Notify(Notice::DraftNotSaved));
        }
        self.draft = draft;
    }

    /// A new screen starts at its top, with the focus on its heading; a reminder at the first unrated statement.
    ///
    /// Where a visit begins is left to the page around the widget.
    fn show_new_screen(&mut self) {
        let drawn = Screen::of(&self.state);
        if let Some(widget) = self.widget.cast() {
            if drawn.place != self.drawn.place || drawn.aside != self.drawn.aside {
                view::show_top(&widget);
            } else if drawn.is_reminding && !self.drawn.is_reminding {
                view::focus_on(&widget, "[data-unrated] input");
            } else if drawn.is_confirming && !self.drawn.is_confirming {
                self.asked_from = view::focused(&widget);
                view::focus_on(&widget, "[data-confirmation] button");
            } else if !drawn.is_confirming
                && let Some(asked_from) = self.asked_from.take()
            {
                asked_from.restore();
            }
        }
        self.drawn = drawn;
    }

    /// Has the module for comparisons put the two results on screen.
    fn show_comparison(&self, context: &Context<Self>) {
        let AppProps { framework_file, heading_level, .. } = context.props();
        let Some(Aside::Comparison(first, second)) = self.state.aside else { return };
        let Some(place) = self.widget.cast().and_then(|widget| view::find(&widget, "[data-comparison]")) else {
            return;
        };
        let words = words::english(self.state.subject);
        let [first_name, second_name] = [first, second].map(|pick| words::whose(words, &self.state.whose(pick)));
        let results = self.state.on_screen();
        let send = context.link().callback(|msg| msg);
        let told = move |done: Option<String>| {
            if done.is_none() {
                send.emit(Msg::Notify(Notice::NotLoaded));
            }
        };
        let names = format!("{first_name}\n{second_name}");
        device::compare(&place, framework_file, &names, &results, *heading_level, Box::new(told));
    }

    /// Does what only the browser can do, and tells the state what came of it.
    fn perform(&mut self, context: &Context<Self>, request: Request) {
        let send = context.link().callback(|msg| msg);
        let link = |fragment: &str| format!("{}#{fragment}", context.props().address);
        match request {
            Request::CopyLink => copy(link(&self.state.on_screen()), Done::LinkCopied, send),
            Request::CopyInvitation => copy(link(share_link::SECOND_VIEW), Done::InvitationCopied, send),
            Request::SendLink => device::send(&self.state.framework.title, &link(&self.state.on_screen())),
            Request::Save(kind) => self.save(context.props(), kind, send),
            Request::Print => device::print(),
            Request::Remember => {
                let new = Remembered { date: device::today(), result: self.state.own_result() };
                self.change_history(&send, Some(Done::Remembered), &|history| history::remember(history, &new));
            }
            Request::Forget(index) => {
                let gone = self.state.history.get(index).cloned();
                self.change_history(&send, None, &|history| history.retain(|each| Some(each) != gone.as_ref()));
            }
            Request::ForgetEverything => {
                device::forget(OUR_KEYS);
                let fresh = State::new(Rc::clone(&self.state.framework), self.state.subject);
                // What has just been forgotten is not written anew by itself.
                self.draft = fresh_draft(&fresh);
                self.state = fresh;
            }
        }
    }

    /// Changes what the device remembers; another tab may have changed it since it was read.
    fn change_history(&self, send: &Callback<Msg>, done: Option<Done>, change: &dyn Fn(&mut Vec<Remembered>)) {
        let mut history = read_history();
        let is_kept = match &mut history {
            Ok(history) => {
                change(history);
                storage::write(Keeper::Device, history::KEY, &history::encode(history)).is_ok()
            }
            Err(_) => false,
        };
        match done {
            _ if !is_kept => {
                send.emit(Msg::Notify(Notice::NotRemembered));
                return;
            }
            Some(done) => send.emit(Msg::Confirm(done)),
            None => {}
        }
        send.emit(Msg::History(history));
    }

    fn save(&self, props: &AppProps, kind: FileKind, send: Callback<Msg>) {
        let Some(widget) = self.widget.cast() else { return };
        let date = device::today();
        let name = kind.file_name(&self.state.framework.id, &date);
        send.emit(Msg::Confirm(Done::Saving(kind)));
        let told = move |done: Option<String>| {
            send.emit(match done {
                Some(_) => Msg::Confirm(Done::Saved(kind)),
                None => Msg::Notify(Notice::NotSaved),
            });
        };
        device::save(&widget, kind.id(), &name, &props.framework_file, &self.draft, &date, Box::new(told));
    }
}

fn copy(text: String, copied: Done, send: Callback<Msg>) {
    let by_hand = Done::ToCopy(text.clone());
    device::copy(&text, Box::new(move |done| send.emit(Msg::Confirm(done.map_or(by_hand, |_| copied)))));
}

/// The draft of a state in which nothing was done yet: there is no need to keep it.
fn fresh_draft(fresh: &State) -> String {
    draft::encode(&fresh.framework, &fresh.draft())
}

/// What the device remembers; nothing where it allows no storage.
fn read_history() -> Result<Vec<Remembered>, HistoryError> {
    match storage::read(Keeper::Device, history::KEY) {
        Ok(Some(text)) => history::decode(&text),
        Ok(None) | Err(_) => Ok(Vec::new()),
    }
}

/// The state to begin with: the kept draft's or a fresh one, with what the address brought shown over it.
fn opening(props: &AppProps) -> State {
    let history = if props.persists { read_history() } else { Ok(Vec::new()) };
    let mut state = update(&resumed(props), Msg::History(history));
    // Several assessments on one page share its address.
    let is_ours = |result: &&str| share_link::framework_of(result).is_none_or(|id| id == props.framework.id);
    for result in share_link::find(&props.fragment).into_iter().filter(is_ours) {
        state = match share_link::decode(&props.framework, result) {
            Ok(shared) => state.with_result(shared),
            Err(error) => update(&state, Msg::Notify((&error).into())),
        };
    }
    state
}

/// The kept draft's state, or a fresh one with a line about what became of the draft.
fn resumed(props: &AppProps) -> State {
    let AppProps { framework, kept, subject, .. } = props;
    let fresh = State::new(Rc::clone(framework), *subject);
    let text = match kept {
        Kept::Nothing => return fresh,
        Kept::Blocked => return update(&fresh, Msg::Notify(Notice::DraftNotSaved)),
        Kept::Draft(text) => text,
    };
    match draft::decode(framework, text) {
        Ok((draft, dropped)) => {
            let state = State::resume(Rc::clone(framework), *subject, draft);
            if dropped == 0 { state } else { update(&state, Msg::Notify(Notice::AnswersDropped(dropped))) }
        }
        Err(DraftError::NewerFormat { .. }) => update(&fresh, Msg::Notify(Notice::DraftNewer)),
        Err(DraftError::Unreadable(_) | DraftError::NoFormat | DraftError::OtherFramework) => {
            update(&fresh, Msg::Notify(Notice::DraftUnreadable))
        }
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

/// The widget as it shows a state.
pub fn widget(props: &AppProps, state: &State, node: &NodeRef, send: &Callback<Msg>) -> Html {
    let words = words::english(state.subject);
    // Each of the three always has its place: else the screen would be built anew when a line comes or goes, and with it
    // what is typed and where the focus is would be lost.
    let notice = state.notice.map(|notice| notice_line(&NoticeLine { notice, words, send })).unwrap_or_default();
    let asked = state.confirming.map(|loss| confirmation(&Confirmation { loss, words, send })).unwrap_or_default();
    let screen = screen(props, state, send);
    html! { <div class="nr" lang={words.language} ref={node}>{ notice }{ screen }{ asked }</div> }
}

fn screen(props: &AppProps, state: &State, send: &Callback<Msg>) -> Html {
    match state.aside {
        None => journey(props, state, send),
        Some(Aside::Result(pick)) => read_only(props, state, pick, send),
        Some(Aside::Comparison(..)) => side_by_side(&SideBySide {
            framework: &state.framework,
            has_link: !props.address.is_empty(),
            done: state.done.as_ref(),
            heading_level: props.heading_level,
            words: words::english(state.subject),
            send,
        }),
    }
}

fn journey(props: &AppProps, state: &State, send: &Callback<Msg>) -> Html {
    let AppProps { instance, heading_level, .. } = *props;
    let State { framework, answers, subject, .. } = state;
    let words = words::english(*subject);
    match state.place {
        Place::Start => {
            let has_earlier = !state.history.is_empty() || state.history_problem.is_some();
            let at_hand = results_at_hand(props, state, send);
            let after = if has_earlier { at_hand } else { more(words.has_result.into(), vec![at_hand]) };
            start(&Start { framework, subject: *subject, after, heading_level, words, send })
        }
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
            is_read_only: false,
            eyebrow: words.your_result,
            before: Html::default(),
            take_away: taken_away(props, state, send),
            after: results_at_hand(props, state, send),
            heading_level,
            words,
            send,
        }),
    }
}

/// A result that was brought or remembered.
fn read_only(props: &AppProps, state: &State, pick: Pick, send: &Callback<Msg>) -> Html {
    let Some(result) = state.result(pick) else { return Html::default() };
    let whose = state.whose(pick);
    let words = words::english(state.reads_about(&whose));
    results(&Results {
        framework: &state.framework,
        answers: &result.answers,
        is_read_only: true,
        eyebrow: eyebrow(words, &whose),
        before: brought(&Brought {
            pick,
            whose,
            dropped: result.dropped,
            has_own: state.answers.rated() > 0,
            is_adoptable: result.subject == state.subject,
            words,
            send,
        }),
        take_away: Html::default(),
        after: results_at_hand(props, state, send),
        heading_level: props.heading_level,
        words,
        send,
    })
}

fn taken_away(props: &AppProps, state: &State, send: &Callback<Msg>) -> Html {
    take_away(&TakeAway {
        subject: state.subject,
        has_links: !props.address.is_empty(),
        can_send: device::can_send(),
        can_remember: props.persists,
        done: state.done.as_ref(),
        heading_level: props.heading_level,
        words: words::english(state.subject),
        send,
    })
}

fn results_at_hand(props: &AppProps, state: &State, send: &Callback<Msg>) -> Html {
    let mut results = Vec::new();
    for (pick, result) in state.at_hand() {
        results.push((pick, state.whose(pick), result));
    }
    let loaded = send.clone();
    at_hand(&AtHand {
        framework: &state.framework,
        results,
        picked: state.picked,
        history_problem: state.history_problem,
        has_history: !state.history.is_empty(),
        paste_problem: state.paste_problem,
        heading_level: props.heading_level,
        words: words::english(state.subject),
        send,
        on_paste: send.reform(|event| Msg::Paste(view::typed(&event))),
        on_file: Callback::from(move |event: Event| {
            let loaded = loaded.clone();
            device::read(&event, Box::new(move |text| loaded.emit(Msg::Load(text))));
        }),
    })
}
