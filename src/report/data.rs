//! The result as data: printed by `cargo xtask score`, returned by `result()` and saved in a result file.

use serde::Serialize;

use crate::assessment::answers::Answers;
use crate::assessment::focus::{self, Focus, Plan};
use crate::assessment::framework::{AdviceKind, Framework, IndicatorIndex, LevelIndex, RuleKind, StepRef};
use crate::assessment::scoring::{Assessment, Bounds, Proficiency};
use crate::formats::draft::{self, Draft, DraftFile};
use crate::words::{self, ResultWords};

/// The result of some answers. Its entries are documented in `docs/embedding.md`.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    framework: &'a str,
    revision: usize,
    rule: RuleKind,
    rule_stated: bool,
    #[serde(flatten)]
    reading: Reading<'a>,
}

/// A result file: the report, and everything that is needed to continue the assessment.
#[derive(Debug, Serialize)]
pub struct ResultFile<'a> {
    #[serde(flatten)]
    report: Report<'a>,
    date: &'a str,
    #[serde(flatten)]
    draft: DraftFile,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Reading<'a> {
    Result(Box<ResultReport<'a>>),
    NothingAnswered { level: (), headline: &'a str },
}

#[derive(Debug, Serialize)]
struct ResultReport<'a> {
    level: Bounds<Option<&'a str>>,
    near: Option<NearReport<'a>>,
    standing: Bounds<Option<&'a str>>,
    target: Bounds<Option<&'a str>>,
    ladder: Vec<RungReport<'a>>,
    headline: String,
    second_line: Option<String>,
    lead_caveat: Option<&'a str>,
    competencies: Vec<CompetencyReport<'a>>,
    areas: Vec<AreaReport<'a>>,
    /// The kind of growth: within the level, or across to the next one.
    growth: AdviceKind,
    focus: Vec<FocusReport<'a>>,
    /// Advice that is not about a single competency.
    advice: Vec<AdviceReport<'a>>,
    also_named: Vec<&'a str>,
    strengths: Vec<StepReport<'a>>,
    contradictions: Vec<ContradictionReport<'a>>,
    open: Vec<&'a str>,
    presumed: Vec<&'a str>,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct NearReport<'a> {
    level: &'a str,
    unmet: Vec<&'a str>,
    open: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct RungReport<'a> {
    level: &'a str,
    met: usize,
    expected: usize,
    open: usize,
}

#[derive(Debug, Serialize)]
struct CompetencyReport<'a> {
    id: &'a str,
    steps: usize,
    met: Bounds<usize>,
    unmet: Vec<&'a str>,
    value: Bounds<f64>,
}

#[derive(Debug, Serialize)]
struct AreaReport<'a> {
    name: &'a str,
    level: Bounds<Option<&'a str>>,
}

#[derive(Debug, Serialize)]
struct FocusReport<'a> {
    competency: &'a str,
    step: usize,
    reason: String,
    unmet: Vec<&'a str>,
    open: Vec<&'a str>,
    optional: Vec<&'a str>,
    advice: Vec<AdviceReport<'a>>,
}

#[derive(Debug, Serialize)]
struct AdviceReport<'a> {
    kind: AdviceKind,
    stated: bool,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct StepReport<'a> {
    competency: &'a str,
    /// The step's number, from 1 for the lowest.
    step: usize,
}

#[derive(Debug, Serialize)]
struct ContradictionReport<'a> {
    competency: &'a str,
    met_step: usize,
    unmet_step: usize,
}

/// Creates the report of a result. Without an assessment it states that nothing is answered.
#[must_use]
pub fn report<'a>(
    words: &'a ResultWords,
    framework: &'a Framework,
    answers: &Answers,
    assessment: Option<&'a Assessment>,
) -> Report<'a> {
    let reading = match assessment {
        Some(assessment) => Reading::Result(Box::new(result(words, framework, answers, assessment))),
        None => Reading::NothingAnswered { level: (), headline: words.no_result },
    };
    Report {
        framework: &framework.id,
        revision: framework.revision,
        rule: framework.level_rule.kind,
        rule_stated: framework.level_rule.stated,
        reading,
    }
}

/// Creates the file of a result, saved on a day such as `2026-11-22`.
#[must_use]
pub fn result_file<'a>(
    words: &'a ResultWords,
    framework: &'a Framework,
    draft: &Draft,
    assessment: &'a Assessment,
    date: &'a str,
) -> ResultFile<'a> {
    let report = report(words, framework, &draft.answers, Some(assessment));
    ResultFile { report, date, draft: draft::write(framework, draft) }
}

