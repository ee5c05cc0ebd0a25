//! Two results on one radar and in one table, with what stands behind each difference and three questions to talk about.
//!
//! Those who compare load it as a module of its own (`src/bin/beside.rs`); the journey keeps a place for it.

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::comparison::{Difference, Verdict, compare, guide};
use crate::assessment::framework::Framework;
use crate::assessment::radar::series::Series;
use crate::assessment::scoring;
use crate::ui::parts::{all, element, element_with, list, more, nothing, paragraph, section, text, text_in};
use crate::ui::radar_chart::{RadarChart, radar_chart};
use crate::words::{self, ComparisonWords};

/// One of the two results.
pub struct Side<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What was answered.
    pub answers: &'a Answers,
}

/// What is compared.
pub struct Comparison<'a> {
    /// The framework of both.
    pub framework: &'a Framework,
    /// The result that stands first.
    pub first: Side<'a>,
    /// The result that stands beside it.
    pub second: Side<'a>,
    /// The level of the screen's heading above.
    pub heading_level: u8,
    /// The language.
    pub words: &'static ComparisonWords,
}

/// Everything between the screen's heading and its buttons.
pub fn comparison(props: &Comparison) -> Html {
    let Comparison { framework, first, second, heading_level, words } = props;
    let mut headlines = Vec::new();
    let mut series = Vec::new();
    for side in [first, second] {
        let assessment = scoring::assess(framework, side.answers);
        let headline = match &assessment {
            Some(assessment) => words::headline(words.words, framework, assessment),
            None => words.words.no_result.to_owned(),
        };
        let name = text_in("strong", "", side.name.to_owned());
        headlines.push(element("p", "", vec![name, text(": "), text(headline)]));
        series.extend(assessment.map(|assessment| Series::new(side.name, &assessment)));
    }
    let differences = compare(framework, first.answers, second.answers);
    let mut prompts = Vec::new();
    for prompt in guide(&differences) {
        let sentence = words::prompt(words, framework, &prompt, first.name, second.name);
        prompts.push(element("li", "", vec![text(sentence)]));
    }
    all(vec![
        all(headlines),
        paragraph("hint", words.neither_is_right),
        radar_chart(&RadarChart { framework, series: &series, target: None, words: words.words }),
        table(props, &differences),
        section(*heading_level, words.conversation_guide, vec![element("ol", "", prompts)]),
    ])
}

fn table(props: &Comparison, differences: &[Difference]) -> Html {
    let column = |title: &str| element_with("th", &["scope"], vec!["col".into()], vec![text(title.to_owned())]);
    let columns = vec![column(props.words.words.competency), column(props.first.name), column(props.second.name)];
    let rows = differences.iter().flat_map(|difference| rows(props, difference)).collect();
    let names = &["class", "part"];
    let content = vec![element("thead", "", vec![element("tr", "", columns)]), element("tbody", "", rows)];
    element_with("table", names, vec!["table table--comparison".into(), "table".into()], content)
}

/// What each side shows in a competency, and below it how far they are apart and why.
fn rows(props: &Comparison, difference: &Difference) -> [Html; 2] {
    let Comparison { framework, first, second, words, .. } = props;
    let competency = difference.competency;
    let shown = |met| match difference.verdict {
        Verdict::Unknown => String::new(),
        Verdict::Agree | Verdict::OneStep | Verdict::TwoOrMore => words::shown(words.words, framework, competency, met),
    };
    let cell = |content: String| element("td", "", vec![text(content)]);
    let name = text(framework.competency(competency).name.clone());
    let header = element_with("th", &["scope"], vec!["row".into()], vec![name]);
    let sides = vec![header, cell(shown(difference.first)), cell(shown(difference.second))];

    let apart = |each: &_| text(words::rated_apart(words, framework, *each, first.name, second.name));
    let behind = match difference.statements.len() {
        0 => nothing(),
        count => more(
            (words.rated_apart)(count).into(),
            vec![list("statements", difference.statements.iter().map(apart).collect())],
        ),
    };
    let verdict = text_in("span", verdict_class(difference.verdict), words::verdict(words, difference.verdict));
    let why = element_with("td", &["colspan"], vec!["3".into()], vec![verdict, behind]);
    [element("tr", "table__sides", sides), element("tr", "", vec![why])]
}

const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agree | Verdict::Unknown => "verdict",
        Verdict::OneStep => "verdict verdict--one",
        Verdict::TwoOrMore => "verdict verdict--two",
    }
}
