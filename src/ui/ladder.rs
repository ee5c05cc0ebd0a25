//! Each level with how many of its own statements are met, expected and open.

use yew::prelude::*;

use crate::assessment::framework::{Framework, Level};
use crate::assessment::scoring::{Assessment, Rung};
use crate::ui::parts::{element, element_with, list, more, nothing, paragraph, part, section, text, text_in};
use crate::words::Words;

pub struct Ladder<'a> {
    pub framework: &'a Framework,
    pub assessment: &'a Assessment,
    pub heading_level: u8,
    pub words: &'static Words,
}

pub fn ladder(props: &Ladder) -> Html {
    let Ladder { framework, assessment, heading_level, words } = *props;
    let named: Vec<_> =
        framework.levels.iter().filter(|level| level.profile.is_none()).map(|level| level.name.clone()).collect();
    let named = if named.is_empty() { String::new() } else { (words.only_named)(&named.join(", ")) };
    let rungs = assessment.ladder.iter().rev().map(|rung| entry(words, framework, rung));
    section(
        heading_level,
        words.ladder,
        vec![paragraph("hint", words.ladder_hint), part("ol", "ladder", rungs.collect()), paragraph("hint", named)],
    )
}

fn entry(words: &Words, framework: &Framework, rung: &Rung) -> Html {
    let level = framework.level(rung.level);
    let aliases: Vec<_> = level.aliases.iter().map(|alias| format!("{}: {}", alias.owner, alias.name)).collect();
    let name = vec![text_in("strong", "", level.name.clone()), text_in("small", "", aliases.join(", "))];
    // The numbers stand beside the meter.
    let values = vec![rung.expected.to_string().into(), rung.met.to_string().into(), "true".into()];
    element(
        "li",
        "ladder__rung",
        vec![
            element("p", "ladder__level", name),
            element_with("meter", &["max", "value", "aria-hidden"], values, Vec::new()),
            paragraph("ladder__count", (words.rung)(rung.met, rung.expected, rung.open)),
            paragraph("ladder__summary", level.summary.clone()),
            context(words, level),
        ],
    )
}

/// Conditions and descriptions: shown, never rated.
fn context(words: &Words, level: &Level) -> Html {
    if level.context.is_empty() {
        return nothing();
    }
    let entries = level.context.iter().map(|context| text(context.text.clone())).collect();
    element("div", "ladder__context", vec![more(words.level_context.into(), vec![list("", entries)])])
}
