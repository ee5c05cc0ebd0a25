//! The screens that `cargo xtask build` writes into a framework's page, rendered by the same views as in a browser.

use std::rc::Rc;

use serde::Serialize;
use yew::prelude::*;

use crate::assessment::answers::{Route, Subject};
use crate::assessment::framework::{AnswerKind, Framework, SituationKind};
use crate::assessment::route;
use crate::state::{Msg, State, update};
use crate::ui::widget::{WidgetProps, widget};

/// Props of [`Prerendered`].
#[derive(Properties, PartialEq)]
pub struct PrerenderedProps {
    /// The content to render.
    pub content: Html,
}

/// A component that renders its content unchanged. Yew renders only components to text.
#[component]
pub fn Prerendered(props: &PrerenderedProps) -> Html {
    props.content.clone()
}

/// A screen of a first visit that works before the program is there (`src/browser/early.js`).
pub struct EarlyScreen {
    /// The state that the screen shows.
    pub state: State,
    /// The HTML that the live widget draws in that state, with the element that carries the styles.
    pub content: Html,
}

/// The cards that come first, by their indices among the cards.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct FirstCards {
    /// The first card on the full route.
    pub everything: usize,
    /// The first card on the short route.
    pub short: usize,
    /// The first card on the short route for each option of the situation that points to a level, with the option's id. If
    /// several are chosen, the first one counts.
    pub options: Vec<(String, usize)>,
}

/// Renders start, situation and every card that can come first, in this order, and says when which card does. A card with
/// descriptions to choose from needs the program and is left out.
pub fn early_screens(framework: &Rc<Framework>, heading_level: u8) -> (Vec<EarlyScreen>, FirstCards) {
    let start = State::new(Rc::clone(framework), Subject::Oneself);
    let situation = update(&start, Msg::Begin);
    let mut cards = Vec::new();
    let mut card = |choice: Option<Msg>| {
        let chosen = choice.map_or_else(|| situation.clone(), |choice| update(&situation, choice));
        let shown = update(&chosen, Msg::LeaveSituation);
        let kind = |state: &State| (state.screen, state.answers.route);
        cards.iter().position(|known| kind(known) == kind(&shown)).unwrap_or_else(|| {
            cards.push(shown);
            cards.len() - 1
        })
    };
    let short = card(None);
    let everything = if route::has_choice(framework) { card(Some(Msg::Take(Route::Everything))) } else { short };
    let mut options = Vec::new();
    // In the order in which `Answers::claimed_level` reads them.
    for kind in [SituationKind::Work, SituationKind::Title] {
        for (question, asked) in framework.situation.iter().enumerate().filter(|(_, asked)| asked.kind == kind) {
            for (option, answer) in asked.options.iter().enumerate().filter(|(_, answer)| answer.level.is_some()) {
                options.push((answer.id.clone(), card(Some(Msg::Choose { question, option }))));
            }
        }
    }
    // Only the program knows what a choice among descriptions means. The first card is always about the first competency.
    if framework.competencies.first().is_some_and(|first| first.answer == AnswerKind::Choose) {
        cards.clear();
    }
    let states = [start, situation].into_iter().chain(cards);
    let draw = |(index, state): (usize, State)| {
        // Each screen has its own groups of radio buttons.
        let content = widget(&WidgetProps::rendered(index + 1, heading_level), &state);
        EarlyScreen { state, content }
    };
    (states.enumerate().map(draw).collect(), FirstCards { everything, short, options })
}
