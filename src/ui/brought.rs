//! The panel above a result from a link, a file or the device: a description, and the possible actions.

use yew::prelude::*;

use crate::assessment::whose::Whose;
use crate::state::{Aside, Loss, Msg, Pick};
use crate::ui::parts::{Look, button};
use crate::words::ResultWords;

pub struct Brought<'a> {
    pub pick: Pick,
    pub whose: &'a Whose,
    /// The number of its answers that no longer fit the framework.
    pub dropped: usize,
    /// `true` if the person has answers of their own.
    pub has_own: bool,
    /// `true` if the person may continue with it as their own.
    pub is_adoptable: bool,
    pub words: &'static ResultWords,
    pub send: &'a Callback<Msg>,
}

/// Returns the line above the headline.
pub fn eyebrow(words: &ResultWords, whose: &Whose) -> &'static str {
    match whose {
        Whose::You | Whose::YourView => words.your_result,
        Whose::Shared(_) => words.shared_with_you,
        Whose::SecondView(_) => words.second_view_of_you,
        Whose::Saved(_) => words.saved_result,
        Whose::Of(_) => words.remembered_on,
    }
}

pub fn brought(props: &Brought) -> Html {
    let Brought { pick, has_own, words, send, .. } = *props;
    let hint = match props.whose {
        Whose::You | Whose::YourView | Whose::Shared(_) => words.shared_hint,
        Whose::SecondView(_) => words.second_view_of_you_hint,
        Whose::Saved(_) => words.saved_result_hint,
        Whose::Of(_) => words.remembered_on_hint,
    };
    let adopt = if has_own { Msg::AskToLose(Loss::AnswersFor(pick)) } else { Msg::Adopt(pick) };
    html! {
        <div class="panel on-screen" part="panel">
            <p>{ hint }</p>
            if props.dropped > 0 {
                <p>{ (words.words.draft_dropped)(props.dropped) }</p>
            }
            <div class="actions">
                if has_own {
                    { button(Look::Primary, words.compare_with_mine, send, Msg::Show(Aside::Comparison(Pick::Own, pick))) }
                    { button(Look::Plain, words.back_to_mine, send, Msg::CloseAside) }
                } else {
                    { button(Look::Primary, words.take_it_yourself, send, Msg::CloseAside) }
                }
            </div>
            if props.is_adoptable {
                { button(Look::Link, words.adopt, send, adopt) }
            }
        </div>
    }
}
