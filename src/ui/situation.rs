//! The situation screen: about the work and not the person, and how much to answer. All of it may be skipped.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Route};
use crate::assessment::framework::{Framework, SituationQuestion};
use crate::assessment::route;
use crate::state::Msg;
use crate::ui::parts::{Look, button, choice, choices, screen_heading};
use crate::words::{self, Words};

pub struct Situation<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    /// The number of the widget on the page.
    pub instance: usize,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn situation(props: &Situation) -> Html {
    let Situation { framework, words, send, .. } = *props;
    html! {
        <section class="situation" key="situation">
            <p class="eyebrow">{ framework.title.clone() }</p>
            { screen_heading(props.heading_level, words.situation) }
            <p class="lead">{ words.situation_hint }</p>
            for (index, question) in framework.situation.iter().enumerate() {
                { ask(props, index, question) }
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

fn ask(props: &Situation, index: usize, question: &SituationQuestion) -> Html {
    let name = AttrValue::from(format!("nr-{}-{}", props.instance, question.id));
    let chosen = props.answers.option(index);
    let options = question.options.iter().enumerate().map(|(option_index, option)| {
        let label = Html::from(option.text.clone());
        let msg = Msg::Choose { question: index, option: option_index };
        choice(&name, chosen == Some(option_index), label, props.send, msg)
    });
    let text = words::marked(props.words, props.framework, question.origin, &question.text);
    choices(&text, options.collect())
}

fn ask_route(props: &Situation) -> Html {
    let words = props.words;
    let statements = props.framework.indicators.len();
    let short = route::usual_length(props.framework);
    // Where every competency has one step there is nothing to leave out.
    if short == statements {
        return html! {};
    }
    let name = AttrValue::from(format!("nr-{}-route", props.instance));
    let offer = |route, label: String, hint: &'static str| {
        let label = html! { <>{ label }<small>{ hint }</small></> };
        choice(&name, props.answers.route == route, label, props.send, Msg::Take(route))
    };
    let offers = html! {
        <>
            { offer(Route::Short, (words.route_short)(short), words.route_short_hint) }
            { offer(Route::Everything, (words.route_everything)(statements), words.route_everything_hint) }
        </>
    };
    choices(words.route, offers)
}
