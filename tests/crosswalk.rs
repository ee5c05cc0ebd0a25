//! The crosswalk: it refers only to published frameworks, gives each selection only its own rows, and reports every
//! problem.

mod support;

use next_rung::assessment::catalogue::PUBLISHED;
use next_rung::assessment::crosswalk::{Crosswalk, RowLevel, Saying, Verdict};
use next_rung::formats::crosswalk_file;
use next_rung::formats::problems::FileError;
use serde_json::{Value, json};
use support::{described_levels, folder, published};

fn crosswalk() -> Crosswalk {
    let text = std::fs::read_to_string(folder("frameworks").join("crosswalk.json")).expect("it is published");
    crosswalk_file::read(&text).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns a small crosswalk: one row of two frameworks, one topic of three.
fn small() -> Value {
    json!({
        "format": 1,
        "note": "Ours.",
        "rows": [{ "id": "row", "work": "Bakes", "levels": [
            { "framework": "bread", "level": "apprentice" },
            { "framework": "cake", "level": "helper" },
        ] }],
        "topics": [{ "id": "topic", "title": "Who bakes?", "verdict": "mixed", "summary": "It depends.", "says": [
            { "framework": "bread", "text": "Everyone.", "source": "Page 1" },
            { "framework": "cake", "text": "The helper.", "source": "Page 2" },
            { "framework": "pie", "text": "Nobody.", "source": "Page 3" },
        ] }],
    })
}

// The published crosswalk.

#[test]
fn every_level_it_names_is_described_in_a_published_framework() {
    for row in crosswalk().rows {
        for level in &row.levels {
            assert!(PUBLISHED.contains(&level.framework.as_str()), "{}: {level:?}", row.id);
            let framework = published(&level.framework);
            let described = described_levels(&framework).into_iter().map(|index| &framework.level(index).id);
            assert!(described.into_iter().any(|id| *id == level.level), "{}: {level:?}", row.id);
            assert_eq!(row.levels.iter().filter(|each| *each == level).count(), 1, "{}: {level:?}", row.id);
        }
    }
}

#[test]
fn every_described_level_stands_in_some_row() {
    let crosswalk = crosswalk();
    for framework in PUBLISHED.map(published) {
        for index in described_levels(&framework) {
            let id = &framework.level(index).id;
            let mut levels = crosswalk.rows.iter().flat_map(|row| &row.levels);
            let stands = levels.any(|level| level.framework == framework.id && level.level == *id);
            assert!(stands, "{} of {} stands in no row", id, framework.id);
        }
    }
}

#[test]
fn a_framework_never_goes_down_from_row_to_row() {
    let crosswalk = crosswalk();
    for framework in PUBLISHED.map(published) {
        let levels = crosswalk.rows.iter().flat_map(|row| &row.levels).filter(|level| level.framework == framework.id);
        let places = levels.map(|level| framework.levels.iter().position(|each| each.id == level.level));
        assert!(places.is_sorted(), "{}", framework.id);
    }
}

#[test]
fn every_saying_is_of_a_published_framework_which_speaks_once() {
    for topic in crosswalk().topics {
        let mut ids: Vec<_> = topic.says.iter().map(|saying| saying.framework.as_str()).collect();
        assert!(ids.iter().all(|id| PUBLISHED.contains(id)), "{}: {ids:?}", topic.id);
        ids.dedup();
        assert_eq!(ids.len(), topic.says.len(), "{}", topic.id);
        assert_eq!(ids.len(), PUBLISHED.len(), "{}: every source has its place", topic.id);
        assert!(ids.is_sorted_by_key(|id| PUBLISHED.iter().position(|each| each == id)), "{}: {ids:?}", topic.id);
    }
}

#[test]
fn the_sources_agree_on_something() {
    let agreed = crosswalk().topics.iter().filter(|topic| topic.verdict == Verdict::Agree).count();
    assert!(agreed >= 2, "{agreed}");
}

#[test]
fn any_two_published_frameworks_have_rows_and_topics() {
    let crosswalk = crosswalk();
    for one in PUBLISHED {
        for other in PUBLISHED.into_iter().filter(|&other| other != one) {
            let comparison = crosswalk.for_frameworks(&[one, other]);
            assert!(!comparison.rows.is_empty() && !comparison.topics.is_empty(), "{one} and {other}");
        }
    }
}

// The frameworks of a person.

/// Checks the levels of each row and the speakers of each topic for some frameworks, after edits by JSON pointer.
#[track_caller]
fn check(edits: &[(&str, Value)], ids: &[&str], rows: &[&str], topics: &[&str]) {
    let crosswalk = crosswalk_file::read(&edited(edits)).unwrap_or_else(|error| panic!("{error}"));
    let comparison = crosswalk.for_frameworks(ids);
    let levels = |levels: &[&RowLevel]| {
        levels.iter().map(|level| format!("{}/{}", level.framework, level.level)).collect::<Vec<_>>().join(" ")
    };
    let found: Vec<_> = comparison.rows.iter().map(|(row, kept)| format!("{}: {}", row.id, levels(kept))).collect();
    assert_eq!(found, rows, "rows");
    let says = |says: &[&Saying]| says.iter().map(|saying| saying.framework.clone()).collect::<Vec<_>>().join(" ");
    let found: Vec<_> = comparison.topics.iter().map(|(topic, kept)| format!("{}: {}", topic.id, says(kept))).collect();
    assert_eq!(found, topics, "topics");
}

#[track_caller]
fn edited(edits: &[(&str, Value)]) -> String {
    let mut file = small();
    for (place, value) in edits {
        *file.pointer_mut(place).unwrap_or_else(|| panic!("there is no {place}")) = value.clone();
    }
    file.to_string()
}

#[test]
fn two_frameworks_see_only_their_levels_and_sayings() {
    check(&[], &["cake", "bread"], &["row: bread/apprentice cake/helper"], &["topic: bread cake"]);
}

#[test]
fn a_row_keeps_the_one_framework_that_it_has() {
    check(&[], &["pie", "cake"], &["row: cake/helper"], &["topic: cake pie"]);
}

#[test]
fn one_framework_alone_has_rows_and_no_topic() {
    check(&[], &["bread"], &["row: bread/apprentice"], &[]);
}

#[test]
fn a_framework_that_speaks_twice_is_no_second_one() {
    check(&[("/topics/0/says/1/framework", json!("bread"))], &["bread"], &["row: bread/apprentice"], &[]);
}

#[test]
fn a_row_without_their_levels_is_left_out() {
    check(&[], &["pie"], &[], &[]);
}

#[test]
fn frameworks_that_it_does_not_know_have_nothing() {
    check(&[], &["soup", "stew"], &[], &[]);
    check(&[], &[], &[], &[]);
}

// A damaged file.

#[track_caller]
fn check_problems(edits: &[(&str, Value)], expected: &[&str]) {
    match crosswalk_file::read(&edited(edits)) {
        Err(error @ FileError::Problems(_)) => assert_eq!(error.to_string(), expected.join("\n")),
        other => panic!("expected problems, found {other:?}"),
    }
}

#[test]
fn text_that_is_not_json_is_refused_with_line_and_column() {
    let error = crosswalk_file::read("{\n  oops\n}").expect_err("it is not JSON");
    assert_eq!(error.to_string(), "not JSON: key must be a string at line 2 column 3");
}

#[test]
fn a_newer_format_is_told_apart_whatever_else_it_holds() {
    let error = crosswalk_file::read(r#"{ "format": 2, "rows": 7 }"#).expect_err("format 2 is unknown here");
    assert_eq!(error, FileError::NewerFormat { found: 2, supported: 1 });
}

#[test]
fn there_was_no_format_before_the_first() {
    check_problems(&[("/format", json!(0))], &["format: is 0, the first format is 1"]);
}

#[test]
fn an_empty_text_is_named_with_its_place() {
    check_problems(&[("/topics/0/says/1/text", json!(" "))], &["topics[0].says[1].text: is empty"]);
}

#[test]
fn an_unknown_verdict_is_named_with_those_there_are() {
    let edit = ("/topics/0/verdict", json!("average"));
    check_problems(&[edit], &["topics[0].verdict: “average” is none of agree, mixed, contradict"]);
}

#[test]
fn there_is_at_least_one_row_with_a_level_and_one_topic() {
    check_problems(&[("/rows", json!([]))], &["rows: there is none"]);
    check_problems(&[("/rows/0/levels", json!([]))], &["rows[0].levels: there is none"]);
    check_problems(&[("/topics", json!([]))], &["topics: there is none"]);
}

#[test]
fn an_id_is_used_once_among_rows_and_once_among_topics() {
    let [row, topic] = ["rows", "topics"].map(|list| small()[list][0].clone());
    let edits = [("/rows", json!([row, row])), ("/topics", json!([topic, topic]))];
    check_problems(&edits, &["rows[1].id: “row” is used twice", "topics[1].id: “topic” is used twice"]);
    let same = [("/rows/0/id", json!("same")), ("/topics/0/id", json!("same"))];
    assert!(crosswalk_file::read(&edited(&same)).is_ok(), "a row and a topic may share an id");
}

#[test]
fn a_topic_needs_two_different_frameworks() {
    let problem = ["topics[0].says: there are fewer than 2 frameworks that say something"];
    let bread = &small()["topics"][0]["says"][0];
    for says in [json!([]), json!([bread]), json!([bread, bread])] {
        check_problems(&[("/topics/0/says", says)], &problem);
    }
}

#[test]
fn a_source_that_says_nothing_is_no_speaker() {
    let problem = ["topics[0].says: there are fewer than 2 frameworks that say something"];
    let silent = [("/topics/0/says/1/source", Value::Null), ("/topics/0/says/2/source", Value::Null)];
    check_problems(&silent, &problem);
    check(&silent[..1], &["bread", "pie"], &["row: bread/apprentice"], &["topic: bread pie"]);
    check(&silent[..1], &["bread", "cake"], &["row: bread/apprentice cake/helper"], &[]);
    check(&silent[..1], &["bread", "cake", "pie"], &["row: bread/apprentice cake/helper"], &["topic: bread cake pie"]);
}

#[test]
fn every_problem_is_reported_at_once() {
    check_problems(
        &[
            ("/note", json!(7)),
            ("/rows/0/levels/1", json!({ "framework": "cake" })),
            ("/topics/0/id", json!("A topic")),
        ],
        &[
            "note: is a number, a text was expected",
            "rows[0].levels[1].level: is missing",
            "topics[0].id: “A topic” is not small letters, digits and single hyphens",
        ],
    );
}

#[test]
fn no_part_of_another_kind_makes_reading_panic() {
    for place in
        ["", "/format", "/note", "/rows", "/rows/0", "/rows/0/levels", "/topics", "/topics/0", "/topics/0/says"]
    {
        for value in [Value::Null, json!(-1), json!("text"), json!([]), json!([{}]), json!({}), json!(true)] {
            // A note may be any text.
            let fits = place == "/note" && value == json!("text");
            assert_eq!(crosswalk_file::read(&edited(&[(place, value.clone())])).is_ok(), fits, "{place} {value}");
        }
    }
}
