//! One step of one competency: its statements, a private note, and the buttons to continue.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Route};
use crate::assessment::framework::{AnswerKind, Framework, StepRef, Weight};
use crate::state::Msg;
use crate::ui::parts::{Look, authors_text, button, changing, heading_below, more, statement, summary};
use crate::ui::rating_scale::{RatingScale, rating_scale};
use crate::ui::step_choice::{StepChoice, step_choice};
use crate::words::{self, Words};

pub struct CompetencyCard<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    pub step: StepRef,
    /// `true` if the card was opened from the result.
    pub is_review: bool,
    /// Progress as `(done, total)`: cards on the full route, competencies on the short one.
    pub progress: (usize, usize),
    /// The number of the card among those of its competency, from 1.
    pub number: usize,
    /// The number of expected statements without a rating.
    pub unrated: usize,
    /// `true` if several statements were rated together last, which can be undone.
    pub can_undo: bool,
    /// `true` to point out the unrated statements.
    pub is_reminding: bool,
    /// The number of the widget on the page, which keeps names unique.
    pub instance: usize,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
    pub on_note: Callback<InputEvent>,
}

pub fn competency_card(props: &CompetencyCard) -> Html {
    let CompetencyCard { framework, answers, words, send, step, instance, .. } = *props;
    let competency = framework.competency(step.competency);
    html! {
        <section class="card" key={framework.step(step).indicators.start * 2 + usize::from(answers.route == Route::Short)}>
            { progress(props) }
            { heading_below(props.heading_level, html! { <small>{ position(props) }{ " " }</small> }, authors_text(words, framework, &competency.name)) }
            { summary(words, framework, "card__summary", &competency.summary, competency.summary_origin) }
            if let Some(grouping) = words::grouping(words, framework, competency.grouping) {
                <p class="hint">{ grouping }</p>
            }
            if competency.answer == AnswerKind::Choose {
                { step_choice(&StepChoice { framework, answers, competency: step.competency, instance, words, send }) }
            } else {
                { statements(props) }
            }
            <p class="hint">{ badges(props) }</p>
            <div class="card__extras">
                { more(words.add_note, note(props)) }
                if framework.indicators_of(step).any(|indicator| !framework.indicator(indicator).source.is_empty()) {
                    { more(words.where_from, sources(props)) }
                }
            </div>
            // Always present: a screen reader announces changes within a status, but not a status that is added.
            <p class="reminder" role="status">
                if props.is_reminding && props.unrated > 0 {
                    { changing(reminder(props).into()) }
                }
            </p>
            { actions(props) }
        </section>
    }
}

fn statements(props: &CompetencyCard) -> Html {
    let CompetencyCard { framework, answers, words, send, step, instance, .. } = *props;
    html! {
        <>
            <div class="card__lead">
                <p class="hint">{ words.rate_each }</p>
                <div class="card__all">
                    { button(Look::Small, words.all_consistently, send, Msg::RateAllConsistently(step)) }
                    if props.can_undo {
                        { button(Look::Link, words.undo, send, Msg::UndoAll) }
                    }
                </div>
            </div>
            for text in &framework.step(step).read {
                <p class="card__read">{ authors_text(words, framework, text) }</p>
            }
            for indicator in framework.indicators_of(step) {
                { rating_scale(&RatingScale { framework, indicator, chosen: answers.rating(indicator), instance, words, send }) }
            }
        </>
    }
}

fn progress(props: &CompetencyCard) -> Html {
    let (done, total) = props.progress;
    html! {
        <progress
            class="progress"
            aria-label={props.words.progress}
            value={done.to_string()}
            max={total.to_string()}
        />
    }
}

/// Returns the card's position in the assessment. It distinguishes cards of one competency, which have the same name.
fn position(props: &CompetencyCard) -> String {
    let CompetencyCard { framework, words, step, number, .. } = *props;
    match props.answers.route {
        Route::Short => {
            let competency = (words.competency_of)(step.competency.0 + 1, framework.competencies.len());
            if number == 1 { competency } else { (words.further_card)(&competency, number) }
        }
        Route::Everything => {
            let cards = framework.cards();
            let number = cards.iter().take_while(|each| **each < step).count() + 1;
            (words.card_of)(number, cards.len())
        }
    }
}

/// Returns the explanations of the badges on the card.
fn badges(props: &CompetencyCard) -> String {
    let CompetencyCard { framework, words, step, .. } = *props;
    let summary_origin = framework.competency(step.competency).summary_origin;
    let mut is_ours = words::mark(words, framework, summary_origin) == Some(words.ours);
    let (mut is_optional, mut is_granted) = (false, false);
    for indicator in framework.indicators_of(step).map(|indicator| framework.indicator(indicator)) {
        is_optional |= indicator.weight == Weight::Optional;
        is_granted |= indicator.granted;
        is_ours |= words::badge_mark(words, framework, indicator) == Some(words.ours);
    }
    let said = |is_there, meaning| if is_there { meaning } else { "" };
    [said(is_optional, words.optional_hint), said(is_granted, words.granted_hint), said(is_ours, words.ours_hint)]
        .concat()
}

/// Returns the sentence about what has no answer yet.
fn reminder(props: &CompetencyCard) -> String {
    match props.framework.competency(props.step.competency).answer {
        AnswerKind::Rate => (props.words.still_unrated)(props.unrated),
        AnswerKind::Choose => props.words.still_to_choose.to_owned(),
    }
}

fn note(props: &CompetencyCard) -> Html {
    let words = props.words;
    let competency = props.step.competency;
    let hint_id = AttrValue::from(format!("nr-{}-note-hint", props.instance));
    html! {
        <>
            <label class="note">
                <span>{ (words.note_for)(&props.framework.competency(competency).name) }</span>
                <textarea
                    rows="3"
                    aria-describedby={&hint_id}
                    value={props.answers.note(competency).to_owned()}
                    oninput={&props.on_note}
                />
            </label>
            <p class="hint" id={hint_id}>{ words.note_hint }</p>
        </>
    }
}

fn sources(props: &CompetencyCard) -> Html {
    let CompetencyCard { framework, words, step, .. } = *props;
    html! {
        <ol class="sources">
            for indicator in framework.indicators_of(step) {
                <li>
                    { statement(words, framework, indicator) }
                    <small>{ framework.indicator(indicator).source.clone() }</small>
                </li>
            }
        </ol>
    }
}

fn actions(props: &CompetencyCard) -> Html {
    let CompetencyCard { words, send, .. } = *props;
    if props.is_review {
        return html! {
            <div class="actions">{ button(Look::Primary, words.back_to_result, send, Msg::Back) }</div>
        };
    }
    html! {
        <>
            <div class="actions">
                { button(Look::Primary, words.next, send, Msg::Next) }
                { button(Look::Plain, words.back, send, Msg::Back) }
                { button(Look::Quiet, words.skip, send, Msg::Skip) }
            </div>
            <div class="actions actions--aside">
                if props.answers.route == Route::Short {
                    { button(Look::Link, words.answer_everything, send, Msg::AnswerEverything) }
                }
                if props.answers.rated() > 0 {
                    { button(Look::Link, words.result_so_far, send, Msg::ShowResult) }
                }
            </div>
        </>
    }
}
