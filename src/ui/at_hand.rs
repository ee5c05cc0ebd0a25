//! The results at hand: the reader's own, those from links and files, and those that the device remembers.

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::assessment::framework::Framework;
use crate::assessment::whose::Whose;
use crate::formats::history::HistoryError;
use crate::formats::share_link::SharedResult;
use crate::state::{Aside, Loss, Msg, Notice, Pick, Request};
use crate::ui::notice_line::line;
use crate::ui::on_demand::Headline;
use crate::ui::parts::{Look, button, changing, on_click};
use crate::words::{self, Words};

pub struct AtHand<'a> {
    pub framework: &'a Framework,
    /// The person that the words are about.
    pub subject: Subject,
    pub results: Vec<(Pick, Whose, SharedResult)>,
    /// Summarizes the answers of a result in one line; `None` until that part of the program is loaded.
    pub headline: Option<Headline>,
    /// The result chosen to be compared with the next one.
    pub picked: Option<Pick>,
    /// The reason why stored results cannot be shown.
    pub history_problem: Option<HistoryError>,
    /// `true` if the device stores a result in any framework.
    pub has_history: bool,
    /// The reason why the pasted text is not a result.
    pub paste_problem: Option<Notice>,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
    pub on_paste: Callback<InputEvent>,
    pub on_file: Callback<Event>,
}

pub fn at_hand(props: &AtHand) -> Html {
    let AtHand { words, send, .. } = *props;
    let problem = props.history_problem.map(|problem| match problem {
        HistoryError::Unreadable => words.history_unreadable,
        HistoryError::NewerFormat { .. } => words.history_newer,
    });
    html! {
        <div class="on-screen">
            <p class="hint">{ words.at_hand_hint }</p>
            if let Some(problem) = problem {
                <p>{ problem }</p>
            }
            if !props.results.is_empty() {
                <ul class="at-hand">
                    for index in 0..props.results.len() {
                        { entry(props, index) }
                    }
                </ul>
            }
            { paste(props) }
            <label class="note">
                <span>{ words.open_file }</span>
                <input type="file" accept=".json,application/json" onchange={&props.on_file} />
            </label>
            <div class="actions actions--aside">
                if props.has_history || props.history_problem.is_some() {
                    { button(Look::Quiet, words.forget_everything, send, Msg::AskToLose(Loss::Everything)) }
                }
            </div>
        </div>
    }
}

fn entry(props: &AtHand, index: usize) -> Html {
    let AtHand { framework, subject, words, send, .. } = *props;
    let (pick, ref whose, ref result) = props.results[index];
    let name = words::whose(words, whose);
    let headline = props.headline.map(|headline| headline(subject, framework, &result.answers));
    html! {
        <li key={index.to_string() + &name}>
            <strong>{ name.clone() }</strong>
            if let Some(headline) = headline {
                { " · " }
                { headline }
            }
            <div class="actions actions--aside">
                { compare(props, pick, &name) }
                if pick != Pick::Own {
                    { way(props, words.open_result, &name, None, Msg::Show(Aside::Result(pick))) }
                }
                if let Pick::Remembered(index) = pick {
                    <button
                        type="button"
                        class="button button--link"
                        part="button button--link"
                        aria-label={[words.delete, ": ", &name].concat()}
                        onclick={on_click(send, Msg::Ask(Request::Forget(index)))}
                    >
                        { words.delete }
                    </button>
                }
            </div>
            // Always present: a screen reader announces changes within a status, but not a status that is added.
            <p class="hint" role="status">
                if props.picked == Some(pick) {
                    { changing(if props.results.len() > 1 { words.choose_second } else { words.bring_second }.into()) }
                }
            </p>
        </li>
    }
}

/// Renders a toggle button: the first result picked stays pressed until a second one is picked to compare it with.
fn compare(props: &AtHand, pick: Pick, name: &str) -> Html {
    let AtHand { picked, words, .. } = *props;
    let is_picked = picked == Some(pick);
    let label = if picked.is_some() && !is_picked { words.compare_with_this } else { words.compare };
    way(props, label, name, Some(if is_picked { "true" } else { "false" }), Msg::Pick(pick))
}

/// Renders a small button beside a result.
fn way(props: &AtHand, label: &'static str, name: &str, pressed: Option<&'static str>, msg: Msg) -> Html {
    html! {
        <button
            type="button"
            class="button button--small"
            part="button button--small"
            key={label}
            aria-label={[label, ": ", name].concat()}
            aria-pressed={pressed}
            onclick={on_click(props.send, msg)}
        >
            { label }
        </button>
    }
}

fn paste(props: &AtHand) -> Html {
    let words = props.words;
    html! {
        <>
            // Without a value, the field itself keeps the typed text.
            <label class="note">
                <span>{ words.paste_link }</span>
                <textarea rows="3" oninput={&props.on_paste} />
            </label>
            <p class="reminder" role="status">
                if let Some(problem) = props.paste_problem {
                    { changing(line(words, problem).into()) }
                }
            </p>
        </>
    }
}
