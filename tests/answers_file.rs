//! Answers as JSON: a short file is enough, and each entry that does not match the framework gets one line.

mod support;

use next_rung::assessment::answers::{Answers, Rating, Route};
use next_rung::assessment::framework::CompetencyIndex;
use next_rung::formats::answers_file::{AnswersFile, read, write};
use next_rung::formats::every_problem;
use next_rung::formats::problems::Problems;
use serde_json::Value;
use support::{answers, made_up};

/// Checks the answers that a file gives in `ladder`, and all lines of complaint.
#[track_caller]
fn check(text: &str, expected: &str, complaints: &[&str]) {
    let framework = made_up("ladder");
    let mut problems = Problems::default();
    let value = every_problem::parse(text).expect("the text is JSON");
    let file: AnswersFile = every_problem::read(&value, &mut problems);
    let (read, unknown) = read(&framework, &file);
    assert_eq!(read, answers(&framework, expected));
    let unknown = unknown.iter().map(|entry| entry.explain(&framework).to_string());
    assert_eq!(problems.0.iter().map(ToString::to_string).chain(unknown).collect::<Vec<_>>(), complaints);
}

#[test]
fn a_file_without_keys_answers_nothing() {
    check("{}", "", &[]);
}

#[test]
fn a_file_of_ratings_alone_is_enough() {
    check(
        r#"{"ratings": {"cuts-safely": "consistently", "makes-stock": "sometimes", "cuts-evenly": "not-yet", "runs-the-pass": "not-my-role"}}"#,
        "cuts-safely:c makes-stock:s cuts-evenly:n runs-the-pass:r",
        &[],
    );
}

#[test]
fn without_a_route_everything_counts_as_asked() {
    check("{}", "route=everything", &[]);
    check(r#"{"route": "short"}"#, "route=short", &[]);
}

#[test]
fn the_situation_is_read_by_ids() {
    check(r#"{"situation": {"current-title": "is-cook"}}"#, "current-title=is-cook", &[]);
}

#[test]
fn an_unknown_route_gets_a_line() {
    check(r#"{"route": "scenic"}"#, "", &["route: “scenic” is none of short, everything"]);
}

#[test]
fn an_unknown_statement_gets_a_line() {
    check(
        r#"{"ratings": {"makes-stock": "sometimes", "bakes-bread": "sometimes"}}"#,
        "makes-stock:s",
        &["ratings.bakes-bread: ladder has no statement “bakes-bread”"],
    );
}

#[test]
fn an_unknown_rating_gets_a_line_with_the_known_ones() {
    check(
        r#"{"ratings": {"makes-stock": "often", "cuts-safely": 3}}"#,
        "",
        &[
            "ratings.cuts-safely: is a number, a text was expected",
            "ratings.makes-stock: “often” is none of consistently, sometimes, not-yet, not-my-role",
            "ratings.cuts-safely: “” is none of consistently, sometimes, not-yet, not-my-role",
        ],
    );
}

#[test]
fn an_unknown_question_gets_a_line() {
    check(r#"{"situation": {"mood": "good"}}"#, "", &["situation.mood: ladder has no question “mood”"]);
}

#[test]
fn an_unknown_option_gets_a_line_with_the_known_ones() {
    check(
        r#"{"situation": {"current-title": "owner"}}"#,
        "",
        &["situation.current-title: “owner” is none of is-apprentice, is-cook, is-chef, is-none"],
    );
}

#[test]
fn a_misspelt_key_gets_a_line() {
    check(r#"{"rating": {"makes-stock": "sometimes"}}"#, "", &["rating: is not part of the format"]);
}

#[test]
fn something_else_than_answers_gets_a_line() {
    check("[]", "", &["is a list, an object was expected"]);
    check(r#"{"ratings": "all of them"}"#, "", &["ratings: is a text, an object was expected"]);
}

#[test]
fn every_complaint_is_told_at_once() {
    check(
        r#"{"situation": {"mood": "good"}, "ratings": {"cuts-safely": "Consistently", "bakes-bread": "often"}, "route": "scenic"}"#,
        "",
        &[
            "route: “scenic” is none of short, everything",
            "ratings.cuts-safely: “Consistently” is none of consistently, sometimes, not-yet, not-my-role",
            "ratings.bakes-bread: ladder has no statement “bakes-bread”",
            "situation.mood: ladder has no question “mood”",
        ],
    );
}

#[test]
fn a_file_of_answers_holds_what_was_answered_and_no_private_note() {
    let framework = made_up("ladder");
    let mut kept = Answers::none(&framework);
    kept.route = Route::Short;
    kept.rate(framework.find_indicator("makes-stock").expect("it is a statement"), Some(Rating::NotMyRole));
    kept.choose(0, Some(1));
    kept.write_note(CompetencyIndex(0), "only for me".to_owned());
    let file: Value = serde_json::to_value(write(&framework, &kept)).expect("the file is JSON");
    let expected = serde_json::json!({
        "route": "short",
        "ratings": { "makes-stock": "not-my-role" },
        "situation": { "current-title": "is-cook" },
    });
    assert_eq!(file, expected);
}
