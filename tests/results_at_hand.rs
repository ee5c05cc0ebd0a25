//! Results beside the reader's own: those from links, files and the device's memory, none of which change the reader's
//! own answers.

mod support;

use std::rc::Rc;

use next_rung::assessment::answers::{Rating, Subject};
use next_rung::assessment::framework::{CompetencyIndex, Framework};
use next_rung::assessment::scoring::assess;
use next_rung::assessment::whose::Whose;
use next_rung::formats::draft::DraftError;
use next_rung::formats::draft::Screen;
use next_rung::formats::history::{HistoryError, Remembered};
use next_rung::formats::share_link::{self, SharedResult};
use next_rung::report::svg::Scheme;
use next_rung::report::{self, FileKind};
use next_rung::state::{Aside, Loss, Msg, Notice, Origin, Outcome, Part, Pick, Request, State};
use next_rung::words::{self, ENGLISH};
use support::{after, answers, json_text, made_up, read_draft, step_named, steps};

const OWN: &str = "route=short knives/2:s makes-stock:c current-title=is-cook";

fn new() -> State {
    State::new(Rc::new(made_up("ladder")), Subject::Oneself)
}

#[test]
fn the_part_that_names_results_is_loaded_once_there_is_one() {
    assert_eq!(new().likely_part(), None, "a first visit loads nothing ahead");
    let remembered = Remembered { date: "2026-03-01".to_owned(), result: encoded("ladder", Subject::Oneself, OWN) };
    assert_eq!(after(new(), [Msg::History(Ok(vec![remembered]))]).likely_part(), Some(Part::Result));
    assert_eq!(on_the_way().likely_part(), Some(Part::Result), "one's own, with the first rating");
}

/// Returns a state in the middle of the journey, with own answers, cards and a note.
fn on_the_way() -> State {
    let mut state = new();
    state.answers = answers(&state.framework, OWN);
    state.answers.write_note(CompetencyIndex(0), "The Friday soup".to_owned());
    state.shown = ["knives/2", "knives/1"].map(|name| step_named(&state.framework, name)).to_vec();
    state.screen = Screen::Card(state.shown[1]);
    state
}

/// Returns the start screen for somebody who rates another person.
fn second_view() -> State {
    State::new(Rc::new(made_up("ladder")), Subject::Another)
}

/// Returns a result of `ladder` as read from a link.
fn result_of(subject: Subject, short: &str) -> SharedResult {
    SharedResult { subject, answers: answers(&made_up("ladder"), short), dropped: 0 }
}

fn shared(short: &str) -> SharedResult {
    result_of(Subject::Oneself, short)
}

/// Returns a result as the text of a link.
fn encoded(framework: &str, subject: Subject, short: &str) -> String {
    let framework = support::framework(framework);
    share_link::encode(&framework, subject, &answers(&framework, short))
}

/// Returns the message for a pasted text with the link to a result.
fn paste(result: &str) -> Msg {
    let fragment = share_link::fragment(&[result.to_owned()]);
    Msg::Paste(format!("Look at https://example.com/f/ladder/#{fragment}. What do you say?"))
}

fn paste_shared(short: &str) -> Msg {
    paste(&encoded("ladder", Subject::Oneself, short))
}

/// Returns the data file of a state, as the page saves it.
fn file(state: &State) -> String {
    let draft = state.draft();
    report::write(FileKind::Data, &state.framework, &draft, "2026-11-22", Scheme::Light, json_text)
        .expect("something is answered")
}

fn load(text: &str) -> Msg {
    load_into(&made_up("ladder"), text)
}

fn load_into(framework: &Framework, text: &str) -> Msg {
    Msg::Load(read_draft(framework, text))
}

fn remembered(date: &str, result: String) -> Remembered {
    Remembered { date: date.to_owned(), result }
}

/// Returns a result of `ladder`, one of `grid`, a damaged one and another of `ladder`.
fn history() -> Vec<Remembered> {
    vec![
        remembered("2026-05-01", encoded("ladder", Subject::Oneself, "*:n")),
        remembered("2026-06-01", encoded("grid", Subject::Oneself, "*:n")),
        remembered("2026-07-01", "1.ladder.1.AA.AAAAAA".to_owned()),
        remembered("2026-08-01", encoded("ladder", Subject::Oneself, "*:s")),
    ]
}

