//! A plain line about something that went wrong around the assessment and does not stop it.

use yew::prelude::*;

use crate::state::{Msg, Notice};
use crate::ui::parts::{SMALL, button, element_with, paragraph};
use crate::words::Words;

pub struct NoticeLine<'a> {
    pub notice: Notice,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn notice_line(props: &NoticeLine) -> Html {
    let words = props.words;
    let line = match props.notice {
        Notice::DraftNotSaved => words.draft_not_saved.to_owned(),
        Notice::DraftUnreadable => words.draft_unreadable.to_owned(),
        Notice::DraftNewer => words.draft_newer.to_owned(),
        Notice::AnswersDropped(count) => (words.draft_dropped)(count),
    };
    let close = button(SMALL, words.close, props.send, Msg::CloseNotice);
    element_with("div", &["class", "role"], vec!["notice".into(), "status".into()], vec![paragraph("", line), close])
}
