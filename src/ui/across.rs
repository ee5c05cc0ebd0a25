//! Results in several frameworks side by side, each in its framework's own words and never merged.
//!
//! Only readers of that page load it.

use std::rc::Rc;

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::crosswalk::{Crosswalk, Row, RowLevel, Saying, Topic, Verdict};
use crate::assessment::focus;
use crate::assessment::framework::{Framework, LevelIndex};
use crate::assessment::scoring::{self, Assessment};
use crate::drawing::radar::series::Series;
use crate::ui::parts::{badge, heading_tag, lead_caveat, screen_heading, section};
use crate::ui::radar_chart::{RadarChart, radar_chart};
use crate::words::{self, ComparisonWords};

/// Answers in one of the frameworks.
pub struct Taken {
    /// The framework.
    pub framework: Rc<Framework>,
    /// The latest answers in it.
    pub answers: Answers,
}

/// Props of [`across`].
pub struct Across<'a> {
    /// The latest answers in each framework that the person took.
    pub taken: &'a [Taken],
    /// The relations between the frameworks.
    pub crosswalk: &'a Crosswalk,
    /// The level of the page's heading, from 1 to 4.
    pub heading_level: u8,
    /// The texts.
    pub words: &'static ComparisonWords,
}

/// A result, with its framework and answers.
struct Result<'a> {
    framework: &'a Framework,
    answers: &'a Answers,
    assessment: Assessment,
}

/// Renders the page, in the element that carries the styles.
pub fn across(props: &Across) -> Html {
    html! { <div class="nr" lang={props.words.words.language}>{ screen(props) }</div> }
}

fn screen(props: &Across) -> Html {
    let Across { taken, crosswalk, heading_level, words } = *props;
    let results: Vec<_> = taken
        .iter()
        .filter_map(|Taken { framework, answers }| {
            scoring::assess(framework, answers).map(|assessment| Result { framework, answers, assessment })
        })
        .collect();
    if results.len() < 2 {
        return html! {
            <section class="across" key="across">
                { screen_heading(heading_level, words.across) }
                <p class="lead">{ words.across_too_few }</p>
            </section>
        };
    }
    let ids: Vec<_> = results.iter().map(|result| result.framework.id.as_str()).collect();
    let related = crosswalk.for_frameworks(&ids);
    html! {
        <section class="across" key="across">
            { screen_heading(heading_level, words.across) }
            <p class="lead">{ words.across_hint }</p>
            <ul class="across__results">
                for result in &results {
                    <li>{ entry(props, result) }</li>
                }
            </ul>
            { section(heading_level, words.comparable, comparable_levels(props, &results, &related.rows)) }
            { section(heading_level, words.topics, topics(props, &results, &related.topics)) }
        </section>
    }
}

fn entry(props: &Across, result: &Result) -> Html {
    let Result { framework, answers, assessment } = result;
    let words = props.words.result;
    let plan = focus::plan(framework, answers, assessment);
    let names: Vec<_> =
        plan.focus.iter().map(|focus| framework.competency(focus.step.competency).name.as_str()).collect();
    let series = &[Series::new(words.you, assessment)];
    html! {
        <>
            <p class="eyebrow">{ framework.title.clone() }</p>
            <@{heading_tag(props.heading_level + 1)} class="subheading">
                { words::headline(words, framework, assessment) }
            </@>
            if let Some(second) = words::second_line(words, framework, assessment) {
                <p>{ second }</p>
            }
            { lead_caveat(words.words, framework) }
            { radar_chart(&RadarChart { framework, series, target: plan.to, words }) }
            if !names.is_empty() {
                <p>{ (props.words.work_on_next)(&names.join(", ")) }</p>
            }
            <p class="hint">{ words::byline(words.words, framework) }</p>
        </>
    }
}

/// Renders each kind of work with the levels at which the frameworks expect it.
fn comparable_levels(props: &Across, results: &[Result], rows: &[(&Row, Vec<&RowLevel>)]) -> Html {
    html! {
        <>
            <p class="hint">{ props.crosswalk.note.clone() }</p>
            if !rows.is_empty() {
                <ul class="across__rows">
                    for (row, levels) in rows {
                        <li>{ comparable(props, results, row, levels) }</li>
                    }
                </ul>
            }
        </>
    }
}

/// Renders levels of the frameworks that do roughly comparable work, with a badge on those that the person reached.
fn comparable(props: &Across, results: &[Result], row: &Row, levels: &[&RowLevel]) -> Html {
    let found = levels.iter().filter_map(|each| {
        let result = results.iter().find(|result| result.framework.id == each.framework)?;
        let level = result.framework.levels.iter().position(|level| level.id == each.level)?;
        Some((result, LevelIndex(level)))
    });
    let entries: Vec<_> = found.map(|(result, level)| comparable_level(props, result, level)).collect();
    html! {
        <>
            <p class="across__name">{ row.work.clone() }</p>
            if !entries.is_empty() {
                <ul>{ entries }</ul>
            }
        </>
    }
}

fn comparable_level(props: &Across, Result { framework, assessment, .. }: &Result, level: LevelIndex) -> Html {
    let standing = assessment.standing;
    html! {
        <li>
            <strong>{ framework.level(level).name.clone() }</strong>
            if standing.low <= Some(level) && Some(level) <= standing.high {
                { badge(props.words.you_are_here) }
            }
            <small>{ format!(" {}", framework.title) }</small>
        </li>
    }
}

/// Renders each topic with the position of every framework on it.
fn topics(props: &Across, results: &[Result], topics: &[(&Topic, Vec<&Saying>)]) -> Html {
    html! {
        <>
            <p class="hint">{ props.words.topics_hint }</p>
            if !topics.is_empty() {
                <ul class="across__rows">
                    for (about, says) in topics {
                        <li>{ topic(props, results, about, says) }</li>
                    }
                </ul>
            }
        </>
    }
}

fn topic(props: &Across, results: &[Result], topic: &Topic, says: &[&Saying]) -> Html {
    let words = props.words;
    let verdict = match topic.verdict {
        Verdict::Agree => words.sources_agree,
        Verdict::Mixed => words.sources_mixed,
        Verdict::Contradict => words.sources_contradict,
    };
    let title_of = |id: &str| {
        let result = results.iter().find(|result| result.framework.id == id);
        result.map_or("", |result| result.framework.title.as_str())
    };
    html! {
        <>
            <@{heading_tag(props.heading_level + 2)} class="across__name">{ topic.title.clone() }</@>
            <p>{ topic.summary.clone() }{ badge(verdict) }</p>
            if !says.is_empty() {
                <ul>
                    for saying in says {
                        <li>
                            { saying.text.clone() }
                            <small>
                                { format!(" {}", title_of(&saying.framework)) }
                                if let Some(source) = &saying.source {
                                    { format!(": {source}") }
                                }
                            </small>
                        </li>
                    }
                </ul>
            }
        </>
    }
}
