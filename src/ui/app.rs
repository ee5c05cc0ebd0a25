//! The root component: holds the [`State`] and starts every effect.

use std::mem;
use std::pin::Pin;
use std::rc::Rc;

use yew::html::Scope;
use yew::prelude::*;

use crate::assessment::answers::{Route, Subject};
use crate::assessment::framework::Framework;
use crate::browser::clipboard::Shared;
use crate::browser::json::Value;
use crate::browser::storage::{self, StorageArea};
use crate::browser::view::Element;
use crate::browser::{clipboard, file, json, page, styles, view};
use crate::formats::draft::{self, Draft, DraftError, Screen};
use crate::formats::history::{self, HistoryError, Remembered};
use crate::formats::share_link;
use crate::report::svg::Scheme;
use crate::report::{FileKind, media_type};
use crate::state::{Aside, LoadFailure, Msg, Notice, Outcome, Part, Request, State, update};
use crate::ui::on_demand;
use crate::ui::widget::{WidgetProps, widget};

/// The beginning of every storage key of ours.
const OUR_KEYS: &str = "next-rung.";

/// The draft of an earlier visit, as the tab keeps it.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// The browser allows no storage here.
    Blocked,
    /// The text of a draft.
    Draft(AttrValue),
}

/// The configuration of a widget.
#[derive(Properties)]
pub struct AppProps {
    /// The element that the widget stands in.
    pub host: Element,
    /// The framework to take.
    pub framework: Rc<Framework>,
    /// The person to rate.
    pub subject: Subject,
    /// The part of the page's address after the `#`.
    pub fragment: AttrValue,
    /// The address that links lead to; empty if no links are made.
    pub address: AttrValue,
    /// `true` if the tab stores the answers, and the device the results that it is told to remember.
    pub persists: bool,
    /// The draft of an earlier visit.
    pub kept: Kept,
    /// The key under which the tab stores the answers.
    pub draft_key: AttrValue,
    /// The widget's number on the page, which no other widget has or had. It keeps radio groups apart from those of others.
    pub instance: usize,
    /// The level of the widget's own heading, from 1 to 5.
    pub heading_level: u8,
}

impl PartialEq for AppProps {
    /// A widget is configured once, so two configurations are equal if their numbers are.
    fn eq(&self, other: &Self) -> bool {
        self.instance == other.instance
    }
}

/// The assessment in one place of the page. A later one in the same place has another instance number.
pub struct App {
    instance: usize,
    state: State,
    widget: NodeRef,
    /// The text of the last saved draft.
    draft: String,
    /// `true` if the person was told that nothing is stored here.
    is_told: bool,
    /// The part of the program that is loading.
    loading: Option<Part>,
    /// `true` until the page is told of the result, which waits for the part that computes it.
    is_result_untold: bool,
    /// The last drawn screen.
    drawn: Drawn,
}

/// The properties by which screens differ.
#[derive(Clone, Copy, PartialEq)]
struct Drawn {
    screen: Screen,
    aside: Option<Aside>,
    /// The route on which a card is asked. The other route counts the card differently, in its heading.
    card_on: Option<Route>,
    is_waiting: bool,
    is_reminding: bool,
    is_confirming: bool,
}

impl Drawn {
    fn of(state: &State) -> Self {
        let State { screen, aside, is_reminding, confirming, .. } = *state;
        let is_waiting = state.needed_part().is_some_and(|part| !on_demand::is_loaded(part));
        let card_on = state.card().map(|_| state.answers.route);
        Self { screen, aside, card_on, is_waiting, is_reminding, is_confirming: confirming.is_some() }
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        Self::open(context)
    }

    fn changed(&mut self, context: &Context<Self>, _: &AppProps) -> bool {
        *self = Self::open(context);
        true
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let request = if let Msg::Ask(request) = msg { Some(request) } else { None };
        if matches!(msg, Msg::PartLoaded | Msg::PartNotLoaded(_)) {
            self.loading = None;
        }
        if let Some(widget) = self.element() {
            view::hold_focus(&widget);
        }
        let next = update(&self.state, msg);
        let before = mem::replace(&mut self.state, next);
        self.tell_page(&before);
        if let Some(request) = request {
            self.perform(context, request);
        }
        self.load_part(context);
        self.adopt_styles(context);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let send = context.link().callback(|msg| msg);
        let card = self.state.card();
        let instance = props.instance;
        widget(
            &WidgetProps {
                instance,
                heading_level: props.heading_level,
                has_links: !props.address.is_empty(),
                can_share: clipboard::can_share(),
                persists: props.persists,
                own_page: page::is_sandboxed().then(|| self.own_page(&props.address).into()),
                node: self.widget.clone(),
                on_note: context.link().batch_callback(move |event: InputEvent| {
                    card.map(|step| Msg::Note(step.competency, view::typed(&event)))
                }),
                on_paste: send.reform(|event| Msg::Paste(view::typed(&event))),
                on_file: Callback::from({
                    let (framework, link) = (Rc::clone(&self.state.framework), context.link().clone());
                    move |event| start(&link, instance, Box::pin(chosen_file(Rc::clone(&framework), event)))
                }),
                send,
            },
            &self.state,
        )
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.save_draft(context);
        self.move_focus();
    }
}