fn remember(history: Vec<Remembered>) -> Msg {
    Msg::History(Ok(history))
}

/// Checks the results shown instead of the journey; none if the journey is shown.
#[track_caller]
fn check_shown(state: &State, expected: &[Whose]) {
    let picks = match state.aside {
        None => vec![],
        Some(Aside::Result(pick)) => vec![pick],
        Some(Aside::Comparison(first, second)) => vec![first, second],
    };
    assert!(picks.iter().all(|&pick| state.result(pick).is_some()), "there is nothing to show");
    assert_eq!(picks.iter().map(|&pick| state.whose(pick)).collect::<Vec<_>>(), expected);
}

/// Checks that only the screen and the results brought have changed.
#[track_caller]
fn check_own_untouched(before: &State, after: &State) {
    let State { aside, brought, .. } = before.clone();
    assert_eq!(State { aside, brought, ..after.clone() }, *before);
}

#[track_caller]
fn check_at_hand(state: &State, expected: &[Pick]) {
    let at_hand = state.at_hand();
    assert_eq!(at_hand.iter().map(|(pick, _)| *pick).collect::<Vec<_>>(), expected);
    assert!(at_hand.into_iter().all(|(pick, result)| state.result(pick) == Some(result)));
}

// An address.

#[test]
fn a_result_of_an_address_is_shown_to_be_read() {
    let state = on_the_way().with_result(shared("*:c"));
    check_shown(&state, &[Whose::Shared(0)]);
    check_own_untouched(&on_the_way(), &state);
    assert_eq!(state.result(Pick::Brought(0)), Some(shared("*:c")));
}

#[test]
fn closing_it_leads_back_to_where_one_was() {
    let state = after(on_the_way().with_result(shared("*:c")), [Msg::CloseAside]);
    assert_eq!(state, State { brought: vec![(Origin::Link, shared("*:c"))], ..on_the_way() });
}

#[test]
fn two_results_of_an_address_are_shown_side_by_side() {
    let state = new().with_result(shared("*:c")).with_result(result_of(Subject::Another, "*:s"));
    check_shown(&state, &[Whose::Shared(0), Whose::SecondView(0)]);
    check_own_untouched(&new(), &state);
}

#[test]
fn the_same_result_twice_in_an_address_is_one() {
    let state = new().with_result(shared("*:c")).with_result(shared("*:c"));
    check_shown(&state, &[Whose::Shared(0)]);
    check_at_hand(&state, &[Pick::Brought(0)]);
}

// A pasted link.

#[test]
fn a_pasted_link_is_compared_with_ones_own_answers() {
    let state = after(on_the_way(), [paste_shared("*:c")]);
    check_shown(&state, &[Whose::You, Whose::Shared(0)]);
    check_own_untouched(&on_the_way(), &state);
    assert_eq!(state.result(Pick::Brought(0)), Some(shared("*:c")));
}

#[test]
fn without_own_answers_a_pasted_result_is_shown_by_itself() {
    check_shown(&after(new(), [paste_shared("*:c")]), &[Whose::Shared(0)]);
}

#[test]
fn on_top_of_a_result_a_pasted_one_is_compared_with_that() {
    let reading = on_the_way().with_result(shared("*:c"));
    check_shown(&after(reading, [paste_shared("*:s")]), &[Whose::Shared(0), Whose::Shared(1)]);
}

#[test]
fn on_top_of_a_comparison_a_pasted_one_is_compared_with_ones_own() {
    let state = after(on_the_way(), [paste_shared("*:c"), paste_shared("*:s")]);
    check_shown(&state, &[Whose::You, Whose::Shared(1)]);
}

#[test]
fn the_same_link_twice_is_at_hand_once() {
    let state = after(on_the_way(), [paste_shared("*:c"), Msg::CloseAside, paste_shared("*:c")]);
    check_shown(&state, &[Whose::You, Whose::Shared(0)]);
    check_at_hand(&state, &[Pick::Own, Pick::Brought(0)]);
    let reading = new().with_result(shared("*:c"));
    assert_eq!(after(reading.clone(), [paste_shared("*:c")]), reading, "it is not compared with itself");
}

