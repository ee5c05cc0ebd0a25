//! One step of one competency: its statements, a private note, and the way on.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Route};
use crate::assessment::framework::{Framework, Grouping, StepRef};
use crate::state::Msg;
use crate::ui::parts::{
    LINK, PLAIN, PRIMARY, QUIET, SMALL, all, button, element, element_with, more, nothing, paragraph, screen,
    screen_heading, text, text_field, text_in,
};
use crate::ui::rating_scale::{RatingScale, rating_scale};
use crate::words::Words;

pub struct CompetencyCard<'a> {
    pub framework: &'a Framework,
    pub answers: &'a Answers,
    pub step: StepRef,
    /// Whether the card was opened from the result.
    pub is_review: bool,
    /// What is settled and the whole, in competencies or cards by the route.
    pub progress: (usize, usize),
    /// How many expected statements are unrated.
    pub unrated: usize,
    /// Whether to point that out.
    pub is_reminding: bool,
    /// The widget's number on the page.
    pub instance: usize,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
    pub on_note: Callback<InputEvent>,
}

pub fn competency_card(props: &CompetencyCard) -> Html {
    let CompetencyCard { framework, answers, words, send, step, .. } = *props;
    let competency = framework.competency(step.competency);
    let scales = framework.indicators_of(step).map(|indicator| {
        let chosen = answers.rating(indicator);
        rating_scale(&RatingScale { framework, indicator, chosen, instance: props.instance, words, send })
    });
    let whose = if competency.grouping == Grouping::Project { words.grouping_ours } else { "" };
    let reminder =
        if props.is_reminding && props.unrated > 0 { (words.still_unrated)(props.unrated) } else { String::new() };
    // Screens without a card have the keys 0 to 2.
    let key = 3 + framework.step(step).indicators.start;
    screen(
        "card",
        key,
        vec![
            progress(props),
            screen_heading(props.heading_level, competency.name.clone().into()),
            paragraph("card__summary", competency.summary.clone()),
            paragraph("hint", whose),
            element(
                "div",
                "card__lead",
                vec![
                    paragraph("hint", words.rate_each),
                    button(SMALL, words.all_consistently, send, Msg::RateAllConsistently(step)),
                ],
            ),
            all(scales.collect()),
            element("div", "card__extras", vec![note(props), sources(props)]),
            element_with("p", &["class", "role"], vec!["reminder".into(), "status".into()], vec![text(reminder)]),
            ways_on(props),
        ],
    )
}

fn progress(props: &CompetencyCard) -> Html {
    let CompetencyCard { framework, words, step, .. } = *props;
    let (done, whole) = props.progress;
    let place = match props.answers.route {
        Route::Short => (words.competency_of)(step.competency.0 + 1, framework.competencies.len()),
        Route::Everything => {
            let number = framework.steps().iter().take_while(|each| **each != step).count() + 1;
            (words.card_of)(number, whole)
        }
    };
    let values = vec![words.progress.into(), done.to_string().into(), whole.to_string().into()];
    let bar = element_with("progress", &["aria-label", "value", "max"], values, Vec::new());
    element("div", "progress", vec![paragraph("eyebrow", place), bar])
}

fn note(props: &CompetencyCard) -> Html {
    let words = props.words;
    let competency = props.step.competency;
    let hint = AttrValue::from(format!("nr-{}-note-hint", props.instance));
    let value = props.answers.note(competency).to_owned();
    let oninput = props.on_note.clone();
    let label = (words.note_for)(&props.framework.competency(competency).name);
    more(
        words.add_note.into(),
        vec![
            text_field(label.into(), hint.clone(), Some(value), oninput),
            element_with("p", &["class", "id"], vec!["hint".into(), hint], vec![text(words.note_hint)]),
        ],
    )
}

fn sources(props: &CompetencyCard) -> Html {
    let entry = |indicator| {
        let indicator = props.framework.indicator(indicator);
        let source = text_in("small", "", indicator.source.clone());
        element("li", "", vec![text((props.words.in_person)(&indicator.text)), source])
    };
    let entries = props.framework.indicators_of(props.step).map(entry);
    more(props.words.where_from.into(), vec![element("ol", "sources", entries.collect())])
}

fn ways_on(props: &CompetencyCard) -> Html {
    let CompetencyCard { words, send, .. } = props;
    if props.is_review {
        return element("div", "actions", vec![button(PRIMARY, words.back_to_result, send, Msg::Back)]);
    }
    let ways = vec![
        button(PRIMARY, words.next, send, Msg::Next),
        button(PLAIN, words.back, send, Msg::Back),
        button(QUIET, words.skip, send, Msg::Skip),
    ];
    let everything = match props.answers.route {
        Route::Short => button(LINK, words.answer_everything, send, Msg::AnswerEverything),
        Route::Everything => nothing(),
    };
    let so_far = match props.answers.rated() {
        0 => nothing(),
        _ => button(LINK, words.result_so_far, send, Msg::ShowResult),
    };
    all(vec![element("div", "actions", ways), element("div", "actions actions--aside", vec![everything, so_far])])
}
