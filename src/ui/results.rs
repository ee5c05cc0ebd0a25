//! The result: headline and rule, radar and table, focus, ladder, strengths, contradictions, open answers, and source.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Route};
use crate::assessment::focus::{self, Plan};
use crate::assessment::framework::{Caveat, Framework, RuleKind, StepRef};
use crate::assessment::radar::series::Series;
use crate::assessment::scoring::{self, Assessment, Contradiction};
use crate::state::{Loss, Msg};
use crate::ui::answer_list::{AnswerList, answer_list};
use crate::ui::focus_list::{FocusList, focus_list};
use crate::ui::ladder::{Ladder, ladder};
use crate::ui::parts::{
    PLAIN, PRIMARY, QUIET, SMALL, all, button, element, list, more, nothing, paragraph, part, screen, screen_heading,
    section, statements, subheading, tag, text,
};
use crate::ui::profile_table::{ProfileTable, profile_table};
use crate::ui::radar_chart::{RadarChart, radar_chart};
use crate::ui::start::rule;
use crate::words::{self, Words};

/// The screen's key among the screens.
const RESULT: usize = 2;
/// The key of a result to be read only.
const READ_ONLY: usize = usize::MAX;

/// What a result is shown of.
pub struct Results<'a> {
    /// The framework that was taken.
    pub framework: &'a Framework,
    /// What was answered.
    pub answers: &'a Answers,
    /// Whether it is to be read only: shared by somebody, or remembered.
    pub is_read_only: bool,
    /// Whose result it is, above its headline.
    pub eyebrow: &'static str,
    /// What can be done with it, above the result itself.
    pub before: Html,
    /// After the focus.
    pub take_away: Html,
    /// At the end.
    pub after: Html,
    /// The level of the screen's heading, from 1 to 5.
    pub heading_level: u8,
    /// The language.
    pub words: &'static Words,
    /// Takes what the person does.
    pub send: &'a Callback<Msg>,
}

/// The screen of a result, or that nothing is answered yet.
pub fn results(props: &Results) -> Html {
    let Results { framework, answers, words, heading_level, .. } = *props;
    let Some(assessment) = &scoring::assess(framework, answers) else { return nothing_yet(props) };
    let plan = &focus::plan(framework, answers, assessment);
    let series = &[Series::new(words.you, assessment)];
    let has_level_above = framework.level_after(assessment.level.low).is_some();
    let (own, key) = if props.is_read_only { (nothing(), READ_ONLY) } else { (own_only(props), RESULT) };
    screen(
        "result",
        key,
        vec![
            props.before.clone(),
            opening(props, assessment, plan),
            section(
                heading_level,
                words.profile,
                vec![
                    radar_chart(&RadarChart { framework, series, target: plan.to, words }),
                    profile_table(&ProfileTable { framework, assessment, target: plan.to, words }),
                ],
            ),
            focus_list(&FocusList { framework, plan, has_level_above, heading_level, words }),
            props.take_away.clone(),
            lines(props, words.differences, words::differences(words, framework, assessment)),
            ladder(&Ladder { framework, assessment, heading_level, words }),
            lines(props, words.strengths, strengths(props, assessment)),
            contradictions(props, assessment),
            open(props, assessment),
            presumed(props, assessment),
            lines(props, words.your_notes, notes(props)),
            source(props),
            props.after.clone(),
            own,
        ],
    )
}

fn nothing_yet(props: &Results) -> Html {
    let words = props.words;
    let way_on = match props.is_read_only {
        true => nothing(),
        false => button(PRIMARY, words.to_the_statements, props.send, Msg::Back),
    };
    screen(
        "result",
        RESULT,
        vec![
            props.before.clone(),
            paragraph("eyebrow", props.framework.title.clone()),
            screen_heading(props.heading_level, words.no_result.into()),
            element("div", "actions", vec![way_on]),
            props.after.clone(),
        ],
    )
}

fn opening(props: &Results, assessment: &Assessment, plan: &Plan) -> Html {
    let Results { framework, answers, words, heading_level, .. } = *props;
    let mut parts = vec![
        paragraph("eyebrow", format!("{} · {}", props.eyebrow, framework.title)),
        screen_heading(heading_level, words::headline(words, framework, assessment).into()),
    ];
    if let Some(strict) = words::strict_reading(words, framework, assessment) {
        parts.push(paragraph("lead", strict));
    }
    if let Some(but_for) = &assessment.but_for {
        parts.push(part(
            "div",
            "panel",
            vec![subheading(heading_level + 1, words.stands_between), statements(words, framework, &but_for.unmet)],
        ));
    }
    let notes = words::notes(words, framework, answers, assessment, plan);
    parts.extend(notes.into_iter().map(|note| paragraph("", note)));
    if framework.level_rule.kind == RuleKind::PerCompetency {
        parts.push(paragraph("hint", words.roll_up_ours));
    }
    parts.push(paragraph("hint", words.self_rating_caution));
    all(parts)
}

