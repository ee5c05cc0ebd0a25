//! The ways to keep a result: a link, a file, on paper, or on the device.

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::formats::share_link;
use crate::report::FileKind;
use crate::state::{Jump, Msg, Outcome, Request};
use crate::ui::parts::{Look, button, changing, subheading_to};
use crate::words::ResultWords;

/// Props of [`take_away`].
pub struct TakeAway<'a> {
    /// The person who was rated.
    pub subject: Subject,
    /// `true` if links can be made here.
    pub has_links: bool,
    /// `true` if the browser can share a link with another app.
    pub can_send: bool,
    /// `true` if the device may be asked to remember the result.
    pub can_remember: bool,
    /// In a sandbox, where nothing can be saved, printed or remembered: the address of the result on our own page, empty
    /// if there is none. Otherwise `None`.
    pub own_page: Option<&'a AttrValue>,
    /// The outcome of the last action, to be confirmed on screen.
    pub done: Option<&'a Outcome>,
    /// The level of the screen's heading, from 1 to 5.
    pub heading_level: u8,
    /// The texts.
    pub words: &'static ResultWords,
    /// Receives what the person does.
    pub send: &'a Callback<Msg>,
}

/// Renders the section with all ways to keep a result that are possible here.
pub fn take_away(props: &TakeAway) -> Html {
    let words = props.words;
    let content = html! {
        <>
            if props.has_links {
                { links(props) }
            }
            if let Some(own_page) = props.own_page {
                { own_page_link(words, own_page) }
            } else {
                { keep(props) }
            }
        </>
    };
    html! {
        <section class="on-screen">
            { subheading_to(props.heading_level + 1, words.take_away, Jump::TakeAway) }
            { content }
        </section>
    }
}

/// Renders the link to our own page, where the result can be saved and printed.
fn own_page_link(words: &ResultWords, own_page: &AttrValue) -> Html {
    html! {
        <>
            <p class="hint">{ words.cannot_keep_here }</p>
            if !own_page.is_empty() {
                <p><a href={own_page.clone()} target="_blank" rel="noopener">{ words.open_own_page }</a></p>
            }
        </>
    }
}

/// Renders the actions that happen on this device only: remember, save and print.
fn keep(props: &TakeAway) -> Html {
    let TakeAway { subject, words, send, .. } = *props;
    html! {
        <>
            if props.can_remember && subject == Subject::Oneself {
                <div class="actions actions--aside">
                    { button(Look::Plain, words.remember, send, Msg::Ask(Request::Remember)) }
                </div>
                { said(words, props.done, Beside::Remember) }
                <p class="hint">{ words.remember_hint }</p>
            }
            if subject == Subject::Oneself {
                <p class="label">{ words.save_as }</p>
            }
            <div class="actions actions--aside">
                // Files address the person that the result is about, so they are not offered for somebody else.
                if subject == Subject::Oneself {
                    { files(words, send) }
                }
                { button(Look::Small, words.print, send, Msg::Ask(Request::Print)) }
            </div>
            { said(words, props.done, Beside::Files) }
            // In apps with a built-in browser a download may silently do nothing.
            if let Some(Outcome::PictureSaved(address)) = props.done {
                <img class="picture" src={address.clone()} alt={words.picture_alt} width="1200" height="630" />
            }
        </>
    }
}

fn links(props: &TakeAway) -> Html {
    let TakeAway { words, send, .. } = *props;
    html! {
        <>
            <div class="actions actions--aside">
                { button(Look::Primary, words.words.copy_link, send, Msg::Ask(Request::CopyLink)) }
                if props.can_send {
                    { button(Look::Plain, words.send_link, send, Msg::Ask(Request::SendLink)) }
                }
            </div>
            { said(words, props.done, Beside::Link) }
            <p class="hint">{ words.link_hint }</p>
            if props.subject == Subject::Oneself {
                <div class="actions actions--aside">
                    { button(Look::Plain, words.ask_second_view, send, Msg::Ask(Request::CopyInvitation)) }
                </div>
                { said(words, props.done, Beside::Invitation) }
                <p class="hint">{ words.second_view_hint }</p>
            }
        </>
    }
}

fn files(words: &'static ResultWords, send: &Callback<Msg>) -> Html {
    let kinds = [
        (FileKind::Card, words.save_card),
        (FileKind::Plan, words.save_plan),
        (FileKind::Radar, words.save_radar),
        (FileKind::Table, words.save_table),
        (FileKind::Data, words.save_data),
    ];
    html! {
        for (kind, label) in kinds {
            { button(Look::Small, label, send, Msg::Ask(Request::Save(kind))) }
        }
    }
}

/// The button that an outcome is shown next to.
#[derive(Clone, Copy, PartialEq)]
pub enum Beside {
    /// The button that copies the link.
    Link,
    /// The button that copies the link for a second view.
    Invitation,
    /// The button that remembers the result.
    Remember,
    /// The buttons that save files.
    Files,
}

impl Beside {
    fn of(done: &Outcome) -> Self {
        match done {
            Outcome::ToCopy(link) if link.ends_with(share_link::SECOND_VIEW) => Self::Invitation,
            Outcome::LinkCopied | Outcome::ToCopy(_) => Self::Link,
            Outcome::InvitationCopied => Self::Invitation,
            Outcome::Remembered | Outcome::NotRemembered => Self::Remember,
            Outcome::Saving(_)
            | Outcome::Saved(_)
            | Outcome::PictureSaved(_)
            | Outcome::DrawingSaved
            | Outcome::NotSaved => Self::Files,
        }
    }
}

/// Renders the outcome of the last press of a button, if it belongs here. The element is always present: a screen reader
/// announces changes within a status, but not a status that is added.
pub fn said(words: &'static ResultWords, done: Option<&Outcome>, beside: Beside) -> Html {
    let done = done.filter(|done| Beside::of(done) == beside);
    html! {
        <div class="done" role="status">
            if let Some(done) = done {
                <p>{ changing(outcome(words, done).into()) }</p>
            }
            if let Some(Outcome::ToCopy(link)) = done {
                <p class="link">{ changing(link.clone().into()) }</p>
            }
        </div>
    }
}

const fn outcome(words: &ResultWords, done: &Outcome) -> &'static str {
    match done {
        Outcome::LinkCopied => words.link_copied,
        Outcome::InvitationCopied => words.invitation_copied,
        Outcome::Remembered => words.remembered,
        Outcome::Saving(_) => words.saving,
        Outcome::Saved(_) => words.saved,
        Outcome::PictureSaved(_) => words.picture_saved,
        Outcome::DrawingSaved => words.drawing_saved,
        Outcome::NotSaved => words.not_saved,
        Outcome::NotRemembered => words.not_remembered,
        Outcome::ToCopy(_) => words.copy_by_hand,
    }
}
