//! The result: headline with its limits, radar and table, focus, and the ways to keep it. The rest is folded below.

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::focus::{self, Plan};
use crate::assessment::framework::{Framework, StepRef};
use crate::assessment::scoring::{self, Assessment, Contradiction};
use crate::assessment::whose::Whose;
use crate::drawing::radar::series::Series;
use crate::state::{Jump, Loss, Msg, Request};
use crate::ui::answer_list::{AnswerList, answer_list};
use crate::ui::focus_list::{FocusList, focus_list};
use crate::ui::ladder::{Ladder, ladder};
use crate::ui::parts::{
    Look, authors_text, button, changing, fold, lead_caveat, marked_as, screen_heading, statements, subheading,
    subheading_to,
};
use crate::ui::profile_table::{ProfileTable, profile_table};
use crate::ui::radar_chart::{RadarChart, radar_chart};
use crate::ui::start::rule;
use crate::words::{self, ResultWords, Words};

/// Props of the result screen.
pub struct Results<'a> {
    /// The framework of the assessment.
    pub framework: &'a Framework,
    /// The answers in it.
    pub answers: &'a Answers,
    /// `true` if the result cannot be changed, because it was shared, saved or remembered.
    pub is_read_only: bool,
    /// The line above the headline.
    pub eyebrow: &'static str,
    /// The owner or origin of the result, which names its outline and says who rated.
    pub whose: &'a Whose,
    /// Content above the result.
    pub before: Html,
    /// The question about what the person wants next, inside the focus section.
    pub wish: Html,
    /// The ways to keep the result, after the focus.
    pub take_away: Html,
    /// The results to compare with, among the folded sections.
    pub after: Html,
    /// The level of the screen's heading, from 1 to 5.
    pub heading_level: u8,
    /// The texts.
    pub words: &'static ResultWords,
    /// Receives what the person does.
    pub send: &'a Callback<Msg>,
}

/// Renders the screen of a result, or a message that nothing is answered yet.
pub fn results(props: &Results) -> Html {
    let Results { framework, answers, words, heading_level, .. } = *props;
    let Some(assessment) = &scoring::assess(framework, answers) else { return nothing_yet(props) };
    let plan = &focus::plan(framework, answers, assessment);
    let wish = props.wish.clone();
    let key = &situation_key(props);
    html! {
        <section class="result" key={if props.is_read_only { "read-only" } else { "result" }}>
            { props.before.clone() }
            { opening(props, assessment, plan) }
            if assessment.applies {
                { jumps(props) }
                { profile(props, assessment, plan, key) }
                { focus_list(&FocusList { framework, assessment, plan, wish, key, heading_level, words }) }
            }
            { props.take_away.clone() }
            { subheading_to(heading_level + 1, words.more, Jump::More) }
            <div class="folds">
                { lines(props, words.differences, words::differences(words, framework, assessment)) }
                { ladder(&Ladder { framework, assessment, heading_level, words }) }
                { lines(props, words.strengths, words::strengths(words, framework, assessment)) }
                { contradictions(props, assessment) }
                { open(props, assessment) }
                { presumed(props, assessment) }
                { lines(props, words.your_notes, notes(props)) }
                { about(props) }
                { props.after.clone() }
                if !props.is_read_only {
                    { change_answers(props) }
                }
            </div>
            if !props.is_read_only {
                { ways_back(props) }
            }
        </section>
    }
}

fn nothing_yet(props: &Results) -> Html {
    let words = props.words;
    html! {
        <section class="result" key="result">
            { props.before.clone() }
            <p class="eyebrow">{ authors_text(words.words, props.framework, &props.framework.title) }</p>
            { screen_heading(props.heading_level, words.no_result) }
            <div class="actions">
                if !props.is_read_only {
                    { button(Look::Primary, words.to_the_statements, props.send, Msg::Back) }
                }
            </div>
            { props.after.clone() }
        </section>
    }
}

