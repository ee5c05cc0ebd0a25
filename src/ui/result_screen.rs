//! The screens of a result: the reader's own, and one that was brought or remembered.

use yew::prelude::*;

use crate::assessment::answers::{Answers, Subject};
use crate::assessment::framework::{Framework, SituationKind};
use crate::assessment::scoring;
use crate::browser::json::{self, Value};
use crate::report::data;
use crate::state::{Pick, State};
use crate::ui::brought::{Brought, brought, eyebrow};
use crate::ui::parts::{foldable, more};
use crate::ui::results::{Results, results};
use crate::ui::situation::ask;
use crate::ui::take_away::{TakeAway, take_away};
use crate::ui::widget::{WidgetProps, results_at_hand};
use crate::words::{self, ResultWords};

/// Renders the reader's own result.
pub fn own(props: &WidgetProps, state: &State) -> Html {
    let words = words::english_result(state.subject);
    results(&Results {
        framework: &state.framework,
        answers: &state.answers,
        is_read_only: false,
        eyebrow: words.your_result,
        whose: &state.whose(Pick::Own),
        before: Html::default(),
        wish: wish(props, state),
        take_away: take_away(&TakeAway {
            subject: state.subject,
            has_links: props.has_links,
            can_send: props.can_share,
            can_remember: props.persists,
            own_page: props.own_page.as_ref(),
            done: state.done.as_ref(),
            heading_level: props.heading_level,
            words,
            send: &props.send,
        }),
        after: to_compare(props, state, words),
        heading_level: props.heading_level,
        words,
        send: &props.send,
    })
}

/// Renders the results at hand, folded until there is another one to compare with, or a message about them.
fn to_compare(props: &WidgetProps, state: &State, words: &'static ResultWords) -> Html {
    let is_open = state.at_hand().len() > 1 || state.history_problem.is_some() || state.paste_problem.is_some();
    foldable(props.heading_level, words.words.at_hand, is_open, results_at_hand(props, state))
}

/// Renders the questions about the direction that the person wants to take. Nobody else can answer them.
fn wish(props: &WidgetProps, state: &State) -> Html {
    let State { framework, answers, subject, .. } = state;
    let is_asked = |kind| matches!(kind, SituationKind::Next | SituationKind::Path) && *subject == Subject::Oneself;
    let words = words::english_result(*subject);
    html! {
        <div class="on-screen">
            for (index, question) in framework.situation.iter().enumerate() {
                if is_asked(question.kind) {
                    { more(words.your_wish, ask(framework, answers, index, props.instance, words.words, &props.send)) }
                }
            }
        </div>
    }
}

/// Renders a result that was brought or remembered.
pub fn read_only(props: &WidgetProps, state: &State, pick: Pick) -> Html {
    let Some(result) = state.result(pick) else { return Html::default() };
    let whose = state.whose(pick);
    let words = words::english_result(state.reads_about(&whose));
    results(&Results {
        framework: &state.framework,
        answers: &result.answers,
        is_read_only: true,
        eyebrow: eyebrow(words, &whose),
        whose: &whose,
        before: brought(&Brought {
            pick,
            whose: &whose,
            dropped: result.dropped,
            has_own: state.answers.rated() > 0,
            is_adoptable: result.subject == state.subject,
            words,
            send: &props.send,
        }),
        wish: Html::default(),
        take_away: Html::default(),
        after: to_compare(props, state, words),
        heading_level: props.heading_level,
        words,
        send: &props.send,
    })
}

/// Summarizes answers in one line, for a list of results.
pub fn headline(subject: Subject, framework: &Framework, answers: &Answers) -> String {
    let words = words::english_result(subject);
    scoring::assess(framework, answers)
        .map_or_else(|| words.no_result.to_owned(), |assessment| words::headline(words, framework, &assessment))
}

/// Creates the report of the reader's own result; `None` if nothing is answered.
pub fn report(state: &State) -> Option<Value> {
    let State { framework, answers, subject, .. } = state;
    let assessment = scoring::assess(framework, answers)?;
    Some(json::to_value(&data::report(words::english_result(*subject), framework, answers, Some(&assessment))))
}
