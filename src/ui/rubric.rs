//! The whole rubric of a framework as a worksheet: to read, to fill in and to print, without any script.
//!
//! `cargo xtask build` writes it into the framework's page; no reader loads it as code. Its look is in `styles/rubric.css`.

use yew::prelude::*;

use crate::assessment::answers::Rating;
use crate::assessment::framework::{
    Advice, Competency, CompetencyIndex, Cumulative, Framework, Grouping, Indicator, IndicatorIndex, Level, LevelIndex,
    RuleKind, SituationQuestion, StepRef, Weight,
};
use crate::ui::parts::{
    all, element, element_with, heading, list, nothing, paragraph, said_of, section, tag, text, text_in,
};
use crate::ui::results::{attribution, limits};
use crate::ui::start::rule;
use crate::words::{self, RubricWords};

/// What the worksheet is of.
pub struct Rubric<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The level of the worksheet's own heading, from 1 to 3: three levels more are below it.
    pub heading_level: u8,
    /// The language.
    pub words: &'static RubricWords,
}

/// The worksheet. Its radio buttons are named after the ids of their statements and questions, which are unique in a
/// framework: one worksheet a page.
pub fn rubric(props: &Rubric) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    let content = vec![
        opening(props),
        how_to(props),
        section(heading_level, words.levels, vec![levels(props)]),
        situation(props),
        section(heading_level, words.statements, vec![paragraph("hint", words.statements_hint), statements(props)]),
        section(heading_level, words.words.your_result, vec![result(props)]),
        section(heading_level, words.words.focus, vec![advice(props)]),
        section(heading_level, words.words.limits, vec![limits(words.words, framework)]),
        section(heading_level, words.words.source, vec![attribution(words.words, framework)]),
    ];
    // No form: nothing here is to be sent, not even by the Enter key.
    element_with("div", &["class", "lang"], vec!["rubric".into(), words.words.language.into()], content)
}

fn opening(props: &Rubric) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    element(
        "header",
        "rubric__opening",
        vec![
            paragraph("rubric__title", framework.title.clone()),
            paragraph("rubric__byline", words::byline(words.words, &framework.source)),
            heading(heading_level, "rubric__heading", words.rubric.into()),
            paragraph("rubric__summary", framework.summary.clone()),
            paragraph("hint", words.rubric_hint),
            element("div", "rubric__blanks", vec![text_in("span", "", words.name), text_in("span", "", words.date)]),
        ],
    )
}

/// How to come to a result on paper, by the framework's own rule.
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
    let orders = [
        words.mark_each.to_owned(),
        words.when_met.to_owned(),
        words.tick_steps.to_owned(),
        reading,
        words.open_marks.to_owned(),
    ];
    let orders = orders.into_iter().map(|order| text_in("li", "", order)).collect();
    let mut content = vec![element("ol", "", orders), rule(words.words, framework)];
    let marks = [
        (words.words.optional, words.words.optional_hint, is_any(framework, |each| each.weight == Weight::Optional)),
        (words.words.granted, words.words.granted_hint, is_any(framework, |each| each.granted)),
    ];
    for (mark, meaning, is_used) in marks {
        if is_used {
            content.push(said_of(mark, ". ", meaning.to_owned()));
        }
    }
    content.push(paragraph("hint", words.words.self_rating_caution));
    element("div", "rubric__how-to", vec![section(heading_level, words.how_to, content)])
}

fn is_any(framework: &Framework, is_so: fn(&Indicator) -> bool) -> bool {
    framework.indicators.iter().any(is_so)
}

fn levels(props: &Rubric) -> Html {
    let entries = props.framework.levels.iter().map(|each| level(props, each));
    element("div", "rubric__levels", entries.collect())
}

fn level(props: &Rubric, level: &Level) -> Html {
    let words = props.words.words;
    let aliases: Vec<_> = level.aliases.iter().map(|alias| format!("{}: {}", alias.owner, alias.name)).collect();
    let context = level.context.iter().map(|context| {
        all(vec![text(context.text.clone()), text_in("small", "rubric__where", context.source.clone())])
    });
    let label = if level.context.is_empty() { "" } else { words.level_context };
    element(
        "section",
        "rubric__level",
        vec![
            element(
                "div",
                "",
                vec![
                    heading(props.heading_level + 2, "rubric__name", level.name.clone().into()),
                    paragraph("hint", aliases.join("; ")),
                ],
            ),
            element(
                "div",
                "",
                vec![paragraph("", level.summary.clone()), paragraph("hint", label), list("", context.collect())],
            ),
        ],
    )
}