fn opening(props: &Results, assessment: &Assessment, plan: &Plan) -> Html {
    let Results { framework, answers, words, heading_level, .. } = *props;
    html! {
        <>
            <p class="eyebrow">{ format!("{} · {}", props.eyebrow, framework.title) }</p>
            { screen_heading(heading_level, words::headline(words, framework, assessment)) }
            if let Some(second) = words::second_line(words, framework, assessment) {
                <p class="lead">{ second }</p>
            }
            { lead_caveat(words.words, framework) }
            if !assessment.named.unmet.is_empty() || !assessment.named.open.is_empty() {
                <div class="panel" part="panel">
                    { subheading(heading_level + 1, words.stands_between) }
                    { statements(words.words, framework, &assessment.named.unmet) }
                    if !assessment.named.open.is_empty() {
                        <p class="label">{ words.open_statements }</p>
                        { statements(words.words, framework, &assessment.named.open) }
                    }
                </div>
            }
            for note in words::notes(words, framework, answers, assessment, plan) {
                <p>{ changing(note.into()) }</p>
            }
            if let Some(roll_up) = words::roll_up(words, framework) {
                <p class="hint">{ roll_up }</p>
            }
            <p class="hint">{ words::caution(words, props.whose) }</p>
        </>
    }
}

/// Renders links to the sections that a reader may want to jump to.
fn jumps(props: &Results) -> Html {
    let Results { words, send, .. } = *props;
    let jump = |label, to| button(Look::Link, label, send, Msg::Ask(Request::Jump(to)));
    html! {
        <p class="jumps on-screen">
            { jump(words.profile, Jump::Profile) }
            { jump(words.focus, Jump::Focus) }
            if !props.is_read_only {
                { jump(words.take_away, Jump::TakeAway) }
            }
            { jump(words.more, Jump::More) }
        </p>
    }
}

/// Returns a key for the content that depends on the situation. The key replaces the content as a whole, because a page
/// translator may have replaced its texts.
fn situation_key(props: &Results) -> String {
    let options = (0..props.framework.situation.len()).map(|question| props.answers.option(question));
    options.map(|option| option.map_or_else(|| "-".to_owned(), |option| option.to_string())).collect()
}

fn profile(props: &Results, assessment: &Assessment, plan: &Plan, key: &str) -> Html {
    let Results { framework, words, heading_level, .. } = *props;
    let series = &[Series::new(&words::series_name(words, props.whose), assessment)];
    let target = plan.to;
    html! {
        <section {key}>
            { subheading_to(heading_level + 1, words.profile, Jump::Profile) }
            { radar_chart(&RadarChart { framework, series, target, words }) }
            { profile_table(&ProfileTable { framework, assessment, target, words }) }
        </section>
    }
}

/// Renders a folded section with a list of lines; nothing if there are none.
fn lines(props: &Results, title: &'static str, lines: Vec<String>) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    let list = html! {
        <ul>
            for line in lines {
                <li>{ line }</li>
            }
        </ul>
    };
    fold(props.heading_level, title, list)
}

fn contradictions(props: &Results, assessment: &Assessment) -> Html {
    if assessment.contradictions.is_empty() {
        return html! {};
    }
    let list = html! {
        <ul>
            for each in &assessment.contradictions {
                <li>{ contradiction(props, each) }</li>
            }
        </ul>
    };
    fold(props.heading_level, props.words.contradictions, list)
}

fn contradiction(props: &Results, &Contradiction { met, unmet }: &Contradiction) -> Html {
    let Results { framework, words, send, .. } = *props;
    let competency = &framework.competency(met.competency).name;
    let [met_level, unmet_level] = [met, unmet].map(|step| level_name(framework, step));
    html! {
        <>
            { (words.contradiction)(competency, met_level, unmet_level) }
            if !props.is_read_only {
                <div class="actions">
                    { button(Look::Small, &(words.check_step)(met_level), send, Msg::Review(met)) }
                    { button(Look::Small, &(words.check_step)(unmet_level), send, Msg::Review(unmet)) }
                </div>
            }
        </>
    }
}

