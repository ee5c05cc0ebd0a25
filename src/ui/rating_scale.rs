//! One statement with its four ratings: a native radio group, without a default choice.

use yew::prelude::*;

use crate::assessment::answers::Rating;
use crate::assessment::framework::{Framework, IndicatorIndex, Weight};
use crate::state::Msg;
use crate::ui::parts::{authors_text, badge, marked_as, more, on_choice, on_delete, radio, statement};
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
    let onkeydown = on_delete(send, Msg::Clear(props.indicator));
    html! {
        <fieldset class="rating" part="rating" data-unrated={is_unrated.then_some("")} {onkeydown}>
            <legend>
                { statement(words, props.framework, props.indicator) }
                if is_optional {
                    { badge(words.optional) }
                }
                if indicator.granted {
                    { badge(words.granted) }
                }
                { marked_as(words::badge_mark(words, props.framework, indicator)) }
            </legend>
            { examples(props, &indicator.examples) }
            <div class="rating__choices">
                for rating in Rating::ALL {
                    <label class="rating__choice" part="rating__choice">
                        { radio(&name, rating.id(), chosen == Some(rating), on_press(props, rating)) }
                        <span>{ words::rating(words, rating) }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

/// Renders examples of a behavior, on demand.
fn examples(props: &RatingScale, examples: &[String]) -> Html {
    let RatingScale { framework, words, .. } = *props;
    if examples.is_empty() {
        return Html::default();
    }
    more(
        words.examples,
        html! { <ul>for example in examples { <li>{ authors_text(words, framework, example) }</li> }</ul> },
    )
}

/// Rates the statement, or clears the rating if it is already chosen.
fn on_press(props: &RatingScale, rating: Rating) -> Callback<MouseEvent> {
    let is_chosen = props.chosen == Some(rating);
    on_choice(props.send, is_chosen, Msg::Rate(props.indicator, rating), Msg::Clear(props.indicator))
}