fn situation(props: &Rubric) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    if framework.situation.is_empty() {
        return nothing();
    }
    let mut content = vec![paragraph("hint", words.situation_hint)];
    content.extend(framework.situation.iter().map(question));
    section(heading_level, words.words.situation, content)
}

fn question(question: &SituationQuestion) -> Html {
    let mut content = vec![text_in("legend", "", question.text.clone())];
    for option in &question.options {
        content.push(choice("rubric__option", &question.id, &option.id, &option.text));
    }
    element("fieldset", "rubric__question", content)
}

/// A radio button in its label, with nothing listening to it.
fn choice(class: &'static str, name: &str, value: &str, label: &str) -> Html {
    let values = vec!["radio".into(), name.to_owned().into(), value.to_owned().into()];
    let radio = element_with("input", &["type", "name", "value"], values, Vec::new());
    element("label", class, vec![radio, text_in("span", "", label.to_owned())])
}

fn statements(props: &Rubric) -> Html {
    let framework = props.framework;
    let mut content = Vec::new();
    let mut area = None;
    for index in framework.competency_indices() {
        let each = framework.competency(index);
        if each.group.as_ref() != area {
            area = each.group.as_ref();
            content.push(paragraph("rubric__area", area.cloned().unwrap_or_default()));
        }
        content.push(competency(props, index, each));
    }
    all(content)
}

fn competency(props: &Rubric, index: CompetencyIndex, competency: &Competency) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    let grouping = match competency.grouping {
        Grouping::Source => words.grouping_source,
        Grouping::Project => words.words.grouping_ours,
    };
    let builds = match competency.cumulative {
        _ if competency.steps.len() == 1 => "",
        Cumulative::Stated => words.builds_stated,
        Cumulative::Assumed => words.builds_assumed,
        Cumulative::No => words.builds_no,
    };
    let mut content = vec![element(
        "header",
        "rubric__competency-head",
        vec![
            paragraph("hint", (words.words.competency_of)(index.0 + 1, framework.competencies.len())),
            heading(heading_level + 2, "rubric__name", competency.name.clone().into()),
            paragraph("", competency.summary.clone()),
            paragraph("hint", format!("{grouping} {builds}").trim_end().to_owned()),
        ],
    )];
    content.extend(framework.steps_of(index).iter().map(|&each| step(props, each)));
    element("section", "rubric__competency", content)
}

fn step(props: &Rubric, step: StepRef) -> Html {
    let Rubric { framework, heading_level, words } = *props;
    let each = framework.step(step);
    let columns = Rating::ALL.map(|rating| text_in("span", "", words::rating(words.words, rating)));
    let name = framework.level(each.level).name.clone();
    let change = each.change.clone().unwrap_or_default();
    let names = &["class", "aria-hidden"];
    let title = vec![heading(heading_level + 3, "rubric__step-name", name.into()), paragraph("rubric__change", change)];
    let mut content = vec![element(
        "header",
        "rubric__step-head",
        vec![
            element("div", "", title),
            // Each box has its own label, which is out of sight where these are seen.
            element_with("p", names, vec!["rubric__columns".into(), "true".into()], columns.into()),
        ],
    )];
    content.extend(framework.indicators_of(step).map(|indicator| statement(props, indicator)));
    element("section", "rubric__step", content)
}

fn statement(props: &Rubric, indicator: IndicatorIndex) -> Html {
    let words = props.words.words;
    let indicator = props.framework.indicator(indicator);
    let mut legend = vec![text((words.in_person)(&indicator.text))];
    if indicator.weight == Weight::Optional {
        legend.extend([text(" "), tag(words.optional, words.optional_hint)]);
    }
    if indicator.granted {
        legend.extend([text(" "), tag(words.granted, words.granted_hint)]);
    }
    let mut content = vec![element("legend", "", legend), text_in("small", "rubric__where", indicator.source.clone())];
    for rating in Rating::ALL {
        content.push(choice("rubric__box", &indicator.id, rating.id(), words::rating(words, rating)));
    }
    element("fieldset", "rubric__statement", content)
}

