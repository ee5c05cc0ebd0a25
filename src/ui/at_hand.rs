//! The results at hand: one's own, those that links and files brought, and those that the device remembers.

use yew::prelude::*;

use crate::assessment::framework::Framework;
use crate::assessment::history::HistoryError;
use crate::assessment::scoring;
use crate::assessment::share_link::SharedResult;
use crate::state::{Aside, Loss, Msg, Notice, Pick, Request, Whose};
use crate::ui::notice_line::line;
use crate::ui::parts::{
    LINK, QUIET, SMALL, all, button, element, element_with, input, list, nothing, paragraph, section, text, text_field,
    text_in, toggle,
};
use crate::words::{self, Words};

pub struct AtHand<'a> {
    pub framework: &'a Framework,
    pub results: Vec<(Pick, Whose, SharedResult)>,
    /// The result chosen to be compared with the next one.
    pub picked: Option<Pick>,
    /// Why results that the device keeps cannot be shown.
    pub history_problem: Option<HistoryError>,
    /// Whether the device keeps anything of any framework.
    pub has_history: bool,
    /// Why what was pasted is no result.
    pub paste_problem: Option<Notice>,
    pub heading_level: u8,
    pub words: &'static Words,
    pub send: &'a Callback<Msg>,
    pub on_paste: Callback<InputEvent>,
    pub on_file: Callback<Event>,
}

pub fn at_hand(props: &AtHand) -> Html {
    let AtHand { words, send, .. } = props;
    let problem = match props.history_problem {
        None => "",
        Some(HistoryError::Unreadable) => words.history_unreadable,
        Some(HistoryError::NewerFormat { .. }) => words.history_newer,
    };
    let forget = if props.has_history || props.history_problem.is_some() {
        button(QUIET, words.forget_everything, send, Msg::AskToLose(Loss::Everything))
    } else {
        nothing()
    };
    let entries = props.results.iter().map(|result| entry(props, result)).collect();
    let content = vec![
        paragraph("hint", words.at_hand_hint),
        paragraph("", problem),
        list("at-hand", entries),
        paste(props),
        file(props),
        element("div", "actions actions--aside", vec![forget]),
    ];
    element("div", "on-screen", vec![section(props.heading_level, words.at_hand, content)])
}

fn entry(props: &AtHand, (pick, whose, result): &(Pick, Whose, SharedResult)) -> Html {
    let AtHand { framework, words, send, picked, .. } = props;
    let headline = scoring::assess(framework, &result.answers)
        .map_or_else(|| words.no_result.to_owned(), |assessment| words::headline(words, framework, &assessment));
    let is_picked = *picked == Some(*pick);
    let compare = if picked.is_some() && !is_picked { words.compare_with_this } else { words.compare };
    let mut buttons = vec![toggle(compare, is_picked, send, Msg::Pick(*pick))];
    if *pick != Pick::Own {
        buttons.push(button(SMALL, words.open_result, send, Msg::Show(Aside::Result(*pick))));
    }
    if let Pick::Remembered(index) = *pick {
        buttons.push(button(LINK, words.delete, send, Msg::Ask(Request::Forget(index))));
    }
    all(vec![
        text_in("strong", "", words::whose(words, whose)),
        text(" · "),
        text(headline),
        element("div", "actions actions--aside", buttons),
    ])
}

fn paste(props: &AtHand) -> Html {
    let words = props.words;
    let problem = props.paste_problem.map(|problem| line(words, problem)).unwrap_or_default();
    let names = &["class", "role"];
    all(vec![
        text_field(words.paste_link.into(), "".into(), None, props.on_paste.clone()),
        element_with("p", names, vec!["reminder".into(), "status".into()], vec![text(problem)]),
    ])
}

fn file(props: &AtHand) -> Html {
    let values = vec!["file".into(), ".json,application/json".into()];
    let field = input(&["type", "accept"], values, false, props.on_file.clone());
    element("label", "note", vec![text_in("span", "", props.words.open_file), field])
}
