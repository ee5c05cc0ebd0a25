//! The screen while a part of the program is loading, or after loading failed.

use yew::prelude::*;

use crate::state::{LoadFailure, Msg, Request};
use crate::ui::parts::{Look, button, screen_heading};
use crate::words::Words;

pub struct Waiting<'a> {
    /// The reason why the part could not be loaded; `None` while it is loading.
    pub failure: Option<LoadFailure>,
    /// The message of the button that leads back.
    pub way_back: Msg,
    /// `true` if a reload restores the answers.
    pub is_kept: bool,
    /// `true` if links are made here.
    pub has_links: bool,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn waiting(props: &Waiting) -> Html {
    let Waiting { failure, is_kept, has_links, words, send, .. } = *props;
    let heading = if failure.is_some() { words.not_loaded } else { words.loading };
    let line = match failure {
        None => "",
        Some(LoadFailure::Unreachable) => words.not_reached,
        Some(LoadFailure::Replaced) => words.replaced,
    };
    let way_on = match failure {
        None => Html::default(),
        Some(LoadFailure::Unreachable) => button(Look::Primary, words.try_again, send, Msg::LoadAgain),
        Some(LoadFailure::Replaced) if is_kept => html! { <p>{ words.replaced_kept }</p> },
        Some(LoadFailure::Replaced) if has_links => html! {
            <>
                <p>{ words.replaced_lost }</p>
                { button(Look::Primary, words.copy_link, send, Msg::Ask(Request::CopyLink)) }
            </>
        },
        Some(LoadFailure::Replaced) => Html::default(),
    };
    html! {
        <section class="waiting" key={heading} aria-busy={failure.is_none().then_some("true")}>
            { screen_heading(props.heading_level, heading) }
            <p role="alert">{ line }</p>
            <div class="actions">
                { way_on }
                { button(Look::Plain, words.back, send, props.way_back.clone()) }
            </div>
        </section>
    }
}
