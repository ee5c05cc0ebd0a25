//! Drafts, saved files and remembered results of earlier builds open forever.
//!
//! The texts in `tests/fixtures/kept` were written by the build of November 2026. Never change one; add one when a format
//! grows.

mod support;

use next_rung::assessment::answers::Subject;
use next_rung::assessment::framework::{CompetencyIndex, Framework};
use next_rung::formats::draft::{Draft, Screen};
use next_rung::formats::share_link;
use serde_json::{Map, Value};
use support::{folder, published, read_draft, read_history, step_name};

fn fixture(name: &str) -> Value {
    let path = folder("tests/fixtures/kept").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("the fixture is JSON")
}

/// Returns the framework and the draft of an entry, after checking its answers by their link, and its notes.
#[track_caller]
fn check_answers(entry: &Value) -> (Framework, Draft) {
    let framework = published(entry["framework"].as_str().expect("it is a text"));
    let text = entry["text"].as_str().expect("it is a text");
    let (draft, dropped) = read_draft(&framework, text).expect("a text once written is read");
    assert_eq!(dropped, 0, "{text}");
    let link = share_link::encode(&framework, Subject::Oneself, &draft.answers);
    assert_eq!(without_revision(&link), without_revision(entry["link"].as_str().expect("it is a text")), "{text}");
    let notes: Map<String, Value> = framework
        .competencies
        .iter()
        .enumerate()
        .map(|(index, competency)| (competency.id.clone(), draft.answers.note(CompetencyIndex(index)).into()))
        .filter(|(_, note)| note != "")
        .collect();
    assert_eq!(Some(&notes), entry["notes"].as_object(), "{text}");
    (framework, draft)
}

/// Returns the parts of a link that contain the answers. The revision and the checksum over it change with the published
/// text.
fn without_revision(link: &str) -> Vec<&str> {
    let parts: Vec<_> = link.split('.').collect();
    vec![parts[0], parts[1], parts[3]]
}

#[test]
fn every_draft_opens() {
    for entry in fixture("drafts.json").as_array().expect("it is a list") {
        let (framework, draft) = check_answers(entry);
        let (screen, card) = match draft.screen {
            Screen::Start => ("start", None),
            Screen::Situation => ("situation", None),
            Screen::Card(card) => ("card", Some(card)),
            Screen::Review(card) => ("review", Some(card)),
            Screen::Result => ("result", None),
        };
        assert_eq!(entry["screen"], screen);
        assert_eq!(entry["card"], card.map_or(Value::Null, |card| step_name(&framework, card).into()));
        let shown: Value = draft.shown.iter().map(|&step| step_name(&framework, step)).collect();
        assert_eq!(entry["shown"], shown);
    }
}

#[test]
fn every_saved_file_opens() {
    for entry in fixture("saved_files.json").as_array().expect("it is a list") {
        check_answers(entry);
    }
}

#[test]
fn every_remembered_result_opens() {
    let fixture = fixture("history.json");
    let history = read_history(fixture["text"].as_str().expect("it is a text")).expect("a text once written is read");
    let results: Value = history
        .iter()
        .map(|each| Value::from(vec![Value::from(each.date.as_str()), each.result.as_str().into()]))
        .collect();
    assert_eq!(fixture["results"], results);
}