impl App {
    /// Creates the assessment that the props describe, and starts its first effects.
    fn open(context: &Context<Self>) -> Self {
        let AppProps { framework, subject, kept, instance, .. } = context.props();
        set_unreadable_draft_aside(context.props());
        let state = opening(context.props());
        let mut app = Self {
            instance: *instance,
            drawn: Drawn::of(&state),
            state,
            widget: NodeRef::default(),
            draft: fresh_draft(&State::new(Rc::clone(framework), *subject)),
            is_told: *kept == Kept::Blocked,
            loading: None,
            is_result_untold: false,
        };
        app.load_part(context);
        app.adopt_styles(context);
        app
    }

    /// Returns the number of the assessment.
    pub const fn instance(&self) -> usize {
        self.instance
    }

    /// Returns the text of the last saved draft.
    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// Returns the address of the reader's result on our own page; empty if no links are made.
    fn own_page(&self, address: &str) -> String {
        if address.is_empty() { String::new() } else { format!("{address}#{}", self.state.on_screen()) }
    }

    /// Returns the state.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Returns the element that carries the styles.
    pub fn element(&self) -> Option<Element> {
        self.widget.cast()
    }

    /// Tells the page around the widget if the number of answers changed or if there is a new result.
    fn tell_page(&mut self, before: &State) {
        let Some(widget) = self.widget.cast() else { return };
        let State { framework, answers, screen, .. } = &self.state;
        if answers.rated() != before.answers.rated() {
            page::tell_progress(&widget, answers.rated(), framework.indicators.len());
        }
        if *screen == Screen::Result && (before.screen != Screen::Result || before.answers != *answers) {
            self.is_result_untold = true;
        }
        if self.is_result_untold
            && let Some(report) = report(&self.state)
        {
            self.is_result_untold = false;
            page::tell_result(&widget, report);
        }
    }

    /// Loads the part of the program that the screen needs, or is likely to need soon.
    fn load_part(&mut self, context: &Context<Self>) {
        let part = self.state.likely_part().filter(|&part| !on_demand::is_loaded(part));
        let Some(part) = part.filter(|_| self.loading.is_none() && self.state.load_failure.is_none()) else { return };
        self.loading = Some(part);
        spawn(context, async move {
            Some(match on_demand::load(part).await {
                Ok(()) => Msg::PartLoaded,
                Err(_) if page::is_replaced() => Msg::PartNotLoaded(LoadFailure::Replaced),
                Err(_) => Msg::PartNotLoaded(LoadFailure::Unreachable),
            })
        });
    }

    /// Adopts the style sheets of the part that draws the screen.
    ///
    /// Called before the screen is drawn: Yew may let the browser paint between drawing it and calling `rendered`.
    fn adopt_styles(&self, context: &Context<Self>) {
        for sheet in self.state.needed_part().map(on_demand::styles).unwrap_or_default() {
            // Without its styles the screen is plain but complete.
            let _ = styles::adopt(&context.props().host, sheet);
        }
    }

    /// Saves the answers in the tab if they changed. If that fails, the person is told once.
    fn save_draft(&mut self, context: &Context<Self>) {
        let draft = json::to_text(&draft::write(&self.state.framework, &self.state.draft()));
        if draft == self.draft {
            return;
        }
        let AppProps { persists, draft_key, .. } = context.props();
        let is_lost = *persists && storage::write(StorageArea::Session, draft_key, &draft).is_err();
        if is_lost && !self.is_told {
            self.is_told = true;
            context.link().send_message(Msg::Notify(Notice::DraftNotSaved));
        }
        self.draft = draft;
    }

    /// Moves the focus to the heading of a new screen and scrolls to its top. A reminder moves it to the first unrated
    /// statement. Otherwise the focus stays, or moves to the element before a button that is gone.
    ///
    /// The page around the widget decides where a visit begins.
    fn move_focus(&mut self) {
        let drawn = Drawn::of(&self.state);
        if let Some(widget) = self.widget.cast() {
            let place = |drawn: &Drawn| (drawn.screen, drawn.aside, drawn.card_on);
            if place(&self.drawn) != place(&drawn) || self.drawn.is_waiting && !drawn.is_waiting {
                view::show_top(&widget);
            } else if drawn.is_reminding && !self.drawn.is_reminding {
                view::focus_on(&widget, "[data-unrated] input");
            } else if drawn.is_confirming {
                view::open_dialog(&widget);
            } else {
                view::restore_focus(&widget);
            }
        }
        self.drawn = drawn;
    }

