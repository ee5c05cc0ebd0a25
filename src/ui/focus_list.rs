//! What to work on next: at most three competencies, each with its reason.

use yew::prelude::*;

use crate::assessment::focus::{Focus, Plan};
use crate::assessment::framework::{Framework, IndicatorIndex};
use crate::ui::parts::{
    all, element, heading, list, nothing, paragraph, part, said_of, statements, subheading, tag, text,
};
use crate::words::{self, Words};

pub struct FocusList<'a> {
    pub framework: &'a Framework,
    pub plan: &'a Plan,
    /// Whether the source describes a level above the one reached.
    pub has_level_above: bool,
    pub heading_level: u8,
    pub words: &'static Words,
}

pub fn focus_list(props: &FocusList) -> Html {
    let FocusList { framework, plan, words, heading_level, .. } = *props;
    let toward = plan.to.map(|level| {
        let name = &framework.level(level).name;
        if plan.to == plan.from { (words.focus_within)(name) } else { (words.focus_toward)(name) }
    });
    let nothing_left = if plan.focus.is_empty() { words.nothing_left } else { "" };
    let source_ends = if props.has_level_above { "" } else { words.source_ends };
    element(
        "section",
        "focus",
        vec![
            paragraph("eyebrow", toward.unwrap_or_default()),
            subheading(heading_level + 1, words.focus),
            paragraph("", nothing_left),
            element("ol", "focus__list", plan.focus.iter().map(|focus| entry(props, focus)).collect()),
            advice(words, framework, &plan.advice),
            paragraph("", source_ends),
        ],
    )
}

fn entry(props: &FocusList, focus: &Focus) -> Html {
    let FocusList { framework, words, heading_level, .. } = *props;
    let change = match &framework.step(focus.step).change {
        Some(change) => said_of(words.what_changes, ": ", change.clone()),
        None => nothing(),
    };
    part(
        "li",
        "focus__entry",
        vec![
            heading(heading_level + 2, "focus__name", framework.competency(focus.step.competency).name.clone().into()),
            paragraph("", words::reason(words, framework, focus.reason)),
            change,
            labelled_statements(words, words.unmet_statements, framework, &focus.unmet),
            labelled_statements(words, words.open_statements, framework, &focus.open),
            advice(words, framework, &focus.advice),
        ],
    )
}

/// Statements under a label; nothing where there are none.
fn labelled_statements(
    words: &Words,
    label: &'static str,
    framework: &Framework,
    indicators: &[IndicatorIndex],
) -> Html {
    if indicators.is_empty() {
        return nothing();
    }
    all(vec![paragraph("label", label), statements(words, framework, indicators)])
}

/// Advice, each with whose it is.
fn advice(words: &Words, framework: &Framework, advice: &[usize]) -> Html {
    if advice.is_empty() {
        return nothing();
    }
    let entry = |&place: &usize| {
        let advice = &framework.advice[place];
        let whose = if advice.stated { words.stated_by_source } else { words.derived_by_us };
        all(vec![text(advice.text.clone()), tag(whose, "")])
    };
    all(vec![paragraph("label", words.advice), list("advice", advice.iter().map(entry).collect())])
}
