//! The result as JSON: what `cargo xtask score` prints and the page exports.

use crate::assessment::answers::Answers;
use crate::assessment::focus::{self, Focus, Plan};
use crate::assessment::framework::{Framework, IndicatorIndex, LevelIndex, StepRef};
use crate::assessment::json::Value;
use crate::assessment::scoring::{Assessment, Bounds, Proficiency};
use crate::words::{self, Words};

/// The result; without an assessment, a report that says that nothing is answered.
#[must_use]
pub fn write(words: &Words, framework: &Framework, answers: &Answers, assessment: Option<&Assessment>) -> Value {
    let mut entries = vec![
        ("framework", framework.id.as_str().into()),
        ("revision", framework.revision.into()),
        ("rule", framework.level_rule.kind.word().into()),
        ("rule_stated", framework.level_rule.stated.into()),
    ];
    match assessment {
        Some(assessment) => entries.extend(result(words, framework, answers, assessment)),
        None => entries.extend([("level", Value::Null), ("headline", words.no_result.into())]),
    }
    Value::Object(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn result(
    words: &Words,
    framework: &Framework,
    answers: &Answers,
    assessment: &Assessment,
) -> [(&'static str, Value); 12] {
    let plan = focus::plan(framework, answers, assessment);
    let level = |level: LevelIndex| Value::from(framework.level(level).id.as_str());
    let but_for = assessment
        .but_for
        .as_ref()
        .map(|but_for| Value::object([("level", level(but_for.level)), ("unmet", ids(framework, &but_for.unmet))]));
    let ladder = assessment.ladder.iter().map(|rung| {
        Value::object([
            ("level", level(rung.level)),
            ("met", rung.met.into()),
            ("expected", rung.expected.into()),
            ("open", rung.open.into()),
        ])
    });
    let contradictions = assessment.contradictions.iter().map(|each| {
        Value::object([
            ("competency", competency_id(framework, each.met)),
            ("met_step", step_number(each.met)),
            ("unmet_step", step_number(each.unmet)),
        ])
    });
    let areas = assessment.areas.iter().map(|area| {
        Value::object([
            ("name", area.name.as_str().into()),
            ("level", bounds(area.level, |reached| reached.map(level).into())),
        ])
    });
    let step =
        |step: &StepRef| Value::object([("competency", competency_id(framework, *step)), ("step", step_number(*step))]);
    [
        ("level", bounds(assessment.level, |reached| reached.map(level).into())),
        ("but_for", but_for.into()),
        ("ladder", Value::list(ladder)),
        ("headline", words::headline(words, framework, assessment).into()),
        ("competencies", competencies(framework, &assessment.competencies)),
        ("areas", Value::list(areas)),
        ("focus", Value::list(plan.focus.iter().map(|focus| focus_entry(words, framework, &plan, focus)))),
        ("strengths", Value::list(assessment.strengths.iter().map(step))),
        ("contradictions", Value::list(contradictions)),
        ("open", ids(framework, &assessment.open)),
        ("presumed", ids(framework, &assessment.presumed)),
        ("notes", Value::list(words::notes(words, framework, answers, assessment, &plan))),
    ]
}

fn competencies(framework: &Framework, proficiencies: &[Proficiency]) -> Value {
    let pairs = framework.competencies.iter().zip(proficiencies);
    Value::list(pairs.map(|(competency, proficiency)| {
        Value::object([
            ("id", competency.id.as_str().into()),
            ("steps", competency.steps.len().into()),
            ("met", bounds(proficiency.met, Value::from)),
            ("unmet", ids(framework, &proficiency.unmet)),
            ("value", bounds(proficiency.value, Value::decimal)),
        ])
    }))
}

/// One focus, with the advice about its competency and then the advice for the whole way.
fn focus_entry(words: &Words, framework: &Framework, plan: &Plan, focus: &Focus) -> Value {
    let advice = focus.advice.iter().chain(&plan.advice).map(|&advice| {
        let advice = &framework.advice[advice];
        Value::object([
            ("kind", advice.kind.word().into()),
            ("stated", advice.stated.into()),
            ("text", advice.text.as_str().into()),
        ])
    });
    Value::object([
        ("competency", competency_id(framework, focus.step)),
        ("step", step_number(focus.step)),
        ("reason", words::reason(words, framework, focus.reason).into()),
        ("unmet", ids(framework, &focus.unmet)),
        ("advice", Value::list(advice)),
    ])
}

fn bounds<T>(bounds: Bounds<T>, each: impl Fn(T) -> Value) -> Value {
    Value::object([("low", each(bounds.low)), ("high", each(bounds.high))])
}

fn ids(framework: &Framework, indicators: &[IndicatorIndex]) -> Value {
    Value::list(indicators.iter().map(|&indicator| framework.indicator(indicator).id.as_str()))
}

fn competency_id(framework: &Framework, step: StepRef) -> Value {
    framework.competency(step.competency).id.as_str().into()
}

/// The step's number, from 1 for the lowest.
fn step_number(step: StepRef) -> Value {
    (step.step + 1).into()
}
