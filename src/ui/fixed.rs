//! Content that does not change any more, as a component: Yew mounts and renders nothing else.

use yew::prelude::*;

/// The content of a [`Fixed`] component.
#[derive(Properties, PartialEq)]
pub struct FixedProps {
    /// What is shown.
    pub content: Html,
}

/// Shows its content.
pub struct Fixed;

impl Component for Fixed {
    type Message = ();
    type Properties = FixedProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().content.clone()
    }
}
