//! The whole rubric of a framework as a worksheet to read, fill in and print without any script.
//!
//! `cargo xtask build` writes it into a page of its own; no reader loads it as code. Its look is in `styles/rubric.css`.

use yew::prelude::*;

use crate::assessment::answers::Rating;
use crate::assessment::framework::{
    Advice, CompetencyIndex, Cumulative, Framework, IndicatorIndex, Level, LevelIndex, RuleKind, StepRef, TextOrigin,
    Weight,
};
use crate::ui::parts::{badge, heading_tag, mark, marked_as, section, summary};
use crate::ui::results::{attribution, limits};
use crate::ui::start::rule;
use crate::words::{self, RubricWords};

/// Props of [`rubric`].
pub struct Rubric<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The level of the worksheet's own heading, from 1 to 3, because three levels of headings follow below it.
    pub heading_level: u8,
    /// The texts.
    pub words: &'static RubricWords,
}

/// Renders the worksheet.
///
/// Its radio buttons are named after the ids of their statements and questions, which are unique within a framework. A
/// page can contain one worksheet.
pub fn rubric(props: &Rubric) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    // Not a form, because nothing here may be sent, not even by the Enter key.
    html! {
        <div class="rubric" lang={words.words.language}>
            { opening(props) }
            { how_to(props) }
            { section(heading_level, words.levels, levels(props)) }
            if !framework.situation.is_empty() {
                { section(heading_level, words.words.situation, situation(props)) }
            }
            { section(heading_level, words.statements, statements(props)) }
            { section(heading_level, words.result.your_result, result(props)) }
            { section(heading_level, words.result.focus, advice(props)) }
            if !framework.caveats.is_empty() {
                { section(heading_level, words.result.limits, limits(words.words, framework)) }
            }
            if framework.source.is_some() {
                { section(heading_level, words.result.source, attribution(words.words, framework)) }
            }
        </div>
    }
}

/// Renders the passage of the source that says something; nothing if the author names none.
fn passage(source: &str) -> Html {
    html! {
        if !source.is_empty() {
            <small class="rubric__where">{ source.to_owned() }</small>
        }
    }
}

fn opening(props: &Rubric) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    html! {
        <header class="rubric__opening">
            <p class="rubric__title">{ framework.title.clone() }</p>
            <p class="rubric__byline">{ words::byline(words.words, framework) }</p>
            <@{heading_tag(heading_level)} class="rubric__heading">{ words.rubric }</@>
            { summary(words.words, framework, "rubric__summary", &framework.summary, framework.summary_origin) }
            <p class="hint">{ words.rubric_hint }</p>
            <div class="rubric__blanks">
                <span>{ words.name }</span>
                <span>{ words.date }</span>
            </div>
        </header>
    }
}

/// Explains the steps to a result on paper, by the framework's own rule.
fn how_to(props: &Rubric) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    let described = framework.described_levels();
    let name = |level: Option<&LevelIndex>| level.map_or("", |&level| &framework.level(level).name);
    let reading = match framework.level_rule.kind {
        RuleKind::Conjunctive => words.read_conjunctive.to_owned(),
        RuleKind::PerCompetency => words.read_per_competency.to_owned(),
        RuleKind::Contrast => (words.read_contrast)(name(described.first()), name(described.last())),
        RuleKind::Stages => (words.read_stages)(name(described.first())),
    };
    let has_optional = |origin| {
        framework.indicators.iter().any(|each| each.weight == Weight::Optional && each.weight_origin == origin)
    };
    let has_granted = framework.indicators.iter().any(|each| each.granted);
    let content = html! {
        <>
            <ol>
                <li>{ words.mark_each }</li>
                <li>{ words.when_met }</li>
                <li>{ words.tick_steps }</li>
                <li>{ reading }</li>
                <li>{ words.open_marks }</li>
            </ol>
            { rule(words.words, framework) }
            for origin in [TextOrigin::Stated, TextOrigin::Derived].into_iter().filter(|&origin| has_optional(origin)) {
                <p>
                    <strong>{ words.words.optional }</strong>
                    { mark(words.words, framework, origin) }
                    { ". " }
                    { words::optional_hint(words, origin) }
                </p>
            }
            if has_granted {
                <p><strong>{ words.words.granted }</strong>{ ". " }{ words.granted }</p>
            }
            <p class="hint">{ words.result.self_rating_caution }</p>
        </>
    };
    html! { <div class="rubric__how-to">{ section(heading_level, words.how_to, content) }</div> }
}

fn levels(props: &Rubric) -> Html {
    html! {
        <div class="rubric__levels">
            for each in &props.framework.levels {
                { level(props, each) }
            }
        </div>
    }
}

