//! A component for content that never changes, so that Yew only mounts and renders it once.

use yew::prelude::*;

/// The content of a [`Fixed`] component.
#[derive(Properties, PartialEq)]
pub struct FixedProps {
    /// The content to show.
    pub content: Html,
}

/// A component that shows its content.
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
