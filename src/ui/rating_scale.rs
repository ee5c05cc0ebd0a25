//! One statement with its four ratings: a native radio group, none chosen beforehand.

use yew::prelude::*;

use crate::assessment::answers::Rating;
use crate::assessment::framework::{Framework, IndicatorIndex, Weight};
use crate::state::Msg;
use crate::ui::parts::{element, element_with, part, radio, tag, text, text_in};
use crate::words::{self, Words};

pub struct RatingScale<'a> {
    pub framework: &'a Framework,
    pub indicator: IndicatorIndex,
    pub chosen: Option<Rating>,
    /// The widget's number on the page.
    pub instance: usize,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn rating_scale(props: &RatingScale) -> Html {
    let RatingScale { words, chosen, .. } = *props;
    let indicator = props.framework.indicator(props.indicator);
    let is_optional = indicator.weight == Weight::Optional;
    let name = AttrValue::from(format!("nr-{}-{}", props.instance, indicator.id));
    let choice = |rating| {
        let radio = radio(name.clone(), chosen == Some(rating), props.send, Msg::Rate(props.indicator, rating));
        part("label", "rating__choice", vec![radio, text_in("span", "", words::rating(words, rating))])
    };
    let mut legend = vec![text((words.in_person)(&indicator.text))];
    if is_optional {
        legend.push(tag(words.optional, words.optional_hint));
    }
    if indicator.granted {
        legend.push(tag(words.granted, words.granted_hint));
    }
    let names: &[&str] =
        if chosen.is_none() && !is_optional { &["class", "part", "data-unrated"] } else { &["class", "part"] };
    element_with(
        "fieldset",
        names,
        vec!["rating".into(), "rating".into(), "".into()],
        vec![
            element("legend", "", legend),
            element("div", "rating__choices", Rating::ALL.into_iter().map(choice).collect()),
        ],
    )
}
