//! Every card with its answers, which can be opened and changed.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Rating};
use crate::assessment::framework::{Framework, StepRef};
use crate::assessment::route::{Presumption, presumption};
use crate::state::Msg;
use crate::ui::parts::on_click;
use crate::words::{self, ResultWords};

pub struct AnswerList<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    pub words: &'static ResultWords,
    pub send: &'a Callback<Msg>,
}

pub fn answer_list(props: &AnswerList) -> Html {
    let words = props.words;
    html! {
        <>
            <p class="hint">{ words.your_answers_hint }</p>
            <ul class="answers">
                for &step in props.framework.steps() {
                    <li>{ entry(props, step) }</li>
                }
            </ul>
        </>
    }
}

fn entry(props: &AnswerList, step: StepRef) -> Html {
    let AnswerList { framework, words, send, .. } = *props;
    let competency = &framework.competency(step.competency).name;
    let level = &framework.level(framework.step(step).level).name;
    let onclick = on_click(send, Msg::Review(step));
    html! {
        <button type="button" class="answers__card" part="answers__card" {onclick}>
            <span>{ (words.change_card)(competency, level) }</span>
            <small>{ summary(props, step) }</small>
        </button>
    }
}

/// Returns the number of times that each rating was given on a card.
fn summary(props: &AnswerList, step: StepRef) -> String {
    let AnswerList { framework, answers, words, .. } = props;
    if presumption(framework, answers, step) == Some(Presumption::Met) {
        return words.presumed_short.to_owned();
    }
    let mut parts = Vec::new();
    for rating in [None].into_iter().chain(Rating::ALL.map(Some)).rev() {
        let count = framework.indicators_of(step).filter(|&indicator| answers.rating(indicator) == rating).count();
        if count > 0 {
            parts.push(format!(
                "{count} × {}",
                rating.map_or(words.not_answered, |rating| words::rating(words.words, rating))
            ));
        }
    }
    parts.join(", ")
}
