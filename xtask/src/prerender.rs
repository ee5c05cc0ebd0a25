//! The static half of a framework's page: what its views draw, as text.

use std::rc::Rc;

use anyhow::{Context, Result};
use next_rung::assessment::framework::Framework;
use next_rung::ui::prerendered::{self, Prerendered, PrerenderedProps};
use next_rung::ui::rubric::{self, Rubric};
use next_rung::words::ENGLISH_RUBRIC;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::{Html, LocalServerRenderer};

/// The start screen of a first visit.
pub fn start(framework: &Rc<Framework>, heading_level: u8) -> Result<String> {
    render(prerendered::start(framework, heading_level))
}

/// The screen of a first visit that follows the start.
pub fn situation(framework: &Rc<Framework>, heading_level: u8) -> Result<String> {
    render(prerendered::situation(framework, heading_level))
}

/// The whole rubric as a worksheet.
pub fn rubric(framework: &Framework, heading_level: u8) -> Result<String> {
    render(rubric::rubric(&Rubric { framework, heading_level, words: &ENGLISH_RUBRIC }))
}

/// The text of what was drawn. No script takes it over: the live widget draws its own in its place.
fn render(content: Html) -> Result<String> {
    let renderer = LocalServerRenderer::<Prerendered>::with_props(PrerenderedProps { content }).hydratable(false);
    let runtime = Builder::new_current_thread().build().context("the runtime that renders the pages")?;
    Ok(LocalSet::new().block_on(&runtime, renderer.render()))
}