    /// Performs a request to the browser, and reports the outcome to the state.
    fn perform(&mut self, context: &Context<Self>, request: Request) {
        let send = context.link().callback(|msg| msg);
        let link = |fragment: &str| format!("{}#{fragment}", context.props().address);
        match request {
            Request::CopyLink => copy(context, link(&self.state.on_screen()), Outcome::LinkCopied),
            Request::CopyInvitation => copy(context, link(share_link::SECOND_VIEW), Outcome::InvitationCopied),
            Request::SendLink => {
                let (title, link) = (self.state.framework.title.clone(), link(&self.state.on_screen()));
                spawn(context, async move {
                    match clipboard::share(&title, &link).await {
                        // The reader saw the list of apps, so nothing needs to be said.
                        Shared::HandedOver | Shared::ChangedMind => None,
                        Shared::Refused => Some(copied(link, Outcome::LinkCopied).await),
                    }
                });
            }
            Request::Save(kind) => self.save(context, kind),
            Request::Print => page::print(),
            Request::Jump(to) => {
                if let Some(widget) = self.element() {
                    view::focus_on(&widget, &format!("[data-jump={}]", to.id()));
                }
            }
            Request::Remember => {
                let new = Remembered { date: page::today(), result: self.state.own_result() };
                self.change_history(&send, Some(Outcome::Remembered), &|history| history::remember(history, &new));
            }
            Request::Forget(index) => {
                let gone = self.state.history.get(index).cloned();
                self.change_history(&send, None, &|history| history.retain(|each| Some(each) != gone.as_ref()));
            }
            Request::ForgetEverything => {
                storage::remove_all(OUR_KEYS);
                // The next save must not write again what was just removed.
                self.draft = fresh_draft(&self.state);
            }
        }
    }

    /// Changes the results that the device remembers. Reads them again first, because another tab may have changed them.
    fn change_history(&self, send: &Callback<Msg>, done: Option<Outcome>, change: &dyn Fn(&mut Vec<Remembered>)) {
        let mut history = read_history();
        let is_kept = match &mut history {
            Ok(history) => {
                change(history);
                let text = json::to_text(&history::write(history));
                storage::write(StorageArea::Local, history::KEY, &text).is_ok()
            }
            Err(_) => false,
        };
        match done {
            _ if !is_kept => {
                send.emit(Msg::Confirm(Outcome::NotRemembered));
                return;
            }
            Some(done) => send.emit(Msg::Confirm(done)),
            None => {}
        }
        send.emit(Msg::History(history));
    }

    fn save(&self, context: &Context<Self>, kind: FileKind) {
        let Some(widget) = self.element() else { return };
        let (framework, draft) = (Rc::clone(&self.state.framework), self.state.draft());
        context.link().send_message(Msg::Confirm(Outcome::Saving(kind)));
        spawn(context, async move {
            let date = page::today();
            let name = kind.file_name(&framework.id, &date);
            let outcome = match write(kind, &framework, &draft, &widget, &date).await {
                Some(svg) if kind == FileKind::Card => save_picture(&name, &svg).await,
                Some(text) if file::save_text(&name, media_type(kind), &text) => Outcome::Saved(kind),
                Some(_) | None => Outcome::NotSaved,
            };
            Some(Msg::Confirm(outcome))
        });
    }
}

/// Returns the report of a state's result; `None` if nothing is answered, or until the result's part is loaded.
pub fn report(state: &State) -> Option<Value> {
    on_demand::result().and_then(|part| (part.report)(state))
}

/// Returns the text of a file, light or dark like the widget; `None` if it cannot be made.
pub async fn write(
    kind: FileKind,
    framework: &Framework,
    draft: &Draft,
    widget: &Element,
    date: &str,
) -> Option<String> {
    let files = on_demand::load_files().await.ok()?;
    let scheme = if file::is_dark(widget).await { Scheme::Dark } else { Scheme::Light };
    (files.write)(kind, framework, draft, date, scheme, |file| json::to_text(file))
}

/// Saves a share image as a picture, or as SVG if the browser cannot draw the picture.
async fn save_picture(name: &str, svg: &str) -> Outcome {
    if let Some(address) = file::save_picture(name, svg).await {
        return Outcome::PictureSaved(address);
    }
    let name = [name.strip_suffix(".png").unwrap_or(name), ".svg"].concat();
    if file::save_text(&name, media_type(FileKind::Radar), svg) { Outcome::DrawingSaved } else { Outcome::NotSaved }
}

