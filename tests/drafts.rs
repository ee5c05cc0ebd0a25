//! The draft in a tab: a reload restores the answers, the private notes, the cards shown and the screen.

mod support;

use next_rung::assessment::framework::{CompetencyIndex, Framework};
use next_rung::formats::draft::{Draft, DraftError, Screen};
use support::{answers, draft_text, made_up, read_draft, step_name, step_named};

/// Returns a draft of `ladder` with something of everything.
fn draft(framework: &Framework, screen: Screen) -> Draft {
    let mut answers = answers(framework, "route=short knives/2:s makes-stock:r current-title=is-cook");
    answers.write_note(CompetencyIndex(1), "The sauce\nof last “Friday”".to_owned());
    let shown = ["knives/2", "knives/1", "sauces/2"].map(|name| step_named(framework, name));
    Draft { answers, shown: shown.to_vec(), screen }
}

#[track_caller]
fn check_kept(screen: impl FnOnce(&Framework) -> Screen) {
    let framework = made_up("ladder");
    let kept = draft(&framework, screen(&framework));
    assert_eq!(read_draft(&framework, &draft_text(&framework, &kept)), Ok((kept, 0)));
}

/// Checks the draft in a text for `ladder`: its answers in short form, its cards, and the number of dropped entries.
#[track_caller]
fn check_read(text: &str, short: &str, shown: &str, screen: impl FnOnce(&Framework) -> Screen, dropped: usize) {
    let framework = made_up("ladder");
    let (draft, found) = read_draft(&framework, text).expect("the text is a draft");
    assert_eq!(draft.answers, answers(&framework, short));
    assert_eq!(draft.shown.iter().map(|&step| step_name(&framework, step)).collect::<Vec<_>>().join(" "), shown);
    assert_eq!(draft.screen, screen(&framework));
    assert_eq!(found, dropped);
}

#[track_caller]
fn check_refused(text: &str, expected: &str) {
    let error = read_draft(&made_up("ladder"), text).expect_err("the text is no draft");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_start_is_kept() {
    check_kept(|_| Screen::Start);
}

#[test]
fn the_situation_is_kept() {
    check_kept(|_| Screen::Situation);
}

#[test]
fn the_card_is_kept() {
    check_kept(|framework| Screen::Card(step_named(framework, "sauces/2")));
}

#[test]
fn the_card_under_review_is_kept() {
    check_kept(|framework| Screen::Review(step_named(framework, "knives/3")));
}

#[test]
fn the_result_is_kept() {
    check_kept(|_| Screen::Result);
}

/// Drafts of this form are stored in people's tabs. They have to open for as long as format 1 is read.
#[test]
fn format_1_opens() {
    check_read(
        r#"{"format": 1, "screen": "card", "card": ["sauces", 0], "shown": [["knives", 1], ["sauces", 0]],
            "answers": {"route": "short", "ratings": {"cuts-evenly": "sometimes", "makes-stock": "not-my-role"},
            "situation": {"current-title": "is-cook"}}, "notes": {}}"#,
        "route=short cuts-evenly:s makes-stock:r current-title=is-cook",
        "knives/2 sauces/1",
        |framework| Screen::Card(step_named(framework, "sauces/1")),
        0,
    );
}

#[test]
fn notes_are_kept_by_competency() {
    let framework = made_up("ladder");
    for name in ["notes", "private_notes"] {
        let text =
            format!(r#"{{"format": 1, "screen": "result", "answers": {{}}, "{name}": {{"sauces": "béarnaise"}}}}"#);
        let (draft, _) = read_draft(&framework, &text).expect("the text is a draft");
        assert_eq!([0, 1, 2].map(|competency| draft.answers.note(CompetencyIndex(competency))), ["", "béarnaise", ""]);
    }
}

#[test]
fn a_short_draft_is_enough() {
    check_read(r#"{"format": 1, "answers": {}}"#, "", "", |_| Screen::Start, 0);
}

#[test]
fn answers_that_no_longer_fit_are_counted_and_the_others_kept() {
    check_read(
        r#"{"format": 1, "screen": "result", "answers": {
            "ratings": {"bakes-bread": "sometimes", "makes-stock": "often", "cuts-evenly": "not-yet"},
            "situation": {"mood": "good", "current-title": "owner"}}, "notes": {"baking": "rye"}}"#,
        "cuts-evenly:n",
        "",
        |_| Screen::Result,
        5,
    );
}

#[test]
fn a_card_that_is_gone_is_no_lost_answer() {
    check_read(
        r#"{"format": 1, "screen": "situation", "shown": [["baking", 0], ["knives", 3], ["knives", 2]], "answers": {}}"#,
        "",
        "knives/3",
        |_| Screen::Situation,
        0,
    );
}

#[test]
fn a_place_that_is_gone_falls_back_to_the_screen_around_it() {
    let check = |screen: &str, expected: Screen| {
        check_read(&format!(r#"{{"format": 1, "answers": {{}}, {screen}}}"#), "", "", |_| expected, 0);
    };
    check(r#""screen": "card", "card": ["knives", 3]"#, Screen::Situation);
    check(r#""screen": "review", "card": ["baking", 0]"#, Screen::Result);
    check(r#""screen": "moon""#, Screen::Start);
}

#[test]
fn a_draft_of_another_framework_loses_all_and_says_how_much() {
    let (ladder, grid) = (made_up("ladder"), made_up("grid"));
    let kept = draft(&ladder, Screen::Result);
    let (read, dropped) = read_draft(&grid, &draft_text(&ladder, &kept)).expect("a draft is read whatever it is about");
    assert_eq!((read.answers, read.shown, read.screen), (answers(&grid, "route=short"), Vec::new(), Screen::Result));
    assert_eq!(dropped, 4, "two ratings, the title and the note");
}

#[test]
fn a_newer_format_is_refused_as_newer_whatever_else_it_holds() {
    let text = r#"{"format": 2, "screen": {"moon": true}, "answers": ["c", "s"]}"#;
    assert_eq!(read_draft(&made_up("ladder"), text), Err(DraftError::NewerFormat { found: 2 }));
    check_refused(text, "draft format 2 is newer than 1, the newest that can be read");
}

#[test]
fn junk_is_refused() {
    for text in ["", "{}", "null", "[]", r#"{"format": "one"}"#, r#"{"format": 1.5}"#, r#"{"format": -1}"#] {
        check_refused(text, "the text is not a draft");
    }
}

#[test]
fn a_draft_cut_off_is_refused() {
    let framework = made_up("ladder");
    let text = draft_text(&framework, &draft(&framework, Screen::Result));
    for length in (0..text.len()).filter(|&length| text.is_char_boundary(length)) {
        assert!(matches!(read_draft(&framework, &text[..length]), Err(DraftError::Unreadable)), "{}", &text[..length]);
    }
}
