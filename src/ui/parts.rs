//! Small pieces that several views share, each a plain function.

use yew::prelude::*;

use crate::assessment::framework::{Framework, IndicatorIndex, TextOrigin};
use crate::state::{Jump, Msg};
use crate::words::{self, Words};

/// The look of a button, named after its purpose.
#[derive(Clone, Copy)]
pub enum Look {
    /// The next step on the screen.
    Primary,
    Plain,
    /// A way out that few people need.
    Quiet,
    /// A button beside other content.
    Small,
    /// A button within text.
    Link,
}

/// Renders a text that changes within a screen. It is replaced as a whole, because a page translator may have replaced
/// its text node.
pub fn changing(text: AttrValue) -> Html {
    html! { <span key={text.as_str()}>{ text }</span> }
}

/// Renders a button that sends a message.
///
/// Each class is written out, because `class={…}` in `html!` adds Yew's `Classes` to the download.
pub fn button(look: Look, label: &str, send: &Callback<Msg>, msg: Msg) -> Html {
    let name = button_name(&msg);
    let onclick = on_click(send, msg);
    let label = AttrValue::from(label.to_owned());
    match look {
        Look::Primary => html! {
            <button type="button" class="button button--primary" part="button button--primary" {name} {onclick}>{ label }</button>
        },
        Look::Plain => html! { <button type="button" class="button" part="button" {name} {onclick}>{ label }</button> },
        Look::Quiet => html! {
            <button type="button" class="button button--quiet" part="button button--quiet" {name} {onclick}>{ label }</button>
        },
        Look::Small => html! {
            <button type="button" class="button button--small" part="button button--small" {name} {onclick}>{ label }</button>
        },
        Look::Link => html! {
            <button type="button" class="button button--link" part="button button--link" {name} {onclick}>{ label }</button>
        },
    }
}

/// Returns the name by which a script finds a button of a prerendered screen; `None` if it leaves the button to the
/// program.
const fn button_name(msg: &Msg) -> Option<&'static str> {
    match msg {
        Msg::Begin => Some("begin"),
        Msg::LeaveSituation => Some("continue"),
        Msg::SkipSituation => Some("skip-situation"),
        Msg::RateAllConsistently(_) => Some("all"),
        Msg::Back => Some("back"),
        _ => None,
    }
}

/// Creates a click handler that sends a message.
pub fn on_click(send: &Callback<Msg>, msg: Msg) -> Callback<MouseEvent> {
    send.reform(move |_| msg.clone())
}

/// Creates a handler that sends a message when the Delete or Backspace key is pressed.
pub fn on_delete(send: &Callback<Msg>, msg: Msg) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Delete" | "Backspace") {
            send.emit(msg.clone());
        }
    })
}

/// Creates a click handler for a radio button: it sends a message, or another one if the button is already chosen.
pub fn on_choice(send: &Callback<Msg>, is_chosen: bool, choose: Msg, clear: Msg) -> Callback<MouseEvent> {
    send.reform(move |event: MouseEvent| {
        // Clicks made by keys have the number 0, and a double click ends with the number 2. Neither clears a choice.
        let is_second_press = is_chosen && event.detail() == 1;
        if is_second_press { clear.clone() } else { choose.clone() }
    })
}

/// Renders a radio button. Keys that choose it cause a click too. On a prerendered screen a script uses its name and
/// value to read the choice.
pub fn radio(name: &AttrValue, value: &str, checked: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <input type="radio" {name} value={value.to_owned()} {checked} {onclick} /> }
}

/// Renders one option of a list of [`choices`]: a radio button with its label.
pub fn choice(name: &AttrValue, value: &str, checked: bool, label: Html, send: &Callback<Msg>, msg: Msg) -> Html {
    html! {
        <label class="choice" part="choice">
            { radio(name, value, checked, on_click(send, msg)) }
            <span>{ label }</span>
        </label>
    }
}

/// Renders a group of radio buttons under their question.
pub fn choices(question: &str, choices: Html) -> Html {
    html! {
        <fieldset class="choices">
            <legend>{ question.to_owned() }</legend>
            { choices }
        </fieldset>
    }
}

