//! Small pieces that many views are made of.
//!
//! [`element`] takes the place of `html!` nearly everywhere: the macro writes out every field of every element where it
//! stands, which for our views came to 20 KB of the download.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

use crate::assessment::framework::{Framework, IndicatorIndex};
use crate::state::Msg;
use crate::words::Words;

/// What a button is for, and so how it looks: its class.
pub const PLAIN: &str = "button";
/// The way on.
pub const PRIMARY: &str = "button button--primary";
/// A way out that few take.
pub const QUIET: &str = "button button--quiet";
/// Beside something else.
pub const SMALL: &str = "button button--small";
/// Within the text.
pub const LINK: &str = "button button--link";

/// An element of a class, with what is in it.
pub fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    element_with(tag, &["class"], vec![class.into()], children)
}

/// The same, open to the page around it: `::part()` finds it by its class. docs/embedding.md promises each of these.
pub fn part(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    element_with(tag, &["class", "part"], vec![class.into(), class.into()], children)
}

/// An element with these attributes and their values.
pub fn element_with(
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    element.add_children(children);
    with_attributes(element.into(), names, values)
}

/// An element with its attributes put in place of those it has.
///
/// `html!` does the same for a class that is not written out, but brings a set of classes to the download.
fn with_attributes(mut element: Html, names: &'static [&'static str], values: Vec<AttrValue>) -> Html {
    // An empty value stands for an attribute that is not there, but for those that say all by being there.
    let value = |(name, value): (&&str, AttrValue)| {
        (!value.is_empty() || name.starts_with("data-")).then_some(AttributeOrProperty::Attribute(value))
    };
    if let Html::VTag(tag) = &mut element
        && let Some(tag) = Rc::get_mut(tag)
    {
        tag.attributes = Attributes::Dynamic { keys: names, values: names.iter().zip(values).map(value).collect() };
    }
    element
}

/// A screen: keyed, so that the next one is built anew instead of out of the parts of this one.
pub fn screen(class: &'static str, key: usize, children: Vec<Html>) -> Html {
    with_attributes(html! { <section {key}>{ children }</section> }, &["class"], vec![class.into()])
}

/// A button that sends a message.
pub fn button(class: &'static str, label: impl Into<AttrValue>, send: &Callback<Msg>, msg: Msg) -> Html {
    button_with(class, vec![text(label)], send, msg)
}

/// A button with something else than a label.
pub fn button_with(class: &'static str, content: Vec<Html>, send: &Callback<Msg>, msg: Msg) -> Html {
    let send = send.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(msg.clone()));
    let button = html! { <button {onclick}>{ content }</button> };
    with_attributes(button, &["type", "class", "part"], vec!["button".into(), class.into(), class.into()])
}

/// A small button that stays down.
pub fn toggle(label: &'static str, is_pressed: bool, send: &Callback<Msg>, msg: Msg) -> Html {
    let is_pressed = if is_pressed { "true" } else { "false" };
    let values = vec!["button".into(), SMALL.into(), SMALL.into(), is_pressed.into()];
    with_attributes(button(SMALL, label, send, msg), &["type", "class", "part", "aria-pressed"], values)
}

/// A radio button that sends a message when it is chosen.
pub fn radio(name: AttrValue, checked: bool, send: &Callback<Msg>, msg: Msg) -> Html {
    let send = send.clone();
    let onchange = Callback::from(move |_: Event| send.emit(msg.clone()));
    input(&["type", "name"], vec!["radio".into(), name], checked, onchange)
}

/// A field that says when it changed.
pub fn input(names: &'static [&'static str], values: Vec<AttrValue>, checked: bool, onchange: Callback<Event>) -> Html {
    with_attributes(html! { <input {checked} {onchange} /> }, names, values)
}

/// A field for text under its label; without a value it keeps what is typed to itself.
pub fn text_field(
    label: AttrValue,
    described_by: AttrValue,
    value: Option<String>,
    oninput: Callback<InputEvent>,
) -> Html {
    let field = html! { <textarea {value} {oninput} /> };
    let names = &["rows", "aria-describedby"];
    let field = with_attributes(field, names, vec!["3".into(), described_by]);
    element("label", "note", vec![text_in("span", "", label), field])
}

/// A choice of a list: a radio button with its label.
pub fn choice(name: AttrValue, checked: bool, label: Vec<Html>, send: &Callback<Msg>, msg: Msg) -> Html {
    part("label", "choice", vec![radio(name, checked, send, msg), element("span", "", label)])
}

/// Choices under their question.
pub fn choices(question: AttrValue, mut choices: Vec<Html>) -> Html {
    choices.insert(0, text_in("legend", "", question));
    element("fieldset", "choices", choices)
}

/// Plain text.
pub fn text(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// An element with nothing but text in it; nothing where there is no text.
pub fn text_in(tag: &'static str, class: &'static str, content: impl Into<AttrValue>) -> Html {
    filled(tag, class, content.into())
}

/// The part of [`text_in`] that is the same for every kind of text, so that it is in the download once.
fn filled(tag: &'static str, class: &'static str, content: AttrValue) -> Html {
    if content.is_empty() { nothing() } else { element(tag, class, vec![text(content)]) }
}

/// A paragraph.
pub fn paragraph(class: &'static str, content: impl Into<AttrValue>) -> Html {
    text_in("p", class, content)
}

/// A term and what is said of it, in a paragraph.
pub fn said_of(term: &'static str, separator: &'static str, said: String) -> Html {
    element("p", "", vec![text_in("strong", "", term), text(separator), text(said)])
}

/// Nothing.
pub fn nothing() -> Html {
    Html::default()
}

/// Several things in a row.
pub fn all(parts: Vec<Html>) -> Html {
    parts.into_iter().collect()
}

/// A list with these entries; nothing where there are none.
pub fn list(class: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return nothing();
    }
    element("ul", class, entries.into_iter().map(|entry| element("li", "", vec![entry])).collect())
}

/// The texts of some statements as a list.
pub fn statements(words: &Words, framework: &Framework, indicators: &[IndicatorIndex]) -> Html {
    let texts = indicators.iter().map(|&indicator| text((words.in_person)(&framework.indicator(indicator).text)));
    list("statements", texts.collect())
}

/// Something that opens on demand.
pub fn more(summary: AttrValue, mut content: Vec<Html>) -> Html {
    content.insert(0, text_in("summary", "", summary));
    element("details", "more", content)
}

/// A short remark in a frame, with what it means.
pub fn tag(label: &'static str, title: &'static str) -> Html {
    element_with("span", &["class", "title"], vec!["tag".into(), title.into()], vec![text(label)])
}

/// The heading of a screen, of a level from 1 to 6. It takes the focus when the screen appears.
pub fn screen_heading(level: u8, content: AttrValue) -> Html {
    let names = &["class", "part", "tabindex", "data-heading"];
    let values = vec!["heading".into(), "heading".into(), "-1".into(), "".into()];
    element_with(heading_tag(level), names, values, vec![text(content)])
}

/// A heading below a screen's.
pub fn heading(level: u8, class: &'static str, content: AttrValue) -> Html {
    text_in(heading_tag(level), class, content)
}

/// The heading of a part of a screen.
pub fn subheading(level: u8, content: &'static str) -> Html {
    part(heading_tag(level), "subheading", vec![text(content)])
}

const fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// A part of a screen under its heading.
pub fn section(level: u8, title: &'static str, mut content: Vec<Html>) -> Html {
    content.insert(0, subheading(level + 1, title));
    element("section", "", content)
}
