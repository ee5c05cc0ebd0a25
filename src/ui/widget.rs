//! The widget as it shows a state: the screen, with a notice above and a question below.

use yew::prelude::*;

use crate::assessment::route;
use crate::formats::draft::Screen;
use crate::state::{Aside, Msg, State};
use crate::ui::at_hand::{AtHand, at_hand};
use crate::ui::comparison::Side;
use crate::ui::competency_card::{CompetencyCard, competency_card};
use crate::ui::confirmation::{Confirmation, confirmation};
use crate::ui::notice_line::{NoticeLine, notice_line};
use crate::ui::on_demand;
use crate::ui::parts::{more, section};
use crate::ui::side_by_side::SideBySide;
use crate::ui::situation::{Situation, situation};
use crate::ui::start::{Start, start};
use crate::ui::waiting::{Waiting, waiting};
use crate::words;

/// Props of [`widget`], besides the state.
pub struct WidgetProps {
    /// The widget's number on the page. It keeps radio groups apart from those of other widgets.
    pub instance: usize,
    /// The level of the widget's own heading, from 1 to 5.
    pub heading_level: u8,
    /// `true` if links are made here.
    pub has_links: bool,
    /// `true` if the browser can hand a link to another app.
    pub can_share: bool,
    /// `true` if the tab keeps the answers, and the device what it is told to remember.
    pub persists: bool,
    /// In a sandbox, where nothing can be saved, printed or remembered: the address of the result on our own page, empty
    /// where there is none. `None` elsewhere.
    pub own_page: Option<AttrValue>,
    /// The element that carries the styles.
    pub node: NodeRef,
    /// Takes what the person does.
    pub send: Callback<Msg>,
    /// Takes what is typed into a private note.
    pub on_note: Callback<InputEvent>,
    /// Takes what is typed or pasted where a link belongs.
    pub on_paste: Callback<InputEvent>,
    /// Takes the choice of a file.
    pub on_file: Callback<Event>,
}

impl WidgetProps {
    /// The props of a widget that is rendered to text: nothing that it sends is received.
    #[must_use]
    pub fn rendered(instance: usize, heading_level: u8) -> Self {
        Self {
            instance,
            heading_level,
            has_links: false,
            can_share: false,
            persists: true,
            own_page: None,
            node: NodeRef::default(),
            send: Callback::noop(),
            on_note: Callback::noop(),
            on_paste: Callback::noop(),
            on_file: Callback::noop(),
        }
    }
}

/// The widget as it shows a state.
pub fn widget(props: &WidgetProps, state: &State) -> Html {
    let words = words::english(state.subject);
    let send = &props.send;
    // The key makes Yew draw each assessment from nothing. Each `if` keeps its position while it is empty. Otherwise Yew would
    // build the screen again when a notice appears or disappears, and the focus and what is typed would be lost.
    //
    // In a shadow root Chromium never lets go of a radio button that belongs to no form. With this method a form outside of a
    // dialog does nothing when Enter is pressed in it.
    html! {
        <form class="nr" method="dialog" key={props.instance} lang={words.language} ref={&props.node}>
            if let Some(notice) = state.notice {
                { notice_line(&NoticeLine { notice, words, send }) }
            }
            { screen(props, state) }
            if let Some(loss) = state.confirming {
                { confirmation(&Confirmation { loss, words, send }) }
            }
        </form>
    }
}

fn screen(props: &WidgetProps, state: &State) -> Html {
    match state.aside {
        None => journey(props, state),
        Some(Aside::Result(pick)) => match on_demand::result() {
            Some(part) => (part.read_only)(props, state, pick),
            None => still_waiting(props, state),
        },
        Some(Aside::Comparison(first, second)) => {
            let words = words::english(state.subject);
            let results = (on_demand::comparisons(), state.result(first), state.result(second));
            let (Some(part), Some(first_result), Some(second_result)) = results else {
                return still_waiting(props, state);
            };
            let [first_name, second_name] = [first, second].map(|pick| words::whose(words, &state.whose(pick)));
            (part.side_by_side)(&SideBySide {
                framework: &state.framework,
                first: Side { name: &first_name, answers: &first_result.answers },
                second: Side { name: &second_name, answers: &second_result.answers },
                has_link: props.has_links,
                done: state.done.as_ref(),
                heading_level: props.heading_level,
                send: &props.send,
            })
        }
    }
}

fn journey(props: &WidgetProps, state: &State) -> Html {
    let WidgetProps { instance, heading_level, .. } = *props;
    let send = &props.send;
    let State { framework, answers, subject, .. } = state;
    let words = words::english(*subject);
    match state.screen {
        Screen::Start => {
            let has_earlier = !state.history.is_empty() || state.history_problem.is_some();
            let at_hand = section(heading_level, words.at_hand, results_at_hand(props, state));
            let after = if has_earlier { at_hand } else { more(words.has_result, at_hand) };
            start(&Start { framework, subject: *subject, after, heading_level, words, send })
        }
        Screen::Situation => situation(&Situation { framework, answers, instance, heading_level, words, send }),
        Screen::Card(step) | Screen::Review(step) => competency_card(&CompetencyCard {
            framework,
            answers,
            step,
            is_review: state.screen == Screen::Review(step),
            progress: route::progress(framework, answers, &state.shown, step),
            number: route::number_in_competency(&state.shown, step),
            unrated: state.unrated(step),
            can_undo: state.before_all.is_some(),
            is_reminding: state.is_reminding,
            instance,
            heading_level,
            words,
            send,
            on_note: props.on_note.clone(),
        }),
        Screen::Result => match on_demand::result() {
            Some(part) => (part.own)(props, state),
            None => still_waiting(props, state),
        },
    }
}

fn still_waiting(props: &WidgetProps, state: &State) -> Html {
    waiting(&Waiting {
        failure: state.load_failure,
        way_back: if state.aside.is_some() { Msg::CloseAside } else { Msg::Back },
        is_kept: props.persists,
        has_links: props.has_links,
        heading_level: props.heading_level,
        words: words::english(state.subject),
        send: &props.send,
    })
}

/// Results at hand, to open and to compare.
pub(super) fn results_at_hand(props: &WidgetProps, state: &State) -> Html {
    let mut results = Vec::new();
    for (pick, result) in state.at_hand() {
        results.push((pick, state.whose(pick), result));
    }
    at_hand(&AtHand {
        framework: &state.framework,
        subject: state.subject,
        results,
        headline: on_demand::result().map(|part| part.headline),
        picked: state.picked,
        history_problem: state.history_problem,
        has_history: !state.history.is_empty(),
        paste_problem: state.paste_problem,
        words: words::english(state.subject),
        send: &props.send,
        on_paste: props.on_paste.clone(),
        on_file: props.on_file.clone(),
    })
}