/// Renders a list of statements; nothing if there are none.
pub fn statements(words: &Words, framework: &Framework, indicators: &[IndicatorIndex]) -> Html {
    html! {
        if !indicators.is_empty() {
            <ul class="statements">
                for &indicator in indicators {
                    <li>{ statement(words, framework, indicator) }</li>
                }
            </ul>
        }
    }
}

/// Renders content that opens on demand.
pub fn more(summary: impl Into<AttrValue>, content: Html) -> Html {
    let summary: AttrValue = summary.into();
    html! {
        <details class="more">
            <summary>{ summary }</summary>
            { content }
        </details>
    }
}

/// Renders a short framed label, after a space. Its meaning is explained elsewhere on the screen, where touch and
/// keyboard users can find it.
pub fn badge(label: &'static str) -> Html {
    html! { <>{ " " }<span class="tag">{ label }</span></> }
}

/// Renders the badge on a text that is not the author's; nothing for the author's own texts.
pub fn mark(words: &Words, framework: &Framework, origin: TextOrigin) -> Html {
    marked_as(words::mark(words, framework, origin))
}

/// Renders a text of the framework. A text in another language than the interface says so, and has its own direction.
pub fn authors_text(words: &Words, framework: &Framework, text: &str) -> Html {
    let text = text.to_owned();
    if framework.language == words.language {
        return text.into();
    }
    html! { <span lang={framework.language.clone()} dir="auto">{ text }</span> }
}

/// Renders a statement, as its subject says it.
pub fn statement(words: &Words, framework: &Framework, indicator: IndicatorIndex) -> Html {
    authors_text(words, framework, &(words.in_person)(&framework.indicator(indicator).text))
}

/// Renders a summary, with a badge if it is not the author's; nothing if it is empty.
pub fn summary(words: &Words, framework: &Framework, class: &'static str, text: &str, origin: TextOrigin) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    html! { <p {class}>{ authors_text(words, framework, text) }{ mark(words, framework, origin) }</p> }
}

/// Renders a badge with a mark, if there is one.
pub fn marked_as(mark: Option<&'static str>) -> Html {
    mark.map(badge).unwrap_or_default()
}

/// Renders the limit of the framework that is shown beside every headline, if one is marked as such.
pub fn lead_caveat(words: &Words, framework: &Framework) -> Html {
    match framework.lead_caveat() {
        Some(caveat) => html! { <p class="caveat">{ words::limit(words, framework, caveat) }</p> },
        None => html! {},
    }
}

/// Renders the heading of a screen, which gets the focus when the screen appears.
pub fn screen_heading(level: u8, content: impl Into<Html>) -> Html {
    heading_below(level, Html::default(), content.into())
}

/// Renders the heading of a screen together with a line above it that is read with it.
pub fn heading_below(level: u8, line: Html, content: Html) -> Html {
    html! {
        <@{heading_tag(level)} class="heading" part="heading" tabindex="-1" data-heading="">
            { line }
            { content }
        </@>
    }
}

/// Renders a section of a screen under a heading, which is one level below the heading of the screen.
pub fn section(screen_level: u8, title: &'static str, content: Html) -> Html {
    html! {
        <section>
            { subheading(screen_level + 1, title) }
            { content }
        </section>
    }
}

/// Renders a section of a screen that opens on demand and has a heading.
pub fn fold(screen_level: u8, title: &str, content: Html) -> Html {
    foldable(screen_level, title, false, content)
}

/// Renders a section of a screen that can be opened and closed and has a heading.
pub fn foldable(screen_level: u8, title: &str, is_open: bool, content: Html) -> Html {
    html! {
        <details class="fold" open={is_open}>
            <summary>
                <@{heading_tag(screen_level + 2)} class="fold__title">{ title.to_owned() }</@>
            </summary>
            <div class="fold__content">{ content }</div>
        </details>
    }
}

/// Renders a heading within a screen that can be jumped to.
pub fn subheading_to(level: u8, content: &'static str, jump: Jump) -> Html {
    html! {
        <@{heading_tag(level)} class="subheading" part="subheading" tabindex="-1" data-jump={jump.id()}>{ content }</@>
    }
}

/// Renders a heading within a screen.
pub fn subheading(level: u8, content: &'static str) -> Html {
    html! { <@{heading_tag(level)} class="subheading" part="subheading">{ content }</@> }
}

/// Returns the tag of a heading: `h1` to `h6`.
pub const fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
