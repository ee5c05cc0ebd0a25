//! What a person takes with them: a link, a file, paper, or the device's own memory.

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::assessment::report::FileKind;
use crate::state::{Done, Msg, Request};
use crate::ui::parts::{PLAIN, PRIMARY, SMALL, button, element, element_with, paragraph, section};
use crate::words::Words;

pub struct TakeAway<'a> {
    pub subject: Subject,
    /// Whether links are made here.
    pub has_links: bool,
    /// Whether the browser can hand a link to another app.
    pub can_send: bool,
    /// Whether the device may be asked to remember.
    pub can_remember: bool,
    /// What was done last.
    pub done: Option<&'a Done>,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn take_away(props: &TakeAway) -> Html {
    let TakeAway { subject, words, send, .. } = *props;
    let mut parts = Vec::new();
    let mut offer = |ways: Vec<Html>, hint: &'static str| parts.extend([row(ways), paragraph("hint", hint)]);
    if props.has_links {
        let mut link = vec![button(PRIMARY, words.copy_link, send, Msg::Ask(Request::CopyLink))];
        if props.can_send {
            link.push(button(PLAIN, words.send_link, send, Msg::Ask(Request::SendLink)));
        }
        offer(link, words.link_hint);
        if subject == Subject::Oneself {
            let ask = button(PLAIN, words.ask_second_view, send, Msg::Ask(Request::CopyInvitation));
            offer(vec![ask], words.second_view_hint);
        }
    }
    if props.can_remember && subject == Subject::Oneself {
        offer(vec![button(PLAIN, words.remember, send, Msg::Ask(Request::Remember))], words.remember_hint);
    }
    let print = button(SMALL, words.print, send, Msg::Ask(Request::Print));
    match subject {
        Subject::Oneself => parts.extend([paragraph("label", words.save_as), row(files(words, send, print))]),
        // Files speak to the person whose result it is, and to nobody else.
        Subject::Another => parts.push(row(vec![print])),
    }
    parts.push(said(words, props.done));
    element("div", "on-screen", vec![section(props.heading_level, words.take_away, parts)])
}

fn row(buttons: Vec<Html>) -> Html {
    element("div", "actions actions--aside", buttons)
}

fn files(words: &'static Words, send: &Callback<Msg>, print: Html) -> Vec<Html> {
    let kinds = [
        (FileKind::Card, words.save_card),
        (FileKind::Plan, words.save_plan),
        (FileKind::Radar, words.save_radar),
        (FileKind::Table, words.save_table),
        (FileKind::Data, words.save_data),
    ];
    let mut buttons = Vec::new();
    for (kind, label) in kinds {
        buttons.push(button(SMALL, label, send, Msg::Ask(Request::Save(kind))));
    }
    buttons.push(print);
    buttons
}

/// What came of the last press; a place for it is always there, so that it is read aloud when it comes.
pub fn said(words: &'static Words, done: Option<&Done>) -> Html {
    let line = match done {
        None => "",
        Some(Done::LinkCopied) => words.link_copied,
        Some(Done::InvitationCopied) => words.invitation_copied,
        Some(Done::Remembered) => words.remembered,
        Some(Done::Saving(_)) => words.saving,
        Some(Done::Saved(_)) => words.saved,
        Some(Done::ToCopy(_)) => words.copy_by_hand,
    };
    let to_copy = if let Some(Done::ToCopy(link)) = done { link.clone() } else { String::new() };
    let content = vec![paragraph("", line), paragraph("link", to_copy)];
    element_with("div", &["class", "role"], vec!["done".into(), "status".into()], content)
}