fn result<'a>(
    words: &ResultWords,
    framework: &'a Framework,
    answers: &Answers,
    assessment: &'a Assessment,
) -> ResultReport<'a> {
    let plan = focus::plan(framework, answers, assessment);
    let level = |level: LevelIndex| framework.level(level).id.as_str();
    let reached =
        |bounds: Bounds<Option<LevelIndex>>| Bounds { low: bounds.low.map(level), high: bounds.high.map(level) };
    ResultReport {
        level: reached(assessment.level),
        near: assessment.near.as_ref().map(|near| NearReport {
            level: level(near.level),
            unmet: ids(framework, &near.lacking.unmet),
            open: ids(framework, &near.lacking.open),
        }),
        standing: reached(assessment.standing),
        target: reached(assessment.target),
        ladder: assessment
            .ladder
            .iter()
            .map(|rung| RungReport {
                level: level(rung.level),
                met: rung.met,
                expected: rung.expected,
                open: rung.open,
            })
            .collect(),
        headline: words::headline(words, framework, assessment),
        second_line: words::second_line(words, framework, assessment),
        lead_caveat: framework.lead_caveat().map(|caveat| caveat.text.as_str()),
        competencies: competencies(framework, &assessment.competencies),
        areas: assessment
            .areas
            .iter()
            .map(|area| AreaReport { name: &area.name, level: reached(area.level) })
            .collect(),
        growth: plan.kind,
        focus: plan.focus.iter().map(|focus| focus_report(words, framework, &plan, focus)).collect(),
        advice: advice_reports(framework, plan.advice.iter().copied()),
        also_named: ids(framework, &plan.also_named),
        strengths: assessment.strengths.iter().map(|&step| step_report(framework, step)).collect(),
        contradictions: assessment
            .contradictions
            .iter()
            .map(|each| ContradictionReport {
                competency: competency_id(framework, each.met),
                met_step: step_number(each.met),
                unmet_step: step_number(each.unmet),
            })
            .collect(),
        open: ids(framework, &assessment.open),
        presumed: ids(framework, &assessment.presumed),
        notes: words::notes(words, framework, answers, assessment, &plan),
    }
}

fn competencies<'a>(framework: &'a Framework, proficiencies: &[Proficiency]) -> Vec<CompetencyReport<'a>> {
    let pairs = framework.competencies.iter().zip(proficiencies);
    let reports = pairs.map(|(competency, proficiency)| CompetencyReport {
        id: &competency.id,
        steps: competency.steps.len(),
        met: proficiency.met,
        unmet: ids(framework, &proficiency.unmet),
        value: Bounds { low: thousandth(proficiency.value.low), high: thousandth(proficiency.value.high) },
    });
    reports.collect()
}

fn advice_reports<'a>(framework: &'a Framework, advice: impl Iterator<Item = usize>) -> Vec<AdviceReport<'a>> {
    let advice = advice.map(|advice| &framework.advice[advice]);
    advice.map(|advice| AdviceReport { kind: advice.kind, stated: advice.stated, text: &advice.text }).collect()
}

/// Returns one focus, with the advice about its step first and then the general advice.
fn focus_report<'a>(words: &ResultWords, framework: &'a Framework, plan: &Plan, focus: &Focus) -> FocusReport<'a> {
    FocusReport {
        competency: competency_id(framework, focus.step),
        step: step_number(focus.step),
        reason: words::reason(words, framework, focus),
        unmet: ids(framework, &focus.unmet),
        open: ids(framework, &focus.open),
        optional: ids(framework, &focus.optional),
        advice: advice_reports(framework, focus.advice.iter().chain(&plan.advice).copied()),
    }
}

fn step_report(framework: &Framework, step: StepRef) -> StepReport<'_> {
    StepReport { competency: competency_id(framework, step), step: step_number(step) }
}

fn ids<'a>(framework: &'a Framework, indicators: &[IndicatorIndex]) -> Vec<&'a str> {
    indicators.iter().map(|&indicator| framework.indicator(indicator).id.as_str()).collect()
}

fn competency_id(framework: &Framework, step: StepRef) -> &str {
    &framework.competency(step.competency).id
}

/// Returns the step's number, from 1 for the lowest.
fn step_number(step: StepRef) -> usize {
    step.step + 1
}

/// Rounds a value to three decimals.
fn thousandth(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
