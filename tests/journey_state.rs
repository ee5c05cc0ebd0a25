//! The journey through the assessment: what each button does, and that no answer gets lost.

mod support;

use std::rc::Rc;

use next_rung::assessment::answers::{Rating, Route, Subject};
use next_rung::assessment::framework::{CompetencyIndex, IndicatorIndex, StepRef};
use next_rung::formats::draft::Screen;
use next_rung::state::{Loss, Msg, Notice, State};
use support::{after, answers, draft_text, made_up, read_draft, statements, step_name, step_named, steps};

fn new() -> State {
    State::new(Rc::new(made_up("ladder")), Subject::Oneself)
}

fn step(name: &str) -> StepRef {
    step_named(&made_up("ladder"), name)
}

fn statement(id: &str) -> IndicatorIndex {
    made_up("ladder").find_indicator(id).expect("it is a statement of the framework")
}

fn rate(id: &str, rating: Rating) -> Msg {
    Msg::Rate(statement(id), rating)
}

/// Rates everything on the current card and continues.
#[track_caller]
fn answer_card(state: &State, rating: Rating) -> State {
    let card = state.card().expect("a card is on screen");
    assert!(state.shown.len() <= steps(&state.framework).len(), "a card comes twice");
    let rate = statements(&state.framework, card).into_iter().map(|statement| Msg::Rate(statement, rating));
    after(state.clone(), rate.chain([Msg::Next]))
}

/// Takes the short route to its result, with everything shown.
fn at_result() -> State {
    let mut state = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    while state.card().is_some() {
        state = answer_card(&state, Rating::Consistently);
    }
    state
}

/// Checks the current screen: a card by its step, another screen by its name.
#[track_caller]
fn check_place(state: &State, expected: &str) {
    let place = match state.screen {
        Screen::Start => "start".to_owned(),
        Screen::Situation => "situation".to_owned(),
        Screen::Card(step) => step_name(&state.framework, step),
        Screen::Review(step) => format!("review {}", step_name(&state.framework, step)),
        Screen::Result => "result".to_owned(),
    };
    assert_eq!(place, expected);
}

#[track_caller]
fn check_answers(state: &State, short: &str) {
    assert_eq!(state.answers, answers(&state.framework, short));
}

#[test]
fn it_begins_on_the_short_route_with_nothing_answered() {
    check_place(&new(), "start");
    check_answers(&new(), "route=short");
}

#[test]
fn begin_leads_to_the_situation_and_on_to_the_first_card() {
    check_place(&after(new(), [Msg::Begin]), "situation");
    check_place(&after(new(), [Msg::Begin, Msg::LeaveSituation]), "knives/2");
}

#[test]
fn the_situation_chooses_the_first_card() {
    let state = after(new(), [Msg::Begin, Msg::Choose { question: 0, option: 2 }, Msg::LeaveSituation]);
    check_place(&state, "knives/3");
    check_answers(&state, "route=short current-title=is-chef");
}

#[test]
fn the_last_choice_counts() {
    let state = after(new(), [Msg::Choose { question: 0, option: 2 }, Msg::Choose { question: 0, option: 0 }]);
    check_answers(&state, "route=short current-title=is-apprentice");
}

#[test]
fn who_skips_the_situation_leaves_none_behind() {
    let state = after(new(), [Msg::Begin, Msg::Choose { question: 0, option: 2 }, Msg::SkipSituation]);
    check_place(&state, "knives/2");
    check_answers(&state, "route=short");
}

#[test]
fn who_takes_everything_begins_at_the_first_step() {
    let state = after(new(), [Msg::Begin, Msg::Take(Route::Everything), Msg::LeaveSituation]);
    check_place(&state, "knives/1");
    check_answers(&state, "route=everything");
}

#[test]
fn a_rating_stays_on_the_card_and_can_be_changed() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    let state = after(at_card, [rate("cuts-evenly", Rating::NotYet), rate("cuts-evenly", Rating::Sometimes)]);
    check_place(&state, "knives/2");
    check_answers(&state, "route=short cuts-evenly:s");
}

#[test]
fn a_rating_can_be_taken_back() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    let state = after(at_card.clone(), [rate("cuts-evenly", Rating::NotYet), Msg::Clear(statement("cuts-evenly"))]);
    assert_eq!(state, at_card);
}

#[test]
fn the_reminder_stays_while_a_rating_is_taken_back() {
    let at_card = after(new(), [Msg::Begin, Msg::Choose { question: 0, option: 0 }, Msg::LeaveSituation]);
    let reminded = after(at_card, [rate("cuts-safely", Rating::Sometimes), Msg::Next]);
    let state = after(reminded, [Msg::Clear(statement("cuts-safely"))]);
    assert!(state.is_reminding);
    assert_eq!(state.unrated(step("knives/1")), 2);
}

#[test]
fn all_consistently_rates_what_is_unrated_on_the_card_and_nothing_else() {
    let at_card = after(new(), [Msg::Begin, Msg::Take(Route::Everything), Msg::LeaveSituation]);
    let state = after(at_card, [rate("cuts-safely", Rating::NotYet), Msg::RateAllConsistently(step("knives/1"))]);
    check_place(&state, "knives/1");
    check_answers(&state, "route=everything cuts-safely:n keeps-knives-sharp:c");
}