/// An effect that takes time. Its output is the message about the outcome.
type Effect = Pin<Box<dyn Future<Output = Option<Msg>>>>;

fn spawn(context: &Context<App>, effect: impl Future<Output = Option<Msg>> + 'static) {
    start(context.link(), context.props().instance, Box::pin(effect));
}

/// Starts an effect of an assessment. If another one is shown when the effect ends, its message is dropped.
fn start(link: &Scope<App>, instance: usize, effect: Effect) {
    let app = link.clone();
    // All effects have one type, so that the code that runs them is downloaded once.
    let guarded: Effect = Box::pin(async move {
        let message = effect.await;
        message.filter(|_| app.get_component().is_some_and(|app| app.instance == instance))
    });
    link.send_future_batch(guarded);
}

fn copy(context: &Context<App>, text: String, copied: Outcome) {
    spawn(context, async move { Some(self::copied(text, copied).await) });
}

/// Copies a text. The outcome is `copied`, or the text to copy by hand.
async fn copied(text: String, copied: Outcome) -> Msg {
    let is_copied = clipboard::copy(&text).await;
    Msg::Confirm(if is_copied { copied } else { Outcome::ToCopy(text) })
}

async fn chosen_file(framework: Rc<Framework>, event: Event) -> Option<Msg> {
    let file = file::chosen(event).await.and_then(|text| json::parse(&text));
    Some(Msg::Load(file.map_or(Err(DraftError::Unreadable), |document| draft::read(&framework, &document))))
}

/// Returns the draft of a state in which nothing was done yet, which need not be saved.
fn fresh_draft(fresh: &State) -> String {
    json::to_text(&draft::write(&fresh.framework, &fresh.draft()))
}

/// Returns the results that the device remembers; none if it allows no storage.
fn read_history() -> Result<Vec<Remembered>, HistoryError> {
    match storage::read(StorageArea::Local, history::KEY) {
        Ok(Some(text)) => json::parse(&text).map_or(Err(HistoryError::Unreadable), |document| history::read(&document)),
        Ok(None) | Err(_) => Ok(Vec::new()),
    }
}

/// Returns the first state: that of the saved draft or a fresh one, with the result of the address shown over it.
fn opening(props: &AppProps) -> State {
    let history = if props.persists { read_history() } else { Ok(Vec::new()) };
    let mut state = update(&resumed(props), Msg::History(history));
    // Several assessments on one page share its address.
    let is_ours = |result: &String| share_link::framework_of(result).is_none_or(|id| id == props.framework.id);
    for result in share_link::find(&props.fragment).into_iter().filter(is_ours) {
        state = match share_link::decode(&props.framework, &result) {
            Ok(shared) => state.with_result(shared),
            Err(error) => update(&state, Msg::Notify((&error).into())),
        };
    }
    state
}

/// Returns the state of the saved draft, or a fresh one with a line about the draft.
fn resumed(props: &AppProps) -> State {
    let AppProps { framework, kept, subject, .. } = props;
    let fresh = State::new(Rc::clone(framework), *subject);
    let text = match kept {
        Kept::Nothing => return fresh,
        Kept::Blocked => return update(&fresh, Msg::Notify(Notice::DraftNotSaved)),
        Kept::Draft(text) => text,
    };
    match read_draft(framework, text) {
        Ok((draft, dropped)) => {
            let state = State::resume(Rc::clone(framework), *subject, draft);
            if dropped == 0 { state } else { update(&state, Msg::Notify(Notice::AnswersDropped(dropped))) }
        }
        Err(DraftError::NewerFormat { .. }) => update(&fresh, Msg::Notify(Notice::DraftNewer)),
        Err(DraftError::Unreadable | DraftError::OtherFramework) => {
            update(&fresh, Msg::Notify(Notice::DraftUnreadable))
        }
    }
}

/// Copies a draft that cannot be read completely to another key, before the first save replaces it.
fn set_unreadable_draft_aside(props: &AppProps) {
    if let Kept::Draft(text) = &props.kept
        && read_draft(&props.framework, text).map_or(true, |(_, dropped)| dropped > 0)
    {
        // Without storage there was no draft to set aside.
        let _ = storage::set_aside(&props.draft_key, text);
    }
}

/// Reads the draft in a text, and returns it with the number of its entries that the framework no longer has.
///
/// # Errors
/// As [`draft::read`].
pub fn read_draft(framework: &Framework, text: &str) -> Result<(Draft, usize), DraftError> {
    draft::read(framework, &json::parse(text).ok_or(DraftError::Unreadable)?)
}
