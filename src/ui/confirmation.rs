//! Asks before something is lost.

use yew::prelude::*;

use crate::state::{Loss, Msg, Request};
use crate::ui::parts::{PLAIN, PRIMARY, button, element, element_with, paragraph};
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
    let answers = vec![button(PRIMARY, yes, send, msg), button(PLAIN, words.keep_answers, send, Msg::Keep)];
    let content = vec![paragraph("", question), element("div", "actions", answers)];
    let names = &["class", "part", "role", "aria-label", "data-confirmation"];
    let values = vec!["panel confirmation".into(), "panel".into(), "alertdialog".into(), question.into(), "".into()];
    element_with("div", names, values, content)
}