fn level(props: &Rubric, level: &Level) -> Html {
    let aliases: Vec<_> = level.aliases.iter().map(|alias| format!("{}: {}", alias.owner, alias.name)).collect();
    html! {
        <section class="rubric__level">
            <div>
                <@{heading_tag(props.heading_level + 2)} class="rubric__name">{ level.name.clone() }</@>
                if !aliases.is_empty() {
                    <p class="hint">{ aliases.join("; ") }</p>
                }
            </div>
            <div>
                { summary(props.words.words, props.framework, "rubric__about", &level.summary, level.summary_origin) }
                if !level.context.is_empty() {
                    <p class="hint">{ props.words.result.level_context }</p>
                    <ul>
                        for context in &level.context {
                            <li>
                                { context.text.clone() }
                                { passage(&context.source) }
                            </li>
                        }
                    </ul>
                }
            </div>
        </section>
    }
}

fn situation(props: &Rubric) -> Html {
    html! {
        <>
            <p class="hint">{ props.words.situation_hint }</p>
            for question in &props.framework.situation {
                <fieldset class="rubric__question">
                    <legend>
                        { question.text.clone() }
                        { mark(props.words.words, props.framework, question.origin) }
                    </legend>
                    for option in &question.options {
                        <label class="rubric__option">{ choice(&question.id, &option.id, &option.text) }</label>
                    }
                </fieldset>
            }
        </>
    }
}

/// Renders a radio button with its text, without an event handler.
fn choice(name: &str, value: &str, label: &str) -> Html {
    html! {
        <>
            <input type="radio" name={name.to_owned()} value={value.to_owned()} />
            <span>{ label.to_owned() }</span>
        </>
    }
}

fn statements(props: &Rubric) -> Html {
    let Rubric { framework, words, .. } = *props;
    let mut content = Vec::new();
    let mut area = None;
    for index in framework.competency_indices() {
        let group = framework.competency(index).group.as_ref();
        if let Some(name) = group
            && group != area
        {
            content.push(html! { <p class="rubric__area">{ name.clone() }</p> });
        }
        area = group;
        content.push(competency(props, index));
    }
    html! {
        <>
            if let Some(own_words) = words::own_words(words.result, framework) {
                <p class="hint">{ format!("{own_words} {}", words.words.ours_hint) }</p>
            }
            <p class="hint">{ words.statements_hint }</p>
            { content }
        </>
    }
}

fn competency(props: &Rubric, index: CompetencyIndex) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    let competency = framework.competency(index);
    let grouping = words::grouping(words.words, framework, competency.grouping).unwrap_or(words.grouping_source);
    let builds = match competency.cumulative {
        _ if competency.steps.len() == 1 => "",
        Cumulative::Stated => words.builds_stated,
        Cumulative::Assumed => words.builds_assumed,
        Cumulative::No => words.builds_no,
    };
    html! {
        <section class="rubric__competency">
            <header class="rubric__competency-head">
                <p class="hint">{ (words.words.competency_of)(index.0 + 1, framework.competencies.len()) }</p>
                <@{heading_tag(heading_level + 2)} class="rubric__name">{ competency.name.clone() }</@>
                { summary(words.words, framework, "rubric__about", &competency.summary, competency.summary_origin) }
                <p class="hint">
                    { format!("{grouping} {builds}").trim_end().to_owned() }
                    if competency.cumulative == Cumulative::Assumed {
                        { mark(words.words, framework, TextOrigin::Derived) }
                    }
                </p>
            </header>
            for &each in framework.steps_of(index) {
                { step(props, each) }
            }
        </section>
    }
}

fn step(props: &Rubric, step: StepRef) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    let each = framework.step(step);
    html! {
        <section class="rubric__step">
            <header class="rubric__step-head">
                <div>
                    <@{heading_tag(heading_level + 3)} class="rubric__step-name">
                        { framework.level(each.level).name.clone() }
                    </@>
                    if let Some(change) = each.change.clone() {
                        <p class="rubric__change">{ change }{ mark(words.words, framework, each.change_origin) }</p>
                    }
                </div>
                // Hidden from screen readers, because each box has its own label. That label is not visible where these
                // columns are.
                <p class="rubric__columns" aria-hidden="true">
                    for rating in Rating::ALL {
                        <span>{ words::rating(words.words, rating) }</span>
                    }
                </p>
            </header>
            for indicator in framework.indicators_of(step) {
                { statement(props, indicator) }
            }
        </section>
    }
}