#[test]
fn all_consistently_can_be_undone_until_the_next_change() {
    let at_card = after(new(), [Msg::Begin, Msg::Take(Route::Everything), Msg::LeaveSituation]);
    let rated = after(at_card, [rate("cuts-safely", Rating::NotYet)]);
    let all = after(rated.clone(), [Msg::RateAllConsistently(step("knives/1"))]);
    assert_eq!(after(all.clone(), [Msg::UndoAll]), rated);
    // A report from the browser is not a change by the person.
    assert_eq!(after(all.clone(), [Msg::PartLoaded, Msg::UndoAll]), rated);
    let changed = after(all, [rate("keeps-knives-sharp", Rating::Sometimes)]);
    assert_eq!(after(changed.clone(), [Msg::UndoAll]), changed);
}

#[test]
fn all_consistently_sets_optional_statements_too() {
    let state = after(new(), [Msg::RateAllConsistently(step("knives/3"))]);
    check_answers(&state, "route=short teaches-cutting:c carves-garnish:c");
}

#[test]
fn next_goes_on_by_what_was_answered() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    check_place(&answer_card(&at_card, Rating::Consistently), "knives/3");
    check_place(&answer_card(&at_card, Rating::Sometimes), "knives/1");
}

#[test]
fn next_with_unrated_statements_reminds_and_stays() {
    let at_card = after(new(), [Msg::Begin, Msg::Choose { question: 0, option: 0 }, Msg::LeaveSituation]);
    let state = after(at_card, [rate("cuts-safely", Rating::Consistently), Msg::Next]);
    check_place(&state, "knives/1");
    assert!(state.is_reminding);
    assert_eq!(state.unrated(step("knives/1")), 1);
}

#[test]
fn the_reminder_stays_while_the_rest_is_rated_and_goes_with_the_card() {
    let at_card = after(new(), [Msg::Begin, Msg::Choose { question: 0, option: 0 }, Msg::LeaveSituation]);
    let reminded = after(at_card, [Msg::Next]);
    let rated =
        after(reminded, [rate("cuts-safely", Rating::NotYet), Msg::Note(CompetencyIndex(0), "a note".to_owned())]);
    assert!(rated.is_reminding);
    let left = after(rated, [rate("keeps-knives-sharp", Rating::NotYet), Msg::Next]);
    assert!(!left.is_reminding);
    check_place(&left, "sauces/1");
}

#[test]
fn an_unrated_optional_statement_does_not_remind() {
    let at_card = after(new(), [Msg::Begin, Msg::Choose { question: 0, option: 2 }, Msg::LeaveSituation]);
    let state = after(at_card, [rate("teaches-cutting", Rating::Consistently), Msg::Next]);
    check_place(&state, "sauces/3");
    assert!(!state.is_reminding);
}

#[test]
fn skip_goes_on_with_the_card_as_it_is() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    let state = after(at_card, [Msg::Next, Msg::Skip]);
    check_place(&state, "knives/1");
    check_answers(&state, "route=short");
    assert!(!state.is_reminding);
}

#[test]
fn who_skips_every_card_comes_to_the_end() {
    let mut state = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    for _ in 0..9 {
        assert!(state.card().is_some());
        state = after(state, [Msg::Skip]);
    }
    check_place(&state, "result");
    check_answers(&state, "route=short");
}

#[test]
fn the_last_card_leads_to_the_result() {
    check_place(&at_result(), "result");
    check_answers(
        &at_result(),
        "route=short knives/2:c knives/3:c carves-garnish:c sauces/2:c sauces/3:c service/2:c service/3:c",
    );
}

#[test]
fn back_and_forth_keeps_the_answers_and_the_cards() {
    let mut state = at_result();
    let there = state.clone();
    let mut places = vec![state.screen];
    while state.screen != Screen::Start {
        state = after(state, [Msg::Back]);
        places.push(state.screen);
    }
    assert_eq!(places.len(), there.shown.len() + 3, "every card, the result, the situation and the start");
    state = after(state, [Msg::Begin, Msg::LeaveSituation]);
    check_place(&state, "knives/2");
    while state.card().is_some() {
        state = after(state, [Msg::Next]);
    }
    assert_eq!(state, there);
}

#[test]
fn back_from_the_first_card_leads_to_the_situation_and_then_to_the_start() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    check_place(&after(at_card.clone(), [Msg::Back]), "situation");
    check_place(&after(at_card.clone(), [Msg::Back, Msg::Back]), "start");
    check_place(&after(at_card, [Msg::Back, Msg::Back, Msg::Back]), "start");
}

#[test]
fn an_answer_changed_on_the_way_back_counts() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    let next = answer_card(&at_card, Rating::Consistently);
    let changed = after(next, [Msg::Back, rate("cuts-evenly", Rating::NotYet), Msg::Next]);
    check_place(&changed, "knives/3");
    check_place(&answer_card(&changed, Rating::NotYet), "knives/1");
}