fn open(props: &Results, assessment: &Assessment) -> Html {
    let words = props.words;
    if assessment.open.is_empty() {
        return html! {};
    }
    let content = html! {
        <>
            <p class="hint">{ words.open_hint }</p>
            { statements(words.words, props.framework, &assessment.open) }
        </>
    };
    fold(props.heading_level, &(words.open_heading)(assessment.open.len()), content)
}

/// Renders what the short route presumed, and what it left out.
fn presumed(props: &Results, assessment: &Assessment) -> Html {
    let Results { framework, answers, words, send, heading_level, .. } = *props;
    let (presumed, left_out) = (assessment.presumed.len(), assessment.left_out.len());
    if presumed + left_out == 0 {
        return html! {};
    }
    let content = html! {
        <>
            <p>{ (words.answered)(answers.rated(), framework.indicators.len()) }</p>
            if presumed > 0 {
                <p>{ (words.presumed)(presumed) }</p>
            }
            if left_out > 0 {
                <p>{ (words.left_out)(left_out) }</p>
            }
            if !props.is_read_only {
                { button(Look::Plain, words.words.answer_everything, send, Msg::AnswerEverything) }
            }
            if presumed > 0 {
                <p class="label">{ words.presumed_list }</p>
                { statements(words.words, framework, &assessment.presumed) }
            }
        </>
    };
    fold(heading_level, words.short_route, content)
}

fn notes(props: &Results) -> Vec<String> {
    let Results { framework, answers, .. } = props;
    let notes = answers.notes().into_iter();
    notes.map(|(competency, note)| format!("{}: {note}", framework.competency(competency).name)).collect()
}

/// Renders the limits of the framework, its rule and its source.
fn about(props: &Results) -> Html {
    let Results { framework, words, heading_level, .. } = *props;
    let source = html! {
        <>
            { attribution(words.words, framework) }
            if let Some(own_words) = words::own_words(words, framework) {
                <p class="hint">{ format!("{own_words} {}", words.words.ours_hint) }</p>
            }
        </>
    };
    html! {
        <>
            if !framework.caveats.is_empty() {
                { fold(heading_level, words.limits, limits(words.words, framework)) }
            }
            { fold(heading_level, words.read_by, rule(words.words, framework)) }
            if framework.source.is_some() {
                { fold(heading_level, words.source, source) }
            }
        </>
    }
}

/// Renders the limits of a framework, with a badge on those that we added.
pub fn limits(words: &Words, framework: &Framework) -> Html {
    html! {
        if !framework.caveats.is_empty() {
            <ul>
                for caveat in &framework.caveats {
                    <li>
                        { authors_text(words, framework, &caveat.text) }
                        { marked_as(words::whose_limit(words, framework, caveat.stated)) }
                    </li>
                }
            </ul>
        }
    }
}

/// Renders the article behind a framework.
pub fn attribution(words: &Words, framework: &Framework) -> Html {
    html! {
        if let Some(attribution) = words::attribution(words, framework) {
            <p>{ attribution }</p>
        }
    }
}

fn change_answers(props: &Results) -> Html {
    let Results { framework, answers, words, heading_level, send, .. } = *props;
    let content = answer_list(&AnswerList { framework, answers, words, send });
    html! { <div class="on-screen">{ fold(heading_level, words.your_answers, content) }</div> }
}

fn ways_back(props: &Results) -> Html {
    let Results { words, send, .. } = *props;
    html! {
        <div class="actions on-screen">
            { button(Look::Plain, words.words.back, send, Msg::Back) }
            { button(Look::Quiet, words.start_over, send, Msg::AskToLose(Loss::Answers)) }
        </div>
    }
}

/// Returns the name of the level that a step belongs to.
fn level_name(framework: &Framework, step: StepRef) -> &str {
    &framework.level(framework.step(step).level).name
}