/// Checks that the problem is shown, disappears with the next action, and changes nothing else.
#[track_caller]
fn check_paste_problem(msg: Msg, expected: Notice) {
    for before in [on_the_way(), new().with_result(shared("*:c"))] {
        let pasted = after(before.clone(), [msg.clone()]);
        assert_eq!(pasted, State { paste_problem: Some(expected), ..before.clone() });
        assert_eq!(after(pasted, [Msg::Keep]), before);
    }
}

#[test]
fn a_damaged_link_is_said_to_be_damaged() {
    let whole = encoded("ladder", Subject::Oneself, "*:c");
    check_paste_problem(paste(&whole[..whole.len() - 1]), Notice::LinkDamaged);
    check_paste_problem(paste(""), Notice::LinkDamaged);
}

#[test]
fn a_newer_link_is_said_to_be_newer() {
    let whole = encoded("ladder", Subject::Oneself, "*:c");
    check_paste_problem(paste(&format!("2{}", &whole[1..])), Notice::LinkNewer);
}

#[test]
fn a_link_of_another_framework_is_said_to_be_one() {
    check_paste_problem(paste(&encoded("grid", Subject::Oneself, "*:c")), Notice::OtherFramework);
}

#[test]
fn a_text_without_a_link_is_said_to_have_none() {
    check_paste_problem(Msg::Paste("Look at this".to_owned()), Notice::NoLink);
    check_paste_problem(Msg::Paste("https://example.com/f/ladder/".to_owned()), Notice::NoLink);
    check_paste_problem(Msg::Paste(encoded("ladder", Subject::Oneself, "*:c")), Notice::NoLink);
}

#[test]
fn a_blank_text_is_no_problem() {
    for text in ["", " ", "\n\t"] {
        assert_eq!(after(on_the_way(), [Msg::Paste(text.to_owned())]), on_the_way());
    }
}

#[test]
fn a_good_link_takes_the_problem_away() {
    let state = after(on_the_way(), [Msg::Paste("Look at this".to_owned()), paste_shared("*:c")]);
    assert_eq!(state.paste_problem, None);
}

// A file.

/// Checks that a saved file restores the same answers, including notes, and so the same result.
#[track_caller]
fn check_file(framework: Framework, short: &str) {
    let mut saved = State::new(Rc::new(framework), Subject::Oneself);
    saved.answers = answers(&saved.framework, short);
    for competency in saved.framework.competency_indices() {
        saved.answers.write_note(competency, format!("“Note”\n\t{} \\ \"quoted\"", competency.0));
    }
    saved.shown = steps(&saved.framework);
    saved.screen = Screen::Result;
    let fresh = State::new(Rc::clone(&saved.framework), Subject::Oneself);
    let state = after(fresh.clone(), [load_into(&fresh.framework, &file(&saved))]);
    check_shown(&state, &[Whose::Saved(0)]);
    check_own_untouched(&fresh, &state);
    let result = state.result(Pick::Brought(0)).expect("it was brought");
    assert_eq!(assess(&state.framework, &result.answers), assess(&saved.framework, &saved.answers));
    assert_eq!(result, SharedResult { subject: Subject::Oneself, answers: saved.answers, dropped: 0 });
}

#[test]
fn a_saved_file_brings_back_the_same_answers_and_result() {
    for short in ["*:n", "*:s", "*:c", "*:r", "*:c route=short"] {
        support::all_frameworks().into_iter().for_each(|framework| check_file(framework, short));
    }
    check_file(made_up("ladder"), OWN);
}

#[test]
fn a_file_is_shown_by_itself_and_costs_no_answers() {
    let saved = file(&State { answers: answers(&made_up("ladder"), "*:c"), ..new() });
    let state = after(on_the_way(), [load(&saved)]);
    check_shown(&state, &[Whose::Saved(0)]);
    check_own_untouched(&on_the_way(), &state);
    assert_eq!(after(state.clone(), [Msg::CloseAside, load(&saved)]), state, "the same file twice is at hand once");
}