fn statement(props: &Rubric, indicator: IndicatorIndex) -> Html {
    let words = props.words.words;
    let indicator = props.framework.indicator(indicator);
    html! {
        <fieldset class="rubric__statement">
            <legend>
                { (words.in_person)(&indicator.text) }
                if indicator.weight == Weight::Optional {
                    { badge(words.optional) }
                }
                if indicator.granted {
                    { badge(words.granted) }
                }
                { marked_as(words::badge_mark(words, props.framework, indicator)) }
            </legend>
            { passage(&indicator.source) }
            for rating in Rating::ALL {
                <label class="rubric__box">{ choice(&indicator.id, rating.id(), words::rating(words, rating)) }</label>
            }
        </fieldset>
    }
}

/// Renders the steps of every competency by their levels, with a box to tick for each step that is met.
fn result(props: &Rubric) -> Html {
    let Rubric { framework, words, .. } = *props;
    let levels = framework.described_levels();
    let cells = |competency| levels.iter().map(move |&level| cell(framework, competency, level));
    let has_dots = framework.competency_indices().flat_map(cells).any(|cell| cell == Cell::Expected);
    html! {
        <>
            <table class="rubric__result" aria-label={words.result.your_result}>
                <thead>
                    <tr>
                        <th scope="col">{ words.result.competency }</th>
                        for &level in &levels {
                            <th scope="col">{ framework.level(level).name.clone() }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for competency in framework.competency_indices() {
                        <tr>
                            { row_header(props, competency) }
                            for cell in cells(competency) {
                                <td>{ cell_content(props, cell) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
            if has_dots {
                <p class="hint">{ words.dot_means }</p>
            }
        </>
    }
}

/// A competency at a level, in the table of steps.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    /// A step of the competency belongs to the level.
    Step(StepRef),
    /// The level expects a step that belongs to a level below.
    Expected,
    Empty,
}

fn cell(framework: &Framework, competency: CompetencyIndex, level: LevelIndex) -> Cell {
    match framework.steps_of(competency).iter().find(|&&step| framework.step(step).level == level) {
        Some(&step) => Cell::Step(step),
        None if framework.profile(level)[competency.0] > 0 => Cell::Expected,
        None => Cell::Empty,
    }
}

fn cell_content(props: &Rubric, cell: Cell) -> Html {
    let Rubric { framework, words, .. } = *props;
    match cell {
        Cell::Step(step) => {
            let level = &framework.level(framework.step(step).level).name;
            let label = (words.met)(&framework.competency(step.competency).name, level);
            html! { <label class="rubric__tick"><input type="checkbox" aria-label={label} /></label> }
        }
        Cell::Expected => html! {
            <>
                <span aria-hidden="true">{ "•" }</span>
                <span class="rubric__unseen">{ words.also_expected }</span>
            </>
        },
        Cell::Empty => html! {},
    }
}

fn row_header(props: &Rubric, index: CompetencyIndex) -> Html {
    let competency = props.framework.competency(index);
    let is_level_of_all = match props.framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => true,
        RuleKind::Contrast | RuleKind::Stages => false,
    };
    // If steps do not include those below, the highest step that is met decides how far the competency is shown.
    let counts_below = is_level_of_all && competency.cumulative == Cumulative::No && competency.steps.len() > 1;
    html! {
        <th scope="row">
            { competency.name.clone() }
            if counts_below {
                <small>{ props.words.highest_counts }</small>
            }
        </th>
    }
}

/// Renders the advice from each level held to each level aimed at, lowest first.
fn advice(props: &Rubric) -> Html {
    let mut sorted: Vec<_> = props.framework.advice.iter().collect();
    sorted.sort_by_key(|advice| (advice.from, advice.to));
    html! {
        for same_way in sorted.chunk_by(|one, next| (one.from, one.to) == (next.from, next.to)) {
            <section class="rubric__way">
                <@{heading_tag(props.heading_level + 2)} class="rubric__name">{ way(props, same_way[0]) }</@>
                <ul>
                    for advice in same_way {
                        <li>{ advice_entry(props, advice) }</li>
                    }
                </ul>
            </section>
        }
    }
}

/// Returns the heading of advice: the level held and the level aimed at.
fn way(props: &Rubric, advice: &Advice) -> String {
    let Rubric { framework, words, .. } = *props;
    let to = &framework.level(advice.to).name;
    match advice.from {
        None => (words.result.focus_toward)(to),
        Some(from) if from == advice.to => (words.result.focus_within)(to),
        Some(from) => (words.from_to)(&framework.level(from).name, to),
    }
}

fn advice_entry(props: &Rubric, advice: &Advice) -> Html {
    let Rubric { framework, words, .. } = *props;
    let condition =
        advice.when.map(|(question, option)| (words.if_marked)(&framework.situation[question].options[option].text));
    html! {
        <>
            if let Some(index) = advice.competency {
                <strong>{ format!("{}: ", framework.competency(index).name) }</strong>
            }
            { condition }
            { advice.text.clone() }
            { " " }
            { badge(words::whose_advice(words.result, framework, advice.stated)) }
        </>
    }
}