/// The steps of every competency by their levels, to be ticked where they are met.
fn result(props: &Rubric) -> Html {
    let Rubric { framework, words, .. } = *props;
    let levels = framework.described_levels();
    let mut columns = vec![header("col", words.words.competency.to_owned())];
    columns.extend(levels.iter().map(|&level| header("col", framework.level(level).name.clone())));
    let mut rows = Vec::new();
    let mut has_dots = false;
    for index in framework.competency_indices() {
        let mut cells = vec![row_header(props, index)];
        for &level in &levels {
            let expected = framework.profile(level)[index.0];
            cells.push(
                if let Some(step) = framework.steps_of(index).iter().find(|&&step| framework.step(step).level == level)
                {
                    tick(props, *step)
                } else if expected > 0 {
                    has_dots = true;
                    dot(words)
                } else {
                    element("td", "", Vec::new())
                },
            );
        }
        rows.push(element("tr", "", cells));
    }
    let table = element(
        "table",
        "rubric__result",
        vec![element("thead", "", vec![element("tr", "", columns)]), element("tbody", "", rows)],
    );
    all(vec![table, paragraph("hint", if has_dots { words.dot_means } else { "" })])
}

fn header(scope: &'static str, name: String) -> Html {
    element_with("th", &["scope"], vec![scope.into()], vec![text(name)])
}

fn row_header(props: &Rubric, index: CompetencyIndex) -> Html {
    let competency = props.framework.competency(index);
    let is_level_of_all = match props.framework.level_rule.kind {
        RuleKind::Conjunctive | RuleKind::PerCompetency => true,
        RuleKind::Contrast | RuleKind::Stages => false,
    };
    // Where steps do not include those below, the highest one that is met says how far the competency goes.
    let counts_below = is_level_of_all && competency.cumulative == Cumulative::No && competency.steps.len() > 1;
    let hint = if counts_below { props.words.highest_counts } else { "" };
    let name = vec![text(competency.name.clone()), text_in("small", "", hint)];
    element_with("th", &["scope"], vec!["row".into()], name)
}

fn tick(props: &Rubric, step: StepRef) -> Html {
    let framework = props.framework;
    let level = &framework.level(framework.step(step).level).name;
    let label = (props.words.met)(&framework.competency(step.competency).name, level);
    let names = &["type", "aria-label"];
    let tick = element_with("input", names, vec!["checkbox".into(), label.into()], Vec::new());
    element("td", "", vec![element("label", "rubric__tick", vec![tick])])
}

fn dot(words: &RubricWords) -> Html {
    let dot = element_with("span", &["aria-hidden"], vec!["true".into()], vec![text("•")]);
    element("td", "", vec![dot, text_in("span", "rubric__unseen", words.also_expected)])
}

/// The advice from each level held to each level aimed at, lowest first.
fn advice(props: &Rubric) -> Html {
    let mut content: Vec<(&Advice, Vec<Html>)> = Vec::new();
    let mut sorted: Vec<_> = props.framework.advice.iter().collect();
    sorted.sort_by_key(|advice| (advice.from, advice.to));
    for advice in sorted {
        match content.last_mut() {
            Some((first, entries)) if (first.from, first.to) == (advice.from, advice.to) => {
                entries.push(advice_entry(props, advice));
            }
            _ => content.push((advice, vec![advice_entry(props, advice)])),
        }
    }
    let ways = content.into_iter().map(|(first, entries)| {
        let name = heading(props.heading_level + 2, "rubric__name", way(props, first).into());
        element("section", "rubric__way", vec![name, list("", entries)])
    });
    all(ways.collect())
}

/// From which level to which.
fn way(props: &Rubric, advice: &Advice) -> String {
    let Rubric { framework, words, .. } = *props;
    let to = &framework.level(advice.to).name;
    match advice.from {
        None => (words.words.focus_toward)(to),
        Some(from) if from == advice.to => (words.words.focus_within)(to),
        Some(from) => (words.from_to)(&framework.level(from).name, to),
    }
}

fn advice_entry(props: &Rubric, advice: &Advice) -> Html {
    let Rubric { framework, words, .. } = *props;
    let condition =
        advice.when.map(|(question, option)| (words.if_marked)(&framework.situation[question].options[option].text));
    let about = advice.competency.map(|index| format!("{}: ", framework.competency(index).name));
    let whose = if advice.stated { words.words.stated_by_source } else { words.words.derived_by_us };
    all(vec![
        text_in("strong", "", about.unwrap_or_default()),
        text(condition.unwrap_or_default()),
        text(advice.text.clone()),
        text(" "),
        tag(whose, ""),
    ])
}