#[test]
fn what_no_longer_fits_is_counted() {
    let mut saved: serde_json::Value = serde_json::from_str(&file(&on_the_way())).expect("the file is JSON");
    saved["answers"]["ratings"]["bakes-bread"] = "sometimes".into();
    let state = after(new(), [load(&saved.to_string())]);
    assert_eq!(
        state.result(Pick::Brought(0)),
        Some(SharedResult { subject: Subject::Oneself, answers: on_the_way().answers, dropped: 1 })
    );
}

/// Checks that the problem is shown and nothing else changes.
#[track_caller]
fn check_file_problem(text: Option<&str>, expected: Notice) {
    let loaded = after(on_the_way(), [text.map_or(Msg::Load(Err(DraftError::Unreadable)), load)]);
    assert_eq!(loaded, State { notice: Some(expected), ..on_the_way() });
}

#[test]
fn a_file_that_cannot_be_read_is_said_to_be_unreadable() {
    let whole = file(&on_the_way());
    for text in [None, Some(""), Some("{}"), Some("PNG"), Some(&whole[..whole.len() - 1])] {
        check_file_problem(text, Notice::FileUnreadable);
    }
}

#[test]
fn a_file_of_another_framework_is_said_to_be_one() {
    let mut other = State::new(Rc::new(made_up("grid")), Subject::Oneself);
    other.answers = answers(&other.framework, "*:s");
    check_file_problem(Some(&file(&other)), Notice::OtherFramework);
}

#[test]
fn a_file_of_a_newer_format_is_said_to_be_newer() {
    let mut newer: serde_json::Value = serde_json::from_str(&file(&on_the_way())).expect("the file is JSON");
    newer["format"] = 2.into();
    check_file_problem(Some(&newer.to_string()), Notice::LinkNewer);
}

// Choosing two results.

#[test]
fn the_first_choice_waits_and_the_second_compares() {
    let waiting = after(on_the_way(), [remember(history()), Msg::Pick(Pick::Remembered(0))]);
    assert_eq!((waiting.picked, waiting.aside), (Some(Pick::Remembered(0)), None));
    let compared = after(waiting, [Msg::Pick(Pick::Own)]);
    assert_eq!(compared.picked, None);
    check_shown(&compared, &[Whose::Of("2026-05-01".to_owned()), Whose::You]);
    check_own_untouched(&after(on_the_way(), [remember(history())]), &compared);
}

#[test]
fn the_same_choice_again_takes_it_back() {
    let before = after(on_the_way(), [remember(history())]);
    assert_eq!(after(before.clone(), [Msg::Pick(Pick::Own), Msg::Pick(Pick::Own)]), before);
}

#[test]
fn a_result_that_is_brought_is_compared_with_the_first_choice() {
    let before = after(on_the_way(), [remember(history())]);
    let day = Whose::Of("2026-05-01".to_owned());
    for (brought, whose) in [(paste_shared("*:c"), Whose::Shared(0)), (load(&file(&before)), Whose::Saved(0))] {
        let compared = after(before.clone(), [Msg::Pick(Pick::Remembered(0)), brought]);
        check_shown(&compared, &[day.clone(), whose]);
        assert_eq!(compared.picked, None);
    }
}

#[test]
fn opening_a_result_takes_the_choice_back() {
    let messages = [remember(history()), Msg::Pick(Pick::Own), Msg::Show(Aside::Result(Pick::Remembered(3)))];
    let state = after(on_the_way(), messages);
    assert_eq!(state.picked, None);
    check_shown(&state, &[Whose::Of("2026-08-01".to_owned())]);
}

#[test]
fn ones_own_result_is_at_hand_once_something_is_answered() {
    check_at_hand(&new(), &[]);
    check_at_hand(&after(new(), [Msg::Choose { question: 0, option: 0 }]), &[]);
    let statement = new().framework.find_indicator("cuts-evenly").expect("it is a statement");
    check_at_hand(&after(new(), [Msg::Rate(statement, Rating::NotYet)]), &[Pick::Own]);
}

