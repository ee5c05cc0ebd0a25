//! What `cargo xtask build` writes into a framework's page, drawn by the views that draw it in a browser.

use std::rc::Rc;

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::assessment::framework::Framework;
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

/// The start screen of a first visit, with the element that carries the styles: what the live widget draws in its place.
pub fn start(framework: &Rc<Framework>, heading_level: u8) -> Html {
    drawn(heading_level, &State::new(Rc::clone(framework), Subject::Oneself))
}

/// The screen of a first visit that follows the start.
pub fn situation(framework: &Rc<Framework>, heading_level: u8) -> Html {
    let state = State::new(Rc::clone(framework), Subject::Oneself);
    drawn(heading_level, &update(&state, Msg::Begin))
}

fn drawn(heading_level: u8, state: &State) -> Html {
    // The first widget of a page.
    widget(&WidgetProps::rendered(1, heading_level), state)
}
