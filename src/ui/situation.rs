//! The situation screen: about the work and not the person, and how much to answer. All of it may be skipped.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Route};
use crate::assessment::framework::{Framework, SituationQuestion};
use crate::assessment::route;
use crate::state::Msg;
use crate::ui::parts::{
    PLAIN, PRIMARY, QUIET, all, button, choice, choices, element, nothing, paragraph, screen, screen_heading, text,
    text_in,
};
use crate::words::Words;

pub struct Situation<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    /// The widget's number on the page.
    pub instance: usize,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn situation(props: &Situation) -> Html {
    let Situation { framework, words, send, .. } = props;
    let questions = framework.situation.iter().enumerate();
    let ways_on = vec![
        button(PRIMARY, words.carry_on, send, Msg::LeaveSituation),
        button(PLAIN, words.back, send, Msg::Back),
        button(QUIET, words.skip_situation, send, Msg::SkipSituation),
    ];
    screen(
        "situation",
        1,
        vec![
            paragraph("eyebrow", framework.title.clone()),
            screen_heading(props.heading_level, words.situation.into()),
            paragraph("lead", words.situation_hint),
            all(questions.map(|(index, question)| ask(props, index, question)).collect()),
            ask_route(props),
            element("div", "actions", ways_on),
        ],
    )
}

fn ask(props: &Situation, index: usize, question: &SituationQuestion) -> Html {
    let name = AttrValue::from(format!("nr-{}-{}", props.instance, question.id));
    let options = question.options.iter().enumerate().map(|(place, option)| {
        let checked = props.answers.option(index) == Some(place);
        let msg = Msg::Choose { question: index, option: place };
        choice(name.clone(), checked, vec![text(option.text.clone())], props.send, msg)
    });
    choices(question.text.clone().into(), options.collect())
}

fn ask_route(props: &Situation) -> Html {
    let words = props.words;
    let statements = props.framework.indicators.len();
    let short = route::usual_length(props.framework);
    // Where every competency has one step there is nothing to leave out.
    if short == statements {
        return nothing();
    }
    let name = AttrValue::from(format!("nr-{}-route", props.instance));
    let offer = |route, label: String, hint: &'static str| {
        let label = vec![text(label), text_in("small", "", hint)];
        choice(name.clone(), props.answers.route == route, label, props.send, Msg::Take(route))
    };
    choices(
        words.route.into(),
        vec![
            offer(Route::Short, (words.route_short)(short), words.route_short_hint),
            offer(Route::Everything, (words.route_everything)(statements), words.route_everything_hint),
        ],
    )
}
