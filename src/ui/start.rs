//! The start screen: the subject, its author, the time it takes, and that nothing leaves the device.

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::assessment::framework::{Framework, Wording};
use crate::assessment::route;
use crate::state::Msg;
use crate::ui::parts::{Look, authors_text, button, marked_as, more, screen_heading, summary};
use crate::words::{self, Words};

pub struct Start<'a> {
    pub framework: &'a Framework,
    /// The person who is rated.
    pub subject: Subject,
    /// Results from earlier visits.
    pub after: Html,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn start(props: &Start) -> Html {
    let Start { framework, words, .. } = *props;
    html! {
        <section class="start" key="start">
            if framework.source.is_some() {
                <p class="eyebrow">{ words::byline(words, framework) }</p>
            }
            { screen_heading(props.heading_level, authors_text(words, framework, &framework.title)) }
            if props.subject == Subject::Another {
                <p class="lead">{ words.second_view_start }</p>
            }
            { summary(words, framework, "lead", &framework.summary, framework.summary_origin) }
            <ul class="facts">
                <li>{ (words.minutes)(route::minutes(framework)) }</li>
                <li>{ (words.statements_in_all)(framework.indicators.len()) }</li>
                <li>{ words.private }</li>
            </ul>
            { button(Look::Primary, words.begin, props.send, Msg::Begin) }
            { more(words.how_it_reads, how_it_reads(words, framework)) }
            { props.after.clone() }
        </section>
    }
}

fn how_it_reads(words: &Words, framework: &Framework) -> Html {
    html! {
        <>
            { rule(words, framework) }
            if !framework.caveats.is_empty() {
                <ul>
                    for caveat in &framework.caveats {
                        <li>
                            { authors_text(words, framework, &caveat.text) }
                            { marked_as(words::whose_limit(words, framework, caveat.stated)) }
                        </li>
                    }
                </ul>
            }
            if framework.wording == Wording::Project {
                <p class="hint">{ words.ours_hint }</p>
            }
        </>
    }
}

/// Renders the level rule, and whether the author states it or we added it.
pub fn rule(words: &Words, framework: &Framework) -> Html {
    let whose = words::whose_rule(words, framework);
    html! { <p><strong>{ whose }</strong>{ ". " }{ authors_text(words, framework, &framework.level_rule.text) }</p> }
}
