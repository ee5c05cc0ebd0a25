//! A notice about something that went wrong around the assessment but does not stop it.

use yew::prelude::*;

use crate::state::{Msg, Notice};
use crate::ui::parts::{Look, button, changing};
use crate::words::Words;

pub struct NoticeLine<'a> {
    pub notice: Notice,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn notice_line(props: &NoticeLine) -> Html {
    let words = props.words;
    html! {
        <div class="notice" part="notice" role="status">
            <p>{ changing(line(words, props.notice).into()) }</p>
            { button(Look::Small, words.close, props.send, Msg::CloseNotice) }
        </div>
    }
}

/// Returns the text of a notice: one or two sentences.
pub fn line(words: &Words, notice: Notice) -> String {
    let line = match notice {
        Notice::AnswersDropped(count) => return (words.draft_dropped)(count),
        Notice::DraftNotSaved => words.draft_not_saved,
        Notice::DraftUnreadable => words.draft_unreadable,
        Notice::DraftNewer => words.draft_newer,
        Notice::NoLink => words.no_link,
        Notice::LinkDamaged => words.link_damaged,
        Notice::LinkNewer => words.link_newer,
        Notice::OtherFramework => words.other_framework,
        Notice::OtherTexts => words.other_texts,
        Notice::FileUnreadable => words.file_unreadable,
    };
    line.to_owned()
}