#[test]
fn own_brought_and_remembered_results_are_at_hand() {
    let state = after(on_the_way().with_result(shared("*:c")), [remember(history())]);
    check_at_hand(&state, &[Pick::Own, Pick::Brought(0), Pick::Remembered(0), Pick::Remembered(3)]);
}

#[test]
fn what_cannot_be_shown_here_stays_remembered() {
    let state = after(new(), [remember(history())]);
    check_at_hand(&state, &[Pick::Remembered(0), Pick::Remembered(3)]);
    assert_eq!(state.history, history());
    assert_eq!([1, 2, 4].map(|index| state.result(Pick::Remembered(index))), [None, None, None]);
}

#[test]
fn a_result_that_was_never_brought_is_none() {
    assert_eq!(new().result(Pick::Brought(0)), None);
}

// Names.

#[track_caller]
fn check_side(state: &State, pick: Pick, side: &Whose, name: &str) {
    assert_eq!(state.whose(pick), *side);
    assert_eq!(words::whose(&ENGLISH, side), name);
}

#[test]
fn ones_own_result_is_named_by_whom_it_is_about() {
    check_side(&new(), Pick::Own, &Whose::You, ENGLISH.side_you);
    check_side(&second_view(), Pick::Own, &Whose::YourView, ENGLISH.side_your_view);
}

#[test]
fn brought_results_are_numbered_among_their_kind() {
    let saved = file(&on_the_way());
    let mut state = new();
    for (subject, short) in
        [(Subject::Oneself, "*:n"), (Subject::Another, "*:n"), (Subject::Oneself, "*:s"), (Subject::Another, "*:s")]
    {
        state = state.with_result(result_of(subject, short));
    }
    let state = after(state, [load(&saved), paste_shared("*:c")]);
    let (shared, second, third) =
        (ENGLISH.side_shared, format!("{} 2", ENGLISH.side_shared), format!("{} 3", ENGLISH.side_shared));
    check_side(&state, Pick::Brought(0), &Whose::Shared(0), shared);
    check_side(&state, Pick::Brought(1), &Whose::SecondView(0), ENGLISH.side_second_view);
    check_side(&state, Pick::Brought(2), &Whose::Shared(1), &second);
    check_side(&state, Pick::Brought(3), &Whose::SecondView(1), &format!("{} 2", ENGLISH.side_second_view));
    check_side(&state, Pick::Brought(4), &Whose::Saved(0), ENGLISH.side_saved);
    check_side(&state, Pick::Brought(5), &Whose::Shared(2), &third);
}

#[test]
fn a_remembered_result_is_named_by_its_day() {
    let state = after(new(), [remember(history())]);
    check_side(&state, Pick::Remembered(3), &Whose::Of("2026-08-01".to_owned()), "2026-08-01");
}

#[test]
fn only_what_somebody_shared_of_themselves_is_about_another() {
    let sides = [Whose::You, Whose::SecondView(0), Whose::Saved(0), Whose::Of("2026-08-01".to_owned())];
    assert!(sides.iter().all(|side| new().reads_about(side) == Subject::Oneself));
    assert_eq!(new().reads_about(&Whose::Shared(0)), Subject::Another);
    assert_eq!(second_view().reads_about(&Whose::YourView), Subject::Another);
}

// Adopting a result.

#[test]
fn brought_answers_become_ones_own_at_the_result() {
    let state = after(new().with_result(shared("*:c")), [Msg::Adopt(Pick::Brought(0))]);
    let brought = vec![(Origin::Link, shared("*:c"))];
    assert_eq!(state, State { answers: shared("*:c").answers, screen: Screen::Result, brought, ..new() });
}

#[test]
fn the_notes_of_a_file_come_with_its_answers() {
    let state = after(new(), [load(&file(&on_the_way())), Msg::Adopt(Pick::Brought(0))]);
    assert_eq!(state.answers, on_the_way().answers);
}

#[test]
fn own_answers_are_asked_for_before_they_are_lost() {
    let reading = on_the_way().with_result(shared("*:c"));
    let loss = Loss::AnswersFor(Pick::Brought(0));
    let asked = after(reading.clone(), [Msg::AskToLose(loss)]);
    assert_eq!(asked, State { confirming: Some(loss), ..reading.clone() });
    assert_eq!(after(asked.clone(), [Msg::Keep]), reading);
    let adopted = after(asked, [Msg::Adopt(Pick::Brought(0))]);
    assert_eq!((adopted.confirming, adopted.shown.len(), adopted.screen), (None, 0, Screen::Result));
    assert_eq!(adopted.answers, shared("*:c").answers);
}

