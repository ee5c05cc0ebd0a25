//! The next things to work on: at most three competencies, each with its reason.

use yew::prelude::*;

use crate::assessment::focus::{Focus, Plan};
use crate::assessment::framework::{AdviceKind, Framework, IndicatorIndex};
use crate::assessment::scoring::Assessment;
use crate::state::Jump;
use crate::ui::parts::{authors_text, badge, changing, heading_tag, mark, statements, subheading_to};
use crate::words::{self, ResultWords};

pub struct FocusList<'a> {
    pub framework: &'a Framework,
    pub assessment: &'a Assessment,
    pub plan: &'a Plan,
    /// The question about what the person wants next; empty if it cannot be answered here.
    pub wish: Html,
    /// A key that changes together with the content that depends on the wish.
    pub key: &'a str,
    pub heading_level: u8,
    pub words: &'static ResultWords,
}

pub fn focus_list(props: &FocusList) -> Html {
    let FocusList { framework, assessment, plan, key, words, heading_level, .. } = *props;
    let toward = plan.to.map(|level| {
        let name = &framework.level(level).name;
        match plan.kind {
            AdviceKind::Within => (words.focus_within)(name),
            AdviceKind::Across => (words.focus_toward)(name),
        }
    });
    html! {
        <section class="focus">
            if let Some(toward) = toward {
                <p class="eyebrow">{ changing(toward.into()) }</p>
            }
            { subheading_to(heading_level + 1, words.focus, Jump::Focus) }
            { props.wish.clone() }
            <div class="focus__plan" {key}>
                if let Some(nothing_left) = words::nothing_left(words, framework, assessment, plan) {
                    <p>{ nothing_left }</p>
                }
                <ol class="focus__list">
                    for focus in &plan.focus {
                        { entry(props, focus) }
                    }
                </ol>
                { advice(words, framework, &plan.advice) }
                { labelled_statements(words, words.also_named, framework, &plan.also_named) }
                if assessment.target.low.is_none() {
                    <p>{ words.source_ends }</p>
                }
            </div>
        </section>
    }
}

fn entry(props: &FocusList, focus: &Focus) -> Html {
    let FocusList { framework, words, heading_level, .. } = *props;
    let tag = heading_tag(heading_level + 2);
    html! {
        <li class="focus__entry" part="focus__entry">
            <@{tag} class="focus__name">{ authors_text(words.words, framework, &framework.competency(focus.step.competency).name) }</@>
            <p>{ words::reason(words, framework, focus) }</p>
            if let Some(change) = framework.step(focus.step).change.clone() {
                <p>
                    <strong>{ words.what_changes }</strong>
                    { ": " }
                    { change }
                    { mark(words.words, framework, framework.step(focus.step).change_origin) }
                </p>
            }
            { labelled_statements(words, words.unmet_statements, framework, &focus.unmet) }
            { labelled_statements(words, words.open_statements, framework, &focus.open) }
            { labelled_statements(words, words.optional_statements, framework, &focus.optional) }
            { advice(words, framework, &focus.advice) }
        </li>
    }
}

/// Renders statements under a label; nothing if there are none.
fn labelled_statements(
    words: &ResultWords,
    label: &'static str,
    framework: &Framework,
    indicators: &[IndicatorIndex],
) -> Html {
    html! {
        if !indicators.is_empty() {
            <p class="label">{ label }</p>
            { statements(words.words, framework, indicators) }
        }
    }
}

/// Renders pieces of advice, each with a badge that says who wrote it; nothing if there are none.
fn advice(words: &ResultWords, framework: &Framework, advice: &[usize]) -> Html {
    html! {
        if !advice.is_empty() {
            <p class="label">{ words.advice }</p>
            <ul class="advice">
                for advice in advice.iter().map(|&index| &framework.advice[index]) {
                    <li>
                        { authors_text(words.words, framework, &advice.text) }
                        { badge(words::whose_advice(words, framework, advice.stated)) }
                    </li>
                }
            </ul>
        }
    }
}
