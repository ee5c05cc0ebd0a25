//! What `cargo xtask build` writes into a framework's page, drawn by the views that draw it in a browser.

use std::rc::Rc;

use serde::Serialize;
use yew::prelude::*;

use crate::assessment::answers::{Route, Subject};
use crate::assessment::framework::{Framework, SituationKind};
use crate::assessment::route;
use crate::state::{Msg, State, update};
use crate::ui::widget::{WidgetProps, widget};

/// What a renderer needs to turn content into text.
#[derive(Properties, PartialEq)]
pub struct PrerenderedProps {
    /// What to render.
    pub content: Html,
}

/// Content as it is: Yew renders only components to text.
#[component]
pub fn Prerendered(props: &PrerenderedProps) -> Html {
    props.content.clone()
}

/// A screen of a first visit that works before the program is there (`src/browser/early.js`).
pub struct EarlyScreen {
    /// The state that the screen shows.
    pub state: State,
    /// What the live widget draws in that state, with the element that carries the styles.
    pub content: Html,
}

/// Which card comes first, by its index among the cards.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct FirstCards {
    /// On the full route.
    pub everything: usize,
    /// On the short route.
    pub short: usize,
    /// On the short route with an option of the situation that tells a level, by the option's id. Where several are chosen,
    /// the first counts.
    pub options: Vec<(String, usize)>,
}

/// Start, situation and every card that can come first, in this order, and which card that is.
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
    // As `Answers::claimed_level` reads them.
    for kind in [SituationKind::Work, SituationKind::Title] {
        for (question, asked) in framework.situation.iter().enumerate().filter(|(_, asked)| asked.kind == kind) {
            for (option, answer) in asked.options.iter().enumerate().filter(|(_, answer)| answer.level.is_some()) {
                options.push((answer.id.clone(), card(Some(Msg::Choose { question, option }))));
            }
        }
    }
    let states = [start, situation].into_iter().chain(cards);
    let draw = |(index, state): (usize, State)| {
        // Groups of radio buttons must not meet those of another screen.
        let content = widget(&WidgetProps::rendered(index + 1, heading_level), &state);
        EarlyScreen { state, content }
    };
    (states.enumerate().map(draw).collect(), FirstCards { everything, short, options })
}
