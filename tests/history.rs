//! The history on a device: stored results come back complete, and a damaged history is not read in part.

mod support;

use next_rung::formats::history::{HistoryError, Remembered, remember};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{history_text, read_history};

fn remembered(date: &str, result: &str) -> Remembered {
    Remembered { date: date.to_owned(), result: result.to_owned() }
}

#[track_caller]
fn check_kept(history: &[Remembered]) {
    assert_eq!(read_history(&history_text(history)), Ok(history.to_vec()));
}

#[track_caller]
fn check_read(text: &str, expected: &[Remembered]) {
    assert_eq!(read_history(text), Ok(expected.to_vec()));
}

#[track_caller]
fn check_refused(text: &str, expected: HistoryError) {
    assert_eq!(read_history(text), Err(expected), "{text}");
}

#[track_caller]
fn check_remembered(days_and_results: &[(&str, &str)], expected: &[(&str, &str)]) {
    let mut history = Vec::new();
    for (date, result) in days_and_results {
        remember(&mut history, &remembered(date, result));
    }
    assert_eq!(history, expected.iter().map(|(date, result)| remembered(date, result)).collect::<Vec<_>>());
}

#[test]
fn nothing_is_kept() {
    check_kept(&[]);
}

#[test]
fn results_of_any_framework_are_kept_in_their_order() {
    let (clarity, grid) = ("1.clarity.1.AA.BBBBBB", "1.competency-grid.3.AA.CCCCCC");
    check_kept(&[remembered("2026-11-22", clarity), remembered("2026-05-01", grid), remembered("2027-01-01", clarity)]);
}

#[test]
fn what_we_did_not_write_ourselves_is_kept_as_it_is() {
    check_kept(&[remembered("", ""), remembered("\"long ago\"\n", "béarnaise \\ 9.moon")]);
}

/// Texts of this form are stored on people's devices. They have to open for as long as format 1 is read.
#[test]
fn format_1_opens() {
    check_read(
        r#"{"format": 1, "results": [{"date": "2026-11-22", "result": "1.clarity.1.AA.BBBBBB"},
            {"date": "2026-12-24", "result": "1.two-areas.2.AA.CCCCCC"}]}"#,
        &[remembered("2026-11-22", "1.clarity.1.AA.BBBBBB"), remembered("2026-12-24", "1.two-areas.2.AA.CCCCCC")],
    );
    check_read(r#"{"format": 1, "results": []}"#, &[]);
}

#[test]
fn what_is_no_history_is_refused() {
    for text in ["", " ", "{", "null", "[]", "{}", r#""format 1""#, r#"{"format": 1, "results": []"#] {
        check_refused(text, HistoryError::Unreadable);
    }
}

#[test]
fn without_a_format_it_is_refused() {
    for format in ["null", "\"1\"", "-1", "1.5", "[1]"] {
        check_refused(&format!(r#"{{"format": {format}, "results": []}}"#), HistoryError::Unreadable);
    }
    check_refused(r#"{"results": []}"#, HistoryError::Unreadable);
}

#[test]
fn results_that_are_no_list_are_refused() {
    for results in ["null", "1", "\"1.clarity.1.AA.BBBBBB\"", "{}"] {
        check_refused(&format!(r#"{{"format": 1, "results": {results}}}"#), HistoryError::Unreadable);
    }
    check_refused(r#"{"format": 1}"#, HistoryError::Unreadable);
}

#[test]
fn one_entry_in_another_shape_refuses_them_all() {
    for entry in [
        "null",
        "{}",
        "[]",
        "\"1.clarity.1.AA.BBBBBB\"",
        r#"{"date": "2026-11-22"}"#,
        r#"{"result": "1.clarity.1.AA.BBBBBB"}"#,
        r#"{"date": 20261122, "result": "1.clarity.1.AA.BBBBBB"}"#,
        r#"{"date": "2026-11-22", "result": null}"#,
    ] {
        let good = r#"{"date": "2026-11-22", "result": "1.clarity.1.AA.BBBBBB"}"#;
        check_refused(&format!(r#"{{"format": 1, "results": [{good}, {entry}, {good}]}}"#), HistoryError::Unreadable);
    }
}

#[test]
fn a_history_cut_off_is_refused() {
    let text = history_text(&[remembered("2026-11-22", "1.clarity.1.AA.BBBBBB"), remembered("2026-12-24", "")]);
    for length in 0..text.len() {
        check_refused(&text[..length], HistoryError::Unreadable);
    }
}

#[test]
fn a_newer_format_is_told_apart_whatever_else_it_holds() {
    check_refused(r#"{"format": 2, "results": {"moon": true}}"#, HistoryError::NewerFormat { found: 2 });
    check_refused(r#"{"format": 31}"#, HistoryError::NewerFormat { found: 31 });
    let error = HistoryError::NewerFormat { found: 2 };
    assert_eq!(error.to_string(), "format 2 is newer than 1, the newest that can be read");
}

#[test]
fn the_same_result_of_one_day_is_remembered_once() {
    check_remembered(&[("2026-11-22", "a"), ("2026-11-22", "a")], &[("2026-11-22", "a")]);
    check_remembered(
        &[("2026-11-22", "a"), ("2026-11-22", "b"), ("2026-11-22", "a")],
        &[("2026-11-22", "a"), ("2026-11-22", "b")],
    );
}

#[test]
fn the_same_result_of_two_days_is_remembered_twice() {
    check_remembered(&[("2026-11-22", "a"), ("2026-11-23", "a")], &[("2026-11-22", "a"), ("2026-11-23", "a")]);
}

/// Generates any history that could be stored, sometimes with equal entries.
fn any_history() -> impl Strategy<Value = Vec<Remembered>> {
    let text = || prop_oneof![any::<String>(), "[ab]"];
    vec((text(), text()).prop_map(|(date, result)| Remembered { date, result }), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_comes_back(history in any_history()) {
        prop_assert_eq!(read_history(&history_text(&history)), Ok(history));
    }

    #[test]
    fn remembering_adds_one_entry_at_most_and_moves_none(history in any_history(), date in "[ab]", result in "[ab]") {
        let new = Remembered { date, result };
        let mut after = history.clone();
        remember(&mut after, &new);
        prop_assert!(after.starts_with(&history) && after.len() <= history.len() + 1);
        prop_assert!(after.contains(&new));
    }

    #[test]
    fn no_text_makes_a_history_panic(
        text in prop_oneof![
            any::<String>(),
            "[{][\"]format[\"]:[0-9]{0,22},[\"]results[\"]:[\\[\\]{}\",:a-z0-9]{0,30}[}]",
        ],
    ) {
        let _ = read_history(&text);
    }
}
