//! The files that a result can be saved as: their names, when there is one, and the content of the data file.

mod support;

use next_rung::assessment::answers::Answers;
use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::framework::{CompetencyIndex, Framework};
use next_rung::assessment::scoring::assess;
use next_rung::formats::draft::{Draft, Screen};
use next_rung::formats::every_problem::parse;
use next_rung::report::data;
use next_rung::report::svg::Scheme;
use next_rung::report::{self, FileKind};
use next_rung::words::ENGLISH_RESULT;
use serde_json::{Value, json};
use support::{all_frameworks, answers, json_text, made_up, published, steps};

const DATE: &str = "2026-11-22";

fn at_result(framework: &Framework, answers: Answers) -> Draft {
    Draft { answers, shown: steps(framework), screen: Screen::Result }
}

fn written(framework: &Framework, answers: Answers, kind: FileKind) -> Option<String> {
    report::write(kind, framework, &at_result(framework, answers), DATE, Scheme::Light, json_text)
}

/// Returns the data file as another program reads it, after the reader that rejects duplicate entries.
#[track_caller]
fn data(framework: &Framework, answers: Answers) -> Value {
    let text = written(framework, answers, FileKind::Data).expect("something is answered");
    parse(&text).expect("we read what we write");
    serde_json::from_str(&text).expect("the file is JSON")
}

#[track_caller]
fn check_file_name(kind: FileKind, expected: &str) {
    assert_eq!(kind.file_name("clarity", DATE), expected);
}

#[test]
fn a_file_is_called_by_framework_and_day() {
    check_file_name(FileKind::Card, "next-rung-clarity-2026-11-22.png");
    check_file_name(FileKind::Radar, "next-rung-clarity-2026-11-22.svg");
    check_file_name(FileKind::Plan, "next-rung-clarity-2026-11-22.md");
    check_file_name(FileKind::Data, "next-rung-clarity-2026-11-22.json");
    check_file_name(FileKind::Table, "next-rung-clarity-2026-11-22.csv");
}

#[test]
fn every_kind_is_known_by_its_id() {
    for kind in FileKind::ALL {
        assert_eq!(FileKind::from_id(kind.id()), Some(kind));
    }
    for id in ["", "Card", "moon", "data "] {
        assert_eq!(FileKind::from_id(id), None, "{id:?}");
    }
}

#[test]
fn with_nothing_answered_there_is_no_file() {
    for framework in PUBLISHED.map(published) {
        let mut nothing = answers(&framework, "route=short");
        nothing.choose(0, Some(0));
        nothing.write_note(CompetencyIndex(0), "a note".to_owned());
        for kind in FileKind::ALL {
            assert_eq!(written(&framework, nothing.clone(), kind), None, "{} as {kind:?}", framework.id);
        }
    }
}

#[test]
fn with_anything_answered_there_is_a_file_of_every_kind() {
    for framework in PUBLISHED.map(published) {
        let first = format!("{}:n", framework.indicators[0].id);
        for short in [first.as_str(), "*:n", "*:s", "*:c", "*:r"] {
            for kind in FileKind::ALL {
                let text = written(&framework, answers(&framework, short), kind);
                assert!(text.is_some_and(|text| text.len() > 100), "{} as {kind:?}, {short}", framework.id);
            }
        }
    }
}

/// Returns the report by itself.
fn report_of(framework: &Framework, answers: &Answers) -> Value {
    let assessment = assess(framework, answers);
    let report = data::report(&ENGLISH_RESULT, framework, answers, assessment.as_ref());
    serde_json::to_value(&report).expect("a report is JSON")
}

#[test]
fn the_data_file_has_the_whole_report() {
    for framework in all_frameworks() {
        for short in ["*:n", "*:s", "*:c", "*:r route=short"] {
            let mut answers = answers(&framework, short);
            answers.write_note(CompetencyIndex(0), "a note".to_owned());
            let data = data(&framework, answers.clone());
            for (name, value) in report_of(&framework, &answers).as_object().expect("a report is an object") {
                assert_eq!(data.get(name), Some(value), "{name} of {}, {short}", framework.id);
            }
        }
    }
}

#[test]
fn the_data_file_has_the_day_the_answers_and_the_private_notes() {
    let framework = made_up("ladder");
    let mut answers = answers(&framework, "route=short cuts-evenly:s makes-stock:r current-title=is-chef");
    answers.write_note(CompetencyIndex(1), "“Béarnaise”\n\t\"split\"".to_owned());
    let data = data(&framework, answers);
    assert_eq!(data["date"], DATE);
    assert_eq!(
        data["answers"],
        json!({
            "route": "short",
            "ratings": {"cuts-evenly": "sometimes", "makes-stock": "not-my-role"},
            "situation": {"current-title": "is-chef"},
        })
    );
    assert_eq!(data["private_notes"], json!({"sauces": "“Béarnaise”\n\t\"split\""}));
}

#[test]
fn no_other_file_but_the_plan_has_the_private_notes() {
    let framework = made_up("ladder");
    let mut answers = answers(&framework, "*:s");
    answers.write_note(CompetencyIndex(1), "Béarnaise".to_owned());
    for (kind, has_notes) in [
        (FileKind::Card, false),
        (FileKind::Radar, false),
        (FileKind::Plan, true),
        (FileKind::Data, true),
        (FileKind::Table, false),
    ] {
        let text = written(&framework, answers.clone(), kind).expect("something is answered");
        assert_eq!(text.contains("Béarnaise"), has_notes, "{kind:?}");
    }
}
