//! The screen around a comparison: its heading and the ways on.

use yew::prelude::*;

use crate::assessment::framework::Framework;
use crate::state::{Msg, Outcome, Request};
use crate::ui::parts::{Look, button, screen_heading};
use crate::ui::take_away::said;
use crate::words::Words;

pub struct SideBySide<'a> {
    pub framework: &'a Framework,
    /// The two results side by side.
    pub comparison: Html,
    /// Whether links are made here.
    pub has_link: bool,
    /// The last thing that was done, to be confirmed on screen.
    pub done: Option<&'a Outcome>,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn side_by_side(props: &SideBySide) -> Html {
    let SideBySide { framework, heading_level, words, send, .. } = *props;
    html! {
        <section class="comparison" key="comparison">
            <p class="eyebrow">{ framework.title.clone() }</p>
            { screen_heading(heading_level, words.comparison) }
            <section data-comparison="">{ props.comparison.clone() }</section>
            <div class="actions">
                if props.has_link {
                    { button(Look::Primary, words.copy_link, send, Msg::Ask(Request::CopyLink)) }
                }
                { button(Look::Plain, words.print, send, Msg::Ask(Request::Print)) }
                { button(Look::Plain, words.back, send, Msg::CloseAside) }
            </div>
            { said(words, props.done) }
        </section>
    }
}
