//! The behavior of `cargo xtask score` that scripts rely on.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::{env, fs};

use serde_json::Value;

/// Scores answers by a framework.
fn score(name: &str, framework: &str, answers: &str) -> Output {
    let path: PathBuf = env::temp_dir().join(format!("next-rung-score-{}-{name}.json", std::process::id()));
    fs::write(&path, answers).expect("the folder for temporary files can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.args(["score", "--framework", framework, "--answers"]).arg(&path).output();
    fs::remove_file(&path).expect("the file was written above");
    output.expect("our own program starts")
}

/// Fails unless the input is refused with exit status 2 and lines with these endings, one for each problem.
#[track_caller]
fn check_refused(name: &str, framework: &str, answers: &str, problems: &[&str]) {
    let output = score(name, framework, answers);
    assert_eq!(output.status.code(), Some(2));
    let lines = String::from_utf8(output.stderr).expect("messages are text");
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(lines.len(), problems.len(), "{lines:#?}");
    for (line, problem) in lines.iter().zip(problems) {
        assert!(line.ends_with(problem), "{line:?} does not end with {problem:?}");
    }
}

#[test]
fn every_unknown_word_is_named_with_its_place() {
    let answers = r#"{"ratings": {"nonsense": "sometimes", "sets-goals": "often"}, "situation": {"mood": "good"}}"#;
    let problems = [
        "ratings.nonsense: three-stages has no statement “nonsense”",
        "ratings.sets-goals: “often” is none of consistently, sometimes, not-yet, not-my-role",
        "situation.mood: three-stages has no question “mood”",
    ];
    check_refused("unknown", "three-stages", answers, &problems);
}

#[test]
fn text_that_is_not_json_is_named_with_line_and_column() {
    let problem = "not JSON: expected `:` at line 1 column 18";
    check_refused("text", "clarity", r#"{"ratings": {"x" 1}}"#, &[problem]);
}

#[test]
fn an_unknown_framework_is_answered_with_the_known_ones() {
    let problem = "it is neither a path nor one of clarity, competency-grid, junior-senior, two-areas, three-stages";
    check_refused("framework", "nonsense", "{}", &[problem]);
}

#[test]
fn nothing_answered_is_no_result() {
    let output = score("nothing", "clarity", "{}");
    assert!(output.status.success());
    let result: Value = serde_json::from_slice(&output.stdout).expect("the result is JSON");
    assert_eq!((&result["level"], &result["headline"]), (&Value::Null, &"No result: nothing is answered yet.".into()));
}

#[test]
fn a_result_has_every_promised_entry() {
    let output = score("entries", "three-stages", r#"{"ratings": {"sets-goals": "consistently"}}"#);
    let result: Value = serde_json::from_slice(&output.stdout).expect("the result is JSON");
    let promised = [
        "framework",
        "revision",
        "rule",
        "level",
        "near",
        "standing",
        "target",
        "ladder",
        "headline",
        "competencies",
        "focus",
        "strengths",
        "contradictions",
        "open",
        "notes",
    ];
    for entry in promised {
        assert!(result.get(entry).is_some(), "{entry} is missing");
    }
    assert_eq!(result["competencies"][1]["id"], "strategy");
    assert_eq!(result["competencies"][1]["value"]["low"], 0.25);
}

/// Scores a share link.
fn score_link(link: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["score", "--link", link]).output().expect("our own program starts")
}

#[track_caller]
fn check_link_refused(link: &str, problem: &str) {
    let output = score_link(link);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr).trim_end(), problem);
}

/// A link from `tests/fixtures/links/clarity.json`: everything Sometimes, rated by somebody else.
const LINK: &str = "1.clarity.1.DASRSSTiSRSSD.CTDeDR";

#[test]
fn a_link_is_scored_wherever_it_stands() {
    for link in [LINK.to_owned(), format!("See https://a.example/?framework=clarity#r={LINK}#?secret=x.")] {
        let output = score_link(&link);
        let result: Value = serde_json::from_slice(&output.stdout).expect("the result is JSON");
        assert_eq!((&result["framework"], &result["level"]["high"]), (&"clarity".into(), &Value::Null));
    }
}

#[test]
fn a_bad_link_is_refused_in_one_line() {
    check_link_refused(&LINK.replace('R', "S"), "the link is cut or altered");
    check_link_refused("#r=2.clarity.~", "link version 2 is newer than 1, the newest that can be read");
    let known = "clarity, competency-grid, junior-senior, two-areas, three-stages";
    check_link_refused(
        "#r=1.my-own.1.AA.AAAAAA",
        &format!("the link is about “my-own”, which is none of {known}; --framework takes its file"),
    );
}
