//! Competencies in which the person chooses the description that fits, instead of rating statements.

#[path = "support/reading.rs"]
mod reading;
mod support;

use std::rc::Rc;

use next_rung::assessment::answers::{Rating, Subject};
use next_rung::assessment::framework::{CompetencyIndex, IndicatorIndex, LevelIndex};
use next_rung::assessment::scoring::{Bounds, assess};
use next_rung::formats::draft::Screen;
use next_rung::state::{Msg, State};
use next_rung::ui::widget::{WidgetProps, widget};
use next_rung::words::ENGLISH;
use reading::{described, role_of, selector};
use scraper::Html;
use support::{after, answers, made_up, render, step_named};

const MENDING: CompetencyIndex = CompetencyIndex(1);
const CARD: &str = "mending-torn-and-loose-pages/1";

fn new() -> State {
    State::new(Rc::new(made_up("short")), Subject::Oneself)
}

/// Returns the state on the card of the competency to choose in.
fn at_card() -> State {
    let state = new();
    let answers = answers(&state.framework, "route=short lending/*:n");
    let state = after(State { answers, ..state }, [Msg::LeaveSituation]);
    assert_eq!(state.screen, Screen::Card(step_named(&state.framework, CARD)));
    state
}

fn ratings(state: &State) -> Vec<Option<Rating>> {
    (5..8).map(|index| state.answers.rating(IndicatorIndex(index))).collect()
}

#[test]
fn a_choice_shows_the_steps_up_to_it_and_none_above() {
    let state = after(at_card(), [Msg::Fit(MENDING, Some(2))]);
    assert_eq!(ratings(&state), [Rating::Consistently, Rating::Consistently, Rating::NotYet].map(Some));
    assert_eq!(state.answers.fitting(&state.framework, MENDING), Some(2));
    let assessment = assess(&state.framework, &state.answers).expect("something is answered");
    assert_eq!(assessment.competencies[1].met, Bounds { low: 2, high: 2 });
}

#[test]
fn none_of_these_yet_is_an_answer() {
    let state = after(at_card(), [Msg::Fit(MENDING, Some(0)), Msg::Next]);
    assert_eq!(ratings(&state), [Some(Rating::NotYet); 3]);
    assert_eq!(state.card().map(|card| card.competency), Some(CompetencyIndex(2)));
}

#[test]
fn one_card_is_for_all_steps_on_both_routes() {
    for route in ["short", "everything"] {
        let state = new();
        let answers = answers(&state.framework, &format!("route={route} lending/*:n reading-to-others/*:n"));
        let state = after(State { answers, ..state }, [Msg::LeaveSituation]);
        assert_eq!(state.screen, Screen::Card(step_named(&state.framework, CARD)), "{route}");
        assert_eq!(after(state, [Msg::Skip]).screen, Screen::Result, "{route}");
    }
}

#[test]
fn a_choice_can_be_changed_and_taken_back() {
    let chosen = after(at_card(), [Msg::Fit(MENDING, Some(1)), Msg::Fit(MENDING, Some(3))]);
    assert_eq!(ratings(&chosen), [Some(Rating::Consistently); 3]);
    assert_eq!(ratings(&after(chosen, [Msg::Fit(MENDING, None)])), [None; 3]);
}

#[test]
fn next_without_a_choice_reminds_and_stays() {
    let state = after(at_card(), [Msg::Next]);
    assert!(state.is_reminding);
    assert_eq!(state.screen, at_card().screen);
    let page = Html::parse_fragment(&render(widget(&WidgetProps::rendered(0, 2), &state)));
    let reminder = page.select(&selector(".reminder")).next().expect("there is a place for it");
    assert_eq!(reminder.text().collect::<String>().trim(), ENGLISH.still_to_choose);
}

#[test]
fn the_card_offers_each_description_with_its_name_and_none_of_them() {
    let state = after(at_card(), [Msg::Fit(MENDING, Some(2))]);
    let page = Html::parse_fragment(&render(widget(&WidgetProps::rendered(0, 2), &state)));
    let radios: Vec<_> = page.select(&selector("input[type=radio]")).map(described).collect();
    let expected = [
        "Helper Puts a torn book aside for somebody else.",
        "Keeper Mends a torn page with paste and paper. (checked)",
        "Warden Binds a whole book and teaches others how.",
        "None of these yet",
    ];
    assert_eq!(radios, expected);
    assert!(page.select(&selector("input")).all(|input| role_of(input).as_deref() == Some("radio")));
    let legend = page.select(&selector("legend")).next().expect("the group has a name");
    assert_eq!(legend.text().collect::<String>(), ENGLISH.which_fits);
}

#[test]
fn a_result_with_both_kinds_of_answers_has_a_level() {
    let state = new();
    let everything = answers(&state.framework, "lending/*:c mending-torn-and-loose-pages/*:c reading-to-others/*:c");
    let assessment = assess(&state.framework, &everything).expect("everything is answered");
    assert_eq!(assessment.level.single(), Some(Some(LevelIndex(2))));
}