#[test]
fn the_result_so_far_is_there_at_any_time() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation, Msg::Skip]);
    let state = after(at_card, [Msg::ShowResult]);
    check_place(&state, "result");
    check_place(&after(state, [Msg::Back]), "knives/1");
}

#[test]
fn a_card_opened_from_the_result_returns_to_it() {
    for leave in [Msg::Next, Msg::Skip, Msg::Back] {
        let state = after(at_result(), [Msg::Review(step("sauces/3")), rate("invents-sauces", Rating::Sometimes)]);
        check_place(&state, "review sauces/3");
        let back = after(state, [leave]);
        check_place(&back, "result");
        assert_eq!(back.answers.rating(statement("invents-sauces")), Some(Rating::Sometimes));
    }
}

#[test]
fn a_review_reminds_of_unrated_statements_too() {
    let state = after(at_result(), [Msg::Review(step("knives/1")), Msg::Next]);
    check_place(&state, "review knives/1");
    assert!(state.is_reminding);
}

#[test]
fn a_review_does_not_change_the_way_that_was_walked() {
    let state = after(at_result(), [Msg::Review(step("knives/1")), Msg::Back]);
    assert_eq!(state, at_result());
}

#[test]
fn answer_everything_continues_with_the_unasked() {
    let mut state = after(at_result(), [Msg::AnswerEverything]);
    let mut asked = Vec::new();
    while let Some(card) = state.card() {
        asked.push(step_name(&state.framework, card));
        state = answer_card(&state, Rating::Sometimes);
    }
    assert_eq!(asked, ["knives/1", "sauces/1", "service/1"]);
    check_answers(&state, "*:c carves-garnish:c @apprentice:s route=everything");
}

#[test]
fn answer_everything_in_the_middle_stays_on_the_card() {
    let at_card = after(new(), [Msg::Begin, Msg::LeaveSituation]);
    let state = after(at_card, [Msg::AnswerEverything]);
    check_place(&state, "knives/2");
    check_place(&answer_card(&state, Rating::Consistently), "knives/1");
}

#[test]
fn with_nothing_left_unasked_answer_everything_stays_at_the_result() {
    let mut state = after(at_result(), [Msg::AnswerEverything]);
    while state.card().is_some() {
        state = answer_card(&state, Rating::Consistently);
    }
    check_place(&after(state, [Msg::AnswerEverything]), "result");
}

#[test]
fn start_over_asks_first() {
    let asked = after(at_result(), [Msg::AskToLose(Loss::Answers)]);
    assert_eq!(asked.confirming, Some(Loss::Answers));
    assert_eq!(asked.answers, at_result().answers);
    assert_eq!(after(asked, [Msg::Keep]), at_result());
}

#[test]
fn start_over_forgets_everything() {
    let state = after(at_result(), [Msg::Note(CompetencyIndex(0), "a note".to_owned()), Msg::AnswerEverything]);
    assert_eq!(after(state, [Msg::ShowResult, Msg::AskToLose(Loss::Answers), Msg::StartOver]), new());
}

#[test]
fn a_note_is_kept_with_its_competency() {
    let state = after(new(), [Msg::Note(CompetencyIndex(1), "béarnaise".to_owned())]);
    assert_eq!(state.answers.note(CompetencyIndex(1)), "béarnaise");
    assert_eq!(state.answers.note(CompetencyIndex(0)), "");
}

#[test]
fn a_notice_is_shown_and_closed_and_changes_nothing_else() {
    let reminded = after(new(), [Msg::Begin, Msg::LeaveSituation, Msg::Next]);
    let notified = after(reminded.clone(), [Msg::Notify(Notice::DraftNotSaved)]);
    assert_eq!(notified.notice, Some(Notice::DraftNotSaved));
    assert_eq!(after(notified, [Msg::CloseNotice]), reminded);
}

#[test]
fn that_nothing_can_be_kept_is_still_said_after_starting_over() {
    let state = after(at_result(), [Msg::Notify(Notice::DraftNotSaved), Msg::StartOver]);
    assert_eq!(state.notice, Some(Notice::DraftNotSaved));
}

/// Checks a reload, in which the draft is written and read as text.
#[track_caller]
fn check_reload(state: &State) {
    let text = draft_text(&state.framework, &state.draft());
    let (draft, dropped) = read_draft(&state.framework, &text).expect("a draft of our own is read");
    assert_eq!((State::resume(Rc::clone(&state.framework), Subject::Oneself, draft), dropped), (state.clone(), 0));
}

#[test]
fn a_reload_anywhere_on_the_way_loses_nothing() {
    let mut state = new();
    let way = [
        Msg::Begin,
        Msg::Choose { question: 0, option: 1 },
        Msg::Note(CompetencyIndex(2), "a note".to_owned()),
        Msg::LeaveSituation,
    ];
    for msg in way {
        check_reload(&state);
        state = after(state, [msg]);
    }
    while state.card().is_some() {
        check_reload(&state);
        state = answer_card(&state, Rating::Consistently);
    }
    check_reload(&state);
    check_reload(&after(state.clone(), [Msg::Back, Msg::Back]));
    check_reload(&after(state, [Msg::Review(step("knives/1"))]));
}