/// A section with one line for each thing; nothing where there is none.
fn lines(props: &Results, title: &'static str, lines: Vec<String>) -> Html {
    if lines.is_empty() {
        return nothing();
    }
    section(props.heading_level, title, vec![list("", lines.into_iter().map(text).collect())])
}

/// The highest step above the person's level in each competency.
fn strengths(props: &Results, assessment: &Assessment) -> Vec<String> {
    let Results { framework, words, .. } = props;
    let strengths = &assessment.strengths;
    let mut lines = Vec::new();
    for (index, step) in strengths.iter().enumerate() {
        if strengths.get(index + 1).is_none_or(|next| next.competency != step.competency) {
            let name = &framework.competency(step.competency).name;
            lines.push((words.strength)(name, level_name(framework, *step)));
        }
    }
    lines
}

fn contradictions(props: &Results, assessment: &Assessment) -> Html {
    let Results { framework, words, send, .. } = props;
    if assessment.contradictions.is_empty() {
        return nothing();
    }
    let check = |step: StepRef| button(SMALL, (words.check_step)(level_name(framework, step)), send, Msg::Review(step));
    let entry = |each: &Contradiction| {
        let competency = &framework.competency(each.met.competency).name;
        let (met, unmet) = (level_name(framework, each.met), level_name(framework, each.unmet));
        let checks = vec![check(each.met), check(each.unmet)];
        let checks = if props.is_read_only { nothing() } else { element("div", "actions", checks) };
        all(vec![text((words.contradiction)(competency, met, unmet)), checks])
    };
    let entries = assessment.contradictions.iter().map(entry).collect();
    section(props.heading_level, words.contradictions, vec![list("", entries)])
}

fn open(props: &Results, assessment: &Assessment) -> Html {
    let words = props.words;
    match assessment.open.len() {
        0 => nothing(),
        count => more(
            (words.open_heading)(count).into(),
            vec![paragraph("hint", words.open_hint), statements(words, props.framework, &assessment.open)],
        ),
    }
}

fn presumed(props: &Results, assessment: &Assessment) -> Html {
    let Results { framework, answers, words, .. } = props;
    let (rated, statement_count) = (answers.rated(), framework.indicators.len());
    if rated == statement_count || answers.route == Route::Everything {
        return nothing();
    }
    let list = match assessment.presumed.as_slice() {
        [] => nothing(),
        presumed => more(words.presumed_list.into(), vec![statements(words, framework, presumed)]),
    };
    let everything = match props.is_read_only {
        true => nothing(),
        false => button(PLAIN, words.answer_everything, props.send, Msg::AnswerEverything),
    };
    part("div", "panel", vec![paragraph("", (words.presumed)(rated, statement_count)), everything, list])
}

fn notes(props: &Results) -> Vec<String> {
    let Results { framework, answers, .. } = props;
    let with_note = framework.competency_indices().filter(|&each| !answers.note(each).is_empty());
    with_note.map(|each| format!("{}: {}", framework.competency(each).name, answers.note(each))).collect()
}

fn source(props: &Results) -> Html {
    let Results { framework, words, heading_level, .. } = *props;
    element(
        "div",
        "about",
        vec![
            section(heading_level, words.read_by, vec![rule(words, framework)]),
            section(heading_level, words.limits, vec![limits(words, framework)]),
            section(
                heading_level,
                words.source,
                vec![attribution(words, framework), paragraph("hint", words.own_words)],
            ),
        ],
    )
}

/// The limits of a framework, with a mark on those that are our remarks.
pub fn limits(words: &Words, framework: &Framework) -> Html {
    let caveat = |caveat: &Caveat| {
        let whose = if caveat.stated { nothing() } else { tag(words.limit_ours, "") };
        all(vec![text(caveat.text.clone()), whose])
    };
    list("", framework.caveats.iter().map(caveat).collect())
}

/// The article behind a framework.
pub fn attribution(words: &Words, framework: &Framework) -> Html {
    let source = &framework.source;
    let note = source.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    paragraph("", format!("“{}”, {}.{note}", source.title, words::byline(words, source)))
}

/// What can be changed in one's own answers, and the ways back.
fn own_only(props: &Results) -> Html {
    let Results { framework, answers, words, heading_level, send, .. } = *props;
    let ways = vec![
        button(PLAIN, words.back, send, Msg::Back),
        button(QUIET, words.start_over, send, Msg::AskToLose(Loss::Answers)),
    ];
    let answers = answer_list(&AnswerList { framework, answers, heading_level, words, send });
    element("div", "on-screen", vec![answers, element("div", "actions", ways)])
}

/// The name of the level that a step belongs to.
fn level_name(framework: &Framework, step: StepRef) -> &str {
    &framework.level(framework.step(step).level).name
}
