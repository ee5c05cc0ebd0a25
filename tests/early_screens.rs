//! The screens that work before the program is there are those that the program draws itself.

mod support;

use std::rc::Rc;

use next_rung::assessment::answers::{Route, Subject};
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::Framework;
use next_rung::assessment::route;
use next_rung::formats::{draft, framework_file};
use next_rung::state::{Msg, State, update};
use next_rung::ui::prerendered::early_screens;
use next_rung::ui::widget::{WidgetProps, widget};
use next_rung::words::{ENGLISH, byline};
use support::{file_with, published, render};

fn situation(framework: &Rc<Framework>) -> State {
    update(&State::new(Rc::clone(framework), Subject::Oneself), Msg::Begin)
}

#[test]
fn each_is_what_the_widget_draws_from_its_draft() {
    for id in PUBLISHED {
        let framework = Rc::new(published(id));
        for (index, early) in early_screens(&framework, 1).0.into_iter().enumerate() {
            let text = serde_json::to_string(&draft::write(&framework, &early.state.draft())).expect("it is JSON");
            let document: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
            let (draft, dropped) = draft::read(&framework, &document).expect("it is a draft");
            assert_eq!(dropped, 0);
            let resumed = State::resume(Rc::clone(&framework), Subject::Oneself, draft);
            let own = render(widget(&WidgetProps::rendered(index + 1, 1), &resumed));
            assert_eq!(render(early.content), own, "{id}: screen {index}");
        }
    }
}

#[test]
fn each_situation_leads_to_the_card_that_the_program_shows_first() {
    for id in PUBLISHED {
        let framework = Rc::new(published(id));
        let (screens, first_cards) = early_screens(&framework, 1);
        let cards: Vec<&State> = screens.iter().skip(2).map(|early| &early.state).collect();
        let questions = framework.situation.iter().enumerate();
        let choices: Vec<Msg> = questions
            .flat_map(|(question, asked)| (0..asked.options.len()).map(move |option| Msg::Choose { question, option }))
            .collect();
        let mut states = vec![situation(&framework)];
        for first in &choices {
            for second in &choices {
                states.push(update(&update(&situation(&framework), first.clone()), second.clone()));
            }
        }
        for state in states {
            let chosen: Vec<&str> = framework
                .situation
                .iter()
                .enumerate()
                .filter_map(|(question, asked)| Some(asked.options[state.answers.option(question)?].id.as_str()))
                .collect();
            // As src/browser/early.js chooses.
            let telling = first_cards.options.iter().find(|(option, _)| chosen.contains(&option.as_str()));
            let card = telling.map_or(first_cards.short, |&(_, card)| card);
            let shown = update(&state, Msg::LeaveSituation);
            assert_eq!(shown.screen, cards[card].screen, "{id}: {chosen:?}");
        }
        if route::has_choice(&framework) {
            let full = update(&update(&situation(&framework), Msg::Take(Route::Everything)), Msg::LeaveSituation);
            assert_eq!(full.screen, cards[first_cards.everything].screen, "{id}");
            assert_eq!(cards[first_cards.everything].answers.route, Route::Everything, "{id}");
        }
    }
}

#[test]
fn start_and_situation_say_what_a_first_visit_needs() {
    for id in PUBLISHED {
        let framework = Rc::new(published(id));
        let screens: Vec<_> =
            early_screens(&framework, 1).0.into_iter().map(|early| text_of(&render(early.content))).collect();
        let byline = byline(&ENGLISH, &framework);
        for text in
            [&framework.title, &framework.summary, &byline, ENGLISH.begin, ENGLISH.how_it_reads, ENGLISH.has_result]
        {
            assert!(screens[0].contains(text), "{id}: nowhere on the start screen: {text}");
        }
        let questions = framework.situation.iter().map(|question| question.text.as_str());
        for text in questions.chain([ENGLISH.situation, ENGLISH.carry_on]) {
            assert!(screens[1].contains(text), "{id}: nowhere on the situation screen: {text}");
        }
    }
}

fn text_of(html: &str) -> String {
    scraper::Html::parse_fragment(html).root_element().text().collect()
}

#[test]
fn a_card_with_descriptions_to_choose_from_is_left_to_the_program() {
    let mut file = file_with("short", &[]);
    file["competencies"].as_array_mut().expect("a list").swap(0, 1);
    let framework = Rc::new(framework_file::read(&file.to_string()).expect("the order does not matter"));
    let screens = early_screens(&framework, 1).0;
    assert_eq!(screens.len(), 2, "start and situation");
}
