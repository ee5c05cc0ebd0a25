//! A dialog that asks for confirmation before something is lost. Its first button loses nothing: it gets the focus, and
//! Escape presses it.

use yew::prelude::*;

use crate::state::{Loss, Msg, Request};
use crate::ui::parts::{Look, button};
use crate::words::Words;

pub struct Confirmation<'a> {
    pub loss: Loss,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn confirmation(props: &Confirmation) -> Html {
    let Confirmation { loss, words, send } = *props;
    let (question, yes, msg) = match loss {
        Loss::Answers => (words.start_over_sure, words.start_over_yes, Msg::StartOver),
        Loss::AnswersFor(pick) => (words.adopt_sure, words.adopt_yes, Msg::Adopt(pick)),
        Loss::Everything => (words.forget_sure, words.forget_yes, Msg::Ask(Request::ForgetEverything)),
    };
    html! {
        <dialog
            class="panel confirmation"
            part="panel"
            role="alertdialog"
            aria-label={question}
        >
            <p>{ question }</p>
            <div class="actions">
                { button(Look::Primary, words.keep_answers, send, Msg::Keep) }
                { button(Look::Plain, yes, send, msg) }
            </div>
        </dialog>
    }
}
