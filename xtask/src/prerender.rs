//! The static part of a framework's page: the text that its views render.

use std::rc::Rc;

use anyhow::{Context, Result};
use next_rung::assessment::framework::Framework;
use next_rung::formats::draft;
use next_rung::ui::prerendered::{self, EarlyScreen, Prerendered, PrerenderedProps};
use next_rung::ui::rubric::{self, Rubric};
use next_rung::words::{ENGLISH, ENGLISH_RUBRIC};
use serde_json::{Value, json};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer};

/// Renders the first screens of a visit for `pages/early.html`: `first_cards` as JSON, and `screens`, each with its
/// `name`, its `card` as JSON and `route` if it has them, and its `content`.
pub fn early(framework: &Rc<Framework>, heading_level: u8) -> Result<Value> {
    let (screens, first_cards) = prerendered::early_screens(framework, heading_level);
    let screens = screens.into_iter().map(|EarlyScreen { state, content }| {
        let draft = serde_json::to_value(draft::write(framework, &state.draft()))?;
        let card = &draft["card"];
        Ok(json!({
            "name": draft["screen"],
            "card": if card.is_null() { None } else { Some(card.to_string()) },
            "route": state.answers.route.id(),
            "content": render(content)?,
        }))
    });
    let screens: Vec<Value> = screens.collect::<Result<_>>()?;
    Ok(json!({ "first_cards": serde_json::to_string(&first_cards)?, "screens": screens, "loading": ENGLISH.loading }))
}

/// Renders the whole rubric as a worksheet.
pub fn rubric(framework: &Framework, heading_level: u8) -> Result<String> {
    render(rubric::rubric(&Rubric { framework, heading_level, words: &ENGLISH_RUBRIC }))
}

/// Renders a view to text. No script hydrates it: the live widget renders its own content instead.
fn render(content: Html) -> Result<String> {
    let renderer = LocalServerRenderer::<Prerendered>::with_props(PrerenderedProps { content }).hydratable(false);
    let runtime = Builder::new_current_thread().build().context("the runtime that renders the pages")?;
    Ok(LocalSet::new().block_on(&runtime, renderer.render()))
}
