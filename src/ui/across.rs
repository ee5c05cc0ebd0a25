//! Results in several frameworks side by side, each in its own framework's words, and never merged into one.
//!
//! Loaded as a module of its own (`src/bin/beside.rs`).

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::crosswalk::{Crosswalk, Row, RowLevel, Saying, Topic, Verdict};
use crate::assessment::focus;
use crate::assessment::framework::{Framework, LevelIndex};
use crate::assessment::radar::series::Series;
use crate::assessment::scoring::{self, Assessment};
use crate::ui::parts::{
    all, element, element_with, heading, list, nothing, paragraph, screen, screen_heading, section, tag, text, text_in,
};
use crate::ui::radar_chart::{RadarChart, radar_chart};
use crate::words::{self, ComparisonWords};

/// Answers in one of the frameworks.
pub struct Taken {
    /// The framework.
    pub framework: Framework,
    /// The latest answers in it.
    pub answers: Answers,
}

/// What is set side by side.
pub struct Across<'a> {
    /// The latest answers in each framework that was taken.
    pub taken: &'a [Taken],
    /// What the frameworks have to do with each other.
    pub crosswalk: &'a Crosswalk,
    /// The level of the page's heading.
    pub heading_level: u8,
    /// The language.
    pub words: &'static ComparisonWords,
}

/// A result, with what it follows from.
struct Result<'a> {
    framework: &'a Framework,
    answers: &'a Answers,
    assessment: Assessment,
}

/// The page, with the element that carries the styles.
pub fn across(props: &Across) -> Html {
    element_with("div", &["class", "lang"], vec!["nr".into(), props.words.words.language.into()], vec![content(props)])
}

fn content(props: &Across) -> Html {
    let Across { taken, crosswalk, heading_level, words } = *props;
    let mut results = Vec::new();
    for Taken { framework, answers } in taken {
        let assessment = scoring::assess(framework, answers);
        results.extend(assessment.map(|assessment| Result { framework, answers, assessment }));
    }
    let title = screen_heading(heading_level, words.across.into());
    if results.len() < 2 {
        return screen("across", 0, vec![title, paragraph("lead", words.across_too_few)]);
    }
    let ids: Vec<&str> = results.iter().map(|result| result.framework.id.as_str()).collect();
    let crosswalk_of_these = crosswalk.for_frameworks(&ids);
    let mut rows = Vec::new();
    for (row, levels) in &crosswalk_of_these.rows {
        rows.push(comparable(props, &results, row, levels));
    }
    let mut topics = Vec::new();
    for (about, says) in &crosswalk_of_these.topics {
        topics.push(topic(props, &results, about, says));
    }
    let entries = results.iter().map(|result| element("li", "", vec![entry(props, result)])).collect();
    screen(
        "across",
        0,
        vec![
            title,
            paragraph("lead", words.across_hint),
            element("ul", "across__results", entries),
            section(
                heading_level,
                words.comparable,
                vec![paragraph("hint", crosswalk.note.clone()), list("across__rows", rows)],
            ),
            section(
                heading_level,
                words.topics,
                vec![paragraph("hint", words.topics_hint), list("across__rows", topics)],
            ),
        ],
    )
}

fn entry(props: &Across, result: &Result) -> Html {
    let Result { framework, answers, assessment } = result;
    let words = props.words.words;
    let plan = focus::plan(framework, answers, assessment);
    let names: Vec<_> =
        plan.focus.iter().map(|focus| framework.competency(focus.step.competency).name.as_str()).collect();
    let next = if names.is_empty() { String::new() } else { (props.words.work_on_next)(&names.join(", ")) };
    let series = &[Series::new(words.you, assessment)];
    all(vec![
        paragraph("eyebrow", framework.title.clone()),
        heading(props.heading_level + 1, "subheading", words::headline(words, framework, assessment).into()),
        paragraph("", words::strict_reading(words, framework, assessment).unwrap_or_default()),
        radar_chart(&RadarChart { framework, series, target: plan.to, words }),
        paragraph("", next),
        paragraph("hint", words::byline(words, &framework.source)),
    ])
}

/// Levels of the frameworks that do roughly comparable work, with the person's own marked.
fn comparable(props: &Across, results: &[Result], row: &Row, levels: &[&RowLevel]) -> Html {
    let mut entries = Vec::new();
    for each in levels {
        let Some(result) = results.iter().find(|result| result.framework.id == each.framework) else { continue };
        let Some(level) = result.framework.levels.iter().position(|level| level.id == each.level) else { continue };
        let held = result.assessment.level;
        let is_held = held.low <= Some(LevelIndex(level)) && Some(LevelIndex(level)) <= held.high;
        entries.push(all(vec![
            text_in("strong", "", result.framework.levels[level].name.clone()),
            if is_held { tag(props.words.you_are_here, "") } else { nothing() },
            text_in("small", "", format!(" {}", result.framework.title)),
        ]));
    }
    all(vec![paragraph("across__name", row.work.clone()), list("", entries)])
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
        result.map_or_else(String::new, |result| result.framework.title.clone())
    };
    let said = |saying: &&Saying| {
        all(vec![
            text(saying.text.clone()),
            text_in("small", "", format!(" {}: {}", title_of(&saying.framework), saying.source)),
        ])
    };
    all(vec![
        heading(props.heading_level + 2, "across__name", topic.title.clone().into()),
        element("p", "", vec![text(topic.summary.clone()), tag(verdict, "")]),
        list("", says.iter().map(said).collect()),
    ])
}