#[test]
fn what_is_gone_cannot_take_the_place_of_ones_own() {
    let before = after(on_the_way(), [remember(history())]);
    for pick in [Pick::Brought(0), Pick::Remembered(1), Pick::Remembered(4)] {
        assert_eq!(after(before.clone(), [Msg::Adopt(pick)]), before);
    }
}

#[test]
fn who_goes_on_with_brought_answers_is_asked_the_rest_only() {
    let brought = new().with_result(shared("knives/2:c knives/3:c route=short"));
    let state = after(brought, [Msg::Adopt(Pick::Brought(0)), Msg::AnswerEverything]);
    assert_eq!(state.screen, Screen::Card(step_named(&state.framework, "knives/1")));
}

// The link to what is on screen.

#[track_caller]
fn check_on_screen(state: &State, expected: &[SharedResult]) {
    let fragment = state.on_screen();
    let results = share_link::find(&fragment).into_iter().map(|result| share_link::decode(&state.framework, &result));
    assert_eq!(results.collect::<Result<Vec<_>, _>>().as_deref(), Ok(expected));
}

#[test]
fn the_link_says_ones_own_result() {
    check_on_screen(&on_the_way(), &[shared(OWN)]);
    assert_eq!(on_the_way().on_screen(), share_link::fragment(&[on_the_way().own_result()]));
}

#[test]
fn the_link_says_the_result_that_is_read() {
    check_on_screen(
        &on_the_way().with_result(result_of(Subject::Another, "*:c")),
        &[result_of(Subject::Another, "*:c")],
    );
    let reading = after(on_the_way(), [remember(history()), Msg::Show(Aside::Result(Pick::Remembered(3)))]);
    check_on_screen(&reading, &[shared("*:s")]);
}

#[test]
fn the_link_says_both_results_of_a_comparison() {
    check_on_screen(&after(on_the_way(), [paste_shared("*:c")]), &[shared(OWN), shared("*:c")]);
}

#[test]
fn the_link_to_a_file_carries_no_notes() {
    check_on_screen(&after(new(), [load(&file(&on_the_way()))]), &[shared(OWN)]);
}

#[test]
fn a_comparison_opens_from_its_link() {
    let compared = after(on_the_way(), [paste(&encoded("ladder", Subject::Another, "*:c"))]);
    let mut opened = new();
    for result in share_link::find(&compared.on_screen()) {
        opened = opened.with_result(share_link::decode(&new().framework, &result).expect("it was just made"));
    }
    check_shown(&opened, &[Whose::Shared(0), Whose::SecondView(0)]);
    assert_eq!(opened.on_screen(), compared.on_screen());
}

// A second view.

#[test]
fn a_second_view_asks_for_no_situation() {
    let at_card = after(second_view(), [Msg::Begin]);
    assert_eq!(at_card.screen, Screen::Card(step_named(&at_card.framework, "knives/2")));
    let back = after(at_card.clone(), [Msg::Back]);
    assert_eq!(back.screen, Screen::Start);
    assert_eq!(after(back, [Msg::Begin]), at_card);
}

#[test]
fn the_link_to_a_second_view_says_so() {
    let mut state = second_view();
    state.answers = answers(&state.framework, "*:s");
    check_on_screen(&state, &[result_of(Subject::Another, "*:s")]);
}

#[test]
fn a_second_view_is_compared_with_what_the_other_shared() {
    let mut state = second_view();
    state.answers = answers(&state.framework, "*:s");
    check_shown(&after(state, [paste_shared("*:c")]), &[Whose::YourView, Whose::Shared(0)]);
}

// Keeping and resetting.

