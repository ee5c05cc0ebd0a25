//! Each level, with the numbers of its own statements that are met, expected and open.

use yew::prelude::*;

use crate::assessment::framework::{Framework, Level};
use crate::assessment::scoring::{Assessment, Rung};
use crate::ui::parts::{authors_text, fold, more, summary};
use crate::words::ResultWords;

pub struct Ladder<'a> {
    pub framework: &'a Framework,
    pub assessment: &'a Assessment,
    pub heading_level: u8,
    pub words: &'static ResultWords,
}

pub fn ladder(props: &Ladder) -> Html {
    let Ladder { framework, assessment, heading_level, words } = *props;
    let only_named = framework.levels.iter().filter(|level| level.profile.is_none());
    let only_named: Vec<_> = only_named.map(|level| level.name.as_str()).collect();
    let content = html! {
        <>
            <p class="hint">{ words.ladder_hint }</p>
            <ol class="ladder" part="ladder">
                for rung in assessment.ladder.iter().rev() {
                    { entry(words, framework, rung) }
                }
            </ol>
            if !only_named.is_empty() {
                <p class="hint">{ (words.only_named)(&only_named.join(", ")) }</p>
            }
        </>
    };
    fold(heading_level, words.ladder, content)
}

fn entry(words: &ResultWords, framework: &Framework, rung: &Rung) -> Html {
    let level = framework.level(rung.level);
    let aliases: Vec<_> = level.aliases.iter().map(|alias| format!("{}: {}", alias.owner, alias.name)).collect();
    html! {
        <li class="ladder__rung">
            <p class="ladder__level">
                <strong>{ authors_text(words.words, framework, &level.name) }</strong>
                if !aliases.is_empty() {
                    <small>{ aliases.join(", ") }</small>
                }
            </p>
            // Hidden from screen readers, which read the same numbers in the next paragraph.
            <meter max={rung.expected.to_string()} value={rung.met.to_string()} aria-hidden="true" />
            <p class="ladder__count">{ (words.rung)(rung.met, rung.expected, rung.open) }</p>
            { summary(words.words, framework, "ladder__summary", &level.summary, level.summary_origin) }
            if !level.context.is_empty() {
                <div class="ladder__context">{ more(words.level_context, context(level)) }</div>
            }
        </li>
    }
}

/// Renders conditions and descriptions of a level. They are never rated.
fn context(level: &Level) -> Html {
    html! {
        <ul>
            for context in &level.context {
                <li>{ context.text.clone() }</li>
            }
        </ul>
    }
}
