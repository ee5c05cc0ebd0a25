//! Above a result that a link, a file or the device brought: what it is, and the ways on from it.

use yew::prelude::*;

use crate::state::{Aside, Loss, Msg, Pick, Whose};
use crate::ui::parts::{LINK, PLAIN, PRIMARY, button, element, element_with, nothing, paragraph};
use crate::words::Words;

pub struct Brought<'a> {
    pub pick: Pick,
    pub whose: Whose,
    /// How many of its answers no longer fit the framework.
    pub dropped: usize,
    /// Whether the person has answers of their own.
    pub has_own: bool,
    /// Whether it may be gone on with, as one's own.
    pub is_adoptable: bool,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

/// What stands above the headline.
pub fn eyebrow(words: &Words, whose: &Whose) -> &'static str {
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
    let dropped = if props.dropped > 0 { (words.draft_dropped)(props.dropped) } else { String::new() };
    let ways = match has_own {
        true => vec![
            button(PRIMARY, words.compare_with_mine, send, Msg::Show(Aside::Comparison(Pick::Own, pick))),
            button(PLAIN, words.back_to_mine, send, Msg::CloseAside),
        ],
        false => vec![button(PRIMARY, words.take_it_yourself, send, Msg::CloseAside)],
    };
    let adopt = match (props.is_adoptable, has_own) {
        (false, _) => nothing(),
        (true, true) => button(LINK, words.adopt, send, Msg::AskToLose(Loss::AnswersFor(pick))),
        (true, false) => button(LINK, words.adopt, send, Msg::Adopt(pick)),
    };
    let content = vec![paragraph("", hint), paragraph("", dropped), element("div", "actions", ways), adopt];
    element_with("div", &["class", "part"], vec!["panel on-screen".into(), "panel".into()], content)
}
