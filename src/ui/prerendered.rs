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
    let props = WidgetProps {
        // The first widget of a page.
        instance: 1,
        heading_level,
        has_links: false,
        can_share: false,
        persists: true,
        node: NodeRef::default(),
        send: Callback::noop(),
        on_note: Callback::noop(),
        on_paste: Callback::noop(),
        on_file: Callback::noop(),
    };
    widget(&props, state)
}