#[test]
fn starting_over_keeps_what_was_brought_and_remembered() {
    let state = after(on_the_way().with_result(shared("*:c")), [remember(history()), Msg::CloseAside]);
    let fresh = after(state, [Msg::Pick(Pick::Own), Msg::StartOver]);
    assert_eq!(fresh, State { brought: vec![(Origin::Link, shared("*:c"))], history: history(), ..new() });
    check_at_hand(&fresh, &[Pick::Brought(0), Pick::Remembered(0), Pick::Remembered(3)]);
}

#[test]
fn a_history_that_cannot_be_read_is_said_until_it_can() {
    for problem in [HistoryError::Unreadable, HistoryError::NewerFormat { found: 2 }] {
        let state = after(on_the_way(), [remember(history()), Msg::History(Err(problem))]);
        assert_eq!(state, State { history_problem: Some(problem), ..on_the_way() });
        assert_eq!(after(state.clone(), [Msg::StartOver]), State { history_problem: Some(problem), ..new() });
        assert_eq!(after(state, [Msg::Skip, remember(history())]).history_problem, None);
    }
}

/// Checks the screen after the device forgets a result, given by its index in [`history`].
#[track_caller]
fn check_forgotten(shown: Aside, index: usize, expected: &[Whose]) {
    let reading = after(on_the_way(), [remember(history()), Msg::Show(shown)]);
    let mut left = history();
    left.remove(index);
    let state = after(reading, [remember(left)]);
    check_shown(&state, expected);
    check_own_untouched(&on_the_way(), &State { history: Vec::new(), ..state });
}

#[test]
fn a_result_stays_on_screen_when_another_is_forgotten() {
    let (last, day) = (Pick::Remembered(3), Whose::Of("2026-08-01".to_owned()));
    check_forgotten(Aside::Result(last), 0, std::slice::from_ref(&day));
    check_forgotten(Aside::Comparison(last, Pick::Own), 1, &[day, Whose::You]);
}

#[test]
fn a_forgotten_result_leaves_the_screen() {
    check_forgotten(Aside::Result(Pick::Remembered(0)), 0, &[]);
    check_forgotten(Aside::Result(Pick::Remembered(3)), 3, &[]);
    check_forgotten(Aside::Comparison(Pick::Own, Pick::Remembered(3)), 3, &[]);
}

#[test]
fn what_was_done_is_said_until_the_next_thing_is_done() {
    for done in [Outcome::LinkCopied, Outcome::ToCopy("a link".to_owned()), Outcome::Saved(FileKind::Plan)] {
        let state = after(on_the_way(), [Msg::Confirm(done.clone())]);
        assert_eq!(state, State { done: Some(done), ..on_the_way() });
        assert_eq!(after(state.clone(), [Msg::Keep]), on_the_way());
        assert_eq!(after(state, [Msg::Ask(Request::CopyLink)]), on_the_way());
    }
}

#[test]
fn what_was_remembered_is_still_said_with_the_new_history() {
    let state = after(on_the_way(), [Msg::Confirm(Outcome::Remembered), remember(history())]);
    assert_eq!(state, State { done: Some(Outcome::Remembered), history: history(), ..on_the_way() });
}

#[test]
fn a_notice_stays_until_it_is_closed() {
    let messages =
        [Msg::Notify(Notice::DraftNotSaved), Msg::Skip, paste_shared("*:c"), Msg::CloseAside, Msg::ShowResult];
    let state = after(on_the_way(), messages);
    assert_eq!(state.notice, Some(Notice::DraftNotSaved));
    assert_eq!(after(state, [Msg::CloseNotice]).notice, None);
}

#[test]
fn asking_the_browser_changes_nothing_by_itself() {
    let state = after(on_the_way(), [remember(history())]);
    for request in [Request::Remember, Request::Forget(0), Request::Save(FileKind::Data), Request::Print] {
        assert_eq!(after(state.clone(), [Msg::Ask(request)]), state);
    }
}

#[test]
fn what_comes_back_from_the_browser_leaves_a_question_open() {
    for back in [Msg::Confirm(Outcome::LinkCopied), Msg::History(Ok(Vec::new())), Msg::Notify(Notice::DraftNotSaved)] {
        assert_eq!(after(new(), [Msg::AskToLose(Loss::Answers), back]).confirming, Some(Loss::Answers));
    }
}
