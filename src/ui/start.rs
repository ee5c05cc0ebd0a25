//! The start screen: what this is, who wrote it, how long it takes, and that nothing leaves the device.

use yew::prelude::*;

use crate::assessment::answers::Subject;
use crate::assessment::framework::Framework;
use crate::assessment::route;
use crate::state::Msg;
use crate::ui::parts::{PRIMARY, button, list, more, paragraph, said_of, screen, screen_heading, text};
use crate::words::{self, Words};

pub struct Start<'a> {
    pub framework: &'a Framework,
    /// Who is to be rated.
    pub subject: Subject,
    /// What is at hand from before.
    pub after: Html,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
}

pub fn start(props: &Start) -> Html {
    let Start { framework, words, .. } = props;
    let facts = vec![
        text((words.minutes)(route::minutes(framework))),
        text((words.statements_in_all)(framework.indicators.len())),
        text(words.private),
    ];
    let asked = if props.subject == Subject::Another { words.second_view_start } else { "" };
    let caveats = framework.caveats.iter().map(|caveat| text(caveat.text.clone())).collect();
    screen(
        "start",
        0,
        vec![
            paragraph("eyebrow", words::byline(words, &framework.source)),
            screen_heading(props.heading_level, framework.title.clone().into()),
            paragraph("lead", asked),
            paragraph("lead", framework.summary.clone()),
            list("facts", facts),
            button(PRIMARY, words.begin, props.send, Msg::Begin),
            more(words.how_it_reads.into(), vec![rule(words, framework), list("", caveats)]),
            props.after.clone(),
        ],
    )
}

/// The level rule, and whether it is the author's or ours.
pub fn rule(words: &Words, framework: &Framework) -> Html {
    let whose = if framework.level_rule.stated { words.rule_stated } else { words.rule_ours };
    said_of(whose, ". ", framework.level_rule.text.clone())
}
