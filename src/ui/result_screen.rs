//! The screens of a result: the reader's own, and one that was brought or remembered.

use yew::prelude::*;

use crate::assessment::answers::Answers;
use crate::assessment::framework::Framework;
use crate::assessment::scoring;
use crate::browser::json::{self, Value};
use crate::report::data;
use crate::state::{Pick, State};
use crate::ui::brought::{Brought, brought, eyebrow};
use crate::ui::results::{Results, results};
use crate::ui::take_away::{TakeAway, take_away};
use crate::ui::widget::{WidgetProps, results_at_hand};
use crate::words::{self, Words};

/// The reader's own result.
pub fn own(props: &WidgetProps, state: &State) -> Html {
    let words = words::english(state.subject);
    results(&Results {
        framework: &state.framework,
        answers: &state.answers,
        is_read_only: false,
        eyebrow: words.your_result,
        before: Html::default(),
        take_away: take_away(&TakeAway {
            subject: state.subject,
            has_links: props.has_links,
            can_send: props.can_share,
            can_remember: props.persists,
            done: state.done.as_ref(),
            heading_level: props.heading_level,
            words,
            send: &props.send,
        }),
        after: results_at_hand(props, state),
        heading_level: props.heading_level,
        words,
        send: &props.send,
    })
}

/// A result that was brought or remembered.
pub fn read_only(props: &WidgetProps, state: &State, pick: Pick) -> Html {
    let Some(result) = state.result(pick) else { return Html::default() };
    let whose = state.whose(pick);
    let words = words::english(state.reads_about(&whose));
    results(&Results {
        framework: &state.framework,
        answers: &result.answers,
        is_read_only: true,
        eyebrow: eyebrow(words, &whose),
        before: brought(&Brought {
            pick,
            whose,
            dropped: result.dropped,
            has_own: state.answers.rated() > 0,
            is_adoptable: result.subject == state.subject,
            words,
            send: &props.send,
        }),
        take_away: Html::default(),
        after: results_at_hand(props, state),
        heading_level: props.heading_level,
        words,
        send: &props.send,
    })
}

/// Answers in one line, for a list of results.
pub fn headline(words: &Words, framework: &Framework, answers: &Answers) -> String {
    scoring::assess(framework, answers)
        .map_or_else(|| words.no_result.to_owned(), |assessment| words::headline(words, framework, &assessment))
}

/// The report of the reader's own result; `None` where nothing is answered.
pub fn report(state: &State) -> Option<Value> {
    let State { framework, answers, subject, .. } = state;
    let assessment = scoring::assess(framework, answers)?;
    Some(json::to_value(&data::report(words::english(*subject), framework, answers, Some(&assessment))))
}
