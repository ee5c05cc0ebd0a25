//! Two results on one radar and in one table, with the statements behind each difference and three questions to discuss.
//!
//! Only readers who compare load it.

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::comparison::{Difference, Verdict, compare, guide};
use crate::assessment::framework::Framework;
use crate::assessment::scoring::{self, Assessment};
use crate::drawing::radar::series::Series;
use crate::ui::parts::{authors_text, more, section};
use crate::ui::radar_chart::{RadarChart, radar_chart};
use crate::words::{self, ComparisonWords};

/// One of the two results.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The name of the result.
    pub name: &'a str,
    /// The answers of the result.
    pub answers: &'a Answers,
}

/// Props of [`comparison`].
pub struct Comparison<'a> {
    /// The framework of both results.
    pub framework: &'a Framework,
    /// The result in the first column.
    pub first: Side<'a>,
    /// The result in the second column.
    pub second: Side<'a>,
    /// The level of the screen's heading, from 1 to 5.
    pub heading_level: u8,
    /// The texts.
    pub words: &'static ComparisonWords,
}

/// Renders everything between the heading of the screen and its buttons.
pub fn comparison(props: &Comparison) -> Html {
    let Comparison { framework, first, second, heading_level, words } = props;
    let sides = [first, second].map(|side| (side, scoring::assess(framework, side.answers)));
    let series: Vec<_> =
        sides.iter().filter_map(|(side, assessment)| Some(Series::new(side.name, assessment.as_ref()?))).collect();
    let differences = compare(framework, first.answers, second.answers);
    html! {
        <>
            for (side, assessment) in &sides {
                { headline(props, side, assessment.as_ref()) }
            }
            <p class="hint">{ words.neither_is_right }</p>
            { radar_chart(&RadarChart { framework, series: &series, target: None, words: words.result }) }
            { table(props, &differences) }
            { section(*heading_level, words.conversation_guide, questions(props, &differences)) }
        </>
    }
}

fn headline(props: &Comparison, side: &Side, assessment: Option<&Assessment>) -> Html {
    let words = props.words.result;
    let headline = match assessment {
        Some(assessment) => words::headline(words, props.framework, assessment),
        None => words.no_result.to_owned(),
    };
    html! { <p><strong>{ side.name.to_owned() }</strong>{ ": " }{ headline }</p> }
}

/// Renders questions for a conversation about the differences.
fn questions(props: &Comparison, differences: &[Difference]) -> Html {
    let Comparison { framework, first, second, words, .. } = props;
    html! {
        <ol>
            for prompt in guide(differences) {
                <li>{ words::prompt(words, framework, &prompt, first.name, second.name) }</li>
            }
        </ol>
    }
}

fn table(props: &Comparison, differences: &[Difference]) -> Html {
    html! {
        <table class="table table--comparison" part="table">
            <caption>{ props.words.result.as_table }</caption>
            <thead>
                <tr>
                    <th scope="col">{ props.words.result.competency }</th>
                    <th scope="col">{ props.first.name.to_owned() }</th>
                    <th scope="col">{ props.second.name.to_owned() }</th>
                </tr>
            </thead>
            <tbody>
                for difference in differences {
                    { rows(props, difference) }
                }
            </tbody>
        </table>
    }
}

/// Renders a row with what each side shows in a competency, and below it a row with the verdict and the statements
/// answered differently.
fn rows(props: &Comparison, difference: &Difference) -> Html {
    let Comparison { framework, words, .. } = props;
    let competency = difference.competency;
    let shown = |met| match difference.verdict {
        Verdict::Unknown => String::new(),
        Verdict::Agree
        | Verdict::AgreeOnSteps
        | Verdict::MayAgree
        | Verdict::OneStep
        | Verdict::OneSideOnly
        | Verdict::TwoOrMore => words::shown(words.result, framework, competency, met),
    };
    html! {
        <>
            <tr class="table__sides">
                <th scope="row">{ authors_text(words.result.words, framework, &framework.competency(competency).name) }</th>
                <td>{ shown(difference.first) }</td>
                <td>{ shown(difference.second) }</td>
            </tr>
            <tr>
                <td colspan="3">
                    { verdict(words, difference.verdict) }
                    if !difference.statements.is_empty() {
                        { more((words.rated_apart)(difference.statements.len()), rated_apart(props, difference)) }
                    }
                </td>
            </tr>
        </>
    }
}

fn verdict(words: &ComparisonWords, verdict: Verdict) -> Html {
    let text = words::verdict(words, verdict);
    match verdict {
        Verdict::Agree | Verdict::AgreeOnSteps | Verdict::MayAgree | Verdict::Unknown => {
            html! { <span class="verdict">{ text }</span> }
        }
        Verdict::OneStep => html! { <span class="verdict verdict--question">{ text }</span> },
        Verdict::OneSideOnly | Verdict::TwoOrMore => html! { <span class="verdict verdict--first">{ text }</span> },
    }
}

/// Renders the statements that the two sides answered differently.
fn rated_apart(props: &Comparison, difference: &Difference) -> Html {
    let Comparison { framework, first, second, words, .. } = props;
    html! {
        <ul class="statements">
            for &each in &difference.statements {
                <li>{ words::rated_apart(words, framework, each, first.name, second.name) }</li>
            }
        </ul>
    }
}
