//! The situation screen: questions about the work and not the person, and how much to answer. All of it may be skipped.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Route};
use crate::assessment::framework::Framework;
use crate::assessment::route;
use crate::state::Msg;
use crate::ui::parts::{Look, authors_text, button, choice, choices, screen_heading};
use crate::words::{self, Words};

pub struct Situation<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    /// The number of the widget on the page, which keeps names unique.
    pub instance: usize,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn situation(props: &Situation) -> Html {
    let Situation { framework, words, send, .. } = *props;
    html! {
        <section class="situation" key="situation">
            <p class="eyebrow">{ authors_text(words, framework, &framework.title) }</p>
            { screen_heading(props.heading_level, words.situation) }
            <p class="lead">{ words.situation_hint }</p>
            for index in 0..framework.situation.len() {
                { ask(framework, props.answers, index, props.instance, words, send) }
            }
            { ask_route(props) }
            <div class="actions">
                { button(Look::Primary, words.carry_on, send, Msg::LeaveSituation) }
                { button(Look::Plain, words.back, send, Msg::Back) }
                { button(Look::Quiet, words.skip_situation, send, Msg::SkipSituation) }
            </div>
        </section>
    }
}

/// Renders a situation question by its index, with the answer that was given.
pub fn ask(
    framework: &Framework,
    answers: &Answers,
    index: usize,
    instance: usize,
    words: &Words,
    send: &Callback<Msg>,
) -> Html {
    let question = &framework.situation[index];
    let name = AttrValue::from(format!("nr-{instance}-{}", question.id));
    let chosen = answers.option(index);
    let options = question.options.iter().enumerate().map(|(option_index, option)| {
        let label = authors_text(words, framework, &option.text);
        let is_chosen = chosen == Some(option_index);
        choice(&name, &option.id, is_chosen, label, send, Msg::Choose { question: index, option: option_index })
    });
    choices(&words::marked(words, framework, question.origin, &question.text), options.collect())
}

fn ask_route(props: &Situation) -> Html {
    let words = props.words;
    if !route::has_choice(props.framework) {
        return html! {};
    }
    let statements = props.framework.indicators.len();
    let short = route::usual_length(props.framework);
    let name = AttrValue::from(format!("nr-{}-route", props.instance));
    let offer = |route: Route, label: String, hint: &'static str| {
        let label = html! { <>{ label }<small>{ hint }</small></> };
        choice(&name, route.id(), props.answers.route == route, label, props.send, Msg::Take(route))
    };
    let offers = html! {
        <>
            { offer(Route::Short, (words.route_short)(short), words.route_short_hint) }
            { offer(Route::Everything, (words.route_everything)(statements), words.route_everything_hint) }
        </>
    };
    choices(words.route, offers)
}
