//! One statement with its four ratings: a native radio group, none chosen beforehand.

use yew::prelude::*;

use crate::assessment::answers::Rating;
use crate::assessment::framework::{Framework, IndicatorIndex, Weight};
use crate::state::Msg;
use crate::ui::parts::{badge, marked_as, radio};
use crate::words::{self, Words};

pub struct RatingScale<'a> {
    pub framework: &'a Framework,
    pub indicator: IndicatorIndex,
    pub chosen: Option<Rating>,
    /// The number of the widget on the page.
    pub instance: usize,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn rating_scale(props: &RatingScale) -> Html {
    let RatingScale { words, chosen, send, .. } = *props;
    let indicator = props.framework.indicator(props.indicator);
    let is_optional = indicator.weight == Weight::Optional;
    let is_unrated = chosen.is_none() && !is_optional;
    let name = AttrValue::from(format!("nr-{}-{}", props.instance, indicator.id));
    html! {
        <fieldset class="rating" part="rating" data-unrated={is_unrated.then_some("")}>
            <legend>
                { (words.in_person)(&indicator.text) }
                if is_optional {
                    { badge(words.optional, Some(words::optional_hint(words, indicator.weight_origin))) }
                }
                if indicator.granted {
                    { badge(words.granted, Some(words.granted_hint)) }
                }
                { marked_as(words, words::badge_mark(words, props.framework, indicator)) }
            </legend>
            <div class="rating__choices">
                for rating in Rating::ALL {
                    <label class="rating__choice" part="rating__choice">
                        { radio(&name, rating.id(), chosen == Some(rating), send, Msg::Rate(props.indicator, rating)) }
                        <span>{ words::rating(words, rating) }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
