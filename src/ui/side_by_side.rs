//! The screen around a comparison: its heading and the buttons to continue. Only readers who compare load it.

use yew::prelude::*;

use crate::assessment::framework::Framework;
use crate::state::{Msg, Outcome, Request};
use crate::ui::comparison::{Comparison, Side, comparison};
use crate::ui::parts::{Look, button, screen_heading};
use crate::ui::take_away::{Beside, said};
use crate::words::ENGLISH_COMPARISON;

pub struct SideBySide<'a> {
    pub framework: &'a Framework,
    pub first: Side<'a>,
    pub second: Side<'a>,
    /// `true` if links can be made here.
    pub has_link: bool,
    /// The outcome of the last action, to be confirmed on screen.
    pub done: Option<&'a Outcome>,
    pub heading_level: u8,
    pub send: &'a Callback<Msg>,
}

pub fn side_by_side(props: &SideBySide) -> Html {
    let SideBySide { framework, first, second, heading_level, send, .. } = *props;
    let words = &ENGLISH_COMPARISON;
    let comparison = comparison(&Comparison { framework, first, second, heading_level, words });
    html! {
        <section class="comparison" key="comparison">
            <p class="eyebrow">{ framework.title.clone() }</p>
            { screen_heading(heading_level, words.comparison) }
            <section data-comparison="">{ comparison }</section>
            <div class="actions">
                if props.has_link {
                    { button(Look::Primary, words.words.copy_link, send, Msg::Ask(Request::CopyLink)) }
                }
                { button(Look::Plain, words.result.print, send, Msg::Ask(Request::Print)) }
                { button(Look::Plain, words.words.back, send, Msg::CloseAside) }
            </div>
            { said(words.result, props.done, Beside::Link) }
        </section>
    }
}
