//! The descriptions of a competency, of which the person chooses the one that fits.

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::framework::{CompetencyIndex, Framework, StepRef};
use crate::state::Msg;
use crate::ui::parts::{authors_text, on_choice, on_delete, radio, statement};
use crate::words::{self, Words};

pub struct StepChoice<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    pub competency: CompetencyIndex,
    /// The number of the widget on the page, which keeps names unique.
    pub instance: usize,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn step_choice(props: &StepChoice) -> Html {
    let StepChoice { framework, answers, competency, words, send, .. } = *props;
    let is_unrated = answers.fitting(framework, competency).is_none();
    let onkeydown = on_delete(send, Msg::Fit(competency, None));
    html! {
        <fieldset class="choices" data-unrated={is_unrated.then_some("")} {onkeydown}>
            <legend>{ words.which_fits }</legend>
            for &step in framework.steps_of(competency) {
                { option(props, step.step + 1, description(props, step)) }
            }
            { option(props, 0, words.none_of_these.into()) }
        </fieldset>
    }
}

/// Renders the option that this number of steps is met.
fn option(props: &StepChoice, met: usize, label: Html) -> Html {
    let StepChoice { framework, answers, competency, instance, send, .. } = *props;
    let name = AttrValue::from(format!("nr-{instance}-{}", framework.competency(competency).id));
    let is_chosen = answers.fitting(framework, competency) == Some(met);
    let on_press = on_choice(send, is_chosen, Msg::Fit(competency, Some(met)), Msg::Fit(competency, None));
    html! {
        <label class="choice choice--step" part="choice">
            { radio(&name, &met.to_string(), is_chosen, on_press) }
            <span>{ label }</span>
        </label>
    }
}

/// Renders a step: its name, texts to read, its description and examples.
fn description(props: &StepChoice, step: StepRef) -> Html {
    let StepChoice { framework, words, .. } = *props;
    let name = words::step_name(framework, step.competency, step.step + 1, "");
    html! {
        <>
            <strong>{ authors_text(words, framework, name) }{ " " }</strong>
            for text in &framework.step(step).read {
                <small>{ authors_text(words, framework, text) }{ " " }</small>
            }
            for indicator in framework.indicators_of(step) {
                { statement(words, framework, indicator) }
                for example in &framework.indicator(indicator).examples {
                    <small>{ authors_text(words, framework, example) }</small>
                }
            }
        </>
    }
}
